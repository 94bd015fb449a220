"""Why two records were held to be the same incident or not, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from incidents.pipeline.fields import FIELD_OF, SLOTS
from incidents.pipeline.kinds import Kind
from incidents.pipeline.reconcile.score import (
    Coded,
    date_agreement,
    hits,
    overlap,
    same_passage,
    same_type,
)
from incidents.pipeline.slots import Compare, Slot

_SAID = {
    1.0: "same date {}",
    0.75: "dates that include each other, {} and {}",
    0.5: "same month, {} against {}",
    0.4: "same year, {} against {}",
    0.0: "date {} against {}",
}
#: Slots whose values are ranges.
FIGURES = tuple(s for s, field in FIELD_OF.items() if field.kind is Kind.FIGURE)


def reasons(
    gold: Coded | None, candidate: Coded | None, score: float
) -> tuple[str, ...]:
    """Say what agrees and what does not; of one record alone, how near others came."""
    if gold is None or candidate is None:
        return (_alone("gold record" if candidate else "candidate", score),)
    return tuple(_compare(gold, candidate))


def _alone(others: str, score: float) -> str:
    if not score:
        return f"no unpaired {others} of this document is like it"
    return f"the nearest unpaired {others} of this document scores {score:.2f}"


def _compare(gold: Coded, candidate: Coded) -> Iterator[str]:
    yield from _dates(gold.record.get("date"), candidate.record.get("date"))
    for name, slot in SLOTS.items():
        if slot.noun:
            say = _sayer(slot)
            yield from say(slot.noun, gold.slots[name], candidate.slots[name])
    if not same_type(gold.record, candidate.record):
        kinds = (r.record.get("incident_type") for r in (gold, candidate))
        yield "{} against {}".format(*(k or "no type" for k in kinds))
    if shared := hits("names", gold.slots["names"], candidate.slots["names"]):
        yield f"{shared} suspect{'s' * (shared > 1)} of the same name"
    if same_passage(gold.record, candidate.record):
        yield "told in the same passage"


def _sayer(slot: Slot) -> Callable[[str, Sequence[str], Sequence[str]], Iterator[str]]:
    if slot.name in FIGURES:
        return _figures
    return _names if slot.compare is Compare.WORDS else _codes


def _dates(gold: str | None, candidate: str | None) -> Iterator[str]:
    if not gold and not candidate:
        return
    if not gold or not candidate:
        side = "gold record" if gold else "candidate"
        yield f"only the {side} has a date, {gold or candidate}"
        return
    told = (gold,) if gold == candidate else (gold, candidate)
    agreement = date_agreement(gold, candidate)
    if agreement == 1 and len(gold) == len("2024-03-22"):
        yield f"same day {gold}"
    else:
        yield _SAID[agreement].format(*told, *told)


def _names(noun: str, gold: Sequence[str], candidate: Sequence[str]) -> Iterator[str]:
    pairs = [(overlap(g, c), g, c) for g in gold for c in candidate]
    if not pairs:
        return
    best, told, found = max(pairs, key=lambda pair: pair[0])
    if best == 1:
        yield f"same {noun} {told}"
    else:
        yield f"{'like ' if best else ''}{noun} {told} against {found}"


def _codes(noun: str, gold: Sequence[str], candidate: Sequence[str]) -> Iterator[str]:
    if shared := sorted(set(gold) & set(candidate)):
        yield f"same {noun} {', '.join(shared)}"
    elif gold and candidate:
        yield f"{noun} {', '.join(gold)} against {', '.join(candidate)}"


def _figures(noun: str, gold: Sequence[str], candidate: Sequence[str]) -> Iterator[str]:
    if not gold or not candidate:
        return
    if gold == candidate:
        yield f"{noun} {figure(gold[0])} in both"
    else:
        yield f"{noun} {figure(gold[0])} against {figure(candidate[0])}"


def figure(value: str) -> str:
    """A range as a reader would say it: ``81-None`` is ``81 or more``."""
    low, _, high = value.partition("-")
    if low == high:
        return low
    if high == "None":
        return f"{low} or more"
    return f"{high} or fewer" if low == "None" else f"{low} to {high}"
