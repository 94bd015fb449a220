from itertools import permutations

import numpy as np
import pandas as pd
import pytest

from incidents.pipeline.reconcile import SAME_AT, Judgement, reconcile, rows
from incidents.pipeline.reconcile.score import (
    code,
    date_agreement,
    hits,
    overlap,
    similarity,
)
from tests.pipeline.invented import perturb, random_record, random_records, record, toll


def market(number, **fields):
    return record(
        "a",
        number,
        incident_type="attack",
        targets=[{"text": "fish market", "category": "private_citizens"}],
        **fields,
    )


def judged(matches):
    return [
        (
            m.judgement.value,
            (m.gold or {}).get("incident_id"),
            (m.candidate or {}).get("incident_id"),
        )
        for m in matches
    ]


def test_the_best_pairs_overall_not_the_first_come():
    gold = [market(1, date="2021-03-04"), market(2, date="2021-03-09")]
    candidates = [market(7, date="2021-03-09"), market(8, date="2021-03")]
    assert judged(reconcile(gold, candidates)) == [
        ("same", "a/01", "a/08"),
        ("same", "a/02", "a/07"),
    ]


def test_no_pair_across_documents():
    gold = record("a", date="2021-03-04", places=["Vasa"])
    assert judged(reconcile([gold], [{**gold, "doc_id": "b"}])) == [
        ("missing", "a/01", None),
        ("spurious", None, "a/01"),
    ]


def test_an_unsure_pair_stands_beside_what_is_missing_and_spurious():
    gold = record("a", 1, incident_type="attack", date="2021-03-04")
    candidate = record("a", 2, incident_type="arrest", date="2021-03-04")
    matches = reconcile([gold], [candidate])
    assert judged(matches) == [
        ("missing", "a/01", None),
        ("spurious", None, "a/02"),
        ("unsure", "a/01", "a/02"),
    ]
    assert [m.score for m in matches] == [3, 3, 3]
    assert matches[0].reasons == (
        "the nearest unpaired candidate of this document scores 3.00",
    )
    assert matches[2].reasons == ("same day 2021-03-04", "attack against arrest")


def test_a_paired_candidate_is_no_unsure_one_for_another():
    gold = [market(1, date="2021-03-04"), market(2, date="2021-03-09")]
    matches = reconcile(gold, [market(7, date="2021-03-04")])
    assert judged(matches) == [("same", "a/01", "a/07"), ("missing", "a/02", None)]
    assert matches[1].score == 0


def test_a_record_that_nothing_is_like():
    (match,) = reconcile([], [record("a", date="2021")])
    assert match.reasons == ("no unpaired gold record of this document is like it",)


def test_reasons_are_words():
    gold = market(
        1,
        date="2021-03-04",
        places=["Old Vasa"],
        countries=["SE"],
        killed=toll(12, 12),
        injured=toll(40, None),
        suspects={"count_min": 1, "count_max": 2, "names": ["Ida Holm"]},
    )
    candidate = market(
        2,
        date="2021-03",
        places=["Vasa"],
        countries=["NO"],
        killed=toll(13, 13),
        injured=toll(40, None),
        suspects={"count_min": None, "count_max": 2, "names": ["Holm"]},
    )
    (match,) = reconcile([gold], [candidate])
    assert match.reasons == (
        "dates that include each other, 2021-03-04 and 2021-03",
        "country SE against NO",
        "like place Old Vasa against Vasa",
        "same target fish market",
        "same kind of target private_citizens",
        "suspects 1 to 2 against 2 or fewer",
        "killed 12 against 13",
        "injured 40 or more in both",
        "1 suspect of the same name",
    )


@pytest.mark.parametrize(
    ("gold", "candidate", "said"),
    [
        ("2021-03-04", "2021-03-09", "same month, 2021-03-04 against 2021-03-09"),
        ("2021-03-04", "2021-05", "same year, 2021-03-04 against 2021-05"),
        ("2021", "2020", "date 2021 against 2020"),
        ("2021-03", "2021-03~", "same date 2021-03"),
        ("2021", None, "only the gold record has a date, 2021"),
        (None, "2021", "only the candidate has a date, 2021"),
    ],
)
def test_reason_of_a_date(gold, candidate, said):
    match = reconcile([market(1, date=gold)], [market(2, date=candidate)])[-1]
    assert match.reasons[0] == said


