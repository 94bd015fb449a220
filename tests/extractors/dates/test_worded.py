"""Words that count from another day, last, or recur: what finds them."""

import pytest

from incidents.extractors.dates.patterns import find

KINDS = {
    "deictic": ["yesterday", "the day before yesterday", "tomorrow morning", "tonight"],
    "weekday": ["Friday", "last Friday", "this past Monday", "the following Tuesday"],
    "unit": ["next week", "that same month", "the ensuing year"],
    "which_month": ["last June", "this past May", "the following March", "that June"],
    "offset": [
        "three days later",
        "a year ago",
        "about two weeks earlier",
        "a day prior",
    ],
    "ahead": ["in two weeks' time", "In a month's time"],
    "to_the_day": [
        "a year ago today",
        "Exactly ten years ago to the day",
        "two months ago this week",
        "two decades ago today",
        "a year ago on Monday",
    ],
    "exactly_ago": ["Exactly a decade ago", "exactly two years ago"],
    "weekend": ["the weekend"],
    "edge": ["the end of the year", "early in the month", "year's end"],
    "duration": ["three days", "16-hour", "the past two years", "half an hour"],
    "set": ["every day", "each Monday", "every other week", "every winter"],
    "rate": ["twice a week", "three times per year"],
    "adverb_set": ["hourly", "nightly", "annually"],
    "weekdays": ["Mondays"],
    "clock": ["10:30 a.m.", "9 pm", "15:00 GMT", "9.45 pm"],
    "military_clock": ["1530 hours", "0400 UTC"],
    "noon": ["noon", "midnight"],
}


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in KINDS.items() for text in texts]
)
def test_found(kind, text):
    (found,) = find(text)
    assert (found.kind, found.start, found.end) == (kind, 0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "Black Friday",
        "Bloody Sunday",
        "high noon",
        "in weeks",
        "12345:30",
        "todays",
    ],
)
def test_not_found(text):
    assert [f.kind for f in find(text) if f.kind in KINDS] == []
