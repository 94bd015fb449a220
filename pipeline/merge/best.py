"""The value of a field to use where reports differ, and the rule that chose it.

What rises with time, as a toll does, is taken from the latest report; what does not,
from the most origins. Of the others each decides where the one before does not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from incidents.pipeline import edtf
from incidents.pipeline.fields import BY_NAME
from incidents.pipeline.kinds import Kind
from incidents.pipeline.merge.claims import Claim


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of a field, and who claims it."""

    claims: tuple[Claim, ...]
    origins: int

    @property
    def value(self) -> Any:
        """As its first claim has it."""
        return self.claims[0].value

    @property
    def latest(self) -> str:
        """The last day on which a report gave it; empty where none is known."""
        return max(c.source.published or "" for c in self.claims)

    @property
    def plain(self) -> bool:
        """Whether a report gives it as its own, neither hedged nor set aside."""
        return any(not (c.hedged or c.alternative) for c in self.claims)

    @property
    def known(self) -> bool:
        """Whether it is no admission of ignorance."""
        return bool(self.value != "unknown")


_RULES: Mapping[str, tuple[str, Callable[[Reading], Any]]] = {
    "known": ("told before unknown", lambda r: r.known),
    "latest": ("latest report", lambda r: r.latest),
    "plain": ("said outright before hearsay", lambda r: r.plain),
    "origins": ("most independent origins", lambda r: r.origins),
}
#: What rises or goes on with time, and what does not.
_RISES = ("known", "latest", "plain", "origins")
_STAYS = ("known", "origins", "plain", "latest")


def best(field: str, readings: Sequence[Reading]) -> tuple[Reading, str]:
    """The reading to use, and the rule that chose it.

    Args:
        field: A name of the table of fields.
        readings: At least one; what each agrees on is in it already.
    """
    if len(readings) == 1:
        return readings[0], "the only value"
    order = _RISES if _rises(field) else _STAYS
    ranked = sorted(
        sorted(readings, key=lambda r: r.claims[0].key),
        key=lambda r: tuple(_RULES[name][1](r) for name in order),
        reverse=True,
    )
    first, second = ranked[:2]
    rule = next(
        (
            said
            for said, of in (_RULES[name] for name in order)
            if of(first) != of(second)
        ),
        "the first of equals",
    )
    finer = _finest(field, first, readings)
    return (finer, f"{rule}, told more exactly") if finer != first else (first, rule)


def _finest(field: str, chosen: Reading, readings: Sequence[Reading]) -> Reading:
    """The finest date that says no other than the one chosen."""
    if field != "date" or not edtf.bounds(str(chosen.value)):
        return chosen
    agreeing = [r for r in readings if _inside(str(r.value), str(chosen.value))]
    return min(
        [chosen, *agreeing],
        key=lambda r: (edtf.days(str(r.value)), -r.origins, str(r.value)),
    )


def _inside(fine: str, coarse: str) -> bool:
    x, y = edtf.bounds(fine), edtf.bounds(coarse)
    return bool(x and y and y[0] <= x[0] and x[1] <= y[1])


def _rises(field: str) -> bool:
    return BY_NAME[field].kind is Kind.FIGURE or field in ("outcome", "legal")


def contradicts(field: str, one: Any, other: Any) -> bool:
    """Whether two values of a field with one value cannot both be true."""
    if one == other or "unknown" in (one, other):
        return False
    kind = BY_NAME[field].kind
    if kind is Kind.DAY:
        return not edtf.overlap(str(one), str(other))
    if kind is Kind.FIGURE and isinstance(one, Mapping) and isinstance(other, Mapping):
        (a, b), (c, d) = ((v.get("min"), v.get("max")) for v in (one, other))
        return not (_below(a, d) and _below(c, b))
    return kind is not Kind.FIGURE


def _below(low: int | None, high: int | None) -> bool:
    return low is None or high is None or low <= high
