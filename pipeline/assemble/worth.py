"""Which stories are records of their own, by what belongs to each.

A story that tells little, or the same as a fuller one, is none. What speaks for and
against it is weighed by what was learned (``weights.toml``, ``worth``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import fsum

from incidents.pipeline import edtf
from incidents.pipeline.assemble.belonging import Belongings
from incidents.pipeline.assemble.beside import core
from incidents.pipeline.assemble.manner import TYPE
from incidents.pipeline.assemble.offers import KINDS
from incidents.pipeline.assemble.realis import realis
from incidents.pipeline.assemble.story import Story

#: A story with what belongs to it.
Told = tuple[Story, Belongings]
#: What two stories may have in common, and what tells one from another.
_COMMON = ("PLACE", "COUNTRY", "TARGET", "GROUP", "PERSON", "KILLED", "WEAPON")
_MARKS = frozenset({"day", "place", "target", "person", "killed"})
_MARKED = ("PLACE", "TARGET", "PERSON", "KILLED")
#: So many stories before and after one, or with a mark of it, are set beside it.
_LOOKED = 60
#: A kind of value, and the value.
Mark = tuple[str, str]
_APART = frozenset({"day", "country"})
_OTHER = frozenset({"place", "target", "killed"})
_HEAD, _CLOSE = 400, 600
#: Up to so many characters a report is short.
_SHORT = 1_200
_EXACT = {4: "year", 7: "month", 10: "day"}


def worths(told: Sequence[Told], length: int) -> list[frozenset[str]]:
    """What speaks for and against each story's being a record, in words.

    Args:
        told: The document's stories, each with what belongs to it.
        length: Of the document, in characters.
    """
    of_all = {"always", *_among(len(told), length)}
    places = _places([story for story, _ in told])
    return [
        frozenset(
            of_all.union(
                _values(story, chosen),
                _events(story),
                place,
                _alike(told, n, rivals),
            )
        )
        for n, ((story, chosen), place, rivals) in enumerate(
            zip(told, places, _rivals(told), strict=True)
        )
    ]


def _among(many: int, length: int) -> Iterator[str]:
    """How much the document tells."""
    if length < _SHORT:
        yield "short report"
    if many == 1:
        yield "the only story"
    elif many <= 3:
        yield "one of few"
    else:
        yield "one of many" if many <= 10 else "one of very many"


def _places(stories: Sequence[Story]) -> Iterator[set[str]]:
    """Where each is told, beside which others."""
    surest = max(map(_sure, stories), default=0.0)
    earlier: set[int] = set()
    for n, story in enumerate(stories):
        seen = {"later story" if n else "first story"}
        if story.events[0].block in earlier:
            seen.add("begins in another's paragraph")
        seen.add("the surest" if _sure(story) == surest else "another is surer")
        earlier.update(event.block for event in story.events)
        yield seen


def _sure(story: Story) -> float:
    return max(event.sure for event in story.events)


def _values(story: Story, chosen: Belongings) -> Iterator[str]:
    """What is known of it, and how surely."""
    arrest = {p.event.kind for p in core(story)} == {"arrest"}
    for kind in (*KINDS, TYPE):
        best = max((c.sure for c in chosen.get(kind, ())), default=0.0)
        yield f"{kind.lower()} {_surely(best)}"
        known = "told" if best else "not told"
        yield f"{'arrest' if arrest else 'attack'}: {kind.lower()} {known}"
    where = chosen.get("PLACE") or chosen.get("COUNTRY")
    known_ = (chosen.get("DATE"), where, chosen.get("TARGET"))
    yield f"{sum(map(bool, known_))} of day, place and target"
    for day in tuple(chosen.get("DATE", ()))[:1]:
        yield f"date to the {_EXACT.get(len(day.value), 'interval')}"


def _surely(sure: float) -> str:
    steps = ((0.8, "surely"), (0.6, "likely"), (0.4, "maybe"), (0.0, "hardly"))
    return next((said for least, said in steps if sure > least), "none")


def _events(story: Story) -> Iterator[str]:
    """How it is told."""
    events = [p.event for p in core(story)]
    yield "story of " + "+".join(sorted({e.kind for e in events}))
    yield f"sure to {min(9, int(_sure(story) * 10))}/10"
    yield f"{min(4, len(story.events))} events"
    yield f"{min(4, len(events))} events of its own"
    for event in events:
        yield f"told in a {event.origin}"
        if event.listed:
            yield "item"
        if event.block < _HEAD:
            yield "at the head"
        if event.reference:
            yield f"spoken of as {event.reference}"
    words = [word for event in events for word in event.told()]
    for word in words:
        yield f"{word.get('kind')} {realis(word)}"
        yield from (f"{cue.category} of a word" for cue in word.reached())
    if words and all(word.get("agent") == "state" for word in words):
        yield "only by a state"
    if not words:
        yield "no event word"
    elif all(word.get("number") == "plural" for word in words):
        yield "several, in one word"


def _rivals(told: Sequence[Told]) -> Iterator[list[int]]:
    """The stories that may tell the same as each: those near it, or with a mark of it.

    Of each not too many, so that a chronology of thousands takes no longer a story.
    """
    marked: dict[Mark, list[int]] = defaultdict(list)
    marks = [_marked(chosen) for _, chosen in told]
    for n, own in enumerate(marks):
        for mark in own:
            marked[mark].append(n)
    for n, own in enumerate(marks):
        found = set(range(max(0, n - _LOOKED), min(len(told), n + _LOOKED)))
        for mark in own:
            at = bisect_left(marked[mark], n)
            found.update(marked[mark][max(0, at - _LOOKED) : at + _LOOKED])
        yield sorted(found - {n})


def _marked(chosen: Belongings) -> set[Mark]:
    """The values that few stories have in common; of its days the first."""
    found = {(kind, c.value) for kind in _MARKED for c in chosen.get(kind, ())}
    return found.union(("DATE", c.value) for c in tuple(chosen.get("DATE", ()))[:1])


def _alike(told: Sequence[Told], n: int, rivals: Iterable[int]) -> Iterator[str]:
    """Whether another story tells the same, and which of the two is the fuller."""
    story, chosen = told[n]
    for m in rivals:
        other, others = told[m]
        same, differ = _compared(chosen, others)
        marks = len(same & _MARKS)
        if differ & _APART or not marks or (marks < 2 and differ & _OTHER):
            continue
        fuller = (_full(others), -m) > (_full(chosen), -n)
        side = "a fuller" if fuller else "a poorer"
        yield f"{side} story alike by {min(marks, 3)}"
        yield from (f"{side} story with the same {mark}" for mark in same)
        if fuller:
            close = abs(other.start - story.start) < _CLOSE
            yield f"fuller story {'near' if close else 'far'}"


def _compared(one: Belongings, other: Belongings) -> tuple[set[str], set[str]]:
    """What both tell alike, and what otherwise."""
    same: set[str] = set()
    differ: set[str] = set()
    for a, b in zip(one.get("DATE", ()), other.get("DATE", ()), strict=False):
        (same if edtf.overlap(a.value, b.value) else differ).add("day")
        break
    for kind in _COMMON:
        x, y = ({c.value for c in told.get(kind, ())} for told in (one, other))
        if x and y:
            (same if x & y else differ).add(kind.lower())
    return same, differ


def _full(chosen: Belongings) -> float:
    """How much is known, weighed by how surely."""
    return fsum(c.sure for values in chosen.values() for c in values)
