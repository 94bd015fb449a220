import pytest

from incidents.pipeline.fields import BY_NAME
from incidents.pipeline.review.borne import bears
from incidents.pipeline.review.printed import numbers, stands
from incidents.pipeline.review.values import Value
from tests.pipeline.review.runs import TEXT, cite, document, quetta


@pytest.mark.parametrize(
    ("field", "value", "quote", "borne"),
    [
        # what must not pass first
        ("casualties", {"min": 9999, "max": 9999}, "a fuel tanker", False),
        ("killed", {"min": 12, "max": 12}, "Two killed", False),
        ("killed", {"min": 12, "max": None}, "12 killed", False),
        ("killed", {"min": 12, "max": 12}, "at least 12 killed", False),
        ("killed", {"min": 4, "max": 4}, "on 4 March 2024", False),
        ("suspects.ages", 31, "aged 13", False),
        ("places", "Quetta", "in Lahore", False),
        ("suspects.people", {"name": "Ida Holm", "age": 31}, "Ida Holm, 30", False),
        ("countries", "PK", "in Quetta", False),
        ("legal", "arrested", "Two men were held", False),
        # and what must
        ("killed", {"min": 12, "max": 12}, "twelve people died", True),
        ("killed", {"min": 12, "max": None}, "at least a dozen were killed", True),
        ("injured", {"min": 10, "max": 15}, "between 10 and 15 were hurt", True),
        ("suspects.ages", 31, "a 31-year-old", True),
        ("places", "new york", "in New\nYork", True),
        ("suspects.people", {"name": "Ida Holm", "age": 30}, "Ida Holm, 30", True),
        ("targets", {"text": "a market", "category": "business"}, "at a market", True),
    ],
)
def test_what_is_printed(field, value, quote, borne):
    assert stands(BY_NAME[field], value, [{"quote": quote}], []) is borne


def test_a_number_is_read_once_with_its_bounds():
    read = numbers(["at least two dozen, 30 to 40, and 7"])
    assert [(n.min, n.max) for n in read] == [(24, None), (30, 40), (7, 7)]


PLACE = {
    "start": TEXT.rindex("Quetta"),
    "end": TEXT.rindex("Quetta") + 6,
    "label": "PLACE",
    "text": "Quetta",
    "value": "1167528",
    "extractor": "extractors.places",
    "country": "PK",
    "kind": "city",
}


@pytest.mark.parametrize(("code", "borne"), [("PK", True), ("IN", False)])
def test_what_the_run_read_in_the_words_counts(code, borne):
    value = Value("", "countries", code, (cite(TEXT, "countries", "Quetta on"),))
    record = quetta() | {"countries": [code]}
    record["citations"] = [*record["citations"], *value.citations]
    assert bears(record, value, document(), [PLACE]) is borne


@pytest.mark.parametrize(
    "row", [{}, {"start": 1}, {"reached": 7}, {"reached": "x"}, {"value": []}]
)
def test_mentions_that_no_run_wrote_bear_nothing_out(row):
    value = Value("", "outcome", "completed", (cite(TEXT, "outcome", "12 people"),))
    bears(quetta() | {"outcome": "completed"}, value, document(), [{**PLACE, **row}])
