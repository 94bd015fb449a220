import re

import pytest

from incidents.pipeline.review.assigned import assign
from incidents.pipeline.review.bulk import accept, digest, sure
from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.forms import save
from incidents.pipeline.review.store import Conflict
from tests.pipeline.review.conftest import Browser
from tests.pipeline.review.runs import document, lahore, quetta, write_run

CONFIDENCES = {"date": 0.97, "places": 0.5}


@pytest.fixture
def several(tmp_path, store):
    ids = ["a", "b", "c"]
    rows = [quetta(id, confidences=CONFIDENCES) for id in ids]
    rows.append(lahore("c", confidences={"date": 0.9}))
    return Desk(write_run(tmp_path / "run", [document(id) for id in ids], rows), store)


def statuses(desk, field="date"):
    states = desk.states("final")
    return {s.id: v.status for s in states for v in s.values if v.field == field}


def bulk(browser, above="0.95", field="date", **query):
    page = browser.get("/bulk", field=field, above=above, **query)
    (shown,) = re.findall('name="shown" value="([^"]+)"', page.text)
    return page, {"field": field, "above": above, "shown": shown}


def test_one_decision_accepts_what_is_sure_enough_and_one_undoes_it(several):
    browser = Browser(several)
    page, form = bulk(browser)
    assert "Accept 3 values in 3 records" in page.text
    assert "c/two" not in page.text
    answer = browser.post("/bulk", **form)
    assert answer.status_code == 303
    shown = browser.client.get(answer.headers["location"]).text
    assert "Accepted in all of these records." in shown
    accepted = {"a/one": "accepted", "b/one": "accepted", "c/one": "accepted"}
    assert statuses(several) == accepted | {"c/two": "open"}
    assert set(statuses(several, "places").values()) == {"open"}
    last = several.last("final", "anna")
    undone = several.undo("anna", "final", last.id)
    assert undone.payload["kind"] == "accept_values"
    assert set(statuses(several).values()) == {"open"}
    assert several.last("final", "anna") is None


def test_the_queue_s_filters_say_in_which_records(several):
    page, form = bulk(Browser(several), doc="b")
    assert "Accept 1 value in 1 record<" in page.text
    Browser(several).post("/bulk", **form, filters="doc=b")
    assert [id for id, s in statuses(several).items() if s == "accepted"] == ["b/one"]


def test_only_records_of_whom_the_queue_is_of_are_accepted(several):
    assign(several, "lea", "assign", ["b", "c"], "ben", 0)
    browser = Browser(several)
    page, form = bulk(browser, whose="ben")
    assert "Accept 2 values in 2 records" in page.text
    assert "a/one" not in page.text
    browser.post("/bulk", **form, filters="whose=ben")
    assert statuses(several)["a/one"] == "open"
    assert statuses(several)["b/one"] == statuses(several)["c/one"] == "accepted"


def test_a_blind_coder_s_own_documents_are_meant_unless_all_are_asked_for(several):
    assign(several, "lea", "assign", ["b"], "ben", 0)
    theirs = Browser(several, "ben", blind=True)
    page, form = bulk(theirs)
    assert "Accept 1 value in 1 record<" in page.text
    assert "Accept 3 values in 3 records" in bulk(theirs, whose="*")[0].text
    theirs.post("/bulk", **form)
    assert [d.doc_id for d in several.store.read("blind:ben")] == ["b"]


def test_what_was_not_shown_is_not_accepted(several):
    browser = Browser(several)
    _, form = bulk(browser)
    value = next(v for v in several.states("final")[0].values if v.field == "date")
    rejecting = {"kind": "reject", "doc": "a", "record": "a/one", "seen": "0"}
    save(several, "ben", "final", {**rejecting, "value_id": value.id})
    answer = browser.post("/bulk", **form)
    assert answer.status_code == 400
    assert "have changed since they were shown" in answer.text
    assert "Accept 2 values in 2 records" in answer.text
    assert "accepted" not in statuses(several).values()


def test_all_are_kept_or_none(several):
    seen = several.store.heads("final")
    found = sure(several.states("final"), "date", 0.95)
    note = {"kind": "note", "doc": "c", "record": "c/one", "seen": "0", "text": "wait"}
    save(several, "ben", "final", note)  # meanwhile
    with pytest.raises(Conflict):
        accept(several, "anna", "final", found, seen)
    assert "accepted" not in statuses(several).values()
    assert len(several.store.read("final")) == 1


@pytest.mark.parametrize(
    "query",
    [
        {"field": "nonsense"},
        {"field": "date", "above": "nan"},
        {"field": "date", "above": "7"},
        {"field": "killed"},
        {},
    ],
)
def test_odd_questions_find_nothing_that_is_not_sure(several, query):
    page = Browser(several).get("/bulk", **query)
    assert page.status_code == 200
    assert "Accept 4" not in page.text


def test_nothing_is_no_decision(several):
    with pytest.raises(Refused, match="nothing"):
        accept(several, "anna", "final", [], {})
    assert digest([]) == digest([])
    assert Browser(several).post("/bulk", stamp="").status_code == 403


def test_a_blind_reviewer_accepts_for_themselves(several):
    browser = Browser(several, blind=True)
    _, form = bulk(browser)
    browser.post("/bulk", **form)
    assert "accepted" not in statuses(several).values()
    assert len(several.store.read("blind:anna")) == 3
