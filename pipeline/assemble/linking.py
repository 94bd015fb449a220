"""What the words around a group's name tell of its part in an event.

Of a group that is of an incident, the signs of its link are few and its own: the cues
that reach its name, what it does there, and what is said of it elsewhere. Their weights
stand in ``weights.toml``, under ``link``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.beside import Near
from incidents.pipeline.assemble.event import ATTACK, SENTENCE, Event
from incidents.pipeline.assemble.grammar import NEAR, OF, of_whom, root, tie
from incidents.pipeline.assemble.offers import Offer
from incidents.pipeline.assemble.reader import Reader

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAIMING = {"nsubj", "agent"}
#: Relations of who does something, ...
_DOING = {"nsubj", "agent"}
#: ... and of words within one phrase.
_WITHIN = {"pobj", "prep", "conj"}
#: Cues that reach a group's name, and the link that they tell: before any other, ...
_FIRST = (("denied", "denied"), ("claim", "claimed"), ("directed", "directed"))
#: ... and where the group is not said to have acted itself.
_LAST = (("inspired", "inspired"), ("linked", "linked"))
_HEDGES = {"hedge", "suspected"}
#: Cues that tell of a link, wherever a group's name stands.
_TELLING = (
    "claim",
    "suspected",
    "inspired",
    "directed",
    "linked",
    "denied",
    "attributed",
)
#: The strongest first.
_STRONGEST = ("claimed", "directed", "attributed", "linked", "inspired", "alleged")
#: Places from which on a sentence says nothing of the story.
_NEAR_ENOUGH = 7
#: Words between a hedge and the name that it is of.
_DOUBT = 4
#: Words that say more of a name.
_SAYING_MORE = {"amod", "compound", "prep", "nmod", "appos"}


def links(offer: Offer) -> frozenset[str]:
    """What speaks for each link of a group that is offered to a story, in words."""
    seen = {"always", f"nearest: {offer.best.where}", f"story of {offer.of.kinds}"}
    for near in offer.near:
        seen.update(_near(offer, near))
    told = {_link(n.mention, n.event, offer.reader) for n in offer.near if n.inside}
    strongest = next((link for link in _STRONGEST if link in told), "nothing")
    seen.add(f"at most {strongest}")
    for mention in offer.of.document.of("GROUP"):
        if mention.get("name") == offer.value:
            seen.update(f"{c.category} somewhere" for c in mention.reached(*_TELLING))
    return frozenset(seen)


def _near(offer: Offer, near: Near) -> Iterator[str]:
    """What one mention of it tells, and where."""
    reader, event, group = offer.reader, near.event, near.mention
    at = "inside" if near.inside else "around"
    told = [*(f"{cue.category} reaches it" for cue in group.reached())]
    told.append(f"told as {_link(group, event, reader) or 'nothing'}")
    for said in told:
        yield said
        yield f"{said}, {at}"
    yield f"in {event.kind}"
    yield f"told in a {event.origin}"
    if near.inside:
        if _acts(group, event, reader):
            yield "acts"
        if _is_hit(group, event):
            yield "of what was hit"
        yield from _grammar(reader.root(group))
    if near.far < _NEAR_ENOUGH:
        cues = reader.cued(*reader.sentence(group.start), *_TELLING, "hedge", "speech")
        yield from (f"{cue.value} in its sentence" for cue in cues)


def _grammar(word: Token | None) -> Iterator[str]:
    """What a name is in its sentence, under which words, and what says more of it."""
    if word is None:
        return
    yield f"as {word.dep_.lower()}"
    yield f"under {word.head.lemma_.lower()}"
    yield f"under what is under {word.head.head.lemma_.lower()}"
    for child in word.children:
        if child.dep_ in _SAYING_MORE:
            yield f"with {child.lemma_.lower()}"


def linked(group: Mention, event: Event, reader: Reader) -> Iterator[str]:
    """What speaks for a link of ``group`` to ``event``, in words."""
    yield f"told as {_link(group, event, reader) or 'nothing'}"
    if _acts(group, event, reader):
        yield "acts"
    if _is_hit(group, event):
        yield "of what was hit"


def plainly(group: Mention, reader: Reader) -> str:
    """The link that the grammar alone tells of a group; empty where it tells none.

    *GROUP said it killed*, *claimed by GROUP*; *inspired by GROUP*, *GROUP-inspired*.
    """
    name = root(reader.doc, group)
    reached = {(cue.start, cue.end) for cue in group.reached("inspired")}
    if name is None:
        return ""
    sentence = name.sent
    cues = [
        cue
        for cue in reader.cued(
            sentence.start_char, sentence.end_char, "claim", "inspired"
        )
        if (cue.value == "claim" or (cue.start, cue.end) in reached)
        and not reader.negated(cue)
    ]
    if any(c.value == "claim" and _by(name, root(reader.doc, c)) for c in cues):
        return "claimed"
    inspired = [c for c in cues if c.value == "inspired"]
    return "inspired" if any(_beside(group, c, reader) for c in inspired) else ""


def doubted(group: Mention, reader: Reader) -> bool:
    """Whether words right before a group say that its part is not sure.

    *Presumed GROUP rebels*, *he thinks that GROUP did it*, *likely the work of GROUP*;
    but *presumed killed by GROUP* doubts the killing.
    """
    return any(
        cue.end <= group.start
        and len(reader.text[cue.end : group.start].split()) <= _DOUBT
        and not any(m.label == "EVENT" for m in reader.within(cue.end, group.start))
        for cue in group.reached("hedge")
    )


def _by(name: Token, verb: Token | None) -> bool:
    """Whether a claim is its own: it is the subject of ``verb``, or who it is by."""
    if name.dep_ == "pobj" and name.head.dep_ == "agent":
        return name.head.head == verb
    speaker = of_whom(name)  # the group's spokesman
    return speaker.dep_ in _CLAIMING and speaker.head == verb


def _beside(group: Mention, cue: Mention, reader: Reader) -> bool:
    """Whether nothing stands between a cue and the name but the article."""
    first, last = sorted((group, cue))
    return reader.text[first.end : last.start].strip() in ("", "the")


def _link(group: Mention, event: Event, reader: Reader) -> str | None:
    """How the words that reach a group's name tie it to the incident; None: not."""
    said = {cue.category for cue in group.reached()}
    for cue, link in _FIRST:
        if cue in said and not (cue == "claim" and not _claims(group, reader)):
            return link
    acts = _acts(group, event, reader)
    if said & _HEDGES or (acts and "speech" in said):
        return "alleged"
    if acts or "attributed" in said:
        return "attributed"
    for cue, link in _LAST:
        if cue in said:
            return link
    return "linked" if event.origin != SENTENCE or event.kind != ATTACK else None


