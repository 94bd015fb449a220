"""A suspect's name is a person's."""

import pytest

from incidents.pipeline.assemble.support import names
from tests.pipeline.assemble.support.made import case


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        pytest.param("He shot at [Riga](PLACE 1).", "Riga", id="place"),
        pytest.param("The [Red Guard](GROUP x) came.", "Red Guard", id="group"),
        pytest.param(
            "[Ida Holm](PERSON Ida Holm) came.", "Ida Hol", id="part of a word"
        ),
        pytest.param("The Supreme Court sat.", "Supreme Court", id="common words"),
        pytest.param("A man with a gun came.", "man", id="no name"),
        pytest.param("A French Minister came.", "French Minister", id="title"),
        pytest.param("Qorbuk came.", "Qorbuk", id="a word that comes once"),
        pytest.param("Qorbuk came; qorbuk.", "Qorbuk", id="again with no capital"),
        pytest.param("qorbuk came; qorbuk.", "qorbuk", id="never with a capital"),
        pytest.param("Qorbuk of Qorbuks.", "Qorbuk", id="once, and in a longer word"),
        pytest.param("Qor came. Qor shot.", "Qor", id="short"),
        pytest.param("Riga came. Riga shot.", "Riga", id="again, a place's name"),
        pytest.param("Danish came. Danish shot.", "Danish", id="again, a people"),
        pytest.param("Igbo came. Igbo shot.", "Igbo", id="again, one of a people"),
        pytest.param("Mullah came. Mullah shot.", "Mullah", id="again, a title"),
        pytest.param("House came. House shot.", "House", id="again, a plain word"),
        pytest.param("Omar al-tazi, Omar of.", "Omar of", id="a particle last"),
        pytest.param("Colonel Tazi came.", "Colonel Tazi", id="a title and a name"),
        pytest.param("Igbo Tazi came.", "Igbo Tazi", id="a people and a name"),
        pytest.param("Swedish Tazi came.", "Swedish Tazi", id="a country's people"),
        pytest.param("They held Omar the.", "Omar the", id="one capital"),
        pytest.param("They held Omar 3X here.", "Omar 3X", id="figures"),
        pytest.param("They held Omar, Tazi here.", "Omar, Tazi", id="two names"),
        *(
            pytest.param(f"The [Omar Tazi]({label} x) came.", "Omar Tazi", id=label)
            for label in (
                "DATE EVENT GROUP LEGAL NATIONALITY PLACE TARGET WEAPON".split()
            )
        ),
        *(
            pytest.param(
                f"[Tazi]({label} x), [Tazi]({label} x)", "Tazi", id=f"again: {label}"
            )
            for label in (
                "DATE EVENT GROUP LEGAL NATIONALITY PLACE TARGET WEAPON".split()
            )
        ),
    ],
)
def test_what_is_no_name_is_refused(marked, value):
    assert not names.bears(value, case("suspects.names", marked))


def test_a_surname_of_another_is_refused():
    marked = "[Ida Holm](PERSON Ida Holm) fled. [Jon Holm](PERSON Jon Holm) was held."
    shown = case("suspects.names", marked, cited="Jon Holm was held.")
    assert not names.bears("Ida Holm", shown)


def test_a_surname_is_that_of_a_name_elsewhere_only():
    marked = "The court heard [Holm](PERSON Ida Holm)."
    assert not names.bears("Ida Holm", case("suspects.names", marked))


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        pytest.param("[Ida Holm](PERSON Ida Holm) came.", "Ida Holm", id="read"),
        pytest.param("They held Ibrahim M. G. here.", "Ibrahim M. G.", id="initials"),
        pytest.param("They held Omar al-Tazi here.", "Omar al-Tazi", id="particle"),
        pytest.param("They held Omar ben Tazi here.", "Omar ben Tazi", id="word"),
        pytest.param("They held Tim O’Tazi here.", "Tim O’Tazi", id="apostrophe"),
        pytest.param("They held [qor](PERSON qor).", "qor", id="read, no capital"),
        pytest.param("[Riga](PERSON Riga) came.", "Riga", id="read, a place's name"),
        pytest.param("Qorb came. Qorb shot.", "Qorb", id="four letters"),
        pytest.param("Qorbuk came. Qorbuk shot.", "Qorbuk", id="one that comes again"),
    ],
)
def test_a_name_stands(marked, value):
    assert names.bears(value, case("suspects.names", marked))


@pytest.mark.parametrize(
    "again", ["[Holm](PERSON Ida Holm)", "[Holm](PERSON Holm)", "Holm"]
)
def test_a_surname_stands_for_the_whole_name(again):
    marked = f"[Ida Holm](PERSON Ida Holm) fled. Police held {again}."
    shown = case("suspects.names", marked, cited="Police held Holm.")
    assert names.bears("Ida Holm", shown)


def test_a_name_in_what_was_taken_back_is_refused():
    marked = "[It is not true](CUE refuted) that [Ida Holm](PERSON Ida Holm) shot."
    assert not names.bears("Ida Holm", case("suspects.names", marked))


def test_a_word_that_is_read_as_another_does_not_stand_for_the_whole_name():
    marked = "[Ida Holm](PERSON Ida Holm) fled. They left [Holm](PLACE 1)."
    shown = case("suspects.names", marked, cited="They left Holm.")
    assert not names.bears("Ida Holm", shown)


def test_a_plain_word_does_not_stand_for_the_whole_name():
    marked = "[Ida House](PERSON Ida House) fled. They left House there; a house."
    shown = case("suspects.names", marked, cited="They left House there; a house.")
    assert not names.bears("Ida House", shown)


def test_a_surname_without_a_capital_does_not_stand_for_the_whole_name():
    marked = "[Ida Qorb](PERSON Ida Qorb) fled. They left qorb."
    shown = case("suspects.names", marked, cited="They left qorb.")
    assert not names.bears("Ida Qorb", shown)


def test_a_first_name_does_not_stand_for_the_whole_name():
    marked = "[Ida Holm](PERSON Ida Holm) fled. They held Ida."
    shown = case("suspects.names", marked, cited="They held Ida.")
    assert not names.bears("Ida Holm", shown)


def test_the_name_at_the_focus():
    marked = "[Ida Holm](PERSON Ida Holm) and [Jon Berg](PERSON Jon Berg) came."
    shown = case("suspects.names", marked, focus="Jon Berg")
    assert names.bears("Jon Berg", shown)
    assert not names.bears("Ida Holm", shown)


@pytest.mark.parametrize("role", ["official", "victim"])
def test_who_speaks_for_others_is_no_suspect(role):
    ida, said = f"[Ida Holm](PERSON Ida Holm; role={role})", "[said](CUE speech)"
    assert not names.bears(
        "Ida Holm", case("suspects.names", f"His aide, {ida}, {said}.")
    )
    assert not names.bears("Ida Holm", case("suspects.names", f"{ida} {said} so."))
    assert not names.bears("Ida Holm", case("suspects.names", f"The guard {ida} came."))
    assert names.bears("Ida Holm", case("suspects.names", f"{ida} came, he {said}."))
    plain = ida.replace(f"; role={role}", "")
    assert names.bears("Ida Holm", case("suspects.names", f"{plain} {said} so."))
