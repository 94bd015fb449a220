import pytest

from incidents.pipeline.merge.bars import bar
from tests.pipeline.merge.made import marks, quay


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({}, id="the same"),
        pytest.param({"date": "2021-03-06"}, id="two days off"),
        pytest.param({"date": "2021-03"}, id="the month alone"),
        pytest.param({"date": "2020-03-04"}, id="a slip in the year"),
        pytest.param({"date": None}, id="no day"),
        pytest.param({"places": ["Mustasaari"]}, id="the next town"),
        pytest.param({"places": ["Ostrobothnia"]}, id="the region it lies in"),
        pytest.param({"places": ["Nowhere at all"]}, id="a place in no table"),
        pytest.param({"countries": ["FI", "SE"]}, id="a country more"),
        pytest.param({"countries": []}, id="no country"),
        pytest.param({"killed": {"min": 90, "max": 90}}, id="another toll"),
    ],
)
def test_what_may_be_one_event_is_not_barred(other):
    a, b = marks(quay("a")), marks(quay("b", **other))
    assert bar(a, b) is bar(b, a) is None


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"date": "2021-03-09"}, "5 days apart"),
        ({"date": "2021-05"}, "58 days apart"),
        ({"date": "2020-03-05"}, "364 days apart"),
        ({"countries": ["SE"], "places": []}, "other countries"),
        ({"places": ["Helsinki"]}, "326 km apart"),
        ({"places": ["Helsinki", "Finland"]}, "326 km apart"),
    ],
)
def test_days_and_places_that_cannot_both_be_true(other, why):
    assert bar(marks(quay("a")), marks(quay("b", **other))) == why


def test_one_document_tells_two_records_apart():
    a, b = marks(quay("a", 1)), marks(quay("a", 2))
    assert bar(a, b) == "one document tells them apart"


def test_arrests_are_dated_by_more_than_one_step():
    told = {"incident_type": "arrest", "date_basis": "arrest"}
    a = marks(quay("a", **told, date="2021-03"))
    assert bar(a, marks(quay("b", **told, date="2023-03"))) is None


def test_a_plot_foiled_and_planned_has_two_days():
    plot = {"incident_type": "plot", "date": "2021-03"}
    a = marks(quay("a", **plot, date_basis="foiled"))
    b = marks(quay("b", **{**plot, "date": "2022"}, date_basis="planned"))
    assert bar(a, b) is None
    assert bar(a, marks(quay("b", **{**plot, "date": "2022"}, date_basis="foiled")))


def test_a_region_that_both_lie_in_makes_no_two_towns_one():
    a = marks(quay("a", places=["Tacoma", "Washington"], countries=["US"]))
    b = marks(quay("b", places=["Spokane", "Washington"], countries=["US"]))
    assert bar(a, b) == "378 km apart"
