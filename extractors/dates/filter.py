"""Tell words that only look like dates: counts, names, URLs, lists of sources."""

from __future__ import annotations

import re
from collections.abc import Callable

from incidents.extractors.dates.patterns import Found
from incidents.extractors.dates.words import S

# Digits of these are no dates.
_MASKS = re.compile(
    r"https?://\S+|\bwww\.\S+|\S{1,64}@\S+|\bdoi:\s?\S+|\b10\.\d{4,}/\S+"
    r"|\bISBN(?:-1[03])?:?\s?[\dX-]+|\bISSN:?\s?[\dX-]+|\+\d[\d ()-]{6,}"
)
# A heading from which on a document lists its sources, and one that ends the list.
_SOURCES = re.compile(
    r"(?m)^[ \t#*]*(?i:references|bibliography|works cited|literature|endnotes"
    r"|list of references|sources)[ \t:*]*$"
)
_ANNEX = re.compile(r"(?m)^[ \t#*]*(?i:appendix|annex)\b")
_ACCESSED = re.compile(r"(?i:accessed|retrieved|last visited)(?: on)?[ \n]{1,2}$")
# What counts things: "2000 people", "1500 km", "1,300" is not even found.
_COUNTED = re.compile(
    rf"{S}(?:\w+{S})?(?:people|persons|men|women|children|civilians|troops|soldiers"
    r"|fighters|militants|prisoners|refugees|members|victims|casualties|residents"
    r"|homes|houses|villagers|protesters|demonstrators|police|officers|students"
    r"|dollars|euros|pounds|rupees|rounds|tons|tonnes|votes|others|inmates|workers"
    r"|passengers|followers|strong)\b"
    r"|[ -]?(?:%|percent|per cent|km|kilomet|miles?\b|met(?:er|re)|kg|kilo|MW|GMT\b"
    r"|hrs\b|hours\b|million|billion|degrees|feet|ft\b|acres|hectares|square|BTC)"
)
# What numbers things: "Resolution 1989", "page 1998", "Flight 1907".
_NUMBERED = re.compile(
    r"(?i:\b(?:resolutions?|pages?|pp?\.|no\.|nr\.|number|flight|room|route|highway"
    r"|articles?|sections?|paragraphs?|chapter|battalion|case|building|bus|model"
    r"|least|than|nearly|almost|some|approximately|up to|roughly|over|estimated|only"
    r"|killed|killing|wounded|injured|another|additional|total of|population of))"
    r"[ \u00a0\n]{1,2}$"
)
# Words that a bare year leans on.
_YEAR_CUE = re.compile(
    r"(?i:\b(?:in|of|since|by|until|till|from|to|during|before|after|between|and|or"
    r"|late|early|mid|year|around|circa|through|the|spring|summer|autumn|winter|fall"
    r"|a|an|about|as|as of|on|for|throughout|its|his|their|that|this|pre|post))"
    r"[ \u00a0\n,-]{1,3}$|[(\[\u2013\u2014-]$|^\s*$|\n\s*$"
)
_IN = re.compile(r"(?i:\b(?:in|since|during))[ \u00a0\n]{1,2}$")
# What stands for every such day, or is a paper's name: "Sunday mass", "This Day".
_WEEKDAY_NOUN = re.compile(
    rf"{S}(?:[Mm]ass|[Pp]rayers?|[Ss]ervices?|[Ss]chools?|[Ww]orship|[Mm]arkets?|Times"
    r"|Telegraph|Mail|Express|Herald|Tribune|League)\b"
)
# "24 hours a day", "20 miles (32 km) a day"
_RATE = re.compile(
    rf"(?:\d|\)|\b(?:hours|times|dollars|miles|days|men|people|percent)){S}$"
)
_PLURAL = re.compile(rf"{S}[a-z]+s\b(?<!was)(?<!is)(?<!has)(?<!as)(?<!its)(?<!this)")
# Before March and May as months: "in March", but not "the March on", "it may".
_MONTH_CUE = re.compile(
    r"(?i:\b(?:in|of|since|by|until|till|from|to|during|before|after|between|and|or"
    r"|late|early|mid|last|next|this|that|around|through|throughout|every|each"
    r"|following|previous|about|for|as of|beginning|end|middle|start))"
    r"[ \u00a0\n,-]{1,3}$|[(|\t\u2013\u2014/-]\s?$"
)
_MARCH_ON = re.compile(rf"{S}(?:on|for|of){S}[A-Z]|{S}(?:\d|was killed|said|told)")
_CAPITAL_BEFORE = re.compile(r"(?<![.!?:,;]) ?\b[A-Z][\w\u2019'-]+ $")
_CAPITAL_AFTER = re.compile(r" [A-Z][a-z]+")
# 17 November, Black September and their like are groups and wars.
_NAMED = re.compile(
    r"(?i:\b(?:black|organi[sz]ation|revolutionary|movement|group|brigade))[ -]$"
)
_NAMING = re.compile(
    rf"{S}(?:Organi[sz]ation|Group|Movement|Brigades?|group|Martyrs)\b"
)


