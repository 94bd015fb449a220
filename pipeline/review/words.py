"""Values and fields in words, for a reader."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from incidents.pipeline.fields import BY_NAME
from incidents.pipeline.kinds import Kind
from incidents.pipeline.records import Derivation
from incidents.pipeline.review.folder import Document
from incidents.pipeline.review.tables import cell_of
from incidents.pipeline.review.values import Value, own_words
from incidents.pipeline.review.written import countries

_RANGE = re.compile(r"(?=.*\d)(\d*)\.\.(\d*)")  # as alternatives have it
#: Characters of a quote before the words in question, and after, on one line.
_BEFORE, _SHORT = 20, 160
_WHY = {
    "published": "counted from the day of publication, {published}",
    "passage": "with another passage",
    "column": "by its column",
    "heading": "by its heading",
    "place": "country of the place",
    "event": "as the event is told",
    "manner": "by the manner told",
    "sum": "sum of the figures",
    "coder": "by the coder's judgement",
}
#: The same where the words that it rests on are known.
_LEANT = _WHY | {
    "passage": "with “{words}”",
    "column": "under “{words}”",
    "heading": "under “{words}”",
    "coder": "by the coder's judgement, with “{words}”",
}


def label(field: str) -> str:
    """The name of ``field`` on the form."""
    known = BY_NAME.get(field)
    return known.label if known else term(field).capitalize()


def reading(value: Value) -> str:
    """A value in words, a term of the codebook without its marks."""
    return of_field(value.value, value.field)


def of_field(value: Any, field: str) -> str:
    """The same, for a value of ``field``.

    >>> of_field("armed_assault", "attack_types"), of_field("FR", "countries")
    ('armed assault', 'France')
    """
    kind = BY_NAME[field].kind
    if kind is Kind.COUNTRY:
        return countries().get(value, str(value))
    said = say(value)
    return term(said) if kind is Kind.TERM else said


def say(value: Any) -> str:
    """``value`` in words: ``81 or more``, ``market (business)``.

    >>> say({"min": 81, "max": None}), say("..399"), say({"name": "ETA", "link": "x"})
    ('81 or more', 'up to 399', 'ETA (x)')
    """
    if value is None:
        return "none"
    if isinstance(value, dict):
        if set(value) >= {"min", "max"}:
            return _say_range(value["min"], value["max"])
        if "legal" in value:
            return _say_person(value)
        parts = [str(part) for part in value.values() if part is not None]
        return (
            parts[0] + "".join(f" ({term(part)})" for part in parts[1:2])
            if parts
            else ""
        )
    if isinstance(value, str) and (ends := _RANGE.fullmatch(value)):
        return _say_range(ends[1] or None, ends[2] or None)
    if isinstance(value, list | tuple):
        return ", ".join(map(say, value))
    return str(value)


def term(name: str) -> str:
    """A term of the codebook as words."""
    return name.replace("_", " ")


def parted(citation: Mapping[str, Any]) -> tuple[str, str, str]:
    """The quote: what stands before the value's own words, these, and what follows."""
    quote = str(citation.get("quote") or "")
    if not (focus := own_words(citation)):
        return quote, "", ""
    start, end = (place - citation["start"] for place in focus)
    return quote[:start], quote[start:end], quote[end:]


def short(citation: Mapping[str, Any]) -> tuple[str, str, str]:
    """The same, on one line: of what stands before the words the end only.

    >>> quote = "On Monday, as it was told by two of them, a bomb killed 12 people"
    >>> short({"quote": quote, "start": 0, "end": 65, "focus": [49, 58]})
    ('… of them, a bomb ', 'killed 12', ' people')
    """
    before, own, after = (" ".join(part.split("\n")) for part in parted(citation))
    if own and len(before) > _BEFORE:
        cut = before.find(" ", len(before) - _BEFORE)
        before = "…" + before[cut if cut >= 0 else len(before) :]
    if not own:
        before = before[:_SHORT]
    return before, own, after[:_SHORT]


def where(citation: Mapping[str, Any], document: Document) -> str:
    """The cell of a table, the page, or the line of a text without pages."""
    text, start = document.text, citation["start"]
    cell = cell_of(text, start, citation["end"])
    paged = bool(document.layout.pages) or "\f" in text
    page = f"p. {citation.get('page', '?')}" if paged else ""
    if cell:
        told = f"column {cell.column}, row {cell.row}"
        return f"{told}, {page}" if page else told
    return page or f"line {1 + text.count(chr(10), 0, max(0, start))}"


def why(citation: Mapping[str, Any], document: Document) -> str:
    """How a value follows from its quote, in words; empty where it stands in it.

    What a coder wrote of it is given as written.
    """
    given = citation.get("derived_from")
    basis = Derivation.read(given)
    if basis is None:
        return ""
    if isinstance(given, str):
        return given
    words = document.text[basis.start : basis.end] if basis.start is not None else ""
    told = _LEANT[basis.kind] if words else _WHY[basis.kind]
    return told.format(words=words, published=document.row.get("published"))


def _say_person(person: Mapping[str, Any]) -> str:
    known = (person.get(key) for key in ("name", "age", "nationality"))
    told = ", ".join(str(part) for part in known if part is not None)
    return ": ".join(filter(None, (told, ", ".join(map(term, person["legal"] or ())))))


def _say_range(low: Any, high: Any) -> str:
    if low == high:
        return str(low)
    if high is None:
        return f"{low} or more"
    return f"up to {high}" if low is None else f"{low} to {high}"


#: What the templates say values by.
FILTERS = (label, of_field, parted, reading, say, short, term, where, why)
