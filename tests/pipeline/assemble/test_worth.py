import pytest

from incidents.pipeline.assemble.belonging import Chosen
from incidents.pipeline.assemble.worth import worths
from tests.pipeline.assemble.made import event, story, word

ONE = story(event(word(), sure=0.87, start=500, block=500))
MAY = {"DATE": [Chosen("2014-05-01", 0.9)]}


def far(start, **said):
    return story(event(word(), start=start, block=start, **said))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((ONE, {}), "story of attack"),
        ((ONE, {}), "sure to 8/10"),
        ((ONE, {}), "1 events"),
        ((ONE, {}), "told in a sentence"),
        ((ONE, {}), "the only story"),
        ((ONE, {}), "date none"),
        ((ONE, {}), "attack: date not told"),
        ((ONE, {}), "0 of day, place and target"),
        ((ONE, MAY), "date surely"),
        ((ONE, MAY), "attack: date told"),
        ((ONE, MAY), "date to the day"),
        ((ONE, MAY), "1 of day, place and target"),
        ((ONE, {"PLACE": [Chosen("ayt", 0.5)]}), "place maybe"),
        ((ONE, {"PLACE": [Chosen("ayt", 0.3)]}), "place hardly"),
        ((ONE, {"COUNTRY": [Chosen("YE", 0.7)]}), "country likely"),
        ((ONE, {"COUNTRY": [Chosen("YE", 0.7)]}), "1 of day, place and target"),
        ((ONE, {"DATE": [Chosen("2014-05", 0.9)]}), "date to the month"),
        ((ONE, {"DATE": [Chosen("2014-05/2014-06", 0.9)]}), "date to the interval"),
        ((story(event(kind="arrest")), MAY), "arrest: date told"),
        ((story(event(kind="arrest")), {}), "no event word"),
        ((story(event(listed=True)), {}), "item"),
        ((story(event(block=3)), {}), "at the head"),
        ((story(event(reference="new")), {}), "spoken of as new"),
        ((story(event(word(number="plural"))), {}), "several, in one word"),
        ((story(event(word()), event(kind="detail")), {}), "2 events"),
        ((story(event(word()), event(kind="detail")), {}), "1 events of its own"),
    ],
)
def test_signs(told, expected):
    assert expected in worths([told], 9_000)[0]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (2, "one of few"),
        (3, "one of few"),
        (4, "one of many"),
        (11, "one of very many"),
    ],
)
def test_how_many_stories(number, said):
    assert said in worths([(ONE, {})] * number, 9_000)[0]


def alike(first, second, start=600):
    """What is said of the second because of the first."""
    told = [(ONE, first), (far(start), second)]
    return {s for s in worths(told, 9_000)[1] if "fuller" in s or "poorer" in s}


AYT = {"PLACE": [Chosen("ayt", 0.9)]}


def test_the_same_as_a_fuller_story():
    assert alike(MAY | AYT, MAY) == {
        "a fuller story alike by 1",
        "a fuller story with the same day",
        "fuller story near",
    }
    assert "fuller story far" in alike(MAY | AYT, MAY, start=1500)


def test_as_full_the_one_told_first_is_fuller():
    assert "a fuller story alike by 1" in alike(MAY, MAY)
    told = [(ONE, MAY), (far(600), MAY)]
    assert "a poorer story alike by 1" in worths(told, 9_000)[0]


@pytest.mark.parametrize(
    "second",
    [
        pytest.param({"DATE": [Chosen("2014-05-02", 0.9)]} | AYT, id="another day"),
        pytest.param(MAY | {"PLACE": [Chosen("aden", 0.9)]}, id="another place"),
        pytest.param({"WEAPON": [Chosen("explosives", 0.9)]}, id="nothing in common"),
    ],
)
def test_what_is_not_the_same(second):
    assert alike(MAY | AYT | {"WEAPON": [Chosen("explosives", 0.9)]}, second) == set()


def test_two_marks_weigh_more_than_one_that_differs():
    cain = {"PERSON": [Chosen("Cain", 0.9)]}
    assert "a fuller story alike by 2" in alike(
        MAY | cain | AYT, MAY | cain | {"PLACE": [Chosen("aden", 0.9)]}
    )


@pytest.mark.parametrize(
    ("n", "length", "said", "not_said"),
    [
        (0, 1_199, "short report", "later story"),
        (0, 1_200, "first story", "short report"),
        (1, 9_000, "later story", "first story"),
        (1, 9_000, "the surest", "another is surer"),
        (0, 9_000, "another is surer", "the surest"),
    ],
)
def test_where_it_is_told(n, length, said, not_said):
    told = [(story(event(word(), sure=0.3)), {}), (story(event(word(), sure=0.9)), {})]
    seen = worths(told, length)[n]
    assert said in seen and not_said not in seen


def test_how_its_words_are_told():
    planned = word("raid", reached="planned@0:4", agent="state")
    seen = worths([(story(event(planned)), {})], 9_000)[0]
    assert {"attack planned", "planned of a word", "only by a state"} <= seen
    assert "only by a state" not in worths([(story(event(word())), {})], 9_000)[0]


def test_of_many_stories_those_near_or_with_a_mark_in_common_are_compared():
    day = {"DATE": [Chosen("2014-05", 0.9)]}
    finer = {"DATE": [Chosen("2014-05-02", 0.9)]}
    ayt = {"PLACE": [Chosen("ayt", 0.9)]}
    told = [(ONE, {**day, **ayt}), *[(ONE, {})] * 80, (ONE, ayt), (ONE, finer)]
    seen = worths(told, 9_000)
    assert "a poorer story with the same place" in seen[0]  # far, but of one place
    assert "a poorer story with the same day" not in seen[0]  # far, and overlaps only
    assert "a fuller story with the same day" not in seen[82]
    assert "a fuller story with the same place" in seen[81]
