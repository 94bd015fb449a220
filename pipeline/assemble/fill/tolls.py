"""Killed, injured, casualties and hostages, of all that the passages say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from incidents.extractors._numbers import bounds
from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.aftermath import nobody_hurt
from incidents.pipeline.assemble.belonging import Chosen
from incidents.pipeline.assemble.event import DETAIL, ROW
from incidents.pipeline.assemble.telling import Found, Telling
from incidents.pipeline.fields import FIELDS
from incidents.pipeline.kinds import Kind
from incidents.pipeline.records import Citation, Incident, Range

#: The figures of a record but those of suspects, by the label they are read from.
_FIELDS = {f.mention: f.name for f in FIELDS if f.kind is Kind.FIGURE and not f.part}

#: Those whose figure is chosen by what was learned; the others are too rare.
_LEARNED = {"KILLED": "killed", "INJURED": "injured"}

#: How many times as large a figure of one whole is at most as another's.
_WIDEST = 20

#: What the one who gives a figure does not hold to be so.
_DISOWNED = ("denied", "refuted")

#: What says of people that nobody held them.
_UNDONE = ("negation", "refuted", "hypothetical", "threat", "planned")


def tolls(telling: Telling, incident: Incident) -> tuple[Incident, list[Citation]]:
    """The figures, each the document's total where it gives one."""
    citations: list[Citation] = []
    values: dict[str, Range | None] = {}
    told = stated(telling)
    for label, field in _LEARNED.items():
        if chosen := telling.one(label) or _first(telling.of(label)):
            others = rivals(chosen.best.mention, told[field])
            values[field] = spread([chosen.value, *(m.value for m, _ in others)])
            citations += telling.cited(field, chosen)
            citations += [telling.citer.cite(field, m, event) for m, event in others]
    for field, found in told.items():
        if field in _LEARNED.values():
            continue
        value, used = (_ever if field == "hostages" else _total)(found)
        if not found and field == "casualties":
            value, used = _nobody(telling)
        values[field] = value
        citations += [telling.cite_beside(field, m, f) for m, f in used]
    read: dict[str, Any] = values
    return replace(incident, **read), citations


def _nobody(telling: Telling) -> tuple[Range | None, list[Found]]:
    """*There were no casualties*, told right after."""
    for event in telling.core[:1]:
        none = nobody_hurt(telling.reader, event)
        if none and none.label == "CASUALTIES":
            return Range(0, 0), [(none, event)]
    return None, []


def stated(telling: Telling) -> dict[str, list[Found]]:
    """By field, every figure of victims and hostages that the passages give."""
    return {
        field: [f for f in telling.found(label, core=False) if _counts(f[0])]
        for label, field in _FIELDS.items()
    }


def _counts(mention: Mention) -> bool:
    """Whether a figure is of this incident's victims."""
    return (
        bool(mention.value)
        and not (mention.label == "HOSTAGES" and mention.reached(*_UNDONE))
        and not any(mention.get(name) for name in ("aggregate", "earlier", "shot"))
        and mention.get("role") != "attacker"
    )


def _first(told: Sequence[Chosen]) -> Chosen | None:
    """Of two figures as sure as each other the first, where each is another's."""
    if len(told) < len(("one", "other")):
        return None
    one, other = told[:2]
    return one if _disputes(other.best.mention, one.best.mention) else None


def spread(values: Sequence[str]) -> Range:
    """The range that covers ``values``."""
    lows, highs = zip(*map(bounds, values), strict=True)
    low = min((low for low in lows if low is not None), default=None)
    return Range(low, None if None in highs else max(highs))


def rivals(chosen: Mention, found: Sequence[Found]) -> list[Found]:
    """What others say of the whole that ``chosen`` gives, each figure once."""
    others = {m.value: (m, e) for m, e in found if _disputes(m, chosen)}
    return [others[value] for value in sorted(others)]


def _disputes(other: Mention, chosen: Mention) -> bool:
    """Whether two figures are of one whole, by two sources, or the later the larger."""
    if other.value == chosen.value or other.get("implied") or chosen.get("implied"):
        return False
    sizes = sorted(_size(bounds(m.value)) for m in (other, chosen))
    if sizes[0] and sizes[1] > _WIDEST * sizes[0]:
        return False
    if bool(other.reached(*_DISOWNED)) != bool(chosen.reached(*_DISOWNED)):
        return True
    if other.get("total") and not chosen.get("total"):
        return _size(bounds(other.value)) > _size(bounds(chosen.value))
    sources = other.get("source"), chosen.get("source")
    return None not in sources and sources[0] != sources[1] and _alike(other, chosen)


def _alike(one: Mention, other: Mention) -> bool:
    """Whether both count the same people, as far as their nouns tell."""
    heads = {str(m.get("victims") or "people") for m in (one, other)} - {"people"}
    return len(heads) < len((one, other))


Ends = tuple[int | None, int | None]


def _total(found: list[Found]) -> tuple[Range | None, list[Found]]:
    """A row's figure; else the largest that a passage gives, with its rivals.

    Where passages differ, such as 14 and then 17, the range covers both; a part of the
    whole (*two of the dead*) is no rival.
    """
    listed = [f for f in found if f[1].origin == ROW]
    if listed:
        return Range(*bounds(listed[0][0].value)), listed[:1]
    explicit = [f for f in found if not f[0].get("implied")] or found
    by_passage: dict[int, list[Found]] = {}
    for mention, event in explicit:
        by_passage.setdefault(event.start, []).append((mention, event))
    sums = [(_sum(passage), passage) for passage in by_passage.values()]
    sums = [
        s for s in sums if s[1][0][1].kind != DETAIL or s[1][0][0].get("total")
    ] or sums
    if not sums:
        return None, []
    top = max(sums, key=lambda s: _size(s[0]))
    rivals = [s for s in sums if _rival(s[0], top[0])]
    lows = [s[0][0] for s in (top, *rivals) if s[0][0] is not None]
    low = min(lows) if lows else None
    return Range(low, top[0][1]), [*top[1], *(f for s in rivals for f in s[1])]


def _ever(found: list[Found]) -> tuple[Range | None, list[Found]]:
    """All that were ever held: the largest figure, before people without one.

    Those still held, let go or dead by some later day are a part of them.
    """
    explicit = [f for f in found if not f[0].get("implied")] or found
    if not explicit:
        return None, []
    top = max(explicit, key=lambda f: _size(bounds(f[0].value)))
    return Range(*bounds(top[0].value)), [top]


def _size(ends: Ends) -> int:
    return ends[0] or ends[1] or 0


def _rival(ends: Ends, top: Ends) -> bool:
    """Whether ``ends`` is another figure for the same whole, and not within ``top``."""
    exact = ends[0] is not None and ends[0] == ends[1]
    return exact and _size(top) > _size(ends) >= max(3, _size(top) / 2)


def _sum(passage: list[Found]) -> Ends:
    totals = [m for m, _ in passage if m.get("total")]
    if totals:
        return bounds(totals[-1].value)
    distinct = list({m.value: m for m, _ in passage}.values())
    ends = [bounds(m.value) for m in distinct]
    if len(ends) == 1:
        return ends[0]
    lows = [low for low, _ in ends if low is not None]
    highs = [high for _, high in ends]
    high = None if None in highs else sum(h for h in highs if h is not None)
    return (sum(lows) if lows else None), high
