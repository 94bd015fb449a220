"""Place names in the form they are looked up by."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

KINDS = ("country", "admin1", "admin2", "city", "region")  # as numbered in the table
PRIMARY, OTHER, SHORT = 0, 1, 2  # a place's own name, an alternate, an abbreviation
DEGREE = 10_000  # the table keeps coordinates as whole numbers

# letters that no decomposition takes apart
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
_DROP = re.compile(r"['’‘ʻʼ`´.]")
_PART = re.compile(r"[\s,/–—_-]+")
_TYPE = re.compile(
    r"^(?:province|state|department|republic|region|district|county) of (?:the )?"
    r"|^(?:provincia|departamento|estado|municipio|oblast|raion|kraj|gemeente) (?:de )?"
    r"|^(?:gorodskoy okrug|oras|municipiul|comuna) "
    r"| (?:province|state|district|county|region|governorate|department|municipality"
    r"|oblast|prefecture|parish|division|agency|krai|kray|republic|zone|borough|raion"
    r"|respublika|city|wilayah|voivodeship|canton)$"
)
_SAINT = re.compile(r"\b(?:st|ste|sainte)\b(?= )")


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """``name`` without case, accents, apostrophes and stops; hyphens are spaces.

    >>> fold("Al-Ḥasakah"), fold("Côte d’Ivoire"), fold("St. Louis"), fold("W.Va.")
    ('al hasakah', 'cote divoire', 'saint louis', 'wva')
    """
    if not name.isascii():
        parts = unicodedata.normalize("NFKD", name.casefold().translate(_PLAIN))
        name = "".join(c for c in parts if not unicodedata.combining(c))
    plain = _PART.sub(" ", _DROP.sub("", name.casefold())).strip()
    return _SAINT.sub("saint", plain)


def untyped(key: str) -> str:
    """``key`` without its type: ``cook county`` and ``state of texas`` lose a word."""
    return _TYPE.sub("", key) or key
