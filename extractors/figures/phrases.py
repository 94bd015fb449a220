"""Lists of people in a sentence: ``a policeman, two soldiers and a child``."""

from __future__ import annotations

from dataclasses import dataclass, replace

from incidents.extractors import _numbers
from incidents.extractors._nouns import KIN, is_person, is_plural, is_thing, role
from incidents.extractors._number_words import ORDINAL, values
from incidents.extractors.figures.extent import (
    DETERMINERS,
    HARMED,
    SELVES,
    inside,
    noun_end,
)
from incidents.extractors.figures.words import ADVERBS, AUXILIARIES, FINITE, Words

_PRONOUNS = frozenset("him her he she".split())
_NONE = frozenset("no none nobody neither nothing".split())
_WHOSE = frozenset("his her their".split())
_OTHERS = frozenset({"other", "remaining", "first", "additional", "only"})
_LINKS = frozenset({"and", "or", "as", "&", "plus"})
#: One more of those counted before: two were killed and a third was wounded.
_NTH = frozenset(w for w, n in values(ORDINAL).items() if 3 <= n <= 10)


@dataclass(frozen=True, slots=True)
class Party:
    """One member of a list of people; ``start`` and ``end`` count words.

    Attributes:
        start: First word.
        end: One past the last.
        kind: ``count``, ``one`` (``a child``), ``none``, ``self``, ``pronoun``,
            ``definite`` (``the mayor``), ``name``, or ``many`` (plural, uncounted).
        head: The noun in lower case, or empty.
        min: Fewest people, None for no bound.
        max: Most people, None for no bound.
        number: First and one past the last word of the figure, where one is printed.
    """

    start: int
    end: int
    kind: str
    head: str
    min: int | None
    max: int | None
    number: tuple[int, int] | None = None


def party(words: Words, i: int) -> Party | None:
    """The people named by the phrase whose first word is ``i``."""
    if words.stops(i):
        return None
    word = words.low[i]
    number = _numbers.read(words, i)  # "no fewer than 12" is a figure, not nobody
    if word in _NONE and number is None:
        return _nobody(words, i)
    if word in SELVES:
        return Party(i, i + 1, "self", word, 1, 1)
    if word in _PRONOUNS and (word != "her" or noun_end(words, i + 1) == i + 1):
        return Party(i, i + 1, "pronoun", word, 1, 1)
    if number is not None:
        return _counted(words, i, number)
    if word == "both" and not words.ends(i + 1):
        return _counted(words, i, _numbers.Number(i, i + 1, 2, 2))
    if word in {"a", "an", "another", "one"}:
        return _single(words, i)
    if word in DETERMINERS:
        return _definite(words, i)
    return _named(words, i)


def parties(words: Words, i: int, limit: int | None = None) -> list[Party]:
    """The list of people that begins at word ``i`` and ends by word ``limit``."""
    found: list[Party] = []
    limit = len(words) if limit is None else limit
    joined = False
    while i < limit and len(found) < 12:
        one = party(words, i)
        if one is None or one.end > limit:
            break
        if found and _new_clause(words, one.end, limit):
            break
        joined = joined or words.at(one.start - 1) in _LINKS
        if found and _restates(words, found[-1], one):
            one = replace(found.pop(), end=one.end)
        found.append(one)
        joint = _joint(words, _past_complement(words, one.end, limit))
        if joint is None:
            break
        i = joint
    # without "and" the second says again who the first is: "a man, a guard,"
    return found if joined else found[:1]


def _new_clause(words: Words, end: int, limit: int) -> bool:
    """Whether what ends at ``end`` has a verb of its own: ``and two were hurt``."""
    if end >= limit:
        return False
    after = end + (words.at(end) in ADVERBS)
    return words.at(after) in AUXILIARIES | HARMED or _finite(words, after)


def _finite(words: Words, i: int) -> bool:
    return i < len(words) and words.tag[i] in FINITE


def _restates(words: Words, before: Party, one: Party) -> bool:
    """Whether ``one`` says again who ``before`` is: ``the mayor, a lawyer, ...``."""
    if words.at(one.start - 1) in _LINKS:
        return False
    if role(one.head) == KIN and words.at(one.start) in _WHOSE:
        return False  # "Ali, his wife and a guard"
    if before.kind in {"name", "definite"}:
        return one.kind in {"one", "definite", "name"}
    return one.kind == "name"


def _past_complement(words: Words, i: int, limit: int) -> int:
    """Skip ``of the National Police`` and ages set off by commas."""
    if words.at(i) in {"of", "from"}:
        j = i + 1
        while j < min(limit, i + 6) and not words.ends(j) and inside(words, j):
            j += 1
        return j
    if words.at(i) == "," and words.at(i + 1).isdigit() and words.at(i + 2) == ",":
        return i + 2
    return i


def _joint(words: Words, i: int) -> int | None:
    """Where the next member of a list starts, if a joint stands at ``i``."""
    if words.low[i : i + 3] == ("as", "well", "as"):
        return i + 3
    if words.at(i) == "," and not words.breaks[i]:
        i += 1
        return i + 1 if words.at(i) in {"and", "or"} else i
    if words.at(i) in {"and", "or", "&", "plus"} and not words.breaks[i]:
        return i + 1
    return None


def _nobody(words: Words, i: int) -> Party | None:
    """``no one``, ``none of the passengers``, ``no reported``; counts no people."""
    end = i + 1 + (words.at(i) == "no" and words.at(i + 1) in {"one", "-"})
    head = ""
    if words.at(i) == "no":
        j = noun_end(words, end)
        head = words.at(j - 1) if j > end else ""
        end = j
    elif words.at(end) == "of":
        end = noun_end(words, end + 1 + (words.at(end + 1) in DETERMINERS))
    return Party(i, end, "none", head, 0, 0)


