import pytest

from incidents.pipeline.assemble.traits import (
    Traits,
    content,
    is_known,
    joined,
    of_event,
    place_key,
)
from tests.pipeline.assemble.made import event, mention, word

NOTHING = Traits(kinds=frozenset({"attack"}))


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(mention("DATE", ""), id="a day not read"),
        pytest.param(mention("PLACE", "77", kind="venue"), id="a venue"),
        pytest.param(mention("TARGET", "religious", "a mosque"), id="only named"),
        pytest.param(mention("KILLED", "3", role="attacker"), id="dead attackers"),
        pytest.param(mention("KILLED", "300", aggregate="1"), id="of many attacks"),
        pytest.param(word(attack_type="bombing", modality="fear"), id="feared"),
        pytest.param(word(), id="a word of no type"),
        pytest.param(mention("WEAPON", "knife"), id="a weapon of no category"),
        pytest.param(mention("GROUP", "g"), id="a group of no name"),
    ],
)
def test_what_tells_nothing_apart_is_no_trait(told):
    assert of_event(event(told)) == NOTHING


@pytest.mark.parametrize("kind", ["detail", "none"])
def test_details_are_of_no_kind(kind):
    assert of_event(event(kind=kind)) == Traits()


@pytest.mark.parametrize(
    ("told", "trait", "values"),
    [
        (mention("DATE", "2021-03"), "dates", ("2021-03",)),
        (mention("PLACE", "77", kind="city", country="SE"), "places", {"77"}),
        (mention("PLACE", "77", kind="city", country="SE"), "countries", {"SE"}),
        (mention("PLACE", "9", kind="country", country="SE"), "countries", {"SE"}),
        (mention("PLACE", "9", kind="country", country="SE"), "places", set()),
        (mention("PLACE", "8", kind="region"), "places", set()),
        (
            mention("TARGET", text="Vasa mosques", object="1"),
            "targets",
            {"vasa", "mosque"},
        ),
        (mention("TARGET", text="judge", victim="1"), "targets", {"judge"}),
        (mention("TARGET", text="people", object="1", generic="1"), "targets", set()),
        (
            mention("TARGET", text="people", object="1", generic="1"),
            "struck",
            {"people"},
        ),
        (mention("TARGET", text="judge", object="1"), "struck", set()),
        (mention("TARGET", "police", object="1"), "categories", {"police"}),
        (mention("TARGET", "unknown", object="1"), "categories", set()),
        (mention("KILLED", "3", role="victim"), "tolls", {"3"}),
        (mention("SUSPECTS", "2"), "counts", {"2"}),
        (word(attack_type="bombing"), "types", {"bombing"}),
        (mention("WEAPON", "knife", category="melee"), "weapons", {"melee"}),
        (mention("GROUP", "g", name="Red Front"), "groups", {"Red Front"}),
        (mention("PERSON", "Ida Holm", "Holm"), "names", {"Ida Holm"}),
        (mention("PERSON", "", "Holm"), "names", {"Holm"}),
    ],
)
def test_of_event(told, trait, values):
    assert getattr(of_event(event(told)), trait) == values


def test_joined_keeps_all_and_the_finest_day_first():
    one = Traits(dates=("2021-03",), places=frozenset({"7"}), kinds=frozenset({"plot"}))
    other = Traits(dates=("2021-03-04", "2021-03"), places=frozenset({"8"}))
    both = joined([one, other])
    assert both.dates == ("2021-03-04", "2021-03")
    assert both.places == {"7", "8"}
    assert both.kinds == {"plot"}
    assert both.targets == frozenset()


def test_days_as_fine_are_in_order_of_their_names():
    days = (mention("DATE", d) for d in ("2021-05", "2020-02-01", "2021-03"))
    assert of_event(event(*days)).dates == ("2020-02-01", "2021-03", "2021-05")


ONE = frozenset({"x"})


@pytest.mark.parametrize(
    ("traits", "count"),
    [
        (Traits(), 0),
        (Traits(names=ONE, kinds=frozenset({"attack"})), 0),
        (Traits(groups=ONE, tolls=ONE, types=ONE), 0),
        (Traits(names=ONE, kinds=frozenset({"arrest"})), 1),
        (Traits(dates=("2021",)), 1),
        (Traits(places=ONE, countries=ONE), 1),
        (Traits(countries=ONE), 1),
        (Traits(places=ONE), 1),
        (Traits(targets=ONE, struck=ONE), 1),
        (Traits(struck=ONE), 1),
        (Traits(targets=ONE), 1),
        (Traits(dates=("2021",), places=ONE, targets=ONE), 3),
    ],
)
def test_evidence(traits, count):
    assert traits.evidence == count


def test_place_key_is_the_id_or_the_folded_name():
    assert place_key(mention("PLACE", "77", "Tarn")) == "77"
    assert place_key(mention("PLACE", "", "Old TARN")) == "old tarn"


def test_only_an_id_is_known():
    assert is_known("77")
    assert not is_known("tarn")


def test_content_leaves_out_what_every_name_has():
    assert content("Mosques which Vasa has") == {"mosque", "vasa"}
    assert content("St. Olaf's hall") == {"st", "olaf", "hall"}  # and no s
