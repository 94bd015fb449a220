from collections import Counter
from itertools import permutations

import numpy as np
import pytest

from incidents.pipeline.evaluate.edits import FAULTS, by_slot, counts, edits
from incidents.pipeline.reconcile import Judgement, reconcile
from tests.pipeline.invented import perturb, random_records, record, toll

GOLD = record(
    "a",
    1,
    date="2021-03-04",
    places=["Vasa"],
    countries=["SE"],
    killed=toll(5, 5),
    injured=toll(9, 9),
    targets=[{"text": "the town hall", "category": "government"}],
)


def script(gold, candidates):
    return [
        (e.operation, e.slot, e.before, e.after)
        for e in edits(reconcile(gold, candidates))
    ]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"killed": toll(6, 6)}, [("fix", "killed", "6", "5")]),
        ({"killed": None}, [("add", "killed", "", "5")]),
        ({"legal": ["arrested"]}, [("drop", "legal", "arrested", "")]),
        (
            {"killed": None, "injured": toll(5, 5)},
            [("move", "killed", "injured", "5"), ("add", "injured", "", "9")],
        ),
        (
            {"killed": toll(9, 9), "injured": toll(5, 5)},
            [("move", "injured", "killed", "9"), ("move", "killed", "injured", "5")],
        ),
        (
            {"places": ["Vasa", "town hall"], "targets": []},
            [
                ("move", "targets", "places", "the town hall"),
                ("add", "target_categories", "", "government"),
            ],
        ),
    ],
)
def test_values(changed, expected):
    assert sorted(script([GOLD], [{**GOLD, **changed}])) == sorted(expected)


def test_records_added_and_dropped():
    other = record("a", 2, date="1999", places=["Tarn"])
    assert script([GOLD], []) == [("add", "", "", "")]
    assert edits(reconcile([GOLD], []))[0].values == 7
    assert script([], [GOLD]) == [("drop", "", "", "")]
    assert [e[0] for e in script([GOLD], [other])] == ["add", "drop"]


def test_one_incident_told_in_two_records_is_to_be_merged():
    twice = record("a", 8, date="2021-03-04", places=["Vasa"])
    (edit,) = edits(reconcile([GOLD], [GOLD, twice]))
    assert (edit.operation, edit.candidate, edit.after) == ("merge", "a/08", "a/01")
    assert edit.fault == "split record"


def test_two_incidents_told_in_one_record_are_to_be_split():
    second = {**GOLD, "incident_id": "a/02", "killed": toll(7, 7)}
    script = edits(reconcile([GOLD, second], [GOLD]))
    assert [(e.operation, e.gold, e.slot) for e in script] == [
        ("split", "a/02", ""),
        ("fix", "a/02", "killed"),
    ]
    assert counts(script)["faults"]["merged records"] == 1


def test_counts_name_every_fault():
    found = edits(reconcile([GOLD], [{**GOLD, "killed": None}]))
    told = counts(found)
    assert told["edits"] == {"add value": 1}
    assert tuple(told["faults"]) == FAULTS
    assert by_slot(found) == {"killed": {"missing value": 1}}


def test_no_script_of_figures_is_shorter():
    """Against every way to put three figures where they belong."""
    slots = ("killed", "injured", "casualties")
    generator = np.random.default_rng(2)
    for _ in range(40):
        values = [int(v) for v in generator.integers(0, 4, 4)]
        found = {
            s: toll(v, v) if v else None for s, v in zip(slots, values, strict=False)
        }
        told = {**GOLD, "killed": toll(1, 1), "injured": toll(2, 2)}
        candidate = {**told, **{s: found[s] for s in slots[:2]}}
        assert len(script([told], [candidate])) == least(values[:2], [1, 2])


def least(read, told):
    """Edits of two slots by trying each pairing of values with slots."""
    ways = []
    for order in permutations(range(2)):
        cost = 0
        for at, to in enumerate(order):
            if not read[at]:
                cost += 1
            elif at == to:
                cost += read[at] != told[to]
            else:
                cost += 1 if read[at] == told[to] else 2
        ways.append(cost)
    return min(ways)


def test_edits_of_records_found_account_for_every_value_amiss():
    generator = np.random.default_rng(4)
    gold = random_records(generator, 8)
    matches = reconcile(gold, perturb(gold, generator, 0.4))
    same = [m for m in matches if m.judgement is Judgement.SAME]
    counted = Counter(e.operation for e in edits(same))
    agreements = [a for m in same for a in m.agreements]
    lacking = sum(len(a.gold) - a.hits for a in agreements)
    amiss = sum(len(a.candidate) - a.hits for a in agreements)
    assert counted["add"] + counted["fix"] + counted["move"] == lacking > 0
    assert counted["drop"] + counted["fix"] + counted["move"] == amiss > 0
