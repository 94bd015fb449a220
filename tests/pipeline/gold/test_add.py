from incidents.pipeline.gold.add import add
from tests.pipeline.gold.test_check import TEXT, gold

DAY = "2024-05-06"


def test_an_accepted_record_says_who_and_when():
    review = {"status": "done", "reviewers": ["ben", "anna"], "notes": []}
    accepted = gold(review=review, confidence=0.5, passages=[])
    added = add([], [accepted], DAY, texts={"a": TEXT})
    assert added.faults == ()
    assert added.new == ("a/01",)
    assert added.records == (
        {**gold(), "reviewed": {"by": ["anna", "ben"], "at": DAY}},
    )


def test_who_is_named_or_nothing_is_added():
    assert add([], [gold()], DAY, ["anna"]).new == ("a/01",)
    (fault,) = add([], [gold()], DAY).faults
    assert fault.problem == "review: names nobody: say who accepted it with --by"
    (fault,) = add([], [gold()], "today", ["anna"]).faults
    assert fault.problem == "review: 'today' is no day"


def test_what_is_not_done_or_not_sound_is_no_gold():
    begun = gold(review={"status": "begun", "reviewers": ["anna"]})
    assert [f.problem for f in add([], [begun], DAY).faults] == [
        "review: is begun, not done"
    ]
    wrong = gold(places=[])
    assert add([], [wrong], DAY, ["anna"]).faults


def test_one_that_is_not_sound_is_left_out_and_the_rest_is_added():
    other = gold(incident_id="a/02", date="1999")
    unsound = gold(incident_id="a/03", date="1998", places=[])
    added = add([], [unsound, other], DAY, ["anna"], {"a": TEXT})
    assert added.new == ("a/02",)
    assert [r["incident_id"] for r in added.records] == ["a/02"]
    assert {f.where for f in added.faults} == {"a/03"}


def test_what_is_gold_already_is_left_out():
    again = gold(incident_id="a/run7")
    added = add([gold()], [gold(), again], DAY, ["anna"])
    assert added.new == ()
    assert added.known["a/01"] == "a/01"
    assert added.records == (gold(),)
    assert add([gold()], [again], DAY, ["anna"]).known == {"a/run7": "a/01"}


def test_gold_stays_sorted():
    later, other = gold(incident_id="a/09", date="1999"), gold(doc_id="b")
    other["incident_id"] = "b/01"
    added = add([other], [later], DAY, ["anna"])
    assert [r["incident_id"] for r in added.records] == ["a/09", "b/01"]
