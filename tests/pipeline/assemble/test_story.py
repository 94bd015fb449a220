from incidents.pipeline.assemble.story import Joined, Story
from tests.pipeline.assemble.made import event, mention, story, word

DAY, OTHER = mention("DATE", "2021-03-04"), mention("DATE", "2021-03")


def test_a_detail_is_a_part_but_gives_no_traits():
    told = story(event(DAY), event(mention("PLACE", "Tarn"), kind="detail"))
    assert len(told.parts) == 2
    assert told.traits.dates == ("2021-03-04",)
    assert told.traits.places == frozenset()


def test_a_story_is_not_changed_by_what_joins():
    before = story(event(DAY))
    before.with_(event(OTHER), 1.0, "")
    assert len(before.events) == 1


def test_what_joins_keeps_its_strength_and_reason():
    new = event(OTHER, start=5)
    told = story(event(DAY)).with_(new, 0.7, "same month")
    assert told.parts[-1] == Joined(new, 0.7, "same month")
    assert told.traits.dates == ("2021-03-04", "2021-03")


def test_events_in_the_order_of_joining_start_by_place():
    told = story(event(word(), start=50), event(word(), start=20, end=30))
    assert [e.start for e in told.events] == [50, 20]
    assert told.start == 20
    assert Story().events == ()
