"""Nouns for people, each with the number that stands before it."""

import pytest

from incidents.pipeline.assemble.support.counted import counted
from tests.pipeline.assemble.support.made import passage


def told(text):
    shown = passage(text)
    found = counted(shown, (shown.start, shown.end))
    return [(n, shown.text[slice(*span)]) for n, span in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six young men came.", [(6, "men")]),
        ("12 men came.", [(12, "men")]),
        ("Men came.", [(0, "Men")]),
        ("Six bakeries burned.", []),
        ("Six of the men came.", [(0, "men")]),
        ("Six, men came.", [(0, "men")]),
        ("At six (men) came.", [(0, "men")]),
        ("Six very tall young men came.", [(6, "men")]),
        ("Six very tall and young men came.", [(0, "men")]),
        ("Six old very tall young men came.", [(0, "men")]),
        ("Two women met six men.", [(2, "women"), (6, "men")]),
    ],
)
def test_people_are_counted_by_the_number_before_them(text, expected):
    assert told(text) == expected


def test_only_the_words_asked_for_are_read():
    shown = passage("Six men and two women.")
    assert [n for n, _ in counted(shown, (0, 7))] == [6]
