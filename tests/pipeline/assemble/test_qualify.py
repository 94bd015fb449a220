from dataclasses import replace

import pytest

from incidents.pipeline.assemble.qualify import unfit
from incidents.pipeline.records import GroupLink, Incident, Suspects, Target
from tests.pipeline.assemble.made import event, mention, story, weights, word

DAY, MONTH, YEAR = (mention("DATE", d) for d in ("2021-03-04", "2021-03", "2021"))
TOWN = mention("PLACE", "7", kind="city", country="SE")
LAND = mention("PLACE", "9", kind="country", country="SE")
HALL = mention("TARGET", text="the town hall", object="1")
PEOPLE = mention("TARGET", text="people", object="1", generic="1")
TARGETS = (Target("the town hall", "government"),)
FEW = "fewer than two of day, place and target"
VAGUE = "nothing tells it from others of its kind"
MANY = "several that nothing tells apart"
NOBODY = "an arrest of nobody in particular"


#: The rule alone: what lacks is never sure enough.
PLAIN = weights(least={"sparse": 1.0})


def why(*mentions, origin="sentence", detail=(), **values):
    told = story(event(*mentions, origin=origin), event(*detail, kind="detail"))
    values = {"incident_type": "attack"} | values
    return unfit(Incident("doc", **values), told, frozenset({"always"}), PLAIN)


@pytest.mark.parametrize(
    ("mentions", "values", "reason"),
    [
        ([DAY], {"date": "2021-03-04"}, FEW),
        ([DAY, TOWN], {"countries": ("SE",)}, FEW),
        ([HALL], {"targets": TARGETS}, FEW),
        ([LAND, YEAR], {"countries": ("SE",), "date": "2021"}, VAGUE),
        ([PEOPLE, YEAR], {"targets": TARGETS, "date": "2021"}, VAGUE),
        ([LAND, MONTH], {"countries": ("SE",), "date": "2021-03"}, ""),
        ([TOWN, YEAR], {"date": "2021"}, ""),
        ([LAND, HALL], {"countries": ("SE",), "targets": TARGETS}, ""),
        ([DAY, HALL], {"date": "2021-03-04", "targets": TARGETS}, ""),
    ],
)
def test_two_of_day_place_and_target_that_tell_it_apart(mentions, values, reason):
    assert why(word(), *mentions, **values) == reason


def test_a_row_needs_no_more_to_tell_it_apart():
    known = {"countries": ("SE",), "date": "2021"}
    assert why(LAND, YEAR, origin="row", **known) == ""


SEVERAL = word(number="plural")
KNOWN = {"countries": ("SE",), "date": "2021-03"}


@pytest.mark.parametrize(
    ("mentions", "origin", "reason"),
    [
        ([SEVERAL, LAND, MONTH], "sentence", MANY),
        ([SEVERAL, TOWN, YEAR], "sentence", MANY),
        ([word(number="plural", start=10_000), TOWN, YEAR], "sentence", ""),
        ([word(number="plural", start=10_000), LAND, YEAR], "sentence", VAGUE),
        ([SEVERAL, word(modality="fear"), LAND, MONTH], "sentence", MANY),
        ([SEVERAL, word(start=9), LAND, MONTH], "sentence", ""),
        ([LAND, MONTH], "sentence", ""),
        ([SEVERAL, TOWN, MONTH], "sentence", ""),
        ([SEVERAL, LAND, MONTH], "row", ""),
        ([SEVERAL, LAND, MONTH, mention("KILLED", "3")], "sentence", ""),
        ([SEVERAL, LAND, MONTH, mention("INJURED", "3")], "sentence", ""),
        ([SEVERAL, LAND, MONTH, mention("SUSPECTS", "3")], "sentence", ""),
    ],
)
def test_several_in_one_phrase(mentions, origin, reason):
    assert why(*mentions, origin=origin, **KNOWN) == reason


def test_a_detail_tells_none_of_several_apart():
    detail = (word(start=9), mention("KILLED", "3"))
    assert why(SEVERAL, LAND, MONTH, detail=detail, **KNOWN) == MANY


TWO, NAMED = Suspects(count_min=2), Suspects(names=("Ida Holm",))


