import pytest

from incidents.pipeline.export.choice import Choice
from incidents.pipeline.export.named import Names
from incidents.pipeline.export.pseudonyms import WITHHELD, pseudonym, read_key
from incidents.pipeline.export.reading import read_bundle
from tests.pipeline.export import runs

KEY = b"k" * 20


@pytest.fixture
def key(tmp_path):
    path = tmp_path / "key"
    path.write_bytes(KEY)
    return path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Adem Yilmaz fled", "<adem yilmaz> fled"),
        ("ADEM YILMAZ fled", "<adem yilmaz> fled"),
        ("Adem\nYilmaz fled", "<adem yilmaz> fled"),
        ("Yilmaz's car; YILMAZ", "<adem yilmaz>'s car; <adem yilmaz>"),
        ("yilmaz, Yilmazes, Adem", "yilmaz, Yilmazes, Adem"),
        ("Bo Wu and Wu", "<bo wu> and Wu"),  # too short to stand alone
        ("Ali Khan, Omar Khan, Khan", "<ali khan>, <omar khan>, <khan>"),
    ],
)
def test_names_are_found(text, expected):
    names = Names.of(["Adem Yilmaz", "Bo Wu", "Ali Khan", "Omar Khan", "", "?"])
    assert names.replace(text, lambda name: f"<{name}>") == expected


def test_names_are_gone_and_stable(run, key):
    bundle = read_bundle(run, Choice(pseudonyms=key))
    one = bundle.told[0]
    shown = pseudonym("adem yilmaz", KEY)
    assert one.of("suspects.names") == [shown]
    assert [p["name"] for p in one.of("suspects.people")] == [shown]
    assert one.document["title"] == f"+Trial of {shown}"
    said = repr((one.row, one.values, one.document, bundle.documents, bundle.events[0]))
    assert "Yilmaz" not in said
    assert "Black" not in said
    assert WITHHELD in said


def test_without_the_choice_names_stay(run):
    assert "Bo Black" in repr(read_bundle(run, Choice()).told)


def test_another_key_gives_other_names():
    assert pseudonym("a", KEY) != pseudonym("a", b"x" * 20)


def test_a_key_is_made_once(tmp_path):
    path = tmp_path / "pseudonyms.key"
    assert read_key(path) == read_key(path)
    assert path.stat().st_mode & 0o077 == 0


def test_a_short_key_is_refused(tmp_path):
    (tmp_path / "key").write_text("abc")
    with pytest.raises(ValueError, match="16 characters"):
        read_key(tmp_path / "key")


def test_who_has_no_entry_of_an_own_is_left_out_with_an_acquittal(tmp_path, key):
    suspects = {"names": ["Adem Yilmaz", "Bo Black"], "people": []}
    run = runs.write(tmp_path / "run", [runs.trial(suspects=suspects)])
    assert read_bundle(run, Choice(pseudonyms=key)).told[0].of("suspects.names") == []
