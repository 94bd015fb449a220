"""Acronyms that a report defines itself: "the Lions of the Levant Front (LLF)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from incidents.extractors.groups.context import CUE, country_names
from incidents.extractors.groups.names import Word, find, words

_ACRONYM = r"[A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9]*(?:[-/.][A-Z0-9]+)*"
ACRONYM = re.compile(rf"(?<!\w){_ACRONYM}(?!\w)")
_AFTER_NAME = re.compile(
    rf"['\"”’]?\s?(?:[(\[]|, or |, known as |, also known as )[\"“'‘]?({_ACRONYM})"
    r"(?=[\"”'’]?\s?[)\],;.])"
)
_BRACKETED = re.compile(rf"[\s\"”][(\[][\"“]?({_ACRONYM})[\"”]?[)\]]")
_HEADS = re.compile(
    r"\b(?:front|army|brigades?|movement|liberation|jihad|battalions?|militias?|"
    r"vanguard|cells?|commandos?|forces?|fighters|mujahid\w+|mujahed\w+|resistance|"
    r"lashkar|harakat|ansar|jaish|jaysh|jamaat|tigers|guerrill?as?|katiba\w?|"
    r"martyrs?|avengers|defenders|organi[sz]ation|revolutionar(?:y|ies))\b",
    re.I,
)
STATE = re.compile(
    r"\b(?:national army|armed forces|air force|police|ministry|labou?r|guards?|corps|"
    r"defen[cs]e forces?|united nations|popular revolutionary alliance|conference|"
    r"dialogue|(?:security|special|coalition|task|interim|multinational|international|"
    r"peacekeeping|joint|border|rapid|u\.?n\.?|nato|u\.?s\.?) .{0,20}forces?|"
    r"task force|"
    r"(?:health|trade|human rights|aid|world) .{0,20}organi[sz]ation)\b",
    re.I,
)
_SMALL = {"of", "the", "for", "and", "in", "to", "a", "de", "la", "y", "el", "al", "on"}
#: Initials that are an acronym, at least.
_INITIALS = 3
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+(?=[A-Z\"“‘(])|\n\s*\n|\f")


@dataclass(frozen=True, slots=True)
class Definition:
    """A name as written and the acronym given for it; offsets of both in the text."""

    start: int
    end: int
    acronym: str
    at: int
    group: bool


def acronym_after(text: str, end: int, name: str) -> tuple[str, int] | None:
    """The acronym that defines itself right after a name, and where it starts."""
    match = _AFTER_NAME.match(text, end)
    if match is None or not _spells(match[1], name):
        return None
    return match[1], match.start(1)


def initials(name: str) -> str:
    """The initials of a name of at least three words: *ELF*; empty where it has fewer.

    Small words have none: *Movement for the Liberation of Azawad* is *MLA*.
    """
    words_ = [w for w in re.findall(r"[^\W_]+", name) if w.lower() not in _SMALL]
    capitals = all(word[0].isupper() and not word.isupper() for word in words_)
    enough = len(words_) >= _INITIALS and capitals
    return "".join(word[0] for word in words_) if enough else ""


def unlisted(text: str, found: list[Word]) -> Iterator[Definition]:
    """Yield the definitions in ``text`` whose initials spell the acronym.

    ``group`` is true of an organisation that is armed by its name and by its sentence.
    """
    ends = {w.end: i for i, w in enumerate(found)}
    for match in _BRACKETED.finditer(text):
        i = ends.get(match.start(), ends.get(match.start() - 1))
        start = None if i is None else _long_form(text, found, i, match[1])
        if start is None or i is None:
            continue
        name = text[start : found[i].end]
        cued = armed_name(name) and CUE.search(
            _sentence(text, start, match.end()).replace(name, "")
        )
        yield Definition(start, found[i].end, match[1], match.start(1), bool(cued))


def armed_name(name: str) -> bool:
    """Whether an organisation's name is that of an armed group, and no state's own."""
    if not _HEADS.search(name) or STATE.search(name):
        return False
    of_state = name.split()[-1].lower() in {"army", "forces"}  # the Syrian Arab Army
    return not (of_state and next(find(name, words(name), country_names()), None))


def _long_form(text: str, found: list[Word], last: int, acronym: str) -> int | None:
    """Start of the words up to ``last`` whose initials are ``acronym``."""
    letters = [c for c in acronym.upper() if c.isalpha()]
    for i in range(last, max(-1, last - 14), -1):
        word = found[i]
        if i < last and text[word.end : found[i + 1].start].strip(" \n-'’"):
            return None
        if letters and word.text[0].upper() == letters[-1] and word.text[0].isupper():
            letters.pop()
        elif word.text.lower() not in _SMALL:
            return None
        if not letters:
            return word.start
    return None


def _spells(acronym: str, name: str) -> bool:
    """Whether the letters of ``acronym`` stand in ``name`` in order, from its first."""
    letters = iter(c for c in name.upper() if c.isalnum())
    wanted = [c for c in acronym.upper() if c.isalnum()]
    initials = {w[0].upper() for w in re.findall(r"[^\W_]+", name)}
    return wanted[0] in initials and all(c in letters for c in wanted)


def _sentence(text: str, start: int, end: int) -> str:
    before = text[max(0, start - 300) : start]
    cuts = [m.end() for m in _SENTENCE_END.finditer(before)]
    after = text[end : end + 300]
    cut = _SENTENCE_END.search(after)
    left = before[cuts[-1] :] if cuts else before
    return left + text[start:end] + (after[: cut.start()] if cut else after)
