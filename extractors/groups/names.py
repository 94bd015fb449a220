"""Find names by their words, whatever the spelling between them.

Hyphens, apostrophes, accents, capitals and the commoner transliterations differ from
report to report ("al-Qa'ida", "Al Qaeda"), and a tokeniser keeps "pro-IS" in one piece:
so names are looked up over words of our own, folded, and offsets are those of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’‘ʼʻ`´][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’‘ʼ`´][sS]$")
# One blank, line end or hyphen, or " - ": a paragraph's end parts two names
_BETWEEN = re.compile(r"['’]?[ \t\xa0]{0,3}(?:[-‐‑‒–—/&]|\r?\n|\f)?[ \t\xa0]{0,8}")
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")  # none printed: none can be asked for
_ASIDE = re.compile(r"\s?[(\[]|,\s")  # names that have one are few: see Name.aside
_OPENED = re.compile(r"[(\[]")
_CLOSING = {"(": ")", "[": "]"}
_ARTICLES = {"as", "ad", "ar", "at", "an", "az", "ash", "us", "ud", "ur", "ut", "un"}
# Words of a name that reports print in lower case as well: the Haqqani network
_EITHER_CASE = {
    *("al", "el", "network", "group", "cartel", "clan", "movement", "militia", "gang"),
    *("organization", "organisation", "brigade", "brigades", "battalion", "faction"),
    *_ARTICLES,
}
_SPELLINGS = [
    (re.compile(pattern), to)
    for pattern, to in (
        (r"^[eu]l$", "al"),
        (r"^i$", "e"),  # Lashkar-i-Taiba, Lashkar-e-Taiba
        (r"isation", "ization"),
        (r"defence", "defense"),
        (r"^centre", "center"),
        (r"^labour", "labor"),
        (r"^taleban", "taliban"),
        (r"^[qk]a[ei]{1,2}dah?$", "qaida"),
        (r"^h[ei][sz]b[aou]ll?ah?$", "hezbolah"),
        (r"^m[ou]{1,2}d?jj?a?h?[aei]{1,2}d{1,2}[aei]{1,2}ns?$", "mujahidin"),
        (r"^m[uo]h?amm?[ae]d$", "mohamed"),
        (r"i(?:yy|y|)ah?$", "iya"),  # Islamiyya, Islamiyah, Islamiah
        (r"(?<=....)([a-z])\1|([a-z])\2(?=...)", r"\1\2"),  # Shabaab, Shabab
    )
]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its offsets and how names know it."""

    start: int
    end: int
    text: str
    key: str
    bare: str  # without a possessive ending; else as ``text``


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one thing: the words as its gazetteer prints them."""

    id: str
    words: tuple[str, ...]
    ambiguous: bool
    aside: tuple[bool, bool]

    @property
    def acronym(self) -> bool:
        """Whether the name is one word of capitals, such as ``ETA``."""
        return len(self.words) == 1 and _capitals(self.words[0]) > 1


@dataclass(frozen=True, slots=True)
class Match:
    """Where a text prints a name, and whose name it may be."""

    start: int
    end: int
    names: tuple[Name, ...]

    @property
    def ids(self) -> frozenset[str]:
        """Entries that the name may stand for."""
        return frozenset(n.id for n in self.names)

    @property
    def sure(self) -> frozenset[str]:
        """Entries of which it is a name and nothing else."""
        return frozenset(n.id for n in self.names if not n.ambiguous)


Trie = dict[str | None, Any]
Named = Iterable[tuple[str, str, bool]]


def words(text: str) -> list[Word]:
    """The words of ``text``, acronyms with points as one."""
    found = []
    for m in _WORD.finditer(text):
        hyphen = text[m.end() : m.end() + 1] in {"-", "‑", "‐"}
        bare = _POSSESSIVE.sub("", m[0]) if m[0][-1] in "sS" else m[0]
        found.append(Word(m.start(), m.end(), m[0], fold(m[0], hyphen), bare))
    return found


@lru_cache(maxsize=65536)
def fold(word: str, hyphen: bool = False) -> str:
    """``word`` without what differs between spellings of one name."""
    plain = unicodedata.normalize("NFKD", word)
    key = "".join(c for c in plain if c.isalnum()).casefold()
    if hyphen and key in _ARTICLES:
        return "al"
    for pattern, to in _SPELLINGS:
        key = pattern.sub(to, key)
    return key


def trie(named: Named) -> Trie:
    """A tree of word keys over ``(id, name, ambiguous)``, for ``find``."""
    root: Trie = {}
    for id, name, ambiguous in named:
        node, parts = root, words(name)
        for word in parts:
            node = node.setdefault(word.key, {})
        printed = tuple(w.text for w in parts)
        leaf = node.setdefault(None, [])
        leaf.append(Name(id, printed, ambiguous, _aside(name)))
    return root


def find(text: str, found: list[Word], names: Trie) -> Iterator[Match]:
    """Yield the longest names that ``text`` prints, from left to right.

    Args:
        text: The report.
        found: ``words(text)``.
        names: As ``trie`` makes it.
    """
    lower = len(_CAPITAL.findall(text)) * 250 < len(text) > 40
    end = 0
    for i, word in enumerate(found):
        if word.start >= end and (word.key in names or fold(word.bare) in names):
            best = _longest(text, found, i, names, lower)
            if best is not None:
                yield best
                end = best.end


def _longest(
    text: str, found: list[Word], i: int, node: Trie, lower: bool
) -> Match | None:
    best = None
    for j in range(i, len(found)):
        word = found[j]
        if j > i and not _joined(text, found[j - 1], word):
            break
        bare = node.get(fold(word.bare)) if word.bare != word.text else None
        whole = node.get(word.key)
        here = bare and _leaf(text, found[i:j], word.bare, word.start, bare, lower)
        if here is None and whole is not None:
            here = _leaf(text, found[i:j], word.text, word.start, whole, lower)
        best = here or best
        if (on := whole or bare) is None:  # "IS's Caucasus Province" goes on too
            break
        node = on
    return best


def _leaf(
    text: str, before: list[Word], last: str, start: int, node: Trie, lower: bool
) -> Match | None:
    printed = (*(w.text for w in before), last)
    first, end = (before[0].start if before else start), start + len(last)
    opened = _OPENED.search(text, first, end)
    aside = _aside(text[first:end])
    names = []
    for name in node.get(None, ()):
        closed = not opened or text[end : end + 1] == _CLOSING[opened[0]]
        if name.aside == aside and closed and _as_printed(name, printed, lower):
            names.append(name)
    return Match(first, end + bool(opened), tuple(names)) if names else None


def _aside(name: str) -> tuple[bool, bool]:
    """Whether a name has a bracket or a comma inside, which it then must keep."""
    return bool(_OPENED.search(name)), "," in name


def _joined(text: str, a: Word, b: Word) -> bool:
    between = text[a.end : b.start]
    return bool(_BETWEEN.fullmatch(between) or _ASIDE.fullmatch(between))


def _as_printed(name: Name, printed: tuple[str, ...], lower: bool) -> bool:
    fits: Callable[[str, str], bool] = _fits_lower if lower else _fits
    return all(
        fits(a, p) or (name.acronym and not name.ambiguous and _titled(a, p))
        for a, p in zip(name.words, printed, strict=True)
    )


def _fits(word: str, printed: str) -> bool:
    """Whether capitals stand where the gazetteer has them."""
    capitals = _capitals(word)
    if not capitals or printed.casefold() in _EITHER_CASE:
        return True
    if capitals == 1 and word[:1].isupper():
        return printed[:1].isupper()
    plain = _POSSESSIVE.sub("", printed).replace(".", "")
    return plain.isupper() if word.isupper() else plain == word  # LeT is not Let


def _fits_lower(word: str, printed: str) -> bool:
    return len(word) > 2 or _capitals(word) < 2


def _titled(word: str, printed: str) -> bool:
    """Farc, Isis: how the British press prints what is spoken as a word."""
    return len(word) >= 4 and word.isupper() and printed.istitle()


def _capitals(word: str) -> int:
    return sum(c.isupper() for c in word)
