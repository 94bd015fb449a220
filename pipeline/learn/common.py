"""Which words many documents have, counted once for what is rare to tell events by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from incidents.pipeline.merge.marks import content

#: A word that fewer documents have is not counted; how much is too rare to be known.
LEAST = 40


def count(texts: Iterable[str], least: int = LEAST) -> dict[str, dict[str, int]]:
    """The tables ``counted`` and ``words``: documents in all, and that have a word."""
    seen: Counter[str] = Counter()
    documents = 0
    for text in texts:
        documents += 1
        seen.update(content(text))
    words = {word: n for word, n in seen.items() if n >= least}
    return {"counted": {"documents": documents}, "words": words}
