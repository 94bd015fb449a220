"""A toll is a figure of the field's own mentions, of victims of what happened."""

import pytest

from incidents.pipeline.assemble.support import tolls
from incidents.pipeline.records import Range
from tests.pipeline.assemble.support.made import case
from tests.pipeline.assemble.support.marks import BACK, NOT_TRUE, TO_COME

DIED = "[two died](KILLED 2)"
HURT = "[five hurt](INJURED 5)"


def bears(value, *quotes, field="killed", **more):
    ends = value if isinstance(value, tuple) else (value, value)
    return tolls.bears(Range(*ends), field, case(field, *quotes, **more))


@pytest.mark.parametrize(
    ("value", "marked"),
    [
        pytest.param(2, "Two died.", id="read as no toll"),
        pytest.param(3, f"There {DIED}.", id="another figure"),
        pytest.param((2, None), f"There {DIED}.", id="open above"),
        pytest.param((None, 2), f"There {DIED}.", id="open below"),
        pytest.param(5, f"There {DIED}, {HURT}.", id="of another field"),
        pytest.param(7, f"There {DIED}, {HURT}.", id="a sum with another field"),
        pytest.param(2, "[Two rebels died](KILLED 2; role=attacker).", id="attackers"),
        pytest.param(2, "[Two sheep died](THING 2).", id="sheep"),
        pytest.param(2, "[He shot two](KILLED 2; shot=1).", id="who were shot at"),
        pytest.param((None, None), "[Many died](KILLED).", id="no number"),
        pytest.param(4, f"[two died](KILLED 2), {DIED}.", id="one figure told twice"),
        pytest.param(2, f"There {DIED}. {BACK}", id="a story taken back"),
        *(
            pytest.param(2, f"[Maybe](CUE {c}) {DIED}.", id=c)
            for c in [*NOT_TRUE, *TO_COME]
        ),
    ],
)
def test_no_toll(value, marked):
    assert not bears(value, marked)


@pytest.mark.parametrize(
    ("value", "marked"),
    [
        pytest.param(2, f"There {DIED}.", id="as read"),
        pytest.param(0, "[No](CUE negation) [one died](KILLED 0).", id="nobody"),
        pytest.param((80, None), "[80 at least](KILLED 80..).", id="open above"),
        pytest.param((None, 9), "[up to 9](KILLED ..9).", id="open below"),
        pytest.param(2, "[Two died](KILLED 2; role=victim).", id="victims"),
        pytest.param(2, "[Two died](KILLED 2; role=both).", id="both sides"),
        pytest.param(7, "[6 men](KILLED 6), [1 boy](KILLED 1).", id="sum"),
        pytest.param((7, None), "[6](KILLED 6..), [1](KILLED 1).", id="open sum"),
        pytest.param(3, "[1](KILLED 1), [2](KILLED 2), [9](KILLED 9).", id="of some"),
        pytest.param(
            10, "[1](KILLED 1) [2](KILLED 2) [3](KILLED 3) [4](KILLED 4)", id="of four"
        ),
        pytest.param((2, 4), "[2](KILLED 2) or [4](KILLED 4).", id="spread"),
        pytest.param((2, None), "[2](KILLED 2) or [4](KILLED 4..).", id="open spread"),
    ],
)
def test_a_toll(value, marked):
    assert bears(value, marked)


@pytest.mark.parametrize("label", ["killed", "injured", "casualties", "hostages"])
def test_each_field_by_its_own_label(label):
    told = "[Two](KILLED 2) [three](INJURED 3) [4](CASUALTIES 4) [5](HOSTAGES 5)"
    own = {"killed": 2, "injured": 3, "casualties": 4, "hostages": 5}
    stands = {n for n in range(10) if bears(n, told, field=label)}
    assert stands == {own[label]}


def test_the_figure_at_the_focus():
    marked = "[Two](KILLED 2) here, [six](KILLED 6) there."
    assert bears(6, marked, focus="six")
    assert not bears(2, marked, focus="six")
    assert not bears(8, marked, focus="six")


