"""Which words are found to speak of time, where patterns overlap."""

import pytest

from incidents.extractors.dates.patterns import find


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("In May 2014", [("month_year", "May 2014")]),
        ("5 May 2014", [("day", "5 May 2014")]),
        ("September 11 attacks", [("nine_eleven", "September 11")]),
        ("September 11, 2014", [("month_day", "September 11, 2014")]),
        ("2014 and 3 May", [("year", "2014"), ("day", "3 May")]),
    ],
)
def test_the_longest_is_kept(text, found):
    assert [(f.kind, text[f.start : f.end]) for f in find(text)] == found


def test_parts_and_where_they_stand():
    (found,) = find("On 5 May 2014")
    assert found.parts == {"day": "5", "month": "May", "year": "2014"}
    assert found.spans == {"day": (3, 4), "month": (5, 8), "year": (9, 13)}


def test_a_part_of_no_width_is_a_part():
    (found,) = find("the day before.")
    assert found.parts["stop"] == ""
    (found,) = find("the day before it")
    assert "stop" not in found.parts
