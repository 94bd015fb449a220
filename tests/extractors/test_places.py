import time

import pytest

from incidents.extractors import places
from incidents.extractors.places.names import fold, untyped
from incidents.extractors.places.table import named, shortened
from tests.marked import unmark


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(
            "It blew up in [Paris](PLACE 4717560), [Texas](PLACE 4736286).",
            id="the state after the comma",
        ),
        pytest.param("It blew up in [Paris](PLACE 2988507).", id="by far the largest"),
        pytest.param("They met in [Springfield](PLACE).", id="several fit: open"),
        pytest.param(
            "In [Ohio](PLACE 5165418), police searched a flat in [Dayton]"
            "(PLACE 4509884). Then they drove to [Springfield](PLACE 4525353).",
            id="company",
        ),
        pytest.param(
            "He went from [Atlanta](PLACE 4180439), [Georgia](PLACE 4197000), home.",
            id="what it contains",
        ),
        pytest.param("The Georgian army left.", id="an adjective is no place"),
        pytest.param(
            "[Mali](PLACE 2453866).\n\nPlace\tDay\tWhat\tKilled\n"
            "[Gao](PLACE 2457163)\t3 May\tRaid on a hotel\t2\n",
            id="a cell that holds a name; the line of a table begins anew",
        ),
        pytest.param(
            "[Nigeria](PLACE 2328926)'s north-eastern [Borno state](PLACE 2346794).",
            id="whose",
        ),
        pytest.param(
            "A shot was fired in [Ayacucho](PLACE 3947019), [Peru](PLACE 3932488).",
            id="accents and all",
        ),
        pytest.param(
            "THE BOMB EXPLODED IN [LIMA](PLACE 3936456) IN MARCH.", id="capitals"
        ),
        pytest.param("IT WAS FOR US OR FOR THEM.", id="capitals: us is a pronoun"),
        pytest.param(
            "[BOGOTA](PLACE 3688689), 3 MAY 91 (RADIO) -- NOTHING NEW.", id="dateline"
        ),
        pytest.param("In March the Police went to Church.", id="common words"),
        pytest.param(
            "The [Omagh](PLACE 2640967) bombing killed 29.", id="what it is known for"
        ),
        pytest.param("Mr. Lincoln thanked Mrs. Washington.", id="people"),
        pytest.param("It was signed by the Somalia Province.", id="a group's own"),
        pytest.param("They prayed at St. Peter's Church.", id="saints"),
        pytest.param(
            "[Türkiye](PLACE 298795), the [U.S.](PLACE 6252001) and [Burma]"
            "(PLACE 1327865) agreed.",
            id="names of countries",
        ),
        pytest.param(
            "Two died in the village of [Umbradze](PLACE) in [Adamawa state]"
            "(PLACE 2565342).",
            id="a village the table lacks",
        ),
        pytest.param(
            "It went off inside a café in [Umbradze](PLACE), wounding eleven.",
            id="only 'in' tells of it",
        ),
        pytest.param(
            "They fired three rockets at [Umbradze](PLACE). Nobody was hurt.",
            id="what rockets are fired at",
        ),
        pytest.param("She was shot at Umbradze's trial.", id="at alone tells nothing"),
        pytest.param("He took part in Teaching.", id="in a word"),
        pytest.param(
            "He drove through [Umbra Dze District](PLACE) at night.",
            id="a district the table lacks",
        ),
        pytest.param("It hit the Israeli settlement.", id="whose settlement"),
        pytest.param(
            "[Iraq](PLACE 99237). Near [Tal Afar](PLACE), a strike hit a unit.",
            id="at the head of a sentence",
        ),
        pytest.param(
            "[Syria](PLACE 163843): war in the centre of [Raqqah](PLACE 172955).",
            id="without its article",
        ),
        pytest.param(
            "Shots were fired in [al-Dammam](PLACE 110336).", id="with an article"
        ),
    ],
)
def test_extract(nlp, marked):
    text, expected = unmark(marked, places.__name__)
    assert list(places.extract(nlp(text), None)) == expected


def test_a_resolved_place_says_where_it_is_and_why(nlp):
    text = "A bomb went off near Paris, Texas."
    paris, _ = places.extract(nlp(text), None)
    assert dict(paris.attributes) == {
        "admin1": "Texas",
        "country": "US",
        "derived_from": "28:33",
        "kind": "city",
        "lat": 33.6609,
        "lon": -95.5555,
        "name": "Paris",
        "precision": 2,
    }


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("in Lima", 1),
        ("north of Lima", 2),
        ("in Antioquia department", 4),
        ("in Peru", 6),
        ("in Central Asia", 7),
    ],
)
def test_precision(nlp, text, precision):
    (mention,) = places.extract(nlp(f"It happened {text} today."), None)
    assert mention.get("precision") == precision


def test_an_open_place_keeps_its_candidates(nlp):
    (mention,) = places.extract(nlp("They met in Springfield."), None)
    assert mention.get("candidates").split("|")[:2] == ["4409896", "4951788"]
    assert mention.get("country") == "US"


def test_an_unknown_village_takes_the_country_that_holds_it(nlp):
    text = "They fled the village of Umbradze in Adamawa state."
    village, _ = places.extract(nlp(text), None)
    assert (village.value, village.get("country")) == ("", "NG")


def test_a_place_within_a_venue_is_marked(nlp):
    text = "He meant to attack Cologne Cathedral in Cologne, Germany."
    first, second, _ = places.extract(nlp(text), None)
    assert (first.value, first.get("part_of")) == (second.value, "venue")
    assert second.get("part_of") is None


@pytest.mark.model
def test_the_model_adds_places_without_a_cue(trained):
    text, expected = unmark(
        "Officials said Monday that [Mosul](PLACE 99072) had fallen to gunmen.",
        places.__name__,
    )
    assert list(places.extract(trained(text), None)) == expected


@pytest.mark.parametrize("text", ["", "\n\f \n", "A" * 5_000, "É.́-’ , ()[]"])
def test_any_text_is_read(nlp, text):
    assert list(places.extract(nlp(text), None)) == []


def test_time_grows_with_length_only(nlp):
    doc = nlp("San " * 10_000 + "in Lima, " * 2_500)
    start = time.process_time()
    list(places.extract(doc, None))
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Côte d’Ivoire", "cote divoire"),
        ("Al-Ḥasakah", "al hasakah"),
        ("St. Louis", "saint louis"),
        ("Łódź", "lodz"),
        ("Şırnak", "sirnak"),
    ],
)
def test_fold(name, key):
    assert fold(name) == key


def test_untyped():
    assert untyped("cook county") == "cook"
    assert untyped("state of texas") == "texas"
    assert untyped("county") == "county"


def test_a_typed_name_is_that_of_subdivisions_only():
    assert {o.place.kind for o in named("hangu district")} == {"admin2"}


def test_an_abbreviation_is_no_name():
    assert named("wva") == ()
    assert [o.place.name for o in shortened("wva")] == ["West Virginia"]


@pytest.mark.parametrize(
    ("key", "known"),
    [
        ("raqqah", True),
        ("ar raqqah", True),
        ("al raqqah", True),
        ("as mosul", False),
        ("at homs", False),
    ],
)
def test_a_name_with_and_without_its_article(key, known):
    assert bool(named(key)) == known
    ids = [option.place.id for option in named(key)]
    assert len(ids) == len(set(ids))
