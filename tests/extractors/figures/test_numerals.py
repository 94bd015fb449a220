"""Cardinals in digits and words."""

import pytest

from incidents.extractors.figures.numerals import cardinal, is_number
from incidents.extractors.figures.words import words


def read(nlp, text):
    return cardinal(words(nlp(text)), 0)


@pytest.mark.parametrize(
    ("text", "low", "high", "length"),
    [
        ("0 men", 0, 0, 1),
        ("7 men", 7, 7, 1),
        ("1,300 men", 1300, 1300, 1),
        ("1234567 men", 1234567, 1234567, 1),
        ("2 million men", 2_000_000, 2_000_000, 2),
        ("3 dozen men", 36, 36, 2),
        ("nineteen men", 19, 19, 1),
        ("thirty-five men", 35, 35, 3),
        ("thirty five men", 35, 35, 2),
        ("a hundred men", 100, 100, 2),
        ("a hundred and two men", 102, 102, 4),
        ("one hundred and thirty men", 130, 130, 4),
        ("two hundred men", 200, 200, 2),
        ("two thousand three hundred men", 2300, 2300, 4),
        ("two hundred thousand men", 200_000, 200_000, 3),
        ("a thousand and five men", 1005, 1005, 4),
        ("two dozen men", 24, 24, 2),
        ("half a dozen men", 6, 6, 3),
        ("dozens of men", 24, None, 2),
        ("hundreds men", 200, None, 1),
        ("tens of thousands of men", 20_000, None, 4),
        ("several hundred men", 200, None, 2),
        ("several thousand men", 2000, None, 2),
        ("two and three", 2, 2, 1),
        ("two three", 2, 2, 1),
        ("twenty thirty", 20, 20, 1),
        ("twenty-twelve", 20, 20, 1),
        ("hundred men", None, None, 0),
        ("several men", 3, None, 1),
        ("12345678 men", None, None, 0),
        ("1,30 men", None, None, 0),
        ("a man", None, None, 0),
        ("and two", None, None, 0),
        ("men", None, None, 0),
        ("", None, None, 0),
    ],
)
def test_cardinal(nlp, text, low, high, length):
    found = read(nlp, text)
    if not length:
        assert found is None
    else:
        assert found == (0, length, low, high)


@pytest.mark.parametrize("word", ["7", "12th", "seven", "twelve", "dozens", "million"])
def test_begins_a_number(word):
    assert is_number(word)


@pytest.mark.parametrize("word", ["", "one", "men", "a", "-7"])
def test_begins_none(word):
    assert not is_number(word)
