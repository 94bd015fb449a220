"""The manner of attack: by its own words, or by the weapon's category."""

import pytest

from incidents.pipeline.assemble.support import attack_types
from tests.pipeline.assemble.support.made import case
from tests.pipeline.assemble.support.marks import (
    BACK,
    EXPLODED,
    HIT,
    NOT_TRUE,
    TO_COME,
    cue,
)


def is_manner(term, *quotes, **more):
    return attack_types.bears(term, case("attack_types", *quotes, **more))


TABLE = [
    ("explosives", "bombing"),
    ("missile", "bombing"),
    ("firearms", "armed_assault"),
    ("firearms", "assassination"),
    ("melee", "armed_assault"),
    ("melee", "assassination"),
    ("vehicle", "armed_assault"),
    ("incendiary", "facility_attack"),
    ("sabotage", "facility_attack"),
    ("chemical", "unarmed_assault"),
    ("biological", "unarmed_assault"),
    ("radiological", "bombing"),
    ("radiological", "unarmed_assault"),
]
MANNERS = {
    "assassination", "armed_assault", "bombing", "facility_attack", "unarmed_assault",
    "hijacking", "kidnapping", "barricade",
}  # fmt: skip


@pytest.mark.parametrize("category", sorted({c for c, _ in TABLE}))
def test_a_weapon_tells_the_manner(category):
    marked = f"A [thing](WEAPON x; category={category})."
    told = {term for term in MANNERS if is_manner(term, marked)}
    assert told == {term for c, term in TABLE if c == category}


def test_no_manner_but_unknown_without_words():
    assert {t for t in MANNERS if is_manner(t, "A day.")} == set()
    assert is_manner("unknown", "A day.")


def test_a_manner_is_told_by_its_own_words():
    assert {t for t in MANNERS if is_manner(t, EXPLODED)} == {"bombing"}
    for label in ("WEAPON", "KILLED", "INJURED", "CASUALTIES", "HOSTAGES"):
        assert is_manner("bombing", f"[x](FREE) [y]({label} 1; attack_type=bombing)")
    assert not is_manner("bombing", "[y](TARGET 1; attack_type=bombing)")


@pytest.mark.parametrize("category", ["negation", *NOT_TRUE, *TO_COME])
def test_a_manner_of_what_was_not_is_none(category):
    assert not is_manner("bombing", cue(category, EXPLODED))


def test_a_manner_denied_stands_in_a_denial():
    assert is_manner("bombing", cue("negation", EXPLODED), assertion="denied")


def test_a_manner_taken_back_is_none():
    marked = f"He {EXPLODED}. {BACK}"
    assert not is_manner("bombing", marked)


@pytest.mark.parametrize("term", ["barricade", "hijacking", "kidnapping"])
def test_who_is_seized(term):
    assert is_manner(term, "[two were held](HOSTAGES 2)")
    for other in ("barricade", "hijacking", "kidnapping"):
        assert is_manner(term, f"[it](EVENT x; attack_type={other})")
    assert not is_manner(term, EXPLODED)
    assert not is_manner("bombing", f"[it](EVENT x; attack_type={term})")


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (f"{HIT} [Ida](PERSON Ida; role=suspect)", False),
        (f"{HIT} near the [mayor](TARGET government)", False),
        (f"{HIT} a [shop](TARGET business; object=1)", False),
        (f"{HIT} [Ida](PERSON Ida; role=victim)", True),
        (f"{HIT} the [mayor](TARGET government; object=1)", True),
        (f"{HIT} the [mayor](TARGET government; victim=1)", True),
        ("[Ida](PERSON Ida; role=victim) [died](KILLED 1)", True),
        (f"{HIT} a [man](TARGET private_citizens; generic=1)", False),
        (HIT, False),
        ("[Ida](PERSON Ida) was [hurt](INJURED 1)", False),
        ("[Ida](PERSON Ida) had a [plan](EVENT plan; kind=plot)", False),
    ],
)
def test_one_who_was_chosen_is_assassinated(marked, expected):
    assert is_manner("assassination", marked) is expected
    assert not is_manner("bombing", marked)
