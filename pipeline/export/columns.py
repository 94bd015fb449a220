"""The columns of the tables: name, type, and what stands in them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files

from incidents.pipeline.fields import Field
from incidents.pipeline.kinds import Kind


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        name: Its head.
        kind: ``string``, ``integer``, ``number``, ``boolean``, ``date``; as the Table
            Schema of Data Packages has them.
        said: What stands in it, in a sentence.
        terms: The codebook's terms, where nothing else may stand in it.
    """

    name: str
    kind: str
    said: str
    terms: tuple[str, ...] = ()


def _read(table: str) -> tuple[Column, ...]:
    path = files("incidents.pipeline.export") / "columns.toml"
    told = tomllib.loads(path.read_text(encoding="utf-8"))[table]
    return tuple(Column(name, *held) for name, held in told.items())


RECORD = _read("records")
EVENT = _read("events")
VALUE = _read("values")
DOCUMENT = _read("documents")
CODEBOOK = _read("codebook")
_PLACE = _read("place")
_CHOICE = _read("choice")


def of_fields(fields: Iterable[Field]) -> tuple[Column, ...]:
    """The columns of the codebook's fields, in its order."""
    return (*(c for f in fields for c in _of(f)), *_CHOICE)


def _of(field: Field) -> Iterator[Column]:
    name, label = field.name.replace(".", "_"), field.label
    if field.kind is Kind.FIGURE:
        yield Column(f"{name}_min", "integer", f"{label}: the least number.")
        yield Column(f"{name}_max", "integer", f"{label}: the most.")
    elif field.kind is Kind.DAY:
        yield Column(name, "string", f"{label}, EDTF (ISO 8601-2), as fine as told.")
        yield Column(f"{name}_first", "date", f"{label}: the first day it may be.")
        yield Column(f"{name}_last", "date", f"{label}: the last.")
        yield Column(f"{name}_precision", "string", "Day, interval, month, season, ...")
    elif field.kind is Kind.NAMED:
        yield Column(name, "string", f"{label}: all, parted by semicolons.")
        yield Column(f"{name}_{field.parts[1]}", "string", "The term of each.")
    elif field.many:
        yield Column(name, "string", f"{label}: all, parted by semicolons.")
    elif field.kind is Kind.NUMBER:
        yield Column(name, "integer", f"{label}.")
    else:
        yield Column(name, "string", f"{label}.", field.terms)
    if field.name == "places":
        yield from _PLACE
