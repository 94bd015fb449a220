"""What speaks for and against somebody's being a suspect of a story's incident."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from incidents.extractors._nouns import role
from incidents.pipeline.assemble.beside import Near

if TYPE_CHECKING:
    from spacy.tokens import Token

    from incidents.pipeline.assemble.offers import Offer

#: Relations of the nouns that say who somebody is: *the bomber Cain*, *Cain, a nurse*.
_CALLING = frozenset({"appos", "compound", "nmod", "amod"})
_SUBJECTS = ("nsubj", "nsubjpass")
#: How far up a list of names is looked for what all of them do.
_LIST = 12
#: Paragraphs off that are told apart.
_FAR_OFF = 4


def person(offer: Offer, near: Near) -> Iterator[str]:
    """Who somebody is said to be, what is done, and whether a step is taken."""
    if offer.kind != "PERSON":
        return
    if len(near.mention.text.split()) == 1:
        yield "one word"
    if offer.value in offer.of.accused:
        yield "a step is taken against them"
    if offer.value in offer.of.document.accused:
        yield "a step is taken against them somewhere"
    word = offer.reader.root(near.mention)
    if word is not None:
        yield from _called(word)
        yield from _doing(word)


def _called(name: Token) -> Iterator[str]:
    """The sides of the nouns that somebody is called by."""
    nouns = [c for c in name.children if c.dep_ in _CALLING]
    if name.dep_ in ("appos", "compound"):
        nouns.append(name.head)
    if name.dep_ in _SUBJECTS:
        nouns += [c for c in name.head.children if c.dep_ == "attr"]
    sides = {side for noun in nouns if (side := role(noun.lower_))}
    yield from (f"called {side}" for side in sorted(sides))


def _doing(name: Token) -> Iterator[str]:
    """The verb whose subject or object somebody is."""
    one = name
    for _ in range(_LIST):
        if one.dep_ in ("conj", "appos"):
            one = one.head
    relation, verb = one.dep_, one.head
    if relation == "pobj":
        relation, verb = f"after {verb.lower_}", verb.head
    yield f"{relation} of {verb.lemma_.lower()}"


def around(offer: Offer, near: Near) -> Iterator[str]:
    """Of what is told of suspects: whether another story is between, how far off."""
    if near.inside or offer.kind not in ("PERSON", "LEGAL", "SUSPECTS"):
        return
    far, story = offer.of.document.far, offer.of.story
    before = far.before(near.mention)
    if before is story:
        yield "told last before"
    elif before is not None:
        yield "another told last before"
    if far.after(near.mention) is story:
        yield "told first after"
    off = far.paragraphs(near.mention.start, near.event.start)
    yield f"{min(off, _FAR_OFF)} paragraphs off"
