"""A place is named as one, where the record's event was."""

import pytest

from pipeline.assemble.support import places
from tests.pipeline.assemble.support.made import case


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        pytest.param(
            "They met [Ida Holm](PERSON Ida Holm) here.", "Ida Holm", id="person"
        ),
        pytest.param("The [Red Guard](GROUP x) came to town.", "Red Guard", id="group"),
        pytest.param("On [Monday](DATE 2015-01-05) it fell.", "Monday", id="day"),
        pytest.param("In [Riga](PLACE 1) a tower fell.", "tower", id="thing"),
        pytest.param("In [Riga](PLACE 1) a tower fell.", "Rig", id="part of a word"),
        pytest.param("In [Riga](PLACE 1) a tower fell.", "Oslo", id="not printed"),
        pytest.param(
            "Soldiers of the [Red State](GROUP x) came.", "Red State", id="state"
        ),
        pytest.param("He read a Swedish novel.", "Swedish", id="people"),
    ],
)
def test_what_is_no_place_is_refused(marked, value):
    assert not places.bears(value, case("places", marked))


@pytest.mark.parametrize(
    "marked",
    [
        "[It is not true](CUE refuted) that a bomb hit [Riga](PLACE 1).",
        "[In the film](CUE fiction) a bomb hits [Riga](PLACE 1).",
        "[During the drill](CUE exercise) a bomb hit [Riga](PLACE 1).",
        "It [would have](CUE hypothetical) [hit](EVENT hit) [Riga](PLACE 1).",
    ],
)
def test_a_place_of_what_did_not_happen_is_refused(marked):
    assert not places.bears("Riga", case("places", marked))


def test_a_place_of_a_story_that_the_next_sentence_takes_back_is_refused():
    marked = "A bomb hit [Riga](PLACE 1). [False story](CUE refuted; reach=False story)."
    cited = "A bomb hit Riga."
    assert not places.bears("Riga", case("places", marked, cited=cited))


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        pytest.param("A bomb hit [Riga](PLACE 1).", "Riga", id="read"),
        pytest.param("A bomb hit [RIGA](PLACE 1).", "Riga", id="in capitals"),
        pytest.param(
            "A bomb hit northern [Riga](PLACE 1).", "northern Riga", id="side"
        ),
        pytest.param("It was near Qorbuk.", "Qorbuk", id="where a place stands"),
        pytest.param("At Qorbuk, [Riga](PLACE 1).", "Qorbuk", id="lies in"),
        pytest.param("It fell on Foyle Road.", "Foyle Road", id="says its kind"),
        pytest.param(
            "The [Tuva Hill](PERSON x) district.", "Tuva Hill", id="said of it"
        ),
        pytest.param("They left Beslan.", "Beslan", id="in the table"),
    ],
)
def test_a_place_stands(marked, value):
    assert places.bears(value, case("places", marked))


def test_a_cue_that_reaches_no_act_bars_no_place():
    marked = (
        "They [shot](EVENT shot) at a"
        " [planned](CUE planned; reach=planned mall in Riga) mall in [Riga](PLACE 1)."
    )
    assert places.bears("Riga", case("places", marked))


def test_what_is_planned_is_where_a_plot_is():
    marked = "They [would have](CUE hypothetical) [hit](EVENT hit) [Riga](PLACE 1)."
    assert places.bears("Riga", case("places", marked, incident_type="plot"))


def test_what_is_denied_is_where_a_denied_attack_is():
    marked = "[It is not true](CUE refuted) that a bomb hit [Riga](PLACE 1)."
    assert places.bears("Riga", case("places", marked, assertion="denied"))


def test_words_beside_the_focus_are_not_the_value():
    marked = "From [Riga](PLACE 1) they drove to [Oslo](PLACE 2)."
    assert not places.bears("Riga", case("places", marked, focus="Oslo"))
    assert places.bears("Oslo", case("places", marked, focus="Oslo"))
