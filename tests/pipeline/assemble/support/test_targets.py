"""A target is what can be hit, of the category that its words are read as."""

import pytest

from incidents.pipeline.assemble.support import targets
from incidents.pipeline.records import Target
from tests.pipeline.assemble.support.made import case
from tests.pipeline.assemble.support.marks import BOMB, HIT, cue


def is_target(text, category, *quotes, **more):
    told = case("targets", *quotes, **more)
    return targets.bears(Target(text, category), told)


DAY = "[May](DATE 2014-05)"
SHOP = "[shop](TARGET business)"


@pytest.mark.parametrize(
    ("text", "category", "marked"),
    [
        pytest.param("shop", "police", f"At a {SHOP}.", id="of another category"),
        pytest.param("church", "business", f"At a {SHOP}, a church.", id="a thing"),
        pytest.param("", "business", f"At a {SHOP}.", id="no words"),
        pytest.param("sho", "business", f"At a {SHOP}.", id="part of a word"),
        pytest.param("bomb", "unknown", f"A {BOMB}.", id="a weapon"),
        pytest.param("Bomb", "", "A [Bomb](WEAPON bomb).", id="a weapon in capitals"),
        pytest.param("Hit", "", "A [Hit](EVENT hit).", id="an act"),
        pytest.param("shop bomb", "business", f"A {SHOP} {BOMB}.", id="with a weapon"),
        pytest.param("Ida", "", "[Ida](PERSON Ida; role=suspect) came.", id="suspect"),
        pytest.param("men", "", "[men](SUSPECTS; role=suspect) came.", id="suspects"),
        pytest.param("tree", "", "A tree.", id="a thing, unknown"),
        pytest.param("tree", "other", "A tree.", id="a thing, other"),
        pytest.param("shop", "business", cue("refuted", SHOP), id="untrue"),
        pytest.param("guards", "police", f"A {SHOP} of guards.", id="beside another"),
    ],
)
def test_no_target(text, category, marked):
    assert not is_target(text, category, marked)


@pytest.mark.parametrize(
    ("text", "category", "marked"),
    [
        ("shop", "business", f"At a {SHOP}."),
        ("a shop", "business", f"At a {SHOP}."),
        ("shop", "unknown", f"At a {SHOP}."),
        ("shop", "", f"At a {SHOP}."),
        ("shop", "police", "At a [shop](TARGET unknown) of [guards](TARGET police)."),
        ("guards", "police", "Two guards fell."),
        ("Tuva House", "police", "At Tuva House."),
        ("guards", "business", f"A {SHOP} of guards."),
        ("guards", "other", f"A {SHOP} of guards."),
        ("guards", "unknown", "Two guards fell."),
        ("guards", "police", "[guards](PERSON x; role=victim) fell."),
        ("bomb shop", "business", "A [bomb shop](TARGET business)."),
    ],
)
def test_a_target(text, category, marked):
    assert is_target(text, category, marked)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("bomb shop", True), ("bomb", True), ("old bomb", False), ("bomb shop it", True)],
)
def test_an_act_inside_a_target_is_no_act(text, expected):
    # the words of a target may hold those of a weapon; the weapon's none of a target
    marked = "An old [bomb shop](TARGET business) it was."
    also = {"bomb": "WEAPON bomb"} if "old" not in text else {"old bomb": "WEAPON bomb"}
    assert is_target(text, "business", marked, also=also) is expected


def test_of_two_acts_each_must_be_the_targets_own():
    marked = "A [bomb shop](TARGET business) blast."
    also = {"bomb": "WEAPON bomb", "blast": "EVENT blast"}
    assert not is_target("bomb shop blast", "business", marked, also=also)


POST = "[post](TARGET police; object=1)"
HALL = "[hall](TARGET government)"


@pytest.mark.parametrize(
    "marked",
    [
        f"They {HIT} a {POST} on {DAY}, near the {HALL}.",
        f"The {HALL} told of who {HIT} the {POST}.",
        f"They fled the {HALL} [two men](SUSPECTS 2) say, for a {POST}.",
    ],
)
def test_what_is_near_what_was_struck_was_not(marked):
    assert not is_target("hall", "government", marked)
    assert is_target("post", "police", marked)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(f"A {HALL}, which was {HIT}.", id="alone"),
        pytest.param(f"They {HIT} a {POST} and a {HALL}.", id="one list"),
        pytest.param(f"They {HIT} a {POST} in Riga, and later a {HALL}.", id="a list"),
        pytest.param(f"They {HIT} a {POST} on {DAY}. The {HALL} fell.", id="apart"),
        pytest.param(
            f"They {HIT} [men](TARGET x; victim=1) on {DAY} at a {HALL}.", id="who"
        ),
        pytest.param(
            f"They {HIT} [a house](TARGET x; object=1; generic=1) on {DAY}, a {HALL}.",
            id="beside what says little",
        ),
        pytest.param(
            f"They {HIT} [one](TARGET government; object=1) on {DAY}, a {HALL}.",
            id="of one kind",
        ),
    ],
)
def test_what_may_have_been_struck(marked):
    assert is_target("hall", "government", marked)


@pytest.mark.parametrize("noun", ["gunmen", "guerrillas", "suspect", "spokesman"])
def test_who_attacks_or_speaks_is_no_target(noun):
    assert not is_target(noun, "military", f"A {noun} fired at a [base](TARGET x).")
    hit = f"They {HIT} a [{noun}](TARGET military; object=1; head={noun})."
    assert is_target(noun, "military", hit)


def test_who_speaks_of_it_is_no_target():
    said, guard = "[said](CUE speech; reach=said)", "guard](TARGET police"
    assert not is_target("guard", "police", f"It was {HIT}, the [{guard}) {said}.")
    assert is_target("guard", "police", f"The [{guard}; victim=1) {said} it was {HIT}.")
    assert is_target("guard", "police", f"A [{guard}) saw it, he {said}.")
