from dataclasses import replace

import pytest

from incidents.pipeline.assemble.bearing import (
    OF_A_MENTION,
    OF_ALL,
    OF_ITS_WORDS,
    signs,
)
from incidents.pipeline.assemble.offers import Document, offers
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.assemble.story import Story
from tests.pipeline.assemble.fill.made import context, passage, told

RAID = "a [raid](EVENT raid)"
RAIDED = "[raided](EVENT raided)"


def seen(*passages, kind, value, others=False):
    telling = told(*passages)
    stories = [telling.story, *([Story(telling.story.parts)] if others else [])]
    found = offers(Document(telling.reader, stories), telling.story)[kind]
    return signs(next(o for o in found if o.value == value))


DAY = "[1 May](DATE 2014-05-01)"
LATER = "[2 May](DATE 2014-05-02)"


@pytest.mark.parametrize(
    ("passages", "kind", "value", "expected"),
    [
        ([f"{RAID} on {DAY}"], "DATE", "2014-05-01", "in the event, a sentence"),
        ([f"{RAID} on {DAY}"], "DATE", "2014-05-01", "in attack"),
        ([f"{RAID} on {DAY}"], "DATE", "2014-05-01", "tie close, in the event"),
        ([f"{RAID} on {DAY}"], "DATE", "2014-05-01", "after the event word"),
        ([f"{RAID} on {DAY}"], "DATE", "2014-05-01", "the only one"),
        ([f"{RAID} on {DAY}"], "DATE", "2014-05-01", "day"),
        ([f"{DAY}, {RAID}"], "DATE", "2014-05-01", "before the event word"),
        ([f"{RAID} on {DAY}, {LATER}"], "DATE", "2014-05-01", "earliest day"),
        ([f"{RAID} on {DAY}, {LATER}"], "DATE", "2014-05-02", "not the earliest day"),
        ([f"{RAID} on {DAY}, {LATER}"], "DATE", "2014-05-01", "first of its kind"),
        ([f"{RAID} on {DAY}, {LATER}"], "DATE", "2014-05-02", "not the first"),
        ([f"{RAID} on {DAY}, {LATER}"], "DATE", "2014-05-02", "as near as another"),
        ([f"{RAID} on {DAY}, {LATER}"], "DATE", "2014-05-02", "1 as near as it"),
        (
            [f"{RAID} on {DAY} in [May](DATE 2014-05)"],
            "DATE",
            "2014-05",
            "a finer day is told",
        ),
        (
            [f"{RAID} on {DAY} in [May](DATE 2014-05)"],
            "DATE",
            "2014-05-01",
            "a coarser day is told",
        ),
        ([RAID, context(f"on {DAY}")], "DATE", "2014-05-01", "nearest: 1 after"),
        (
            [f"{RAID} on {LATER}", context(f"on {DAY}")],
            "DATE",
            "2014-05-01",
            "another is nearer",
        ),
        (
            [f"{RAID} on {LATER}", context(f"on {DAY}")],
            "DATE",
            "2014-05-02",
            "nearer than others",
        ),
        (
            [passage(RAID), context(f"\n\n{DAY}")],
            "DATE",
            "2014-05-01",
            "another paragraph",
        ),
        (
            [passage(f"{RAID} on {DAY}", strength=0.4)],
            "DATE",
            "2014-05-01",
            "in an unsure event",
        ),
        (
            [passage("[1 May](DATE 2014-05-01; column=0:1)", origin="row")],
            "DATE",
            "2014-05-01",
            "in its column",
        ),
        (
            [f"{RAID} [then](DATE 2014-05-01; derived_from=published)"],
            "DATE",
            "2014-05-01",
            "by the day of publication",
        ),
        (
            [f"{RAID}, [then](DATE 2014-05; reached=speech@0:1; mod=EARLY)"],
            "DATE",
            "2014-05",
            "speech reaches it",
        ),
        (
            [f"{RAID}, [then](DATE 2014-05; mod=EARLY)"],
            "DATE",
            "2014-05",
            "mod early",
        ),
        ([f"{RAID} killed [1](KILLED 1)"], "KILLED", "1", "one"),
        ([f"{RAID} killed [12](KILLED 12)"], "KILLED", "12", "tens"),
        ([f"{RAID} killed [1,200](KILLED 1200)"], "KILLED", "1200", "hundreds"),
        ([f"{RAID} killed [12](KILLED 12..)"], "KILLED", "12..", "open"),
        (
            [f"{RAID} killed [3](KILLED 3), [4](KILLED 4)"],
            "KILLED",
            "4",
            "the largest",
        ),
        (
            [f"{RAID} killed [3](KILLED 3), [4](KILLED 4)"],
            "KILLED",
            "3",
            "not the largest",
        ),
        (
            [f"{RAID} by [3](SUSPECTS 3), [Abel](PERSON Abel; role=suspect)"],
            "SUSPECTS",
            "3",
            "others are named",
        ),
        (
            [f"{RAID} by [one](SUSPECTS 1), [Abel](PERSON Abel; role=suspect)"],
            "SUSPECTS",
            "1",
            "as many as are named",
        ),
        (
            [f"{RAID} in [Ayt](PLACE; kind=city), [Yemen](PLACE; kind=country)"],
            "PLACE",
            "yemen",
            "large, a smaller is told",
        ),
        (
            [f"{RAID} in [Ayt](PLACE; kind=city), [Yemen](PLACE; kind=country)"],
            "PLACE",
            "ayt",
            "small, no smaller is told",
        ),
        (
            [f"{RAID} on [an inn](TARGET business; object=1; head=inn)"],
            "TARGET",
            "an inn",
            "object, in the event",
        ),
        (
            [f"{RAID} near [an inn](TARGET business; head=inn)"],
            "TARGET",
            "an inn",
            "named only, in the event",
        ),
        ([f"{RAID} at [an inn](TARGET; head=inn)"], "TARGET", "an inn", "head inn"),
        ([f"{RAID} on [Cain](PERSON)"], "TARGET", "cain", "a person, in the event"),
        ([f"{RAID} on [Cain](PERSON)"], "TARGET", "cain", "one word"),
        (
            [f"{RAID} at [an inn](TARGET), [the old inn](TARGET)"],
            "TARGET",
            "the old inn",
            "shares words with another, longer",
        ),
        (
            [f"{RAID} by [Reds](GROUP; name=Reds)", "[Reds](GROUP; name=Reds)"],
            "GROUP",
            "Reds",
            "2 times in the story",
        ),
        ([f"{RAID} by [Reds](GROUP; name=Reds)"], "GROUP", "Reds", "told as nothing"),
        ([f"{RAID}, [held](LEGAL arrested)"], "LEGAL", "arrested", "step arrested"),
        (
            [passage("[held](LEGAL arrested)", "arrest")],
            "LEGAL",
            "arrested",
            "arrested of an arrest",
        ),
        ([f"{RAID} on {DAY}"], "DATE", "2014-05-01", "told most in the document"),
        ([f"{RAID} on {DAY}"], "DATE", "2014-05-01", "once in the document"),
        ([f"{RAID} on {DAY}"], "DATE", "2014-05-01", "story of attack"),
        ([f"{RAID} on {DAY}"], "DATE", "2014-05-01", "story sure to 3/4"),
        ([f"{RAID} on {DAY}"], "DATE", "2014-05-01", "the only story"),
        (
            [passage(f"{RAID} on {DAY}", origin="entry")],
            "DATE",
            "2014-05-01",
            "story in a table or timeline",
        ),
    ],
)
def test_signs(passages, kind, value, expected):
    assert expected in seen(*passages, kind=kind, value=value)


