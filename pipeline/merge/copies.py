"""Which reports say the same in the same words: a copy counts as one origin.

Two records are of one origin where most of what is quoted of the shorter stands in the
other, word for word but for a few: a wire report printed twice, a statement quoted by
both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from typing import Any

#: Words of a shingle; how many shingles a passage needs to be compared at all; and the
#: share of them that a copy has.
_WORDS, _LEAST, _SHARE = 5, 6, 0.6
#: Characters of a shared passage that are shown.
_SHOWN = 300


@dataclass(frozen=True, slots=True)
class Copy:
    """Two records of one origin, and the longest passage that they share."""

    a: str
    b: str
    passage: str


def told(record: Mapping[str, Any], text: str) -> str:
    """What a record was read from: its passages, or what it quotes."""
    spans = {(p["start"], p["end"]) for p in record.get("passages") or () if text}
    if spans:
        return " ".join(text[start:end] for start, end in sorted(spans))
    cited = record.get("citations") or ()
    return " ".join(
        quote
        for _, quote in sorted(
            {(c.get("start", 0), str(c.get("quote") or "")) for c in cited}
        )
    )


def copies(texts: Mapping[str, str]) -> list[Copy]:
    """The pairs of records that are copies, by the words each was read from.

    Args:
        texts: By ``incident_id``, what was told of one event.
    """
    shingled = {id: shingles(text) for id, text in sorted(texts.items())}
    return [
        Copy(a, b, _shared(texts[a], texts[b]))
        for a, b in combinations(shingled, 2)
        if is_copy(shingled[a], shingled[b])
    ]


def origins(ids: Iterable[str], found: Iterable[Copy]) -> dict[str, str]:
    """The origin of each record, by the first of the records that are copies of it."""
    origin = {id: id for id in sorted(ids)}
    for copy in found:
        one, other = sorted((origin[copy.a], origin[copy.b]))
        for id, was in origin.items():
            if was == other:
                origin[id] = one
    return origin


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of words of ``text``, whatever their case and stops."""
    words = re.findall(r"\w+", text.casefold())
    return frozenset(zip(*(words[n:] for n in range(_WORDS)), strict=False))


def is_copy(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> bool:
    """Whether most shingles of the shorter are the other's."""
    fewer = min(len(a), len(b))
    return fewer >= _LEAST and len(a & b) >= _SHARE * fewer


def _shared(a: str, b: str) -> str:
    one, other = a.split(), b.split()
    match = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return " ".join(one[match.a : match.a + match.size])[:_SHOWN]
