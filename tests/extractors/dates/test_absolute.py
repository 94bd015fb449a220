"""Years, months and days that are printed outright."""

import pytest

from incidents.extractors.dates.absolute import complete, full_year, numeric, printed
from incidents.extractors.dates.patterns import find


def only(text):
    (found,) = find(text)
    return found


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2014-03-05", (2014, 3, 5)),
        ("5 March 2014", (2014, 3, 5)),
        ("March fifth, 2014", (2014, 3, 5)),
        ("March 5", (None, 3, 5)),
        ("March 2014", (2014, 3, None)),
        ("04/2014", (2014, 4, None)),
        ("4 Feb 90 (Agency)", (1990, 2, 4)),
        ("4 Feb 30 (Agency)", (2030, 2, 4)),
        ("4 Feb 31 (Agency)", (1931, 2, 4)),
    ],
)
def test_printed(text, parts):
    assert printed(only(text)) == parts


@pytest.mark.parametrize("text", ["March 5", "March 2014", "30 February 2014"])
def test_not_complete(text):
    assert complete(only(text)) is None


def test_complete():
    assert complete(only("29 February 2016")) == (2016, 2, 29)


@pytest.mark.parametrize(
    ("text", "day_first", "value"),
    [
        ("03/04/2023", None, "2023"),
        ("03/04/2023", True, "2023-04-03"),
        ("03/04/2023", False, "2023-03-04"),
        ("04/04/2023", None, "2023-04-04"),
        ("13/04/2023", None, "2023"),
        ("04/13/2023", None, "2023"),
        ("13/14/2023", None, ""),
        ("13/04/2023", False, ""),
        ("3/4/23", True, "2023-04-03"),
    ],
)
def test_numeric(text, day_first, value):
    assert numeric(only(text), day_first) == value


@pytest.mark.parametrize(
    ("short", "near", "year"),
    [
        ("58", None, 1958),
        ("30", None, 2030),
        ("31", None, 1931),
        ("58", 1950, 1958),
        ("60", 1950, 1960),
        ("61", 1950, 1861),
    ],
)
def test_full_year(short, near, year):
    assert full_year(short, near) == year
