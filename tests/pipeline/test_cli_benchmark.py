import argparse
import json

import pytest

from incidents.pipeline import cli_benchmark

TEXT = "It began on 3 May 1990 and ended in June 1991."
TIMEXES = [
    {"start": 12, "end": 22, "type": "DATE", "value": "1990-05-03"},
    {"start": 36, "end": 45, "type": "DATE", "value": "1991"},
]
ANSWERS = [
    {"start": 12, "end": 22, "type": "DATE", "value": "1990-05-03"},
    {"start": 36, "end": 45, "type": "DATE", "value": "1991-06"},
]


def benchmark(*arguments):
    parser = argparse.ArgumentParser()
    cli_benchmark.add(parser.add_subparsers(required=True))
    given = parser.parse_args(["benchmark", *(str(a) for a in arguments)])
    return given.command(given)


@pytest.fixture
def folder(tmp_path):
    def made(**fields):
        data = tmp_path / "timex_invented"
        data.mkdir()
        row = {"doc_id": "a", "dct": None, "text": TEXT, **fields}
        (data / "docs.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
        return data

    return made


def test_scores_and_known_results(folder, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "160")
    assert benchmark("timex", "--data", folder(timexes=TIMEXES)) == 0
    said = capsys.readouterr()
    lines = [line.split() for line in said.out.splitlines()]
    value = next(line for line in lines if "value" in line and "50.00" in line)
    assert [cell for cell in value if cell.isalnum()] == ["value", "2", "2"]
    assert value.count("50.00") == 5
    assert "HeidelTime" in said.out
    assert said.err == "answered 1 of 1\n"


def test_json(folder, capsys):
    assert benchmark("timex", "--data", folder(timexes=TIMEXES), "--json") == 0
    result = json.loads(capsys.readouterr().out)
    assert result["documents"] == 1
    assert result["figures"][3] == {
        "measure": "value",
        "value": 0.5,
        "low": 0.5,
        "high": 0.5,
        "gold": 2,
        "answered": 2,
        "precision": 0.5,
        "recall": 0.5,
    }


def test_predictions_are_in_the_scorers_format(folder, tmp_path):
    file = tmp_path / "made" / "answers.jsonl"
    data = folder(timexes=TIMEXES)
    assert benchmark("timex", "--data", data, "--predictions", file) == 0
    (row,) = (json.loads(line) for line in file.read_text().splitlines())
    assert row == {"doc_id": "a", "timexes": ANSWERS}
    assert [p.name for p in file.parent.iterdir()] == [file.name]


def test_a_set_without_answers_is_answered_and_not_scored(folder, tmp_path, capsys):
    file = tmp_path / "answers.jsonl"
    assert benchmark("timex", "--data", folder(), "--predictions", file) == 0
    said = capsys.readouterr().out
    assert "has no answers: nothing is scored" in said
    assert f"1 predictions in {file}" in said
    assert file.is_file()


def test_a_set_without_answers_and_nowhere_to_write_to(folder):
    with pytest.raises(ValueError, match="no answers to timex: give --predictions"):
        benchmark("timex", "--data", folder())


def test_the_set_itself_is_not_overwritten(folder):
    data = folder(timexes=TIMEXES)
    before = (data / "docs.jsonl").read_bytes()
    with pytest.raises(ValueError, match="is part of the set"):
        benchmark("timex", "--data", data, "--predictions", data / "docs.jsonl")
    assert (data / "docs.jsonl").read_bytes() == before


def test_a_wrong_mode(folder):
    with pytest.raises(ValueError, match="timex has no mode 'best', only values"):
        benchmark("timex", "--data", folder(timexes=TIMEXES), "--mode", "best")


def test_a_wrong_folder(tmp_path):
    with pytest.raises(ValueError, match="is no file and no folder"):
        benchmark("timex", "--data", tmp_path / "missing")


def test_a_wrong_name(tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        benchmark("dates", "--data", tmp_path)
    assert stopped.value.code == 2
    assert "invalid choice: 'dates'" in capsys.readouterr().err


def test_spans_alone_are_no_answers_where_spans_are_given(tmp_path):
    spans = [{"start": 0, "end": 4, "text": "Lima"}]
    row = {"doc_id": "a", "text": "Lima", "toponyms": spans}
    file = tmp_path / "docs.jsonl"
    file.write_text(json.dumps(row), encoding="utf-8")
    with pytest.raises(ValueError, match="no answers to geo: give --predictions"):
        benchmark("geo", "--data", file, "--mode", "given")


@pytest.mark.model
def test_answers_beside_the_documents_of_a_split(tmp_path, capsys):
    text = "GUERRILLAS DYNAMITED A BANK IN LIMA ON 3 MAY 1990, KILLING JUAN ROJAS."
    rows = [{"doc_id": i, "text": text} for i in "ab"]
    template = {"incident_type": "bombing", "Target": [["bank"]]}
    gold = [{"doc_id": i, "text": "", "templates": [template]} for i in "abc"]
    for name, content in (("test", rows), ("gtt_test", gold)):
        lines = "".join(json.dumps(row) + "\n" for row in content)
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    assert benchmark("muc4", "--data", tmp_path, "--split", "test", "--json") == 0
    figures = json.loads(capsys.readouterr().out)["figures"]
    found = {f["measure"]: (f["recall"], f["gold"]) for f in figures}
    assert found == {"micro": (1, 4), "incident_type": (1, 2), "Target": (1, 2)}
