import json

import pytest

from incidents.pipeline.benchmark import geo

pytestmark = pytest.mark.model

LIMA = {"lat": -12.0432, "lon": -77.0282}
SPAIN = {"lat": 40.0, "lon": -4.0}


@pytest.fixture
def write(tmp_path):
    def _write(**report):
        path = tmp_path / "docs.jsonl"
        path.write_text(json.dumps(report) + "\n", encoding="utf-8")
        return path

    return _write


def test_places_are_found_and_adjectives_stand_for_countries(write):
    path = write(doc_id="x-1", text="A Spanish judge lives in Lima.")
    assert list(geo.predictions(path)) == [
        {
            "doc_id": "x-1",
            "toponyms": [
                {"start": 2, "end": 9, "text": "Spanish", **SPAIN},
                {"start": 25, "end": 29, "text": "Lima", **LIMA},
            ],
        }
    ]


def test_a_set_without_adjectives_gets_none(write):
    path = write(doc_id="geovirus-1", text="A Spanish judge lives in Lima.")
    (answer,) = geo.predictions(path)
    assert [t["text"] for t in answer["toponyms"]] == ["Lima"]


def test_given_spans_are_resolved_and_no_others(write):
    spans = [{"start": 25, "end": 29}, {"start": 2, "end": 9}]
    path = write(
        doc_id="x", text="A Spanish judge lives in Lima, Peru.", toponyms=spans
    )
    (answer,) = geo.predictions(path, given_spans=True)
    assert answer["toponyms"] == [
        {"start": 2, "end": 9, "text": "Spanish", **SPAIN},
        {"start": 25, "end": 29, "text": "Lima", **LIMA},
    ]


def test_without_answers_given_spans_are_looked_for(write):
    path = write(doc_id="x", text="The judge lives in Lima.")
    (answer,) = geo.predictions(path, given_spans=True)
    assert [t["start"] for t in answer["toponyms"]] == [19]
