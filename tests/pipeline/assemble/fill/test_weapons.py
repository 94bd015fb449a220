import pytest

from pipeline.assemble.fill.weapons import weapons
from pipeline.records import Weapon
from tests.pipeline.assemble.fill.made import bare, passage, shown, told

KNIFE = "a [knife](WEAPON knife; category=melee)"
SHOT = "he [shot](WEAPON shot; category=firearms; weak=1)"
RIFLE = "a [rifle](WEAPON rifle; category=firearms)"
AXE = "an [axe](WEAPON axe; category=melee)"


def read(*passages):
    telling = told(*passages)
    incident, citations = weapons(telling, bare())
    return incident.weapons, shown(telling, citations)


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(passage(KNIFE, "detail"), id="a detail tells no weapon"),
        pytest.param(passage(KNIFE, strength=0.4), id="too unsure"),
        pytest.param("a [knife](TARGET other; category=melee)", id="no weapon"),
    ],
)
def test_none(made):
    assert read(made) == ((), [])


def test_no_category_twice():
    assert read(f"{KNIFE} and {AXE}") == (
        (Weapon("knife", "melee"),),
        [("weapons[0]", "knife")],
    )


def test_a_manner_does_not_stand_beside_a_named_weapon():
    told, cited = read(f"There {SHOT} with {RIFLE}")
    assert told == (Weapon("rifle", "firearms"),)
    assert cited == [("weapons[0]", "rifle")]


def test_a_manner_stands_where_no_weapon_is_named():
    assert read(SHOT) == ((Weapon("shot", "firearms"),), [("weapons[0]", "shot")])


def test_each_is_cited_by_its_own_words():
    told, cited = read(f"{RIFLE} here", f"{RIFLE}, {AXE}")
    assert told == (Weapon("rifle", "firearms"), Weapon("axe", "melee"))
    assert cited == [("weapons[0]", "rifle"), ("weapons[1]", "axe")]
