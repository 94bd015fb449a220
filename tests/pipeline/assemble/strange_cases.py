"""Small made-up reports with one value under test each, and what must become of it.

A line of ``strange_cases.jsonl`` is a text and a record of it. Each of its ``tries``
takes the value at a path of the record, or puts what ``is`` says there, and tells
whether it ``stands`` or must be ``refused``, and why. A value is cited with the whole
text unless ``citations`` or the ``quote`` of a try say otherwise.
"""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from incidents.pipeline.assemble.support import Reading, supported
from incidents.pipeline.records import Incident, Report, Suspects, to_json
from tests.pipeline.assemble.read import mentions
from tests.pipeline.rows import from_row

Row = dict[str, Any]
CASES = Path(__file__).with_suffix(".jsonl")
#: The same, written once the rules stood.
UNREAD = CASES.with_name("strange_unread.jsonl")
FIGURES = ("killed", "injured", "casualties", "hostages")
LISTS = (
    "countries",
    "places",
    "attack_types",
    "targets",
    "groups",
    "weapons",
    "legal",
)
_STEP = re.compile(r"(\w+)(?:\[(\d+)\])?")


@dataclass(frozen=True, slots=True)
class Case:
    """One value under test.

    Attributes:
        family: What is tried.
        path: The value's place in the record, such as ``targets[0].category``.
        record: The record in the form of its file, with the value in it.
        report: The text.
        refused: Whether the value must be refused.
        why: By the codebook.
        rare: A true value told in words that no list of cues will have.
    """

    family: str
    path: str
    record: Row
    report: Report
    refused: bool
    why: str
    rare: bool

    @property
    def name(self) -> str:
        """The case as a line to read."""
        return f"{self.path}={_at(self.record, self.path)!r}: {self.report.text}"

    @property
    def known(self) -> bool:
        """Whether records have the field."""
        first, second = (*self.path.split("."), "")[:2]
        parts = fields(Suspects if first == "suspects" else Incident)
        name = second if first == "suspects" else first
        return name == "count" or name.split("[")[0] in {f.name for f in parts}


def read(path: Path = CASES) -> Iterator[Case]:
    """The cases of a file, in its order."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        row = json.loads(line)
        published = row.get("published")
        report = Report(
            f"strange-{number}",
            f"{path.name}:{number}",
            "0" * 64,
            "text/plain",
            row["text"],
            published=date.fromisoformat(published) if published else None,
        )
        for one in row["tries"]:
            yield Case(
                row["family"],
                one["value"],
                _record(row, one, report),
                report,
                one["verdict"] == "refused",
                one["why"],
                one.get("rare", False),
            )


def stands(case: Case) -> bool:
    """Whether the value is published: it stands, and its record with it."""
    kept, drops = supported(
        from_row(case.record), Reading(case.report, mentions(case.report))
    )
    if any(d.field == "incident_type" for d in drops):
        return False
    found = json.loads(json.dumps(to_json(kept)))
    if case.path.startswith("suspects.people"):
        return _of_person(found, case)
    if case.path == "suspects.count":
        return _at(found, case.path) == _at(case.record, case.path)
    path = re.sub(r"\]\.\w+$", "]", case.path)  # a target is one value, and so on
    listed = re.sub(r"\[\d+\]$", "", path)
    value = _at(case.record, path)
    return value in _at(found, listed) if listed != path else value == _at(found, path)


def _record(row: Row, one: Row, report: Report) -> Row:
    """The record with the value under test in it, every value of it cited."""
    record = deepcopy(row["record"])
    if "is" in one:
        _put(record, one["value"], one["is"])
    told = {"count_min": None, "count_max": None, "people": []}
    told |= {key: [] for key in ("nationalities", "ages", "names")}
    empty = dict.fromkeys(("outcome", "date", "date_basis", *FIGURES))
    empty |= {k: [] for k in LISTS}
    suspects = told | record.get("suspects", {})
    citations = [_cite(c, report) for c in _citations(row, one, record)]
    return {"doc_id": report.doc_id, **empty, **record, "suspects": suspects} | {
        "citations": citations
    }


def _citations(row: Row, one: Row, record: Row) -> Iterator[Row]:
    """Each value's citations: those given, or one of the whole text."""
    field = one["value"].split(".")[0]
    own = {k: v for k, v in one.items() if k in ("quote", "derived_from")}
    for path in _cited(record):
        given = [c for c in row.get("citations", []) if c["field"] == path]
        if path == field and "is" in one:
            kept = own if own else {k: v for c in given[:1] for k, v in c.items()}
            yield {**kept, "field": path}
        else:
            yield from given or [{"field": path}]


def _cited(record: Row) -> list[str]:
    """The paths that are cited: each value of a list by itself, suspects together."""
    return [
        path
        for key, value in record.items()
        for path in (
            [f"{key}[{n}]" for n in range(len(value))]
            if isinstance(value, list)
            else [key]
        )
    ]


def _cite(citation: Row, report: Report) -> Row:
    quote = citation.get("quote", report.text)
    assert report.text.count(quote) == 1, quote
    start = report.text.index(quote)
    return {**citation, "quote": quote, "start": start, "end": start + len(quote)}


def _of_person(found: Row, case: Case) -> bool:
    """Whether what is said of one person stands, by his or her name."""
    person, _, part = case.path.removeprefix("suspects.").partition(".")
    name = _at(case.record["suspects"], person)["name"]
    value = _at(case.record, case.path)
    for one in found["suspects"]["people"]:
        if one["name"] == name:
            said = _at(one, part.split("[")[0])
            return value in said if isinstance(said, list) else value == said
    return False


def _at(record: Row, path: str) -> Any:
    if path == "suspects.count":
        return [record["suspects"][f"count_{end}"] for end in ("min", "max")]
    value: Any = record
    for name, index in _STEP.findall(path):
        value = value[name][int(index)] if index else value[name]
    return value


def _put(record: Row, path: str, value: Any) -> None:
    if path == "suspects.count":
        ends = {f"count_{end}": value[end] for end in ("min", "max")}
        record["suspects"] = record.get("suspects", {}) | ends
        return
    *way, (last, index) = _STEP.findall(path)
    place: Any = record
    for name, step in way:
        place = place.setdefault(name, {})
        place = place[int(step)] if step else place
    if not index:
        place[last] = value
        return
    values = place.setdefault(last, [])
    values[int(index) : int(index) + 1] = [value]