def _claims(group: Mention, reader: Reader) -> bool:
    """Whether it is this group that claims, not one beside it, nor *nobody*."""
    span = reader.doc.char_span(group.start, group.end, alignment_mode="expand")
    if span is None:
        return False
    sentence = span.sent
    cues = reader.cued(sentence.start_char, sentence.end_char, "claim")
    if any(reader.negated(cue) for cue in cues):
        return False
    verbs = [root(reader.doc, cue) for cue in cues]
    subjects = [c for v in verbs if v for c in v.children if c.dep_ in _CLAIMING]
    if not subjects or not any(t.i == span.root.i for s in subjects for t in s.subtree):
        return not subjects
    inner = [t.dep_ for t in (span.root, *span.root.ancestors)]
    return "relcl" not in inner[:4]


def _acts(group: Mention, event: Event, reader: Reader) -> bool:
    """Whether the group is who attacks: *GROUP raided*, *GROUP's attack*."""
    name = root(reader.doc, group)
    events = [e for e in event.of("EVENT") if e.get("kind") in ("attack", "plot")]
    if name is None or not events or _is_hit(group, event):
        return False
    words = {word for e in events if (word := root(reader.doc, e)) is not None}
    return _does(name, words) and tie(reader, group, events) >= NEAR


def _is_hit(group: Mention, event: Event) -> bool:
    """Whether the name is of what was hit: *GROUP's office*, *GROUP members*."""
    hit = [m for m in event.of("TARGET") if m.get("object") or m.get("victim")]
    return any(m.start <= group.start and group.end <= m.end for m in hit)


def _does(word: Token, events: set[Token]) -> bool:
    """Whether a noun, or one that it says more of, does what ``events`` tell.

    *Members of GROUP raided* and *a raid by GROUP*, but no *raid on GROUP*.
    """
    while True:
        head = word.head
        if word.dep_ in _DOING:
            return True
        if word.dep_ in OF and events & {head, *head.lefts}:
            return True
        if word.dep_ == "pobj" and head.head in events:
            return head.dep_ == "agent" or head.lower_ == "by"
        if word.dep_ not in OF | _WITHIN or head is word:
            return False
        word = head
