import pytest

from incidents.pipeline.benchmark.muc4_nouns import instrument, person, thing, uncounted
from incidents.pipeline.records import Target, Weapon


@pytest.mark.parametrize(
    ("text", "category", "found_thing", "found_person"),
    [
        pytest.param("the judge", "government", None, None, id="who is not named"),
        pytest.param("six teachers", "education", None, None, id="several"),
        pytest.param("judge Ida Holm", "government", None, "Ida Holm", id="named"),
        pytest.param("JUDGE IDA HOLM", "government", None, "IDA HOLM", id="capitals"),
        pytest.param("Ida Holm", "unknown", None, "Ida Holm", id="a name alone"),
        pytest.param(
            "two cableways", "transport", "cableways", None, id="no noun, two"
        ),
        pytest.param("bank Norburg", "business", "bank Norburg", None, id="a thing's"),
        pytest.param("soldiers bus", "military", "soldiers bus", None, id="of people"),
        pytest.param("Norburg", "private_citizens", "Norburg", None, id="no noun"),
        pytest.param("farmers of Norburg", "private_citizens", None, None, id="where"),
        pytest.param("farmers on the road", "private_citizens", None, None, id="none"),
        pytest.param("farmers, Norburg", "private_citizens", None, None, id="apart"),
        pytest.param("two bank\nbranches", "business", "bank branches", None, id="two"),
        pytest.param(
            "priests' residence", "religious", "priests' residence", None, id="theirs"
        ),
        pytest.param(
            "home of Judge Holm", "government", "home of Judge Holm", None, id="of one"
        ),
    ],
)
def test_targets(text, category, found_thing, found_person):
    target = Target(text, category)
    assert thing(target) == found_thing
    assert person(target) == found_person


@pytest.mark.parametrize(
    ("text", "category", "expected"),
    [
        pytest.param("explosion", "explosives", None, id="a manner"),
        pytest.param("shot dead", "firearms", None, id="a manner, in more words"),
        pytest.param("sabotage", "sabotage", None, id="a category that is one"),
        pytest.param("various weapons", "unknown", None, id="nothing in particular"),
        pytest.param("two powerful bombs", "explosives", "powerful bombs", id="named"),
        pytest.param("dynamite attack", "explosives", "dynamite", id="named in a deed"),
        pytest.param("DYNAMITE ATTACK", "explosives", "DYNAMITE", id="in capitals"),
        pytest.param("rifle shooting", "firearms", "rifle", id="named, then a manner"),
        pytest.param("shelling by mortar", "missile", "shelling by mortar", id="both"),
        pytest.param("petrol grenade", "incendiary", "petrol grenade", id="last"),
        pytest.param("CAR BOMB", "explosives", "CAR BOMB", id="not cut to a bomb"),
        pytest.param("a zipgun", "firearms", "zipgun", id="not in the gazetteer"),
    ],
)
def test_instrument(text, category, expected):
    assert instrument(Weapon(text, category)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("that one extremist", "extremist"),
        ("two\n12-year-old boys", "12-year-old boys"),
        ("7 bombs", "bombs"),
        ("", ""),
        ("the two", "two"),
        ("bombs", "bombs"),
    ],
)
def test_uncounted(text, expected):
    assert uncounted(text) == expected
