"""Marks of notes, which would run into the figure or the word that they stand behind.

``14`` and a raised 2 is no 142. A raised figure is a mark, unless it is an exponent, a
part of a fraction, or begins a block, as it does in front of its note.
"""

from __future__ import annotations

import re

from incidents.gazetteers import pattern

_FIGURES = r"\d{1,3}(?: ?[,;–-] ?\d{1,3}){0,9}"
_SIGNS = r"[*†‡§¶#]{1,3}"
_RAISED = re.compile(rf"\(?(?:{_FIGURES}|{_SIGNS}|[a-d])\)?")
_LINKED = re.compile(rf"[\[(]?(?:{_FIGURES}|{_SIGNS}|[a-zA-Z]|[ivx]{{1,5}})[\])]?")
_BRACKETED = re.compile(r"\[[^\[\]]{1,40}\]")
#: What a figure raised behind it is the power of: a unit, a letter, "x 10".
_BASE = re.compile(
    rf"(?:^|[\s\d(/.·])(?:{pattern('layout', 'units')}|[a-zA-Z])$|[x×·*]\s?10$"
)
_NEAR = 12
_DIVIDES = ("/", "⁄")

#: Raised figures that are characters of their own.
_SUPERSCRIPT = re.compile(r"(?<=\S)[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+(?![/⁄\d])")
#: "14[2] people", "in Lima.[4]", "he said [12]."
_IN_BRACKETS = re.compile(
    rf"(?<=[\w.,;:!?)\]”\"’'%])\[(?:{_FIGURES})\](?!\()|(?<=\S)\s\[(?:{_FIGURES})\](?=[.,;:])"
    rf"|(?<=[.!?”\"’])\s\[(?:{_FIGURES})\](?=\s|$)"
)


def is_mark(raised: str, before: str, after: str = "", linked: bool = False) -> bool:
    """Whether ``raised`` is a note's mark where it stands in a block.

    Args:
        raised: The raised text.
        before: What stands before it in its block.
        after: What follows it.
        linked: Whether it leads to another place of the document.
    """
    raised, before = raised.strip(), before.rstrip()
    if linked and _LINKED.fullmatch(raised):
        return True
    if not before or after.startswith(_DIVIDES):
        return False
    if _BRACKETED.fullmatch(raised):
        return True
    return _RAISED.fullmatch(raised) is not None and not is_base(before)


def is_base(before: str) -> bool:
    """Whether a figure raised behind ``before`` is an exponent.

    >>> is_base("over 30 km"), is_base("the town of Lom")
    (True, False)
    """
    return _BASE.search(before[-_NEAR:]) is not None


def unmarked(text: str) -> str:
    """A block's text without marks that are characters of it: ``[2]`` and ``²``.

    >>> unmarked("It killed 14[2] within 30 km².³ [3] is his.")
    'It killed 14 within 30 km². [3] is his.'
    """
    if "[" in text:
        text = _IN_BRACKETS.sub(_gap, text)
    if not text.isascii():
        text = _SUPERSCRIPT.sub(_without, text)
    return text


def _without(match: re.Match[str]) -> str:
    return (
        match[0]
        if is_base(match.string[max(0, match.start() - _NEAR) : match.start()])
        else _gap(match)
    )


def _gap(match: re.Match[str]) -> str:
    start, end = match.span()
    return gap(match.string[max(0, start - 1) : start], match.string[end : end + 1])


def gap(before: str, after: str) -> str:
    """The blank that a mark leaves where it alone parted two words."""
    return " " if before[-1:].strip() and after[:1].isalnum() else ""
