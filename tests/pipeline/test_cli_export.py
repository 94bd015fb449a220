import json
import re
from xml.etree import ElementTree

import pytest

from incidents.pipeline.cli import main
from incidents.pipeline.export import about, find, names
from tests.conftest import ROOT
from tests.pipeline.export import runs
from tests.pipeline.review.runs import document, write_run


@pytest.fixture
def run(tmp_path):
    return runs.write(tmp_path / "run")


def test_help_lists_every_format(capsys):
    with pytest.raises(SystemExit):
        main(["export", "--help"])
    said = capsys.readouterr().out
    for name in names():
        assert f"  {name} " in said
        assert about(name) in said


def test_the_docs_say_what_each_format_loses():
    table = (ROOT / "docs" / "export.md").read_text()
    rows = re.findall(r"^\| (`[^|]+) \| [^|]+ \| [^|]+ \|$", table, re.M)
    told = {name for row in rows for name in re.findall(r"`([^`]+)`", row)}
    assert told == set(names())


@pytest.mark.parametrize("name", names())
def test_every_format_is_written(run, name, capsys):
    assert main(["export", str(run), "--to", name]) == 0
    path = run / f"export-{name}{find(name).SUFFIX}".rstrip("/")
    assert path.exists()
    assert capsys.readouterr().out.strip() == str(path)


@pytest.mark.parametrize("name", names())
def test_an_empty_run_is_written(tmp_path, name):
    run = tmp_path / "empty"
    run.mkdir()
    (run / "run.json").write_text('{"inputs": {}}')
    for file in ("records", "documents", "mentions"):
        (run / f"{file}.jsonl").write_text("")
    out = tmp_path / "out"
    assert main(["export", str(run), "--to", name, "--out", str(out)]) == 0
    assert out.exists()


def test_a_format_that_is_not_there(run, capsys):
    assert main(["export", str(run), "--to", "xslx"]) == 2
    said = capsys.readouterr().err
    assert "xslx" in said
    assert "xlsx" in said


def test_a_folder_that_holds_no_run(tmp_path, capsys):
    assert main(["export", str(tmp_path), "--to", "csv"]) == 2
    assert "holds no run" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_key_is_kept_in_the_run(run, tmp_path):
    arguments = ["export", str(run), "--to", "csv", "--pseudonyms", "--out"]
    one, two = tmp_path / "1.csv", tmp_path / "2.csv"
    for out in (one, two):
        assert main([*arguments, str(out)]) == 0
    assert (run / "pseudonyms.key").is_file()
    assert one.read_text() == two.read_text()
    assert "Yilmaz" not in one.read_text()


def test_reviewed_and_all_are_one_or_the_other(run):
    with pytest.raises(SystemExit, match="2"):
        main(["export", str(run), "--to", "csv", "--reviewed", "--all"])


HOSTILE = "\ud800\x00\x0c</script>&'\"{}%\\]]>\u202e=1+1"


#: Each format, and under pseudonyms where it takes them.
WAYS = [(n, m) for n in names() for m in (False, not getattr(find(n), "TEXT", False))]


@pytest.mark.parametrize(("name", "masked"), sorted(set(WAYS)))
def test_hostile_text_breaks_no_format(tmp_path, name, masked):
    """Lone surrogates, control characters, markup, ids that climb out of folders."""
    text = f"{HOSTILE} in Solingen, Adem {HOSTILE} Yilmaz shot 2 on 3 March 2014"
    id = "../../evil"
    cited = {"field": "", "page": 1, "start": 0, "end": len(text), "quote": text}
    row = runs.trial(
        targets=[{"text": HOSTILE, "category": "business"}],
        places=["Solingen", HOSTILE],
        suspects={"names": [f"Adem {HOSTILE} Yilmaz"], "people": []},
    )
    fields = ("incident_type", "targets", "places", "suspects.names", "date")
    row |= {"doc_id": id, "citations": [cited | {"field": f} for f in fields]}
    paper = document(id, text, title=HOSTILE, publisher=HOSTILE, published=HOSTILE)
    paper |= {"url": f"https://x.org/{HOSTILE}", "licence": HOSTILE}
    named = {"start": 0, "end": 3, "label": HOSTILE, "text": HOSTILE, "value": HOSTILE}
    run = write_run(
        tmp_path / "run",
        [paper],
        [row],
        mentions=[{"doc_id": id, "mentions": [named | {"kind": HOSTILE}]}],
    )
    before = set(tmp_path.rglob("*"))
    out = tmp_path / "a" / "b" / "out"
    arguments = ["export", str(run), "--to", name, "--out", str(out)]
    assert main([*arguments, *(["--pseudonyms"] if masked else [])]) == 0
    made = set(tmp_path.rglob("*")) - before - {run / "pseudonyms.key"}
    assert all(tmp_path / "a" in (path, *path.parents) for path in made)
    for path in made:
        if path.suffix in (".xmi", ".xml") or (name == "kml" and path.is_file()):
            ElementTree.parse(path)
        if path.suffix == ".json" or name in ("geojson", "stix", "webannotation"):
            assert path.is_dir() or json.loads(path.read_bytes())
