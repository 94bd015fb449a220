"""Which events are attacks, plots or arrests, which tell more of one, which nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from incidents.pipeline import edtf
from incidents.pipeline.assemble.event import ARREST, ATTACK, DETAIL, NONE, PLOT, Event
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.assemble.realis import was_taken
from incidents.pipeline.assemble.signs import signs
from incidents.pipeline.assemble.weights import Weights, probability, reason

#: Kinds that an incident may begin with.
BEGIN = (ATTACK, PLOT, ARREST)
_APART = "an arrest told beside another event"
_OTHER_ARREST = "people arrested on another day than those before"


def judge(reader: Reader, told: Sequence[Event], weights: Weights) -> list[Event]:
    """``told``, each with its kind, how surely it is that, and the signs in words."""
    judged: list[Event] = []
    last: Event | None = None
    for event, seen in zip(told, signs(reader, told), strict=True):
        one = _judged(event, seen, weights)
        other = last is not None and other_arrest(last, one)
        if one.kind in (DETAIL, NONE) and (other or apart(one)):
            sure = weights.thresholds[ARREST]
            why = _OTHER_ARREST if other else _APART
            one = replace(one, kind=ARREST, sure=sure, reason=why)
        judged.append(one)
        last = one if one.kind in BEGIN else last
    return judged


def other_arrest(before: Event, event: Event) -> bool:
    """Whether people were arrested on another day than those of whom was told before.

    Both are told of no attack; the people are counted, the days known.
    """
    days, earlier = event.of("DATE"), before.of("DATE")
    known = bool(days and earlier) and not any(
        edtf.overlap(a.value, b.value) for a in days for b in earlier
    )
    counted = any(
        m.get("kind") == "arrested" and m.get("number") for m in event.of("SUSPECTS")
    )
    return before.kind == ARREST and known and counted and _arrests(event)


def apart(event: Event) -> bool:
    """Whether an arrest is told beside another event of its sentence, as one before it.

    *Ziani was arrested in Lille in May, two weeks before the attack on Nantes.*
    """
    known = event.of("DATE") and event.of("PLACE") and event.of("PERSON", "SUSPECTS")
    return event.parted >= 0 and bool(known) and _arrests(event)


def _arrests(event: Event) -> bool:
    """Whether it tells of an arrest and of no attack."""
    steps = (m for m in event.of("LEGAL") if m.value == "arrested")
    return any(map(was_taken, steps)) and not event.told()


def _only_prepared(event: Event) -> bool:
    """Whether weapons that hurt nobody are all that is told: a plot.

    They were found or made safe, or somebody had them who had a target.
    """
    words, weapons = event.told(), event.of("WEAPON")
    if not weapons or event.of("KILLED", "INJURED", "CASUALTIES"):
        return False
    if words:
        return all(word.get("kind") == "foil" for word in words)
    return bool(event.of("TARGET")) and all(weapon.get("kept") for weapon in weapons)


def _judged(event: Event, seen: frozenset[str], weights: Weights) -> Event:
    if event.kind != NONE:  # a row says what it is
        return replace(event, sure=1.0, reason="a row of a table")
    sure = {kind: probability(w, seen) for kind, w in weights.kinds.items()}
    least = weights.thresholds
    kind = max(BEGIN, key=lambda k: sure[k] / least[k])
    if kind == ATTACK and _only_prepared(event):
        kind, sure = PLOT, {**sure, PLOT: sure[ATTACK]}
    if sure[kind] < least[kind]:
        tells = sure[DETAIL] >= least["detail"]
        kind = DETAIL if tells or sure[kind] >= least["detail"] else NONE
    said = kind if kind in weights.kinds else max(BEGIN, key=lambda k: sure[k])
    why = f"{said} {sure[said]:.2f}: {reason(weights.kinds[said], seen)}"
    return replace(event, kind=kind, sure=max(sure[k] for k in BEGIN), reason=why)
