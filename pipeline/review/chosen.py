"""The value of an event to use, where a person chose it.

A choice holds as long as the values to choose from are those that were shown. Once a
report gives another, the program's rule stands again, and the choice is listed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from incidents.pipeline.merge.best import contradicts
from incidents.pipeline.merge.claims import agreement
from incidents.pipeline.review.decisions import Decision
from incidents.pipeline.review.state import Stale

NO_VALUE = "no report of the event gives this value any more"
OTHERS = "a report of the event gives another value since: choose again"
Row = Mapping[str, Any]


def choose(
    rows: Mapping[str, Row],
    key_of: Mapping[str, str],
    uses: Mapping[tuple[str, str], Decision],
) -> tuple[dict[str, Row], list[Stale]]:
    """The events with the values that people chose, and the choices that fit none.

    Args:
        rows: Events by key, as ``merge.event`` makes them.
        key_of: The event of each record.
        uses: By record and field, in the order in which they were decided.
    """
    chosen, stale = dict(rows), []
    for (id, name), decision in uses.items():
        key = key_of[id]
        told = chosen[key]["fields"].get(name)
        problem = _problem(told, id, decision)
        if told is None or problem:
            stale.append(Stale(decision, f"{id}: {problem}"))
        else:
            chosen[key] = _with(chosen[key], name, told, decision)
    return chosen, stale


def readings(told: Row) -> list[str]:
    """The values that a field of an event has, as they are compared."""
    return sorted(agreement(v["value"]) for v in told["values"])


def _problem(told: Row | None, id: str, decision: Decision) -> str:
    """Why a choice no longer holds; empty where it does."""
    value = agreement(decision.payload["value"])
    given = [
        agreement(v["value"])
        for v in (told["values"] if told else ())
        if any(c["incident_id"] == id for c in v["claims"])
    ]
    if told is None or value not in given:
        return NO_VALUE
    new = set(readings(told)) - set(decision.payload["readings"])
    return OTHERS if new else ""


def _with(row: Row, name: str, told: Row, decision: Decision) -> Row:
    """An event with the value that ``decision`` chose for a field."""
    value = decision.payload["value"]
    values = [_against(v, contradicts(name, value, v["value"])) for v in told["values"]]
    field = {
        "best": value,
        "rule": f"chosen by {decision.reviewer}",
        "disagree": any("contradicts" in v for v in values),
        "values": values,
    }
    fields = {**row["fields"], name: field}
    disagree = [n for n, f in fields.items() if f["disagree"]]
    tolls = row["tolls"]
    if name in tolls:
        best = value["max"] if value["min"] is None else value["min"]
        tolls = {**tolls, name: {**tolls[name], "best": best}}
    return {**row, "fields": fields, "disagree": disagree, "tolls": tolls}


def _against(reading: Row, apart: bool) -> Row:
    plain = {k: v for k, v in reading.items() if k != "contradicts"}
    return {**plain, "contradicts": True} if apart else plain
