"""How many were killed and injured, each figure with the words it is printed in.

The labels are ``KILLED``, ``INJURED`` and ``CASUALTIES`` (of which kind is not said).
Attributes: ``role`` (``victim``, ``attacker``, ``both``), ``trigger`` and ``number``
(``start:end`` of the word of harm and of the figure), ``victims`` (the counted noun),
and, set to ``"1"`` where they hold, ``implied`` (no figure is printed: *the mayor was
shot dead*), ``sum`` (over a list), ``negated`` (*no casualties*), ``hedged``,
``total`` (*death toll*), ``earlier`` (a toll since revised), ``aggregate`` (over a
period or a campaign), ``shot`` (hit, and not said to have died or lived), ``again``
(another figure for the harm told before, which it does not name). ``source`` is the
noun of who gives the figure (*army*), where the clause names one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from incidents.extractors import _numbers
from incidents.extractors._nouns import is_attacker
from incidents.extractors.figures.context import context, violent
from incidents.extractors.figures.nominal import Harm
from incidents.extractors.figures.phrases import Party
from incidents.extractors.figures.sources import source
from incidents.extractors.figures.triggers import harms
from incidents.extractors.figures.words import Words, words
from incidents.extractors.mention import Mention, pack

if TYPE_CHECKING:
    from spacy.tokens import Doc

_OTHERS = {"other", "others", "another", "more"}


def extract(doc: Doc, published: date | None) -> Iterator[Mention]:
    """Yield each figure of people killed and injured in ``doc``, in reading order."""
    read = words(doc)
    found = [m for harm in harms(read) for m in _mentions(read, harm)]
    yield from _settle(found)


def _mentions(read: Words, harm: Harm) -> Iterator[Mention]:
    if not violent(read, harm.start, harm.end):
        return
    selves = [p for p in harm.parties if p.kind == "self"]
    others = [p for p in harm.parties if p.kind not in {"self", "many"}]
    for group in (selves, others):
        if group:
            for label in harm.labels:
                mention = _mention(read, harm, group, label)
                if mention is not None:
                    yield mention


def _mention(read: Words, harm: Harm, group: list[Party], label: str) -> Mention | None:
    low, high = _sum(group)
    if any(p.kind == "many" for p in harm.parties):
        high = None  # "two soldiers and several civilians"
    value = _numbers.value(low, high)
    if not value:
        return None
    start = min(harm.start, group[0].start)
    end = max(harm.end, group[-1].end)
    tokens = read.tokens
    text = read.text[tokens[start].idx : _end(read, end)]
    printed = next((p.number for p in group if p.number), None)
    return Mention(
        tokens[start].idx,
        _end(read, end),
        label,
        text,
        value,
        __name__,
        pack(
            trigger=f"{tokens[harm.start].idx}:{_end(read, harm.end)}",
            number=_span(read, printed),
            role=_role(group),
            victims=" ".join(p.head for p in group if p.head) or None,
            implied=None if printed or group[0].kind == "none" else "1",
            sum="1" if len(group) > 1 else None,
            negated="1" if group[0].kind == "none" else None,
            total="1" if harm.total else None,
            shot="1" if harm.shot else None,
            again="1" if harm.again else None,
            source=source(read, start, end),
            **context(read, start, end, low or 0),
        ),
    )


def _sum(group: list[Party]) -> tuple[int | None, int | None]:
    lows = [p.min for p in group if p.min is not None]
    highs = [p.max for p in group if p.max is not None]
    return (
        sum(lows) if lows else None,
        sum(highs) if len(highs) == len(group) else None,
    )


def _end(read: Words, end: int) -> int:
    last = read.tokens[end - 1]
    return last.idx + len(last)


def _span(read: Words, number: tuple[int, int] | None) -> str | None:
    if number is None:
        return None
    return f"{read.tokens[number[0]].idx}:{_end(read, number[1])}"


def _role(group: list[Party]) -> str:
    attackers = [p.kind == "self" or is_attacker(p.head) for p in group]
    if all(attackers):
        return "attacker"
    return "both" if any(attackers) else "victim"


def _settle(found: list[Mention]) -> Iterator[Mention]:
    """One mention of a kind for a stretch of text; the rest of a pair set right."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end, m.label, m.value)):
        twin = next((k for k in reversed(kept[-4:]) if _same(k, mention)), None)
        if twin is None:
            kept.append(mention)
    yield from sorted(_apart(_derived(kept)))


def _same(one: Mention, other: Mention) -> bool:
    if one.label != other.label:
        return False
    number = one.get("number")
    if number is not None and number == other.get("number"):
        return True
    return (
        one.start < other.end
        and other.start < one.end
        and (one.get("role") == other.get("role"))
    )


def _derived(kept: list[Mention]) -> Iterator[Mention]:
    """Of people shot, some killed: the rest were injured."""
    dead = [m for m in kept if m.label == "KILLED" and m.get("role") == "victim"]
    for mention in kept:
        near = [d for d in dead if 0 < d.start - mention.start < 120]
        apart = _OTHERS & set(mention.text.lower().split())
        if mention.get("shot") is None or not near or apart:
            yield mention
            continue
        rest = _rest(mention.value, near[0].value)
        if rest is not None:
            yield Mention(
                mention.start,
                mention.end,
                mention.label,
                mention.text,
                rest,
                mention.extractor,
                tuple(
                    sorted((*mention.attributes, ("derived_from", _origin(near[0]))))
                ),
            )


def _origin(mention: Mention) -> str:
    return mention.get("number") or f"{mention.start}:{mention.end}"


def _rest(shot: str, killed: str) -> str | None:
    if not shot.isdigit() or not killed.isdigit() or int(killed) >= int(shot):
        return None
    return str(int(shot) - int(killed))


def _apart(kept: Iterator[Mention]) -> Iterator[Mention]:
    """``140 casualties; 500 injuries``: where the injured stand apart, killed."""
    mentions = list(kept)
    injured = [m for m in mentions if m.label == "INJURED" and not m.get("negated")]
    for m in mentions:
        beside = any(0 <= i.start - m.end < 12 for i in injured)
        apart = m.label == "CASUALTIES" and beside and not m.get("negated")
        yield (
            Mention(
                m.start, m.end, "KILLED", m.text, m.value, m.extractor, m.attributes
            )
            if apart
            else m
        )
