"""Dates and countries as people write them, read as the codebook codes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from incidents.extractors.places.names import fold
from incidents.gazetteers import Entry, load
from incidents.pipeline import edtf

_EDTF = re.compile(r"[\d\-/X~?%]+")
_ISO = re.compile(r"[A-Z]{2}")


def day(text: str) -> str | None:
    """What ``text`` says in EDTF; None where it says no date, or may say two.

    >>> day("11 July 2010"), day("summer of 2023"), day("2014-03"), day("3/4/2010")
    ('2010-07-11', '2023-22', '2014-03', None)
    """
    if _EDTF.fullmatch(text) and edtf.bounds(text):
        return text
    for printed in dict.fromkeys((text, text.title())):
        told = _read(printed)
        if told and len(re.findall(r"\d+", told)) >= len(re.findall(r"\d+", text)):
            return told
    return None


def _read(text: str) -> str | None:
    """The date that is the whole of ``text``, as reports are read."""
    import spacy  # here, so that a desk starts without it

    from incidents.extractors import dates

    for found in dates.extract(spacy.blank("en")(text), None):
        if found.label == "DATE" and found.text == text and edtf.bounds(found.value):
            return found.value
    return None


@cache
def countries() -> Mapping[str, str]:
    """The name of each country, by its ISO code."""
    entries = load("nationalities").values()
    return {e.id: e.name for e in sorted(entries, key=_id) if _ISO.fullmatch(e.id)}


def country(text: str) -> str | None:
    """The ISO code of a country that is named, or given by its code.

    >>> country("france"), country("FR"), country("Tajik"), country("Ruritania")
    ('FR', 'FR', 'TJ', None)
    """
    code = text.strip().upper()
    return code if code in countries() else _named().get(fold(text))


@cache
def _named() -> Mapping[str, str]:
    """Codes by every name of a country and of its people; names go before these."""
    found: dict[str, str] = {}
    entries = load("nationalities").values()
    known = sorted((e for e in entries if _ISO.fullmatch(e.id)), key=_id)
    for entry in known:
        found.setdefault(fold(entry.name), entry.id)
    for entry in known:
        for name in (*entry.fields.get("country_names", ()), *entry.aliases):
            found.setdefault(fold(name), entry.id)
    return found


def _id(entry: Entry) -> str:
    return entry.id
