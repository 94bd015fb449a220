"""Answers to the clustering sets: which articles are about the same event.

Each article is one record, of its main event, whatever its motive: its marks are what
the extractors read in it and the words it has. The records are joined by the product's
own merge, with weights that were learned for whole articles (``articles.toml``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from incidents.extractors import dates
from incidents.extractors._numbers import bounds
from incidents.extractors.mention import Mention
from incidents.pipeline import edtf
from incidents.pipeline.benchmark.figures import Row
from incidents.pipeline.benchmark.reading import rows
from incidents.pipeline.document import parse_report
from incidents.pipeline.merge.join import join
from incidents.pipeline.merge.marks import Marks, Spot, capitals, content, of_record
from incidents.pipeline.merge.rows import keys
from incidents.pipeline.merge.weights import Weights, read
from incidents.pipeline.model import MODEL
from incidents.pipeline.parse import load
from incidents.pipeline.records import Report

#: Characters of an article that first tell what it is about.
_HEAD = 600
#: Characters in which it says who or what it is about.
_LEAD = 250
#: Figures that are marks of a record.
_FIGURES = {"KILLED": "killed", "INJURED": "injured", "HOSTAGES": "hostages"}


@cache
def learned() -> Weights:
    """The weights that ship: ``articles.toml``."""
    text = (files("incidents.pipeline.benchmark") / "articles.toml").read_text("utf-8")
    return read(tomllib.loads(text))


def predictions(path: Path) -> Iterator[dict[str, Any]]:
    """Answer each article of a set with the event that it is about.

    Args:
        path: JSONL of articles with ``doc_id``, ``text``, and if known ``title`` and
            ``dct``, the day of publication.

    Yields:
        ``{"doc_id", "cluster"}``.
    """
    event_of = keys(join(articles(path), learned()))
    yield from ({"doc_id": id, "cluster": event_of[id]} for id in event_of)


def articles(path: Path) -> Iterator[Marks]:
    """The marks of each article of a set."""
    nlp = load(MODEL)
    for row in rows(path):
        text, published = said(row), day(row)
        report = Report(
            row["doc_id"], "benchmark", "", "text/plain", text, published=published
        )
        mentions = parse_report(report, nlp).mentions
        yield marks(row["doc_id"], text, published, mentions)


def marks(
    doc_id: str, text: str, published: date | None, mentions: Sequence[Mention]
) -> Marks:
    """The marks of an article; its places may be of anything in it, and bar nothing."""
    told = of_record(record(doc_id, text, mentions), published)
    return replace(
        told,
        spots=tuple(Spot(spot.name) for spot in told.spots),
        names=capitals([text]),
        lead=capitals([f"of {text[:_LEAD]}"]),  # it may begin with a name
        words=content(text),
    )


def said(row: Row) -> str:
    """The title, where the text does not begin with it, and the text."""
    title, text = row.get("title") or "", str(row["text"])
    return text if text.startswith(title) else f"{title}\n\n{text}"


def day(row: Row) -> date | None:
    """The day of publication, where what is printed of it tells one."""
    printed = str(row.get("dct") or "").replace(" : ", ":")
    try:
        return date.fromisoformat(printed[:10])
    except ValueError:
        return next(_days(printed), None)


def _days(printed: str) -> Iterator[date]:
    """The days in words such as *Posted on March 5, 2011 at 3:39 PM*."""
    for mention in dates.extract(_words()(printed), None):
        span = edtf.bounds(mention.value)
        if mention.label == "DATE" and span and span[0] == span[1]:
            yield span[0]


@cache
def _words() -> Language:
    return spacy.blank("en")


def record(doc_id: str, text: str, mentions: Sequence[Mention]) -> dict[str, Any]:
    """An article as the record of its main event: all that it says may be of that."""
    places = (m for m in mentions if m.label == "PLACE" and m.get("kind") != "country")
    quotes = {"incident_type": text[:_HEAD], "date": text}
    return {
        "incident_id": doc_id,
        "doc_id": doc_id,
        "incident_type": "attack",
        "places": list(dict.fromkeys(m.text for m in places)),
        "suspects": {
            "names": [m.value or m.text for m in mentions if m.label == "PERSON"],
            "ages": sorted({m.value for m in mentions if m.label == "AGE"}),
        },
        "weapons": [
            {"category": m.get("category")} for m in mentions if m.label == "WEAPON"
        ],
        **dict(_figures(mentions)),
        "citations": [{"field": f, "quote": q} for f, q in quotes.items()],
    }


def _figures(mentions: Sequence[Mention]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The first figure of each kind, as what comes first is the newest."""
    first = {m.label: m.value for m in reversed(mentions) if m.label in _FIGURES}
    for label, value in first.items():
        low, high = bounds(value)
        yield _FIGURES[label], {"min": low, "max": high}
