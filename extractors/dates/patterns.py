"""Find the words that speak of time; what they mean is read elsewhere.

Each pattern is bounded: no repetition inside a repetition, so the time is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from incidents.extractors.dates.printed import PRINTED
from incidents.extractors.dates.starts import starts
from incidents.extractors.dates.worded import COUNTED


@dataclass(frozen=True, slots=True)
class Found:
    """Words that speak of time.

    Attributes:
        start: First character.
        end: One past the last.
        kind: Name of the pattern that found them.
        parts: What the pattern's named groups matched; ``stop`` is empty.
        spans: Where each of these stands.
    """

    start: int
    end: int
    kind: str
    parts: Mapping[str, str]
    spans: Mapping[str, tuple[int, int]]

    @classmethod
    def from_match(cls, kind: str, match: re.Match[str]) -> Found:
        """What one pattern matched."""
        parts = {k: v for k, v in match.groupdict().items() if v is not None}
        spans = {k: match.span(k) for k in parts}
        return cls(match.start(), match.end(), kind, parts, spans)


_PATTERNS = {
    kind: re.compile(source) for kind, source in {**PRINTED, **COUNTED}.items()
}


def find(text: str) -> Iterator[Found]:
    """Yield what speaks of time in ``text``, longest first where two overlap."""
    begins = starts(text)
    found = [
        Found.from_match(kind, m)
        for kind, pattern in _PATTERNS.items()
        for m in (
            _matches(pattern, text, begins[kind])
            if kind in begins
            else pattern.finditer(text)
        )
    ]
    rank = {kind: i for i, kind in enumerate(_PATTERNS)}
    found.sort(key=lambda f: (f.start - f.end, f.start, rank[f.kind]))
    taken = bytearray(len(text))
    kept = []
    for one in found:
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(one)
    yield from sorted(kept, key=lambda f: f.start)


def _matches(
    pattern: re.Pattern[str], text: str, begins: Sequence[int]
) -> Iterator[re.Match[str]]:
    """As ``finditer`` gives them, where matches can begin nowhere else."""
    end = 0
    for at in begins:
        if at >= end and (match := pattern.match(text, at)):
            end = match.end()
            yield match
