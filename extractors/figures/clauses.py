"""Who is harmed, read off the clause around a word of harm."""

from __future__ import annotations

from dataclasses import dataclass

from incidents.extractors import _numbers
from incidents.extractors.figures.extent import HARMED, TOLLS
from incidents.extractors.figures.phrases import Party, parties
from incidents.extractors.figures.words import (
    ADVERBS,
    AUXILIARIES,
    BEING,
    FINITE,
    PREPOSITIONS,
    SUBORDINATORS,
    Words,
)

_REACH = 30
_BOUND = 3  # words of the bound of a figure
_LEADING = ADVERBS | AUXILIARIES | {"to"}
_MODALS = frozenset("would could might can will should must to wo ca if".split())
#: Prepositions that a clause of its own may follow.
_PLACING = PREPOSITIONS - {"of", "with", "to"}
_CLAUSAL = frozenset("before after since until by without upon".split())
#: How a verb without a subject of its own hangs on the one whose subject it shares.
_SHARING = frozenset({"conj", "acomp", "oprd", "xcomp"})
_SHARING_BEING = frozenset({"pcomp", "prep", "advcl"})
#: What may stand between a verb and its object; "not less than 12" is a figure.
_SKIPPABLE = ADVERBS - {"all", "both", "just", "only"}
_RELATIVES = frozenset({"who", "whom", "that"})
_PARTNERS = frozenset(
    "shot attacked ambushed kidnapped abducted captured tortured stabbed beaten "
    "robbed detained arrested blindfolded seized executed mutilated burned raped "
    "beheaded taken dragged hacked injured wounded killed charged convicted".split()
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of harm with what stands before it; all numbers count words.

    Attributes:
        first: First word of its auxiliaries, adverbs and partners (``shot and``).
        start: The verb.
        end: One past the verb with its particle (``shot dead``).
        passive: Whether a form of *be* or *get* stands before it.
        unreal: Whether a modal or *to* does, as in ``would have killed``.
        denied: Whether *not* does.
    """

    first: int
    start: int
    end: int
    passive: bool
    unreal: bool
    denied: bool


def verb(words: Words, start: int, end: int) -> Verb:
    """The verb group around the words ``start:end``."""
    first = start
    while first > 0 and not words.breaks[first] and start - first < 10:
        before = words.low[first - 1]
        if before in _LEADING or before.endswith("ly"):
            first -= 1
        elif before in {"and", "or", "then"} and words.at(first - 2) in _PARTNERS:
            first -= 2
        else:
            break
    lead = set(words.low[first:start])
    return Verb(
        first,
        start,
        end,
        bool(lead & BEING),
        bool(lead & _MODALS),
        bool(lead & {"not", "n't", "never"}),
    )


def objects(words: Words, i: int) -> list[Party]:
    """The people that a verb ending before word ``i`` acts on."""
    while words.at(i) in _SKIPPABLE and _numbers.read(words, i) is None:
        i += 1
    if words.ends(i):
        return []
    found = parties(words, i)
    if found and words.at(found[0].start - 1) in ADVERBS and found[0].kind == "many":
        return []
    return found


def subjects(words: Words, group: Verb, *, close: bool = False) -> list[Party]:
    """The people whom the clause before a verb is about.

    Args:
        words: The report.
        group: The verb.
        close: Whether the people must stand right before the verb, as in the
            elliptic ``and two wounded``.
    """
    end = group.first
    if words.at(end - 1) in _RELATIVES:
        end -= 1
    while words.at(end - 1) in {",", ")"} and end > 1:
        end -= 1
    if not close and (parsed := _parsed_subject(words, group)) is not None:
        found = _own(words, parties(words, parsed, end))
        if found:
            return found
    start = _clause_start(words, end)
    for i in range(start, end):
        # close by, a figure may follow one: "reports of 40 dead"
        inner = i > start and words.at(i - 1) in (_PLACING if close else PREPOSITIONS)
        if inner or words.low[i] in _SKIPPED:
            continue
        found = _own(words, parties(words, i, end))
        known = [p for p in found if p.kind != "many"]
        # a headline has no verb between: "Eight men with guns arrested"
        loose = not close or (known and known[0].kind == "count" and i == start)
        if known and _reaches(words, found[-1].end, end, not loose):
            return found
    return []


def _own(words: Words, found: list[Party]) -> list[Party]:
    """Those of a list that are not of the verb before: ``killed two and ten were``."""
    if not found or words.at(found[0].start - 1) not in HARMED:
        return found
    joined = (n for n, one in enumerate(found) if words.at(one.start - 1) == "and")
    return found[next(joined, 0) :]


_SKIPPED = frozenset("and or but , ( ' \" there".split()) | ADVERBS - {"all", "both"}


def _clause_start(words: Words, end: int) -> int:
    start = end
    while start > max(0, end - _REACH):
        before = words.low[start - 1]
        if words.breaks[start] or words.stops(start - 1):
            break
        if before in SUBORDINATORS | HARMED | AUXILIARIES | TOLLS:
            break
        if words.tag[start - 1] in FINITE:
            break
        start -= 1
    return _bounded(words, start)


def _bounded(words: Words, start: int) -> int:
    """``start``, or where the bound of the figure there begins: ``more than 100``."""
    for i in range(max(0, start - _BOUND), start):
        number = _numbers.read(words, i)
        if number and number.end > start:
            return i
    return start


def _reaches(words: Words, i: int, end: int, close: bool) -> bool:
    """Whether only what goes with the people stands between them and the verb."""
    if i == end:
        return True
    if close:
        return False
    return words.at(i) in PREPOSITIONS - _CLAUSAL or words.at(i) in {",", "("}


def _parsed_subject(words: Words, group: Verb) -> int | None:
    """First word of the subject by the parser, where there is one."""
    if words.capitals:
        return None
    token = words.tokens[group.start]
    if not token.doc.has_annotation("DEP"):
        return None
    being = words.low[group.first] == "being"
    for _ in range(4):
        for child in token.children:
            if child.dep_ in {"nsubjpass", "nsubj"} and child.i < token.i:
                return _word_at(words, group.start, child.left_edge.i)
        if token.dep_ not in (_SHARING | _SHARING_BEING if being else _SHARING):
            return None
        token = token.head
    return None


def _word_at(words: Words, near: int, i: int) -> int | None:
    """The word that is token ``i`` of the report, searched leftwards from ``near``."""
    while near > 0 and words.tokens[near].i > i:
        near -= 1
    return near if words.tokens[near].i == i else None
