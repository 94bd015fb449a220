"""Tolls and hostages: figures of people that were read with the field's own meaning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from incidents.extractors._numbers import bounds
from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.support.case import AHEAD, Case
from incidents.pipeline.assemble.support.passage import Passage, sentences
from incidents.pipeline.edtf import days
from incidents.pipeline.fields import BY_NAME
from incidents.pipeline.records import Range

Ends = tuple[int | None, int | None]
#: How far from a figure its sentence is looked for, in characters.
_FAR = 300
#: Figures of one passage that are added up, at most.
_MOST = 4


def bears(value: Range, field: str, case: Case) -> bool:
    """Whether the quotes give ``value`` as the number of ``field``."""
    wanted = value.min, value.max
    told = [list(_readings(field, p, case)) for p in case.shown]
    every = [ends for passage in told for ends in passage]
    if wanted in every:
        return True
    if any(wanted in sums(passage) for passage in (*told, every)):
        return True
    return spread(wanted, every)


def _readings(field: str, passage: Passage, case: Case) -> Iterator[Ends]:
    """The figures of ``field`` that a passage gives, each once."""
    found = {
        (m.start, m.value): bounds(m.value)
        for m in passage.told(BY_NAME[field].mention)
        if m.value and _counts(m, case) and not _is_of_several(m, passage, case)
        if not case.undone(passage, m.start)
        if not case.elsewhere(passage, (m.start, m.end))
    }
    yield from dict.fromkeys(found.values())


def _counts(mention: Mention, case: Case) -> bool:
    """Whether a figure is of victims of what happened."""
    if mention.get("role") == "attacker" or mention.get("shot"):
        return False
    barring = ("negation",) if mention.label == "HOSTAGES" else ()
    return case.real(mention, *AHEAD, *barring)


def _is_of_several(figure: Mention, passage: Passage, case: Case) -> bool:
    """Whether a figure over a period is of more than one attack.

    It is not where its sentence has a day, and no lower figure of the same kind.
    """
    if not figure.get("aggregate"):
        return False
    whole = replace(passage, start=max(0, figure.start - _FAR), end=figure.end + _FAR)
    around = next(s for s in sentences(whole) if s[0] <= figure.start < s[1])
    told = case.trial.read(*around, "DATE", figure.label)
    dated = any(m.label == "DATE" and days(m.value) <= 1 for m in told)
    return not dated or any(_is_lower(m, figure) for m in told)


def _is_lower(one: Mention, other: Mention) -> bool:
    if one.label != other.label or not one.value:
        return False
    (low, _), (least, _) = bounds(one.value), bounds(other.value)
    return low is not None and least is not None and low < least


def sums(readings: Sequence[Ends]) -> set[Ends]:
    """What two figures and more make together."""
    exact = [r for r in readings if r[0] is not None][:6]
    return {
        total
        for size in range(2, min(_MOST, len(exact)) + 1)
        for some in combinations(exact, size)
        for total in (_sum(some),)
    }


def _sum(some: Iterable[Ends]) -> Ends:
    lows, highs = zip(*some, strict=True)
    high = None if None in highs else sum(h for h in highs if h is not None)
    return sum(low for low in lows if low is not None), high


def spread(wanted: Ends, readings: Iterable[Ends]) -> bool:
    """Whether two statements that differ make the range."""
    low, high = wanted
    if low is None or (high is not None and low >= high):
        return False
    told = list(readings)
    return any(r[0] == low for r in told) and any(r[1] == high for r in told)
