"""One report through the stages that need no other: parse, extract, assemble."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from incidents.extractors import Mention, extract
from incidents.pipeline.assemble import assemble
from incidents.pipeline.assemble.confidence import confidence
from incidents.pipeline.assemble.weights import Weights, learned
from incidents.pipeline.boxes import quote_boxes
from incidents.pipeline.parse import parse
from incidents.pipeline.paths import parse as steps
from incidents.pipeline.recase import unshout
from incidents.pipeline.records import Citation, Incident, Report, to_json
from incidents.pipeline.segment import Block, segment


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one report, as plain JSON objects.

    Attributes:
        doc_id: The report's.
        document: Its row of ``documents.jsonl``.
        mentions: Its row of ``mentions.jsonl``.
        records: Its rows of ``records.jsonl``.
        layout: Of its ``layout/<doc_id>.json`` the id, the pages and the lines; empty
            where it has no pages.
        dropped: How many values had no support, by field.
    """

    doc_id: str
    document: dict[str, Any]
    mentions: dict[str, Any]
    records: list[dict[str, Any]]
    layout: dict[str, Any] = field(default_factory=dict)
    dropped: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A report as the extractors leave it to assembly.

    Attributes:
        report: The document.
        doc: Its text, parsed block by block.
        blocks: Its blocks.
        mentions: What the extractors read in it, in reading order.
    """

    report: Report
    doc: Doc
    blocks: tuple[Block, ...]
    mentions: tuple[Mention, ...]


def parse_report(report: Report, nlp: Language) -> Parsed:
    """Parse one report and run every extractor over it."""
    blocks = segment(report.text)
    doc = parse(unshout(report.text, blocks, nlp), blocks, nlp)
    mentions = tuple(
        replace(m, text=report.text[m.start : m.end])
        for m in extract(doc, report.published)
    )
    return Parsed(report, doc, blocks, mentions)


def read_report(
    report: Report, nlp: Language, weights: Weights | None = None
) -> Reading:
    """Run one report through parsing, extraction and assembly.

    Args:
        report: The document.
        nlp: The model.
        weights: Of assembly's decisions; those that ship, unless others are given.
    """
    weights = weights or learned()
    parsed = parse_report(report, nlp)
    told = assemble(report, parsed.doc, parsed.blocks, parsed.mentions, weights)
    dropped: dict[str, int] = {}
    for drop in told.drops:
        dropped[drop.field] = dropped.get(drop.field, 0) + 1
    return Reading(
        report.doc_id,
        _document(report),
        {
            "doc_id": report.doc_id,
            "mentions": [mention_row(m) for m in parsed.mentions],
            "left_out": [to_json(e) for e in told.left_out],
        },
        [write_record(i, report, weights) for i in told.incidents],
        _layout(report),
        dropped,
    )


def _document(report: Report) -> dict[str, Any]:
    row = to_json(replace(report, layout=()))  # which is long, and stands elsewhere
    for key in ("layout", "page_sizes", "text", "issued"):
        del row[key]
    row["published"] = row["published"] or report.issued
    row["given"] = dict(report.given)
    return {**row, "pages": report.pages, "text": report.text}


def mention_row(mention: Mention) -> dict[str, Any]:
    """A mention as ``mentions.jsonl`` has it."""
    return {
        "start": mention.start,
        "end": mention.end,
        "label": mention.label,
        "text": mention.text,
        "value": mention.value,
        "extractor": mention.extractor,
        **dict(mention.attributes),
    }


def write_record(
    incident: Incident, report: Report, weights: Weights
) -> dict[str, Any]:
    """The record with its ids first; an event of its own until merging is built.

    Beside the citations of a list's values stands one of the list itself, which is that
    of its first value: who looks for a citation by the name of a field, as the field's
    scorer does, finds none of ``targets`` in ``targets[0]``. ``paths.each`` leaves it
    out again for those who show values.
    """
    id = incident.incident_id
    cited = _with_lists(incident.citations)
    row = to_json(replace(incident, citations=cited))
    del row["doc_id"]
    for alternative in row["alternatives"]:
        del alternative["citation"]["field"]
    row["citations"] = [
        {**told, **_boxes(citation, report)}
        for told, citation in zip(row["citations"], cited, strict=True)
    ]
    record = {"doc_id": report.doc_id, "incident_id": id, "event_key": id, **row}
    if any(citation.page in report.ocr for citation in cited):
        record["ocr"] = True
    return record | confidence(record, weights.confidence)


def _with_lists(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """``citations``, with one of each list before that of its first value."""
    found: dict[Citation, None] = {}
    for citation in citations:
        name, *rest = steps(citation.field)
        if rest[:1] == [0] and not any(c.field == name for c in found):
            found[replace(citation, field=str(name))] = None
        found[citation] = None
    return tuple(found)


def _boxes(citation: Citation, report: Report) -> dict[str, Any]:
    """The page and place of each printed line that a quote touches."""
    found = quote_boxes(report.text, report.layout, citation.start, citation.end)
    boxes = [[page, *box] for page, box in found]
    return {"boxes": boxes} if boxes else {}


def _layout(report: Report) -> dict[str, Any]:
    if not report.page_sizes:
        return {}
    return {
        "doc_id": report.doc_id,
        "pages": [list(size) for size in report.page_sizes],
        "lines": report.layout,
    }
