"""Forms: lines of a field and what stands in it."""

import pytest

from incidents.pipeline.assemble.forms import forms
from tests.pipeline.assemble.made import found, reader

DAY, TOWN, DEAD = "Date: 4 May 2021", "Place: Tarn", "Killed: 3"
HALL = "Target: the town hall"


def told(text):
    """What each form tells: the labels, words and values of its mentions."""
    named = [("4 May 2021", "DATE", "2021-05-04"), ("Tarn", "PLACE", "7")]
    ones = [found(text, words, *more) for words, *more in named if words in text]
    return [
        [(m.label, m.text, m.value) for m in event.mentions]
        for event in forms(reader(text, *ones))
    ]


def lines(*fields):
    return "\n".join(fields) + "\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(lines(DAY, TOWN, DEAD), id="three fields"),
        pytest.param(lines(DAY, TOWN, "Author: A. Roe", "Topic: Fish"), id="unknown"),
        pytest.param(lines(DAY, DEAD, "Injured: 4", "Weapon: Axe"), id="a day alone"),
        pytest.param(lines(DAY, TOWN, "Nobody fled.", HALL, DEAD), id="interrupted"),
        pytest.param(
            "Date: 4 May 2021, Place: Tarn, Target: hall, Killed: 3", id="line"
        ),
        pytest.param("", id="empty"),
    ],
)
def test_no_form(text):
    assert told(text) == []


def test_a_country_and_a_town_are_of_one_form():
    country = "Country: Ruritania"
    one = told(lines(country, TOWN, DAY, HALL, DEAD))
    assert [[m[0] for m in form] for form in one] == [
        ["PLACE", "DATE", "TARGET", "KILLED"]
    ]
    assert len(told(2 * lines(DAY, TOWN, HALL, DEAD))) == 2


def test_a_form_is_an_event():
    text = "Log\n\n" + lines(DAY, TOWN, HALL, DEAD)
    assert told(text) == [
        [
            ("DATE", "4 May 2021", "2021-05-04"),
            ("PLACE", "Tarn", "7"),
            ("TARGET", "the town hall", "government"),
            ("KILLED", "3", "3"),
        ]
    ]
    (event,) = forms(reader(text, found(text, "Tarn", "PLACE", "7")))
    assert (event.kind, event.origin, event.structured) == ("attack", "row", True)
    assert text[event.start : event.end] == lines(DAY, TOWN, HALL, DEAD).strip()


def test_a_field_again_begins_another():
    one = lines(DAY, TOWN, HALL, DEAD)
    assert [len(e) for e in told(one + one)] == [4, 2]
    assert [len(e) for e in told(one + "\n" + one)] == [4, 2]


def test_marks_of_print_and_unknown_fields_between():
    text = lines(f"**Date:** {DAY[6:]}", "- Place: Tarn", "Source: A", HALL, DEAD)
    assert [len(e) for e in told(text)] == [4]
