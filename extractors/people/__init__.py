"""People: counts of suspects, ages, and names.

The labels are ``SUSPECTS`` (a count of plotters, attackers or arrested people),
``AGE`` (in years) and ``PERSON`` (the value is the fullest form of the name in the
report). Attributes: ``role`` (``suspect``, ``victim``, ``official``, ``unknown``); for
``PERSON`` also ``before`` and ``after``, the role that the words there show; for
``AGE`` also ``of``, the ``start:end`` of whose it is; for ``SUSPECTS`` ``kind``
(``arrested``, ``attacker``), ``trigger``, ``number``, ``people`` (the counted noun),
and ``implied`` where no figure is printed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from incidents.extractors import _numbers
from incidents.extractors.figures.words import Words, words
from incidents.extractors.mention import Mention, pack
from incidents.extractors.people import ages, cues, suspects
from incidents.extractors.people.names import akin, names

if TYPE_CHECKING:
    from spacy.tokens import Doc


def extract(doc: Doc, published: date | None) -> Iterator[Mention]:
    """Yield each count of suspects, each age and each name in ``doc``."""
    read = words(doc)
    named = list(names(read))
    people = _persons(read, named)
    yield from sorted(people.values())
    yield from _ages(read, named, people)
    yield from _suspects(read)


def _make(
    read: Words,
    start: int,
    end: int,
    label: str,
    value: str,
    **attributes: str | None,
) -> Mention:
    first, last = _offsets(read, start, end)
    text = read.text[first:last]
    return Mention(first, last, label, text, value, __name__, pack(**attributes))


def _offsets(read: Words, start: int, end: int) -> tuple[int, int]:
    last = read.tokens[end - 1]
    return read.tokens[start].idx, last.idx + len(last)


def _span(read: Words, span: tuple[int, int] | None) -> str | None:
    return None if span is None else "{}:{}".format(*_offsets(read, *span))


def _persons(
    read: Words, named: list[tuple[int, int]]
) -> dict[tuple[int, int], Mention]:
    """The names, with the role that any of a name's mentions shows."""
    full = _full_names(read, named)
    told: dict[str, list[str]] = defaultdict(list)
    for span in named:
        told[full[span]].append(cues.role(read, *span))
    roles = {name: cues.settled(given) for name, given in told.items()}
    for before, span in pairwise(named):
        if roles[full[span]] == "unknown" and (
            _joined(read, before, span) or _in_list(read, before, span)
        ):
            roles[full[span]] = roles[full[before]]
    return {
        span: _make(
            read,
            *span,
            "PERSON",
            full[span],
            role=roles[full[span]],
            **cues.told(read, *span)._asdict(),
        )
        for span in named
    }


def _joined(read: Words, before: tuple[int, int], span: tuple[int, int]) -> bool:
    """Whether the second is named as the first's kin: *Ana, 30, and her son Juan*."""
    between = read.low[before[1] : span[0] - 2]
    return (
        akin(read, span[0])
        and between[-1:] == ("and",)
        and all(w in {",", "and", "aged", "(", ")"} or w.isdigit() for w in between)
    )


def _in_list(read: Words, before: tuple[int, int], span: tuple[int, int]) -> bool:
    """Whether both stand in one list: *by Ana Ruiz, his cousin Juan Mora and Eva Sol*.

    Two names alone are of one list where *and* joins them.
    """
    between = read.low[before[1] : span[0]]
    kin = akin(read, span[0])
    bare = [w for w in (between[:-2] if kin else between) if not w.isdigit()]
    return (
        bool(bare)
        and set(bare) <= {",", "and", "(", ")", "aged"}
        and ("and" in bare or kin or read.at(span[1]) in {",", "and", "("})
    )


def _full_names(
    read: Words, named: list[tuple[int, int]]
) -> dict[tuple[int, int], str]:
    """Each name's fullest form: a surname alone is that of a name before it."""
    by_last: dict[str, str] = {}
    full: dict[tuple[int, int], str] = {}
    for start, end in named:
        first, after = _offsets(read, start, end)
        name = " ".join(read.text[first:after].split())
        last = read.low[end - 1]
        if end - start > 1:
            by_last.setdefault(last, name)
        full[start, end] = by_last.get(last, name) if end - start == 1 else name
    return full


def _ages(
    read: Words,
    named: list[tuple[int, int]],
    people: dict[tuple[int, int], Mention],
) -> Iterator[Mention]:
    for age in ages.ages(read, named):
        owner = people.get(age.of) if age.of else None
        start, end = age.of or (age.start, age.end)
        role = owner.get("role") if owner else cues.role(read, start, end)
        yield _make(
            read,
            age.start,
            age.end,
            "AGE",
            str(age.years),
            role=role,
            of=_span(read, age.of),
        )
    for start, end, years in ages.in_table(read.text):
        text = read.text[start:end]
        yield Mention(
            start, end, "AGE", text, str(years), __name__, pack(role="unknown")
        )


def _suspects(read: Words) -> Iterator[Mention]:
    seen: set[tuple[int, int]] = set()
    for count in suspects.counts(read):
        one = count.people
        key = one.number or (one.start, one.end)
        value = _numbers.value(one.min, one.max)
        if key in seen or not value:
            continue
        seen.add(key)
        yield _make(
            read,
            count.start,
            count.end,
            "SUSPECTS",
            value,
            role="suspect",
            kind=count.kind,
            trigger=_span(read, count.trigger),
            number=_span(read, one.number),
            people=one.head or None,
            implied=None if one.number else "1",
        )
