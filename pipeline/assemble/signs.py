"""What is seen of an event that tells whether it is an incident, and of which kind.

Each sign has a name that a reader understands; its weight stands in ``weights.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from incidents.pipeline.assemble.aspect import aspect
from incidents.pipeline.assemble.event import TITLE, Event
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.assemble.realis import realis, was_taken

#: What is seen, in words.
Signs = frozenset[str]

#: Labels whose mere presence is a sign.
_LABELS = (
    "KILLED",
    "INJURED",
    "CASUALTIES",
    "SUSPECTS",
    "PERSON",
    "AGE",
    "NATIONALITY",
    "GROUP",
    "HOSTAGES",
)
#: Attributes of those that change what they say.
_TURNS = ("aggregate", "negated", "earlier", "role", "implied", "shot", "total")


def signs(reader: Reader, told: Sequence[Event]) -> list[Signs]:
    """The signs of each event of a report, its neighbours' among them."""
    always = {"always"}
    if any(m.label == "GROUP" for m in reader.mentions):
        always.add("document names a group")
    around = [None, *told, None]
    return [
        Signs(
            {*always, *_own(event), *_aspects(reader, event), *_headed(reader, event)}
        )
        | Signs(_near("before", before, event))
        | Signs(_near("after", after, event))
        for before, event, after in zip(around, told, around[2:], strict=False)
    ]


def _headed(reader: Reader, event: Event) -> Iterator[str]:
    """What the heading, or the title in a nested list, that it stands under names."""
    if event.section < 0:
        yield "under no heading"
        return
    for mention in reader.heading(event.section):
        yield f"heading: {mention.label.lower()}"
    for word in reader.heading_words(event.section):
        yield f"heading: {word}"


def _near(where: str, other: Event | None, event: Event) -> Iterator[str]:
    """What the event told before or after says, in the same paragraph.

    Where a paragraph is a sentence, as wires print them, so does what stands before it.
    """
    if other is None or other.block != event.block:
        yield f"nothing {where} in its paragraph"
        if other is not None and where == "before":
            yield from (f"paragraph before: {said}" for said in _brief(other))
    else:
        yield from (f"{where}: {said}" for said in _brief(other))


def _brief(event: Event) -> Iterator[str]:
    """What a neighbour says: that it tells an event itself, or victims."""
    if event.told():
        yield "event"
    for label in ("KILLED", "INJURED", "DATE", "GROUP", "LEGAL", "SUSPECTS"):
        if event.of(label):
            yield label.lower()


def _own(event: Event) -> Iterator[str]:
    yield event.origin
    if event.listed:
        yield "item"
    if event.block < 400:
        yield "at the head"
    yield from _words(event)
    yield from _steps(event)
    yield from _together(event)
    yield from _days(event)
    yield from _places(event)
    yield from _targets(event)
    for label in _LABELS:
        for mention in event.of(label):
            yield label.lower()
            for turn in _TURNS:
                if mention.get(turn):
                    value = mention.get(turn)
                    said = turn if value == "1" else f"{turn} {value}"
                    yield f"{label.lower()} {said}"
    for mention in event.of("WEAPON"):
        yield "weapon by manner" if mention.get("weak") else "weapon"
    if not event.of("EVENT", "LEGAL"):
        yield "no event word"


def _words(event: Event) -> Iterator[str]:
    for word in event.of("EVENT"):
        turned = word.get("modality")
        yield f"{word.get('kind')} {turned}" if turned else f"word {word.value}"
        if turned:
            continue
        yield f"{word.get('kind')} word"
        yield f"{word.get('kind')} {realis(word)}"
        yield from (f"{cue.category} of a word" for cue in word.reached())
        for name in ("reference", "number", "agent"):
            if value := word.get(name):
                yield f"{value} {word.get('kind')}"


def _aspects(reader: Reader, event: Event) -> Iterator[str]:
    """Whether its words are told as past or as going on; a title's present is past."""
    for word in event.told():
        if told := aspect(reader, word):
            yield f"{word.get('kind')} told as {told}"
            if event.origin == TITLE:
                yield f"title told as {told}"


def _steps(event: Event) -> Iterator[str]:
    for step in event.of("LEGAL"):
        for turned in ("negated", "hypothetical"):
            if step.get(turned):
                yield f"step {turned}"
        if was_taken(step):
            yield f"step {step.value}"
            yield "step"
            yield from (f"{cue.category} of a step" for cue in step.reached())


def _together(event: Event) -> Iterator[str]:
    """Kinds of words that stand together, which tell more than each alone."""
    found = {str(w.get("kind")) for w in event.told()}
    if any(map(was_taken, event.of("LEGAL"))):
        found.add("step")
    if event.of("KILLED", "INJURED"):
        found.add("victims")
    if event.of("SUSPECTS", "PERSON"):
        found.add("people")
    if event.of("GROUP"):
        found.add("group")
    if len(found) > 1:
        yield " + ".join(sorted(found))
    if found == {"victims"}:
        yield "victims alone"


def _days(event: Event) -> Iterator[str]:
    exact = {4: "year", 7: "month", 10: "day"}
    found = {exact.get(len(m.value), "interval") for m in event.of("DATE")}
    yield from (f"date to the {f}" for f in sorted(found))
    if not found:
        yield "no date"


def _places(event: Event) -> Iterator[str]:
    found = {str(m.get("kind") or "name") for m in event.of("PLACE")}
    yield from (f"place {f}" for f in sorted(found))
    if not found:
        yield "no place"


def _targets(event: Event) -> Iterator[str]:
    for target in event.of("TARGET"):
        part = (
            "victim"
            if target.get("victim")
            else "struck"
            if target.get("object")
            else "named"
        )
        yield f"target {part}"
        if target.get("generic"):
            yield f"generic target {part}"
    if not event.of("TARGET"):
        yield "no target"