def test_what_another_story_reaches_too():
    one = seen(f"{RAID} on {DAY}", kind="DATE", value="2014-05-01", others=True)
    assert "of another story, in the event" in one
    assert "one of few stories" in one


def test_how_it_hangs_on_the_event_word():
    made = passage(
        f"[Abel](PERSON Abel) {RAIDED} it near [Cain](PERSON Cain)",
        parse="NNP/nsubj/1 VBD/ROOT/1//raid PRP/dobj/1 IN/prep/1 NNP/pobj/3",
    )
    abel = seen(made, kind="PERSON", value="Abel")
    assert {"nsubj of the event word", "as nsubj", "verb raid"} <= abel
    cain = seen(made, kind="PERSON", value="Cain")
    assert {"after near of the event word", "after near"} <= cain


def test_which_of_the_targets_of_its_event_one_is():
    made = passage(
        f"[they](GROUP x) {RAIDED} [huts](TARGET unknown) of [Cain](PERSON Cain)",
        parse="PRP/nsubj/1 VBD/ROOT/1//raid NNS/dobj/1 IN/prep/2 NNP/pobj/3",
    )
    huts = seen(made, kind="TARGET", value="huts")
    assert {
        "number 1 of 2 in the event",
        "target of no role, 1 special others",
        "by dobj",
    } <= huts
    assert {
        "number 2 of 2 in the event",
        "person of no role, 1 special others",
        "by pobj of dobj",
    } <= seen(made, kind="TARGET", value="cain")
    far = seen(RAID, context("in [huts](TARGET unknown)"), kind="TARGET", value="huts")
    assert not any("in the event" in sign and "number" in sign for sign in far)


def test_whom_a_step_is_taken_against():
    made = passage(
        "[Cain](PERSON Cain) was [charged](LEGAL charged)",
        parse="NNP/nsubjpass/2 VBD/auxpass/2 VBN/ROOT/2",
    )
    assert {
        "a step is taken against them",
        "a step is taken against them somewhere",
    } <= seen(made, kind="PERSON", value="Cain")
    assert {"step against somebody named", "step against somebody beside it"} <= seen(
        made, kind="LEGAL", value="charged"
    )


def test_two_readings_of_the_same_words():
    telling = told(f"{RAID} on [Cain](PERSON Cain)")
    (cain,) = telling.story.events[0].of("PERSON")
    read = Reader(telling.reader.doc, [cain, replace(cain, label="TARGET")])
    document = Document(read, [telling.story])
    (offer,) = offers(document, telling.story)["PERSON"]
    assert {s for s in signs(offer) if s.startswith("over ")} == {"over target"}


def test_no_sign_is_read_twice():
    for table in (OF_ITS_WORDS, OF_A_MENTION, OF_ALL):
        assert len(table) == len({*table})


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "the only story"),
        (2, "one of few stories"),
        (3, "one of few stories"),
        (4, "one of many stories"),
    ],
)
def test_how_many_stories_the_document_has(number, said):
    telling = told(f"{RAID} on {DAY}")
    document = Document(telling.reader, [telling.story] * number)
    (offer,) = offers(document, telling.story)["DATE"]
    told_of = {"the only story", "one of few stories", "one of many stories"}
    assert signs(offer) & told_of == {said}
