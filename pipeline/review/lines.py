"""The values of a record as lines: in which order, and which share a quote."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from incidents.pipeline.review.values import Value, in_order

#: Orders that the reviewer chooses from.
ORDERS = {"": "least sure first", "codebook": "codebook"}
#: Confidence from which a value is marked so.
BANDS = ((0.9, "sure"), (0.7, "fair"), (0.0, "doubtful"))
_UNKNOWN = 2.0


@dataclass(frozen=True, slots=True)
class Line:
    """A value on one line.

    Attributes:
        value: The value.
        shares: Whether its quote is that of the line above.
    """

    value: Value
    shares: bool = False

    @property
    def band(self) -> str:
        """How sure it is, in a word; empty where the run does not say."""
        return band(self.value.confidence)


def band(confidence: float | None) -> str:
    """How sure a value is, in a word.

    >>> band(.95), band(.7), band(.2), band(None)
    ('sure', 'fair', 'doubtful', '')
    """
    if confidence is None:
        return ""
    return next(name for least, name in BANDS if confidence >= least)


def lines(values: Iterable[Value], order: str = "") -> tuple[Line, ...]:
    """The values in an order, those of one quote after its first.

    What was decided moves nothing, so that the next value stands where it stood.
    """
    ranked = sorted(values, key=in_order)
    if order != "codebook":
        ranked.sort(key=_doubt)
    groups: dict[tuple[int, int] | str, list[Value]] = {}
    for value in ranked:
        groups.setdefault(_quote(value), []).append(value)
    return tuple(
        Line(value, n > 0) for group in groups.values() for n, value in enumerate(group)
    )


def _doubt(value: Value) -> float:
    return _UNKNOWN if value.confidence is None else value.confidence


def _quote(value: Value) -> tuple[int, int] | str:
    """Where its first quote stands; a value without one is on its own."""
    if not value.citations:
        return value.id
    return value.citations[0]["start"], value.citations[0]["end"]
