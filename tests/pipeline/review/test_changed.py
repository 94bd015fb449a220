import pytest

from incidents.pipeline.review.cases import cases
from incidents.pipeline.review.changed import changed
from incidents.pipeline.review.decisions import FINAL
from incidents.pipeline.review.desk import Desk
from tests.pipeline.review.coders import code, make
from tests.pipeline.review.conftest import Browser
from tests.pipeline.review.runs import write_run
from tests.pipeline.review.test_settle import CODERS, decide, form_of


def names(desk, coders=CODERS):
    found = changed(desk, cases(desk, *coders), coders)
    return {(c.ours.id, c.names, c.case is not None) for c in found}


@pytest.fixture
def settled(desk, anna, ben):
    """Both records of the story, of which the first differed."""
    code(anna, ben)
    decide(desk, 0, how="one")
    decide(desk, 1, how="one")
    return desk


def test_what_nobody_touched_is_not_told(settled, anna):
    assert names(settled) == set()
    anna.decide("note", text="mind the toll")
    settled.undo("carla", FINAL, settled.last(FINAL, "carla").id)
    anna.decide("fix", "story/two", field="places", value="Quetta", reading="so I read")
    assert names(settled) == set()  # that was undone, and is settled no more


def test_a_value_that_a_coder_decides_anew_is(settled, anna, ben):
    anna.decide("fix", field="killed", min="11", max="", reading="one died later")
    assert names(settled) == {("story/one", ("anna",), True)}
    assert names(settled, CODERS[::-1]) == {("story/one", ("anna",), True)}
    ben.decide("no_incident")
    assert names(settled) == {("story/one", ("anna", "ben"), True)}
    assert settled.state(FINAL, "story/one").first("killed") == {"min": 12, "max": 12}
    decide(settled, how="none")
    assert names(settled) == set()


def test_a_coding_that_is_open_again_is(settled, anna):
    anna.undo()  # of the second record
    assert names(settled) == {("story/two", ("anna",), False)}
    anna.decide("accept_record", "story/two")
    assert names(settled) == set()


def test_a_record_that_the_other_makes_later_is(desk, anna, ben):
    made = make(anna)
    for each in (anna, ben):
        each.decide("read", "")
    ours = decide(desk, how="one")
    assert names(desk) == set()
    make(ben)
    assert names(desk) == {(f"#{ours.id}", ("ben",), True)}
    anna.decide("no_incident", made)
    assert names(desk) == {(f"#{ours.id}", ("anna",), False)}  # ben's is a new case


def test_a_re_run_that_reads_the_same_changes_nothing(settled, run, store):
    again = Desk(write_run(run), store)
    assert names(again) == set()


def test_the_pages_say_so(settled, anna):
    carla = Browser(settled, "carla")
    assert "Changed since" not in carla.get("/agreement").text
    assert "otherwise now" not in carla.get("/adjudicate", **case()).text
    anna.decide("fix", field="killed", min="11", max="", reading="one died later")
    page = carla.get("/agreement").text
    assert "anna has it otherwise now; settled by carla" in page
    page = carla.get("/adjudicate", **case()).text
    assert "anna has it otherwise now than when carla settled it" in page
    answer = carla.post("/settle", how="one", **form_of(page))
    assert answer.status_code == 303
    assert "Changed since" not in carla.get("/agreement").text


def case():
    return {"doc": "story", "key": "story/one|story/one"}
