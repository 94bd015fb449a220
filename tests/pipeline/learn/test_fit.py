import tomllib

from incidents.pipeline.assemble.weights import read
from incidents.pipeline.learn.counted import Counted
from incidents.pipeline.learn.examples import SLOT, Coded
from incidents.pipeline.learn.fit import LEAST, THRESHOLDS, fit, to_toml
from tests.pipeline.assemble.made import event, mention, reader, weights, word


def coded(number, *, day="2021-03-04"):
    """An attack told twice, with a day; and talk that has none."""
    told = (
        event(mention("DATE", day), kind="none", end=9),
        event(mention("DATE", day), kind="none", start=10, end=19),
        event(kind="none", start=20, end=29, reference="new"),
    )
    cited = [{"field": "incident_type", "start": 0, "end": 19}]
    gold = ({"incident_type": "attack", "date": day, "citations": cited},)
    return Coded(f"d{number}", reader(""), told, gold)


FEW = [coded(n) for n in range(LEAST)]


def test_what_too_few_documents_show_is_not_learned():
    told = fit(FEW[:-1])
    assert told.kinds == {"attack": {}, "plot": {}, "arrest": {}, "detail": {}}
    odd = fit([*FEW, coded(9, day="2021-03")])
    assert "date to the month" not in odd.kinds["attack"]


def test_kinds_and_joins_are_learned():
    told = fit(FEW)
    assert {*told.kinds} == {"attack", "plot", "arrest", "detail"}
    assert told.kinds["attack"]["date to the day"] > 0 > told.kinds["attack"]["no date"]
    assert told.kinds["detail"] == told.kinds["attack"]
    assert all(w < 0 for w in told.kinds["plot"].values())
    assert told.join["same day"] > 0
    assert told.thresholds == THRESHOLDS


def test_thresholds_decide_what_is_beside_what():
    none = fit(
        FEW, THRESHOLDS | dict.fromkeys(["attack", "plot", "arrest", "detail"], 1)
    )
    assert none.join == {}
    assert none.thresholds["attack"] == 1


def test_what_belongs_is_learned_and_what_is_a_record():
    told = fit(FEW)
    assert {*told.belongs} == {*SLOT}
    assert told.belongs["DATE"]["in the event"] > 0
    assert told.belongs["PLACE"] == {}
    assert {*told.links} == {
        "claimed",
        "directed",
        "attributed",
        "linked",
        "inspired",
        "alleged",
    }
    assert told.worth["attack: date told"] > 0


def test_weights_read_back_as_they_were():
    told = weights(join={"b": -1.5, "a": 2.0})
    text = to_toml(told, ["first", ""])
    assert text.startswith("# first\n#\n\n[kind.arrest]\n")
    assert '[join]\n"a" = 2.0\n"b" = -1.5\n\n[belongs.DATE]\n' in text
    assert '[link.claimed]\n"told as claimed" = 2.0\n' in text
    assert '[worth]\n"always" = 1.0\n\n[thresholds]\n' in text
    assert text.endswith("\n") and not text.endswith("\n\n")
    assert read(tomllib.loads(text)) == told


def test_what_few_documents_say_changes_what_was_known():
    start = weights(attack={"date to the day": 3.0, "odd": 1.0}, join={"same day": 2.0})
    told = fit(FEW[:1], start=start)
    assert told.kinds["attack"]["odd"] == 1.0
    assert told.kinds["attack"]["date to the day"] > 3.0
    assert "no date" not in told.kinds["attack"]
    assert told.join == {"same day": 2.0}
    assert told.thresholds == THRESHOLDS


def test_documents_whose_incidents_are_counted_teach_as_well():
    talk = event(word("raid"), kind="none", block=900)
    counted = [Counted(f"c{n}", reader(""), (talk,), 0) for n in range(LEAST)]
    assert "word raid" not in fit(FEW).kinds["attack"]
    assert fit(FEW, counted=counted).kinds["attack"]["word raid"] < 0
