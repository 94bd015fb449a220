import numpy as np
import pytest

from incidents.pipeline.benchmark.score_fields import score_entities, score_fields
from tests.pipeline.benchmark.published import documents, tool, values

FIELDS = ("date", "city", "country", "perpetrator", "killed", "injured")
GOLD = [
    {
        "doc_id": "a",
        "city": "Tarn",
        "killed": 3,
        "weapon": "Firearms",
        "stated": {"city": True},
    },
    {"doc_id": "b", "city": "Vasa", "killed": 0, "stated": {"killed": True}},
]


def test_fields_that_are_stated_and_all():
    answers = [{"doc_id": "a", "city": "tarn", "killed": 2, "weapon": "Firearms"}]
    assert values(score_fields(GOLD, answers)) == {
        "city": 1.0,
        "weapon": 1.0,
        "killed": 0.0,
        "city, stated or not": 0.6667,
        "killed, stated or not": 0.0,
    }


def test_fields_asked_for_without_an_answer():
    figures = score_fields(GOLD, [])
    assert [(f.measure, f.gold, f.answered) for f in figures] == [
        ("city", 1, 0),
        ("weapon", 1, 0),
        ("killed", 1, 0),
        ("city, stated or not", 2, 0),
        ("killed, stated or not", 2, 0),
    ]


@pytest.mark.parametrize("stated", [False, True])
def test_fields_score_as_published(shared, stated):
    module = tool(shared, "score_incident")
    gold = documents(shared, "incident_rand")[:1500]
    generator = np.random.default_rng(8)
    answers = []
    for row in gold[:1400]:
        other = gold[int(generator.integers(len(gold)))]
        mixed = {k: (row if generator.random() < 0.7 else other)[k] for k in row}
        answers.append({**mixed, "doc_id": row["doc_id"]})
    theirs = module.score(
        {r["doc_id"]: r for r in gold}, {r["doc_id"]: r for r in answers}, stated
    )
    ours = values(score_fields(gold, answers))
    suffix = "" if stated else ", stated or not"
    assert {f: ours[f + suffix] for f in FIELDS} == {
        f: round(theirs[f]["F1"], 4) for f in FIELDS
    }


def entities(*spans, kind="Weapon"):
    found = [{"start": s, "end": e, "type": kind} for s, e in spans]
    return [{"doc_id": "a", "entities": found}]


def test_entities():
    found = values(score_entities(entities((0, 4), (9, 14)), entities((0, 4), (8, 14))))
    assert found == {
        "Location, exact": 0.0,
        "Location, overlap": 0.0,
        "Organisation, exact": 0.0,
        "Organisation, overlap": 0.0,
        "Weapon, exact": 0.5,
        "Weapon, overlap": 1.0,
    }
