"""The reviewer who knows the gold does what turns a record into it, and no more."""

from incidents.pipeline.fields import BY_NAME
from incidents.pipeline.review.values import read_values
from tests.amiss import Task, alike, tasks
from tests.keystrokes import alone, begun, typed
from tests.pipeline.review.runs import quetta


def test_a_record_that_is_right_needs_nothing():
    assert list(tasks(read_values(quetta()), quetta())) == []


def test_what_is_wrong_is_fixed_what_is_more_rejected_what_lacks_added():
    church = {"text": "church", "category": "religious"}
    (market,) = quetta()["targets"]
    gold = quetta(date="2014-06-11", places=["Quetta", "Lahore"], targets=[])
    shown = read_values(quetta(targets=[market, church]))
    acts = [(t.act, t.field, t.want) for t in tasks(shown, gold)]
    assert acts == [
        ("fix", "date", "2014-06-11"),
        ("add", "places", "Lahore"),
        ("reject", "targets", None),
        ("reject", "targets", None),
    ]


def test_words_count_as_they_are_scored():
    assert alike(BY_NAME["places"], "Quetta city", "Quetta")
    assert not alike(BY_NAME["places"], "Lahore", "Quetta")
    assert not alike(BY_NAME["killed"], {"min": 1, "max": 1}, {"min": 1, "max": None})


def test_keys_are_counted_as_they_are_pressed():
    assert begun("plot", ("attack", "plot", "arrest")) == "p"
    assert begun("attack", ("attack", "plot", "arrest")) == "a"
    assert alone("attack", ("attack", "plot", "arrest")) == "at"
    killed = Task("add", "killed", None, {"min": 12, "max": 12})
    assert typed(killed, (0, 0)) == ["12", "12"]
    place = Task("add", "places", None, "Quetta", 0, 40)
    assert typed(place, (10, 16)) == [""]  # its own words were dragged over
    assert typed(place, (0, 40)) == ["Quetta"]
