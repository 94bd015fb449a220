"""Write ``gold/gold.jsonl`` from ``gold/labels``: ``python corpus/anchor.py``.

A label says what a report tells, and in which of its words; here each quote is found
in the report's canonical text, so that nobody counts characters. White space in a
quote stands for any run of it in the text. ``README.md`` has the form of a label.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from incidents.pipeline.fields import FIELDS, Field, empty, put
from incidents.pipeline.gold.check import uncited
from incidents.pipeline.ingest import read, walk
from incidents.pipeline.kinds import from_label, has_value
from incidents.pipeline.paths import base
from incidents.pipeline.records import DERIVATIONS, Report

CORPUS = Path(__file__).parent
REPORTS = CORPUS / "reports"
LABELS = CORPUS / "gold" / "labels"
GOLD = CORPUS / "gold" / "gold.jsonl"

Label = dict[str, Any]
Cite = dict[str, Any]

#: What a label leaves out because the type of incident gives it.
OUTCOME = {"attack": "completed", "plot": None, "arrest": None}
DATE_BASIS = {"attack": "attack", "plot": None, "arrest": "arrest"}
#: Cited by the label's first quote unless it names another, as is what follows from it.
EVENT = "incident_type"


def read_corpus() -> dict[str, Report]:
    """Every report of the corpus, by ``doc_id``."""
    found = (r for path in walk([REPORTS]) for r in read(path))
    return {r.doc_id: r for r in found if isinstance(r, Report)}


def code(doc_id: str, number: int, label: Label) -> dict[str, Any]:
    """The values of one label, under the codebook's keys and without citations."""
    kind, dated = label["incident_type"], bool(label.get("date"))
    told = {"outcome": OUTCOME[kind], "assertion": "asserted", **label}
    told["date_basis"] = label.get("date_basis", DATE_BASIS[kind]) if dated else None
    record = {
        "doc_id": doc_id,
        "incident_id": f"{doc_id}/{number:02}",
        "event_key": label["event_key"],
        **empty(FIELDS),
    }
    for field in FIELDS:
        for said in values(told, field):
            put(record, field, from_label(field.kind, said, field.parts))
    return record


def values(label: Label, field: Field) -> list[Any]:
    """What a label says of a field, as it writes it."""
    holder = label.get(field.head, {}) if field.part else label
    said = holder.get(field.part or field.head)
    if field.many:
        return list(said or ())
    return [] if said is None else [said]


def cites(record: dict[str, Any], label: Label) -> list[Cite]:
    """Each field with a quote for it, as the label gives them or by rule."""
    written = [
        {"field": field, "quote": quote, **(more[0] if more else {})}
        for fields, quote, *more in label["cite"]
        for field in fields.split()
    ]
    first = {k: v for k, v in written[0].items() if k in ("quote", "occurrence")}
    named = {base(c["field"]) for c in written}
    for field in FIELDS:
        if field.head not in named and has_value(record[field.head]):
            written += shared(field, written, first)
    return written


def shared(field: Field, written: list[Cite], first: Cite) -> list[Cite]:
    """The quotes of what ``field`` follows from; ``first`` is the label's first."""
    source, rule = field.follows or (field.name, "")
    if source == EVENT:
        return [{**first, "field": field.name}]
    derived = {"derived_from": rule} if rule == "place" else {}
    like = [c for c in written if base(c["field"]) == source]
    return [{**c, "field": field.name, **derived} for c in like]


def strays(label: Label) -> Iterator[str]:
    """Keys of a label that are no field."""
    known = {f.head for f in FIELDS} | {"event_key", "cite"}
    yield from sorted(set(label) - known)
    parts = {f.part for f in FIELDS}
    yield from (f"suspects.{k}" for k in sorted(set(label.get("suspects", {})) - parts))


def find(report: Report, cite: Cite) -> Cite | None:
    """The citation in the report's own characters, or None where it is not there."""
    words = r"\s+".join(map(re.escape, cite["quote"].split()))
    hits = list(re.finditer(words, report.text))
    number = cite.get("occurrence", 1)
    if len(hits) < number:
        return None
    start, end = hits[number - 1].span()
    cited = {
        "field": cite["field"],
        "page": report.page(start),
        "start": start,
        "end": end,
        "quote": report.text[start:end],
    }
    if "derived_from" in cite:
        cited["derived_from"] = derivation(cite["derived_from"])
    return cited


def derivation(said: str) -> str | dict[str, str]:
    """A kind of derivation as records have it; else the coder's own words."""
    return {"kind": said} if said in DERIVATIONS else said


def anchor(report: Report, number: int, label: Label) -> Iterator[dict[str, Any] | str]:
    """Yield the record, after a complaint for each quote or field that is amiss."""
    record = code(report.doc_id, number, label)
    wanted = cites(record, label)
    found = [(cite, find(report, cite)) for cite in wanted]
    name = f"{record['incident_id']} ({record['event_key']})"
    yield from (f"{name}: {key}: is no field" for key in strays(label))
    for cite, hit in found:
        if hit is None:
            yield f"{name}: {cite['field']}: not in the text: {cite['quote']!r}"
    yield from (f"{name}: {p}" for p in uncited(record | {"citations": wanted}))
    hits = [hit for _, hit in found if hit]
    yield record | {"citations": sorted(hits, key=lambda c: (c["start"], c["field"]))}


def make_gold() -> tuple[list[dict[str, Any]], list[str]]:
    """Every record of the labels, and what is wrong with them."""
    reports = read_corpus()
    records: list[dict[str, Any]] = []
    complaints: list[str] = []
    for path in sorted(LABELS.glob("*.toml")):
        labels = tomllib.loads(path.read_text(encoding="utf-8"))["incident"]
        for number, label in enumerate(labels, 1):
            for made in anchor(reports[path.stem], number, label):
                if isinstance(made, str):
                    complaints.append(made)
                else:
                    records.append(made)
    return records, complaints


def dump(records: list[dict[str, Any]]) -> str:
    """Records as JSON, one a line."""
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)


def main() -> None:
    """Write the gold set, or say what is wrong and leave it as it was."""
    records, complaints = make_gold()
    if complaints:
        sys.exit("\n".join(complaints))
    GOLD.write_text(dump(records), encoding="utf-8")


if __name__ == "__main__":
    main()
