"""A mention: its place in the text, its attributes, the cues that reach it."""

import pytest

from incidents.extractors.mention import Mention, pack


def mention(**attributes):
    return Mention(3, 7, "DATE", "2014", "2014", "x", pack(**attributes))


def test_of_a_span(nlp):
    doc = nlp("In May 2014")
    found = Mention.from_span(doc[1:], "DATE", "2014-05", "x", mod=None, part="MO")
    assert (found.start, found.end, found.text) == (3, 11, "May 2014")
    assert found.attributes == (("part", "MO"),)


def test_attributes_are_sorted_and_the_missing_left_out():
    assert pack(b=1, a="x", c=None) == (("a", "x"), ("b", 1))
    assert mention(a="1").get("a") == "1"
    assert mention(a="1").get("b") is None


def test_order_is_that_of_the_text():
    later = Mention(4, 5, "A", "x", "", "x")
    assert sorted([later, mention()]) == [mention(), later]


def test_attributes_make_no_other_mention():
    assert mention(a="1") == mention(a="2")


def test_what_reaches_it():
    found = mention(reached="negation@120:123|hedge@130:139")
    assert [(r.category, r.start, r.end) for r in found.reached()] == [
        ("negation", 120, 123),
        ("hedge", 130, 139),
    ]
    assert [r.start for r in found.reached("hedge", "claim")] == [130]
    assert found.reached("claim") == ()


@pytest.mark.parametrize("categories", [(), ("negation",)])
def test_nothing_reaches_it(categories):
    assert mention().reached(*categories) == ()
