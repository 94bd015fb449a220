import json
import re

import pytest

from incidents.pipeline.gold.check import check
from incidents.pipeline.review.cases import cases
from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.decisions import FINAL
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.export import gold
from incidents.pipeline.review.settle import settle, settle_agreed
from incidents.pipeline.review.store import Conflict
from tests.pipeline.review.coders import code, make
from tests.pipeline.review.conftest import Browser
from tests.pipeline.review.runs import TEXT, document, quetta, write_run
from tests.pipeline.review.test_fold import Reviewer

CODERS = ("anna", "ben")


def decide(desk, n=0, seen=None, by="carla", **form):
    """Settle the ``n``-th case."""
    case = cases(desk, *CODERS)[n]
    form = {"as": case.digest, **form}
    seen = desk.folded(FINAL, "story").seq if seen is None else seen
    return settle(desk, by, CODERS, case, form, seen)


def final(desk, id="story/one"):
    return desk.state(FINAL, id)


def test_the_value_of_either_is_taken_and_who_did_it_is_kept(desk, anna, ben):
    code(anna, ben)
    made = decide(desk, how="chosen", **{"pick.killed.0": "two"})
    state = final(desk)
    assert (state.status, state.all("killed")) == ("done", [{"min": 11, "max": None}])
    assert {v.status for v in state.values if v.field == "date"} == {"accepted"}
    (kept,) = desk.store.read(FINAL)
    assert (kept.id, kept.reviewer, kept.payload["of"]) == (
        made.id,
        "carla",
        ["anna", "ben"],
    )
    whose = {v["field"]: v["of"] for v in kept.payload["values"]}
    assert (whose["killed"], whose["date"]) == (["ben"], ["anna", "ben"])
    told = kept.shown["codings"]["anna"]["values"]
    assert {"field": "killed", "value": {"min": 12, "max": 12}} in told


def test_neither_value_may_be_right(desk, anna, ben):
    code(anna, ben)
    decide(desk, how="chosen", **{"pick.killed.0": "none"})
    assert final(desk).all("killed") == []
    assert final(desk).status == "done"


def test_what_differs_has_to_be_chosen(desk, anna, ben):
    code(anna, ben)
    with pytest.raises(Refused, match="choose for Killed"):
        decide(desk, how="chosen")
    with pytest.raises(Refused, match="no such decision"):
        decide(desk, how="both")
    assert desk.store.read(FINAL) == []


def test_it_is_undone_as_one(desk, anna, ben):
    code(anna, ben)
    made = decide(desk, how="one")
    assert final(desk).first("killed") == {"min": 12, "max": 12}
    desk.undo("carla", FINAL, made.id)
    assert {v.status for v in final(desk).values} == {"open"}
    assert len(desk.store.read(FINAL)) == 2  # and both rows are kept


def test_two_who_settle_at_once_are_told(desk, anna, ben):
    code(anna, ben)
    decide(desk, how="one")
    with pytest.raises(Conflict):
        decide(desk, how="two", seen=0, by="max")


def test_a_coder_who_decides_anew_meanwhile_makes_it_another_case(desk, anna, ben):
    code(anna, ben)
    before = cases(desk, *CODERS)[0].digest
    anna.decide("fix", field="killed", min="12", max="", reading="it rose")
    with pytest.raises(Refused, match="decided anew"):
        decide(desk, how="one", **{"as": before})


def test_a_record_that_only_one_has_is_taken_or_left(desk, anna, ben):
    id = make(anna)
    ben.decide("read", "")
    made = decide(desk, how="one")
    state = final(desk, f"#{made.id}")
    assert (state.status, state.first("places")) == ("done", "Lahore")
    assert {d.reviewer for d in state.decisions} == {"carla"}
    desk.undo("carla", FINAL, made.id)
    assert f"#{made.id}" not in desk.folded(FINAL, "story").records
    left = decide(desk, how="none")
    assert final(desk, f"#{left.id}").status == "no_incident"
    assert list(gold(desk.states(FINAL))) == []
    with pytest.raises(Refused, match="ben has no record"):
        decide(desk, how="two")
    assert id not in desk.folded(FINAL, "story").records


def test_two_who_settle_a_record_that_a_coder_made_are_told(desk, anna, ben):
    make(anna)
    ben.decide("read", "")
    decide(desk, how="one", seen=0)
    with pytest.raises(Conflict):
        decide(desk, how="one", seen=0, by="max")


def test_what_is_settled_again_is_no_second_record(desk, anna, ben):
    make(anna)
    ben.decide("read", "")
    decide(desk, how="chosen", **{"pick.incident_type.0": "none"} | picks(desk))
    lacking = [s for s in desk.states(FINAL) if s.id.startswith("#")]
    assert [(s.status, s.lacks != ()) for s in lacking] == [("begun", True)]
    decide(desk, how="one")
    settled = [s for s in desk.states(FINAL) if s.id.startswith("#")]
    assert [s.status for s in settled] == ["done"]


def picks(desk):
    rows = cases(desk, *CODERS)[0].rows
    return {f"pick.{r.name}": "one" for r in rows if r.field != "incident_type"}


def test_a_record_of_nothing_is_no_incident(desk, anna, ben):
    make(anna)
    ben.decide("read", "")
    rows = cases(desk, *CODERS)[0].rows
    with pytest.raises(Refused, match="no value of it is taken"):
        decide(desk, how="chosen", **{f"pick.{r.name}": "two" for r in rows})


