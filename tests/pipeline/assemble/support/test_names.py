"""A suspect's name is a person's."""

import pytest

from pipeline.assemble.support import names
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
