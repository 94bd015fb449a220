import pytest

from incidents.pipeline.review.queue import Filters
from incidents.pipeline.review.queue_view import Queue, queue_view
from incidents.pipeline.review.state import State
from tests.pipeline.review.runs import quetta


def queue(*statuses):
    states = [State(str(n), "d", quetta(), status=s) for n, s in enumerate(statuses)]
    return Queue(Filters(), {}, {}, tuple(states), {})


DONE, TODO, BEGUN = "done", "todo", "begun"


@pytest.mark.parametrize(
    ("shown", "before", "after", "next_open"),
    [(0, "", "1", "1"), (1, "0", "2", "3"), (3, "2", "", "1"), (None, "", "0", "1")],
)
def test_the_records_around_the_one_shown(shown, before, after, next_open):
    found = queue(DONE, TODO, DONE, BEGUN)
    found = found.at(None if shown is None else found.chosen[shown])
    assert (found.before, found.after, found.next_open) == (before, after, next_open)


def test_a_record_that_does_not_pass_stands_nowhere():
    found = queue(TODO).at(State("x", "d", quetta()))
    assert (found.here, found.before, found.after) == (-1, "", "0")


def test_the_first_to_do_is_shown_else_the_first():
    first = queue(DONE, BEGUN, TODO).first_open
    assert first is not None and first.id == "1"
    first = queue(DONE, DONE).first_open
    assert first is not None and first.id == "0"
    assert queue().first_open is None
    assert queue(DONE).at(None).next_open == ""


@pytest.mark.parametrize(
    ("shown", "above", "below"), [(0, 0, 180), (150, 90, 90), (299, 180, 0)]
)
def test_of_a_long_queue_what_is_around_is_drawn(shown, above, below):
    found = queue(*[TODO] * 300)
    found = found.at(found.chosen[shown])
    assert (found.first, len(found.rows), found.below) == (above, 120, below)
    assert found.chosen[shown] in found.rows


def test_a_blind_coder_is_offered_no_other_s_disagreement(desk):
    asked = (desk, "final", "anna")
    told = (queue_view(*asked, blind, Filters()).options for blind in (True, False))
    assert ["reviewers" in options["disagree"] for options in told] == [False, True]
