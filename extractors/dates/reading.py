"""What one stretch of words was taken to mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from incidents.extractors.dates.calendars import Anchor

Attributes = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one stretch of words was taken to mean.

    Attributes:
        value: EDTF for a DATE, ISO 8601 for the others; empty where it stays open.
        label: ``DATE``, ``TIME``, ``DURATION`` or ``SET``.
        attributes: As in ``Mention``.
        start: Where the words begin, if after the start of what was found.
        end: Where they end, if before its end.
        anchors: Whether later dates may be counted from this one.
    """

    value: str
    label: str = "DATE"
    attributes: Attributes = field(default_factory=dict)
    start: int | None = None
    end: int | None = None
    anchors: bool = True


def derived(
    value: str, anchor: Anchor | None, *, relative: bool = False, **more: str | None
) -> Reading:
    """A reading that leans on ``anchor``; open where there is none."""
    attributes = dict(more)
    if value and anchor:
        attributes["derived_from"] = anchor.source
    if relative:
        attributes["relative"] = "1"
    return Reading(value, attributes=attributes)
