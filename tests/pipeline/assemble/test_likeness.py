import pytest

from incidents.pipeline.assemble import likeness as features
from incidents.pipeline.assemble.likeness import Pair, likeness, together
from incidents.pipeline.assemble.story import Story
from incidents.pipeline.assemble.traits import Traits, of_event
from tests.pipeline.assemble.made import event, mention, story, word

#: Events of the story; only a case of its form looks at them.
SOME = story(event()).parts


def pair(a=None, b=None, told=None, parts=SOME, **said):
    """Traits of an event beside those of a story."""
    sets = [
        Traits(**{k: v if k == "dates" else frozenset(v) for k, v in (t or {}).items()})
        for t in (a, b)
    ]
    return Pair(told or event(), sets[0], Story(parts, sets[1]), **said)


def days(*values):
    return {"dates": values}


DAY, MONTH, YEAR = days("2021-03-04"), days("2021-03"), days("2021")


@pytest.mark.parametrize(
    ("a", "b", "seen"),
    [
        (DAY, {}, []),
        ({}, DAY, []),
        (DAY, days("2021-03-05"), ["other day", "other day, both exact"]),
        (DAY, days("2020"), ["other day"]),
        (DAY, DAY, ["same day"]),
        (DAY, days("2021-03-04/2021-03-06"), ["same day"]),
        (DAY, days("2021-03-04/2021-03-07"), ["same month"]),
        (DAY, MONTH, ["same month"]),
        (MONTH, MONTH, ["same month"]),
        (days("2021-03-01/2021-04-01"), DAY, ["same year"]),
        (MONTH, YEAR, ["same year"]),
        (days("2021-05-05", "2021-03-04"), days("2021", "2021-03-04"), ["same day"]),
        (days("2021-03-04", "2021"), days("2021-03-04", "2021"), ["same day"]),
    ],
)
def test_day(a, b, seen):
    assert list(features.day(pair(a, b))) == seen


HERE = {"places": {"7"}, "countries": {"SE"}}


@pytest.mark.parametrize(
    ("a", "b", "seen"),
    [
        (HERE, {}, []),
        ({}, HERE, []),
        (HERE, {"places": {"an alley"}}, []),
        ({"places": {"an alley"}}, HERE, []),
        (HERE, {"places": {"7", "8"}, "countries": {"NO"}}, ["same place"]),
        (HERE, {"places": {"8"}, "countries": {"NO"}}, ["other country"]),
        (HERE, {"places": {"8"}, "countries": {"SE"}}, ["other place"]),
        (HERE, {"places": {"8"}}, ["other place"]),
        (HERE, {"places": {"an alley"}, "countries": {"SE"}}, ["same country"]),
        ({"countries": {"SE"}}, {"countries": {"SE", "NO"}}, ["same country"]),
    ],
)
def test_place(a, b, seen):
    assert list(features.place(pair(a, b))) == seen


@pytest.mark.parametrize(
    ("feature", "trait", "what"),
    [
        (features.target, "targets", "target"),
        (features.target, "categories", "kind of target"),
        (features.manner, "types", "attack type"),
        (features.manner, "weapons", "weapon"),
        (features.people, "groups", "group"),
    ],
)
def test_what_is_shared_or_not(feature, trait, what):
    assert list(feature(pair({trait: "x"}, {}))) == []
    assert list(feature(pair({}, {trait: "x"}))) == []
    assert list(feature(pair({trait: "x"}, {trait: "y"}))) == [f"other {what}"]
    assert list(feature(pair({trait: "xy"}, {trait: "yz"}))) == [f"same {what}"]


def test_other_names_say_nothing():
    assert list(features.people(pair({"names": "x"}, {"names": "y"}))) == []
    assert list(features.people(pair({"names": "xy"}, {"names": "y"}))) == ["same name"]


ARREST = {"kinds": {"arrest"}}


@pytest.mark.parametrize(
    ("a", "b", "seen"),
    [
        ({"tolls": {"3"}}, {}, []),
        ({}, {"tolls": {"3"}}, []),
        ({"counts": {"3"}}, {"counts": {"3"}}, []),
        (ARREST | {"counts": {"3"}}, {"counts": {"3"}}, []),
        (ARREST, ARREST | {"counts": {"3"}}, []),
        (
            ARREST | {"counts": {"3"}},
            ARREST | {"counts": {"3"}},
            ["same number arrested"],
        ),
        (
            ARREST | {"counts": {"3"}},
            ARREST | {"counts": {"4"}},
            ["other number arrested"],
        ),
        ({"tolls": {"1"}}, {"tolls": {"1"}}, []),
        ({"tolls": {"3"}}, {"tolls": {"4"}}, ["other toll"]),
        ({"tolls": {"3"}}, {"tolls": {"3.."}}, ["same toll"]),
        ({"tolls": {"3..5"}}, {"tolls": {"3", "4"}}, ["same toll"]),
        ({"tolls": {"1", "3"}}, {"tolls": {"1", "4"}}, ["other toll"]),
    ],
)
def test_figures(a, b, seen):
    assert list(features.figures(pair(a, b))) == seen


@pytest.mark.parametrize(
    ("kind", "a", "b", "seen"),
    [
        ("detail", {}, ["attack"], ["detail beside attack"]),
        ("attack", ["attack"], [], ["attack beside no event"]),
        ("plot", ["plot"], ["plot", "attack"], ["plot beside attack and plot"]),
        ("plot", ["plot"], ["attack"], ["plot beside attack", "other kind"]),
    ],
)
def test_kinds(kind, a, b, seen):
    told = event(kind=kind)
    assert list(features.kinds(pair({"kinds": a}, {"kinds": b}, told))) == seen


