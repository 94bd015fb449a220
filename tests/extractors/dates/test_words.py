"""Words for numbers, days, months and units."""

import re

import pytest

from incidents.extractors.dates import words


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("zero", 0),
        ("a", 1),
        ("An", 1),
        ("one", 1),
        ("nine", 9),
        ("thirteen", 13),
        ("twenty", 20),
        ("Thirty-five", 35),
        ("ninety nine", 99),
        ("a hundred", 100),
        ("1,300", 1300),
        ("2.5", 2.5),
        ("several", None),
        ("a few", None),
    ],
)
def test_number(word, value):
    assert words.number(word) == value


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("first", 1),
        ("Ninth", 9),
        ("twelfth", 12),
        ("twentieth", 20),
        ("twenty-first", 21),
        ("thirtieth", 30),
        ("thirty-first", 31),
        ("22nd", 22),
    ],
)
def test_ordinal_number(word, value):
    assert words.ordinal_number(word) == value


@pytest.mark.parametrize(("word", "day"), [("3", 3), ("23rd", 23), ("third", 3)])
def test_day_number(word, day):
    assert words.day_number(word) == day


def test_months_and_weekdays_by_full_and_short_name():
    months = "January Feb. mar APRIL May jun July AUG Sept. October Nov December"
    assert [words.month_number(m) for m in months.split()] == list(range(1, 13))
    weekdays = "monday Tues wed Thursday FRI Sat. sunday"
    assert [words.weekday_number(d) for d in weekdays.split()] == list(range(1, 8))


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("seconds", "S"),
        ("Minute", "M"),
        ("hours", "H"),
        ("day", "D"),
        ("nights", "D"),
        ("weeks", "W"),
        ("weekend", "WE"),
        ("month", "M"),
        ("years", "Y"),
        ("decades", "DE"),
        ("century", "CE"),
        ("centuries", "CE"),
    ],
)
def test_unit_code(word, code):
    assert words.unit_code(word) == code


@pytest.mark.parametrize(
    ("pattern", "full", "none"),
    [
        (words.MONTH, "May MAY june Jan. SEPT Sep", "may march jan MAYOR"),
        (words.WEEKDAY_OR_SHORT, "monday Tue Tues. Thur Thurs Sat", "mon Thurss"),
        (words.DAY, "1 01 31st 30 22nd 9th", "32 0 00 40"),
        (words.YEAR, "1000 1999 2099", "999 2100 20 3000"),
        (words.NUMBER, "2 1,300 2.5 ninety sixty-one nineteen", "1,30 12345 hundred"),
        (words.ORDINAL, "first twenty-ninth thirtieth thirty-first", "one forty-first"),
        (words.SEASON, "spring summer autumn winter fall", "season"),
        (words.PART, "dawn morning afternoon evening night", "noon"),
        (words.UNIT, "second week weekend decade century", "weeks centuries"),
        (words.UNITS_OF, "seconds week weekends decades centuries", "centurys"),
    ],
)
def test_patterns(pattern, full, none):
    assert [w for w in full.split() if not re.fullmatch(pattern, w)] == []
    assert [w for w in none.split() if re.fullmatch(pattern, w)] == []


@pytest.mark.parametrize("words_", ["a few", "a good few", "a couple of", "dozens of"])
def test_vague(words_):
    assert re.fullmatch(words.VAGUE, words_)


@pytest.mark.parametrize(
    ("gap", "is_one"),
    [(" ", 1), ("\n", 1), ("  ", 1), (" \n ", 1), ("\n\n", 0), ("\t", 0), ("", 0)],
)
def test_one_break_between_words(gap, is_one):
    assert bool(re.fullmatch(words.S, gap)) == is_one


@pytest.mark.parametrize(
    ("after", "stops"),
    [
        (" in", 1),
        (" and", 1),
        (" who", 1),
        (".", 1),
        (" )", 1),
        ("", 1),
        ("\n", 1),
        (" the", 0),
        (" inside", 0),
    ],
)
def test_where_a_phrase_ends(after, stops):
    assert bool(re.match(words.STOPS, after)) == stops
