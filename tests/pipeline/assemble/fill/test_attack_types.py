import pytest

from pipeline.assemble.fill.attack_types import attack_types
from tests.pipeline.assemble.fill.made import bare, passage, shown, told

BOMB = "a [bomb](WEAPON bomb; attack_type=bombing)"
BLAST = "the [blast](EVENT blast; attack_type=bombing)"
SEIZED = "[seized](EVENT seized; attack_type=kidnapping)"


def read(*passages, kind="attack"):
    telling = told(*passages)
    incident, citations = attack_types(telling, bare(kind))
    return incident.attack_types, shown(telling, citations)


@pytest.mark.parametrize(
    ("passages", "kind"),
    [
        pytest.param([passage(BOMB, "arrest")], "arrest", id="an arrest has none"),
        pytest.param([passage(BLAST, "detail")], "attack", id="a detail fixes none"),
        pytest.param([passage(BLAST, strength=0.4)], "attack", id="too unsure"),
        pytest.param(
            ["a [blast](EVENT blast; attack_type=bombing; modality=feared)"],
            "attack",
            id="feared",
        ),
        pytest.param(
            ["the [attack](EVENT attack), a [gun](WEAPON gun)"],
            "attack",
            id="fixed by none",
        ),
        pytest.param(
            ["a [bridge](TARGET transport; attack_type=bombing)"],
            "attack",
            id="neither event word nor weapon",
        ),
    ],
)
def test_what_fixes_none(passages, kind):
    assert read(*passages, kind=kind) == ((), [])


def test_each_once_in_the_order_of_reading_with_its_own_words():
    types, cited = read(f"They {SEIZED} him", f"then {BLAST}, {BOMB}", f"{SEIZED} more")
    assert types == ("kidnapping", "bombing")
    assert cited == [("attack_types[0]", "seized"), ("attack_types[1]", "blast")]


def test_event_words_go_before_the_weapons_of_a_passage():
    types, cited = read(f"With {BOMB} they {SEIZED} him")
    assert types == ("kidnapping", "bombing")
    assert cited == [("attack_types[0]", "seized"), ("attack_types[1]", "bomb")]


def test_a_plot_has_what_was_planned():
    assert read(BOMB, kind="plot") == (("bombing",), [("attack_types[0]", "bomb")])
