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

from pipeline.ingest import read, walk
from pipeline.records import DERIVATIONS, Report

CORPUS = Path(__file__).parent
REPORTS = CORPUS / "reports"
LABELS = CORPUS / "gold" / "labels"
GOLD = CORPUS / "gold" / "gold.jsonl"

Label = dict[str, Any]
Cite = dict[str, Any]

#: What a label leaves out because the type of incident gives it.
OUTCOME = {"attack": "completed", "plot": None, "arrest": None}
DATE_BASIS = {"attack": "attack", "plot": None, "arrest": "arrest"}

#: Fields that a label cites by its first quote unless it names another.
BY_FIRST_QUOTE = ("incident_type", "outcome", "assertion")


def read_corpus() -> dict[str, Report]:
    """Every report of the corpus, by ``doc_id``."""
    found = (r for path in walk([REPORTS]) for r in read(path))
    return {r.doc_id: r for r in found if isinstance(r, Report)}


def figure(text: str | None) -> dict[str, int | None] | None:
    """The range that ``12``, ``81..``, ``..399`` or ``10..15`` stands for."""
    if text is None:
        return None
    low, dots, high = text.partition("..")
    return {
        "min": int(low) if low else None,
        "max": int(high if dots else low) if high or not dots else None,
    }


def code(doc_id: str, number: int, label: Label) -> dict[str, Any]:
    """The values of one label, under the codebook's keys and without citations."""
    kind = label["incident_type"]
    suspects = label.get("suspects", {})
    count = figure(suspects.get("count")) or {"min": None, "max": None}
    day = label.get("date")
    return {
        "doc_id": doc_id,
        "incident_id": f"{doc_id}/{number:02}",
        "event_key": label["event_key"],
        "incident_type": kind,
        "outcome": label.get("outcome", OUTCOME[kind]),
        "date": day,
        "date_basis": label.get("date_basis", DATE_BASIS[kind]) if day else None,
        "countries": label.get("countries", []),
        "places": label.get("places", []),
        "attack_types": label.get("attack_types", []),
        "targets": pairs(label, "targets", "text", "category"),
        "groups": pairs(label, "groups", "name", "link"),
        "suspects": {
            "count_min": count["min"],
            "count_max": count["max"],
            "nationalities": suspects.get("nationalities", []),
            "ages": suspects.get("ages", []),
            "names": suspects.get("names", []),
        },
        "weapons": pairs(label, "weapons", "text", "category"),
        "killed": figure(label.get("killed")),
        "injured": figure(label.get("injured")),
        "casualties": figure(label.get("casualties")),
        "legal": label.get("legal", []),
        "assertion": label.get("assertion", "asserted"),
    }


def pairs(label: Label, key: str, *names: str) -> list[dict[str, str]]:
    """A list of two-value entries under their names."""
    return [dict(zip(names, entry, strict=True)) for entry in label.get(key, [])]


def has_value(value: Any) -> bool:
    """Whether a field says anything."""
    if isinstance(value, dict):
        return any(has_value(v) for v in value.values())
    return value not in (None, [], "")


def cites(record: dict[str, Any], label: Label) -> list[Cite]:
    """Each field with a quote for it, as the label gives them or by rule."""
    written = [
        {"field": field, "quote": quote, **(more[0] if more else {})}
        for fields, quote, *more in label["cite"]
        for field in fields.split()
    ]
    named = {c["field"] for c in written}
    first = {"quote": written[0]["quote"]}
    first |= {k: v for k, v in written[0].items() if k == "occurrence"}
    for field in BY_FIRST_QUOTE:
        if field not in named and has_value(record[field]):
            written.append({"field": field, **first})
    for field, source, rule in (
        ("date_basis", "date", None),
        ("countries", "places", "place"),
    ):
        if field not in named and has_value(record[field]):
            derived = {"derived_from": rule} if rule else {}
            like = (c for c in written if c["field"] == source)
            written += [{**c, "field": field, **derived} for c in like]
    return written


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
    for cite, hit in found:
        if hit is None:
            yield f"{name}: {cite['field']}: not in the text: {cite['quote']!r}"
        if not has_value(record.get(cite["field"])):
            yield f"{name}: {cite['field']}: cited, and has no value"
    cited = {cite["field"] for cite in wanted}
    for field, value in list(record.items())[3:]:
        if has_value(value) and field not in cited:
            yield f"{name}: {field}: has a value, and is not cited"
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
