"""What two records cannot both be true of one event: such a pair is never joined.

Only a person lifts a bar. What is merely unlikely is no bar, but counts against.
"""

from __future__ import annotations

from incidents.pipeline.merge.marks import Marks
from incidents.pipeline.merge.nearness import elsewhere, gap, same_but_year

#: Days that reports of one event may differ by: the time zone, the night, the edition.
DAYS = 3
#: Kilometres that two towns of one event may lie apart.
KILOMETRES = 200.0


def bar(a: Marks, b: Marks) -> str | None:
    """Why the two are never one event, in words; None where they may be."""
    if a.doc_id == b.doc_id:
        return "one document tells them apart"
    if (days := _days(a, b)) > DAYS:
        return f"{days} days apart"
    if a.countries and b.countries and not a.countries & b.countries:
        return "other countries"
    if (km := elsewhere(a, b)) is not None and km > KILOMETRES:
        return f"{km:.0f} km apart"
    return None


def _days(a: Marks, b: Marks) -> int:
    """Days that part two attacks; what else is dated may be dated by another step."""
    attacks = a.kind == b.kind == "attack"
    same = a.basis == b.basis and a.kind == b.kind == "plot"
    if not a.date or not b.date or not (attacks or same):
        return 0
    return 0 if same_but_year(a.date, b.date) else gap(a.date, b.date)
