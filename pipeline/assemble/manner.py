"""What speaks for an attack type: how it was done, to whom, and by which words."""

from __future__ import annotations

from collections.abc import Iterator

from incidents.extractors._nouns import is_chosen
from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.beside import core
from incidents.pipeline.assemble.event import ATTACK, Event
from incidents.pipeline.assemble.grammar import root
from incidents.pipeline.assemble.offers import Document
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.assemble.story import Story

#: The kind of value, beside those of ``offers.KINDS``.
TYPE = "TYPE"
#: Told by no word of its own, but by who was attacked.
ASSASSINATION = "assassination"
_OF_WHOM = frozenset({"person", "named target", "killed one"})
#: Types common enough for what else is told to be weighed for each.
_COMMON = (
    "bombing",
    "armed_assault",
    ASSASSINATION,
    "facility_attack",
    "kidnapping",
)
_LABELS = ("KILLED", "INJURED", "SUSPECTS", "GROUP", "HOSTAGES", "PERSON")


def manners(document: Document, story: Story) -> Iterator[tuple[str, frozenset[str]]]:
    """Each type that may be the story's, with what speaks for and against it."""
    events = [part.event for part in core(story)]
    told = [
        (str(kind), mention.label.lower())
        for event in events
        for mention in (*event.told(), *event.of("WEAPON"))
        if (kind := mention.get("attack_type"))
    ]
    types = list(dict.fromkeys(kind for kind, _ in told))
    seen = {f"told {kind}" for kind in types}
    seen.update(*(_seen(event, document.reader) for event in events))
    if "killed one" in seen or "named target" in seen:
        also = {"killed one", "named target"} & seen
        seen |= {f"{one}, told {kind}" for one in also for kind in types}
    offered = {*types} | ({ASSASSINATION} if _of_somebody(seen) else set())
    for kind in sorted(offered):
        signs = {"always", f"type {kind}", f"{min(len(types), 3)} types told"}
        signs.add("told" if kind in types else "not told")
        signs |= {f"told by {label}" for k, label in told if k == kind}
        if types and types[0] == kind:
            signs.add("told first")
        if kind in _COMMON:
            signs |= {f"{kind}: {sign}" for sign in seen}
        yield kind, frozenset(signs)


def assassinates(story: Story) -> bool:
    """Whether a holder of office or rank, a journalist or cleric is who was harmed.

    Only taken, they are kidnapped.
    """
    return any(
        any(w.get("kind") == ATTACK and _harms(w) for w in event.told())
        and any(map(_is_chosen, event.of("TARGET")))
        for event in (part.event for part in core(story))
    )


def _harms(word: Mention) -> bool:
    return word.get("attack_type") in (None, "armed_assault", "bombing", ASSASSINATION)


def _is_chosen(target: Mention) -> bool:
    return bool(target.get("victim")) and is_chosen(str(target.get("head")))


def _of_somebody(seen: set[str]) -> bool:
    victims = any(sign.startswith("target victim") for sign in seen)
    return victims or not _OF_WHOM.isdisjoint(seen)


def _seen(event: Event, reader: Reader) -> Iterator[str]:
    yield f"story of {event.kind}"
    yield from (f"word {word.value}" for word in event.told())
    yield from (label.lower() for label in _LABELS if event.of(label))
    for weapon in event.of("WEAPON"):
        how = "by manner" if weapon.get("weak") else "named"
        yield f"weapon {weapon.get('category')}, {how}"
    for target in event.of("TARGET"):
        struck = target.get("object") or target.get("victim")
        part = "victim" if target.get("victim") else "struck" if struck else "named"
        yield f"target {part} {target.value}"
        if struck:
            yield "plural target" if target.get("generic") else "particular target"
    for killed in event.of("KILLED"):
        yield "killed one" if killed.value == "1" else "killed more"
    yield from _people(event, reader)


def _people(event: Event, reader: Reader) -> Iterator[str]:
    """Who is named, as what, and whether as a target."""
    words = {root(reader.doc, word) for word in event.told()}
    for person in event.of("PERSON"):
        yield f"person {person.get('role')}"
        for target in event.of("TARGET"):
            if target.start < person.end and person.start < target.end:
                yield "named target"
                yield f"named target {target.value}"
        token = root(reader.doc, person)
        if token is not None and token.head in words:
            yield f"person {token.dep_} of the event word"
