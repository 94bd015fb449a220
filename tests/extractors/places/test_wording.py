"""The words of a report, what stands between them, and the model's entities."""

import pytest

from incidents.extractors.places.wording import Wording
from tests.told import parsed


def read(nlp, text):
    return Wording(nlp(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Al-Raqqa's men", ["Al", "Raqqa", "s", "men"]),
        ("Sana'a fell", ["Sana'a", "fell"]),
        ("the U.S. and W.Va.", ["the", "U.S.", "and", "W.Va."]),
        ("St. Louis, St. 12", ["St.", "Louis", "St", "12"]),
        ("Ft. Hood, Mt. Etna", ["Ft.", "Hood", "Mt.", "Etna"]),
        ("a_b 2nd", ["a", "b", "2nd"]),
    ],
)
def test_words(nlp, text, words):
    assert [w.text for w in read(nlp, text).words] == words


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("Tal Afar", True),
        ("Tal-Afar", True),
        ("Tal/Afar", True),
        ("Tal\nAfar", True),
        ("Tal\n\nAfar", False),
        ("Tal, Afar", False),
        ("Tal de Afar", True),
        ("Tal district", True),
        ("Tal fell", False),
    ],
)
def test_goes_on(nlp, text, goes_on):
    wording = read(nlp, text)
    assert wording.goes_on(1) == goes_on
    assert not wording.goes_on(0) and not wording.goes_on(len(wording.words))


@pytest.mark.parametrize(
    ("text", "spaced"),
    [("a b", 1), ("a-b", 1), ("a\nb", 1), ("a\n\nb", 0), ("a, b", 0), ("a (b", 0)],
)
def test_spaced(nlp, text, spaced):
    assert read(nlp, text).spaced(0, 1) == spaced


def test_a_row_begins_anew(nlp):
    wording = read(nlp, "Dead\tAll Killed\nGao\t2")
    assert wording.goes_on(2)
    assert not wording.goes_on(3) and not wording.spaced(2, 3)
    assert read(nlp, "Fort\nGao").spaced(0, 1)


def test_fills_cell(nlp):
    wording = read(nlp, "Gao\tin Kidal\tLere")
    ends = [(w.start, w.end) for w in wording.words]
    assert [wording.fills_cell(*at) for at in ends] == [True, False, False, True]
    assert not read(nlp, "Gao").fills_cell(0, 3)
    assert read(nlp, "Town of raid: Gao\nDead: 2").fills_cell(14, 17)
    assert not read(nlp, "Author: Gao\nDead: 2").fills_cell(8, 11)


def test_after_comma(nlp):
    wording = read(nlp, "Lima, Ohio ,Peru")
    assert [wording.after_comma(i) for i in range(3)] == [False, True, False]


def test_fired(nlp):
    wording = read(nlp, "rockets were fired wildly up at Lima")
    assert [wording.fired(i) for i in range(5)] == [False, True, True, True, False]
    assert not read(nlp, "rockets then fell on it at Lima").fired(5)


@pytest.mark.parametrize(
    ("text", "caps"), [("LIMA FELL a", True), ("LIMA fell", False), ("", False)]
)
def test_caps(nlp, text, caps):
    assert read(nlp, text).caps == caps


def test_entities(nlp):
    doc = parsed(
        nlp,
        "Near Tal Afar the Hague's men",
        "IN/x/1/LOC NNP/x/1/LOC NNP/x/1/LOC DT/x/1/GPE NNP/x/1/GPE POS/x/1/GPE NN/x/1",
    )
    assert Wording(doc).ents == {18: ("GPE", 23)}
