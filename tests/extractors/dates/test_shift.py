"""From one date to another."""

import pytest

from incidents.extractors.dates.calendars import Anchor
from incidents.extractors.dates.context import Context
from incidents.extractors.dates.shift import base, shift

DAY = Anchor(2024, 3, 22, "published")  # a Friday
STORY = Anchor(2019, 12, None, "3:9")


@pytest.mark.parametrize(
    ("steps", "code", "value"),
    [
        (0, "D", "2024-03-22"),
        (-22, "D", "2024-02-29"),
        (1, "W", "2024-03-25/2024-03-31"),
        (-1, "WE", "2024-03-16/2024-03-17"),
        (10, "M", "2025-01"),
        (-3, "M", "2023-12"),
        (-2024, "Y", ""),
        (-2023, "Y", "0001"),
        (7974, "Y", "9998"),
        (7975, "Y", ""),
        (-2, "DE", "200X"),
        (1, "CE", "21XX"),
        (1, "H", ""),
    ],
)
def test_shift(steps, code, value):
    assert shift(DAY, steps, code) == value


@pytest.mark.parametrize("code", ["D", "W", "WE", "M"])
def test_what_is_not_known_is_not_moved(code):
    assert shift(None, 1, code) == ""
    assert shift(Anchor(2024, None, None, "1:5"), 1, code) == ""


def test_a_month_has_no_day():
    assert shift(STORY, 1, "D") == shift(STORY, 1, "W") == ""
    assert shift(STORY, 1, "M") == "2020-01"


@pytest.mark.parametrize(
    ("which", "the", "anchor"),
    [
        ("next", "", DAY),
        ("last", "", DAY),
        ("last", "the", DAY),
        ("past", "the", DAY),
        ("next", "the", STORY),
        ("next", "that", STORY),
        ("last", "those", STORY),
        *((word, "", STORY) for word in "following ensuing same that".split()),
        *((word, "the", STORY) for word in "previous preceding".split()),
    ],
)
def test_base(which, the, anchor):
    context = Context("", DAY, True, False, None, last=STORY)
    assert base(which, the, context) == anchor


def test_a_history_counts_from_its_own_days_only():
    context = Context("", DAY, True, True, None, last=STORY)
    assert base("next", "", context) is None
    assert base("next", "the", context) == STORY
