"""The office of somebody named, from the words beside the name."""

import pytest

from incidents.extractors._offices import category, office

NAME = "Ida Berg"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="no text"),
        pytest.param("Ida Berg fell.", id="nothing beside"),
        pytest.param("Ida Bergman, a judge, fell.", id="part of another name"),
        pytest.param("Ida Berg, said a judge, fell.", id="who speaks"),
        pytest.param("Ida Berg, who saw the judge, fell.", id="a clause"),
        pytest.param("Ida Berg, near a judge, fell.", id="where"),
        pytest.param("Ida Berg fell. A judge saw it.", id="another sentence"),
        pytest.param("The judge saw Ida Berg fall.", id="words between"),
        pytest.param("The mosque Ida Berg built fell.", id="a thing"),
        pytest.param("They met the leader Ida Berg.", id="a leader of nothing"),
    ],
)
def test_no_office(text):
    assert office(text, NAME) == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "They shot Ida Berg, a member of the municipal council.",
            "government",
        ),
        ("Ida Berg, mayor of Tarn, was killed.", "government"),
        ("Ida Berg, 45, a reporter, was killed.", "media"),
        ("Ida Berg (45), a well-known local reporter", "media"),
        ("Ida Berg, the president of the court, who shot a monk", "government"),
        ("Ida Berg, a leader of the opposition", "political_party"),
        ("the judge Ida Berg", "government"),
        ("the judge Ida Berg, a mother of two", "government"),
        ("the father Ida Berg, parish priest of Tarn", "religious"),
        ("The old judge, Ida Berg, was killed.", "government"),
        ("the school superintendent Ida Berg", "education"),
        ("FBI special agent Ida Berg", "government"),
        ("Sgt. Ida Berg", "military"),
        ("Rev. Ida Berg", "religious"),
        ("Ida Berg ran. The bishop Ida Berg fell.", "religious"),
        ("the judge\nIda Berg", "government"),
    ],
)
def test_office(text, found):
    assert office(text, NAME) == found


def test_nobody_has_none():
    assert office("a judge", "") == ""
    assert office("the judge (Ida", "(Ida") == ""


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ""),
        ("a lamp", ""),
        ("a building", ""),
        ("the building of a bank and a church", "business"),
        ("Member of Parliament", "government"),
        ("Educational institution", "education"),
    ],
)
def test_category(words, found):
    assert category(words) == found


def test_a_long_text_takes_linear_time():
    assert office("Ida Berg, a " * 20_000, NAME) == ""
