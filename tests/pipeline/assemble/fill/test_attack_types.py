from dataclasses import replace

from incidents.pipeline.assemble.belonging import Chosen
from incidents.pipeline.assemble.fill.attack_types import attack_types
from incidents.pipeline.records import Derivation
from tests.pipeline.assemble.fill.made import bare, shown, told

BOMB = "a [bomb](WEAPON bomb; attack_type=bombing)"
BLAST = "the [blast](EVENT blast; attack_type=bombing)"
SEIZED = "[seized](EVENT seized; attack_type=kidnapping)"


def read(*passages, kind="attack"):
    telling = told(*passages)
    incident, citations = attack_types(telling, bare(kind))
    return incident.attack_types, shown(telling, citations)


def test_an_arrest_has_none():
    assert read(BOMB, kind="arrest") == ((), [])


def test_none_where_no_word_fixes_one():
    assert read("the [attack](EVENT attack), a [gun](WEAPON gun)") == ((), [])


def test_each_once_with_its_own_words():
    types, cited = read(f"They {SEIZED} him", f"then {BLAST}, {BOMB}", f"{SEIZED} more")
    assert types == ("kidnapping", "bombing")
    assert cited == [("attack_types[0]", "seized"), ("attack_types[1]", "blast")]


def test_one_that_no_word_tells_is_fixed_by_the_manner():
    telling = replace(told(BLAST), chosen={"TYPE": [Chosen("assassination", 0.9)]})
    incident, (cited,) = attack_types(telling, bare())
    assert incident.attack_types == ("assassination",)
    assert (cited.field, cited.quote) == ("attack_types[0]", "told")
    assert cited.derived_from == Derivation("manner")