@pytest.mark.parametrize(
    ("mentions", "values", "origin", "reason"),
    [
        ([DAY], {"countries": ("SE",)}, "sentence", NOBODY),
        ([DAY], {"suspects": TWO}, "sentence", NOBODY),
        ([DAY], {}, "row", NOBODY),
        ([YEAR], {"suspects": NAMED}, "sentence", NOBODY),
        ([YEAR], {"countries": ("SE",), "suspects": TWO}, "sentence", ""),
        ([YEAR], {"countries": ("SE",), "suspects": NAMED}, "sentence", ""),
        ([YEAR], {"countries": ("SE",)}, "row", ""),
        ([MONTH], {"suspects": NAMED}, "sentence", ""),
    ],
)
def test_an_arrest_is_of_somebody(mentions, values, origin, reason):
    told = {"incident_type": "arrest", "date": "2021", "targets": TARGETS} | values
    assert why(*mentions, origin=origin, **told) == reason


RECORDS = replace(
    weights(least={"worth": 0.3, "sparse": 0.7}),
    worth={"at the head": 2.0, "later story": -2.0, "a day": 1.5},
)


@pytest.mark.parametrize(
    ("values", "standing", "reason"),
    [
        ({"date": "2021-03-04"}, {"at the head"}, ""),
        ({"date": "2021-03-04"}, {"at the head", "later story"}, FEW),
        ({"countries": ("SE",), "targets": TARGETS}, {"at the head"}, ""),
        ({"countries": ("SE",), "targets": TARGETS}, {"later story", "a day"}, ""),
        (
            {"countries": ("SE",), "targets": TARGETS},
            {"later story"},
            "no record of its own: later story -2.0",
        ),
    ],
)
def test_what_lacks_has_to_stand_more_surely_in_the_foreground(
    values, standing, reason
):
    told = story(event(word(), LAND, HALL))
    found = Incident("doc", "attack", **values)
    assert unfit(found, told, frozenset(standing), RECORDS) == reason


STATES = "an operation of a state"
STATE = word(agent="state")
BOMBED = word("bombed", reached="operation@0:4")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ([STATE], STATES),
        ([STATE, BOMBED], STATES),
        ([STATE, word("raid", start=9)], ""),
        ([word(agent="state", start=20), mention("GROUP", "r", "r" * 8)], ""),
        ([word(agent="state", start=21), mention("GROUP", "r", "r" * 8)], STATES),
        ([word(kind="foil", agent="state")], ""),
        ([word(kind="foil", agent="state"), STATE], STATES),
        ([word()], ""),
    ],
)
def test_what_a_state_did_is_no_record(words, reason):
    known = {"date": "2021-03-04", "targets": TARGETS}
    assert why(*words, DAY, TOWN, HALL, **known) == reason
    sure = story(event(*words, DAY, TOWN, HALL))
    found = Incident("doc", "attack", **known)
    assert unfit(found, sure, frozenset({"at the head"}), RECORDS) == reason


MOVED = "another motive than a political one"
ROBBED = word("robbed", reached="motive@0:4")
REDS = mention("GROUP", "reds", name="Reds")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ([ROBBED], MOVED),
        ([ROBBED, word("shot", start=9, reached="motive@0:4")], MOVED),
        ([word("robbed", reached="motive@0:4|inspired@5:9")], ""),
        ([ROBBED, word("raid", start=9)], ""),
        ([ROBBED, REDS], ""),
        ([word()], ""),
    ],
)
def test_what_has_another_motive_is_no_record(words, reason):
    known = {"date": "2021-03-04", "targets": TARGETS}
    assert why(*words, DAY, TOWN, HALL, **known) == reason


def test_a_row_or_a_group_that_did_it_outweighs_the_motive():
    known = {"date": "2021-03-04", "targets": TARGETS}
    groups = (GroupLink("Reds", "attributed"),)
    seen = frozenset({"at the head"})
    told = story(event(ROBBED, DAY, TOWN, HALL))
    listed = story(event(ROBBED, DAY, TOWN, HALL, origin="row"))
    plain = Incident("doc", "attack", **known)
    assert unfit(plain, told, seen, RECORDS) == MOVED
    assert unfit(plain, listed, seen, RECORDS) == ""
    assert unfit(replace(plain, groups=groups), told, seen, RECORDS) == ""


@pytest.mark.parametrize(
    ("origin", "borne", "reason"),
    [
        ("sentence", False, "no quote bears out what it is"),
        ("row", False, ""),
        ("sentence", True, ""),
    ],
)
def test_what_no_quote_says_it_is_is_none_but_in_a_row(origin, borne, reason):
    told = story(event(word(), DAY, TOWN, HALL, origin=origin))
    found = Incident("doc", "attack", date="2021-03-04", targets=TARGETS)
    assert unfit(found, told, frozenset({"at the head"}), RECORDS, borne) == reason
