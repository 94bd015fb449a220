import pytest

from incidents.pipeline.review.lacks import lacks
from incidents.pipeline.review.values import build, read_values
from tests.pipeline.review.runs import quetta


def made(**values):
    row = quetta(**values)
    return build(row, read_values(row))


def test_a_whole_record_lacks_nothing():
    assert list(lacks(made())) == []


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"assertion": None}, "Assertion: every record has one"),
        ({"date_basis": None}, "Date basis: stands with a date, and not without one"),
        ({"outcome": "foiled"}, "Outcome: 'foiled' is none of an incident of type"),
        ({"weapons": [{"text": "x", "category": "other"}]}, "is not cited"),
    ],
)
def test_what_is_missing_or_at_odds_is_said(values, said):
    assert any(said in lack for lack in lacks(made(**values)))
