"""Words around a name, each list by what it makes of the name beside it."""

import pytest

from incidents.extractors import places


def found(nlp, text):
    return [m.text for m in places.extract(nlp(text), None)]


@pytest.mark.parametrize(
    "word",
    "in near outside inside around across throughout nearby via between within into "
    "toward towards downtown northeast northwestern northern southern eastern western "
    "central neighboring neighbouring upstate metropolitan mainland surrounding "
    "occupied besieged greater".split(),
)
def test_where_something_is(nlp, word):
    assert found(nlp, f"He was {word} Cusco there.") == ["Cusco"]


@pytest.mark.parametrize(
    "word", "at from to for through visit visiting leaving left".split()
)
def test_weaker_words_do_for_larger_towns(nlp, word):
    assert found(nlp, f"He was {word} Cusco there.") == ["Cusco"]
    assert found(nlp, f"He was {word} Huaraz there.") == []


@pytest.mark.parametrize("word", "by with against because".split())
def test_other_words_do_not(nlp, word):
    assert found(nlp, f"He was {word} Cusco there.") == []


@pytest.mark.parametrize(
    "word",
    "village town hamlet district province governorate county municipality township "
    "neighborhood neighbourhood prefecture suburb settlement".split(),
)
def test_what_only_a_place_is_called(nlp, word):
    assert found(nlp, f"The {word} of Umbradze fell.") == ["Umbradze"]
    assert found(nlp, f"The Umbradze {word} fell.") == ["Umbradze"]


@pytest.mark.parametrize(
    "word",
    "centre center outskirts heart suburbs streets vicinity edge mayor governor "
    "residents inhabitants siege north south east west city port resort camp capital "
    "region state department parish canton area valley desert hills district county "
    "province governorate prefecture oblast republic departments provinces districts "
    "counties division constituency lga subdistrict town village hamlet municipality "
    "settlement suburb neighborhood neighbourhood township island islands peninsula "
    "mountains highway border frontier road airport river lake coast forest basin gulf "
    "sea".split(),
)
def test_parts_and_kinds(nlp, word):
    assert found(nlp, f"It was the {word} of Huaraz there.") == ["Huaraz"]


@pytest.mark.parametrize("word", "friend trial house picture".split())
def test_what_is_no_part_of_a_place(nlp, word):
    assert found(nlp, f"It was the {word} of Huaraz there.") == []


@pytest.mark.parametrize(
    "word",
    "rocket rockets missile missiles projectile projectiles mortar mortars shell "
    "shells".split(),
)
def test_what_is_fired_at_a_place(nlp, word):
    assert found(nlp, f"He saw {word} fly at Umbradze, then.") == ["Umbradze"]


@pytest.mark.parametrize(
    "word",
    "attack attacks bombing bombings bomb bombs blast blasts siege massacre shooting "
    "shootings plot stabbing stabbings killings raid assault man woman residents "
    "police officials hospital mosque church school market".split(),
)
def test_what_a_place_is_known_for_and_has(nlp, word):
    assert found(nlp, f"He saw the Cusco {word} there.") == ["Cusco"]


@pytest.mark.parametrize("word", "song idea way".split())
def test_what_no_place_has(nlp, word):
    assert found(nlp, f"He saw the Cusco {word} there.") == []


@pytest.mark.parametrize(
    ("word", "part"),
    [
        *((word, "venue") for word in "Airport Bridge Cathedral Hotel Mosque".split()),
        *((word, "venue") for word in "Market Park Square Stadium Hospital".split()),
        *((word, "org") for word in "Police United Council Government".split()),
    ],
)
def test_a_body_named_after_a_place(nlp, word, part):
    (mention,) = places.extract(nlp(f"The Lima {word} burned there."), None)
    assert mention.get("part_of") == part


@pytest.mark.parametrize(
    "word",
    "Mr Mrs Ms Dr Sir Lady Lord Prof Sgt Captain Col Lt Maj Gen Sen Judge Officer "
    "Detective Rev Father Sister Saint Sheikh Mullah Imam Minister Commander Bishop "
    "Pope King Queen Prince Miss President Ambassador Mayor Governor Don".split(),
)
def test_a_title_makes_a_person(nlp, word):
    assert found(nlp, f"There {word} Lima slept.") == []


@pytest.mark.parametrize(
    "word", "said says told added explained argued wrote whose who himself".split()
)
def test_a_place_does_not_speak(nlp, word):
    assert found(nlp, "The mayor of Huaraz slept.") == ["Huaraz"]
    assert found(nlp, f"The mayor of Huaraz {word} it.") == []


@pytest.mark.parametrize(
    "name",
    ["Rio de Janeiro", "Dar es Salaam", "Stratford-upon-Avon", "Trinidad and Tobago"],
)
def test_small_words_in_a_name(nlp, name):
    assert found(nlp, f"It fell in {name}, then.") == [name]
