from types import SimpleNamespace

import pytest

from pipeline.learn import holdout


@pytest.fixture
def learned(monkeypatch):
    """What was learned from, and what was read by it, in order."""
    calls = []

    def fit(coded, counted=(), start=None):
        return tuple(c.doc_id for c in coded)

    def assemble(report, doc, blocks, mentions, weights):
        calls.append((report, weights))
        return SimpleNamespace(incidents=[report])

    monkeypatch.setattr(holdout, "fit", fit)
    monkeypatch.setattr(holdout, "assemble", assemble)
    monkeypatch.setattr(holdout, "to_json", lambda name: {"doc_id": name})
    monkeypatch.setattr(holdout, "evaluate", lambda gold, found: (gold, found))
    return calls


def study(name):
    parsed = SimpleNamespace(report=name, doc=None, blocks=(), mentions=())
    coded = SimpleNamespace(doc_id=name, gold=(f"gold of {name}",))
    return SimpleNamespace(parsed=parsed, coded=coded)


FOUND = [study(name) for name in "abcd"]
FOLDS = {"a": 2, "b": 1, "c": 2, "z": 5}


def test_no_document_is_read_by_what_it_taught(learned):
    gold, found = holdout.out_of_sample(FOUND, FOLDS)
    assert learned == [("b", tuple("acd")), ("a", tuple("bd")), ("c", tuple("bd"))]
    assert gold == ["gold of a", "gold of b", "gold of c"]
    assert [r["doc_id"] for r in found] == ["b", "a", "c"]


def test_each_fold_is_heard_of(learned):
    heard = []
    holdout.out_of_sample(FOUND, FOLDS, heard.append)
    assert heard == [1, 2]


def test_in_sample_reads_all_by_one(learned):
    gold, found = holdout.in_sample(FOUND, "weights")
    assert learned == [(name, "weights") for name in "abcd"]
    assert len(gold) == len(found) == 4
