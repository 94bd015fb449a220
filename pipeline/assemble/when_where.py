"""The day and the places of an incident, among all that its passages name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from extractors.mention import Mention
from pipeline import edtf
from pipeline.assemble.frames import DETAIL, Frame, Reader
from pipeline.assemble.ties import tie
from pipeline.assemble.traits import place_key

if TYPE_CHECKING:
    from pipeline.assemble.fill import Telling

Found = tuple[Mention, Frame]

#: From the smallest to the largest, as the codebook orders places.
_SIZE = {"venue": 0, "": 1, "city": 2, "admin2": 3, "admin1": 4, "region": 5}


def dates(telling: Telling) -> list[tuple[float, Found]]:
    """Days named in the passages, each with how surely it is of the event."""
    return [
        (weight / (1 + 0.1 * order), (m, frame))
        for order, frame in enumerate(telling.core)
        for m in frame.of("DATE")
        if (weight := _weight(m, frame, telling.reader)) > 0
    ]


def date(telling: Telling) -> list[Found]:
    """Mentions of the day that the passages favour, all of them compatible."""
    found = dates(telling)
    weights: dict[str, float] = defaultdict(float)
    for weight, (mention, _) in found:
        weights[mention.value] += weight
    if not found:
        return []
    best = max(weights, key=lambda v: (_support(v, weights), -edtf.days(v), v))
    return [f for _, f in found if edtf.overlap(f[0].value, best)]


def _support(value: str, weights: dict[str, float]) -> float:
    """The weight of a day with that of the months and years that hold it."""
    return sum(
        w if v == value else 0.5 * w
        for v, w in weights.items()
        if edtf.overlap(v, value)
    )


def places(telling: Telling) -> tuple[list[Found], list[Found]]:
    """Places below the country, smallest first, and countries; each once.

    A country stands among the places only where nothing smaller is known.
    """
    found = [
        (_weight(m, frame, telling.reader), (m, frame))
        for frame in telling.core
        for m in frame.of("PLACE")
        if m.get("kind") != "venue"
    ]
    found = [(w, f) for w, f in found if w > 0]
    if not found:
        return [], _by_context(telling)
    best = max(w for w, _ in found)
    chosen = [f for w, f in found if w >= best / 2]
    countries = _distinct(f for f in chosen if f[0].get("kind") == "country")
    small = _distinct(f for f in chosen if f[0].get("kind") != "country")
    small.sort(key=lambda f: _SIZE.get(str(f[0].get("kind") or ""), 1))
    if not countries and not any(m.get("country") for m, _ in small):
        countries = _by_context(telling)
    return (small or countries)[:4], countries


def _by_context(telling: Telling) -> list[Found]:
    """The country that the heading names, where the passages name none."""
    for frame in telling.core:
        named = [
            m
            for m in telling.reader.heading(frame.section)
            if m.label == "PLACE" and m.get("kind") == "country"
        ]
        if len(named) == 1:
            return [(named[0], frame)]
    return []


def _distinct(found: object) -> list[Found]:
    seen: dict[str, Found] = {}
    for mention, frame in found:  # type: ignore[attr-defined]
        seen.setdefault(place_key(mention), (mention, frame))
    names = [m.text.casefold() for m, _ in seen.values()]
    return [f for n, f in enumerate(seen.values()) if names[n] not in names[:n]]


def _weight(mention: Mention, frame: Frame, reader: Reader) -> float:
    """How surely ``mention`` is of the frame's event: 0 not at all, 4 said so."""
    if frame.origin in ("row", "entry"):
        return 4.0
    if frame.kind == DETAIL:
        return 0.0
    best = tie(reader.doc, mention, frame.events() or frame.of("LEGAL"))
    return best * (0.6 if mention.get("name") else 1.0)
