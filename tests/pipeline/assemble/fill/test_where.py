from incidents.pipeline.assemble.fill.where import where
from incidents.pipeline.records import Derivation
from tests.pipeline.assemble.fill.made import bare, context, passage, shown, told

AYT = "[Ayt](PLACE 1; kind=city; country=YE)"
YEMEN = "[Yemen](PLACE 2; kind=country; country=YE)"


def read(*passages):
    telling = told(*passages)
    incident, citations = where(telling, bare())
    return incident, citations, shown(telling, citations)


def test_none_but_what_belongs():
    incident, citations, _ = read(passage("a raid"), context(f"of {AYT}"))
    assert (incident.places, incident.countries, citations) == ((), (), [])


def test_a_venue_is_no_place():
    assert read("at [an inn](PLACE; kind=venue)")[0].places == ()


def test_smallest_first():
    names = ("city", "admin2", "admin1", "region")
    marked = ", ".join(f"[{name}](PLACE; kind={name})" for name in reversed(names))
    assert read(marked)[0].places == names


def test_four_at_most():
    marked = ", ".join(f"[{name}](PLACE)" for name in ("Ao", "Bo", "Co", "Do", "Eo"))
    assert read(marked)[0].places == ("Ao", "Bo", "Co", "Do")


def test_a_country_is_its_own_or_that_of_a_place():
    incident, citations, words = read(f"in {AYT}")
    assert (incident.places, incident.countries) == (("Ayt",), ("YE",))
    assert words == [("places[0]", "Ayt"), ("countries[0]", "Ayt")]
    assert [c.derived_from for c in citations] == [None, Derivation("place")]
    incident, citations, words = read(f"in {YEMEN}")
    assert (incident.places, incident.countries) == (("Yemen",), ("YE",))
    assert [c.derived_from for c in citations] == [None, None]


def test_a_country_is_no_place_where_a_smaller_is_known():
    incident, *_ = read(f"in {YEMEN}, {AYT}")
    assert (incident.places, incident.countries) == (("Ayt",), ("YE",))
