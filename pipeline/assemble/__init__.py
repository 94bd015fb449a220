"""Mentions of one document to candidate incidents, each value cited and supported."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from extractors.mention import Mention
from pipeline.assemble.cite import Citer
from pipeline.assemble.fill import Telling, fill
from pipeline.assemble.frames import Reader, frames
from pipeline.assemble.link import link
from pipeline.assemble.promote import promote
from pipeline.assemble.qualify import qualifies
from pipeline.assemble.support import Drop, supported
from pipeline.assemble.tables import rows
from pipeline.records import Incident, Report
from pipeline.segment import Block

__all__ = ["Drop", "assemble"]


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
    reader, citer = Reader(doc, mentions), Citer(report)
    found = promote(list(frames(reader, blocks)), reader.text)
    structured = [*rows(reader, blocks), *(f for f in found if f.origin == "entry")]
    prose = [f for f in found if f.origin != "entry"]
    incidents: list[Incident] = []
    drops: list[Drop] = []
    for cluster in link(structured, prose):
        incident, unsupported = supported(fill(Telling(cluster, reader, citer)), report)
        drops += unsupported
        if qualifies(incident, cluster):
            incidents.append(incident)
    incidents.sort(key=lambda i: (min(c.start for c in i.citations), i.incident_id))
    return tuple(incidents), tuple(drops)
