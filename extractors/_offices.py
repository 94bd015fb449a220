"""The office of somebody who is named, as the words beside the name give it.

*Ida Berg, a member of the town council*; *the judge Ida Berg*; *Sgt. Ida Berg*.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice

from incidents.extractors._gazetteer import Entry, load
from incidents.gazetteers import words

#: The category of people of no office.
_ANYBODY = "private_citizens"
#: Characters beside a name that are read, and times that it is looked for.
_BESIDE, _TIMES = 120, 20
#: Words of the longest name in the gazetteer.
_LONGEST = 5
#: Words before the noun of an apposition, and between an owner and what it owns.
_MOST, _OWNED = 5, 3
#: What an apposition begins with, if with no capital.
_LEADING = frozenset({"a", "an", "the", "his", "her", "its", "their", "former", "then"})
_WORD = re.compile(r"[^\W_](?:[\w.'’&-]*[\w])?")
#: After a name: a comma, an age perhaps, then words up to the next comma.
_APPOSED = re.compile(
    r"\s*(?:\([^()\n]{1,20}\)\s*)?,\s+(?:(?:aged?\s)?\d+,\s+)?([^,;:()\n]+)"
)
#: Before a name: words since the last comma; one may part them from it.
_TITLED = re.compile(r"([^,;:()\n]+?)\.?,?\s+\Z")
_SENTENCE = re.compile(r"(?<=\w\w)[.!?]\s")


@lru_cache(maxsize=2_000)
def office(text: str, name: str) -> str:
    """The category of ``name``'s office, wherever ``text`` gives one; or empty."""
    if not name.strip():
        return ""
    printed = re.finditer(rf"\b{re.escape(name)}\b", text)
    for match in islice(printed, _TIMES):
        start, end = match.span()
        before = _before(text[max(0, start - _BESIDE) : start])
        after = _after(text[end : end + _BESIDE])
        if before or after:  # a father may be a priest
            return after if after and before in ("", _ANYBODY) else before
    return ""


def category(words: str) -> str:
    """The category that ``words`` themselves name, the first of several; or empty."""
    return _known(entry for *_, entry in _matches(words))


def _after(text: str) -> str:
    """Of what is apposed to the name: its noun's, or that of what it is of."""
    match = _APPOSED.match(text)
    if match is None:
        return ""
    told = _phrase(_SENTENCE.split(match[1])[0])
    found = list(_matches(told))
    if not found or not found[0][2].fields.get("person"):
        return ""
    before = _WORD.findall(told[: found[0][0]])
    if len(before) > _MOST or not all(map(_leads, before[:1])):
        return ""
    return _known(entry for *_, entry in found)


def _phrase(told: str) -> str:
    """``told`` up to its first verb or clause: *a guard* ``who was shot``."""
    for match in _WORD.finditer(told):
        if match[0].casefold() in words("words", "closed"):
            return told[: match.start()]
    return told


def _leads(word: str) -> bool:
    """Whether an apposition can begin with ``word``."""
    return word in _LEADING or word[:1].isupper()


def _before(text: str) -> str:
    """Of the title that ends right before the name."""
    match = _TITLED.search(text)
    if match is None:
        return ""
    told = _SENTENCE.split(match[1])[-1]
    found = list(_matches(told))
    if not found or _WORD.search(told, found[-1][1]):
        return ""
    at, _, title = found[-1]
    if not (title.fields.get("person") or title.fields.get("title")):
        return ""
    near = [e for s, _, e in found if _between(told, s, at) <= _OWNED]
    return _known(reversed(near))


def _between(told: str, one: int, other: int) -> int:
    return len(_WORD.findall(told[one:other]))


def _known(entries: Iterable[Entry]) -> str:
    """The first category that says something."""
    found = (str(e.fields["category"]) for e in entries)
    return next((c for c in found if c not in ("unknown", "none")), "")


def _matches(text: str) -> Iterator[tuple[int, int, Entry]]:
    """Names of the gazetteer in ``text``, the longest first, with their ends."""
    spans = [m.span() for m in _WORD.finditer(text)]
    i = 0
    while i < len(spans):
        for size in range(min(_LONGEST, len(spans) - i), 0, -1):
            start, end = spans[i][0], spans[i + size - 1][1]
            entry = _entry(" ".join(text[start:end].split()))
            if entry is not None:
                yield start, end, entry
                i += size
                break
        else:
            i += 1


def _entry(words: str) -> Entry | None:
    """The entry of ``words``; a name of capitals only is matched as printed."""
    return _names().get(words) or _names().get(words.casefold())


@cache
def _names() -> dict[str, Entry]:
    return {
        name if name.isupper() else name.casefold(): entry
        for entry in load("targets").values()
        for name in (entry.name, *entry.aliases)
    }
