"""What the calendar has, and has not."""

from datetime import date

import pytest

from incidents.extractors import dates
from incidents.extractors.dates import calendars
from incidents.extractors.dates.calendars import Anchor
from tests.told import cases, told


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
On 30 February 2014, 31 April 2014, 29 February 2015 or 29 February 2016 he fled.
  DATE 2016-02-29 | 29 February 2016
In 480 BC and 4 BC he fled; in 0 BC none did.
  DATE -0480 | 480 BC
  DATE -0004 | 4 BC
In April 480 BC he fled.
  DATE -0480-04 | April 480 BC
In the 470s BC and the fourth century BC he fled.
  DATE | 470s BC | bc=047
  DATE | the fourth century BC | bc=03
From 264 to 241 BC and in 396-395 BC they fought.
  DATE -0264 | 264
  DATE -0241 | 241 BC
  DATE -0396 | 396
  DATE -0395 | 395 BC
"""),
)
def test_told(nlp, text, lines):
    assert told(text, dates.extract(nlp(text), None)) == lines


@pytest.mark.parametrize(
    ("parts", "value"),
    [
        ((2024,), "2024"),
        ((476,), "0476"),
        ((2024, 2), "2024-02"),
        ((2024, 2, 29), "2024-02-29"),
        ((2023, 2, 29), ""),
        ((2023, 13), ""),
        ((10_000,), ""),
        ((-480, 4, 3), "-0480-04-03"),
        ((-480, 2, 29), "-0480-02-29"),
        ((0,), "0000"),
    ],
)
def test_edtf(parts, value):
    assert calendars.edtf(*parts) == value


@pytest.mark.parametrize(
    ("anchor", "day"),
    [
        (Anchor(2024, 3, 22, ""), date(2024, 3, 22)),
        (Anchor(1, 1, 1, ""), date(1, 1, 1)),
        (Anchor(2024, 3, None, ""), None),
        (Anchor(-480, 3, 22, ""), None),
        (Anchor(0, 3, 22, ""), None),
    ],
)
def test_the_day_of_an_anchor(anchor, day):
    assert anchor.date == day


@pytest.mark.parametrize(
    ("day", "week", "weekend"),
    [
        (18, "2024-03-18/2024-03-24", "2024-03-23/2024-03-24"),
        (22, "2024-03-18/2024-03-24", "2024-03-23/2024-03-24"),
        (24, "2024-03-18/2024-03-24", "2024-03-23/2024-03-24"),
    ],
)
def test_week_and_weekend(day, week, weekend):
    assert calendars.week(date(2024, 3, day)) == week
    assert calendars.weekend(date(2024, 3, day)) == weekend


def test_the_calendar_has_an_end():
    assert calendars.shift_days(date.max, 1) == date.max
    assert calendars.shift_days(date.min, -1) == date.min
    assert calendars.shift_months(1, 1, -1) == ""
    assert calendars.shift_months(1, 1, 0) == "0001-01"
    assert calendars.shift_months(9999, 12, 0) == "9999-12"
    assert calendars.shift_months(9999, 12, 1) == ""


def test_shift_months():
    assert calendars.shift_months(2024, 3, 10) == "2025-01"
    assert calendars.shift_months(2024, 3, -3) == "2023-12"


@pytest.mark.parametrize(
    ("number", "back", "ahead"), [(5, 22, 29), (4, 21, 28), (6, 16, 23), (7, 17, 24)]
)
def test_nearest_weekday(number, back, ahead):
    friday = date(2024, 3, 22)
    assert calendars.nearest_weekday(friday, number, False) == date(2024, 3, back)
    assert calendars.nearest_weekday(friday, number, True) == date(2024, 3, ahead)


@pytest.mark.parametrize(
    ("year", "decade", "century"),
    [
        (1989, "198X", "19XX"),
        (476, "047X", "04XX"),
        (1, "000X", "00XX"),
        (9999, "999X", "99XX"),
        (0, "", ""),
        (10_000, "", ""),
    ],
)
def test_decade_and_century(year, decade, century):
    assert (calendars.decade(year), calendars.century(year)) == (decade, century)


def test_quarter_and_half():
    assert calendars.quarter(2024, 1) == "2024-01/2024-03"
    assert calendars.quarter(2024, 4) == "2024-10/2024-12"
    assert calendars.half(2024, 1) == "2024-01/2024-06"
    assert calendars.half(2024, 2) == "2024-07/2024-12"


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024", (2024, 1, 1), (2024, 12, 31)),
        ("2024~", (2024, 1, 1), (2024, 12, 31)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2024-02-03", (2024, 2, 3), (2024, 2, 3)),
        ("2024-02/2024-04", (2024, 2, 1), (2024, 4, 30)),
        ("0001", (1, 1, 1), (1, 12, 31)),
        ("2024-22", (2024, 1, 1), (2024, 12, 31)),  # a season: of its year
    ],
)
def test_bounds(value, first, last):
    assert calendars.bounds(value) == (date(*first), date(*last))


@pytest.mark.parametrize("value", ["", "198X", "-0480", "0000", "2024/198X"])
def test_no_bounds(value):
    assert calendars.bounds(value) is None
