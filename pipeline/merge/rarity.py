"""How rare a word is, and how alike two sets of words are by it.

What counts is a table of how many documents have a word, made once: no record changes
what is said of two others.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files


@cache
def common() -> Mapping[str, float]:
    """The words that many documents have, and how rare each of them is."""
    text = (files("incidents.pipeline.merge") / "common.toml").read_text("utf-8")
    table = tomllib.loads(text)
    documents = table["counted"]["documents"]
    return {word: math.log(documents / n) for word, n in table["words"].items()}


@cache
def _squares() -> tuple[Mapping[str, float], float]:
    """What each word counts for, squared; what one does that no table has.

    That is rarer than any that it has.
    """
    rarest = max(common().values()) + math.log(2)
    return {word: rarity**2 for word, rarity in common().items()}, rarest**2


def rare(words: frozenset[str]) -> frozenset[str]:
    """Those of ``words`` that few documents have."""
    known = common()
    return frozenset(word for word in words if word not in known)


def alike(a: frozenset[str], b: frozenset[str]) -> float:
    """The cosine of two sets of words, each as long as it is rare: from 0 to 1."""
    both = _square(a) * _square(b)
    return _length(a & b) / math.sqrt(both) if both else 0.0


@lru_cache(maxsize=65_536)
def _square(words: frozenset[str]) -> float:
    return _length(words)


def _length(words: frozenset[str]) -> float:
    known, rarest = _squares()
    return math.fsum(known.get(word, rarest) for word in words)
