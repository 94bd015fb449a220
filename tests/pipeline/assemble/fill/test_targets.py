import pytest

from pipeline.assemble.fill.targets import targets
from pipeline.records import Target
from tests.pipeline.assemble.fill.made import bare, context, passage, shown, told

MOSQUE = "the [old mosque](TARGET religious; object=1)"
MARKET = "[a market](TARGET private_citizens; victim=1)"
PEOPLE = "[people](TARGET private_citizens; victim=1; generic=1)"


def read(*passages, kind="attack"):
    telling = told(*passages)
    incident, citations = targets(telling, bare(kind))
    return [(t.text, t.category) for t in incident.targets], shown(telling, citations)


@pytest.mark.parametrize(
    ("made", "kind"),
    [
        pytest.param(passage(MOSQUE, "arrest"), "arrest", id="an arrest has none"),
        pytest.param(passage(MOSQUE, "detail"), "attack", id="a detail tells none"),
        pytest.param(passage(MOSQUE, strength=0.4), "attack", id="too unsure"),
        pytest.param(context(MOSQUE), "attack", id="of another story"),
        pytest.param("past [a mosque](TARGET religious)", "attack", id="not struck"),
        pytest.param(
            "he left [a mosque](TARGET religious)", "attack", id="no place it was at"
        ),
        pytest.param(
            "at [places](TARGET other; generic=1)",
            "attack",
            id="at no place in particular",
        ),
        pytest.param(
            "[Al Amin](PERSON Al Amin; role=suspect)", "attack", id="a suspect"
        ),
    ],
)
def test_none(made, kind):
    assert read(made, kind=kind) == ([], [])


def test_what_stands_nearby_is_none_beside_what_was_struck():
    told, cited = read(f"{MOSQUE} at [a hotel](TARGET business)")
    assert told == [("old mosque", "religious")]
    assert cited == [("targets[0]", "old mosque")]


def test_people_are_none_beside_what_has_a_name():
    assert read(f"{PEOPLE} at {MOSQUE}")[0] == [("old mosque", "religious")]


def test_one_thing_is_not_told_twice():
    told, _ = read(f"{MOSQUE} hit", "[the mosque](TARGET religious; object=1)")
    assert told == [("old mosque", "religious")]


def test_small_words_make_no_two_things_one():
    told, cited = read(
        "[a mosque](TARGET religious; object=1), [A church](TARGET religious; object=1)"
    )
    assert [text for text, _ in told] == ["a mosque", "A church"]
    assert cited == [("targets[0]", "a mosque"), ("targets[1]", "A church")]


def test_never_more_than_three():
    struck = (f"[{n}](TARGET other; object=1)" for n in ("bank", "pub", "inn", "den"))
    told, cited = read(", ".join(struck))
    assert [text for text, _ in told] == ["bank", "pub", "inn"]
    assert cited[-1] == ("targets[2]", "inn")


def test_a_row_s_stand_alone():
    told, cited = read(f"{MARKET} hit", passage(MOSQUE, origin="row"))
    assert told == [("old mosque", "religious")]
    assert cited == [("targets[0]", "old mosque")]


def test_an_entry_s_do_not():
    told, _ = read(f"{MARKET} hit", passage(MOSQUE, origin="entry"))
    assert [text for text, _ in told] == ["old mosque", "a market"]


@pytest.mark.parametrize(
    "before", ["at the", "Outside his old", "in", "near a", "into", "on", "against"]
)
def test_where_it_happened_if_nothing_is_said_to_be_struck(before):
    told, cited = read(
        f"a blast {before} [mosque](TARGET religious) and [inn](TARGET business)"
    )
    assert told == [("mosque", "religious")]
    assert cited == [("targets[0]", "mosque")]


def test_one_place_of_several():
    told, _ = read("at [a mosque](TARGET religious) and at [an inn](TARGET business)")
    assert told == [("a mosque", "religious")]


def test_the_place_goes_before_a_victim_by_name_and_before_people():
    victim = "[Abel](PERSON Abel; role=victim)"
    told, _ = read(f"{victim}, {PEOPLE} at [an inn](TARGET business)")
    assert told == [("an inn", "business")]


def test_a_victim_by_name_stands_for_nothing_known():
    told, cited = read(f"[Abel](PERSON abel; role=victim) and {PEOPLE}")
    assert told == [("Abel", "unknown")]
    assert cited == [("targets[0]", "Abel")]


def test_people_where_nothing_else_is_told():
    assert read(PEOPLE) == (
        [("people", "private_citizens")],
        [("targets[0]", "people")],
    )


def test_a_kind_that_is_not_known():
    incident, _ = targets(told("[a site](TARGET; object=1)"), bare("plot"))
    assert incident.targets == (Target("a site", "unknown"),)
