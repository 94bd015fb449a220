from dataclasses import replace
from hashlib import sha256

import pytest
import spacy

from incidents.pipeline.learn.reviewed import read, reviewed, told
from incidents.pipeline.review.decisions import FINAL, Decision
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.store import Store, address
from tests.pipeline.review.runs import TEXT, document, lahore, quetta, write_run


def decide(run, kind, subject, value_id="", **payload):
    """Let somebody decide on a record of ``run``."""
    store = Store(address(None, run))
    doc_id = subject.partition("/")[0]
    seen = store.heads(FINAL).get(doc_id, 0)
    text = sha256(TEXT.encode()).hexdigest()
    made = Decision(kind, doc_id, subject, value_id, payload, text_sha256=text)
    store.append(replace(made, reviewer="Ada"), seen)
    store.close()


def accept(run, subject):
    """Accept each value of a record."""
    store = Store(address(None, run))
    state = Desk(run, store).state(FINAL, subject)
    store.close()
    for value in state.values:
        decide(run, "accept", subject, value.id)


@pytest.fixture
def run(tmp_path):
    """Three stories: of two records, of one, of none."""
    documents = [document("a"), document("b"), document("c")]
    records = [quetta("a"), lahore("a"), quetta("b")]
    return write_run(tmp_path / "run", documents, records)


def test_a_run_that_nobody_reviewed_is_refused(run, tmp_path):
    with pytest.raises(ValueError, match="no document with every record decided"):
        reviewed(run)
    with pytest.raises(ValueError, match="no run"):
        reviewed(tmp_path)


def test_a_document_of_which_a_record_is_open_teaches_nothing(run):
    accept(run, "a/one")
    with pytest.raises(ValueError, match="no document with every record decided"):
        reviewed(run)


def test_what_was_accepted_is_gold_and_what_is_no_incident_is_not(run):
    accept(run, "a/one")
    decide(run, "no_incident", "a/two")
    decide(run, "no_incident", "b/one")
    found = reviewed(run)
    assert [one.document.id for one in found] == ["a", "b"]
    assert [[r["incident_id"] for r in one.gold] for one in found] == [["a/one"], []]
    assert told(run, found).startswith("- run: 2 reviewed, 1 records, texts ")


def test_a_document_is_read_again_beside_its_gold(run):
    accept(run, "b/one")
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    study = read(reviewed(run)[0], nlp)
    assert study.parsed.report.text == TEXT
    assert study.coded.doc_id == "b"
    assert [r["killed"] for r in study.coded.gold] == [{"min": 12, "max": 12}]
