"""How far two coders agree, beyond what chance gives, field by field.

The records of two coders are aligned as candidates are with gold. A field is compared
over the pairs: Cohen's kappa takes "not coded" for a reading like any other, while
Krippendorff's alpha leaves out what only one of them coded, so that the two together
tell a dispute over the reading from one over whether there is anything to read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from incidents.pipeline.evaluate import MEASURES, evaluate
from incidents.pipeline.evaluate.measures import Figure
from incidents.pipeline.reconcile import Agreement, Judgement, Match, whole
from incidents.pipeline.reconcile.score import SCORED, Record

#: Two readings of one field of one incident; None where a coder gives none.
Reading = tuple[Any, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """Agreement on one field.

    Attributes:
        slot: The field, or ``incident`` for the records as such.
        figure: What both have, of what the second and the first have.
        same: Pairs coded alike.
        pairs: Pairs that either coded.
        kappa: Cohen's; None where it says nothing, or of ``incident``.
        alpha: Krippendorff's, nominal; likewise.
    """

    slot: str
    figure: Figure
    same: int = 0
    pairs: int = 0
    kappa: float | None = None
    alpha: float | None = None


@dataclass(frozen=True, slots=True)
class Accord:
    """How far two coders agree: on the records, on their values, on each field."""

    one: str
    two: str
    fields: tuple[Field, ...]


def agree(
    one: Sequence[Record], two: Sequence[Record], names: tuple[str, str] = ("A", "B")
) -> Accord:
    """Set two codings of the same documents against each other.

    F1 is the same whichever is taken for gold; a document that only one has counts
    against both.
    """
    evaluation = evaluate(one, two)
    same = evaluation.judged(Judgement.SAME)
    fields = [Field(m, evaluation.figures[m]) for m in MEASURES[:2]]
    fields += [_field(slot, evaluation.figures[slot], same) for slot in SCORED]
    return Accord(*names, tuple(f for f in fields if f.figure != Figure()))


def _field(slot: str, figure: Figure, matches: Sequence[Match]) -> Field:
    agreements = [a for m in matches for a in m.agreements if a.slot == slot]
    readings = [_reading(agreement) for agreement in agreements]
    told = [(a, b) for a, b in readings if a is not None or b is not None]
    both = [(a, b) for a, b in told if a is not None and b is not None]
    return Field(
        slot,
        figure,
        sum(a == b for a, b in told),
        len(told),
        kappa(readings),
        alpha(both),
    )


def _reading(agreement: Agreement) -> Reading:
    """What each coder reads, as one label; values that agree in words are the same."""
    one, two = (
        tuple(sorted(map(str, values))) or None
        for values in (agreement.gold, agreement.candidate)
    )
    return (one, one) if whole(agreement) else (one, two)


def kappa(readings: Sequence[Reading]) -> float | None:
    """Cohen's kappa; None where there is nothing, or both said one thing throughout.

    >>> kappa([("a", "a"), ("b", "b"), ("a", "b"), ("b", "a")])
    0.0
    """
    size = len(readings)
    one, two = Counter(a for a, _ in readings), Counter(b for _, b in readings)
    by_chance = sum(one[label] * two[label] for label in one)
    if by_chance == size**2:  # also where there is nothing
        return None
    same = sum(bool(a == b) for a, b in readings)
    return (same * size - by_chance) / (size**2 - by_chance)


def alpha(readings: Sequence[Reading]) -> float | None:
    """Krippendorff's alpha for two coders and labels without order.

    None where there is nothing, or one label throughout.

    >>> alpha([("a", "a"), ("a", "a"), ("b", "b"), ("a", "b")])
    0.5333333333333333
    """
    labels = Counter(label for reading in readings for label in reading)
    size = sum(labels.values())
    expected = size**2 - sum(n**2 for n in labels.values())
    if not expected:
        return None
    observed = 2 * sum(bool(a != b) for a, b in readings)
    return 1 - (size - 1) * observed / expected
