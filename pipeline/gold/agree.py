"""How far two coders agree, beyond what chance gives, field by field.

The records of two coders are aligned as candidates are with gold. A field is compared
over the pairs; that a coder states nothing is a reading like any other, to Cohen's
kappa and to Krippendorff's alpha alike. Of days and figures there is a second alpha, of
the pairs that both give a number, which counts a near miss as less than a far one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from incidents.pipeline import edtf
from incidents.pipeline.evaluate import MEASURES, evaluate
from incidents.pipeline.evaluate.measures import Figure
from incidents.pipeline.fields import FIELD_OF, FIELDS, SLOTS, Field, values
from incidents.pipeline.gold.alpha import Estimate, Level, estimate
from incidents.pipeline.kinds import Kind
from incidents.pipeline.reconcile import Agreement, Judgement, agreements, whole
from incidents.pipeline.reconcile.score import Record, code

#: Two readings of one field of one incident; None where a coder gives none.
Reading = tuple[Any, Any]
#: What stands for a coder who states nothing, as a reading like any other.
NOTHING = ("not stated",)


@dataclass(frozen=True, slots=True)
class Compared:
    """Agreement on one field.

    Attributes:
        name: The slot, or the field where it has none.
        same: Pairs coded alike, of those that either states.
        stated: Pairs that either states.
        both: Pairs that both state.
        pairs: Pairs of records.
        kappa: Cohen's; None where it says nothing.
        alpha: Krippendorff's, nominal; likewise.
        distance: The same of numbers: of days, and of figures by their least.
    """

    name: str
    same: int
    stated: int
    both: int
    pairs: int
    kappa: float | None
    alpha: Estimate | None
    distance: Estimate | None

    @property
    def share(self) -> float:
        """The share coded alike, of what either states."""
        return self.same / self.stated


@dataclass(frozen=True, slots=True)
class Accord:
    """How far two coders agree.

    Attributes:
        one: The first.
        two: The second.
        figures: F1 of records, of values, and of each slot.
        fields: What they say of the incidents that both have.
    """

    one: str
    two: str
    figures: Mapping[str, Figure]
    fields: tuple[Compared, ...]


def agree(
    one: Sequence[Record], two: Sequence[Record], names: tuple[str, str] = ("A", "B")
) -> Accord:
    """Set two codings of the same documents against each other.

    F1 is the same whichever is taken for gold; a document that only one has counts
    against both.
    """
    evaluation = evaluate(one, two)
    told = {m: evaluation.figures[m] for m in MEASURES}
    pairs = [
        (match.gold, match.candidate)
        for match in evaluation.judged(Judgement.SAME)
        if match.gold is not None and match.candidate is not None
    ]
    figures = {m: figure for m, figure in told.items() if figure != Figure()}
    return Accord(*names, figures, tuple(compare(pairs)))


def compare(pairs: Sequence[tuple[Record, Record]]) -> Iterator[Compared]:
    """Agreement on each field that either states, in the codebook's order.

    Args:
        pairs: Records of one incident, each coder's.
    """
    documents = [str(one["doc_id"]) for one, _ in pairs]
    slots = [agreements(code(one), code(two)) for one, two in pairs]
    for n, slot in enumerate(SLOTS):
        readings = [_reading(told[n]) for told in slots]
        field = FIELD_OF[slot]
        numbers = _numbers(field, pairs) if slot == field.slots[0].name else []
        yield from _compared(slot, documents, readings, numbers)
    for field in FIELDS:
        if not field.slots:
            exact = [(_exact(field, one), _exact(field, two)) for one, two in pairs]
            yield from _compared(field.name, documents, exact, _numbers(field, pairs))


def _compared(
    name: str,
    documents: Sequence[str],
    readings: Sequence[Reading],
    numbers: Sequence[Reading],
) -> Iterator[Compared]:
    stated = [(a, b) for a, b in readings if a is not None or b is not None]
    if not stated:
        return
    told = [(a or NOTHING, b or NOTHING) for a, b in readings]
    yield Compared(
        name,
        same=sum(a == b for a, b in stated),
        stated=len(stated),
        both=sum(a is not None and b is not None for a, b in stated),
        pairs=len(readings),
        kappa=kappa(told),
        alpha=estimate(list(zip(documents, told, strict=True))),
        distance=estimate(list(zip(documents, numbers, strict=False)), Level.INTERVAL),
    )


def _reading(agreement: Agreement) -> Reading:
    """What each coder reads, as one label; values that agree in words are the same."""
    one, two = (
        tuple(sorted(map(str, values))) or None
        for values in (agreement.gold, agreement.candidate)
    )
    return (one, one) if whole(agreement) else (one, two)


def _exact(field: Field, record: Record) -> tuple[str, ...] | None:
    return tuple(sorted(map(str, values(record, field)))) or None


def _numbers(field: Field, pairs: Sequence[tuple[Record, Record]]) -> list[Reading]:
    """What each coder gives as a number; nothing for a field that is no number."""
    read = _NUMBERS.get(field.kind)
    if read is None:
        return []
    told = ([values(record, field) for record in pair] for pair in pairs)
    return [(_number(read, a), _number(read, b)) for a, b in told]


def _number(read: Callable[[Any], float | None], found: list[Any]) -> float | None:
    return read(found[0]) if found else None


def _least(figure: Mapping[str, int | None]) -> float | None:
    """The figure that an event's toll would use: the least, else the most."""
    low = figure["min"]
    return figure["max"] if low is None else low


def _middle(day: str) -> float | None:
    """The middle of the days that a date may mean, counted from a fixed one."""
    span = edtf.bounds(day)
    return (span[0].toordinal() + span[1].toordinal()) / 2 if span else None


_NUMBERS: Mapping[Kind, Callable[[Any], float | None]] = {
    Kind.FIGURE: _least,
    Kind.DAY: _middle,
}


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
