"""The language of a report: only English is read, and another is said to be so."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from incidents.gazetteers import words

ENGLISH = "en"
_WORD = re.compile(r"[^\W\d_]+")
#: Characters from three places of a text that tell its language, the fewest letters,
#: and those of the longest word.
_SAMPLE, _LETTERS, _LONGEST = 2_000, 40, 30
#: Share of words that are English and of no meaning of their own: no other language
#: has so many that look like them, and a table in English may have fewer.
_PLAIN = 0.22
_CODE = len("en")
#: Fewer letters than these, over and over, write no language.
_ALPHABET = 8
#: Varieties of English, which capitals and lists are taken for.
_LIKE_ENGLISH = frozenset(("en", "pcm"))


def language(text: str) -> str | None:
    """The ISO 639-1 code of the language of ``text``; None where it cannot be told."""
    sample = _sampled(text).lower()
    found = [
        word
        for word in _WORD.findall(sample)
        if len(word) <= _LONGEST or not word.isascii()
    ]
    if sum(map(len, found)) < _LETTERS or len(set("".join(found))) < _ALPHABET:
        return None
    plain = words("words", "joints", "closed")
    if sum(word in plain for word in found) >= _PLAIN * len(found):
        return ENGLISH
    code, _ = _identifier().classify(" ".join(found))
    if code in _LIKE_ENGLISH:
        return ENGLISH
    # three letters: no language at all (zxx), or one that is rare and easily mistaken
    return str(code) if len(code) == _CODE else None


def _sampled(text: str) -> str:
    """The begin, the middle and the end of a text."""
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return " ".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


@cache
def _identifier() -> Any:
    """The model, which takes a second to load: for most reports it is not needed."""
    from py3langid import langid

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
