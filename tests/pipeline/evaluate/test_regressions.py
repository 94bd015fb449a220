"""The gate on the pipeline itself: what breaks it is caught, what tidies it is not."""

import sys
import tomllib
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from corpus.anchor import read_corpus
from incidents import extractors, gazetteers
from incidents.pipeline import document
from incidents.pipeline.evaluate import evaluate
from incidents.pipeline.evaluate.baseline import baseline_of
from incidents.pipeline.evaluate.gate import compare
from incidents.pipeline.recordfile import load

pytestmark = pytest.mark.model
DOCUMENTS = ("al-shabaab-card", "ataturk-airport", "hostage-taking", "troubles-bombs")
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def reports():
    found = read_corpus()
    return [found[doc_id] for doc_id in DOCUMENTS]


@pytest.fixture(scope="module")
def gold():
    records = load(ROOT / "corpus" / "gold" / "gold.jsonl")
    return [record for record in records if record["doc_id"] in DOCUMENTS]


def measure(reports, gold, trained):
    records = [r for x in reports for r in document.read_report(x, trained).records]
    return evaluate(gold, records, {report.doc_id: report.text for report in reports})


@pytest.fixture(scope="module")
def baseline(reports, gold, trained):
    return baseline_of(measure(reports, gold, trained))


@pytest.fixture
def verdict(reports, gold, trained, baseline):
    return lambda: compare(baseline, measure(reports, gold, trained))


def lost(verdict):
    return {change.measure for change in verdict.changes if change.lost}


def switch(monkeypatch, change):
    found = change(dict(extractors.extractors()))
    monkeypatch.setattr(extractors, "extractors", lambda: found)


@pytest.mark.parametrize(
    ("extractor", "field"),
    [
        ("dates", "date"),
        ("places", "places"),
        ("groups", "groups"),
        ("figures", "killed"),
        ("weapons", "weapon_categories"),
        ("targets", "targets"),
    ],
)
def test_an_extractor_switched_off_is_caught(verdict, monkeypatch, extractor, field):
    name = f"incidents.extractors.{extractor}"
    switch(monkeypatch, lambda all: {k: v for k, v in all.items() if k != name})
    failed = verdict()
    assert not failed.passed
    assert field in lost(failed)


def test_mentions_shifted_by_one_are_caught(verdict, monkeypatch):
    def shifted(doc, published=None):
        return tuple(
            replace(m, start=m.start + 1, end=m.end + 1)
            for m in extractors.extract(doc, published)
            if m.end < len(doc.text)
        )

    monkeypatch.setattr(document, "extract", shifted)
    failed = verdict()
    assert not failed.passed
    assert "slots" in lost(failed)


def test_citations_shifted_by_one_are_caught(reports, gold, trained, baseline):
    def moved(record):
        cited = [
            {**c, "start": c["start"] + 1, "end": c["end"] + 1}
            for c in record["citations"]
        ]
        return {**record, "citations": cited}

    texts = {report.doc_id: report.text for report in reports}
    records = [
        moved(r) for x in reports for r in document.read_report(x, trained).records
    ]
    (failure,) = compare(baseline, evaluate(gold, records, texts)).failures
    assert failure.startswith("verbatim: ")


def forget():
    """Whatever extractors keep of the gazetteers is read anew."""
    for name, module in list(sys.modules.items()):
        if name.startswith("incidents.extractors"):
            for held in list(vars(module).values()):
                if hasattr(held, "cache_clear"):
                    held.cache_clear()


def test_a_gazetteer_entry_lost_is_caught(verdict, monkeypatch):
    def without(file):
        lost = "al-shabaab"  # with its branches, which are named after it
        tables = tomllib.load(file).items()
        return {id: t for id, t in tables if lost not in (id, *t.get("parents", ()))}

    reader = SimpleNamespace(load=without)
    with monkeypatch.context() as patched:
        patched.setattr(gazetteers, "tomllib", reader)
        forget()
        try:
            failed = verdict()
        finally:
            forget()
    assert not failed.passed
    assert "groups" in lost(failed)


def test_extractors_in_another_order_are_no_loss(verdict, monkeypatch):
    switch(monkeypatch, lambda all: dict(reversed(all.items())))
    again = verdict()
    assert again.passed
    assert again.lost == again.gained == ()


def test_mentions_made_anew_are_no_loss(verdict, monkeypatch):
    monkeypatch.setattr(
        document,
        "extract",
        lambda doc, published=None: tuple(
            replace(m) for m in reversed(extractors.extract(doc, published))
        )[::-1],
    )
    assert verdict().passed
