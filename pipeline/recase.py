"""Text in capitals or without any, in the case that a model was trained on.

Wires used to send the first, messages are written in the second.

The reading is as long as the text and differs from it in case alone, so that no offset
moves: spaCy and the extractors read it, citations are cut from the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.language import Language

from incidents.extractors.dates.words import MONTHS, WEEKDAYS
from incidents.extractors.people.cues import TITLES
from incidents.extractors.places.names import fold
from incidents.extractors.places.table import named
from incidents.extractors.places.words import COMMON, SAYS
from incidents.gazetteers import load
from incidents.gazetteers import words as listed
from incidents.pipeline.segment import Block

#: From this share of capitals on, a text is held to be in capitals.
_SHARE = 0.8
_WHERE = re.compile(r"\b(?:in|near|from|to)\s\Z", re.IGNORECASE)
_FEWEST = 20  # letters; fewer tell nothing
_WORD = re.compile(r"[^\W\d_]+")
#: What a sentence starts after: its stop, a paragraph's blank line, a dateline's dash.
_STARTS = re.compile(
    r"[.!?:]['\"”’)\]]*\s+[\[('\"“‘]*|\n\s*\n\s*|\s--\s+(?:\[[^\]\n]{0,60}\]\s*)*|\A\W*"
)
_DATED = frozenset({"may", "march", "mar"})  # a month beside a figure
#: Months and weekdays, whole and cut, and two feasts.
_CALENDAR = frozenset(
    {*WEEKDAYS, *MONTHS, *(m[:3] for m in MONTHS), "sept", "easter", "christmas"}
    - _DATED
)
#: Given names and surnames that dictionaries list as words, and no places are called.
_GIVEN = listed("words", "given-names")
_THINGS = frozenset({"poles", "pole", "turkey", "polish"})  # things before peoples
_LINKS = listed("words", "particles")
_ARTICLES = listed("words", "articles")
_SAINTS = frozenset({"san", "santa", "santo"})
_CLOSED = listed("words", "joints", "closed")
_ENDINGS = (
    *(("ies", "y"), ("ied", "y"), ("iest", "y"), ("es", ""), ("es", "e"), ("s", "")),
    *(("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e")),
    *(
        ("ly", ""),
        ("ily", "y"),
        ("est", ""),
        ("est", "e"),
        ("est", "e"),
        ("ness", ""),
        ("men", "man"),
        ("ized", "e"),
    ),
)
_ROMAN = re.compile(r"[ivx]{2,4}")
_BIG = 1_000_000  # inhabitants; a smaller place's name may be a word of its own

LOWER, CAPITAL, UPPER = range(3)


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    low: str


def shouted(text: str) -> bool:
    """Whether ``text`` is in capitals, all of it or nearly."""
    upper = sum(c.isupper() for c in text)
    lower = sum(c.islower() for c in text)
    return upper + lower >= _FEWEST and upper > _SHARE * (upper + lower)


def whispered(text: str) -> bool:
    """Whether ``text`` has no capital at all, as some messages are written."""
    lower = sum(c.islower() for c in text)
    return lower >= _FEWEST and not any(c.isupper() for c in text)


def _upper(text: str) -> str:
    """``text`` in capitals, but for letters whose capital is longer."""
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def unshout(text: str, blocks: Sequence[Block], nlp: Language) -> str:
    """``text`` with the blocks that are in capitals in natural case.

    So is a text without any capital. Any other is left as it is: its headings are read
    well enough, and ``TERROR ATTACK [FRANCE]`` is known by its capitals.
    """
    if whispered(text):
        return recase(_upper(text), words_of(nlp))
    if not shouted(text):
        return text
    lexicon = words_of(nlp)
    parts = (text[b.start : b.end] for b in blocks)
    return "".join(recase(p, lexicon) if shouted(p) else p for p in parts)


def recase(text: str, lexicon: Collection[str]) -> str:
    """``text`` in natural case, by what is known of its words.

    Args:
        text: In capitals.
        lexicon: English words in lower case, base forms (``words_of``). A word that is
            neither in it nor formed from one that is, is taken for a name.

    Returns:
        As many code points; a letter whose other case is longer (``ß``) is kept.
    """
    words = [
        _Word(m.start(), m.end(), m[0].casefold()) for m in _WORD.finditer(_lower(text))
    ]
    forms = _forms(text, words, lexicon)
    out = list(_lower(text))
    for word, form in zip(words, forms, strict=True):
        end = word.end if form == UPPER else word.start + 1
        if form != LOWER:
            out[word.start : end] = text[word.start : end]
    for start, end, name in _names_in(words):
        if len(name) == end - start:
            out[start:end] = map(_cased, text[start:end], name)
    return "".join(out)


@cache
def words_of(nlp: Language) -> frozenset[str]:
    """The base forms that the lemmatizer of ``nlp`` knows; empty where it has none."""
    if not nlp.has_pipe("lemmatizer"):
        return frozenset()
    lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    found = set(nlp.Defaults.stop_words) | _plain_words()
    for table in ("lemma_index", "lemma_exc"):
        if lookups.has_table(table):
            for words in lookups.get_table(table).values():
                found.update(words)
    return frozenset(found)


def _cased(letter: str, model: str) -> str:
    """``letter`` in the case of ``model``."""
    return letter if model.isupper() else _lower(letter)


def _plain_words() -> set[str]:
    """The words that our own gazetteers print in lower case."""
    return {
        word
        for name in ("events", "targets", "weapons", "legal")
        for entry in load(name).values()
        for alias in (entry.name, *entry.aliases)
        for word in _WORD.findall(alias)
        if word.islower()
    }


def _lower(text: str) -> str:
    if text.isascii():
        return text.lower()
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _forms(text: str, words: Sequence[_Word], lexicon: Collection[str]) -> list[int]:
    forms = [_form(text, w, lexicon) for w in words]
    for n, word in enumerate(words[:-1]):
        if word.low in _SAINTS and words[n + 1].low not in _CLOSED:
            forms[n] = forms[n + 1] = CAPITAL
    for n in range(len(words)):
        forms[n] = max(forms[n], _within(text, words, forms, n))
    for n in reversed(range(len(words))):
        forms[n] = max(forms[n], _beside(text, words, forms, n))
    starts = {m.end() for m in _STARTS.finditer(text)}
    return [
        max(f, CAPITAL if w.start in starts else LOWER)
        for f, w in zip(forms, words, strict=True)
    ]


def _form(text: str, word: _Word, lexicon: Collection[str]) -> int:
    low, before = word.low, text[word.start - 1 : word.start]
    if before in ("'", "’") and len(low) <= 2:
        return LOWER  # 's, 't
    if low in _names() or (low in _DATED and _figure_near(text, word)):
        return CAPITAL
    if low in _CLOSED or low in _LINKS or low in _ARTICLES:
        return LOWER
    if len(low) == 1:
        return UPPER
    if _known(low, lexicon):
        return CAPITAL if _names_place(text, word) else LOWER
    if before in "[(" and text[word.end : word.end + 1] in "])" and len(low) <= 8:
        return UPPER
    if not re.search(r"[aeiouyáéíóú]", low) or _ROMAN.fullmatch(low):
        return UPPER
    return CAPITAL if lexicon else LOWER


def _known(low: str, lexicon: Collection[str]) -> bool:
    """Whether ``low`` is a word or formed of one by an ending."""
    if low in lexicon:
        return True
    for ending, base in _ENDINGS:
        if low.endswith(ending) and len(low) >= len(ending) + 2:
            stem = low[: -len(ending)]
            doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else ""
            if stem + base in lexicon or (doubled and doubled in lexicon):
                return True
    return False


def _figure_near(text: str, word: _Word) -> bool:
    near = (
        text[max(0, word.start - 4) : word.start] + " " + text[word.end : word.end + 4]
    )
    return any(c.isdigit() for c in near)


def _within(text: str, words: Sequence[_Word], forms: Sequence[int], n: int) -> int:
    """A word that may be a name, next to one that is: Carlos *Castro*, *Rosa* Perez."""
    low = words[n].low
    if forms[n] != LOWER or len(low) < 4 or low in _CLOSED | SAYS | TITLES:
        return LOWER
    beside = any(
        forms[m] == CAPITAL and words[m].low not in _names() - _GIVEN
        for m, gap in ((n - 1, words[n].start - 1), (n + 1, words[n].end))
        if 0 <= m < len(words)
        and text[gap : gap + 1] in (" ", "\n")
        and text[gap - 1].isalpha()
        and text[gap + 1].isalpha()
    )
    return CAPITAL if beside and _is_place(low) else LOWER


def _beside(text: str, words: Sequence[_Word], forms: Sequence[int], n: int) -> int:
    """A title or an article before a name belongs to it: *La* Paz, *General* Ponce."""
    if n + 1 == len(words) or forms[n + 1] == LOWER:
        return LOWER
    between = text[words[n].end : words[n + 1].start]
    if between.strip(" .\n") or len(between) > 2:
        return LOWER
    if words[n].low in TITLES:
        return CAPITAL
    before = words[n - 1].low if n else ""
    if words[n].low in ("new", "latin"):  # New York
        return CAPITAL if _is_place(f"{words[n].low} {words[n + 1].low}") else LOWER
    return CAPITAL if words[n].low in _ARTICLES and before not in _LINKS else LOWER


@cache
def _names() -> frozenset[str]:
    """Words that are always capitalised: nationalities, months, weekdays."""
    single = {
        word.casefold()
        for entry in load("nationalities").values()
        for alias in (entry.name, *entry.aliases)
        for word in [alias]
        if word.isalpha() and not word.isupper()
    }
    return frozenset((single | _CALENDAR | _GIVEN) - _THINGS)


def _names_place(text: str, word: _Word) -> bool:
    """Whether a word that is a place's name stands for the place: *in Cartagena*,."""
    if word.low in COMMON | SAYS:
        return False
    if _is_big_place(word.low):
        return True
    where = _WHERE.search(text, max(0, word.start - 6), word.start)
    ends = text[word.end : word.end + 1] in (",", ".")
    return bool(where) and ends and _is_place(word.low)


