"""Every field has its check, and what every record has to have something instead."""

import pytest

from incidents.pipeline.assemble.support.checks import CHECKS, INSTEAD
from incidents.pipeline.fields import FIELDS
from incidents.pipeline.records import (
    GroupLink,
    Person,
    Range,
    Suspects,
    Target,
    Weapon,
)
from tests.pipeline.assemble.support.made import ATTACK, case

IDA = "[Ida Holm](PERSON Ida Holm)"
TOLLS = {
    "killed": "KILLED",
    "injured": "INJURED",
    "casualties": "CASUALTIES",
    "hostages": "HOSTAGES",
}
#: Of each field what a quote bears out, and what it does not.
BORNE = [
    ("incident_type", "attack", "plot", ATTACK),
    ("outcome", "completed", "foiled", ATTACK),
    ("date", "2014", "2015", "In [2014](DATE 2014)."),
    ("countries", "LV", "EE", "In [Riga](PLACE 1; country=LV)."),
    ("places", "Riga", "Oslo", "In [Riga](PLACE 1)."),
    ("attack_types", "bombing", "hijacking", "[x](EVENT x; attack_type=bombing)"),
    (
        "targets",
        Target("shop", "business"),
        Target("shop", "police"),
        "A [shop](TARGET business).",
    ),
    (
        "groups",
        GroupLink("ETA", "linked"),
        GroupLink("ETA", "claimed"),
        "[ETA](GROUP eta; name=ETA).",
    ),
    ("suspects.count", Range(2, 3), Range(3, 2), "[Men](SUSPECTS 2..3)."),
    ("suspects.nationalities", "DK", "SE", "A [Dane](NATIONALITY DK)."),
    ("suspects.ages", 19, 20, "He, [19](AGE 19)."),
    ("suspects.names", "Ida Holm", "Jon", f"{IDA} came."),
    ("suspects.people", Person("Ida Holm"), Person("Jon"), f"{IDA} came."),
    (
        "weapons",
        Weapon("gun", "firearms"),
        Weapon("gun", "melee"),
        "A [gun](WEAPON gun; category=firearms).",
    ),
    *(
        (field, Range(2, 2), Range(3, 3), f"[two](OTHER 3) [two]({label} 2)")
        for field, label in TOLLS.items()
    ),
    ("legal", "charged", "convicted", "He was [charged](LEGAL charged)."),
    ("assertion", "asserted", "denied", ATTACK),
]


@pytest.mark.parametrize(("field", "value", "other", "marked"), BORNE)
def test_each_field_by_its_own_check(field, value, other, marked):
    told = Suspects(people=(Person("Ida Holm"), Person("Jon")))
    shown = case(field, marked, suspects=told)
    assert CHECKS[field](value, shown)
    assert not CHECKS[field](other, shown)


def test_the_basis_of_a_date_needs_no_words():
    assert CHECKS["date_basis"]("attack", case("date_basis", "A day."))


def test_every_field_has_a_check():
    assert CHECKS.keys() == {field.name for field in FIELDS}
    assert {field for field, *_ in BORNE} == CHECKS.keys() - {"date_basis"}


def test_what_has_to_stand_has_something_instead():
    needed = {field.name for field in FIELDS if field.required}
    assert INSTEAD.keys() == needed | {"outcome"}


@pytest.mark.parametrize(
    ("field", "values", "expected"),
    [
        ("incident_type", {"incident_type": "plot"}, "plot"),
        ("outcome", {"incident_type": "plot"}, "unknown"),
        ("outcome", {"incident_type": "attack"}, None),
        ("outcome", {"incident_type": "arrest"}, None),
        ("assertion", {"assertion": "asserted"}, "alleged"),
        ("assertion", {"assertion": "alleged"}, "asserted"),
        ("assertion", {"assertion": "denied"}, "asserted"),
    ],
)
def test_what_stands_instead(field, values, expected):
    assert INSTEAD[field](case(field, "A day.", **values)) == expected
