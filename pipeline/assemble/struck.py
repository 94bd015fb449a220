"""Whether a group, or people or things of it, is what was attacked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from incidents.extractors._nouns import OFFICIAL, is_attacker, role
from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.event import Event
from incidents.pipeline.assemble.grammar import NOUNS, of_whom, root
from incidents.pipeline.assemble.reader import Reader

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Relations of whom something is done to.
_UNDERGOING = {"dobj", "nsubjpass"}
#: Between a verb and whom it is aimed at.
_AIMED = {"at", "on", "against", "into"}
#: Event words of a death, which attackers may die as well.
_KILLING = {"killed", "died", "shot", "dead"}


def is_struck(group: Mention, event: Event, reader: Reader) -> bool:
    """Whether the grammar makes the group, or people of it, those who were attacked.

    *Ambushed GROUP fighters*, *a GROUP defector was shot dead*; attackers who are said
    to have been killed may be its own: *GROUP gunmen were killed*.
    """
    name = root(reader.doc, group)
    words = [e for e in event.told() if e.get("kind") == "attack"]
    if name is None or not words:
        return False
    name = of_whom(name)
    told = {w: e for e in words if (w := root(reader.doc, e)) is not None}
    word = told.get(name.head)
    if word is None or name.dep_ not in _UNDERGOING:
        return any(_hit_at(thing, told, event) for thing in _holders(name))
    return not (word.value in _KILLING and is_attacker(name.lower_))


def only_speaks(group: Mention, reader: Reader) -> bool:
    """Whether the name is said of an official who tells of it: *a GROUP official said*.

    Where a group governs, so it does of what others do.
    """
    name = root(reader.doc, group)
    if name is None:
        return False
    speaker = of_whom(name)
    official = speaker is not name and role(speaker.lower_) == OFFICIAL
    return official and speaker.dep_ == "nsubj" and speaker.head.i in reader.saying


def _holders(name: Token) -> Iterator[Token]:
    """What is of a name, or holds it: *an office of GROUP*, *a car carrying GROUP*."""
    above = name.head
    of = name.dep_ == "pobj" and above.lower_ == "of"
    carried = name.dep_ == "dobj" and above.dep_ == "acl" and above.tag_ == "VBG"
    if (of and above.head.pos_ in NOUNS) or carried:
        yield of_whom(above.head)


def _hit_at(thing: Token, told: Mapping[Token, Mention], event: Event) -> bool:
    """Whether a thing is what was attacked, or a target that was aimed at."""
    if thing.dep_ in _UNDERGOING:
        return thing.head in told and not is_attacker(thing.lower_)
    target = any(m.start <= thing.idx < m.end for m in event.of("TARGET"))
    aimed = thing.dep_ == "pobj" and thing.head.lower_ in _AIMED
    return target and aimed and thing.head.head in told