def test_no_incident_to_one_may_be_one_to_the_team(desk, anna, ben):
    anna.decide("no_incident")
    ben.decide("accept_record")
    decide(desk, how="two")
    assert final(desk).status == "done"
    desk.undo("carla", FINAL, desk.last(FINAL, "carla").id)
    decide(desk, how="none")
    assert final(desk).status == "no_incident"


def test_it_holds_after_a_re_run_and_is_listed_where_the_text_changed(
    run, store, desk, anna, ben
):
    code(anna, ben)
    make(anna)
    ben.decide("read", "")
    for n in range(3):
        decide(desk, n, how="one")
    again = Desk(
        write_run(run, [document()], [{**quetta(), "incident_id": "x"}]), store
    )
    assert [s.status for s in again.states(FINAL)] == ["done", "done"]
    assert len(again.stale(FINAL)) == 1  # there is no plot in Lahore any more
    changed = document(text=TEXT + "More.")
    other = Desk(write_run(run, [changed], [quetta()]), store)
    assert [s.status for s in other.states(FINAL)] == ["todo"]
    assert len(other.stale(FINAL)) == 3


def test_the_gold_of_what_is_settled_is_sound(desk, anna, ben):
    code(anna, ben)
    make(anna)
    ben.decide("read", "")
    for n in range(3):
        decide(desk, n, how="one")
    records = list(gold(desk.states(FINAL)))
    assert len(records) == 3
    faults = check(json.loads(json.dumps(records)), {"story": TEXT})
    assert [f for f in faults if f.severity == "error"] == []


def test_what_agrees_is_taken_over_at_once(desk, anna, ben):
    code(anna, ben)
    case = cases(desk, *CODERS)[1]
    settle_agreed(desk, "carla", CODERS, case)
    assert final(desk, "story/two").status == "done"
    assert final(desk).status == "todo"


@pytest.fixture
def carla(desk):
    return Browser(desk, "carla")


def form_of(page):
    """What the form of the case carries."""
    hidden = dict(re.findall(r'name="(one|two|doc|key|seen|as)" value="([^"]*)"', page))
    return {"kind": "settle", **hidden}


def test_adjudication_on_the_pages(desk, anna, ben, carla):
    code(anna, ben)
    given = {"one": "anna", "two": "ben"}
    page = carla.get("/agreement", **given).text
    assert "on 1 more anna and ben agree, and on 1 they differ" in page
    assert carla.post("/settle", kind="agreed", **given).status_code == 303
    assert final(desk, "story/two").status == "done"
    page = carla.get("/adjudicate", **given).text
    assert page.count('type="radio"') == 3  # anna's, ben's, neither
    assert "11 or more" in page
    asked = form_of(page)
    refused = carla.post("/settle", how="chosen", **asked)
    assert (refused.status_code, "choose for Killed" in refused.text) == (400, True)
    answer = carla.post("/settle", how="chosen", **asked, **{"pick.killed.0": "two"})
    assert answer.headers["location"].startswith("/agreement?")
    late = carla.post("/settle", how="chosen", **asked, **{"pick.killed.0": "one"})
    assert late.status_code == 409
    assert re.search(r'name="pick.killed.0" value="one" checked', late.text)
    assert "2 are settled" in carla.get("/agreement", **given).text
    assert carla.get("/", disagree="reviewers").text.count('class="row ') == 1
    assert carla.get("/exports/gold.jsonl").text.count('"by": ["carla"]') == 2
    told = carla.get("/exports/reviewed.jsonl").text
    assert told.count('"reviewers": ["carla"], "coders": ["anna", "ben"]') == 2
    undone = str(desk.last(FINAL, "carla").id)
    assert carla.post("/settle", kind="undo", id=undone, **given).status_code == 303
    assert final(desk).status == "todo"


def test_the_next_case_is_shown_and_one_that_lacks_something_stays(
    desk, anna, ben, carla
):
    code(anna, ben)
    ben.decide("reject", "story/two", field="places")
    page = carla.get("/adjudicate", one="anna", two="ben").text
    answer = carla.post("/settle", how="one", **form_of(page))
    assert "key=story%2Ftwo" in answer.headers["location"]
    page = carla.get("/adjudicate", one="anna", two="ben").text
    assert "1 to settle" in page


def test_who_codes_blind_is_told_why_there_is_nothing_to_see(desk, anna, ben):
    code(anna, ben)
    theirs = Browser(desk, "ben", blind=True)
    for answer in (
        theirs.get("/agreement"),
        theirs.get("/adjudicate", one="anna", two="ben"),
        theirs.post("/settle", kind="agreed", one="anna", two="ben"),
    ):
        assert answer.status_code == 403
        assert "You code blind" in answer.text
        assert not re.search(r"\banna\b", answer.text)
    assert desk.store.read(FINAL) == []


def test_neither_sees_the_other_s_decisions(desk, anna, ben):
    anna.decide("reject", field="date")
    assert ben.value("story/one", "date").status == "open"
    theirs, own = (Browser(desk, name, blind=True) for name in ("ben", "anna"))
    for address in ("/?id=story/one", "/progress", "/stale", "/exports/reviewed.csv"):
        assert not re.search(r"\banna\b", theirs.get(address).text)
    assert "rejected · anna" in own.get("/?id=story/one").text
    assert "reviewers disagree" not in theirs.get("/").text
    assert theirs.get("/", disagree="reviewers").text.count('class="row ') == 0


def test_one_who_codes_alone_is_told_what_is_needed(desk, carla):
    Reviewer(desk, "anna", "blind:anna").decide("accept_record")
    assert "So far: anna" in carla.get("/agreement").text
    assert "So far: anna" in carla.get("/adjudicate").text
