import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from pipeline import records
from pipeline.document import read_report
from pipeline.schema import record_schema

ROOT = Path(__file__).parents[2]


def test_the_published_schema_is_the_codes():
    """To write it anew: ``incidents gold schema > corpus/record.schema.json``."""
    published = ROOT / "corpus" / "record.schema.json"
    assert json.loads(published.read_text(encoding="utf-8")) == record_schema()


def test_it_is_a_schema():
    Draft202012Validator.check_schema(record_schema())


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
