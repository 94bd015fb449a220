import json
from dataclasses import replace

from incidents.pipeline.records import (
    Citation,
    Derivation,
    GroupLink,
    Incident,
    Range,
    Suspects,
    Target,
    to_json,
)
from tests.pipeline.rows import from_row

TOLD = Incident(
    "d",
    "plot",
    date="2014-03",
    countries=("SE", "NO"),
    targets=(Target("a hall", "business"),),
    groups=(GroupLink("ETA", "claimed"),),
    suspects=Suspects(None, 3, ages=(19, 19), names=("Ida",)),
    killed=Range(3, None),
    citations=(
        Citation("date", 2, 3, 9, "x", (4, 5), Derivation("column", 1, 2)),
        Citation("killed", 1, 3, 9, "x"),
    ),
)


def test_a_record_is_read_as_it_was_written():
    row = json.loads(json.dumps(to_json(TOLD)))
    assert from_row({**row, "incident_id": "d/1", "confidence": 0.4}) == TOLD
    assert from_row(row).incident_id == TOLD.incident_id


def test_a_gold_record_says_less():
    (first, second) = to_json(TOLD)["citations"]
    del second["page"]
    cited = [{**first, "derived_from": "as I read it"}, second]
    row = {**to_json(TOLD), "citations": cited}
    del row["alternatives"]
    basis = replace(TOLD.citations[0], derived_from=Derivation("coder"))
    assert from_row(row) == replace(TOLD, citations=(basis, TOLD.citations[1]))
