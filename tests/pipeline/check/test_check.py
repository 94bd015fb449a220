"""A run that is altered by hand, and what is said of it."""

import json
import shutil

import pytest

from incidents.pipeline import run, workers
from incidents.pipeline.check import check
from incidents.pipeline.cli import main

pytestmark = pytest.mark.model

STORY = """Bomb kills 12 at market in Quetta, Pakistan
Published: 2014-06-10

A suicide bomber killed 12 people at a market in Quetta, Pakistan, on Sunday, police
said.
The Tehrik-i-Taliban Pakistan claimed responsibility for the attack.
"""
OTHER = """Gunmen kill four in Mosul, Iraq
Published: 2014-06-11

Gunmen shot dead four soldiers in Mosul, Iraq, on Monday, the army said.
"""


def each(tasks, prepare, arguments, count, seconds):
    work = prepare(*arguments)
    for task in tasks:
        yield from ((task, made) for made in work(task))


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A run of two stories, one of them in a JSONL file."""
    folder = tmp_path_factory.mktemp("check")
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text(STORY)
    line = json.dumps({"doc_id": "b", "text": OTHER, "published": "2014-06-11"})
    (folder / "in" / "b.jsonl").write_text(line + "\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "each", each)
        run.run(run.Settings((folder / "in",), folder / "out"))
    return folder / "out"


@pytest.fixture
def altered(whole, tmp_path):
    """The run, with its first record as a function leaves it."""

    def altered(change, name="records.jsonl"):
        out = tmp_path / "out"
        shutil.copytree(whole, out)
        rows = [json.loads(x) for x in (out / name).read_text().splitlines()]
        change(rows[0])
        (out / name).write_text("".join(json.dumps(row) + "\n" for row in rows))
        return out

    return altered


def found(out, **more):
    """The errors, but that the file is another; and the warnings."""
    faults = list(check(out, **more))
    errors = [f.problem for f in faults if f.severity == "error"]
    assert "is not as the run wrote it" in errors
    errors.remove("is not as the run wrote it")
    return errors


def test_nothing_is_wrong_with_what_a_run_wrote(whole, capsys):
    assert list(check(whole)) == []
    assert main(["check", str(whole)]) == 0
    assert "0 errors, 0 warnings" in capsys.readouterr().out


def cited(row, field):
    return next(c for c in row["citations"] if c["field"] == field)


@pytest.mark.parametrize(
    ("field", "change", "said"),
    [
        ("killed", {"quote": "A suicide bomber killed 13 people"}, "fabricated"),
        ("killed", {"quote": ""}, "fabricated"),
        ("killed", {"start": 3}, "moved"),
        ("killed", {"quote": "Gunmen shot dead four soldiers"}, "misattributed"),
        ("killed", {"page": 2}, "is on page 1, not 2"),
        ("killed", {"focus": [0, 999]}, "its focus, 0 to 999, is not in its quote"),
    ],
)
def test_a_quote_that_is_not_in_its_place(altered, field, change, said):
    out = altered(lambda row: cited(row, field).update(change))
    assert any(e.startswith(f"{field}: {said}") for e in found(out, support=False))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"killed": {"min": 13, "max": 13}}, "killed: "),
        ({"date": "2014-06-07"}, "date: "),
        ({"countries": ["IQ"]}, "countries: "),
        ({"groups": [{"name": "Boko Haram", "link": "claimed"}]}, "groups: "),
        (
            {"groups": [{"name": "Tehrik-i-Taliban Pakistan", "link": "denied"}]},
            "groups: ",
        ),
        ({"attack_types": ["hijacking"]}, "attack_types: "),
        ({"assertion": "denied"}, "assertion: "),
    ],
)
def test_a_value_that_its_quotes_do_not_bear_out(altered, change, said):
    errors = found(altered(lambda row: row.update(change)))
    assert any(e.startswith(said) for e in errors)
    assert "incident_id: is not that of what the record says" in errors


def test_a_value_that_is_taken_out_is_seen_by_the_id(altered):
    def change(row):
        row["killed"] = None
        row["citations"] = [c for c in row["citations"] if c["field"] != "killed"]

    errors = found(altered(change))
    assert errors == ["incident_id: is not that of what the record says"]


def test_a_record_that_does_not_keep_to_the_schema(altered, capsys):
    out = altered(lambda row: row.update(outcome="won"))
    (error,) = found(out)
    assert error.startswith("outcome: 'won'")
    assert main(["check", str(out), "--quick"]) == 1
    assert "outcome: 'won'" in capsys.readouterr().out


def test_a_value_without_a_quote(altered):
    out = altered(lambda row: row.update(injured={"min": 3, "max": 3}))
    assert "injured: has a value, and is not cited" in found(out, support=False)


def test_a_text_that_is_not_that_of_its_source(altered):
    def change(row):
        row["text"] = row["text"].replace("killed 12", "killed 13")

    out = altered(change, "documents.jsonl")
    assert "text: is not what is read in its source" in found(out, support=False)


@pytest.mark.parametrize(
    ("text", "severity", "said"),
    [
        (STORY.replace("12", "15"), "error", "its source has changed since the run"),
        (None, "warning", "its source is gone or cannot be read"),
        ("\0\1\2" * 50, "warning", "its source is gone or cannot be read"),
    ],
)
def test_a_source_that_is_another_or_gone(whole, tmp_path, text, severity, said):
    folder = tmp_path / "in"
    shutil.copytree(whole, tmp_path / "out")
    folder.mkdir()
    if text is not None:
        (folder / "a.txt").write_text(text)
    account = json.loads((whole / "run.json").read_text())
    account["inputs"]["a"]["path"] = str(folder / "a.txt")
    (tmp_path / "out" / "run.json").write_text(json.dumps(account))
    first, *others = check(tmp_path / "out", support=False)
    assert (first.where, first.severity) == ("a", severity)
    assert first.problem.startswith(said)
    if severity == "warning":
        assert others == []  # the quotes hold in what the run kept
    else:
        assert any("moved" in f.problem or "fabricated" in f.problem for f in others)


def test_a_folder_without_a_run(tmp_path, capsys):
    assert main(["check", str(tmp_path)]) == 2
    assert "holds no run" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["report", "export", "merge"])
def test_who_uses_an_altered_run_is_told(whole, altered, command, tmp_path, capsys):
    bad = altered(lambda row: row.update(killed={"min": 13, "max": 13}))
    to = ["--to", "csv"] if command == "export" else []
    for run_folder, told in ((bad, True), (whole, False)):
        out = tmp_path / f"{command}-{told}"
        assert main([command, str(run_folder), *to, "--out", str(out)]) == 0
        said = " ".join(capsys.readouterr().err.split())
        assert ("was altered by hand (records.jsonl): incidents check" in said) is told
