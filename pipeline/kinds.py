"""The kinds of value that a field can have, and how each stands in JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Any


class Kind(Enum):
    """A kind of value."""

    TEXT = "text"  # words of the document
    TERM = "term"  # one of the codebook's
    DAY = "day"  # an EDTF date
    COUNTRY = "country"  # an ISO 3166-1 code
    NUMBER = "number"  # a whole number
    FIGURE = "figure"  # {min, max}: more than 80 is {81, null}
    NAMED = "named"  # words and a term of the codebook: {text, category}
    PEOPLE = "people"  # {name, age, nationality, legal}, of one person


#: Kinds that are a text in JSON.
TEXTS = (Kind.TEXT, Kind.TERM, Kind.DAY, Kind.COUNTRY)
#: Kinds that are an object.
OBJECTS = (Kind.FIGURE, Kind.NAMED, Kind.PEOPLE)
#: Kinds with words of the document, or of a gazetteer.
WORDED = (Kind.TEXT, Kind.NAMED, Kind.PEOPLE)
#: What is told of one person; each but the name may be missing.
PERSON = ("name", "age", "nationality", "legal")


def words(kind: Kind, value: Any) -> str:
    """The words of ``value`` that a document may print, or a gazetteer lists."""
    if kind in (Kind.NAMED, Kind.PEOPLE):
        return str(next(iter(value.values()), ""))
    return str(value)


def has_value(value: Any) -> bool:
    """Whether what stands under a key says anything."""
    if isinstance(value, Mapping):
        return any(map(has_value, value.values()))
    return value not in (None, [], "")


def schema(kind: Kind, terms: Sequence[str], parts: Sequence[str]) -> dict[str, Any]:
    """The JSON Schema of one value.

    Args:
        kind: Its kind.
        terms: The codebook's terms, of the value or of the part that has them.
        parts: Of ``NAMED``, the keys of the words and of the term.
    """
    if kind is Kind.TERM:
        return {"enum": list(terms)}
    if kind is Kind.NAMED:
        return record_of({parts[0]: dict(_TEXT), parts[1]: {"enum": list(terms)}})
    if kind is Kind.PEOPLE:
        steps = {"type": "array", "items": {"enum": list(terms)}}
        told = {"name": dict(_TEXT), "age": nullable(_WHOLE)}
        return record_of({**told, "nationality": nullable(_COUNTRY), "legal": steps})
    if kind is Kind.FIGURE:
        return record_of({end: nullable(_WHOLE) for end in ("min", "max")})
    return dict({Kind.COUNTRY: _COUNTRY, Kind.NUMBER: _WHOLE}.get(kind, _TEXT))


def record_of(
    properties: Mapping[str, Any], required: Iterable[str] | None = None
) -> dict[str, Any]:
    """The schema of an object of these keys and no others; all needed unless told."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties if required is None else required),
        "additionalProperties": False,
    }


def nullable(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of what may be null."""
    return {"anyOf": [dict(schema), {"type": "null"}]}


_TEXT: Mapping[str, Any] = {"type": "string"}
_WHOLE: Mapping[str, Any] = {"type": "integer", "minimum": 0}
_COUNTRY: Mapping[str, Any] = {"type": "string", "pattern": "^[A-Z]{2}$"}


def from_label(kind: Kind, said: Any, parts: Sequence[str]) -> Any:
    """The value that a label of the corpus gives.

    Args:
        kind: Its kind.
        said: A text or number; of ``FIGURE``, such as ``81..``; of ``NAMED``, the words
            and the term; of ``PEOPLE``, a table of what is told.
        parts: Of ``NAMED``, the keys of the two.

    Raises:
        ValueError: It is not as its kind is given.
    """
    if kind is Kind.FIGURE:
        return figure(said)
    if kind is Kind.NAMED:
        return dict(zip(parts, said, strict=True))
    if kind is Kind.PEOPLE:
        if unknown := set(said) - set(PERSON):
            raise ValueError(f"of a person nothing is told as {sorted(unknown)[0]!r}")
        told = dict.fromkeys(PERSON) | dict(said)
        return told | {"legal": list(said.get("legal") or ())}
    return said


def figure(text: str) -> dict[str, int | None]:
    """The range that ``12``, ``81..``, ``..399`` or ``10..15`` stands for.

    >>> figure("12"), figure("..399")
    ({'min': 12, 'max': 12}, {'min': None, 'max': 399})
    """
    low, dots, high = text.partition("..")
    last = high if dots else low
    return {"min": int(low) if low else None, "max": int(last) if last else None}
