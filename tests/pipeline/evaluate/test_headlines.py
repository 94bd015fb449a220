import json

import numpy as np
import pytest

from incidents.pipeline.evaluate import evaluate
from incidents.pipeline.evaluate.detail import detail, detail_to_json
from incidents.pipeline.evaluate.headlines import headlines
from incidents.pipeline.evaluate.reliability import of_records, of_values, reliability
from incidents.pipeline.reconcile import reconcile
from tests.pipeline.invented import TEXT, perturb, random_records, record, toll


def sample(seed=3, documents=14):
    generator = np.random.default_rng(seed)
    gold = random_records(generator, documents)
    return gold, perturb(gold, generator, 0.3)


def test_every_headline_lies_in_its_interval():
    gold, found = sample()
    for number, candidate in enumerate(found):
        candidate |= {"confidence": number % 10 / 10, "confidences": {"date": 0.5}}
    told = headlines(evaluate(gold, found), {r["doc_id"]: TEXT for r in gold})
    names = [h.name for h in told]
    assert len(names) == len(set(names))
    assert {"incident recall", "slots F1, partial credit", "right passage"} <= {*names}
    assert {"calibration error of records", "calibration error of values"} <= {*names}
    for h in told:
        assert 0 <= h.low <= h.value <= h.high <= 1, h


def test_headlines_agree_with_the_figures():
    gold, found = sample()
    evaluation = evaluate(gold, found)
    told = {h.name: h for h in headlines(evaluation)}
    for measure, figure in evaluation.figures.items():
        assert told[f"{measure} F1"].value == pytest.approx(figure.f1)
        interval = told[f"{measure} F1"].low, told[f"{measure} F1"].high
        assert interval == pytest.approx(evaluation.intervals[measure])
    assert told["incident precision"].value == evaluation.figures["incident"].precision
    assert told["slots recall"].value == evaluation.figures["slots"].recall
    assert told["cited"].value == pytest.approx(evaluation.cited.value)
    assert told["merging B-cubed F1"].value == pytest.approx(evaluation.merging)
    exact, partial = (
        told[f"slots F1, {of}"].value for of in ("exact", "partial credit")
    )
    assert exact < partial


def test_one_document_has_no_intervals_and_nothing_has_no_value():
    gold = [record("a", date="2021")]
    assert {h.low for h in headlines(evaluate(gold, gold))} == {None}
    nothing = headlines(evaluate([], []))
    assert {h.value for h in nothing} == {None}


def test_confidence_is_set_against_what_was_right():
    gold = [record("a", 1, date="2021-03-04", places=["Vasa"], killed=toll(1, 1))]
    right = {
        **gold[0],
        "confidence": 0.9,
        "confidences": {"killed": 0.8, "places": 0.7},
    }
    wrong = record("a", 2, date="1990", confidence=0.2, confidences={"date": 0.4})
    silent = record("a", 3, date="1980", confidence="high", confidences=[1])
    matches = reconcile(gold, [{**right, "killed": toll(2, 2)}, wrong, silent])
    assert list(of_records(matches)) == [(0.9, 1.0), (0.2, 0.0)]
    assert list(of_values(matches)) == [(0.7, 1.0), (0.8, 0.0), (0.4, 0.0)]
    sure = reliability(of_records(matches))
    assert sure.ece == pytest.approx((0.1 + 0.2) / 2)
    assert sure.brier == pytest.approx((0.01 + 0.04) / 2)
    assert reliability([]) is None


def test_detail_is_json_and_the_same_each_time():
    gold, found = sample()
    told = [json.dumps(detail_to_json(detail(evaluate(gold, found)))) for _ in range(2)]
    assert told[0] == told[1]
    assert json.loads(told[0])["places"]["measured"] == 0
