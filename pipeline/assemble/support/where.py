"""Countries: named, or the country of a place that the quote names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from extractors import _gazetteer
from extractors.places.names import fold
from extractors.places.table import named
from pipeline.assemble.support.evidence import Shown, whole_words

_NAME = re.compile(r"[^\W\d_][\w’'.-]*")
#: What stands before the name of a place; or the name opens the quote.
_AT = re.compile(
    r"(?:^|\b(?:in|at|near|of|from|to|throughout|inside|downtown|against|over|outside"
    r"|around|on|between|and|off|the|across|into"
    r"|toward|towards|for|a|an|central|east|west|north|south|northern|southern|eastern"
    r"|western))"
    r"\s?$|[,(/*-]\s?$|\n\s*$|\t\s*$|\.\s$",
    re.IGNORECASE,
)
#: Longest name of a place that is looked up, in words.
_LONGEST = 4
#: A namesake with fewer inhabitants than this share of the largest is not meant.
_LEAST = 0.1
#: A smaller place is read only where a place may stand, and not in a longer name.
_LARGE = 100_000
_SHORT = {"US": ("US", "U.S.", "USA", "U.S.A."), "GB": ("UK", "U.K."), "AE": ("UAE",)}


def country(code: str, shown: Shown, text: str) -> bool:
    """Whether a quote names the country ``code``, its people, or a place of it."""
    wholes = [f"{e.lean}: {e.quote}" if e.lean else e.quote for e in shown]
    if any(names_country(code, whole) for whole in wholes):
        return True
    return any(code in countries for w in wholes for countries in _placed(w, text))


def names_country(code: str, text: str) -> bool:
    """Whether ``text`` has a name of the country or a word for its people."""
    if any(
        re.search(rf"(?<![\w.]){re.escape(s)}(?!\w)", text)
        for s in _SHORT.get(code, ())
    ):
        return True
    return any(whole_words(name).search(text) for name in _names().get(code, ()))


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """What countries and their people are called; capitals are left to ``_SHORT``."""
    names: dict[str, tuple[str, ...]] = {}
    for entry in _gazetteer.load("nationalities").values():
        words = (entry.name, *entry.aliases, *entry.fields.get("country_names", ()))
        for code in _codes(entry):
            known = tuple(w for w in words if len(w) > 3 and not w.isupper())
            names[code] = (*names.get(code, ()), *known)
    return names


def _codes(entry: _gazetteer.Entry) -> tuple[str, ...]:
    code = str(entry.fields.get("iso") or "")
    return (code,) if code else tuple(entry.fields.get("candidates", ()))


def _placed(text: str, document: str) -> Iterator[set[str]]:
    """For each name in ``text``, the countries that it can lie in here."""
    words = list(_NAME.finditer(text))
    n = 0
    while n < len(words):
        for length in range(min(_LONGEST, len(words) - n), 0, -1):
            start, end = words[n].start(), words[n + length - 1].end()
            placed = (
                _AT.search(text[max(0, start - 14) : start])
                or text[end : end + 1] in ",["
            )
            if not words[n][0][0].isupper():
                continue
            follows = re.match(r" [A-Z]", text[end : end + 2]) is not None
            least = (
                0 if placed and not (follows or _goes_on(text, words, n)) else _LARGE
            )
            if not placed and text.isupper():
                continue
            if found := _countries(text[start:end], document, least):
                yield found
                n += length - 1
                break
        n += 1


def _goes_on(text: str, words: list[re.Match[str]], n: int) -> bool:
    """Whether word ``n`` goes on with a name: ``Park`` in ``Finsbury Park``."""
    if not n or text[words[n - 1].end() : words[n].start()] != " ":
        return False
    before = words[n - 1][0]
    return before[0].isupper() and _AT.search(before) is None


def _countries(name: str, document: str, least: int) -> set[str]:
    """Where ``name`` lies: the largest place, or one whose country is named."""
    options = _options(fold(re.sub(r"['’]s?$", "", name)))
    top = next(iter(options), "")
    if not top or options[top] < least:
        return set()
    if _known(top, document):
        return {top}
    known = {c for c in options if _known(c, document)}
    return {top} | {c for c in known if options[c] >= _LEAST * options[top]}


@lru_cache(maxsize=4096)
def _options(key: str) -> dict[str, int]:
    """Inhabitants of the largest place of a name, by country, the largest first."""
    most: dict[str, int] = {}
    for option in named(key):
        place = option.place
        if place.country:
            weight = place.population + (
                1_000_000_000 if place.kind == "country" else 0
            )
            most[place.country] = max(most.get(place.country, 0), weight)
    return dict(sorted(most.items(), key=lambda item: (-item[1], item[0])))


@lru_cache(maxsize=256)  # holds texts
def _known(code: str, document: str) -> bool:
    return names_country(code, document)
