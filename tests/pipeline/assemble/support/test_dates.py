"""A date is one that was read where it is cited, as it was read."""

import pytest

from incidents.pipeline.assemble.support import dates
from incidents.pipeline.records import Derivation
from tests.pipeline.assemble.support.made import case
from tests.pipeline.assemble.support.marks import HIT

DAY = "[3 May 2014](DATE 2014-05-03)"


def bears(value, *quotes, **more):
    return dates.bears(value, case("date", *quotes, **more))


@pytest.mark.parametrize(
    ("value", "marked"),
    [
        pytest.param("2014-05-03", "It was on 3 May 2014.", id="read as no date"),
        pytest.param("2014-05-04", f"On {DAY}.", id="another day"),
        pytest.param("2014-05", f"On {DAY}.", id="less than was read"),
        pytest.param("2014-05-03", "In [May](DATE 2014-05).", id="more"),
        pytest.param("2014-05-03", "For [a day](PLACE 2014-05-03).", id="no date"),
        pytest.param("2014-05-03/2014-05-05", f"From {DAY}.", id="one end"),
        pytest.param("../2014-05-03", f"From {DAY}.", id="an open end"),
        pytest.param("2014-05-03/", f"From {DAY}.", id="an unknown end"),
        pytest.param(
            "2014-05-03/2014-05-05", "[5 May](DATE 2014-05-05).", id="the other end"
        ),
        *(
            pytest.param("2014-05-03", f"[Maybe](CUE {c}) {HIT} on {DAY}.", id=c)
            for c in "refuted exercise fiction fear hypothetical planned threat".split()
        ),
    ],
)
def test_no_date(value, marked):
    assert not bears(value, marked)


@pytest.mark.parametrize(
    ("value", "marked"),
    [
        ("2014-05-03", f"On {DAY}."),
        ("2014-05-03/2014-05-05", "[3 to 5 May](DATE 2014-05-03/2014-05-05)"),
        ("2014-05-03/2014-05-05", f"From {DAY} to [5 May](DATE 2014-05-05)."),
        ("2014-05-03/..", "[since 3 May](DATE 2014-05-03/..)"),
    ],
)
def test_a_date(value, marked):
    assert bears(value, marked)


def test_both_ends_may_stand_in_two_quotes():
    assert bears("2014-05-03/2014-05-05", f"From {DAY}", "to [5 May](DATE 2014-05-05).")


def test_the_date_at_the_focus():
    marked = f"On {DAY}, not on [5 May](DATE 2014-05-05)."
    assert bears("2014-05-03", marked, focus="3 May 2014")
    assert not bears("2014-05-05", marked, focus="3 May 2014")


def test_the_day_of_a_plot_is_ahead():
    marked = f"[Planned](CUE planned) {HIT} on {DAY}."
    assert bears("2014-05-03", marked, incident_type="plot")


def test_what_the_date_rests_on_is_not_the_date():
    basis = Derivation("passage", 0, 10)
    shown = f"{DAY}: [a day later](DATE 2014-05-04)."
    assert bears("2014-05-04", shown, cited="a day later", derived=basis)
    assert not bears("2014-05-03", shown, cited="a day later", derived=basis)


SAID = "[said](CUE speech; reach=said)"


def test_the_day_of_who_speaks_is_not_the_events():
    marked = f"It {HIT} on {DAY}, he {SAID} on [5 May](DATE 2014-05-05)."
    assert not bears("2014-05-05", marked)
    assert bears("2014-05-03", marked)
    apart = f"He {SAID} that on {DAY} it {HIT}, on [5 May](DATE 2014-05-05) again."
    assert bears("2014-05-03", apart)
    assert bears("2014-05-05", apart)


def test_where_no_other_day_is_told_it_may_be_that_of_who_speaks():
    assert bears("2014-05-03", f"He {SAID} {DAY}: it {HIT}.")
    assert bears("2014-05-03", f"He {SAID} on {DAY}, [a day](DATE) on, it {HIT}.")


#: A day that leans on the one in the passage after it.
LATER = f"It {HIT} on [5 May](DATE 2014-05-05; derived_from=20:30)."


def test_a_bare_day_that_another_leans_on_is_cited_for_its_year():
    assert not bears("2014-05-03", LATER, f"On {DAY}")
    assert bears("2014-05-05", LATER, f"On {DAY}")
    assert bears("2014-05-03", LATER.replace("20:30", "20:29"), f"On {DAY}")


def test_a_day_of_an_act_stands_whatever_leans_on_it():
    assert bears("2014-05-03", LATER, f"On {DAY} it {HIT}")
    own = f"On {DAY}, and on [5 May](DATE 2014-05-05; derived_from=3:13)."
    assert bears("2014-05-03", own)


@pytest.mark.parametrize(
    "step", ["[tried](LEGAL charged)", "[buried](CUE anniversary; reach=buried)"]
)
def test_the_day_of_what_came_after_an_attack_is_not_its_own(step):
    marked = f"It {HIT} on {DAY}; they were {step} on [5 May](DATE 2014-05-05)."
    assert not bears("2014-05-05", marked)
    assert bears("2014-05-03", marked)
    assert bears("2014-05-05", marked, incident_type="plot")
    before = f"On {DAY} they were {step}."
    assert bears("2014-05-03", before)


def test_a_step_may_stand_before_the_act_whose_day_is_told():
    marked = (
        f"Men [tried](LEGAL charged) on {DAY} had {HIT} it on [5 May](DATE 2014-05-05)."
    )
    assert bears("2014-05-05", marked)
    assert not bears("2014-05-03", marked)


def test_a_row_has_its_day_in_a_column():
    day = "[5 May](DATE 2014-05-05; column=0:3)"
    assert bears("2014-05-05", f"[tried](LEGAL charged) | {day} | {DAY} | {HIT}")


def test_how_long_ago_it_was_is_no_day_of_what_came_after():
    ago = "[a year ago today](CUE anniversary; reach=a year ago today)"
    marked = f"It {HIT} {ago}, on {DAY}; [5 May](DATE 2014-05-05)."
    also = {"a year ago": "DATE 2014-05"}
    assert bears("2014-05-03", marked, also=also)
    assert not bears("2014-05-03", marked)


@pytest.mark.parametrize(("words", "expected"), [("on", False), ("both of", True)])
def test_the_day_of_a_claim_stands_right_after_it(words, expected):
    claim = "[admitted](CUE claim; reach=admitted)"
    marked = f"He {claim} {words} {DAY} what {HIT} on [5 May](DATE 2014-05-05)."
    assert bears("2014-05-03", marked) is expected
