"""Killed, injured and casualties of an incident, of all that its passages say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.mention import Mention
from pipeline.assemble.actors import bounds
from pipeline.assemble.frames import DETAIL, Frame
from pipeline.records import Citation, Incident, Range

if TYPE_CHECKING:
    from pipeline.assemble.fill import Telling

_FIELDS = {"KILLED": "killed", "INJURED": "injured", "CASUALTIES": "casualties"}


def tolls(telling: Telling, incident: Incident) -> tuple[Incident, list[Citation]]:
    """The figures, each the document's total where it gives one."""
    citations: list[Citation] = []
    values: dict[str, Range | None] = {}
    for field, found in stated(telling).items():
        value, used = _total(found)
        values[field] = value
        citations += [telling.citer.cite(field, m, f) for m, f in used]
    return (
        replace(
            incident,
            killed=values["killed"],
            injured=values["injured"],
            casualties=values["casualties"],
        ),
        citations,
    )


def stated(telling: Telling) -> dict[str, list[tuple[Mention, Frame]]]:
    """By field, every figure of victims that the passages give."""
    return {
        field: [
            (m, f) for f in telling.cluster.frames for m in f.of(label) if _counts(m)
        ]
        for label, field in _FIELDS.items()
    }


def _counts(mention: Mention) -> bool:
    """Whether a figure is of this incident's victims."""
    return (
        bool(mention.value)
        and not any(
            mention.get(name) for name in ("aggregate", "earlier", "negated", "shot")
        )
        and mention.get("role") != "attacker"
    )


def _total(
    found: list[tuple[Mention, Frame]],
) -> tuple[Range | None, list[tuple[Mention, Frame]]]:
    """A stated total, else the sum of one passage, the largest of several passages."""
    if not found:
        return None, []
    stated = [f for f in found if f[0].get("total") or f[1].origin == "row"]
    if stated:
        return Range(*bounds(stated[0][0].value)), stated[:1]
    explicit = [f for f in found if not f[0].get("implied")] or found
    by_passage: dict[int, list[tuple[Mention, Frame]]] = {}
    for mention, frame in explicit:
        by_passage.setdefault(frame.start, []).append((mention, frame))
    sums = [(_sum(passage), passage) for passage in by_passage.values()]
    main = [s for s in sums if s[1][0][1].kind != DETAIL] or sums
    (low, high), passage = max(main, key=lambda s: s[0][0] or s[0][1] or 0)
    return Range(low, high), passage


def _sum(passage: list[tuple[Mention, Frame]]) -> tuple[int | None, int | None]:
    distinct = list({m.value: m for m, _ in passage}.values())
    ends = [bounds(m.value) for m in distinct]
    if len(ends) == 1:
        return ends[0]
    lows = [low for low, _ in ends if low is not None]
    highs = [high for _, high in ends]
    high = None if None in highs else sum(h for h in highs if h is not None)
    return (sum(lows) if lows else None), high
