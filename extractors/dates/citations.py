"""Years that belong to a work cited, not to what is told."""

from __future__ import annotations

import re

from incidents.extractors.dates.words import MONTH

# Parentheses, one within another included: (Zelin 2024a), (UNSC (United Nations) 2022)
_PAREN = re.compile(r"\((?:[^()]|\([^()]{0,80}\)){2,300}\)")
# A word and a year: "Zelin 2024a", "et al. 2019, 12", "Giustozzi, 2018: 37"
_CITE = re.compile(
    r"(?P<word>[^\W\d_][\w.\u2019'-]{0,40}|\))(?P<comma>,)?\s{1,2}"
    r"(?P<year>(?:19|20)\d\d)"
    r"(?P<letter>[a-z])?(?P<page>[,:] ?(?:pp?\.? ?)?\d{1,3}(?:[-\u2013]\d{1,4})?\b)?"
    r"(?=[;,:)]|\s[-\u2013])"
)
_NO_AUTHOR = re.compile(
    r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|in|since|until|till|from|to"
    r"|of|by|and|or|the|around|about|circa|before|after|during|between"
    r"|summer|spring|autumn|winter|fall|early|late|mid)"
)
_MONTHLIKE = re.compile(rf"(?:{MONTH}|{_NO_AUTHOR.pattern})\.?")
# Krause (2025), Sanderson et al. (2017, 12)
_RUNNING = re.compile(
    r"\b[A-Z][\w\u2019'-]{1,40}(?: et al\.)? "
    r"\((?P<year>(?:19|20)\d\d)[a-z]?(?:, ?[\d-]+)?\)"
)
# More years of one author: "2024c, 2024b, 2025"
_MORE = re.compile(r"(?:, (?P<year>(?:19|20)\d\d)[a-z]?)(?=[,;)])")


def citations(text: str) -> tuple[set[int], set[int]]:
    """Where years stand that belong to a work cited.

    Returns:
        Starts of years in author-year citations, and of years printed after an author
        in running text. A lone ``(Paris 2015)`` counts only in a text that cites, and
        ``(Paris, 2015)`` only if it cites with a comma.
    """
    sure: set[int] = set()
    maybe: dict[bool, set[int]] = {True: set(), False: set()}
    commas = []
    for paren in _PAREN.finditer(text):
        for cite in _CITE.finditer(text, paren.start(), paren.end()):
            if _MONTHLIKE.fullmatch(cite["word"]):
                continue
            comma = bool(cite["comma"])
            if cite["letter"] or cite["page"] or cite["word"] == "al.":
                sure.add(cite.start("year"))
                commas.append(comma)
            else:
                maybe[comma].add(cite.start("year"))
    if len(sure) < 2:
        return sure, set()
    cited = sure | maybe[sum(commas) * 2 > len(commas)]
    running = {m.start("year") for m in _RUNNING.finditer(text)}
    return cited | _continued(text, cited), running


def _continued(text: str, cited: set[int]) -> set[int]:
    """Further years after one that is cited."""
    more: set[int] = set()
    for start in cited:
        end = start + 4 + text[start + 4 : start + 5].isalpha()
        while match := _MORE.match(text, end):
            more.add(match.start("year"))
            end = match.end()
    return more
