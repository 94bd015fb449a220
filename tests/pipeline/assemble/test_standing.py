import pytest

from pipeline.assemble.standing import standings
from tests.pipeline.assemble.made import event, mention, story, word

DAY, TOWN = (
    mention("DATE", "2021-03-04"),
    mention("PLACE", "7", kind="city", country="SE"),
)
HALL = mention("TARGET", text="the town hall", object="1")


def seen(*mentions, length=5_000, **said):
    (found,) = standings([story(event(*mentions, **said))], length)
    return found


@pytest.mark.parametrize(
    ("found", "signs"),
    [
        (seen(start=399), {"at the head", "first story", "1 stories", "the surest"}),
        (seen(length=1_199), {"short report"}),
        (seen(), {"no day", "no place", "no target", "no word of an event"}),
        (seen(DAY, TOWN, HALL), {"a day", "a town", "a target", "3 named"}),
        (seen(DAY), {"1 of day, place and target", "attack, 1 marks", "1 named"}),
        (seen(TOWN), {"1 of day, place and target, at the head"}),
        (seen(mention("DATE", "2021")), {"a year"}),
        (seen(mention("DATE", "2021-03")), {"a month"}),
        (seen(mention("KILLED", "2")), {"killed"}),
        (
            seen(word(number="plural")),
            {"only plural words", "several that nothing tells apart"},
        ),
        (seen(word(reference="new")), {"spoken of as new", "attack happened"}),
        (seen(word(agent="state")), {"only by a state"}),
        (seen(word(reached="motive@1:2")), {"motive of a word"}),
        (seen(sure=0.57), {"sure to 0.5"}),
        (seen(origin="row"), {"in a table or timeline"}),
        (seen(listed=True), {"item of a list"}),
        (seen(origin="title"), {"in the title"}),
    ],
)
def test_what_is_seen(found, signs):
    assert signs <= found


@pytest.mark.parametrize(
    ("found", "signs"),
    [
        (seen(start=400), {"at the head"}),
        (seen(length=1_200), {"short report"}),
        (seen(word(number="plural"), word(start=9)), {"only plural words"}),
        (
            seen(word(number="plural"), mention("KILLED", "2")),
            {"several that nothing tells apart"},
        ),
        (seen(word(agent="state"), word(start=9)), {"only by a state"}),
        (seen(DAY), {"nothing tells it from others of its kind"}),
    ],
)
def test_what_is_not_seen(found, signs):
    assert signs.isdisjoint(found)


def test_a_story_among_others():
    first = story(event(sure=0.4, block=0))
    later = story(event(sure=0.9, block=0, start=50), event(kind="detail"))
    one, other = standings([first, later], 5_000)
    assert {"another is surer", "first story"} <= one
    assert {"the surest", "later story", "begins in another's paragraph"} <= other
    assert "details follow" in other - one
    assert standings([], 9) == []
