import pytest

from incidents.pipeline.review.folder import Document
from incidents.pipeline.review.values import Value
from incidents.pipeline.review.words import label, parted, reading, say, where, why
from tests.pipeline.review.runs import cite

TEXT = "Killed\n12 at 9 a.m."
DOCUMENT = Document({"doc_id": "d", "text": TEXT, "published": "2014-07-02"}, ())


@pytest.mark.parametrize(
    ("derived_from", "words"),
    [
        (None, ""),
        ({"kind": "published"}, "counted from the day of publication, 2014-07-02"),
        ({"kind": "column", "start": 0, "end": 6}, "under “Killed”"),
        ({"kind": "passage", "start": 10, "end": 16}, "with “at 9 a”"),
        ({"kind": "passage"}, "with another passage"),
        ({"kind": "passage", "start": 90, "end": 99}, "with another passage"),
        ({"kind": "place", "start": True, "end": "6"}, "country of the place"),
        ("nine days after the first", "nine days after the first"),
        ({"kind": "{words}"}, "by the coder's judgement"),
        (["column"], "by the coder's judgement"),
    ],
)
def test_how_a_value_follows_from_its_quote_is_said_in_words(derived_from, words):
    assert why({"derived_from": derived_from}, DOCUMENT) == words


def test_fields_and_terms_are_said_without_their_marks():
    assert label("suspects.ages") == "Age"
    assert label("no_field") == "No field"
    assert reading(Value("v", "attack_types", "armed_assault")) == "armed assault"
    assert reading(Value("v", "places", "Old_Town")) == "Old_Town"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({}, "Ida Holm"),
        ({"age": 31, "nationality": "SE"}, "Ida Holm, 31, SE"),
        (
            {"legal": ["charged", "charges_dropped"]},
            "Ida Holm: charged, charges dropped",
        ),
    ],
)
def test_a_person_is_said_with_what_is_told_of_them(told, words):
    empty = {"name": "Ida Holm", "age": None, "nationality": None, "legal": []}
    assert say({**empty, **told}) == words


def test_a_quote_is_parted_around_the_value_s_own_words():
    cited = {"start": 10, "end": 17, "quote": "a 💣 hit", "focus": [12, 13]}
    assert parted(cited) == ("a ", "💣", " hit")
    for focus in ([10, 17], [0, 3], None, "1213"):
        assert parted({**cited, "focus": focus}) == ("a 💣 hit", "", "")


TABLE = "Attacks\n\nDate\tPlace\n2014\tQuetta\n2015\tLahore\n"


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        (TABLE, "Lahore", "column Place, row 2"),
        (TABLE, "Attacks", "line 1"),
        (TABLE, "Date", "line 3"),
        ("one\f\nDate\tPlace\n2014\tQuetta\n", "Quetta", "column Place, row 1, p. 2"),
        ("one\ftwo", "two", "p. 2"),
    ],
)
def test_a_citation_says_where_it_stands(text, words, told):
    assert where(cite(text, "places", words), Document({"text": text}, ())) == told
