import pytest

from incidents.extractors import nationalities
from tests.marked import unmark


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("TWO [PERUVIAN](NATIONALITY PE) OFFICERS DIED.", id="capitals"),
        pytest.param("A [North Korean](NATIONALITY KP) ship sank.", id="longest"),
        pytest.param("A [Papua New Guinean](NATIONALITY PG) met.", id="three words"),
        pytest.param("A [German](NATIONALITY DE)-born man was held.", id="hyphen"),
        pytest.param("He was a [UK](NATIONALITY GB) national.", id="country's holder"),
        pytest.param("He left the UK for Germany.", id="a country is no nationality"),
        pytest.param("Chechen and Kurdish fighters met.", id="peoples without a state"),
        pytest.param("They polish the swiss roll.", id="small letters"),
        pytest.param("Latin American states objected.", id="part of a wider word"),
        pytest.param("It reached the North Pole.", id="not a Pole"),
        pytest.param("It sank in the Indian Ocean.", id="a sea"),
        pytest.param("The note was in Arabic, then in English.", id="a language"),
    ],
)
def test_extract(nlp, marked):
    text, expected = unmark(marked, nationalities.__name__)
    assert list(nationalities.extract(nlp(text), None)) == expected


def test_what_two_countries_fit_keeps_both_candidates(nlp):
    (mention,) = nationalities.extract(nlp("Two Congolese men fled."), None)
    assert (mention.value, mention.get("candidates")) == ("", "CD|CG")


@pytest.mark.model
def test_a_person_is_no_nationality(trained):
    doc = trained("Police said John French was arrested with a French citizen.")
    assert [m.start for m in nationalities.extract(doc, None)] == [44]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A US citizen", ["US"]),
        ("A U.K. passport", ["U.K."]),
        ("Two US nationals", ["US"]),
        ("A US ship", []),
        ("A South American ship", []),
        ("A pan-American ship", []),
        ("An old American ship", ["American"]),
        ("A West Indian ship", []),
        ("A North Pole", []),
        ("A South French ship", ["French"]),
        ("The French Quarter", []),
        ("The French quarter", ["French"]),
        ("The British Virgin Islands", []),
        ("He spoke French.", []),
        ("He spoke French-made words.", ["French"]),
        ("In French prisons", ["French"]),
        ("Into Spanish, he said", []),
        ("French", ["French"]),
    ],
)
def test_what_means_people(nlp, text, found):
    assert [m.text for m in nationalities.extract(nlp(text), None)] == found
