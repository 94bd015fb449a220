"""Whether the words cited for a value bear it out: the first law, for people too.

What a reviewer types is tried as what the program reads is, by the checks of
``assemble.support`` on the mentions that the run wrote, or where the value itself is
printed there. No model is needed. Of the values that people coded for the shipped
corpus 93 % are so borne out; the rest follow from more than their quote says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields as attributes
from datetime import date
from typing import Any

from incidents.extractors.mention import Mention, pack
from incidents.pipeline import paths, records
from incidents.pipeline.assemble.support import Reading, supported
from incidents.pipeline.fields import BY_NAME, FIELDS, Field, values
from incidents.pipeline.kinds import Kind
from incidents.pipeline.records import Citation, Derivation, Incident, Report, Suspects
from incidents.pipeline.review.printed import stands
from incidents.pipeline.review.values import Value

Row = Mapping[str, Any]
#: The keys of a mention in its file that are its own; all others are attributes.
_OWN = ("start", "end", "label", "text", "value", "extractor")
_NAMED = {
    "targets": records.Target,
    "weapons": records.Weapon,
    "groups": records.GroupLink,
}


def bears(record: Row, value: Value, document: Row, mentions: Sequence[Row]) -> bool:
    """Whether what is cited for a value of a record bears it out.

    Args:
        record: With the codebook's keys, ``value`` among them.
        value: With its citations.
        document: Its row of ``documents.jsonl``.
        mentions: What the run read in the document.
    """
    field = BY_NAME[value.field]
    if stands(field, value.value, value.citations, mentions):
        return True
    try:
        read = sorted(map(_mention, mentions))
        kept, drops = supported(incident(record), Reading(report(document), read))
    except (ValueError, TypeError, AttributeError):  # a folder that no run wrote
        return False
    if field.required:  # what a record has to have is not taken out, but dropped
        return field.name not in {drop.field for drop in drops}
    return _value(field, value.value) in values(kept, field)


def incident(record: Row) -> Incident:
    """A record of a file as assembly has it."""
    told: dict[str, Any] = {}
    suspects: dict[str, Any] = {}
    for field in FIELDS:
        found = tuple(_value(field, v) for v in values(record, field))
        held = suspects if field.part else told
        if field.ends:
            ends = found[0] if found else records.Range(None, None)
            held |= dict(zip(field.ends, (ends.min, ends.max), strict=True))
        else:
            held[field.part or field.name] = found if field.many else _first(found)
    cited = tuple(map(citation, paths.each(record.get("citations") or ())))
    told = {k: v for k, v in told.items() if v is not None}
    doc_id = str(record["doc_id"])
    return Incident(doc_id, **told, suspects=Suspects(**suspects), citations=cited)


def report(document: Row) -> Report:
    """A document of a file as ingest gives it, without its pages."""
    given = document.get("published")
    try:
        published = date.fromisoformat(str(given))
    except ValueError:
        published = None
    names = ("doc_id", "source", "sha256", "media_type", "text")
    id, source, digest, kind, text = (str(document.get(name) or "") for name in names)
    title = document.get("title")
    return Report(id, source, digest, kind, text, title, published=published)


def _first(found: tuple[Any, ...]) -> Any:
    return found[0] if found else None


def _value(field: Field, value: Any) -> Any:
    """A value of a file as assembly has it."""
    if field.kind is Kind.FIGURE:
        return records.Range(value["min"], value["max"])
    if field.kind is Kind.NAMED:
        return _NAMED[field.name](*(value[part] for part in field.parts))
    if field.kind is Kind.PEOPLE:
        names = [a.name for a in attributes(records.Person)]
        told = {name: value.get(name) for name in names}
        return records.Person(**told | {"legal": tuple(value.get("legal") or ())})
    return value


def citation(cited: Row) -> Citation:
    """A citation of a file as assembly has it."""
    focus = cited.get("focus")
    return Citation(
        str(cited.get("field") or ""),
        cited.get("page") or 1,
        cited["start"],
        cited["end"],
        str(cited.get("quote") or ""),
        (focus[0], focus[1]) if focus else None,
        Derivation.read(cited.get("derived_from")),
    )


def _mention(row: Row) -> Mention:
    own = {key: row[key] for key in _OWN}
    more = {key: value for key, value in row.items() if key not in _OWN}
    return Mention(**own, attributes=pack(**more))
