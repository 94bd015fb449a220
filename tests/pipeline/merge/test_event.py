import pytest

from incidents.pipeline.merge.event import event
from tests.pipeline.merge.made import quay, sources


def told(*records, **published):
    return event(list(records), sources(*records, **published))


def toll(low, high=None):
    return {"min": low, "max": high}


def test_an_event_of_one_report():
    one = told(quay("a"))
    assert one["event_key"] == "a/1"
    assert one["incident_ids"] == ["a/1"]
    assert (one["reports"], one["origins"]) == (1, 1)
    assert one["disagree"] == one["copies"] == one["joined"] == []
    assert one["fields"]["date"]["rule"] == "the only value"


def test_every_toll_stands_with_who_said_it():
    records = [
        quay("a", killed=toll(14, 14)),
        quay("b", killed=toll(11, 11)),
        quay("c", killed=toll(14, 14)),
        quay("d", killed=toll(13)),
    ]
    one = told(*records, a="2021-03-04", b="2021-03-05", c="2021-03-04")
    killed = one["fields"]["killed"]
    assert {v["value"]["min"]: len(v["claims"]) for v in killed["values"]} == {
        14: 2,
        11: 1,
        13: 1,
    }
    (claim,) = killed["values"][1]["claims"]
    assert claim["doc_id"] == "b"
    assert claim["publisher"] == "The b Post"
    assert claim["published"] == "2021-03-05"
    assert [c["field"] for c in claim["citations"]] == ["killed"]
    assert one["disagree"] == ["killed"]
    # a toll is taken from the latest report
    assert killed["rule"] == "latest report"
    assert one["tolls"]["killed"] == {"low": 11, "best": 11, "high": 14}


def test_a_figure_that_may_be_the_same_contradicts_nothing():
    one = told(quay("a"), quay("b", killed=toll(12)))
    assert one["disagree"] == []
    assert len(one["fields"]["killed"]["values"]) == 2


def test_a_wrong_year_stands_beside_the_others_and_is_marked():
    records = [quay("a"), quay("b"), quay("c", date="2020-03-04")]
    one = told(*records, c="2023-01-01")
    date = one["fields"]["date"]
    assert (date["best"], date["rule"]) == ("2021-03-04", "most independent origins")
    assert [v.get("contradicts", False) for v in date["values"]] == [False, True]
    assert "date" in one["disagree"]


def test_a_month_is_told_more_exactly_by_another():
    one = told(quay("a", date="2021-03"), quay("b", date="2021-03"), quay("c"))
    date = one["fields"]["date"]
    assert date["best"] == "2021-03-04"
    assert date["rule"] == "most independent origins, told more exactly"
    assert one["disagree"] == []


@pytest.mark.parametrize(
    ("field", "plain", "other"),
    [("outcome", "failed", "completed"), ("date_basis", "foiled", "attack")],
)
def test_what_is_said_outright_goes_before_hearsay(field, plain, other):
    hearsay = quay("a", assertion="alleged", **{field: other})
    one = told(hearsay, quay("b", **{field: plain}))
    assert one["fields"][field]["best"] == plain
    assert one["fields"][field]["rule"] == "said outright before hearsay"


def test_an_admission_of_ignorance_is_no_other_word():
    one = told(quay("a", outcome="unknown"), quay("b", outcome="failed"))
    assert one["fields"]["outcome"]["best"] == "failed"
    assert one["disagree"] == []


def test_other_readings_of_a_report_are_claims_too():
    quote = {"start": 0, "end": 4, "quote": "nine", "page": 1}
    other = {"field": "killed", "value": "9..", "citation": quote}
    one = told(quay("a", alternatives=[other]))
    values = one["fields"]["killed"]["values"]
    (claim,) = (c for v in values for c in v["claims"] if c.get("alternative"))
    assert (claim["value"], claim["citations"]) == (toll(9), [quote])
    assert one["tolls"]["killed"]["low"] == 9
    assert one["fields"]["killed"]["best"] == toll(14, 14)


def test_lists_keep_all_that_is_told_each_agreeing_once():
    one = told(quay("a", places=["Vaasa"]), quay("b", places=["VAASA", "Palosaari"]))
    assert one["fields"]["places"]["best"] == ["Vaasa", "Palosaari"]
    assert one["fields"]["places"]["disagree"] is False
