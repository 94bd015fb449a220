"""What is seen of a story that tells whether it is a record or a mention in passing.

A story told at the head of a report, with a toll and a town, is what the report is of;
*the attacks of last year* in its fifth paragraph is not. Each sign has a name that a
reader understands; its weight stands in ``weights.toml``, under ``record``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline import edtf
from pipeline.assemble.event import DETAIL, TITLE
from pipeline.assemble.realis import realis
from pipeline.assemble.story import Story

#: Where a report's head ends, and up to where it is a short one, in characters.
_HEAD, _SHORT = 400, 1_200
#: Stories and passages from which on more say no more.
_MANY = 4
_LABELS = ("KILLED", "INJURED", "CASUALTIES", "GROUP", "SUSPECTS", "PERSON", "WEAPON")


def standings(stories: Sequence[Story], length: int) -> list[frozenset[str]]:
    """The signs of each of a report's stories.

    Args:
        stories: All of the report.
        length: Of the report, in characters.
    """
    surest = max((_sure(story) for story in stories), default=0.0)
    always = {"always", f"{min(len(stories), _MANY)} stories"}
    if length < _SHORT:
        always.add("short report")
    return [
        _crossed(
            always.union(
                _place(n, story, stories), _marks(story), _told(story), _form(story)
            )
            | ({"the surest"} if _sure(story) == surest else {"another is surer"})
        )
        for n, story in enumerate(stories)
    ]


def _sure(story: Story) -> float:
    return max(event.sure for event in story.events)


def _crossed(seen: set[str]) -> frozenset[str]:
    """``seen``, and how many marks a story has where it stands."""
    marks = [s for s in seen if s.endswith(("of day, place and target", "named"))]
    where = [s for s in seen if s in ("at the head", "first story", "short report")]
    return frozenset(seen.union(f"{m}, {w}" for m in marks for w in where))


def _place(n: int, story: Story, stories: Sequence[Story]) -> Iterator[str]:
    """Where it is told, and beside which others."""
    if story.start < _HEAD:
        yield "at the head"
    yield "first story" if n == 0 else "later story"
    earlier = {e.block for s in stories[:n] for e in s.events}
    if story.events[0].block in earlier:
        yield "begins in another's paragraph"


def _marks(story: Story) -> Iterator[str]:
    """What is known of day, place and target."""
    traits = story.traits
    kinds = " and ".join(sorted(traits.kinds))
    yield f"{kinds}"
    yield f"{traits.evidence} of day, place and target"
    yield f"{kinds}, {traits.evidence} marks"
    known = _known(story)
    yield f"{known} named"
    yield f"{kinds}, {known} named"
    if not _particular(story):
        yield "nothing tells it from others of its kind"
    days = min(map(edtf.days, traits.dates), default=0)
    yield (
        "a day"
        if 0 < days <= 7
        else "a month"
        if 0 < days <= 31
        else ("a year" if days else "no day")
    )
    yield "a town" if traits.places else "a country" if traits.countries else "no place"
    yield (
        "a target"
        if traits.targets
        else "people or buildings"
        if traits.struck
        else "no target"
    )


def _known(story: Story) -> int:
    """How many of day, place and target any of its passages names."""
    told = [event for event in story.events if event.kind != DETAIL]
    return sum(
        any(event.of(label) for event in told) for label in ("DATE", "PLACE", "TARGET")
    )


def _particular(story: Story) -> bool:
    """Whether a month or day, a town or a target tells it from others of its kind."""
    traits = story.traits
    dated = any(edtf.days(d) <= 31 for d in traits.dates)
    listed = any(event.structured for event in story.events)
    return bool(dated or traits.places or traits.targets or listed)


def _told(story: Story) -> Iterator[str]:
    """What its passages say."""
    told = [event for event in story.events if event.kind != DETAIL]
    yield f"{min(len(told), _MANY)} passages"
    if len(told) < len(story.events):
        yield "details follow"
    yield f"sure to {int(_sure(story) * 10) / 10}"
    for label in _LABELS:
        if any(event.of(label) for event in told):
            yield label.lower()
    words = [word for event in told for word in event.told()]
    if words and all(word.get("number") == "plural" for word in words):
        yield "only plural words"
        if not any(e.of("KILLED", "INJURED", "SUSPECTS") for e in told):
            yield "several that nothing tells apart"
    for word in words:
        yield f"{word.get('kind')} {realis(word)}"
        if reference := word.get("reference"):
            yield f"spoken of as {reference}"
        yield from (f"{cue.category} of a word" for cue in word.reached())
    if words and all(word.get("agent") == "state" for word in words):
        yield "only by a state"
    if not words:
        yield "no word of an event"


def _form(story: Story) -> Iterator[str]:
    """Rows, items and titles."""
    if any(event.structured for event in story.events):
        yield "in a table or timeline"
    elif story.events[0].listed:
        yield "item of a list"
    if story.events[0].origin == TITLE:
        yield "in the title"
