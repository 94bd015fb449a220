"""Where a noun phrase ends."""

import pytest

from incidents.extractors.figures.extent import noun_end
from incidents.extractors.figures.words import words


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("police officers fled", 2),
        ("police officers were", 2),
        ("police officers in Oslo", 2),
        ("police officers that came", 2),
        ("police officers, two", 2),
        ("police officers and", 2),
        ("police officers. Two", 2),
        ("police officers killed", 2),
        ("police officers Monday", 2),
        ("police officers himself", 2),
        ("police officers the men", 2),
        ("police officers a man", 2),
        ("police officers another man", 2),
        ("police officers not", 2),
        ("police officers to", 2),
        ("police officers two", 2),
        ("police officers 12", 2),
        ("brother-in-law of", 5),
        ("soldier delivering bread", 1),
        ("the men", 0),
        ("", 0),
        ("very " * 20, 9),
    ],
)
def test_noun_end(nlp, text, end):
    assert noun_end(words(nlp(text)), 0) == end
