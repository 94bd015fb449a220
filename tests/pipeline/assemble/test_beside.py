import pytest

from incidents.pipeline.assemble.beside import AROUND, INSIDE, PLACES, beside, core
from tests.pipeline.assemble.fill.made import context, passage, told
from tests.pipeline.assemble.made import event, story

RAID = "a [raid](EVENT raid)"


def places(*passages):
    """Where each place stands to the story."""
    telling = told(*passages)
    found = beside(telling.reader, telling.story)
    return {n.mention.text: n.where for n in found if n.mention.label == "PLACE"}


def of(name):
    return context(f"of [{name}](PLACE).")


def test_what_stands_around():
    around = [of("A"), of("B"), of("C"), passage(f"{RAID} in [X](PLACE)")]
    found = places(*around, passage("[Y](PLACE)", "detail"), of("D"), of("E"))
    assert found == {
        "A": "at the head",
        "B": "2 before",
        "C": "1 before",
        "X": "in the event",
        "Y": "in a detail",
        "D": "2 after",
        "E": "at the head",
    }


def test_of_a_row_nothing_around_but_its_heading_and_the_head():
    far = context("x" * 400 + ".")
    headed = context("of [H](PLACE)\n")
    row = passage("[X](PLACE)", origin="row", section=len("of A. " + far.text + " "))
    assert places(of("A"), far, headed, row, of("B")) == {
        "A": "at the head",
        "H": "in the heading",
        "X": "in the event",
    }


def test_each_at_the_nearest_event():
    telling = told(f"{RAID} in [X](PLACE)", of("A"), f"{RAID} again")
    (near,) = (
        n for n in beside(telling.reader, telling.story) if n.mention.text == "A"
    )
    assert (near.where, near.event.start) == ("1 before", telling.story.events[1].start)
    assert not near.inside
    assert near.far == len(INSIDE)


def test_order():
    assert PLACES[:3] == INSIDE
    assert PLACES[3:9] == AROUND


@pytest.mark.parametrize("kind", ["attack", "plot"])
def test_core(kind):
    row, late = event(origin="row", start=50), event(start=9, kind=kind)
    told_ = story(late, event(kind="detail", start=1), event(start=3), row)
    assert [p.event.start for p in core(told_)] == [50, 3, 9]
