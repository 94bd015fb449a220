import pytest

from incidents.extractors import weapons
from tests.marked import unmark


def read(doc):
    return [(m.text, m.value) for m in weapons.extract(doc, None)]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("A [CAR BOMB](WEAPON car-bomb) LAY THERE.", id="capitals"),
        pytest.param("A [car-bomb](WEAPON car-bomb) lay there.", id="hyphen"),
        pytest.param(
            "A [suicide car bomb](WEAPON car-bomb) and a [bomb](WEAPON bomb).",
            id="longest name",
        ),
        pytest.param("The van stood near a market crowd.", id="parked"),
        pytest.param("A van hit a wall.", id="crash"),
        pytest.param(
            "A [van](WEAPON truck) sped through the gate into a crowd.", id="rammed"
        ),
        pytest.param("They rammed the door. A car waited.", id="other sentence"),
        pytest.param("Troops shot and killed both attackers.", id="state fire"),
        pytest.param(
            "Two soldiers [shot](WEAPON shooting) by rebels died.", id="state hit"
        ),
        pytest.param("", id="no text"),
    ],
)
def test_extract(nlp, marked):
    text, expected = unmark(marked, weapons.__name__)
    assert list(weapons.extract(nlp(text), None)) == expected


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("a pistol", {"category": "firearms", "attack_type": "armed_assault"}),
        (
            "opened fire",
            {"category": "firearms", "attack_type": "armed_assault", "weak": "1"},
        ),
        ("a drone", {"category": "other"}),
        (
            "arson",
            {"category": "incendiary", "attack_type": "facility_attack"}
            | {"weak": "1"},
        ),
    ],
)
def test_attributes(nlp, text, attributes):
    (mention,) = weapons.extract(nlp(text), None)
    assert dict(mention.attributes) == attributes


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They hid two large nail bombs.", [("two large nail bombs", "pipe-bomb")]),
        ("He fired the same pistol.", [("pistol", "pistol")]),
        ("TWO LARGE BOMBS LAY THERE.", [("BOMBS", "bomb")]),
        ("The Kabul car bomb was big.", [("car bomb", "car-bomb")]),
    ],
)
def test_modifiers(trained, text, found):
    assert [f for f in read(trained(text)) if f[1] != "shooting"] == found


def test_a_long_run_of_names_takes_linear_time(nlp):
    assert read(nlp("bomb " * 20_000)) == [("bomb", "bomb")] * 20_000


@pytest.mark.parametrize(
    "verb", "rams rammed ploughed plowed plowing mowed careered swerved".split()
)
def test_a_vehicle_that_rams(nlp, verb):
    assert read(nlp(f"A van {verb} it.")) == [("van", "truck")]


@pytest.mark.parametrize(
    ("text", "rams"),
    [
        ("A van drove into pedestrians.", True),
        ("A van was driven at a crowd.", True),
        ("He steered a van through the market.", True),
        ("A van crashed into people.", True),
        ("A van sped into shoppers.", True),
        ("He used a van to go at tourists.", True),
        ("A van hit into cyclists.", True),
        ("A van drove into a wall.", False),
        ("A van drove past pedestrians.", False),
        ("Pedestrians saw a van drive at walls.", False),
        ("A van went into pedestrians.", False),
        ("A van bomb drove into pedestrians.", False),
        ("A van slowly and with much noise at long last rammed it.", False),
    ],
)
def test_a_vehicle_steered_at_people(nlp, text, rams):
    assert (("van", "truck") in read(nlp(text))) == rams


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Police shot two men.", False),
        ("Marines shot dead two men.", False),
        ("Two men were shot by police.", False),
        ("Two men were shot by two old soldiers.", False),
        ("Police shot by men died.", True),
        ("Two men were shot by men.", True),
        ("Two men were shot dead. By police it was said.", True),
        ("He saw the police. Shot men lay there.", True),
        ("Guests shot two men.", True),
    ],
)
def test_whose_fire(nlp, text, told):
    assert ("shooting" in {value for _, value in read(nlp(text))}) == told


@pytest.mark.parametrize(
    "word",
    "drive drives drove driven driving steered crash crashes crashed crashing sped "
    "accelerated slammed smashed veered barrelled ran used hit struck".split(),
)
def test_steered(nlp, word):
    assert ("van", "truck") in read(nlp(f"A van {word} into people."))
    assert ("van", "truck") not in read(nlp(f"A van {word} into walls."))


@pytest.mark.parametrize(
    "word",
    "crowd crowds people pedestrians shoppers cyclists worshippers revellers tourists "
    "passersby bystanders soldiers policemen officers civilians market".split(),
)
def test_at_whom(nlp, word):
    assert ("van", "truck") in read(nlp(f"A van drove into {word}."))


@pytest.mark.parametrize(
    "word",
    "police policemen officers troops soldiers forces guards commandos marines army "
    "officer agents".split(),
)
def test_fire_of_the_state(nlp, word):
    assert "shooting" not in {value for _, value in read(nlp(f"The {word} shot him."))}
    assert "shooting" not in {v for _, v in read(nlp(f"He was shot by {word}."))}


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("A mock grenade lay there.", "fake"),
        ("His pistol proved to be an imitation.", "fake"),
        ("The bomb that they left at the court was a dummy, it said.", "fake"),
        ("The bombs were fakes.", "fake"),
        ("A grenade fell on a toy shop.", "explosives"),
        ("A bomb was in a dummy parcel.", "explosives"),
        ("The bomb was a dummy parcel's.", "explosives"),
        ("The pistol was his. The rest was fake.", "firearms"),
    ],
)
def test_what_is_feigned(nlp, text, category):
    (mention,) = weapons.extract(nlp(text), None)
    assert mention.get("category") == category
    assert (mention.get("attack_type") is None) is (category == "fake")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("They found two rifles.", "1"),
        ("He had bought a pistol.", "1"),
        ("A cache of rifles lay there.", "1"),
        ("A pistol was seized.", "1"),
        ("He shot her with a pistol.", None),
        ("It was found. A pistol lay there.", None),
        ("A pistol seized up.", None),
    ],
)
def test_what_nobody_used(nlp, text, kept):
    found = [m for m in weapons.extract(nlp(text), None) if not m.get("weak")]
    assert [m.get("kept") for m in found] == [kept]
