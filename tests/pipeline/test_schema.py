import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from incidents.pipeline import records
from incidents.pipeline.document import read_report
from incidents.pipeline.merge.event import event
from incidents.pipeline.schema import event_schema, record_schema
from tests.pipeline.merge import made

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("name", "schema"), [("record", record_schema), ("event", event_schema)]
)
def test_the_published_schema_is_the_codes(name, schema):
    """To write one anew: ``incidents gold schema event > corpus/event.schema.json``."""
    published = ROOT / "corpus" / f"{name}.schema.json"
    assert json.loads(published.read_text(encoding="utf-8")) == schema()


@pytest.mark.parametrize("schema", [record_schema, event_schema])
def test_it_is_a_schema(schema):
    Draft202012Validator.check_schema(schema())


def faults(row):
    return list(Draft202012Validator(event_schema()).iter_errors(row))


def made_event():
    one = made.quay("one", killed={"min": 14, "max": None}, suspects={"ages": [31]})
    two = made.quay("two", date="2021-03-05", assertion="alleged")
    cited = {k: v for k, v in one["citations"][0].items() if k != "field"}
    other = {"field": "killed", "value": "20..", "citation": cited}
    return event([one | {"alternatives": [other]}, two], made.sources(one, two))


def test_what_the_merge_writes_is_of_the_schema():
    row = json.loads(json.dumps(made_event()))
    assert faults(row) == []
    assert row["disagree"] == ["date", "assertion"]


@pytest.mark.parametrize(
    "change",
    [
        {"more": 1},
        {"incident_ids": []},
        {"tolls": {"killed": 14}},
        {"disagree": ["colour"]},
        {"fields": {"killed": {"best": 14, "rule": "", "disagree": True}}},
    ],
)
def test_what_is_no_event_is_refused(change):
    assert faults({**made_event(), **change})


def test_no_claim_stands_without_its_document():
    row = made_event()
    del row["fields"]["killed"]["values"][0]["claims"][0]["doc_id"]
    assert faults(row)


def test_terms_are_the_codebooks():
    fields = record_schema()["properties"]
    assert fields["incident_type"] == {"enum": list(records.INCIDENT_TYPES)}
    category = fields["targets"]["items"]["properties"]["category"]
    assert category == {"enum": list(records.TARGET_CATEGORIES)}


def test_gold_is_of_the_schema():
    validator = Draft202012Validator(record_schema())
    gold = (ROOT / "corpus" / "gold" / "gold.jsonl").read_text(encoding="utf-8")
    for line in gold.splitlines():
        assert list(validator.iter_errors(json.loads(line))) == []


@pytest.mark.model
def test_what_the_pipeline_writes_is_of_the_schema(trained):
    text = (ROOT / "corpus" / "reports" / "troubles-bombs.md").read_text("utf-8")
    report = records.Report("a", "a.md", "", "text/markdown", text)
    validator = Draft202012Validator(record_schema())
    found = read_report(report, trained).records
    assert found
    for record in found:
        assert list(validator.iter_errors(record)) == []
