from types import SimpleNamespace

import pytest

from incidents.pipeline.learn import holdout


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
    monkeypatch.setattr(
        holdout,
        "evaluate",
        lambda gold, found, *, borderline: (gold, found, borderline),
    )
    return calls


def study(name):
    parsed = SimpleNamespace(report=name, doc=None, blocks=(), mentions=())
    aside = ((3, 9),) if name == "b" else ()
    coded = SimpleNamespace(doc_id=name, gold=(f"gold of {name}",), aside=aside)
    return SimpleNamespace(parsed=parsed, coded=coded)


FOUND = [study(name) for name in "abcd"]
FOLDS = {"a": 2, "b": 1, "c": 2, "z": 5}


def test_no_document_is_read_by_what_it_taught(learned):
    found = holdout.read_by_others(FOUND, FOLDS)
    assert learned == [("b", tuple("acd")), ("a", tuple("bd")), ("c", tuple("bd"))]
    assert [r["doc_id"] for r in found] == ["b", "a", "c"]


def test_what_has_no_fold_is_not_measured():
    kept = holdout.with_fold(FOUND, FOLDS)
    assert holdout.gold(kept) == ["gold of a", "gold of b", "gold of c"]


def test_each_fold_is_heard_of(learned):
    heard = []
    holdout.read_by_others(FOUND, FOLDS, heard.append)
    assert heard == [1, 2]


def test_records_are_measured_on_the_gold_of_their_documents(learned):
    read = holdout.records(FOUND, "weights")
    assert learned == [(name, "weights") for name in "abcd"]
    measured = holdout.measure(FOUND, read)
    assert measured == (holdout.gold(FOUND), read, {"b": ((3, 9),)})
