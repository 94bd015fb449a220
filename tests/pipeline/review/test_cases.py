from incidents.pipeline.review.agreement import disputed, reviewers
from incidents.pipeline.review.cases import cases
from tests.pipeline.review.coders import code, make


def told(desk):
    """Of each case the records, and the rows on which the two differ."""
    return [
        (
            *(state and state.id for state in (case.one, case.two)),
            [row.name for row in case.rows if not row.agrees],
        )
        for case in cases(desk, "anna", "ben")
    ]


def test_records_of_the_run_are_set_beside_themselves(desk, anna, ben):
    code(anna, ben)
    assert told(desk) == [
        ("story/one", "story/one", ["killed.0"]),
        ("story/two", "story/two", []),
    ]
    assert reviewers(desk) == ["anna", "ben"]
    assert disputed(desk) == {"story/one"}


def test_a_record_that_one_has_not_finished_is_not_compared(desk, anna, ben):
    anna.decide("accept_record")
    ben.decide("accept", field="date")
    assert cases(desk, "anna", "ben") == []


def test_what_is_no_incident_to_one_is_a_case_and_to_both_is_agreed(desk, anna, ben):
    anna.decide("no_incident")
    ben.decide("accept_record")
    for coder in (anna, ben):
        coder.decide("no_incident", "story/two")
    one, two = cases(desk, "anna", "ben")
    assert (one.has, one.agrees, one.run_id) == ((False, True), False, "story/one")
    assert {row.two is not None and row.one is None for row in one.rows} == {True}
    assert (two.has, two.agrees, two.rows) == ((False, False), True, ())


def test_each_value_of_a_list_is_a_row_of_its_own(desk, anna, ben):
    anna.decide("add", field="places", value="the province", quote="the province")
    anna.decide("accept_record")
    ben.decide("reject", field="places")
    ben.decide("accept_record")
    (case,) = cases(desk, "anna", "ben")
    rows = {r.name: (r.one is not None, r.two is not None) for r in case.rows}
    assert rows["places.0"] == rows["places.1"] == (True, False)
    assert rows["killed.0"] == (True, True)


def test_what_only_one_made_waits_until_the_other_has_read_it_all(desk, anna, ben):
    id = make(anna)
    assert cases(desk, "anna", "ben") == []
    ben.decide("read", "")
    (case,) = cases(desk, "anna", "ben")
    assert (case.one.id, case.two, case.run_id, case.agrees) == (id, None, "", False)
    (case,) = cases(desk, "ben", "anna")
    assert (case.one, case.two.id) == (None, id)


def test_what_both_made_of_the_same_is_one_case(desk, anna, ben):
    ids = [make(coder) for coder in (anna, ben)]
    for coder in (anna, ben):
        coder.decide("read", "")
    assert told(desk) == [(*ids, [])]


def test_what_one_made_is_set_beside_the_run_s_that_only_the_other_keeps(
    desk, anna, ben
):
    anna.decide("accept_record", "story/two")
    ben.decide("no_incident", "story/two")
    id = make(ben, "plot", "a plan to attack")
    anna.decide("read", "")
    (case,) = cases(desk, "anna", "ben")
    assert (case.one.id, case.two.id, case.run_id) == ("story/two", id, "story/two")
    assert case.has == (True, True)


def test_a_part_that_one_split_off_is_beside_nothing(desk, anna, ben):
    anna.decide("accept_record", "story/two")
    place = ben.value("story/two", "places")
    made = ben.decide("split", "story/two", **{f"to.{place.id}": "go"})
    ben.decide("accept_record", "story/two")
    ben.decide("accept_record", f"#{made.id}")
    anna.decide("read", "")
    whole, part = cases(desk, "anna", "ben")
    assert (part.has, part.two.id) == ((False, True), f"#{made.id}")
    assert [r.field for r in whole.rows if not r.agrees] == ["places"]


def test_the_digest_changes_with_what_is_shown(desk, anna, ben):
    code(anna, ben)
    before = [case.digest for case in cases(desk, "anna", "ben")]
    anna.decide("fix", field="killed", min="12", max="", reading="it rose")
    after = [case.digest for case in cases(desk, "anna", "ben")]
    assert (before[0] != after[0], before[1] == after[1]) == (True, True)