def test_who_was_not_seized_is_no_hostage():
    marked = "[Not](CUE negation) [two](HOSTAGES 2) [or](KILLED 2)."
    assert not bears(2, marked, field="hostages")
    assert bears(2, marked)


def test_figures_of_several_quotes():
    quotes = "[Two](KILLED 2) there.", "[Five](KILLED 5) here."
    assert bears(7, *quotes)
    assert bears((2, 5), *quotes)
    assert not bears(6, *quotes)
    assert not bears((5, 2), *quotes)


def test_equal_figures_of_two_quotes_are_added_but_not_of_one():
    assert bears(4, f"There {DIED}.", f"Here {DIED}.")
    assert not bears(4, "[Two](KILLED 2) or [two](KILLED 2).")


def test_no_more_than_four_figures_make_a_sum():
    assert tolls.sums([(n, n) for n in (1, 2, 4, 8, 16)]) == {
        (n, n) for n in range(3, 31) if n not in (4, 8, 16)
    } - {(31, 31)}


def test_a_sum_is_of_the_first_six_figures():
    figures = [(10**n, 10**n) for n in range(7)]
    assert (110000, 110000) in tolls.sums(figures)
    assert (1000001, 1000001) not in tolls.sums(figures)


def test_a_sum_needs_two_figures_with_a_lower_end():
    assert tolls.sums([(3, 3)]) == set()
    assert tolls.sums([(3, 3), (None, 9)]) == set()
    assert tolls.sums([(3, 3), (4, None)]) == {(7, None)}
    assert tolls.sums([(3, 4), (4, 6)]) == {(7, 10)}


@pytest.mark.parametrize(
    ("wanted", "readings", "expected"),
    [
        ((2, 4), [(2, 2), (4, 4)], True),
        ((2, 4), [(4, 4), (2, 2)], True),
        ((2, None), [(2, 2), (4, None)], True),
        ((2, 4), [(2, 2), (5, 5)], False),
        ((2, 4), [(3, 3), (4, 4)], False),
        ((None, 4), [(None, 3), (4, 4)], False),
        ((2, 2), [(2, 3), (1, 2)], False),
        ((4, 2), [(4, 5), (1, 2)], False),
        ((2, 4), [], False),
    ],
)
def test_a_spread_is_of_two_statements(wanted, readings, expected):
    assert tolls.spread(wanted, readings) is expected


WAR = "[It has killed 900](KILLED 900; aggregate=1)"
ON_DAY = "on [5 May](DATE 2014-05-05)"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(f"{WAR}.", False, id="over a period"),
        pytest.param(f"{WAR} in [2014](DATE 2014).", False, id="in a year"),
        pytest.param(f"{WAR} in [spring](DATE).", False, id="some day"),
        pytest.param(f"{WAR} {ON_DAY}.", True, id="on a day"),
        pytest.param(f"It was {ON_DAY}. {WAR}.", False, id="the day is anothers"),
        pytest.param(f"{DIED} {ON_DAY}; {WAR}.", False, id="in another part"),
        pytest.param(f"{DIED} {ON_DAY}, {WAR}.", False, id="beside its own figure"),
        pytest.param(f"{HURT} {ON_DAY}, {WAR}.", True, id="beside another kind"),
        pytest.param("[900](KILLED 900) in a war.", True, id="of one attack"),
    ],
)
def test_a_toll_over_a_period_is_of_no_single_attack(marked, expected):
    assert bears(900, marked) is expected


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param(f" {ON_DAY}.", True, id="in its sentence"),
        pytest.param(f". It was {ON_DAY}.", False, id="in the next"),
        pytest.param(
            f" {ON_DAY}, as many as {DIED} before.", False, id="a lower figure"
        ),
    ],
)
def test_a_day_of_one_attack_may_stand_beside_what_is_cited(rest, expected):
    assert bears(900, f"{WAR}{rest}", cited="It has killed 900") is expected
