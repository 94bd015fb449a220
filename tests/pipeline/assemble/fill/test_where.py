import pytest

from pipeline.assemble.fill.where import where
from pipeline.records import Derivation
from tests.pipeline.assemble.fill.made import bare, context, passage, shown, told

AYT = "[Ayt](PLACE 7; kind=city; country=YE)"
YEMEN = "[Yemen](PLACE 1; kind=country; country=YE)"
IRAQ = "[Iraq](PLACE 2; kind=country; country=IQ)"
HIT = "a [hit](EVENT hit)"
APART = "NN/ROOT/0 NN/ROOT/1"
HEADED = context(f"Attacks in {IRAQ}\n")


def read(*passages):
    telling = told(*passages)
    incident, citations = where(telling, bare())
    return incident.places, incident.countries, shown(telling, citations)


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(passage(f"{HIT} in {AYT}", "detail"), id="a detail tells none"),
        pytest.param(passage(f"{HIT} in {AYT}", strength=0.4), id="too unsure"),
        pytest.param(context(f"{HIT} in {AYT}"), id="of another story"),
        pytest.param(f"{HIT} at [Inn](PLACE 3; kind=venue; country=YE)", id="a venue"),
        pytest.param(f"{HIT} in [Ayt](TARGET 7; country=YE)", id="no place"),
    ],
)
def test_none(made):
    assert read(made) == ((), (), [])


def test_no_country_among_places_where_something_smaller_is_given():
    places, countries, cited = read(f"{HIT} in {AYT}, {YEMEN}")
    assert (places, countries) == (("Ayt",), ("YE",))
    assert cited == [("places[0]", "Ayt"), ("countries[0]", "Yemen")]


def test_a_country_stands_among_places_where_it_is_all():
    places, countries, cited = read(f"{HIT} in {YEMEN}")
    assert (places, countries) == (("Yemen",), ("YE",))
    assert cited == [("places[0]", "Yemen"), ("countries[0]", "Yemen")]


def test_a_place_that_nothing_ties_is_none_beside_one_that_is_tied():
    loose = passage(f"[hit](EVENT hit) {IRAQ}", parse=APART)
    assert read(f"{HIT} in {AYT}", loose)[:2] == (("Ayt",), ("YE",))


def test_one_half_as_surely_tied_is():
    named = "[Taba](PLACE 9; kind=city; country=EG; name=1)"
    assert read(f"{HIT} in {AYT}, {named}")[0] == ("Ayt", "Taba")


def test_a_country_that_nothing_ties_does_not_join_the_place_s():
    loose = passage(f"[hit](EVENT hit) {IRAQ}", parse=APART)
    _, countries, cited = read(f"{HIT} in {AYT}", loose)
    assert (countries, cited[-1]) == (("YE",), ("countries[0]", "Ayt"))


def test_one_place_is_not_told_twice_by_its_id_nor_by_its_name():
    places, _, cited = read(
        f"{HIT} in {AYT}, [the Ayt](PLACE 7; kind=city), [AYT](PLACE 70; kind=city)"
    )
    assert places == ("Ayt",)
    assert cited == [("places[0]", "Ayt"), ("countries[0]", "Ayt")]


def test_never_more_than_four():
    names = ("Ayt", "Bar", "Con", "Dor", "Eld")
    listed = ", ".join(f"[{n}](PLACE; kind=city)" for n in names)
    assert read(f"{HIT} in {listed}")[0] == names[:4]


def test_the_smallest_first_each_with_its_own_words():
    listed = (
        "[Sahel](PLACE 5; kind=region), [Zone](PLACE 4; kind=admin1), [Dale](PLACE 3;"
        " kind=admin2), [Bay](PLACE 8; kind=city), [Spot](PLACE 2)"
    )
    places, _, cited = read(
        f"{HIT} at [Zone](PLACE 4; kind=admin1)", f"{HIT} in {listed}"
    )
    assert places == ("Spot", "Bay", "Dale", "Zone")
    assert cited == [(f"places[{n}]", name) for n, name in enumerate(places)]


def test_regions_come_last():
    assert read(
        f"{HIT} in [Sahel](PLACE 5; kind=region), [Zone](PLACE 4; kind=admin1)"
    )[0] == ("Zone", "Sahel")


def test_a_kind_that_is_not_known_stands_with_what_is_smaller_than_a_city():
    assert read(f"{HIT} in {AYT}, [Spot](PLACE 2; kind=spot)")[0] == ("Spot", "Ayt")


def test_a_country_from_a_city_says_so():
    telling = told(f"{HIT} in {AYT}")
    incident, (place, country) = where(telling, bare())
    assert incident.countries == ("YE",)
    assert (country.field, country.derived_from) == (
        "countries[0]",
        Derivation("place"),
    )
    assert place.derived_from is None


def test_a_country_that_is_printed_does_not():
    telling = told(f"{HIT} in {AYT}, {YEMEN}")
    assert [c.derived_from for c in where(telling, bare())[1]] == [None, None]


def test_countries_that_are_named_come_before_those_of_places():
    basra = "[Basra](PLACE 8; kind=city; country=IQ)"
    _, countries, cited = read(f"{HIT} in {basra}, {YEMEN}")
    assert countries == ("YE", "IQ")
    assert cited[1:] == [("countries[0]", "Yemen"), ("countries[1]", "Basra")]


class TestHeading:
    def test_it_is_not_asked_where_a_place_tells_the_country(self):
        made = passage(f"{HIT} in {AYT}", section=0)
        assert read(HEADED, made)[:2] == (("Ayt",), ("YE",))

    def test_nor_where_a_country_is_named(self):
        made = passage(f"{HIT} in {YEMEN}", section=0)
        assert read(HEADED, made)[1] == ("YE",)

    def test_it_tells_none_where_it_names_two(self):
        both = context(f"Attacks in {IRAQ} and {YEMEN}\n")
        assert read(both, passage(HIT, section=0)) == ((), (), [])

    def test_nor_a_city(self):
        city = context(f"Attacks in {AYT}\n")
        assert read(city, passage(HIT, section=0)) == ((), (), [])

    def test_nor_one_that_it_does_not_stand_under(self):
        assert read(HEADED, HIT) == ((), (), [])

    def test_it_tells_the_country_of_a_place_that_says_none(self):
        made = passage(f"{HIT} in [Mill](PLACE; kind=city)", section=0)
        places, countries, cited = read(HEADED, made)
        assert (places, countries) == (("Mill",), ("IQ",))
        assert cited == [("places[0]", "Mill"), ("countries[0]", "Iraq")]

    def test_and_where_no_place_is_told(self):
        places, countries, cited = read(HEADED, passage(HIT, section=0))
        assert (places, countries) == ((), ("IQ",))
        assert cited == [("countries[0]", "Iraq")]
