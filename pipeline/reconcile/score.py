"""When two records agree: how the slots of the table of fields are compared.

These are the definitions the field's figures rest on; nothing here repairs a record.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from incidents.gazetteers import words as gazetteer_words
from incidents.pipeline.fields import FIELD_OF, SLOTS, values
from incidents.pipeline.reconcile.assign import assign
from incidents.pipeline.slots import Compare

#: One line of a records file, with the codebook's keys.
Record = Mapping[str, Any]
#: The comparable values of a record, by slot.
Slots = Mapping[str, Sequence[Any]]

#: The slots, in the order of their fields.
SCORED = tuple(SLOTS)
#: Slots of names written freely, compared by their words.
NAMES = tuple(s.name for s in SLOTS.values() if s.compare is Compare.WORDS)
_STOP_WORDS = gazetteer_words("words", "joints") | {"s"}


@dataclass(frozen=True, slots=True)
class Coded:
    """A record beside its values, slot by slot, so that they are read off once."""

    record: Record
    slots: Slots


def code(record: Record) -> Coded:
    """Read off the scored values of a record; what is unknown or empty is no value."""
    read = {
        name: slot.read(values(record, FIELD_OF[name])) for name, slot in SLOTS.items()
    }
    return Coded(record, read)


@lru_cache(maxsize=4096)
def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.lower())) - _STOP_WORDS


def overlap(a: str, b: str) -> float:
    """Dice overlap of the content words of two names, from 0 to 1."""
    x, y = _words(a), _words(b)
    if not x or not y:
        return float(a.strip().lower() == b.strip().lower())
    return 2 * len(x & y) / (len(x) + len(y))


def date_agreement(a: str | None, b: str | None) -> float:
    """How near two EDTF dates are.

    Returns:
        1 for the same day (or an interval's end on it), .75 for a day and its month,
        or two days of one month where one is of an interval, .5 for two days of one
        month, .4 for the same year, else 0.
    """
    if not a or not b:
        return 0.0
    left, right = (re.sub("[~?%]", "", edtf).split("/") for edtf in (a, b))
    if left == right:
        return 1.0
    interval = len(left) + len(right) > 2
    return max(_day_agreement(x, y, interval) for x in left for y in right)


def _day_agreement(a: str, b: str, interval: bool) -> float:
    shared = min(len(a), len(b))
    if shared >= 7 and a[:shared] == b[:shared]:
        return 1.0 if len(a) == len(b) else 0.75
    if shared >= 7 and a[:7] == b[:7]:
        return 0.75 if interval else 0.5
    return 0.4 if a[:4] == b[:4] else 0.0


def hits(slot: str, gold: Sequence[Any], candidate: Sequence[Any]) -> int:
    """How many values of one slot agree, each value being used once."""
    if not gold or not candidate:
        return 0
    compare = SLOTS[slot].compare
    if compare is Compare.DAY:
        return int(date_agreement(gold[0], candidate[0]) >= 1)
    if compare is Compare.WORDS:
        alike = np.array([[overlap(str(g), str(c)) for c in candidate] for g in gold])
        return int((alike[assign(alike)] >= 0.5).sum())
    return sum((Counter(map(str, gold)) & Counter(map(str, candidate))).values())


def similarity(gold: Coded, candidate: Coded) -> float:
    """How likely two records tell the same incident, from 0 to 12.5."""
    g, c = gold.slots, candidate.slots
    parts = (
        3 * date_agreement(gold.record.get("date"), candidate.record.get("date")),
        2 * nearest(g["places"], c["places"]),
        2 * nearest(g["targets"], c["targets"]),
        _shared(g["countries"], c["countries"]),
        0.5 * same_type(gold.record, candidate.record),
        0.5 * _shared(g["target_categories"], c["target_categories"]),
        any(hits(k, g[k], c[k]) for k in ("killed", "injured", "suspect_count")),
        bool(hits("names", g["names"], c["names"])),
        0.5 * _shared(g["weapon_categories"], c["weapon_categories"]),
        same_passage(gold.record, candidate.record),
    )
    total = 0.0
    for part in parts:  # not sum(), which rounds otherwise from Python 3.12 on
        total += part
    return total


def same_type(gold: Record, candidate: Record) -> bool:
    """Whether both are attack, plot or arrest, or neither says."""
    return bool(gold.get("incident_type") == candidate.get("incident_type"))


def same_passage(gold: Record, candidate: Record) -> bool:
    """Whether what it is is told by words that overlap; little else parts arrests."""
    return any(a < d and c < b for a, b in told_at(gold) for c, d in told_at(candidate))


def told_at(record: Record) -> list[tuple[int, int]]:
    """Where the citations of the incident's type stand."""
    return [
        (citation["start"], citation["end"])
        for citation in record.get("citations") or ()
        if citation.get("field") == "incident_type" and "start" in citation
    ]


def nearest(gold: Sequence[str], candidate: Sequence[str]) -> float:
    """The best overlap of any name of one with any of the other; 0 without names."""
    return max((overlap(a, b) for a in gold for b in candidate), default=0.0)


def _shared(gold: Sequence[Any], candidate: Sequence[Any]) -> bool:
    return not set(gold).isdisjoint(candidate)
