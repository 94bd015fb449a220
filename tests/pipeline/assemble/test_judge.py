import pytest

from incidents.pipeline.assemble.judge import apart, judge, other_arrest
from tests.pipeline.assemble.made import event, mention, reader, weights, word

#: A day makes an attack, a place a plot, a person an arrest, a toll a detail.
SIGNS = weights(
    attack={"always": -1.0, "date to the day": 3.0},
    plot={"always": -1.0, "place city": 2.0},
    arrest={"always": -1.0, "person": 2.5},
    detail={"always": -1.0, "killed": 3.0},
)
DAY = mention("DATE", "2021-03-04")
TOWN = mention("PLACE", "7", kind="city")
PERSON = mention("PERSON", "Ida Holm")
TOLL = mention("KILLED", "3")


def judged(*mentions, weights=SIGNS, **said):
    (found,) = judge(reader(""), [event(*mentions, **{"kind": "none"} | said)], weights)
    return found


def test_what_says_nothing_is_nothing():
    told = judged()
    assert told.kind == "none"
    assert told.sure == pytest.approx(0.269, abs=0.001)
    assert told.reason == "attack 0.27: always -1.0"


def test_a_row_is_what_it_says():
    told = judged(PERSON, kind="plot", origin="row")
    assert (told.kind, told.sure) == ("plot", 1.0)
    assert told.reason == "a row of a table"


@pytest.mark.parametrize(
    ("told", "kind", "sure", "reason"),
    [
        ([DAY], "attack", 0.881, "attack 0.88: date to the day +3.0; always -1.0"),
        ([TOWN], "plot", 0.731, "plot 0.73: place city +2.0; always -1.0"),
        ([PERSON], "arrest", 0.818, "arrest 0.82: person +2.5; always -1.0"),
        (
            [DAY, TOWN],
            "attack",
            0.881,
            "attack 0.88: date to the day +3.0; always -1.0",
        ),
        ([TOLL], "detail", 0.269, "detail 0.88: killed +3.0; always -1.0"),
        ([TOLL, TOWN], "plot", 0.731, "plot 0.73: place city +2.0; always -1.0"),
    ],
)
def test_the_likeliest_kind(told, kind, sure, reason):
    found = judged(*told)
    assert (found.kind, found.reason) == (kind, reason)
    assert found.sure == pytest.approx(sure, abs=0.001)


def test_kinds_are_weighed_by_how_much_they_need():
    least = {"attack": 0.88, "plot": 0.2}
    told = judged(DAY, TOWN, weights=weights(least=least, **SIGNS.kinds))
    assert told.kind == "plot"
    assert told.sure == pytest.approx(0.881, abs=0.001)


def test_at_the_threshold_it_is_of_its_kind():
    even = weights(attack={"always": 0.0})
    assert judged(weights=even).kind == "attack"


def test_what_is_nearly_an_incident_is_a_detail():
    nearly = weights(least={"attack": 0.6, "detail": 0.5}, attack={"always": 0.0})
    told = judged(weights=nearly)
    assert told.kind == "detail"
    assert told.reason.startswith("detail 0.00")
    assert judged(weights=weights(detail={"always": 0.0})).kind == "detail"


def test_each_event_by_its_own_signs():
    told = [event(DAY, word(), kind="none"), event(TOWN, kind="none", block=5)]
    assert [e.kind for e in judge(reader(""), told, SIGNS)] == ["attack", "plot"]


STEP = mention("LEGAL", "arrested", text="arrested")
SEVEN = mention("SUSPECTS", "7", kind="arrested", number="0:5")
LATER = mention("DATE", "2021-05-06")
BEFORE = event(DAY, STEP, kind="arrest")


@pytest.mark.parametrize(
    ("told", "after"),
    [
        pytest.param([DAY, STEP, SEVEN], BEFORE, id="the same day"),
        pytest.param([STEP, SEVEN], BEFORE, id="no day"),
        pytest.param([LATER, STEP], BEFORE, id="nobody counted"),
        pytest.param([LATER, SEVEN], BEFORE, id="no step"),
        pytest.param([LATER, STEP, SEVEN, word()], BEFORE, id="an attack beside"),
        pytest.param(
            [LATER, mention("LEGAL", "convicted"), SEVEN], BEFORE, id="a verdict"
        ),
        pytest.param(
            [LATER, mention("LEGAL", "arrested", negated=1), SEVEN], BEFORE, id="not"
        ),
        pytest.param(
            [LATER, STEP, SEVEN], event(DAY, kind="attack"), id="after an attack"
        ),
    ],
)
def test_no_other_arrest(told, after):
    assert not other_arrest(after, event(*told, kind="detail"))


def test_people_arrested_on_another_day_are_an_arrest():
    assert other_arrest(BEFORE, event(LATER, STEP, SEVEN, kind="detail"))
    first = event(DAY, PERSON, STEP, kind="none")
    second = event(LATER, STEP, SEVEN, kind="none", start=50)
    plain = weights(arrest={"always": -1.0, "person": 2.5})
    one, two = judge(reader(""), [first, second], plain)
    assert (one.kind, two.kind) == ("arrest", "arrest")
    assert two.reason == "people arrested on another day than those before"


FOUND = word("found", kind="foil")
BOMB = mention("WEAPON", category="explosives")


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ([FOUND, BOMB, DAY], "plot"),
        ([FOUND, word("blast"), BOMB, DAY], "attack"),
        ([FOUND, BOMB, DAY, mention("INJURED", "2")], "attack"),
        ([FOUND, DAY], "attack"),
        ([BOMB, DAY], "attack"),
        ([FOUND, BOMB, PERSON], "arrest"),
    ],
)
def test_a_bomb_that_was_found_is_no_attack(told, kind):
    found = judged(*told)
    assert found.kind == kind
    assert found.sure == pytest.approx(0.818 if kind == "arrest" else 0.881, abs=0.001)


RIFLE = mention("WEAPON", kept="1")
MOSQUE = mention("TARGET", "religious")


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ([RIFLE, MOSQUE, DAY], "plot"),
        ([RIFLE, DAY], "attack"),
        ([RIFLE, mention("WEAPON", start=9), MOSQUE, DAY], "attack"),
        ([RIFLE, MOSQUE, DAY, word()], "attack"),
        ([RIFLE, MOSQUE, DAY, TOLL], "attack"),
    ],
)
def test_weapons_that_were_only_found_or_bought_are_no_attack(told, kind):
    assert judged(*told).kind == kind


HELD = mention("LEGAL", "arrested")


@pytest.mark.parametrize(
    ("told", "said", "is_apart"),
    [
        ([DAY, TOWN, PERSON, HELD], {"parted": 0}, True),
        ([DAY, TOWN, PERSON, HELD], {}, False),
        ([TOWN, PERSON, HELD], {"parted": 0}, False),
        ([DAY, PERSON, HELD], {"parted": 0}, False),
        ([DAY, TOWN, HELD], {"parted": 0}, False),
        ([DAY, TOWN, PERSON, HELD, word()], {"parted": 0}, False),
        (
            [DAY, TOWN, PERSON, mention("LEGAL", "arrested", negated="1")],
            {"parted": 0},
            False,
        ),
    ],
)
def test_an_arrest_beside_another_event_of_its_sentence(told, said, is_apart):
    assert apart(event(*told, **said)) is is_apart
