"""How far off dates and places are: dates by precision, places in kilometres."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from incidents.extractors.places import table
from incidents.extractors.places.belief import kilometres
from incidents.extractors.places.names import fold
from incidents.pipeline import edtf
from incidents.pipeline.evaluate.measures import Share
from incidents.pipeline.reconcile import Judgement, Match
from incidents.pipeline.reconcile.score import Record, date_agreement, overlap

PRECISIONS = ("day", "month", "year", "about or between")
#: What a candidate's date can be, beside its gold date.
READINGS = ("exact", "coarser", "finer", "wrong", "none")
#: Kilometres within which a place is counted as found; the last is the field's 100
#: miles (Cheng et al. 2010).
WITHIN = (5.0, 25.0, 161.0)

#: Where each document's places are, by the name as printed.
Spots = Mapping[str, Mapping[str, "Spot"]]
Spot = tuple[float, float]


def precision(date: str) -> str:
    """How precise an EDTF date is, one of ``PRECISIONS``."""
    if any(sign in date for sign in "~?%/X") or _season(date):
        return PRECISIONS[3]
    return PRECISIONS[min(2, max(0, 2 - date.count("-")))]


def _season(date: str) -> bool:
    return date[5:7] in ("21", "22", "23", "24")


def dates(matches: Iterable[Match]) -> dict[str, dict[str, int]]:
    """Of the records found: how their dates were read, by the gold's precision.

    ``coarser`` is a date that holds the gold's, ``finer`` one that the gold's holds: a
    precision that was made up, if the gold has it right.
    """
    found = {p: dict.fromkeys(READINGS, 0) for p in PRECISIONS}
    for told, read in date_pairs(matches):
        found[precision(told)][reading(told, read)] += 1
    return found


def date_pairs(matches: Iterable[Match]) -> Iterator[tuple[str, str | None]]:
    """The gold's dates, each with the candidate's."""
    for match in matches:
        if match.judgement is Judgement.SAME and match.gold and match.candidate:
            told = match.gold.get("date")
            if told:
                yield told, match.candidate.get("date")


def reading(told: str, read: str | None) -> str:
    """One of ``READINGS``."""
    if not read:
        return "none"
    if date_agreement(told, read) == 1:
        return "exact"
    outer, inner = edtf.bounds(told), edtf.bounds(read)
    if outer and inner:
        if inner[0] <= outer[0] and outer[1] <= inner[1]:
            return "coarser"
        if outer[0] <= inner[0] and inner[1] <= outer[1]:
            return "finer"
    return "wrong"


@dataclass(frozen=True, slots=True)
class Distances:
    """How far the places of the records found are from the gold's.

    Attributes:
        kilometres: For each gold place that both sides know, to the nearest of the
            candidate's, sorted.
        unplaced: Gold places with no coordinates: no gazetteer entry, or several in
            the record's countries.
        unread: Gold places with coordinates whose candidate has none.
    """

    kilometres: tuple[float, ...]
    unplaced: int
    unread: int

    def within(self, reach: float) -> Share:
        """How many of the placed are at most ``reach`` km off; the unread are not."""
        near = sum(distance <= reach for distance in self.kilometres)
        return Share(near, len(self.kilometres) + self.unread)

    @property
    def median(self) -> float | None:
        """Half of those measured are nearer."""
        return median(self.kilometres) if self.kilometres else None


def distances(matches: Iterable[Match], spots: Spots) -> Distances:
    """Measure the gold's places against the candidates'.

    Args:
        matches: Candidates set against gold.
        spots: By document, where a place that the run read is.
    """
    measured: list[float] = []
    unplaced = unread = 0
    for match in matches:
        if match.judgement is not Judgement.SAME or not match.gold:
            continue
        read = list(_read(match.candidate or {}, spots.get(match.doc_id, {})))
        for name in match.gold.get("places") or ():
            at = where(name, match.gold.get("countries") or ())
            if at is None:
                unplaced += 1
            elif not read:
                unread += 1
            else:
                measured.append(min(kilometres(at, other) for other in read))
    return Distances(tuple(sorted(measured)), unplaced, unread)


def _read(candidate: Record, spots: Mapping[str, Spot]) -> Iterator[Spot]:
    for name in candidate.get("places") or ():
        if name in spots:
            yield spots[name]
            continue
        named = [s for other, s in sorted(spots.items()) if overlap(name, other) == 1]
        yield from named[:1]


def where(name: str, countries: Sequence[str]) -> Spot | None:
    """Where the one place of that name in those countries is; None if several are."""
    found = {
        (option.place.lat, option.place.lon)
        for option in table.named(fold(name))
        if option.place.country in countries
    }
    if not found:
        return None
    first = min(found)
    # a city and the district named after it are one place, and stand close together
    return first if all(kilometres(first, s) <= WITHIN[1] for s in found) else None


def spots(rows: Iterable[Mapping[str, Any]]) -> Spots:
    """Where the places of ``mentions.jsonl`` are; a name read as two has none."""
    return {str(row.get("doc_id")): _spots(row.get("mentions") or ()) for row in rows}


def _spots(mentions: Iterable[Mapping[str, Any]]) -> dict[str, Spot]:
    found: dict[str, set[Spot]] = {}
    for mention in mentions:
        lat, lon = mention.get("lat"), mention.get("lon")
        if (
            mention.get("label") == "PLACE"
            and isinstance(lat, int | float)
            and isinstance(lon, int | float)
        ):
            found.setdefault(str(mention.get("text")), set()).add((lat, lon))
    return {name: min(places) for name, places in found.items() if len(places) == 1}
