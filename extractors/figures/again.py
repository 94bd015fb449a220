"""Figures that name no harm, for it was named before: ``the army put it at nine``.

Who gives another figure says it in few words: *a doctor said 35*, *the ministry put the
number at nine*, *by evening the count stood at seven*. It is of the harm told last.
"""

from __future__ import annotations

from collections.abc import Iterator

from incidents.extractors import _numbers
from incidents.extractors.figures.nominal import CASUALTIES, Harm
from incidents.extractors.figures.phrases import Party
from incidents.extractors.figures.sources import PUT, SAYING, who
from incidents.extractors.figures.words import Words

#: Words from the harm told before to the figure that is given again.
_REACH = 30
_COUNT = frozenset("number figure count tally total".split())
_COUNTED = frozenset("the that this it".split())
#: Verbs of what a count is at, and those of one that was another before.
_STOOD = frozenset("stood stands was is".split())
_ROSE = frozenset(
    "rose risen climbed grew grown increased reached fell dropped".split()
)
_HAD = frozenset("had has have later then since".split())
_CLOSES = frozenset(', ) ” " – and but while whereas'.split())
_WHEN = frozenset("by on after from".split())


def again(words: Words, i: int, told: Harm | None) -> Iterator[Harm]:
    """The figure that begins after word ``i``, if it is of the harm ``told`` before."""
    if told is None or told.labels == (CASUALTIES,) or i - told.end > _REACH:
        return
    if any(words.breaks[told.end : i + 1]):
        return
    at, total = _given(words, i)
    number = _numbers.read(words, at) if at else None
    if number is None or not _closes(words, number.end, total):
        return
    span = (number.start, number.end)
    one = Party(*span, "count", "", number.min, number.max, span)
    yield Harm(told.labels, i, at, (one,), total=total, again=True)


def _given(words: Words, i: int) -> tuple[int, bool]:
    """Where the figure begins, or 0, and whether it is where a count came to."""
    word = words.low[i]
    if word in SAYING:
        named = who(words, i, max(0, i - 4)) is not None
        return (i + 1 if named else 0), False
    if word in PUT and words.at(i + 1) in _COUNTED:
        j = i + 2 + (words.at(i + 2) in _COUNT)
        return (j + 1 if words.at(j) == "at" else 0), False
    if word in _COUNT and words.at(i - 1) in _COUNTED:
        j = i + 1
        while words.at(j) in _HAD:
            j += 1
        if words.at(j) in _STOOD and words.at(j + 1) == "at":
            return j + 2, True
        if words.at(j) in _ROSE and words.at(j + 1) == "to":
            return j + 2, True
    return 0, False


def _closes(words: Words, i: int, total: bool) -> bool:
    """Whether nothing is counted by a figure that ends before word ``i``."""
    return words.ends(i) or words.at(i) in _CLOSES or (total and words.at(i) in _WHEN)
