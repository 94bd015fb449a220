import pytest

from incidents.extractors import targets
from tests.marked import unmark


def read(doc):
    return [
        (m.text, m.value, "".join(k[0] for k in ("object", "victim") if m.get(k)))
        for m in targets.extract(doc, None)
    ]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(
            "The [police building](TARGET police) burned.", id="generic after a kind"
        ),
        pytest.param(
            "They raided the [house of the judge](TARGET government).",
            id="generic of a kind",
        ),
        pytest.param(
            "A [bus carrying soldiers](TARGET military) burned.", id="whom it carries"
        ),
        pytest.param(
            "[Fans outside the stadium](TARGET private_citizens) ran.", id="people"
        ),
        pytest.param("The attackers were held by police.", id="agent"),
        pytest.param("Police arrested three men.", id="who arrests"),
        pytest.param("The embassy said so.", id="who speaks"),
        pytest.param("", id="no text"),
    ],
)
def test_extract(nlp, marked):
    text, expected = unmark(marked, targets.__name__)
    assert list(targets.extract(nlp(text), None)) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They bombed the embassy.", [("embassy", "diplomatic", "o")]),
        ("THEY BOMBED THE EMBASSY.", [("EMBASSY", "diplomatic", "o")]),
        ("The embassy was later bombed.", [("embassy", "diplomatic", "o")]),
        ("a blast in the crowded market", [("market", "private_citizens", "o")]),
        ("the mosque attack", [("mosque", "religious", "o")]),
        ("They bombed\nthe embassy.", [("embassy", "diplomatic", "o")]),
        ("They bombed it\n\nembassy", [("embassy", "diplomatic", "")]),
        (
            "They bombed a church,\na bank.",
            [("church", "religious", "o"), ("bank", "business", "o")],
        ),
        ("the judge who was killed", [("judge", "government", "ov")]),
        ("They hit the office of a bank.", [("office of a bank", "business", "o")]),
        (
            "Soldiers killed two judges.",
            [("Soldiers", "military", ""), ("judges", "government", "ov")],
        ),
        ("four judges killed in May", [("judges", "government", "ov")]),
        ("The embassy is large.", [("embassy", "diplomatic", "")]),
        ("It killed 13 soldiers.", [("soldiers", "military", "ov")]),
        ("Nine soldiers were killed.", [("soldiers", "military", "ov")]),
        ("the killing of a judge", [("judge", "government", "ov")]),
        ("They shot at the helicopter.", [("helicopter", "airport_aircraft", "o")]),
        (
            "They attacked a church, a bank and two schools.",
            [
                ("church", "religious", "o"),
                ("bank", "business", "o"),
                ("schools", "education", "o"),
            ],
        ),
        (
            "Pilgrims and policemen were killed.",
            [("Pilgrims", "religious", "ov"), ("policemen", "police", "ov")],
        ),
    ],
)
def test_part(nlp, text, found):
    assert read(nlp(text)) == found


def test_attributes(nlp):
    (mention,) = targets.extract(nlp("They killed ten people."), None)
    assert dict(mention.attributes) == {
        "generic": "1",
        "head": "people",
        "object": "1",
        "victim": "1",
    }


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Gunmen attacked the Church of Santa Clara.",
            [("Church of Santa Clara", "religious", "o")],
        ),
        (
            "The Danish ambassador's residence was seized.",
            [("Danish ambassador's residence", "diplomatic", "o")],
        ),
        ("Airport security was tight.", []),
        (
            "They attacked the Lisbon airport on Monday.",
            [("Lisbon airport", "airport_aircraft", "o")],
        ),
        (
            "The bomb killed at least four young soldiers.",
            [("four young soldiers", "military", "ov")],
        ),
        (
            "Raiders shot dead two nuns in Lisbon.",
            [("two nuns", "religious", "ov")],
        ),
    ],
)
def test_phrase(trained, text, found):
    assert read(trained(text)) == found


def test_a_long_run_of_names_takes_linear_time(nlp):
    found = read(nlp("police building " * 10_000))
    assert found == [("police building", "police", "")] * 10_000


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the police 's building", ["police 's building"]),
        ("the police-building", ["police-building"]),
        ("the police, building", ["police"]),
        ("the house of the judge", ["house of the judge"]),
        ("the house, of the judge", ["judge"]),
        ("the house of men and the judge", ["house of men", "judge"]),
        ("the house of which the judge spoke", ["judge"]),
        ("the bus bringing two soldiers", ["bus bringing two soldiers"]),
        ("They hit a tax office", ["tax office"]),
        ("They hit an old-tax office", ["tax office"]),
        ("They hit a radio-controlled car", ["car"]),
        ("They hit the tax, the office", []),
        ("They hit the office of the charity", ["office of the charity"]),
        ("Maj Berg saw tax rise", []),
        ("the bus near soldiers", ["bus", "soldiers"]),
        ("fans outside the stadium", ["fans outside the stadium"]),
        ("the bank outside the stadium", ["bank", "stadium"]),
    ],
)
def test_what_is_taken_together(nlp, text, found):
    assert [m.text for m in targets.extract(nlp(text), None)] == found


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("They killed a judge.", {"head": "judge", "object": "1", "victim": "1"}),
        ("They bombed a church.", {"head": "church", "object": "1"}),
        ("They killed a church.", {"head": "church", "object": "1"}),
        ("A church and a bank.", {"head": "church"}),
        (
            "They bombed a building.",
            {"generic": "1", "head": "building", "object": "1"},
        ),
    ],
)
def test_what_is_said_of_it(nlp, text, attributes):
    first, *_ = targets.extract(nlp(text), None)
    assert dict(first.attributes) == attributes


@pytest.mark.parametrize(
    ("text", "category", "generic"),
    [
        ("They bombed an office.", "unknown", "1"),
        ("They bombed a tax office.", "government", None),
        ("They bombed a tax post.", "government", None),
        ("They bombed a water tower.", "utilities", None),
        ("They bombed a water house.", "utilities", None),
        ("They bombed a police station.", "police", None),
        ("They bombed a station.", "transport", None),
        ("They bombed a CIA station.", "government", None),
        ("They bombed a base.", "military", "1"),
        ("They shot a member of the opposition.", "political_party", None),
    ],
)
def test_a_generic_noun_is_of_its_owners_category(nlp, text, category, generic):
    (mention,) = targets.extract(nlp(text), None)
    assert (mention.value, mention.get("generic")) == (category, generic)


def test_a_member_is_a_victim(nlp):
    assert read(nlp("They shot a member of the opposition."))[0][2] == "ov"


def test_words_that_say_little_need_an_attack(nlp):
    assert read(nlp("The people met in a building.")) == []
