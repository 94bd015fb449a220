"""A weapon is of the category that its words are read as."""

import pytest

from incidents.pipeline.assemble.support import weapons
from incidents.pipeline.records import Weapon
from tests.pipeline.assemble.support.made import case
from tests.pipeline.assemble.support.marks import BOMB, EXPLODED, cue


def is_weapon(text, category, *quotes, **more):
    told = case("weapons", *quotes, **more)
    return weapons.bears(Weapon(text, category), told)


@pytest.mark.parametrize(
    ("text", "category", "marked"),
    [
        pytest.param("gun", "explosives", f"A {BOMB} and a gun.", id="other words"),
        pytest.param("bomb", "firearms", f"A {BOMB}.", id="of another category"),
        pytest.param("bom", "explosives", f"A {BOMB}.", id="part of a word"),
        pytest.param("", "explosives", f"A {BOMB}.", id="no words"),
        pytest.param("bomb", "other", f"A {BOMB}.", id="known, so not other"),
        pytest.param("bomb", "unknown", f"A {BOMB}.", id="known, so not unknown"),
        pytest.param("blew up", "firearms", EXPLODED, id="a manner of others"),
        pytest.param(
            "gun",
            "explosives",
            "A [gun](LEGAL x; attack_type=bombing).",
            id="no manner",
        ),
        pytest.param("bomb", "explosives", cue("refuted", BOMB), id="untrue"),
        pytest.param("rock", "explosives", "A rock.", id="read as nothing"),
    ],
)
def test_no_weapon(text, category, marked):
    assert not is_weapon(text, category, marked)


@pytest.mark.parametrize(
    ("text", "category", "marked"),
    [
        ("bomb", "explosives", f"A {BOMB}."),
        ("a bomb", "explosives", f"There was a {BOMB}."),
        ("blew up", "explosives", EXPLODED),
        ("blew up", "missile", EXPLODED),
        ("rock", "other", "A rock."),
        ("rock", "unknown", "A rock."),
        ("rock", "other", "A [rock](WEAPON rock; category=unknown)."),
        ("rock", "unknown", "A [rock](WEAPON rock; category=other)."),
    ],
)
def test_a_weapon(text, category, marked):
    assert is_weapon(text, category, marked)


def test_a_manner_tells_no_weapon_where_one_is_read():
    marked = "[x](FREE) [shelled](EVENT s; attack_type=bombing)"
    assert is_weapon("x shelled", "explosives", marked)
    both = "[guns](WEAPON g; category=firearms) [shelled](EVENT s; attack_type=bombing)"
    assert not is_weapon("guns shelled", "explosives", both)
