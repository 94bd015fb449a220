"""Mentions of one document to candidate incidents, each value cited and supported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.alternatives import alternatives
from incidents.pipeline.assemble.belonging import belong
from incidents.pipeline.assemble.cite import Citer
from incidents.pipeline.assemble.entries import events
from incidents.pipeline.assemble.event import ROW, Event
from incidents.pipeline.assemble.fill import fill
from incidents.pipeline.assemble.forms import forms
from incidents.pipeline.assemble.join import join
from incidents.pipeline.assemble.judge import judge
from incidents.pipeline.assemble.left_out import LeftOut, left_out
from incidents.pipeline.assemble.offers import Document
from incidents.pipeline.assemble.qualify import unfit
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.assemble.rows import rows
from incidents.pipeline.assemble.sequel import __name__ as COUNTED
from incidents.pipeline.assemble.story import Story
from incidents.pipeline.assemble.support import Drop, Reading, supported
from incidents.pipeline.assemble.telling import Telling
from incidents.pipeline.assemble.weights import Weights, learned
from incidents.pipeline.assemble.worth import worths
from incidents.pipeline.records import Incident, Passage, Report
from incidents.pipeline.segment import Block

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Assembly", "Drop", "LeftOut", "assemble"]


@dataclass(frozen=True, slots=True)
class Assembly:
    """What a document tells of.

    Attributes:
        incidents: In the order of their first citations.
        drops: Values that had no support.
        left_out: Event words that are in no record, and why.
    """

    incidents: tuple[Incident, ...]
    drops: tuple[Drop, ...]
    left_out: tuple[LeftOut, ...]


def assemble(
    report: Report,
    doc: Doc,
    blocks: Sequence[Block],
    mentions: Sequence[Mention],
    weights: Weights | None = None,
) -> Assembly:
    """The incidents that ``report`` tells of, and what came to none.

    Args:
        report: The document.
        doc: Its text, parsed block by block.
        blocks: Its blocks.
        mentions: What the extractors read in it, in reading order.
        weights: Of the decisions; those that ship, unless others are given.
    """
    reader, citer = Reader(doc, mentions), Citer(report)
    weights = weights or learned()
    told = judge(reader, tell(reader, blocks), weights)
    read = Reading(report, all_read(mentions, told))
    incidents: list[Incident] = []
    drops: list[Drop] = []
    unfit_stories: list[tuple[Story, str]] = []
    in_records: list[Event] = []
    stories = join(told, weights)
    document = Document(reader, stories)
    found = [(story, belong(document, story, weights)) for story in stories]
    seen = worths(found, len(report.text))
    for (story, chosen), signs in zip(found, seen, strict=True):
        telling = Telling(story, reader, citer, chosen, document.said)
        incident, unsupported = supported(fill(telling), read)
        drops += unsupported
        borne = not any(drop.field == "incident_type" for drop in unsupported)
        if why := unfit(incident, story, signs, weights, borne):
            unfit_stories.append((story, why))
            continue
        in_records += story.events
        others = alternatives(telling, incident, read)
        incidents.append(
            replace(incident, alternatives=others, passages=_passages(story))
        )
    incidents.sort(key=lambda i: (min(c.start for c in i.citations), i.incident_id))
    left = left_out(reader.mentions, told, in_records, unfit_stories)
    return Assembly(tuple(incidents), tuple(drops), left)


def tell(reader: Reader, blocks: Sequence[Block]) -> list[Event]:
    """All that the document may tell of events, in reading order, not yet judged."""
    filled = [*forms(reader)]
    prose = (
        event
        for event in events(reader, blocks)
        if not any(form.start <= event.start < form.end for form in filled)
    )
    told = [*rows(reader, blocks), *filled, *prose]
    return sorted(told, key=lambda event: (event.start, event.end))


def all_read(mentions: Iterable[Mention], told: Iterable[Event]) -> tuple[Mention, ...]:
    """``mentions`` with those that tables and counted days make, in reading order."""
    by_column = {m: m for event in told if event.origin == ROW for m in event.mentions}
    others = (m for m in mentions if m not in by_column)
    counted = {m for event in told for m in event.mentions if m.extractor == COUNTED}
    return tuple(sorted((*by_column.values(), *others, *counted)))


def _passages(story: Story) -> tuple[Passage, ...]:
    """What the incident was made from, in reading order, with the reasons."""
    return tuple(
        Passage(p.event.start, p.event.end, round(p.strength, 2), p.reason)
        for p in sorted(story.parts, key=lambda p: p.event.start)
    )
