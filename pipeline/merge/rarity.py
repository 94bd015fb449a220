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
    text = (files("pipeline.merge") / "common.toml").read_text("utf-8")
    table = tomllib.loads(text)
    documents = table["counted"]["documents"]
    return {word: math.log(documents / n) for word, n in table["words"].items()}


@cache
def _rarest() -> float:
    """What a word counts for that no table has: rarer than any that it has."""
    return max(common().values()) + math.log(2)


def rare(words: frozenset[str]) -> frozenset[str]:
    """Those of ``words`` that few documents have."""
    return words - common().keys()


def alike(a: frozenset[str], b: frozenset[str]) -> float:
    """The cosine of two sets of words, each as long as it is rare: from 0 to 1."""
    both = _square(a) * _square(b)
    return _length(a & b) / math.sqrt(both) if both else 0.0


@lru_cache(maxsize=65_536)
def _square(words: frozenset[str]) -> float:
    return _length(words)


def _length(words: frozenset[str]) -> float:
    known, rarest = common(), _rarest()
    return math.fsum(known.get(word, rarest) ** 2 for word in words)
