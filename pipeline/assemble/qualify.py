"""Which stories are incidents by the codebook, and which are talk."""

from __future__ import annotations

from incidents.pipeline import edtf
from incidents.pipeline.assemble.event import DETAIL, Event
from incidents.pipeline.assemble.outside import by_state, otherwise_moved
from incidents.pipeline.assemble.story import Story
from incidents.pipeline.assemble.weights import Weights, probability, reason
from incidents.pipeline.records import Incident

#: An incident needs so many of day, place and target to be told.
KNOWN = 2
_SEVERAL = "several that nothing tells apart"
_STATE = "an operation of a state"
_OTHERWISE = "another motive than a political one"
_TYPELESS = "no quote bears out what it is"


def unfit(
    incident: Incident,
    story: Story,
    seen: frozenset[str],
    weights: Weights,
    borne: bool = True,
) -> str:
    """Why what is told is no record; empty where it is one.

    What lacks by the codebook's rule of mentions in the background has to be so much
    more surely a record of its own.

    Args:
        incident: What was read of it.
        story: Its passages.
        seen: What speaks for and against its being a record (``worth.py``).
        weights: What each of that counts for.
        borne: Whether a quote bears out its type; of a row the table's form does.
    """
    if not borne and not any(event.structured for event in story.events):
        return _TYPELESS
    lacks = _lacks(incident, story)
    if lacks in (_SEVERAL, _STATE, _OTHERWISE):
        return lacks
    least = weights.thresholds["sparse" if lacks else "worth"]
    if probability(weights.worth, seen) >= least:
        return ""
    return lacks or f"no record of its own: {reason(weights.worth, seen)}"


def _lacks(incident: Incident, story: Story) -> str:
    """What a mention in the background lacks to be a record.

    Two of day, place and target must be known, and it must be no aggregate. An arrest
    needs a country with people held or a row of its own, or named people in a month.
    """
    if incident.incident_type == "arrest":
        return _unfit_arrest(incident, story)
    if _by_state(story):
        return _STATE
    if not incident.groups and _otherwise_moved(story):
        return _OTHERWISE
    known = (
        (incident.date is not None)
        + bool(incident.countries or story.traits.places)
        + bool(incident.targets)
    )
    if known < KNOWN:
        return "fewer than two of day, place and target"
    if not _particular(story):
        return "nothing tells it from others of its kind"
    return _SEVERAL if _aggregate(story) else ""


def _by_state(story: Story) -> bool:
    """Whether all that is told was done by soldiers, police or aircraft.

    That they found or stopped a bomb is none of it.
    """
    told = [
        (word, event)
        for event in story.events
        if event.kind != DETAIL
        for word in event.told()
        if word.get("kind") != "foil"
    ]
    return bool(told) and all(by_state(word, event.of("GROUP")) for word, event in told)


def _otherwise_moved(story: Story) -> bool:
    """Whether prose lays all of it to a quarrel, a robbery, a gang or a mishap.

    What was done in somebody's name is not.
    """
    core = [e for e in story.events if e.kind != DETAIL]
    told = [word for event in core for word in event.told()]
    free = not any(event.structured or event.of("GROUP") for event in core)
    return free and bool(told) and all(map(otherwise_moved, told))


def _unfit_arrest(incident: Incident, story: Story) -> str:
    people = incident.suspects.count_min or incident.suspects.names
    listed = any(e.structured for e in story.events)
    named = incident.suspects.names and _dated(story)
    held = (incident.countries and (people or listed)) or named
    return "" if held else "an arrest of nobody in particular"


def _particular(story: Story) -> bool:
    """Whether a month or day, a town or a target tells it from others of its kind."""
    traits = story.traits
    listed = any(e.structured for e in story.events)
    return bool(_dated(story) or traits.places or traits.targets or listed)


def _dated(story: Story) -> bool:
    return any(edtf.days(d) <= 31 for d in story.traits.dates)


def _is_member(event: Event) -> bool:
    """Whether it is one of a list's, whose word stands outside it (``lists.py``)."""
    words = event.told()
    inside = (event.start <= w.start < event.end for w in words)
    return bool(words) and not any(inside)


def _aggregate(story: Story) -> bool:
    """Several attacks in one phrase, that nothing tells apart."""
    traits = story.traits
    events = [e for e in story.events if e.kind != DETAIL]
    if traits.places and (_dated(story) or any(map(_is_member, events))):
        return False
    words = [word for event in events for word in event.told()]
    return (
        bool(words)
        and all(word.get("number") == "plural" for word in words)
        and not any(
            e.of("KILLED", "INJURED", "SUSPECTS") or e.structured for e in events
        )
    )