@cache
def _is_big_place(low: str) -> bool:
    return any(
        o.place.kind == "country" or o.place.capital or o.place.population >= _BIG
        for o in named(fold(low))
    )


@cache
def _is_place(low: str) -> bool:
    """Whether any place is called so: most surnames and given names are."""
    return low not in COMMON and bool(named(fold(low)))


@cache
def _phrases() -> Mapping[str, list[tuple[tuple[str, ...], str]]]:
    """Names of groups and countries as printed, by first word, the longest first."""
    printed = [
        name
        for entry in load("groups").values()
        for name in (entry.name, *entry.aliases, *entry.fields.get("ambiguous", ()))
    ]
    printed += [
        name
        for entry in load("nationalities").values()
        for name in (entry.name, *entry.fields.get("country_names", ()))
    ]
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in printed:
        key = tuple(_WORD.findall(_lower(name)))
        if key:
            found.setdefault(key[0], []).append((key, name))
    for names in found.values():
        names.sort(key=lambda n: (-len(n[0]), n[1]))
    return found


def _names_in(words: Sequence[_Word]) -> Iterator[tuple[int, int, str]]:
    """Where groups and countries are named, and how their names are printed.

    A name of one word that is a common word (``LeT``, ``IS``) is left alone.
    """
    n = 0
    while n < len(words):
        for key, name in _phrases().get(words[n].low, ()):
            last = n + len(key)
            word = len(key) == 1 and key[0] in _CLOSED | COMMON
            if not word and tuple(w.low for w in words[n:last]) == key:
                yield words[n].start, words[last - 1].end, name
                n = last - 1
                break
        n += 1
