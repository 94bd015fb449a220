"""Names that a model takes for a place's or an organisation's, and the words show."""

from __future__ import annotations

from incidents.extractors._nouns import (
    beside_suspects,
    is_attacker,
    is_person,
    is_plural,
)
from incidents.extractors.figures.extent import noun_end
from incidents.extractors.figures.words import BEING, Words

_NAMED = frozenset({"named", "called"})
_ARTICLES = frozenset({"a", "an", "the"})
_ACCUSED = beside_suspects("arrested")
_AGAINST = beside_suspects("arrests")
#: What a model takes a name for, at worst.
_MISREAD = frozenset({"", "GPE", "ORG", "PERSON"})
#: How many words after *was* the verb may stand.
_VERB = 3


def is_shown(words: Words, start: int, end: int, last: int) -> bool:
    """Whether the words around a run of capitalised words show that it names somebody.

    Args:
        words: The report.
        start: The first word of the run.
        end: One past its last.
        last: One past the last name before it.
    """
    kinds = {t.ent_type_ for t in words.tokens[start:end]}
    if not kinds <= _MISREAD or words.tag[end : end + 1] in (("NN",), ("NNS",)):
        return False
    named = _called(words, start)
    if end == start + 1:
        accused = kinds == {"PERSON"} and _is_accused(words, end)
        return len(words.low[start]) > 2 and (named or accused)
    return (
        named
        or _after_noun(words, start)
        or _is_accused(words, end)
        or _is_object(words, start)
        or _apposed(words, end)
        or (_in_list(words, last, start, end) and "GPE" not in kinds)
    )


def _called(words: Words, start: int) -> bool:
    """``a man named``, ``identified as``."""
    before = words.at(start - 1)
    if before in _NAMED:
        return is_person(words.at(start - 2))
    return before == "as" and "identified" in words.low[max(0, start - 8) : start]


def _after_noun(words: Words, start: int) -> bool:
    """``the bomber``, ``the prime suspect,``."""
    i = start - 1 - (words.at(start - 1) == ",")
    noun = words.at(i)
    return bool(noun) and is_attacker(noun) and not is_plural(noun)


def _is_accused(words: Words, end: int) -> bool:
    """``was arrested``, ``have since been charged``."""
    i = end + (words.at(end) in {"has", "had", "have"})
    if words.at(i) not in BEING:
        return False
    return bool(_ACCUSED & {*words.low[i + 1 : i + 1 + _VERB]})


def _is_object(words: Words, start: int) -> bool:
    """``police arrested``, ``the trial of``, ``the case against``."""
    before = words.at(start - 1)
    if before in {"of", "against"}:
        return words.at(start - 2) in _AGAINST
    return before in _ACCUSED


def _apposed(words: Words, end: int) -> bool:
    """``, a Kenyan citizen``, ``, the man who``."""
    if words.at(end) != "," or words.at(end + 1) not in _ARTICLES:
        return False
    last = noun_end(words, end + 2)
    noun = words.at(last - 1)
    return last > end + 2 and is_person(noun) and not is_plural(noun)


def _in_list(words: Words, last: int, start: int, end: int) -> bool:
    """Whether it is in one list with the name before: ``Ana Ruiz, Juan Mora and``."""
    between = words.low[last:start]
    return (
        0 < len(between) < 3
        and {*between} <= {",", "and"}
        and ("and" in between or words.at(end) in {",", "and"})
    )
