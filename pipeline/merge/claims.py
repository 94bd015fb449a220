"""What each report claims of an event: every value of every record, with its quotes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from incidents.extractors.places.names import fold
from incidents.pipeline import paths
from incidents.pipeline.fields import FIELDS, path_of, values
from incidents.pipeline.kinds import Kind

Record = Mapping[str, Any]
#: A figure as another reading of a document is written: ``12``, ``81..``, ``..399``.
_FIGURE = re.compile(r"(\d{0,15})(\.\.)?(\d{0,15})")


@dataclass(frozen=True, slots=True)
class Source:
    """A document, as far as a claim of it is weighed.

    Attributes:
        doc_id: Its id.
        publisher: Who published it, where known.
        published: The day, ISO 8601, where known.
        sha256: Of its file, where known.
        text: Its canonical text, where known.
    """

    doc_id: str
    publisher: str | None = None
    published: str | None = None
    sha256: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One value that one record has.

    Attributes:
        field: A name of the table of fields.
        value: As the record has it.
        incident_id: The record.
        source: Its document.
        citations: What bears it out.
        hedged: Whether the record is but alleged or denied.
        alternative: Whether it is a reading that the record itself did not take.
    """

    field: str
    value: Any
    incident_id: str
    source: Source
    citations: tuple[Mapping[str, Any], ...] = ()
    hedged: bool = False
    alternative: bool = False

    @property
    def key(self) -> str:
        """What makes two claims agree: the value, for words as they are compared."""
        return agreement(self.value)


def agreement(value: Any) -> str:
    """The same text for values that agree; case and accents part no names.

    >>> agreement({"text": "The Hall", "category": "other"}) == agreement(
    ...     {"text": "the hall", "category": "other"})
    True
    """
    if isinstance(value, str):
        return _of_text(value)
    return json.dumps(_folded(value), sort_keys=True, ensure_ascii=False)


@lru_cache(maxsize=50_000)
def _of_text(value: str) -> str:
    """The same of a text, which most values are, many of them time and again."""
    return json.dumps(_folded(value), ensure_ascii=False)


def _folded(value: Any) -> Any:
    if isinstance(value, str):  # a date's marks are no stops
        return fold(value) if value[:1].isalpha() else value
    if isinstance(value, Mapping):
        return {k: _folded(v) for k, v in value.items()}
    return [_folded(v) for v in value] if isinstance(value, list) else value


def claims(record: Record, source: Source) -> Iterator[Claim]:
    """Every value of ``record``, and every other reading that it kept."""
    cited = paths.Cited(paths.each(record.get("citations") or []))
    hedged = record.get("assertion") not in (None, "asserted")
    id = str(record["incident_id"])
    for field in FIELDS:
        for n, value in enumerate(values(record, field)):
            found = tuple(cited.of(path_of(field, n)))
            yield Claim(field.name, value, id, source, found, hedged)
    for other in record.get("alternatives") or ():
        name = str(other.get("field"))
        value = _read(name, other.get("value"))
        found = (other["citation"],) if other.get("citation") else ()
        yield Claim(name, value, id, source, found, hedged, True)


def _read(field: str, value: Any) -> Any:
    """Another reading, as a record would hold it."""
    if field not in _FIGURES or not isinstance(value, str):
        return value
    match = _FIGURE.fullmatch(value)
    if match is None or not (match[1] or match[3]):
        return value
    low = int(match[1]) if match[1] else None
    high = int(match[3]) if match[3] else None if match[2] else low
    return {"min": low, "max": high}


_FIGURES = frozenset(field.name for field in FIELDS if field.kind is Kind.FIGURE)
