"""Mentions of one document to candidate incidents, each value cited and supported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from extractors.cues import LABEL as CUE
from extractors.mention import Mention
from pipeline.assemble.alternatives import alternatives
from pipeline.assemble.cite import Citer
from pipeline.assemble.fill import Telling, fill
from pipeline.assemble.frames import Reader, frames
from pipeline.assemble.link import Cluster, link
from pipeline.assemble.promote import promote
from pipeline.assemble.qualify import qualifies
from pipeline.assemble.support import Drop, supported
from pipeline.assemble.tables import rows
from pipeline.records import Incident, Passage, Report
from pipeline.segment import Block

__all__ = ["Drop", "assemble"]


def _passages(cluster: Cluster) -> tuple[Passage, ...]:
    """What the incident was made from, in reading order, with the reasons."""
    joined = zip(cluster.frames, cluster.strengths, cluster.reasons, strict=True)
    return tuple(
        Passage(f.start, f.end, round(s, 2), r)
        for f, s, r in sorted(joined, key=lambda j: j[0].start)
    )


def assemble(
    report: Report, doc: Doc, blocks: Sequence[Block], mentions: Sequence[Mention]
) -> tuple[tuple[Incident, ...], tuple[Drop, ...]]:
    """The incidents that ``report`` tells of, and the values that had no support.

    Args:
        report: The document.
        doc: Its text, parsed block by block.
        blocks: Its blocks.
        mentions: What the extractors read in it, in reading order.

    Returns:
        Incidents in the order of their first citations, and what was dropped.
    """
    named = [m for m in mentions if m.label != CUE]
    reader, citer = Reader(doc, named), Citer(report)
    found = promote(list(frames(reader, blocks)), reader.text)
    structured = [*rows(reader, blocks), *(f for f in found if f.origin == "entry")]
    prose = [f for f in found if f.origin != "entry"]
    incidents: list[Incident] = []
    drops: list[Drop] = []
    for cluster in link(structured, prose):
        telling = Telling(cluster, reader, citer)
        incident, unsupported = supported(fill(telling), report)
        drops += unsupported
        if qualifies(incident, cluster):
            incidents.append(
                replace(
                    incident,
                    alternatives=alternatives(telling, incident),
                    passages=_passages(cluster),
                )
            )
    incidents.sort(key=lambda i: (min(c.start for c in i.citations), i.incident_id))
    return tuple(incidents), tuple(drops)
