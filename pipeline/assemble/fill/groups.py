"""Groups, and how the words around them tie them to an incident."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from spacy.tokens import Token

from extractors._nouns import is_attacker
from extractors.mention import Mention
from pipeline.assemble.cite import LONGEST
from pipeline.assemble.event import ATTACK, SENTENCE, Event
from pipeline.assemble.grammar import NEAR, root, tie
from pipeline.assemble.reader import Reader
from pipeline.assemble.telling import Telling
from pipeline.records import LINKS, Citation, Derivation, GroupLink, Incident

_CLAIMING = {"nsubj", "agent"}
#: Relations of who does something, ...
_DOING = {"nsubj", "agent"}
#: ... of a name to the word that it stands before, and others within one phrase.
_OF = {"poss", "compound", "nmod", "amod", "npadvmod"}
_WITHIN = {"pobj", "prep", "conj"}
#: Cues that reach a group's name, and the link that they tell: before any other, ...
_FIRST = (("denied", "denied"), ("claim", "claimed"), ("directed", "directed"))
#: ... and where the group is not said to have acted itself.
_LAST = (("inspired", "inspired"), ("linked", "linked"))
_HEDGES = {"hedge", "suspected"}
#: What others say of a group, the document does not say in its own voice.
_SAID = ("hedge", "suspected", "speech")
#: How much of a document's beginning is its title, in characters.
_TITLE = 200


def hedged(reader: Reader, event: Event) -> bool:
    """Whether an event is told as what others say or suspect."""
    return bool(reader.cued(event.start, event.end, "hedge", "suspected"))


def groups(telling: Telling, incident: Incident) -> tuple[Incident, list[Citation]]:
    """Groups named in the passages, each with its strongest link."""
    found: dict[str, dict[str, Citation]] = {}
    for event in telling.story.events:
        for m in event.of("GROUP"):
            name = m.get("name")
            link = _link(m, event, telling.reader)
            if name and m.value and link:
                cited = telling.citer.cite("groups", m, event)
                found.setdefault(name, {}).setdefault(link, cited)
    if not found:
        found = _topic(telling) or _sole_group(telling)
    links: list[GroupLink] = []
    citations: list[Citation] = []
    for name, by_link in found.items():
        strongest = min(by_link, key=LINKS.index)
        links.append(GroupLink(name, strongest))
        path = f"groups[{len(citations)}]"
        citations.append(replace(by_link[strongest], field=path))
    return replace(incident, groups=tuple(links)), citations


def _topic(telling: Telling) -> dict[str, dict[str, Citation]]:
    """The group that the heading of a table or timeline, or the title, is on."""
    reader = telling.reader
    for event in telling.core:
        if not event.structured:
            continue
        for named in (reader.heading(event.section), reader.within(0, _TITLE)):
            groups = [m for m in named if m.label == "GROUP" and m.get("name")]
            if len({m.get("name") for m in groups}) == 1:
                m = groups[0]
                headed = Derivation("heading", m.start, m.end)
                cited = telling.citer.report.cite(
                    "groups", m.start, m.end, headed, (m.start, m.end)
                )
                return {str(m.get("name")): {"alleged": cited}}
    return {}


def _sole_group(telling: Telling) -> dict[str, dict[str, Citation]]:
    """The document's one group, where *the militants* of a passage can only be its."""
    named = [m for m in telling.reader.mentions if m.label == "GROUP" and m.get("name")]
    names = Counter(m.get("name") for m in named)
    name, count = names.most_common(1)[0] if names else ("", 0)
    if not count or count < 0.7 * len(named):
        return {}
    for event in telling.core:
        if event.kind == ATTACK and _fighters(telling.reader, event):
            before = [
                m for m in named if m.start < event.start and m.get("name") == name
            ]
            if before:
                said = telling.reader.cued(event.start, event.end, *_SAID)
                link = "alleged" if said else "attributed"
                first = before[-1].start, before[-1].end
                cited = telling.citer.report.cite(
                    "groups",
                    first[0],
                    event.end,
                    Derivation("passage", *first),
                    first,
                )
                far = cited.end - cited.start > LONGEST * 3
                return {} if far else {name: {link: cited}}
    return {}


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


def _fighters(reader: Reader, event: Event) -> bool:
    """Whether *the militants* or the like are spoken of, whom the reader knows."""
    span = reader.doc.char_span(event.start, event.end, alignment_mode="contract")
    return span is not None and any(
        is_attacker(t.lower_) and (t.i == span.start or any(map(_known, t.lefts)))
        for t in span
    )


def _known(token: Token) -> bool:
    """Whether it is *the*, *these* or the like, not *a* or *some*."""
    return token.tag_ == "DT" and token.lower_.startswith("th")


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
        if word.dep_ in _OF and events & {head, *head.lefts}:
            return True
        if word.dep_ == "pobj" and head.head in events:
            return head.dep_ == "agent" or head.lower_ == "by"
        if word.dep_ not in _OF | _WITHIN or head is word:
            return False
        word = head
