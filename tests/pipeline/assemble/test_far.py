from incidents.pipeline.assemble.far import Far, far_off
from incidents.pipeline.assemble.story import Story
from tests.pipeline.assemble.made import event, mention, story

TEXT = "One.\n\nTwo.\n\nThree.\n\nFour."


def at(start, value="Cain"):
    return mention("PERSON", value, start=start)


ONE, TWO = story(event(start=10, end=14)), story(event(start=30, end=34))
MANY = [ONE, TWO, story(event(start=90, end=94)), story(event(start=95, end=99))]


def test_which_story_is_told_before_and_after():
    far = Far(TEXT, [TWO, ONE])
    assert (far.before(at(5)), far.after(at(5))) == (None, ONE)
    assert (far.before(at(20)), far.after(at(20))) == (ONE, TWO)
    assert (far.before(at(40)), far.after(at(40))) == (TWO, None)


def test_how_many_paragraphs_end_between():
    far = Far(TEXT, [])
    assert far.paragraphs(0, 2) == 0
    assert far.paragraphs(0, len(TEXT)) == far.paragraphs(len(TEXT), 0) == 3


def test_of_few_stories_each_may_have_all():
    values = {"Cain": [at(5), at(40)]}
    assert Far(TEXT, [ONE, TWO]).since(values)(ONE) == values


def test_of_many_stories_each_has_what_is_told_since():
    values = {"Cain": [at(5), at(20)], "Abel": [at(40, "Abel")]}
    since = Far(TEXT, MANY).since(values)
    assert since(ONE) == {"Cain": [at(20)]}
    assert since(TWO) == {"Abel": [at(40, "Abel")]}
    assert since(MANY[3]) == {}


def test_far_off_is_nothing_that_is_known_and_of_the_rest_not_all():
    values = {f"n{n:02}": [at(100 + n)] * 9 for n in range(40)}
    found = list(far_off(values, {"n00": []}, ONE))
    assert len(found) == 12 * 3
    assert {near.where for near in found} == {"elsewhere"}
    assert at(100) not in {near.mention for near in found}
    assert list(far_off(values, {}, Story())) == []
