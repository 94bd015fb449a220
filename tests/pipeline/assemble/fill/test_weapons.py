from incidents.pipeline.assemble.fill.weapons import weapons
from incidents.pipeline.records import Weapon
from tests.pipeline.assemble.fill.made import bare, shown, told

KNIFE = "a [knife](WEAPON knife; category=melee)"
SHOT = "he [shot](WEAPON shot; category=firearms; weak=1)"
RIFLE = "a [rifle](WEAPON rifle; category=firearms)"
AXE = "an [axe](WEAPON axe; category=melee)"


def read(*passages):
    telling = told(*passages)
    incident, citations = weapons(telling, bare())
    return incident.weapons, shown(telling, citations)


def test_none():
    assert read("a [knife](TARGET other; category=melee)") == ((), [])


def test_no_category_twice():
    assert read(f"{KNIFE} and {AXE}") == (
        (Weapon("knife", "melee"),),
        [("weapons[0]", "knife")],
    )


def test_a_manner_stands_only_where_no_weapon_is_named():
    assert read(f"There {SHOT} with {RIFLE}") == (
        (Weapon("rifle", "firearms"),),
        [("weapons[0]", "rifle")],
    )
    assert read(SHOT) == ((Weapon("shot", "firearms"),), [("weapons[0]", "shot")])


def test_each_is_cited_by_its_own_words():
    told, cited = read(f"{RIFLE} here", f"{RIFLE}, {AXE}")
    assert told == (Weapon("rifle", "firearms"), Weapon("axe", "melee"))
    assert cited == [("weapons[0]", "rifle"), ("weapons[1]", "axe")]
