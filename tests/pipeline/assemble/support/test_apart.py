"""What a quote tells of another event is not the record's."""

import pytest

from incidents.pipeline.records import Range
from tests.pipeline.assemble.support.made import case
from tests.pipeline.assemble.support.marks import HIT, RIGA

OSLO = "[Oslo](PLACE 2; name=Oslo)"
MAY = "[2 May 2014](DATE 2014-05-02)"
JUNE = "[9 June 2014](DATE 2014-06-09)"
THREE = "[three dead](KILLED 3; role=victim)"
OWN = {"date": "2014-05-02", "places": ("Riga",), "killed": Range(3, 3)}


def is_elsewhere(path, words, marked, **values):
    told = case(path, marked, **{**OWN, **values})
    start = told.trial.report.text.index(words)
    return told.elsewhere(told.shown[0], (start, start + len(words)))


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(f"It {HIT} Oslo on {JUNE}.", id="one event"),
        pytest.param(f"It was in Oslo. {HIT} on {MAY}.", id="no act of its own"),
        pytest.param(f"It {HIT} Oslo. {HIT} on {MAY}.", id="no day, no place"),
        pytest.param(f"It {HIT} Oslo on {MAY}. {HIT} {RIGA}.", id="the record's day"),
        pytest.param(f"It {HIT} Oslo and {RIGA} on {JUNE}.", id="the record's place"),
        pytest.param(
            f"[Held](LEGAL arrested) for what {HIT} Oslo on {JUNE}. {HIT} on {MAY}.",
            id="a day in court",
        ),
        pytest.param(
            f"It {HIT} Oslo, they [said](CUE speech; reach=said) on {JUNE}."
            f" {HIT} on {MAY}.",
            id="a day of saying",
        ),
        pytest.param(f"It {HIT} Oslo on {JUNE}. It {HIT} again.", id="nothing its own"),
    ],
)
def test_the_records_own(marked):
    assert not is_elsewhere("targets[0]", "Oslo", marked)


@pytest.mark.parametrize("joint", [". ", "; ", ", and ", ", "])
def test_what_has_another_day(joint):
    marked = f"It {HIT} Oslo on {JUNE}{joint}it {HIT} {RIGA} on {MAY}."
    assert is_elsewhere("targets[0]", "Oslo", marked)
    assert not is_elsewhere("targets[0]", "Riga", marked)


@pytest.mark.parametrize("stop", [". ", "; "])
def test_what_has_another_place(stop):
    marked = f"The mall was {HIT} in {OSLO}{stop}It {HIT} {RIGA}."
    assert is_elsewhere("targets[0]", "mall", marked)
    assert not is_elsewhere("targets[0]", "Riga", marked)


def test_a_wider_place_is_no_other():
    wide = "[Oslo](PLACE 2; name=Oslo; kind=country)"
    marked = f"The mall was {HIT} in {wide}. It {HIT} {RIGA}."
    assert not is_elsewhere("targets[0]", "mall", marked)
    near = "[Oslo](PLACE 2; name=Oslo; admin1=Vidzeme)"
    riga = "[Riga](PLACE 1; name=Riga; admin1=Vidzeme)"
    marked = f"The mall was {HIT} in {near}. It {HIT} {riga}."
    assert not is_elsewhere("targets[0]", "mall", marked)


def test_what_came_before():
    marked = (
        f"It {HIT} {RIGA}, [days after](CUE sequence; reach=days after)"
        f" a mall was {HIT}."
    )
    assert is_elsewhere("targets[0]", "mall", marked)
    assert not is_elsewhere("targets[0]", "Riga", marked)


def test_an_event_told_by_what_came_before_it_is_the_records():
    marked = (
        f"[Days after](CUE sequence; reach=Days after) it a mall was {HIT}."
        f" It {HIT} {RIGA}."
    )
    assert not is_elsewhere("targets[0]", "mall", marked)


def test_the_day_on_trial_is_no_sign_of_itself():
    marked = f"It {HIT} {OSLO} on {JUNE}. It {HIT} {RIGA} on {MAY}, {THREE}."
    assert is_elsewhere("date", "9 June 2014", marked, date="2014-06-09")
    assert not is_elsewhere("date", "2 May 2014", marked)


def test_a_day_without_a_place_may_be_of_a_place_told_before():
    marked = f"It was {HIT} in {RIGA} on {MAY}. It {HIT} there on {JUNE}."
    told = {"date": "2014-06-09", "killed": None}
    assert not is_elsewhere("date", "9 June 2014", marked, **told)


def test_a_day_within_a_year_is_the_day():
    marked = f"[2014](DATE 2014): {JUNE}, it {HIT} Oslo. On {MAY} it {HIT} {RIGA}."
    assert is_elsewhere("targets[0]", "Oslo", marked)


def test_the_figure_on_trial_is_no_sign_of_itself():
    marked = f"It {HIT} {OSLO} on {JUNE}, {THREE}. It {HIT} {RIGA} on {MAY}."
    assert is_elsewhere("killed", "three dead", marked)
    assert not is_elsewhere("injured", "three dead", marked)


def test_a_group_may_have_done_both():
    marked = f"ETA {HIT} Oslo on {JUNE}, and it {HIT} {RIGA} on {MAY}."
    assert not is_elsewhere("groups[0]", "ETA", marked)
    marked = f"ETA {HIT} Oslo on {JUNE}. It {HIT} {RIGA} on {MAY}."
    assert is_elsewhere("groups[0]", "ETA", marked)


def test_of_two_groups_each_has_its_own_day():
    eta, ira = "[ETA](GROUP eta; name=ETA)", "[IRA](GROUP ira; name=IRA)"
    marked = f"{eta} {HIT} Oslo on {JUNE}, and {ira} {HIT} {RIGA} on {MAY}."
    assert is_elsewhere("groups[0]", "ETA", marked)
    assert not is_elsewhere("groups[0]", "IRA", marked)


def test_between_two_days_it_may_be_of_either():
    marked = f"It {HIT} {OSLO} on {JUNE}, it went to Cesis and {HIT} {RIGA} on {MAY}."
    assert not is_elsewhere("places[1]", "Cesis", marked)
    assert is_elsewhere("places[1]", "Oslo", marked, places=("Riga", "Oslo"))


def test_a_stop_within_a_day_ends_nothing():
    marked = f"It {HIT} Oslo on [Sun. 9 June 2014](DATE 2014-06-09) but {HIT} {RIGA}."
    assert not is_elsewhere("targets[0]", "Oslo", marked)


def test_a_quote_too_long_to_part_is_not_parted():
    marked = f"It {HIT} Oslo on {JUNE}. It {HIT} {RIGA} on {MAY}."
    long = f"{marked}{'o' * 2000}"
    assert is_elsewhere("targets[0]", "Oslo", marked)
    assert not is_elsewhere("targets[0]", "Oslo", long)
