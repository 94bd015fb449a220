"""What else than its very name a quote may call a group by.

Its name with or without apostrophes, *the Farmers' Front*, and its first letters, where
the report prints the name in full somewhere: *the Farmers' Front ... the FF*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from incidents.pipeline.assemble.support.passage import Passage, Span

#: Letters of the shortest name in letters.
_SHORTEST = 3
_APOSTROPHES = re.compile("['’]")


def spelt(name: str, passage: Passage) -> Iterator[Span]:
    """Where a passage calls a group ``name`` or its first letters, at its focus."""
    at = passage.text, passage.start, passage.end
    whole, letters = _patterns(name)
    found = [m.span() for m in whole.finditer(*at)]
    if letters and whole.search(passage.text):
        found += [m.span() for m in letters.finditer(*at)]
    first, last = passage.focus or (passage.start, passage.end)
    yield from (s for s in found if s[0] < last and first < s[1])


@lru_cache(maxsize=1024)
def _patterns(name: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    words = _APOSTROPHES.sub("", name).split()
    forms = ("['’]?".join(map(re.escape, word)) for word in words)
    joined = r"['’]?\s+".join(forms) or "(?!)"
    whole = re.compile(rf"(?<!\w){joined}(?!\w)", re.IGNORECASE)
    first = "".join(word[0] for word in words if word[0].isupper())
    if len(first) < _SHORTEST:
        return whole, None
    return whole, re.compile(rf"(?<![\w-]){re.escape(first)}(?![\w-])")
