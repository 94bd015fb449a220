"""What is told later of an event joins it; what happens there anew does not.

With the weights that ship, on made-up records.
"""

from datetime import date

import pytest

from incidents.pipeline.merge.join import join
from incidents.pipeline.merge.weights import learned
from tests.pipeline.merge.made import marks, quay

FIRST = marks(quay("first"), date(2021, 3, 5))


def events(other, published):
    return len(join([FIRST, marks(other, published)], learned()).events)


@pytest.mark.parametrize(
    ("told", "published"),
    [
        pytest.param(
            {"killed": {"min": 16, "max": 16}}, date(2021, 3, 7), id="a rising toll"
        ),
        pytest.param(
            {"legal": ["convicted"], "date": "2021-03"}, date(2022, 5, 1), id="a trial"
        ),
        pytest.param(
            {"legal": ["released"], "killed": None, "weapons": []},
            date(2030, 1, 9),
            id="a release",
        ),
    ],
)
def test_follow_ups_join_their_event(told, published):
    assert events(quay("later", **told), published) == 1


@pytest.mark.parametrize(
    ("told", "published"),
    [
        pytest.param({"date": "2021-03-09"}, date(2021, 3, 9), id="five days later"),
        pytest.param({"date": "2022-03-05"}, date(2022, 3, 6), id="a year later"),
        pytest.param(
            {
                "date": "2021-03-05",
                "killed": {"min": 2, "max": 2},
                "targets": [{"text": "a bank", "category": "business"}],
                "weapons": [{"text": "shot", "category": "firearms"}],
                "attack_types": ["armed_assault"],
                "citations": [],
            },
            date(2021, 3, 6),
            id="the next day, elsewhere in town",
        ),
    ],
)
def test_a_new_attack_does_not(told, published):
    assert events(quay("later", **told), published) == 2
