"""One range out of all that a passage says of the killed, or of the injured."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from extractors import _numbers
from extractors.mention import Mention

_OTHERS = {"other", "others", "another", "more"}
#: Characters between two figures of one telling.
_NEAR = 150

Bounds = tuple[int | None, int | None]

#: Denying any of these denies the key: with no casualties, none were killed.
_DENIED_BY = {
    "KILLED": {"KILLED", "INJURED", "CASUALTIES"},
    "INJURED": {"INJURED", "CASUALTIES"},
    "CASUALTIES": {"CASUALTIES"},
}


def combine(mentions: Iterable[Mention], label: str) -> Bounds | None:
    """What ``mentions`` of one incident amount to for ``label``.

    A total stands over parts, the latest over those before it; a printed figure over
    one that is implied; victims over attackers; any of them over ``no one``.
    Outdated tolls and figures over a period are left out. Where nobody was hurt,
    nobody was killed.

    Args:
        mentions: Figures of one incident, in reading order.
        label: ``KILLED``, ``INJURED`` or ``CASUALTIES``.

    Returns:
        Least and most, None for no bound; None if the mentions give no figure.
    """
    usable = [m for m in mentions if not m.get("earlier") and not m.get("aggregate")]
    for kind in (_is_total, _is_printed, _is_implied, _is_attacker):
        found = [m for m in usable if m.label == label and kind(m)]
        if found:
            return _with_others(found[-1:] if kind is _is_total else found)
    none = any(m.get("negated") and m.label in _DENIED_BY[label] for m in usable)
    return (0, 0) if none else None


def _with_others(found: list[Mention]) -> Bounds:
    """The first figure, and what a sentence nearby adds: ``two others were hurt``."""
    low, high = _numbers.bounds(found[0].value)
    for before, mention in pairwise(found):
        others = _OTHERS & set(mention.text.lower().split())
        if not others or mention.start - before.end > _NEAR:
            break
        more = _numbers.bounds(mention.value)
        low = None if low is None or more[0] is None else low + more[0]
        high = None if high is None or more[1] is None else high + more[1]
    return low, high


def _is_total(mention: Mention) -> bool:
    return bool(mention.get("total"))


def _is_printed(mention: Mention) -> bool:
    return (
        not mention.get("implied")
        and not mention.get("negated")
        and mention.get("role") != "attacker"
    )


def _is_implied(mention: Mention) -> bool:
    return bool(mention.get("implied")) and mention.get("role") != "attacker"


def _is_attacker(mention: Mention) -> bool:
    return mention.get("role") == "attacker" and not mention.get("negated")
