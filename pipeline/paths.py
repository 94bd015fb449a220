"""Paths of values, ``suspects.ages[1]``, and which values a citation speaks for.

A citation of a path speaks for all that is below it: one of ``targets``, as a coder may
write it, for every target. It never speaks for what stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from incidents.pipeline.fields import FIELDS, Field, path_of, values
from incidents.pipeline.records import Citation, Incident

#: Keys, and places in lists.
Path = tuple[str | int, ...]
_STEP = re.compile(r"\[(\d{1,9})\]|([^.\[\]]+)")


@lru_cache(maxsize=4096)
def parse(path: str) -> Path:
    """The steps of a path.

    >>> parse("suspects.people[0].legal[1]")
    ('suspects', 'people', 0, 'legal', 1)
    """
    return tuple(m[2] or int(m[1]) for m in _STEP.finditer(path))


def write(path: Path) -> str:
    """The path of these steps."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def base(path: str) -> str:
    """The codebook's key: ``suspects`` of ``suspects.ages[1]``; empty of no path."""
    return str(next(iter(parse(path)), ""))


def cites(cited: str, path: str) -> bool:
    """Whether a citation of ``cited`` speaks for the value at ``path``."""
    above = parse(cited)
    return bool(above) and above == parse(path)[: len(above)]


def valued(
    record: Mapping[str, Any] | Incident, fields: Sequence[Field] = FIELDS
) -> Iterator[tuple[str, Any]]:
    """The path of each value of a record, and the value, in the order of ``fields``."""
    for field in fields:
        for n, value in enumerate(values(record, field)):
            yield path_of(field, n), value


def renumber(
    citations: Iterable[Citation], path: str, kept: Sequence[bool]
) -> tuple[Citation, ...]:
    """``citations`` after values of the list at ``path`` were dropped.

    Args:
        citations: Of the list as it was, and of other values, which stay.
        path: Such as ``suspects.ages``.
        kept: For each value that the list had, whether it still has it.

    Returns:
        Those of values that stay, with the place that each has now.
    """
    places = {n: sum(kept[:n]) for n, stays in enumerate(kept) if stays}
    steps = parse(path)
    found = []
    for citation in citations:
        above, below = _split(parse(citation.field), len(steps))
        if above != steps or not below or not isinstance(below[0], int):
            found.append(citation)
        elif below[0] in places:
            moved = write((*above, places[below[0]], *below[1:]))
            found.append(replace(citation, field=moved))
    return tuple(found)


def below(cited: str, field: Field) -> Path:
    """The steps of a citation's path that lead into one value of ``field``.

    Of ``groups[2].link``, ``link``; of ``groups[2]`` and ``groups``, none.
    """
    whole = parse(field.name)
    above, rest = _split(parse(cited), len(whole))
    return rest[field.many :] if above == whole else ()


def _split(steps: Path, at: int) -> tuple[Path, Path]:
    return steps[:at], steps[at:]


#: A citation as files have it.
Row = Mapping[str, Any]


class Cited:
    """The citations of a record, found by the value that they speak for."""

    def __init__(self, citations: Iterable[Row]) -> None:
        """Sort ``citations`` by the key that each is of."""
        self._under: dict[str | int, list[tuple[Path, Row]]] = {}
        for cited in citations:
            if steps := parse(str(cited.get("field") or "")):
                self._under.setdefault(steps[0], []).append((steps, cited))

    def of(self, path: str) -> list[Row]:
        """Those of one value: its own and its parts', else the nearest above it."""
        steps = parse(path)
        told = self._under.get(steps[0], ()) if steps else ()
        own = [c for cited, c in told if cited[: len(steps)] == steps]
        if own:
            return own
        above = [(cited, c) for cited, c in told if cited == steps[: len(cited)]]
        nearest = max((len(cited) for cited, _ in above), default=0)
        return [c for cited, c in above if len(cited) == nearest]

    def under(self, key: str) -> list[Row]:
        """Those of one of the codebook's keys, and of all below it."""
        return [cited for _, cited in self._under.get(key, ())]


def of(path: str, citations: Iterable[Row]) -> list[Row]:
    """The citations of one value, where no other is asked for."""
    return Cited(citations).of(path)


def each(citations: Iterable[Row]) -> list[Row]:
    """``citations`` without those of a list that repeat its first value's.

    ``document.write_record`` adds those, for readers that go by the names of fields.
    """
    citations = list(citations)
    firsts = {(c.get("field"), c.get("start"), c.get("end")) for c in citations}
    return [
        c
        for c in citations
        if (f"{c.get('field')}[0]", c.get("start"), c.get("end")) not in firsts
    ]
