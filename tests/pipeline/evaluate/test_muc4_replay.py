"""Two systems on 200 documents of MUC-4, 3 points apart, are not to be told apart.

The systems' own outputs are not published; these stand-ins are the answer keys with
values left out, changed and made up at random.
"""

import json

import numpy as np
import pytest

from incidents.pipeline.evaluate import evaluate
from incidents.pipeline.evaluate.baseline import baseline_of
from incidents.pipeline.evaluate.gate import compare

#: How often a value is lost: the F1 is then that of the systems of 1992.
RATE = 0.43


@pytest.fixture(scope="module")
def gold(shared):
    path = shared / "muc4" / "dev.jsonl"
    if not path.is_file():
        pytest.skip(f"no answer keys at {path}")
    documents = [json.loads(line) for line in path.read_text().splitlines()]
    assert len(documents) == 200
    return [
        record(document["doc_id"], number, template)
        for document in documents
        for number, template in enumerate(document["templates"], 1)
    ]


def record(doc_id, number, template):
    days = [day["start"] for day in template["date_alts"] if day.get("start")]
    places = [p["name"] for at in template["location_alts"] for p in at["places"]]
    return {
        "doc_id": doc_id,
        "incident_id": f"{doc_id}/{number:02}",
        "incident_type": "attack",
        "attack_types": [template["incident_type"].lower()],
        "date": days[0] if days else None,
        "places": places,
        "targets": [
            {"text": name, "category": "other"}
            for role in ("target", "victim")
            for name in names(template, role)
        ],
        "groups": [{"name": n, "link": "alleged"} for n in names(template, "perp_org")],
        "suspects": {"names": names(template, "perp_ind")},
    }


def names(template, role):
    return [entity["mentions"][0] for entity in template[role] if entity["mentions"]]


def system(gold, rate, seed):
    """A system that goes wrong on each value by chance, and misses documents whole."""
    generator = np.random.default_rng(seed)
    hard = {r["doc_id"]: generator.uniform(0.4, 1.6) for r in gold}
    found = []
    for told in gold:
        lose = rate * hard[told["doc_id"]]
        if generator.random() < lose / 2:
            continue
        found.append({k: wrong(k, v, lose, generator) for k, v in told.items()})
    return found


def wrong(field, value, rate, generator):
    if field in ("doc_id", "incident_id", "incident_type"):
        return value
    if isinstance(value, list):
        return [v for v in value if generator.random() > rate]
    if isinstance(value, dict):
        return {k: wrong(k, v, rate, generator) for k, v in value.items()}
    return value if generator.random() > rate / 2 else None


def lost(verdict):
    return [change.measure for change in verdict.changes if change.lost]


def test_three_points_between_two_systems_are_not_separable(gold):
    one = evaluate(gold, system(gold, RATE, 0))
    baseline = baseline_of(one)
    apart = []
    for seed in range(1, 13):
        other = evaluate(gold, system(gold, RATE, seed))
        fall = one.figures["slots"].f1 - other.figures["slots"].f1
        if 0.02 < fall < 0.04:
            apart.append(fall)
            verdict = compare(baseline, other)
            assert verdict.unit == "document"
            assert lost(verdict) == []
            slots = next(c for c in verdict.changes if c.measure == "slots")
            assert slots.p > 0.05
            assert slots.low < 0 < slots.high
    assert len(apart) >= 2


def test_ten_points_between_two_systems_are(gold):
    better, worse = (evaluate(gold, system(gold, r, 0)) for r in (RATE, RATE + 0.2))
    assert "slots" in lost(compare(baseline_of(better), worse))