def outside(text: str) -> Callable[[int], bool]:
    """Whether an offset stands in a URL, a number of another kind or a source list."""
    marked = bytearray(len(text) + 1)
    for mask in _MASKS.finditer(text):
        marked[mask.start() : mask.end()] = b"\1" * (mask.end() - mask.start())
    for heading in _SOURCES.finditer(text, len(text) // 2):
        annex = _ANNEX.search(text, heading.end())
        end = annex.start() if annex else len(text)
        marked[heading.start() : end] = b"\1" * (end - heading.start())
        break
    return lambda offset: bool(marked[offset])


def spurious(text: str, found: Found) -> bool:
    """Whether the words are no date where they stand."""
    before = text[max(0, found.start - 40) : found.start]
    after = text[found.end : found.end + 60]
    if found.kind == "year":
        return _no_year(int(found.parts["year"]), before, after)
    if found.kind == "years":
        return bool(_NUMBERED.search(before) or _COUNTED.match(after)) or (
            not found.parts["first"][:2] <= found.parts["last"][:2]
            and len(found.parts["last"]) == 4
        )
    if found.kind == "month":
        return _no_month(found.parts["month"], before, after)
    if found.kind in ("day", "month_day") and "year" not in found.parts:
        return bool(_NAMED.search(before) or _NAMING.match(after))
    if found.kind == "clock" and "half" not in found.parts:
        return bool(re.match(r"[ ]?[-\u2013]?\d|[%\w]", after)) or before[-1:] == "("
    if found.kind == "weekday":
        return bool(_WEEKDAY_NOUN.match(after))
    if found.kind == "unit":
        return text[found.start : found.end].istitle() and found.start > 0
    if found.kind == "duration" and found.parts["n"].lower() in ("a", "an"):
        return bool(_RATE.search(before))
    return bool(_ACCESSED.search(before)) and found.kind in ("day", "month_day", "iso")


def _no_year(year: int, before: str, after: str) -> bool:
    counted = _COUNTED.match(after) and not _IN.search(before)
    if counted or _NUMBERED.search(before):
        return True
    if re.search(r"\b[Aa]t[ \n]$", before):
        return True  # a time of day: "at 2030"
    if re.search(r"(?:[$\u20ac\u00a3#\u00a7]|\bUS\$)\s?$", before):
        return True
    round_or_old = year % 100 == 0 or not 1800 <= year <= 2060
    plural = _PLURAL.match(after) and not before.lower().endswith("the ")
    if round_or_old and (plural or not _YEAR_CUE.search(before)):
        return True
    return not 1000 <= year <= 2100


def _no_month(month: str, before: str, after: str) -> bool:
    if _NAMED.search(before):
        return True
    short = month.rstrip(".").lower()
    if len(short) == 3 and short != "may" and _CAPITAL_AFTER.match(after):
        return True
    if short in ("march", "may", "mar", "jan", "jun", "apr", "dec", "sep", "sept"):
        return not _MONTH_CUE.search(before) or bool(_MARCH_ON.match(after))
    if short in ("april", "june", "august"):
        name = _CAPITAL_BEFORE.search(before) or _CAPITAL_AFTER.match(after)
        return bool(name) and not _MONTH_CUE.search(before)
    return False
