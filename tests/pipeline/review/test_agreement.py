import re

import pytest

from incidents.pipeline.review.agreement import (
    disputed,
    figures,
    kappa,
    pairs,
    reviewers,
)
from incidents.pipeline.review.decisions import FINAL, blind
from incidents.pipeline.review.forms import save
from incidents.pipeline.review.settle import adopt, take
from tests.pipeline.review.conftest import Browser
from tests.pipeline.review.test_fold import Reviewer


@pytest.fixture
def anna(desk):
    return Reviewer(desk, "anna", blind("anna"))


@pytest.fixture
def ben(desk):
    return Reviewer(desk, "ben", blind("ben"))


def code(anna, ben):
    """Both code both records; they differ on the toll of the first."""
    anna.decide("accept_record")
    ben.decide("fix", field="killed", min="11", max="", reading="one died later")
    ben.decide("accept_record")
    anna.decide("accept_record", "story/two")
    ben.decide("accept_record", "story/two")


def test_neither_sees_the_other_s_decisions(desk, anna, ben):
    anna.decide("reject", field="date")
    assert ben.value("story/one", "date").status == "open"
    theirs, own = (Browser(desk, name, blind=True) for name in ("ben", "anna"))
    for address in ("/?id=story/one", "/progress", "/stale", "/exports/reviewed.csv"):
        assert not re.search(r"\banna\b", theirs.get(address).text)
    assert "rejected · anna" in own.get("/?id=story/one").text
    assert theirs.get("/agreement").status_code == 403
    assert theirs.post("/settle", kind="agreed").status_code == 403
    assert "reviewers disagree" not in theirs.get("/").text
    assert theirs.get("/", disagree="reviewers").text.count('class="row ') == 0


def test_agreement_is_counted_by_field(desk, anna, ben):
    code(anna, ben)
    found = figures(pairs(desk, "anna", "ben"))
    assert [(f.field, f.same, f.both) for f in found] == [
        ("record", 2, 2),
        ("incident_type", 2, 2),
        ("date", 2, 2),
        ("date_basis", 2, 2),
        ("places", 2, 2),
        ("targets", 2, 2),
        ("killed", 0, 1),
        ("assertion", 2, 2),
    ]
    assert reviewers(desk) == ["anna", "ben"]
    assert disputed(desk) == {"story/one"}


def test_a_record_that_one_has_not_finished_is_not_compared(desk, anna, ben):
    anna.decide("accept_record")
    ben.decide("accept", field="date")
    assert pairs(desk, "anna", "ben") == []


def test_no_incident_and_split_are_disagreement_on_the_record(desk, anna, ben):
    anna.decide("no_incident")
    ben.decide("accept_record")
    anna.decide("accept_record", "story/two")
    ben.decide("accept_record", "story/two")
    ben.decide(
        "split", "story/two", **{f"to.{ben.value('story/two', 'places').id}": "go"}
    )
    assert disputed(desk) == {"story/one", "story/two"}
    found = pairs(desk, "anna", "ben")
    assert [(p.parts, p.agrees_on_record) for p in found] == [
        ((1, 1), False),
        ((1, 2), False),
    ]
    (figure,) = [f for f in figures(pairs(desk, "anna", "ben")) if f.field == "record"]
    assert (figure.same, figure.both) == (0, 2)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "a"), ("b", "b"), ("a", "b"), ("b", "a")], 0.0),
        ([("a", "b"), ("b", "a")], -1.0),
        ([("a", "a"), ("a", "a")], None),
    ],
)
def test_kappa(said, expected):
    assert kappa(said) == expected


def test_what_one_coded_is_taken_over_whole(desk, anna, ben):
    killed = ben.value("story/one", "killed")
    made = ben.decide("split", **{f"to.{killed.id}": "both"})
    added = ben.decide(
        "add", f"#{made.id}", field="places", value="Lahore", quote="Lahore"
    )
    part = ben.record(f"#{made.id}")
    id = next(v.id for v in part.values if v.value == "Lahore")
    assert id == f"#{added.id}"
    seen = desk.folded(ben.layer, "story").seq
    form = {"doc": "story", "record": part.id, "seen": str(seen), "value_id": id}
    save(desk, "ben", ben.layer, {**form, "kind": "reject"})
    assert adopt(desk, "carla", "story/one", "ben", 0) == 3
    final = desk.folded(FINAL, "story").records
    assert len(final) == 3
    (new,) = [s for key, s in final.items() if key.startswith("#")]
    assert [(v.value, v.status) for v in new.values if v.field == "places"] == [
        ("Lahore", "rejected")
    ]
    assert {d.reviewer for d in new.decisions} == {"carla"}


def test_one_field_is_taken_from_each(desk, anna, ben):
    code(anna, ben)
    take(desk, "carla", "story/one", "killed", "ben", 0)
    take(desk, "carla", "story/one", "date", "anna", 1)
    state = desk.state(FINAL, "story/one")
    assert state.first("killed") == {"min": 11, "max": None}
    assert state.all("killed") == [{"min": 11, "max": None}]
    assert [v.status for v in state.values if v.field == "date"] == ["accepted"]


def test_adjudication_in_the_browser(desk, anna, ben):
    code(anna, ben)
    carla = Browser(desk, "carla")
    page = carla.get("/agreement", one="anna", two="ben").text
    assert "11 or more" in page
    assert page.count("pair-case") == 1
    given = {"one": "anna", "two": "ben"}
    assert carla.post("/settle", kind="agreed", **given).status_code == 303
    assert desk.state(FINAL, "story/two").status == "done"
    assert desk.state(FINAL, "story/one").status == "todo"
    form = {"record": "story/one", "of": "ben", "field": "killed", **given}
    assert carla.post("/settle", seen="1", **form).status_code == 303
    assert carla.post("/settle", seen="1", **form).status_code == 409
    carla.post(record="story/one", seen="2", kind="accept_record")
    assert "pair-case" not in carla.get("/agreement", **given).text
    assert carla.get("/", disagree="reviewers").text.count('class="row ') == 1
