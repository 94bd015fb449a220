"""Figures as a quote prints them: digits, words, and the bounds around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

Ends = tuple[int | None, int | None]

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen"
    " fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_UNIT = {w: n for n, w in enumerate(_ONES)}
_UNIT |= {w: 10 * n for n, w in enumerate(_TENS, 2)}
_POWER = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
#: The least that a vague plural means, as the codebook's readers count.
VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000}
_SPELT = "|".join([*_UNIT, *_POWER])
_FIGURE = re.compile(
    r"(?<![\w.,$€£])(?P<digits>\d{1,3}(?:,\d{3})+|\d{1,7})(?P<plus>\+)?"
    r"(?:\s(?P<power>hundred|thousand|million|dozen)\b)?"
    r"(?!\w|[.,]\d|%|\s?(?:percent|per cent|kilo|kg|km\b|metres|meters|miles|minutes"
    r"|hours"
    r"|years?(?: |-)(?:old|in|after|ago|later|prison)|st\b|nd\b|rd\b|th\b|a\.?m\.?\b"
    r"|p\.?m"
    r"\.?\b))(?!-(?:year|day|hour|storey|story|mile|metre|minute|month|week|seat))"
    rf"|\b(?P<half>half a dozen)\b|\b(?P<words>(?:(?:a|{_SPELT})(?:[\s-]+(?:and\s+)?))*"
    rf"(?:{_SPELT}))\b(?!-(?:year|day|hour|storey|story|mile|metre|minute|month|week"
    rf"|seat))"
    rf"|\b(?P<vague>{'|'.join(VAGUE)})\b|\b(?P<pair>both|couple|pair)\b"
    r"|\b(?P<article>an?|another)\b",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"(?:at least|at the least|a minimum of|no (?:fewer|less) than|not (?:fewer"
    r"|less) than"
    r"|minimum)\s(?:an? |some |the |\w+ )?$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:more than|over|in excess of|upwards? of|above|exceed\w*|greater than|topp\w+"
    r"|beyond|surpass\w*)\s(?:an? |the |some )?$",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    r"\b(?:up to|as many as|at most|no more than|not more than"
    r"|a maximum of)\s(?:an? )?$",
    re.IGNORECASE,
)
_FEWER = re.compile(
    r"\b(?:fewer than|less than|under|below)\s(?:an? )?$", re.IGNORECASE
)
_NEARLY = re.compile(
    r"\b(?:almost|nearly|close to|just under)\s(?:an? )?$", re.IGNORECASE
)
_OR_MORE = re.compile(r"\+|\s(?:or|and) more\b|\s\w+ or more\b")
_TO = re.compile(r"\s?(?:-|–|to|or|and)\s?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text.

    Attributes:
        start: First character, in the text read.
        end: One past the last.
        number: As printed, without its bounds.
        readings: Each ``(min, max)`` that the words around it allow.
        article: Whether it is only ``a`` or ``an``.
    """

    start: int
    end: int
    number: int
    readings: tuple[Ends, ...]
    article: bool = False


def figures(text: str) -> list[Figure]:
    """Every figure of ``text``, in order."""
    plain = [f for m in _FIGURE.finditer(text) for f in _read(text, m)]
    return plain + list(_ranges(text, plain))


def _read(text: str, match: re.Match[str]) -> Iterator[Figure]:
    number = _number(match)
    if number is None:
        return
    before = text[max(0, match.start() - 40) : match.start()]
    start, end = match.span()
    if match["vague"]:
        readings: tuple[Ends, ...] = ((number, None),)
    elif _AT_LEAST.search(before) or _OR_MORE.match(text, match.end("digits")):
        readings = ((number, None),)
    elif _MORE.search(before):
        readings = ((number + 1, None),)
    elif _AT_MOST.search(before):
        readings = ((None, number),)
    elif _FEWER.search(before):
        readings = ((None, number - 1),)
    elif _NEARLY.search(before):
        readings = ((None, number - 1), (number, number))
    else:
        readings = ((number, number),)
    yield Figure(start, end, number, readings, bool(match["article"]))


def _number(match: re.Match[str]) -> int | None:
    if match["digits"]:
        power = _POWER.get((match["power"] or "").casefold(), 1)
        return int(match["digits"].replace(",", "")) * power
    if match["half"]:
        return 6
    if match["vague"]:
        return VAGUE[match["vague"].casefold()]
    if match["pair"]:
        return 2
    return 1 if match["article"] else _spelt(match["words"])


def _spelt(words: str) -> int | None:
    """``two hundred and six`` as 206; words that make no number are none."""
    total, part = 0, 0
    for word in re.findall(r"[a-z]+", words.casefold()):
        if word in _UNIT:
            part += _UNIT[word]
        elif word in _POWER:
            part = max(part, 1) * _POWER[word]
            if _POWER[word] >= 1000:
                total, part = total + part, 0
    return total + part


def _ranges(text: str, plain: list[Figure]) -> Iterator[Figure]:
    """``10-15``, ``between 10 and 15``, ``10 to 15`` as one figure more."""
    for a, b in pairwise(plain):
        joint = text[a.end : b.start]
        between = re.search(r"between\s$", text[: a.start], re.IGNORECASE)
        if a.number < b.number and _TO.fullmatch(joint):
            if "and" in joint and not between:
                continue
            yield Figure(a.start, b.end, a.number, ((a.number, b.number),))
