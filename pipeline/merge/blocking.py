"""Which pairs of records are looked at: those that share a key, never all.

A key is a thing that two reports of one event would share, with a stretch of time
where one is known. A key that more than ``MOST`` records have says too little and is
left out: such records share finer ones. Of a place in one week, which a story told by
many shares, each is paired with the next few. So the work grows with the records, and
the sorting of them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from hashlib import blake2b
from itertools import combinations

import numpy as np
import numpy.typing as npt

from incidents.pipeline import edtf
from incidents.pipeline.merge.bars import DAYS
from incidents.pipeline.merge.marks import Marks

#: Records of one key that are paired.
MOST = 20
#: Neighbours that each of more is paired with, for a place in one week.
_NEXT = 4
#: Degrees of the squares in which places lie near each other.
_SQUARE = 0.5
#: Days of a date that is fine enough to be looked up by its days.
_FINE = 10

Key = tuple[str, ...]


def pairs(records: Sequence[Marks], most: int = MOST) -> Iterator[tuple[int, int]]:
    """The pairs that are looked at, by place in ``records``; each once, sorted."""
    many = len(records)
    found = (
        one * many + other
        for code, block in _blocks(records)
        for one, other in _within(records[block[0]], code, block, most)
        if records[one].doc_id != records[other].doc_id
    )
    for number in np.unique(np.fromiter(found, np.int64)):
        yield divmod(int(number), many)


def _blocks(records: Sequence[Marks]) -> Iterator[tuple[int, list[int]]]:
    """The records of each key that several have, with the number of the key.

    Keys are many and long: each is kept as a number, beside whose it is.
    """
    of_key, of_record = _sorted(records)
    starts = np.flatnonzero(np.r_[True, of_key[1:] != of_key[:-1]][: len(of_key)])
    ends = np.append(starts[1:], len(of_key))
    for start, end in zip(starts, ends, strict=False):
        if end - start > 1:
            yield int(of_key[start]), of_record[start:end].tolist()


def _sorted(
    records: Sequence[Marks],
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int32]]:
    """The number of each key of each record, sorted, and whose it is."""
    codes, owners = array("q"), array("i")
    for n, marks in enumerate(records):
        own = {_code(key) for key in keys(marks)}
        codes.extend(own)
        owners.extend([n] * len(own))
    of_key, of_record = np.frombuffer(codes, np.int64), np.frombuffer(owners, np.int32)
    order = of_key.argsort(kind="stable")  # owners of one key stay in their order
    return of_key[order], of_record[order]


def _code(key: Key) -> int:
    """The key as a number of 64 bits, the same in every run."""
    digest = blake2b("\t".join(key).encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)


def _within(
    marks: Marks, code: int, block: Sequence[int], most: int
) -> Iterable[tuple[int, int]]:
    """The pairs of records that share a key, of which ``marks`` are the first's."""
    if len(block) <= most:
        return combinations(block, 2)
    key = next(key for key in keys(marks) if _code(key) == code)
    if not key[0].startswith("week") or key[1] != "place":
        return ()
    return (
        (one, other)
        for n, one in enumerate(block)
        for other in block[n + 1 : n + 1 + _NEXT]
    )


def keys(marks: Marks) -> Iterator[Key]:
    """The keys of one record."""
    things = list(_things(marks))
    for time in _times(marks.date):
        yield from ((time, *thing) for thing in things)
    yield from ((*thing,) for thing in things if thing[0] not in _COARSE)
    # what tells most, whatever is known of the day
    for thing in things:
        if thing[0] in ("place", "group", "name"):
            yield from ((*thing, word) for word in sorted(marks.targets))
    if marks.killed and (marks.killed[0] or 0) > 2:
        yield from (("toll", str(marks.killed[0]), *t) for t in things)


#: Things that say too little without a time.
_COARSE = frozenset({"country", "group", "kind", "square"})


def _things(marks: Marks) -> Iterator[Key]:
    yield from (("country", c) for c in sorted(marks.countries))
    yield from (("group", g) for g in sorted(marks.groups))
    yield from (("place", p) for p in sorted(marks.places))
    yield from (("square", s) for s in sorted(set(_squares(marks))))
    yield from (("name", n) for n in sorted(marks.names | marks.people))
    words = sorted(marks.targets)
    yield from (("target", w) for w in words)
    yield from (("targets", *two) for two in combinations(words[:6], 2))


def _squares(marks: Marks) -> Iterator[str]:
    """The squares of the likeliest places and their neighbours to the north and east.

    Two places in neighbouring squares share one of them.
    """
    for spot in marks.spots:
        for place in spot.options[:1]:
            row, column = int(place.lat // _SQUARE), int(place.lon // _SQUARE)
            yield from (f"{row + r}:{column + c}" for r in (0, 1) for c in (0, 1))


def _times(value: str | None) -> Iterator[str]:
    """Stretches that a date lies in: its weeks where it is fine, months and years."""
    span = edtf.bounds(value) if value else None
    if span is None:
        return
    first, last = span
    if (last - first).days < _FINE:
        slack = timedelta(days=DAYS)
        yield from _stretches(first, last, slack)
        yield f"day {first:%m-%d}"
    if (last - first).days < 32:
        yield from sorted({f"{d.year}-{d.month}" for d in (first, last)})
    yield from (str(y) for y in range(first.year, min(last.year, first.year + 9) + 1))


def _stretches(first: date, last: date, slack: timedelta) -> Iterator[str]:
    """Weeks that the days, with ``slack`` either way, touch."""
    low, high = max(first.toordinal() - slack.days, 1), last.toordinal() + slack.days
    yield from (f"week {week}" for week in range(low // 7, high // 7 + 1))
