from datetime import date

import pytest

from incidents.extractors.mention import Mention
from incidents.pipeline.benchmark import clusters
from incidents.pipeline.merge.bars import bar
from incidents.pipeline.merge.likeness import likeness

TEXT = "Ida Holm, 19, was shot in Vaasa. Three people were hurt near Sundholm."


def mention(label, text, value, **attributes):
    start = TEXT.index(text)
    packed = tuple(sorted(attributes.items()))
    return Mention(start, start + len(text), label, text, value, "x", packed)


MENTIONS = [
    mention("PERSON", "Ida Holm", "Ida Holm"),
    mention("AGE", "19", "19"),
    mention("PLACE", "Vaasa", "632978", kind="city"),
    mention("INJURED", "Three people", "3"),
]


def marks(doc_id, text=TEXT, mentions=MENTIONS, day=date(2021, 3, 4)):
    return clusters.marks(doc_id, text, day, mentions)


def test_what_an_article_says_may_all_be_of_its_event():
    found = marks("a")
    assert found.people == {"holm"}
    assert found.ages == {"19"}
    assert found.places == {"vaasa"}
    assert found.injured == (3, 3)
    assert {"shot", "vaasa", "sundholm"} <= found.words
    assert "sundholm" in found.names
    assert found.lead == {"ida", "holm", "vaasa", "sundholm"}
    assert marks("a", f"{'x' * 250} near Tarn").lead == set()


def test_no_place_of_an_article_bars_another():
    far = [mention("PLACE", "Vaasa", "632978", kind="city")]
    one, other = marks("a"), marks("b", TEXT.replace("Vaasa", "Lima"), far)
    assert bar(one, other) is None
    assert "same age" in likeness(marks("a"), marks("b"))


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2014-02-21", date(2014, 2, 21)),
        ("Posted on March 5, 2011 at 3 : 39 PM", date(2011, 3, 5)),
        ("Updated : Sat Nov 12 2011, 01 : 19 hrs", date(2011, 11, 12)),
        ("March 2011", None),
        ("Posted on May 3", None),
        ("Tarn, Ida Holm", None),
        ("", None),
        (None, None),
    ],
)
def test_the_day_is_taken_where_it_is_one(printed, day):
    assert clusters.day({"dct": printed}) == day


def test_a_title_is_said_once():
    assert clusters.said({"title": "A", "text": "A\nb"}) == "A\nb"
    assert clusters.said({"title": "T", "text": "b"}) == "T\n\nb"
    assert clusters.said({"text": "b"}) == "b"
