import json

import pytest

from incidents.pipeline.cli import main
from incidents.pipeline.schema import event_schema, record_schema
from tests.pipeline.gold.test_check import TEXT, gold


@pytest.fixture
def write(tmp_path):
    def written(name, *records):
        path = tmp_path / name
        path.write_text("".join(json.dumps(r) + "\n" for r in records))
        return str(path)

    return written


def test_check_says_what_is_wrong_and_exits_with_1(write, tmp_path, capsys):
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text(TEXT)
    assert main(["gold", "check", write("g.jsonl", gold()), "--texts", str(texts)]) == 0
    assert capsys.readouterr().out == "1 records, 0 errors, 0 warnings\n"
    wrong = write("w.jsonl", gold(outcome="foiled"))
    assert main(["gold", "check", wrong]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "error: a/01: outcome: 'foiled' is none of an incident of type attack",
        "1 records, 1 errors, 0 warnings; quotes not looked up: give --texts",
    ]


def test_agree_sets_the_machine_beside_two_coders(write, capsys):
    anna, ben = write("anna.jsonl", gold()), write("ben.jsonl", gold(outcome="failed"))
    asked = ["gold", "agree", anna, ben, "--machine", anna]
    assert main([*asked, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(t["one"], t["two"]) for t in told] == [
        ("anna", "ben"),
        ("anna", "machine"),
        ("ben", "machine"),
    ]
    assert [t["fields"]["outcome"]["same"] for t in told] == [0, 1, 0]
    assert main(asked) == 0
    shown = capsys.readouterr().out
    assert "ben and machine" in shown
    assert "…" not in shown  # it fits a line of 80
    assert "0/1" in shown


def test_add_writes_what_is_sound_and_nothing_else(write, tmp_path, capsys):
    target = tmp_path / "new" / "gold.jsonl"
    reviewed = write("reviewed.jsonl", gold())
    assert main(["gold", "add", reviewed, "--to", str(target)]) == 1
    assert not target.exists()
    asked = ["gold", "add", reviewed, "--to", str(target), "--by", "anna"]
    assert main([*asked, "--at", "2024-05-06"]) == 0
    (line,) = target.read_text().splitlines()
    assert json.loads(line)["reviewed"] == {"by": ["anna"], "at": "2024-05-06"}
    capsys.readouterr()
    assert main(asked) == 0
    assert capsys.readouterr().out.startswith(
        "left out: a/01: is gold already, as a/01"
    )


def test_add_takes_a_reviewed_run_and_looks_quotes_up_there(
    tmp_path, monkeypatch, capsys
):
    export = pytest.importorskip("incidents.pipeline.review.export")
    run, target = tmp_path / "run", tmp_path / "gold.jsonl"
    run.mkdir()
    review = {"status": "done", "reviewers": ["anna"], "at": "2024-05-06"}
    accepted = gold(review=review)
    monkeypatch.setattr(export, "reviewed_gold", lambda run, database: [accepted])
    document = run / "documents.jsonl"
    document.write_text(json.dumps({"doc_id": "a", "text": "Another text."}))
    assert main(["gold", "add", str(run), "--to", str(target)]) == 1
    assert "of the text: 'a bomb'" in capsys.readouterr().out
    document.write_text(json.dumps({"doc_id": "a", "text": TEXT}))
    assert main(["gold", "add", str(run), "--to", str(target)]) == 0
    added = json.loads(target.read_text())
    assert added["reviewed"] == {"by": ["anna"], "at": "2024-05-06"}


def test_schema_is_printed(capsys):
    assert main(["gold", "schema"]) == 0
    assert json.loads(capsys.readouterr().out) == record_schema()
    assert main(["gold", "schema", "event"]) == 0
    assert json.loads(capsys.readouterr().out) == event_schema()