def test_told_names_what_either_leaves_out():
    all_ = dict.fromkeys(
        ("places", "targets", "tolls", "types", "names", "counts"), "x"
    )
    assert list(features.told(pair(DAY | all_, DAY | all_))) == []
    assert list(features.told(pair(DAY | {**all_, "tolls": ""}, all_))) == [
        "story without dates",
        "event without tolls",
    ]


@pytest.mark.parametrize("mark", ["dates", "places", "countries", "targets"])
def test_an_event_with_a_mark_is_not_bare(mark):
    assert list(features.bare(pair({mark: ("2021",)}, last=True, alone=True))) == []


@pytest.mark.parametrize(
    ("told", "said", "seen"),
    [
        (event(), {}, ["bare, spoken of as neither"]),
        (
            event(reference="new"),
            {"last": True},
            ["bare, spoken of as new", "bare, spoken of as new, told last"],
        ),
        (
            event(reference="definite"),
            {"alone": True},
            ["bare, spoken of as definite", "bare, the only story"],
        ),
    ],
)
def test_bare(told, said, seen):
    assert list(features.bare(pair({"tolls": "3"}, DAY, told, **said))) == seen


@pytest.mark.parametrize(
    ("told", "seen"),
    [
        (event(word(modality="fear")), ["spoken of as neither new nor known"]),
        (event(word(), reference="new"), ["spoken of as new", "has an event word"]),
    ],
)
def test_manner_of_telling(told, seen):
    assert list(features.manner_of_telling(pair(told=told))) == seen


#: A story told at the head of the document, then in a section.
TOLD = story(event(block=0, section=-1), event(block=50, section=40)).parts


@pytest.mark.parametrize(
    ("told", "said", "seen"),
    [
        (event(block=9, section=-1), {"gap": 11}, ["very far"]),
        (event(block=9, section=-1), {"gap": 10}, ["far"]),
        (event(block=9, section=-1), {"gap": 4}, ["far"]),
        (event(block=9, section=-1), {"gap": 3}, ["near"]),
        (event(block=9, section=-1), {"gap": 2}, ["near"]),
        (event(block=9, section=-1), {"gap": 1}, ["told just before"]),
        (event(block=60, section=40), {}, ["same section", "told just before"]),
        (event(block=50, section=40), {}, ["same paragraph", "told just before"]),
        (event(block=0, section=-1), {"gap": 2}, ["same paragraph", "near"]),
        (event(block=9), {"gap": 2, "last": True}, ["told last", "near"]),
        (event(block=9), {"gap": 2, "alone": True}, ["the only story", "near"]),
    ],
)
def test_standing(told, said, seen):
    assert list(features.standing(pair(told=told, parts=TOLD, **said))) == seen


ITEM = {"listed": True, "section": 3}


@pytest.mark.parametrize(
    ("told", "of", "seen"),
    [
        (event(), [event(), event(origin="row")], []),
        (event(origin="title"), [event()], []),
        (event(origin="row"), [event()], ["event in a table or timeline"]),
        (event(), [event(origin="entry")], ["story in a table or timeline"]),
        (event(), [event(origin="title"), event()], ["story of the title"]),
        (event(block=5, **ITEM), [event(section=3)], []),
        (event(block=5, section=3), [event(**ITEM)], []),
        (event(block=5, listed=True, section=9), [event(**ITEM)], []),
        (event(block=5, **ITEM), [event(**ITEM), event(block=5, **ITEM)], []),
        (event(block=5, **ITEM), [event(**ITEM)], ["other item of the list"]),
    ],
)
def test_form(told, of, seen):
    assert list(features.form(pair(told=told, parts=story(*of).parts))) == seen


@pytest.mark.parametrize(
    ("seen", "counts"),
    [
        ({"always", "other weapon", "same country"}, {"0 marks same", "0 marks other"}),
        ({"same day", "same toll", "other name"}, {"2 marks same", "1 marks other"}),
        (
            {f"same {m}" for m in ("day", "place", "target", "name", "group", "toll")},
            {"4 marks same", "0 marks other"},
        ),
        ({"same month", "other month"}, {"1 marks same", "1 marks other"}),
    ],
)
def test_together(seen, counts):
    assert {*together(seen)} == counts


@pytest.mark.parametrize("said", ["same", "other"])
@pytest.mark.parametrize(
    "mark", ["day", "month", "place", "target", "name", "group", "toll"]
)
def test_each_mark_counts(said, mark):
    assert f"1 marks {said}" in {*together({f"{said} {mark}"})}


def test_likeness_is_what_all_features_see():
    one = event(word("bombing", attack_type="bombing"), mention("DATE", "2021-03-04"))
    other = event(mention("DATE", "2021-03-05"), origin="title")
    beside = Pair(one, of_event(one), story(other), last=True, alone=True)
    assert likeness(beside) == {
        "always",
        "other day",
        "other day, both exact",
        "attack beside attack",
        "event without places",
        "story without places",
        "event without targets",
        "story without targets",
        "event without tolls",
        "story without tolls",
        "story without types",
        "event without names",
        "story without names",
        "event without counts",
        "story without counts",
        "spoken of as neither new nor known",
        "has an event word",
        "same paragraph",
        "told last",
        "the only story",
        "told just before",
        "story of the title",
        "0 marks same",
        "1 marks other",
    }
