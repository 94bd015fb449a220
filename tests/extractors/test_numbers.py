import pytest

from incidents.extractors import _numbers
from incidents.extractors.figures.words import words

CASES = [
    ("twelve people", "12", 1),
    ("12 people", "12", 1),
    ("1,300 people", "1300", 1),
    ("2 million people", "2000000", 2),
    ("thirty-five people", "35", 3),
    ("one hundred and twenty-six people", "126", 6),
    ("two thousand five hundred people", "2500", 4),
    ("a hundred people", "100", 2),
    ("a dozen people", "12", 2),
    ("two dozen people", "24", 2),
    ("half a dozen people", "6", 3),
    ("a couple of people", "2", 3),
    ("dozens of people", "24..", 2),
    ("scores were hurt", "40..", 1),
    ("hundreds were hurt", "200..", 1),
    ("tens of thousands of people", "20000..", 4),
    ("several hundred people", "200..", 2),
    ("several people", "3..", 1),
    ("multiple people", "2..", 1),
    ("a number of people", "2..", 3),
    ("more than 80 people", "81..", 3),
    ("well over 80 people", "81..", 3),
    ("more than two dozen people", "25..", 4),
    ("more than a dozen people", "13..", 4),
    ("at least 145 people", "145..", 3),
    ("no fewer than 9 people", "9..", 4),
    ("up to 40 people", "..40", 3),
    ("as many as 40 people", "..40", 4),
    ("almost 400 people", "..399", 2),
    ("fewer than ten people", "..9", 3),
    ("about 89 people", "89", 2),
    ("an estimated 89 people", "89", 3),
    ("a total of 39 people", "39", 4),
    ("another two people", "2", 2),
    ("at least another two people", "2..", 4),
    ("between 10 and 15 people", "10..15", 4),
    ("10 to 15 people", "10..15", 3),
    ("10-15 people", "10..15", 3),
    ("10 – 15 people", "10..15", 3),
    ("10 or 15 people", "10..15", 3),
    ("15 to 10 people", "15", 1),
    ("12 and 15 people", "12", 1),
    ("from 10 to 15 people", "10..15", 4),
    ("10–15 people", "10..15", 1),
    ("1,200–1,500 people", "1200..1500", 1),
    ("between 10-15 people", "10..15", 4),
    ("between 10–15 people", "10..15", 2),
    ("anywhere from 10 to 15 people", "10..15", 5),
    ("at least 10–15 people", "10..", 3),
    ("2\u202f300 people", "2300", 2),
    ("1\u00a0250\u2009000 people", "1250000", 3),
    ("2 300 people", "2300", 2),
    ("2 300 acres", "2", 1),
    ("2  300 people", "2", 1),
    ("2\u202f30 people", "2", 1),
    ("2.300 people", "2300", 1),
    ("two or three people", "2..3", 3),
    ("100+ people", "100..", 2),
    ("100-plus people", "100..", 3),
    ("ten or more people", "10..", 3),
]


@pytest.mark.parametrize(("text", "value", "length"), CASES)
def test_read(nlp, text, value, length):
    found = _numbers.read(words(nlp(text)), 0)
    assert found is not None
    assert (_numbers.value(found.min, found.max), found.end) == (value, length)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        pytest.param("many people", 0, id="no figure"),
        pytest.param("third man", 0, id="ordinal"),
        pytest.param("$50 each", 1, id="money"),
        pytest.param("50 percent", 0, id="share"),
        pytest.param("50% of them", 0, id="share by sign"),
        pytest.param("9 mm pistol", 0, id="calibre"),
        pytest.param("AK-47 rifle", 0, id="name of a rifle"),
        pytest.param("12 kilometres away", 0, id="distance"),
        pytest.param("22-year-old man", 0, id="age"),
        pytest.param("aged 22", 1, id="age after its word"),
        pytest.param("4 March", 0, id="day before month"),
        pytest.param("Feb. 17, a man", 1, id="day after month"),
        pytest.param("1998 attack", 0, id="year"),
        pytest.param("12:30 today", 0, id="time"),
        pytest.param("6 p.m. today", 0, id="hour"),
        pytest.param("flight 182 fell", 1, id="flight"),
        pytest.param("page 12 says", 1, id="page"),
        pytest.param("between 10 people", 0, id="half a range"),
    ],
)
def test_read_refuses(nlp, text, start):
    assert _numbers.read(words(nlp(text)), start) is None


@pytest.mark.parametrize("text", ["12", "81..", "..399", "10..15"])
def test_bounds_undo_value(text):
    assert _numbers.value(*_numbers.bounds(text)) == text
