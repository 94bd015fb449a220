"""Countries: a place of it or its people, or its very name."""

from __future__ import annotations

import re
from functools import cache

from incidents.extractors import _gazetteer
from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.support.case import Case
from incidents.pipeline.assemble.support.passage import Passage, whole_words
from incidents.pipeline.assemble.support.places import is_role

#: Longest name in capitals that only a whole word in capitals can be: US, UAE.
_SHORT = 3


def country(code: str, case: Case) -> bool:
    """Whether a quote names the country ``code``, its people, or a place of it."""
    shown = [p for p in case.shown if not _is_beside(code, p)]
    for passage in shown:
        for m in passage.told("PLACE", "NATIONALITY"):
            span = m.start, m.end
            if code in (m.get("country"), m.value) and case.told(passage, span):
                return True
    return any(_named(code, p, case) for p in shown)


def _is_beside(code: str, passage: Passage) -> bool:
    """Whether a passage has the country in another role, and another where it was.

    *A man from Oslo*, *the Norwegian consul*, *Ida Norway*, who was hit in Riga.
    """
    places = [m for m in passage.told("PLACE") if m.get("country")]
    plain = {m.get("country") for m in places if not _has_role(m, passage)}
    return bool(plain) and code not in plain


def _has_role(place: Mention, passage: Passage) -> bool:
    named = passage.over((place.start, place.end), "PERSON")
    return bool(named) or is_role(place, passage)


def _named(code: str, passage: Passage, case: Case) -> bool:
    """Whether the words have a name of the country or a word for its people."""
    at = passage.text, passage.start, passage.end
    found = (m for names in _names().get(code, ()) for m in names.finditer(*at))
    if any(case.told(passage, m.span()) for m in found):
        return True
    return passage.basis is not None and _named(code, passage.basis, case)


@cache
def _names() -> dict[str, tuple[re.Pattern[str], ...]]:
    """What countries and their people are called; of capitals, whole names alone."""
    names: dict[str, tuple[re.Pattern[str], ...]] = {}
    for entry in _gazetteer.load("nationalities").values():
        words = (entry.name, *entry.aliases, *entry.fields.get("country_names", ()))
        if code := str(entry.fields.get("iso") or ""):  # of *Congolese*, neither
            names[code] = (*names.get(code, ()), *map(_pattern, words))
    return names


def _pattern(name: str) -> re.Pattern[str]:
    if len(name) <= _SHORT or name.isupper():
        return re.compile(rf"(?<![\w.]){re.escape(name)}(?!\w)")
    return whole_words(name)
