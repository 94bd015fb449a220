import re

import pytest

from incidents.extractors import _nouns


@pytest.mark.parametrize(
    ("noun", "role"),
    [
        pytest.param("sheep", "thing", id="animal"),
        pytest.param("zeppelins", None, id="not listed"),
        pytest.param("percent", "thing", id="share"),
        pytest.param("cars", "thing", id="plural of a thing"),
        pytest.param("churches", "thing", id="-ches"),
        pytest.param("", None, id="nothing"),
        pytest.param("gunmen", "attacker", id="-men"),
        pytest.param("police", "officer", id="collective"),
        pytest.param("deputies", "officer", id="-ies"),
        pytest.param("princess", "official", id="no plural"),
        pytest.param("children", "generic", id="irregular"),
        pytest.param("cyclists", "civilian", id="by its ending"),
        pytest.param("extremists", "attacker", id="listed before its ending"),
    ],
)
def test_role(noun, role):
    assert _nouns.role(noun) == role
    assert _nouns.is_person(noun) == (role not in (None, "thing"))
    assert _nouns.is_thing(noun) == (role == "thing")


@pytest.mark.parametrize(
    ("noun", "plural", "singular"),
    [
        pytest.param("princess", False, "princess", id="-ss"),
        pytest.param("guard", False, "guard", id="one"),
        pytest.param("guards", True, "guard", id="-s"),
        pytest.param("wives", True, "wife", id="irregular"),
        pytest.param("troops", True, "soldier", id="collective"),
        pytest.param("gunmen", True, "gunman", id="-men"),
        pytest.param("specimen", False, "speciman", id="-men, not listed"),
    ],
)
def test_number(noun, plural, singular):
    assert _nouns.is_plural(noun) == plural
    assert _nouns.singular(noun) == singular


def test_attackers_are_those_suspected_too():
    assert _nouns.is_attacker("suspects")
    assert not _nouns.is_attacker("victims")
    assert not _nouns.is_attacker("bomb")


@pytest.mark.parametrize(
    ("noun", "state"),
    [
        pytest.param("troops", True, id="soldiers"),
        pytest.param("warplanes", True, id="aircraft"),
        pytest.param("battalion", True, id="body"),
        pytest.param("militiamen", False, id="armed, of no state"),
        pytest.param("guards", False, id="of whom is not said"),
        pytest.param("commanders", False, id="rebels have them too"),
        pytest.param("rebels", False, id="attackers"),
    ],
)
def test_what_a_state_acts_with(noun, state):
    assert _nouns.is_state(noun) == state


def test_nouns_of_a_side_in_both_numbers():
    found = _nouns.nouns(_nouns.ATTACKER)
    assert {"gunman", "gunmen", "assassins", "mujahideen"} <= found
    assert not found & {"suspects", "soldiers", "gunmans", "-ist"}
    assert {"deputies", "boys"} <= _nouns.nouns(_nouns.OFFICER, _nouns.GENERIC)


def test_a_pattern_takes_the_longest_noun():
    found = re.search(_nouns.pattern(_nouns.ATTACKER), "two jihadists")
    assert found is not None
    assert found[0] == "jihadists"


def test_titles_and_offices():
    assert "mr." in _nouns.beside_names("titles")
    assert "mr." not in _nouns.beside_names("offices")
    assert "ambassador" in _nouns.beside_names("offices")
