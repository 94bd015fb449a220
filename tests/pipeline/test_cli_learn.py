import json
import tomllib

import pytest
import spacy

from incidents.pipeline.assemble.weights import learned, load
from incidents.pipeline.cli import main
from tests.pipeline.learn.test_reviewed import decide
from tests.pipeline.review.runs import document, quetta, write_run


@pytest.fixture
def given(tmp_path, monkeypatch):
    """A folder of one report, its gold, a file of folds; no trained model."""

    def load(model):
        made = spacy.blank("en")
        made.add_pipe("sentencizer")
        return made

    monkeypatch.setattr("incidents.pipeline.learn.command.load", load)
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text("Gunmen bombed a court in Tarn.", "utf-8")
    row = {
        "doc_id": "a",
        "incident_id": "a/1",
        "event_key": "x",
        "incident_type": "attack",
        "citations": [],
    }
    (tmp_path / "gold.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    (tmp_path / "folds.tsv").write_text("doc_id\tfold\na\t1\n", "utf-8")
    return tmp_path


def learn(folder, *more):
    sources = ["--from", str(folder / "reports"), str(folder / "gold.jsonl")]
    return main(["learn", *sources, "--out", str(folder / "w.toml"), *more])


def test_no_weights_are_written_where_the_gold_is_of_no_report(given):
    (given / "reports" / "a.txt").rename(given / "reports" / "b.txt")
    assert learn(given) != 0
    assert not (given / "w.toml").exists()


def test_out_must_be_given():
    with pytest.raises(SystemExit):
        main(["learn", "--from", "x", "y"])


def test_something_to_learn_from_must_be_given(given, capsys):
    assert main(["learn", "--out", str(given / "w.toml")]) == 2
    assert "give --from, or --reviewed" in " ".join(capsys.readouterr().err.split())


def test_weights_to_begin_from_must_be_weights(given, capsys):
    (given / "bad.toml").write_text("[join]\n", "utf-8")
    assert learn(given, "--start", str(given / "bad.toml")) == 2
    assert "make it with incidents learn" in " ".join(capsys.readouterr().err.split())
    assert not (given / "w.toml").exists()


def test_what_it_began_from_stands_in_the_head(given):
    assert learn(given) == 0
    (given / "w.toml").rename(given / "first.toml")
    assert learn(given, "--start", str(given / "first.toml")) == 0
    assert "# begun from" in (given / "w.toml").read_text("utf-8")


def test_reviewed_runs_are_learned_from_beginning_with_what_ships(given, capsys):
    """One record was found to be no incident, and one document left undecided."""
    rows = [document("a"), document("b")], [quetta("a"), quetta("b")]
    run = write_run(given / "run", *rows)
    decide(run, "no_incident", "a/one")
    out = given / "w.toml"
    assert main(["learn", "--reviewed", str(run), "--out", str(out)]) == 0
    text = out.read_text("utf-8")
    assert "# - run: 1 reviewed, 0 records, texts " in text
    assert "# begun from the weights that ship\n" in text
    assert "read 1 documents" in capsys.readouterr().err
    ours, theirs = learned(), load(out)
    assert {*theirs.join} == {*ours.join}
    assert theirs.kinds["attack"] != ours.kinds["attack"]


def test_weights_are_written_with_what_they_were_learned_from(given, capsys):
    assert learn(given) == 0
    text = (given / "w.toml").read_text("utf-8")
    assert "# Learned from 1 documents with\n# 1 records:\n" in text
    assert "# in sample: incident F1 0.000, slots F1 0.000\n" in text
    assert "out of sample" not in text
    decisions = {"kind", "join", "belongs", "link", "worth", "confidence"}
    assert {*tomllib.loads(text)} == decisions | {"thresholds"}
    told = capsys.readouterr()
    assert "read 1 documents" in told.err
    assert "in sample" in told.out


def test_with_folds_it_is_measured_on_what_was_not_learned_from(given, capsys):
    assert learn(given, "--folds", str(given / "folds.tsv")) == 0
    assert "# out of sample: incident" in (given / "w.toml").read_text("utf-8")
    told = capsys.readouterr()
    assert "fold 1 measured" in told.err
    assert "out of sample" in told.out


def test_how_sure_records_are_is_learned_from_those_left_out(given, capsys):
    assert learn(given) == 0
    text = (given / "w.toml").read_text("utf-8")
    assert "# confidence:" not in text
    assert load(given / "w.toml").confidence == learned().confidence
