"""A record or event on its way into another data set's columns, and what it loses."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from incidents.pipeline.export.bundle import Event, Told
from incidents.pipeline.export.facts import Facts, facts, holds
from incidents.pipeline.export.losses import COARSENED, LEFT_OUT, Loss, lost
from incidents.pipeline.fields import FIELDS
from incidents.pipeline.review.words import say

Book = Mapping[str, Any]


@cache
def book(name: str) -> Book:
    """The data file of a data set."""
    path = files("incidents.pipeline.export") / "codebooks" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


class Coder:
    """One record or event on its way into a data set's columns."""

    def __init__(self, unit: Told | Event, book: Book) -> None:
        """Begin with ``unit``; nothing of it is said yet."""
        self.unit = unit
        self.book = book
        self.known: Facts = facts(unit)
        self.losses: list[Loss] = []
        self._said: set[tuple[str, int]] = set()

    @property
    def left_out(self) -> str | None:
        """Why the data set does not have such an event; None where it does."""
        rules = self.book.get("left_out", ())
        return next((r["why"] for r in rules if self._excludes(r)), None)

    def _excludes(self, rule: Mapping[str, Any]) -> bool:
        if "unless" in rule:
            return not holds(rule["unless"], self.known)
        return holds(rule["when"], self.known)

    def unsaid(self) -> Iterator[Loss]:
        """A loss for each value that no column took and the row does not imply."""
        why = self.book.get("lost", {})
        for field in FIELDS:
            implied = self.book["implied"].get(field.name, ())
            for n, value in enumerate(self.unit.of(field.name)):
                if (field.name, n) not in self._said and value not in implied:
                    reason = why.get(field.name) or why["*"]
                    yield lost(self.unit.id, field.name, value, reason)

    def value(self, field: str, number: str = "0") -> Any:
        """A value, which is said with this; None if there are not so many."""
        values, n = self.unit.of(field), int(number)
        if n >= len(values):
            return None
        self._said.add((field, n))
        return values[n]

    def values(self, field: str) -> list[Any]:
        """All values of a field, which are said with this."""
        held = self.unit.of(field)
        self._said |= {(field, n) for n in range(len(held))}
        return held

    def home(self) -> str:
        """The country that the row is of: that of its place, else the first."""
        codes, place = self.unit.of("countries"), self.unit.place
        own = place.country if place is not None else ""
        number = codes.index(own) if own in codes else 0
        return str(self.value("countries", str(number)) or "")

    def coarsened(
        self, column: str, field: str, value: Any, written: Any, why: str
    ) -> None:
        """Note once that a value stands in a column with less in it than it said."""
        said = say(value)
        if not any(
            (x.field, x.value, x.why) == (field, said, why) for x in self.losses
        ):
            kind = LEFT_OUT if written is None else COARSENED
            told = "" if written is None else str(written)
            loss = Loss(self.unit.id, field, said, kind, why, column, told)
            self.losses.append(loss)
