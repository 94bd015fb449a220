"""Groups no gazetteer has, named where a report says that they are one.

Such as "a little-known group calling itself the Sons of the Levant", or "the Levant
Eagles Brigade claimed responsibility".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from incidents.extractors.groups.context import CUE
from incidents.extractors.groups.definitions import STATE, armed_name

_NAME = (
    r"[A-Z][\w'’]*(?:(?:[ \n-](?:of|for|the|and|al|in|de|wa|ul|e|i)){0,3}"
    r"[ \n-][A-Z0-9][\w'’]*){0,9}"
)
_KIND = (
    r"(?:militant|rebel|guerrilla|terrorist|extremist|separatist|insurgent|armed|"
    r"Islamist|jihadist|leftist|rightist|underground|shadowy|unknown|little-known|"
    r"clandestine|anarchist|paramilitary|splinter)"
)
_BODY = r"(?:group|organi[sz]ation|movement|faction|outfit|cell|network)"
_CALLED = (
    r"(?:calling (?:itself|themselves)|(?:self-)?(?:styled|named|called)|known as)"
)
_QUOTE = r"[\"“'‘]?"
# The name is said to be a group's: any will do
_TOLD = re.compile(
    rf"\b{_BODY},? (?:which (?:is|was) |that (?:is|was) )?{_CALLED},? (?:the )?{_QUOTE}"
    rf"({_NAME})"
)
# Only the words beside it tell: it has to sound like one
_CLAIMED = re.compile(
    rf"\b(?:{_KIND} {_BODY},?|claimed by|responsibility [a-z ]{{0,40}}\bby|"
    rf"(?:members|fighters|militants|guerrillas|rebels) (?:of|from))"
    rf" (?:a group called )?(?:the )?{_QUOTE}({_NAME})"
)
_CLAIMS = re.compile(
    rf"(?<!\w)({_NAME}){_QUOTE} "
    r"(?:has |have |had |later |also )?claimed "
    r"(?:responsibility|the (?:attack|bombing))"
)
_LONGEST = 14  # words


def named(text: str) -> Iterator[tuple[int, int]]:
    """Yield where ``text`` names a group by what it says next to the name."""
    for pattern in (_TOLD, _CLAIMED, _CLAIMS):
        for match in pattern.finditer(text):
            name = _trimmed(match[1])
            start = match.start(1) + match[1].index(name)
            end = start + len(name)
            if not 1 < len(name.split()) <= _LONGEST:
                continue
            told = pattern is _TOLD and _told(text, match.start(), end)
            if armed_name(name) or (told and not STATE.search(name)):
                yield start, end


def _told(text: str, start: int, end: int) -> bool:
    """Whether a group named in passing is an armed one, and not a band or a gang."""
    return "calling" in text[start:end] or bool(
        CUE.search(text[max(0, start - 150) : end + 150])
    )


def _trimmed(name: str) -> str:
    name = re.sub(r"['’][sS]?$", "", name)
    return re.sub(r"^The\s", "", name)
