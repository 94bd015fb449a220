"""Runs as large as reviewers have: what a page reads of them, and how often."""

import time

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from incidents.pipeline.review import desk, events, state
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.forms import save
from tests.pipeline.review.conftest import Browser
from tests.pipeline.review.runs import TEXT, document, quetta, write_run
from tests.pipeline.review.test_fold import Reviewer

PAGE = TEXT * 30


@pytest.fixture
def large(tmp_path, store):
    ids = [f"doc{n:02}" for n in range(50)]
    records = []
    for id in ids:
        for n in range(10):
            row = quetta(id, PAGE, killed={"min": n, "max": None})
            records.append({**row, "incident_id": f"{id}/{n}"})
    run = write_run(tmp_path / "run", [document(id, PAGE) for id in ids], records)
    made = Desk(run, store)
    for id in ids[:25]:
        for n in range(10):
            seen = made.store.heads("final").get(id, 0)
            form = {"kind": "accept_record", "doc": id, "record": f"{id}/{n}"}
            save(made, "anna", "final", {**form, "seen": str(seen)})
    return run


@pytest.fixture
def work(monkeypatch):
    """What costs time: queries, runs read and documents folded, as they happen."""
    done = []

    def noted(name, function):
        def call(*args):
            done.append(name)
            return function(*args)

        return call

    monkeypatch.setattr(desk, "fold", noted("fold", desk.fold))
    monkeypatch.setattr(desk, "read_run", noted("read", desk.read_run))
    monkeypatch.setattr(state, "read_values", noted("apart", state.read_values))
    monkeypatch.setattr(events, "join", noted("join", events.join))
    listener = noted("query", lambda *_: None)
    event.listen(Engine, "before_cursor_execute", listener)
    yield done
    event.remove(Engine, "before_cursor_execute", listener)


def test_a_page_costs_no_more_where_more_is_decided(large, store, work):
    browser = Browser(Desk(large, store))
    assert browser.get("/").status_code == 200
    # the desk's list is of all documents: each is folded once, on the first page
    assert (work.count("read"), work.count("fold")) == (1, 50)
    assert work.count("query") <= 25 + 10  # of each decided document, its decisions
    for n in range(5):
        work.clear()
        page = browser.get("/", id=f"doc{30 + n}/{n}", sort="confidence")
        assert page.status_code == 200
        assert (work.count("read"), work.count("fold")) == (0, 0)
        assert work.count("query") <= 10
        assert page.text.count(TEXT.splitlines()[2]) <= 30  # one document's text
    work.clear()
    answer = browser.post(doc="doc40", record="doc40/1", seen="0", kind="accept_record")
    assert browser.client.get(answer.headers["location"]).status_code == 200
    assert (work.count("read"), work.count("fold")) == (0, 1)
    assert work.count("query") <= 20


@pytest.fixture
def wide(tmp_path):
    ids = [f"doc{n:03}" for n in range(500)]
    rows = [
        {**quetta(id, killed={"min": n, "max": None}), "incident_id": f"{id}/{n}"}
        for id in ids
        for n in range(10)
    ]
    return write_run(tmp_path / "wide", [document(id) for id in ids], rows)


@pytest.mark.parametrize("sort", ["", "confidence", "date", "country", "group"])
def test_of_5000_records_those_on_the_page_are_taken_apart(wide, store, work, sort):
    rows = (wide / "records.jsonl").read_text()
    sure = rows.replace('"incident_id"', '"confidence": 0.5, "incident_id"')
    (wide / "records.jsonl").write_text(sure)
    browser = Browser(Desk(wide, store))
    page = browser.get("/", sort=sort)
    assert "of 5000 reviewed" in page.text
    assert work.count("apart") <= 10  # the record shown, and what it stands beside
    work.clear()
    assert browser.get("/", id="doc300/3", sort=sort).status_code == 200
    assert work.count("apart") <= 10


def test_the_events_are_merged_before_they_are_asked_for(run, store, work):
    browser = Browser(Desk(run, store))
    with browser.client:
        end = time.monotonic() + 60
        while "join" not in work and time.monotonic() < end:
            time.sleep(0.01)
        assert work.count("join") == 1
        assert browser.get("/events", show="all").status_code == 200
    assert work.count("join") == 1


def test_everything_is_still_there(large, store):
    whole = Desk(large, store)
    assert Reviewer(whole).record("doc00/3").status == "done"
    assert [s.status for s in whole.states("final")].count("done") == 250
