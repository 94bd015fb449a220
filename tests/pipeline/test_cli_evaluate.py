import json

import pytest

from incidents.pipeline.cli import main
from tests.pipeline.gold.test_check import TEXT, gold

RECORD = gold()


@pytest.fixture
def run(tmp_path):
    folder = tmp_path / "run"
    folder.mkdir()
    document = {"doc_id": "a", "text": TEXT}
    (folder / "documents.jsonl").write_text(json.dumps(document))
    (folder / "records.jsonl").write_text(json.dumps(RECORD))
    (folder / "run.json").write_text("{}")
    return folder


@pytest.fixture
def gold_file(tmp_path):
    path = tmp_path / "gold.jsonl"
    other = gold(incident_id="a/02", event_key="tarn", date="1999")
    del other["citations"][0]  # its type is told elsewhere
    path.write_text(f"{json.dumps(RECORD)}\n{json.dumps(other)}\n")
    return path


def test_evaluate_writes_every_report(run, gold_file, tmp_path, capsys):
    names = ("accuracy.md", "accuracy.xml", "accuracy.html")
    out = [tmp_path / "new" / name for name in names]
    asked = ["evaluate", str(run), "--gold", str(gold_file)]
    for name, path in zip(("markdown", "junit", "html"), out, strict=True):
        asked += [f"--{name}", str(path)]
    history, baseline = tmp_path / "history.jsonl", tmp_path / "baseline.json"
    asked += ["--history", str(history), "--write-baseline", str(baseline)]
    assert main(asked) == 0
    said = capsys.readouterr().out
    assert "Missed gold records: 1\n  a/02, 1999, Vasa\n" in said
    assert "right passage 1.0000" in said
    assert all(path.stat().st_size for path in out)
    assert len(history.read_text().splitlines()) == 1
    assert (run / "reconciliation.csv").read_text().count("\n") == 3
    assert len((run / "reconciliation.jsonl").read_text().splitlines()) == 2
    assert main([*asked[:4], "--baseline", str(baseline)]) == 0
    assert "gate passed" in capsys.readouterr().out


def test_evaluate_as_json(run, gold_file, tmp_path, capsys):
    tables = tmp_path / "tables"
    asked = ["evaluate", str(run), "--gold", str(gold_file), "--json"]
    assert main([*asked, "--reconciliation", str(tables)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["incident"]["tp"] == 1
    assert told["detail"]["faults"]["missing record"] == 1
    assert told["detail"]["headlines"]["right passage"]["value"] == 1
    assert sorted(p.name for p in tables.iterdir()) == [
        "reconciliation.csv",
        "reconciliation.jsonl",
    ]
    assert not (run / "reconciliation.csv").exists()


def test_a_history_that_is_none_is_wrong_use(run, gold_file, tmp_path, capsys):
    history = tmp_path / "history.jsonl"
    history.write_text("[]\n")
    page = tmp_path / "page.html"
    asked = ["evaluate", str(run), "--gold", str(gold_file), "--html", str(page)]
    assert main([*asked, "--history", str(history)]) == 2
    assert "no line of a history" in capsys.readouterr().err


def test_what_must_pass_stays_in_the_baselines_to_come(run, gold_file, tmp_path):
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    asked = ["evaluate", str(run), "--gold", str(gold_file)]
    assert main([*asked, "--write-baseline", str(one), "--must-pass", "a/01"]) == 0
    assert main([*asked, "--baseline", str(one), "--write-baseline", str(two)]) == 0
    assert json.loads(two.read_text())["must_pass"] == ["a/01"]
    (run / "records.jsonl").write_text("")
    assert main([*asked, "--baseline", str(two)]) == 1
    assert main([*asked, "--write-baseline", str(one), "--must-pass", "a/02"]) == 2


@pytest.fixture
def more(run):
    """The run, with a document that was not coded and in which a record stands."""
    other = {"doc_id": "b", "text": TEXT}
    spurious = gold(doc_id="b", incident_id="b/01")
    for name, row in (("documents.jsonl", other), ("records.jsonl", spurious)):
        with (run / name).open("a") as file:
            file.write("\n" + json.dumps(row))
    return run


def test_gold_of_a_part_measures_that_part(more, gold_file, capsys):
    asked = ["evaluate", str(more), "--gold", str(gold_file)]
    assert main(asked) == 0
    assert "1 documents without gold are left out (b)" in capsys.readouterr().out
    for argument, predicted, left_out in (([], 1, ["b"]), (["--all"], 2, [])):
        assert main([*asked, *argument, "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["incident"]["pred"], told["left_out"]) == (predicted, left_out)


def test_a_document_with_borderline_passages_was_coded(
    more, gold_file, tmp_path, capsys
):
    passages = tmp_path / "borderline.tsv"
    passages.write_text("doc_id\tquote\nb\tnowhere\n")
    asked = ["evaluate", str(more), "--gold", str(gold_file), "--json"]
    assert main([*asked, "--borderline", str(passages)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["incident"]["pred"], told["left_out"]) == (2, [])
    passages.write_text("doc_id\tquote\nb\ta bomb killed\n")
    assert main([*asked, "--borderline", str(passages)]) == 0
    assert json.loads(capsys.readouterr().out)["set_aside"] == 1


def test_gold_of_no_document_of_the_run_is_wrong_use(run, tmp_path, capsys):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(gold(doc_id="z", incident_id="z/01")))
    assert main(["evaluate", str(run), "--gold", str(path)]) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert "documents that the run does not have: z" in said
