"""Names that a model takes for a place's or an organisation's."""

import pytest

from incidents.extractors.figures.words import words
from incidents.extractors.people.names import names
from tests.told import parsed


def read(nlp, text, parse):
    """The names, as they are printed."""
    told = words(parsed(nlp, text, parse))
    return [text[told.tokens[a].idx :][: _length(told, a, b)] for a, b in names(told)]


def _length(told, start, end):
    last = told.tokens[end - 1]
    return last.idx + len(last) - told.tokens[start].idx


ORG = "NNP/dep/0/ORG"
GPE = "NNP/dep/0/GPE"
X = "X/dep/0"


@pytest.mark.parametrize(
    ("text", "parse"),
    [
        ("Omar Vastu fled.", f"{ORG} {ORG} {X} {X}"),
        ("They met in Omar Vastu, a city.", f"{X} {X} {X} {GPE} {GPE} {X} {X} {X} {X}"),
        ("The bombers Omar Vastu.", f"{X} {X} {ORG} {ORG} {X}"),
        ("A firm named Vastu fled.", f"{X} {X} {X} {ORG} {X} {X}"),
        ("Vastu was arrested.", f"{ORG} {X} {X} {X}"),
        ("Police arrested Omar Vastu members.", f"{X} {X} {ORG} {ORG} NNS/dep/0 {X}"),
        ("Omar Vastu was founded.", f"{ORG} {ORG} {X} {X} {X}"),
        ("Of Omar Vastu.", f"{X} {ORG} {ORG} {X}"),
        ("Vastu fled.", f"NNP/dep/0/PERSON {X} {X}"),
    ],
)
def test_nobody(nlp, text, parse):
    assert read(nlp, text, parse) == []


@pytest.mark.parametrize(
    ("text", "parse", "expected"),
    [
        ("The bomber Omar Vastu.", f"{X} {X} {ORG} {ORG} {X}", "Omar Vastu"),
        ("The suspect, Omar Vastu.", f"{X} {X} {X} {ORG} {ORG} {X}", "Omar Vastu"),
        ("A man named Vastu fled.", f"{X} {X} {X} {ORG} {X} {X}", "Vastu"),
        ("He was identified as Vastu.", f"{X} {X} {X} {X} {GPE} {X}", "Vastu"),
        ("Omar Vastu has been charged.", f"{GPE} {GPE} {X} {X} {X} {X}", "Omar Vastu"),
        ("Vastu was arrested.", f"NNP/dep/0/PERSON {X} {X} {X}", "Vastu"),
        ("Police arrested Omar Vastu.", f"{X} {X} {ORG} {ORG} {X}", "Omar Vastu"),
        ("The trial of Omar Vastu.", f"{X} {X} {X} {GPE} {GPE} {X}", "Omar Vastu"),
        ("Omar Vastu, a nurse.", f"{GPE} {GPE} {X} {X} NN/dep/0 {X}", "Omar Vastu"),
    ],
)
def test_shown(nlp, text, parse, expected):
    assert read(nlp, text, parse) == [expected]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("ORG", ["Eva Sol", "Omar Vastu"]), ("GPE", ["Eva Sol"])],
)
def test_in_a_list_with_a_name(nlp, kind, expected):
    eva, omar = "NNP/dep/0/PERSON", f"NNP/dep/0/{kind}"
    parse = f"{eva} {eva} {X} {omar} {omar} {X} {X}"
    assert read(nlp, "Eva Sol and Omar Vastu fled.", parse) == expected


def test_a_word_that_is_twice_somebody_s_name(nlp):
    parse = f"NNP/dep/0/PERSON {X} {X} NNP/dep/0/PERSON {X} {X}"
    assert read(nlp, "Vastu fled. Vastu hid.", parse) == ["Vastu", "Vastu"]
