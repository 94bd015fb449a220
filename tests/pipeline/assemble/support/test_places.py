"""A place is named as one, where the record's event was."""

import pytest

from incidents.pipeline.assemble.support import places
from incidents.pipeline.records import Derivation
from tests.pipeline.assemble.support.made import case


def is_place(value, marked):
    return places.bears(value, case("places[0]", marked))


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
        pytest.param("He lived near Swedish folk.", "Swedish", id="people"),
        pytest.param("They met near Igbo men.", "Igbo", id="one of a people"),
        pytest.param("They met in sunni lands.", "sunni", id="no capital"),
        pytest.param("It was the [riga](PLACE 1).", "riga", id="read, no capital"),
        pytest.param("It was in the town.", "the town", id="an article and a kind"),
        pytest.param("The Sun rose.", "Sun", id="a plain word in the table"),
        pytest.param("They saw Qorbuk there.", "Qorbuk", id="unknown name"),
        pytest.param("They saw Qorbuk town.", "They", id="not the word before"),
        pytest.param("From Qorbuk to [Riga](PLACE 1).", "Qorbuk", id="to, no mark"),
        pytest.param("They saw Road there.", "Road", id="a kind alone"),
        *(
            pytest.param(f"Near [Qorbuk]({label} x).", "Qorbuk", id=f"read as {label}")
            for label in ("DATE EVENT GROUP LEGAL NATIONALITY PERSON WEAPON".split())
        ),
        *(
            pytest.param(f"They left [Beslan]({label} x).", "Beslan", id=f"as {label}")
            for label in ("DATE EVENT GROUP LEGAL NATIONALITY PERSON WEAPON".split())
        ),
        pytest.param(
            "The [Tuva Hill](GROUP x) district.", "Tuva Hill", id="group of a kind"
        ),
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
    marked = (
        "A bomb hit [Riga](PLACE 1). [False story](CUE refuted; reach=False story)."
    )
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
        pytest.param("It was Near Qorbuk.", "Qorbuk", id="where one may stand"),
        pytest.param("It was at Qorbuk.", "Qorbuk", id="at"),
        pytest.param("The [M25](PLACE 1).", "M25", id="with figures"),
        pytest.param("It was on route 66 District.", "66", id="figures and kind"),
        pytest.param("At the [Riga](PLACE 1).", "the Riga", id="with an article"),
        pytest.param("The Port of Aden.", "Port of Aden", id="says its kind first"),
        pytest.param("Tuva Airport burned.", "Tuva Airport", id="a body's kind"),
        pytest.param("The Qorbuk District.", "Qorbuk", id="a kind in capitals"),
        *(
            pytest.param(f"Qorbuk{gap}[Riga](PLACE 1)", "Qorbuk", id=f"before {gap!r}")
            for gap in [", ", "/", " – ", " - ", ",\n", " ("]
        ),
        *(
            pytest.param(f"[Riga](PLACE 1){gap}Qorbuk", "Qorbuk", id=f"after {gap!r}")
            for gap in [", ", "/", " – ", " - ", ",\n", " ("]
        ),
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


def test_a_place_in_any_of_the_quotes_stands():
    assert places.bears("Riga", case("places", "A day.", "In [Riga](PLACE 1)."))


def test_a_place_that_one_sentence_denies_and_another_tells_stands():
    marked = (
        "[No](CUE refuted; reach=No bomb in Riga) [bomb](EVENT bomb) in"
        " [Riga](PLACE 1), but in [Riga](PLACE 1) town."
    )
    assert places.bears("Riga", case("places", marked))


def test_the_column_that_a_place_stands_under_does_not_name_it():
    column = Derivation("column", 0, 4)
    shown = case("places", "[Riga](PLACE 1): a", cited="a", derived=column)
    assert not places.bears("Riga", shown)


def test_a_text_in_small_letters_names_places_in_them():
    assert places.bears("riga", case("places", "it burned in [riga](PLACE 1)."))
    assert not places.bears("riga", case("places", "It burned in [riga](PLACE 1)."))
    assert not places.bears("mill", case("places", "a mill burned in [riga](PLACE 1)."))


RIGA = "[Riga](PLACE 1; kind=city)"
FROM = "[from](CUE origin; reach=from Oslo)"
COURT = "[court](CUE court; reach=court)"


@pytest.mark.parametrize(
    "marked",
    [
        f"A man {FROM} [Oslo](PLACE 2; kind=city) struck in {RIGA}.",
        f"The [Oslo](PLACE 2; kind=city; part_of=venue) Bakery in {RIGA} fell.",
        f"An [Oslo](PLACE 2; kind=city) {COURT} told of a blast in {RIGA}.",
    ],
)
def test_a_place_of_another_role_beside_one_of_none(marked):
    assert not is_place("Oslo", marked)
    assert is_place("Riga", marked)


@pytest.mark.parametrize(
    ("value", "marked"),
    [
        pytest.param("Oslo", f"They were taken {FROM} [Oslo](PLACE 2).", id="alone"),
        pytest.param(
            "Oslo",
            f"A man {FROM} [Oslo](PLACE 2) fell. In {RIGA} it rained.",
            id="apart",
        ),
        pytest.param(
            "Oslo",
            f"A man {FROM} [Oslo](PLACE 2) fell in [Latvia](PLACE 3; kind=country).",
            id="beside a country",
        ),
        pytest.param(
            "Oslo Street",
            f"In [Oslo](PLACE 2; part_of=venue) Street in {RIGA} it fell.",
            id="the whole name",
        ),
        pytest.param(
            "Oslo",
            f"In [Oslo](PLACE 2), the {COURT} said, as in {RIGA}.",
            id="no court's",
        ),
    ],
)
def test_a_place_that_may_be_the_events(value, marked):
    assert is_place(value, marked)
