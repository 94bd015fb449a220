"""A run as large as reviewers have: 500 records over 50 documents, half decided."""

import time

import pytest

from pipeline.review.desk import Desk
from pipeline.review.forms import save
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
    desk = Desk(run, store)
    for id in ids[:25]:
        for n in range(10):
            seen = desk.store.heads("final").get(id, 0)
            form = {"kind": "accept_record", "doc": id, "record": f"{id}/{n}"}
            save(desk, "anna", "final", {**form, "seen": str(seen)})
    return run


def test_first_page_and_next_record(large, store):
    begun = time.perf_counter()
    browser = Browser(Desk(large, store))
    assert browser.get("/").status_code == 200
    first = time.perf_counter() - begun
    times = []
    for n in range(5):
        begun = time.perf_counter()
        page = browser.get("/", id=f"doc{30 + n}/{n}", sort="confidence")
        times.append(time.perf_counter() - begun)
        assert page.status_code == 200
    begun = time.perf_counter()
    answer = browser.post(doc="doc40", record="doc40/1", seen="0", kind="accept_record")
    assert browser.client.get(answer.headers["location"]).status_code == 200
    saved = time.perf_counter() - begun
    print(f"first {first:.3f} s, next {sorted(times)[2]:.3f} s, save {saved:.3f} s")
    assert first < 1
    assert sorted(times)[2] < 0.2
    assert saved < 0.4


def test_everything_is_still_there(large, store):
    desk = Desk(large, store)
    assert Reviewer(desk).record("doc00/3").status == "done"
    assert [s.status for s in desk.states("final")].count("done") == 250
