"""Where patterns are tried: nowhere that they could match is left out."""

import re

import pytest

from incidents.extractors.dates import patterns
from incidents.extractors.dates.starts import starts

TEXTS = [
    "",
    "On Friday, the twenty-seventh of the May 2014, and Wednesday, March the 3rd",
    "9/11, 2024-03-22, 3.4.2023, on 23.11.84, 4 Feb 90 (Agency), 19-Nov-12, 20240322",
    "27 Dec '07; Dec 27, '07; 2025 January 06; 24 and 26 July; July 24-26, 2024",
    "March of 2024, 04/2020, 1992-95, '58, 264 to 241 BC, in 490, April 480 BC",
    "the 1980s and the '90s, mid-19th century, the summer of 2023, that winter",
    "Q1 2019, the second half of the year, the last weekend of\nMarch 2020",
    "first Monday of May 2014, last Friday night, on Mondays, the following March",
    "approximately one hundred and a half days, about twenty-five years later",
    "exactly a decade ago, ten years ago today, in two weeks' time, twice a week",
    "the previous more than seventy-three consecutive and a half years",
    "9 a.m., 15:00 GMT, 1530 hours, the next day, this MORNING, in THREE DAYS",
    # words that run into each other, as a PDF has them
    "onFriday, March 5 and x3 March, thefirst of May 2014, the_1980s, 5 Mayors",
]


@pytest.mark.parametrize("text", [*TEXTS, "\n\n".join(TEXTS)])
def test_what_a_pattern_matches_begins_where_it_is_tried(text):
    begins = starts(text)
    for kind, pattern in patterns._PATTERNS.items():
        matched = [m.start() for m in pattern.finditer(text)]
        assert set(matched) <= set(begins.get(kind, matched)), kind


def test_most_words_are_no_start():
    text = "The guards at the gate saw nothing of it until he had left them. " * 20
    assert not any(starts(text).values())
    assert not [*patterns.find(text)]


def test_every_name_is_that_of_a_pattern():
    assert starts("").keys() <= patterns._PATTERNS.keys()


def test_a_match_is_not_looked_for_within_another():
    pairs = re.compile(r"\w \w")
    found = patterns._matches(pairs, "a b c d", [0, 2, 4, 6])
    assert [m.span() for m in found] == [(0, 3), (4, 7)]