@pytest.mark.parametrize(
    ("a", "b", "agreement"),
    [
        ("2021-03-04", "2021-03-04", 1),
        ("2021-03-04~", "2021-03-04", 1),
        ("2021-03-03/2021-03-04", "2021-03-04", 1),
        ("2021-03-04", "2021-03", 0.75),
        ("2021-03-03/2021-03-04", "2021-03-09", 0.75),
        ("2021-03-04", "2021-03-09", 0.5),
        ("2021-03-04", "2021", 0.4),
        ("2021-03", "2021-04", 0.4),
        ("2021", "2020", 0),
        ("2021", None, 0),
        ("", "", 0),
    ],
)
def test_date_agreement(a, b, agreement):
    assert date_agreement(a, b) == agreement
    assert date_agreement(b, a) == agreement


@pytest.mark.parametrize(
    ("a", "b", "share"),
    [
        ("the town hall of Vasa", "Vasa town hall", 1),
        ("Vasa", "Old Vasa", 2 / 3),
        ("Vasa", "Tarn", 0),
        ("of the", "Of The ", 1),
        ("of the", "Vasa", 0),
    ],
)
def test_overlap(a, b, share):
    assert overlap(a, b) == share


def test_each_name_is_used_once():
    assert hits("places", ["Vasa", "Tarn"], ["Vasa", "Vasa"]) == 1
    assert hits("ages", [20, 20, 19], [20, 20, 20]) == 2


def test_every_record_stands_in_one_match_that_counts():
    generator = np.random.default_rng(11)
    gold = random_records(generator, 8)
    candidates = perturb(gold, generator, 0.4)
    matches = [m for m in reconcile(gold, candidates) if m.judgement.value != "unsure"]
    assert sorted(id(m.gold) for m in matches if m.gold) == sorted(map(id, gold))
    assert sorted(id(m.candidate) for m in matches if m.candidate) == sorted(
        map(id, candidates)
    )


@pytest.mark.parametrize("seed", range(20))
def test_no_other_pairing_is_more_alike_in_all(seed):
    generator = np.random.default_rng(seed)
    gold, candidates = (
        [random_record(generator, "a", n) for n in range(5)] for _ in range(2)
    )
    scores = np.array(
        [[similarity(code(g), code(c)) for c in candidates] for g in gold]
    )
    scores[scores < SAME_AT] = 0
    best = max(scores[range(5), list(p)].sum() for p in permutations(range(5)))
    same = [m for m in reconcile(gold, candidates) if m.judgement is Judgement.SAME]
    assert sum(m.score for m in same) == pytest.approx(best)


def test_each_pair_of_a_document_is_compared_once(monkeypatch):
    """Every mapping tried would be 15! of them."""
    compared = []

    def counted(gold, candidate):
        compared.append((id(gold), id(candidate)))
        return similarity(gold, candidate)

    monkeypatch.setattr("incidents.pipeline.reconcile.similarity", counted)
    generator = np.random.default_rng(1)
    gold = [random_record(generator, "a", n) for n in range(14)]
    candidates = [random_record(generator, "a", n) for n in range(15)]
    reconcile(gold, candidates)
    assert len(compared) == len(set(compared)) == 14 * 15


def test_rows_are_a_table():
    gold = market(1, date="2021-03-04", killed=toll(12, 12), places=["Vasa"])
    candidate = market(2, date="2021-03-04", killed=toll(13, None))
    matches = reconcile([gold, record("b")], [candidate])
    assert rows(matches) == [
        {
            "doc_id": "a",
            "judgement": "same",
            "score": 6.0,
            "gold": "a/01",
            "candidate": "a/02",
            "agrees": "incident_type; date; targets; target_categories",
            "differs": "places: gold Vasa, candidate nothing; "
            "killed: gold 12, candidate 13 or more",
            "reasons": "same day 2021-03-04; same target fish market; "
            "same kind of target private_citizens; killed 12 against 13 or more",
        },
        {
            "doc_id": "b",
            "judgement": "missing",
            "score": 0.0,
            "gold": "b/01",
            "candidate": "",
            "agrees": "",
            "differs": "",
            "reasons": "no unpaired candidate of this document is like it",
        },
    ]
    assert pd.DataFrame(rows(matches)).shape == (2, 8)
