import pytest
from jsonschema import Draft202012Validator

from incidents.pipeline.kinds import Kind, figure, from_label, has_value, schema, words

TERMS = ("arrested", "charged")
PARTS = ("text", "category")


def fits(kind, value):
    return Draft202012Validator(schema(kind, TERMS, PARTS)).is_valid(value)


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        (Kind.TEXT, "Vasa", 3),
        (Kind.TERM, "charged", "Charged"),
        (Kind.DAY, "2014-03", 2014),
        (Kind.COUNTRY, "SE", "se"),
        (Kind.NUMBER, 19, -1),
        (Kind.FIGURE, {"min": None, "max": 3}, {"min": 3}),
        (
            Kind.NAMED,
            {"text": "a", "category": "charged"},
            {"text": "a", "category": "b"},
        ),
    ],
)
def test_the_schema_of_a_kind(kind, right, wrong):
    assert fits(kind, right)
    assert not fits(kind, wrong)


IDA = {"name": "Ida", "age": None, "nationality": "SE", "legal": ["charged"]}


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": None},
        {"age": -1},
        {"nationality": "Swedish"},
        {"legal": None},
        {"legal": ["accused"]},
        {"role": "driver"},
    ],
)
def test_the_schema_of_a_person(wrong):
    assert fits(Kind.PEOPLE, IDA)
    assert not fits(Kind.PEOPLE, {**IDA, **wrong})


@pytest.mark.parametrize(
    ("kind", "said", "value"),
    [
        (Kind.TEXT, "Vasa", "Vasa"),
        (Kind.FIGURE, "81..", {"min": 81, "max": None}),
        (Kind.NAMED, ["a car", "charged"], {"text": "a car", "category": "charged"}),
        (
            Kind.PEOPLE,
            {"name": "Ida", "nationality": "SE", "legal": ["charged"]},
            IDA,
        ),
        (
            Kind.PEOPLE,
            {"name": "Ida", "age": 31},
            {"name": "Ida", "age": 31, "nationality": None, "legal": []},
        ),
    ],
)
def test_what_a_label_gives(kind, said, value):
    assert from_label(kind, said, PARTS) == value


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Kind.FIGURE, "some"),
        (Kind.NAMED, ["a car"]),
        (Kind.NAMED, ["a car", "vehicle", "of his"]),
        (Kind.PEOPLE, {"name": "Ida", "steps": ["charged"]}),
    ],
)
def test_what_no_label_may_give(kind, said):
    with pytest.raises(ValueError, match=r"\w"):
        from_label(kind, said, PARTS)


def test_the_list_of_a_person_without_steps_is_nobody_elses():
    first, second = (from_label(Kind.PEOPLE, {"name": n}, PARTS) for n in "ab")
    first["legal"].append("charged")
    assert second["legal"] == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("12", 12, 12), ("81..", 81, None), ("..399", None, 399), ("10..15", 10, 15)],
)
def test_a_figure(text, low, high):
    assert figure(text) == {"min": low, "max": high}


def test_words_are_those_of_the_first_part():
    assert words(Kind.TEXT, "Vasa") == "Vasa"
    assert words(Kind.NAMED, {"name": "ETA", "link": "claimed"}) == "ETA"
    assert words(Kind.PEOPLE, IDA) == "Ida"
    assert words(Kind.NAMED, {}) == ""


def test_what_says_anything():
    assert has_value({"ages": [], "names": ["Ida"]})
    assert has_value(0)
    assert not any(map(has_value, (None, [], "", {}, {"min": None}, {"a": {"b": []}})))
