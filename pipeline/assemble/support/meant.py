"""Who is listed together, and whom words mean that name nobody: *he*, *the five*.

*He* is who was last named before; *both* and *they* are those of the last list, or of
no list all who were; *the five* are all where the record has five. A step without a
subject is of whom the words before it are: *Acquitted of training guerrillas*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from incidents.extractors import _number_words
from incidents.pipeline.assemble.support.passage import Passage, Span

#: One who is named, and where.
Named = tuple[Span, str]

_ONE = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_ALL = re.compile(r"\b(?:both|they|(?:all|the)\b(?:\s(\w+))?)\b", re.IGNORECASE)
_BARE = re.compile(r"\W*(?:and\W+)?", re.IGNORECASE)
#: Between the names of one list: joints, an age or a few words set off, an office.
_LIST = re.compile(
    r"(?:\s\(.{1,40}?\))?(?:,?\s(?:–\s)?and\s|,\s(?:and\s)?)"
    r"(?:[^,.;]{1,30},\s(?:and\s)?){0,2}(?:[\w-]+\s){0,3}"
)
_CONTRAST = re.compile(r"\b(?:but|not)\b", re.IGNORECASE)


def listed(told: Sequence[Named], passage: Passage) -> set[str]:
    """The first of ``told`` and those in one list with it."""
    found = {told[0][1]}
    for (one, _), (other, name) in pairwise(told):
        first, second = sorted((one, other))
        joint = first[1], second[0]
        if not _LIST.fullmatch(passage.text, *joint):
            break
        if _CONTRAST.search(passage.text, *joint) or passage.over(joint, "LEGAL"):
            break
        found.add(name)
    return found


def meant(
    subject: Span, before: Sequence[Named], suspects: int, passage: Passage
) -> set[str]:
    """The names that the words at ``subject`` stand for, where they name nobody.

    Args:
        subject: What stands in a sentence before its step.
        before: Who is named before that, the last first.
        suspects: How many the record has.
        passage: What is cited.
    """
    if not before:
        return set()
    last = listed(before, passage)
    if _BARE.fullmatch(passage.text, *subject):
        return last
    if several := [*_several(passage, subject)]:
        return _counted(several[-1], before, last, suspects)
    return {before[0][1]} if _ONE.search(passage.text, *subject) else set()


def _several(passage: Passage, subject: Span) -> Iterator[int]:
    """How many the words for several people say that they are, 0 where they do not."""
    units = _number_words.values(_number_words.UNIT)
    for found in _ALL.finditer(passage.text, *subject):
        word = (found[1] or "").casefold()
        count = units.get(word, int(word) if word.isdecimal() else 0)
        if count or found[0][:3].casefold() != "the" or found[0][3:4] == "y":
            yield count


def _counted(
    count: int, before: Sequence[Named], last: set[str], suspects: int
) -> set[str]:
    """Who are meant by ``count`` people: all, or the last list of so many."""
    everybody = {name for _, name in before}
    if count and count != suspects:
        return last if count == len(last) else set()
    return last if len(last) > 1 and not count else everybody