def _counted(words: Words, i: int, number: _numbers.Number) -> Party | None:
    start = number.end
    if words.at(start) == "of" and words.at(start + 1) in {"whom", "which"}:
        return None
    if words.at(start) == "of" and words.at(start + 1) in DETERMINERS | {"them"}:
        start += 2
        again = _numbers.read(words, start)
        start = again.end if again else start
    elif words.at(start) == "of" and _numbers.read(words, start + 1):
        again = _numbers.read(words, start + 1)
        start = again.end if again else start
    elif words.at(start) == "of" and not words.ends(start + 1):
        start += 1
    end = noun_end(words, start)
    head = words.low[end - 1] if end > start else ""
    aged = not head and words.at(i - 1) == "," == words.at(end)
    if is_thing(head) or aged:
        return None
    low, high, span = number.min, number.max, (number.start, number.end)
    if rival := _rival(words, end):
        end, low, high = rival.end, _least(low, rival.min), _most(high, rival.max)
    if words.low[end : end + 2] == ("or", "more"):
        high, end = None, end + 2
    return Party(i, end, "count", head, low, high, span)


def _rival(words: Words, i: int) -> _numbers.Number | None:
    """Another's figure: ``four, according to police, or nine, according to him,``."""
    comma = _sourced(words, i)
    if comma is None or words.at(comma) != "," or words.at(comma + 1) != "or":
        return None
    number = _numbers.read(words, comma + 2)
    if number is None:
        return None
    end = _sourced(words, number.end) or number.end
    return _numbers.Number(number.start, end, number.min, number.max)


def _sourced(words: Words, i: int) -> int | None:
    """Where ``, according to the police`` ends that begins at word ``i``."""
    if words.low[i : i + 3] != (",", "according", "to"):
        return None
    end = noun_end(words, i + 3 + (words.at(i + 3) in DETERMINERS))
    return end if end > i + 3 else None


def _least(one: int | None, other: int | None) -> int | None:
    return (
        None if None in (one, other) else min(n for n in (one, other) if n is not None)
    )


def _most(one: int | None, other: int | None) -> int | None:
    return (
        None if None in (one, other) else max(n for n in (one, other) if n is not None)
    )


def _single(words: Words, i: int) -> Party | None:
    end = noun_end(words, i + 1)
    head = words.low[end - 1] if end > i + 1 else ""
    if words.low[i] == "another" and not head:
        return Party(i, i + 1, "one", "", 1, 1, (i, i + 1))
    if words.at(i + 1) in _NTH and words.at(i + 2) != "of" and end <= i + 2:
        return Party(i, i + 2, "one", "", 1, 1, (i, i + 2))
    if is_plural(head) or not (is_person(head) or _native(words, end - 1)):
        return _aged(words, i)
    return Party(i, end, "one", head, 1, 1, (i, i + 1))


def _aged(words: Words, i: int) -> Party | None:
    """``a 19-year-old``, alone."""
    parts = [w for w in words.low[i + 1 : i + 7] if w != "-"]
    end = next((j + 1 for j in range(i + 1, i + 7) if words.at(j) == "old"), 0)
    if len(parts) < 3 or parts[1:3] != ["year", "old"] or not parts[0].isdigit():
        return None
    alone = noun_end(words, end) == end
    return Party(i, end, "one", "", 1, 1, (i, i + 1)) if alone else None


def _native(words: Words, i: int) -> bool:
    """Whether word ``i`` is the like of ``Israeli`` or ``Jesuit``."""
    token = words.tokens[i]
    return token.is_title and token.ent_type_ in {"", "NORP"} and not words.capitals


def _definite(words: Words, i: int) -> Party | None:
    end = i + 1 if _numbers.read(words, i + 1) else noun_end(words, i + 1)
    number = _numbers.read(words, end)
    if number is not None and all(w in _OTHERS for w in words.low[i + 1 : end]):
        return _counted(words, i, number)
    if end == i + 1:
        return None
    head, end = _title(words, i + 1, end)
    if is_plural(head):
        return Party(i, end, "many", head, None, None)
    return Party(i, end, "definite", head, 1, 1) if is_person(head) else None


def _title(words: Words, start: int, end: int) -> tuple[str, int]:
    """The person noun of a phrase that may end in a name: ``the mayor Juan Perez``."""
    if words.low[end - 1] == "law" and words.at(end - 2) == "-":
        return "relative", end
    head = words.low[end - 1]
    if is_person(head) or words.capitals:
        return head, end
    names = end
    while names > start + 1 and words.tokens[names - 1].is_title:
        names -= 1
    noun = words.low[names - 1]
    return (noun, end) if names < end and is_person(noun) else (head, end)


def _named(words: Words, i: int) -> Party | None:
    """A person by name, with or without a title; or a bare plural."""
    end = noun_end(words, i)
    if end == i or words.tag[i] == "VBG":  # "killing two and abducting others"
        return None
    head = words.low[end - 1]
    if is_person(head) and is_plural(head):
        return Party(i, end, "many", head, None, None)
    if is_person(head) and {"'s", "’s"} & set(words.low[i:end]):
        return Party(i, end, "definite", head, 1, 1)
    if words.capitals or not words.tokens[end - 1].text[:1].isupper():
        return None
    titled = any(is_person(w) for w in words.low[i : end - 1])
    person = any(t.ent_type_ == "PERSON" for t in words.tokens[i:end])
    other = {t.ent_type_ for t in words.tokens[i:end]} - {"PERSON", ""}
    if person or (titled and not other and words.tokens[i].is_title):
        return Party(i, end, "name", head, 1, 1)
    return None
