import pytest

from incidents.pipeline.fields import BY_NAME, FIELDS
from incidents.pipeline.kinds import Kind
from incidents.pipeline.review.codebook import Refused, fill, places, read, read_value


@pytest.mark.parametrize(
    ("field", "form", "value"),
    [
        ("incident_type", {"value": "plot"}, "plot"),
        ("date", {"value": " 2023-12~ "}, "2023-12~"),
        ("date", {"value": "2024-07-24/2024-07-26"}, "2024-07-24/2024-07-26"),
        ("date", {"value": "2023-22"}, "2023-22"),
        ("date", {"value": "11 July 2010"}, "2010-07-11"),
        ("date", {"value": "july 11, 2010"}, "2010-07-11"),
        ("date", {"value": "early July 2010"}, "2010-07"),
        ("date", {"value": "about December 2023"}, "2023-12~"),
        ("date", {"value": "12-13 May 2023"}, "2023-05-12/2023-05-13"),
        ("date", {"value": "summer of 2023"}, "2023-22"),
        ("date", {"value": "2010s"}, "201X"),
        ("countries", {"value": "fr"}, "FR"),
        ("countries", {"value": "united kingdom"}, "GB"),
        ("suspects.nationalities", {"value": "Tajik"}, "TJ"),
        ("places", {"value": "Saint-\n Michel"}, "Saint- Michel"),
        ("suspects.ages", {"value": "19"}, 19),
        ("killed", {"min": "81", "max": ""}, {"min": 81, "max": None}),
        (
            "groups",
            {"value": "Islamic State", "term": "claimed"},
            {"name": "Islamic State", "link": "claimed"},
        ),
        (
            "weapons",
            {"value": "knife", "term": "melee"},
            {"text": "knife", "category": "melee"},
        ),
    ],
)
def test_read_value(field, form, value):
    assert read_value(field, form) == value


@pytest.mark.parametrize(
    ("field", "form"),
    [
        ("incident_type", {"value": "riot"}),
        ("date", {"value": "3/4/2014"}),  # which is the day?
        ("date", {"value": "yesterday"}),
        ("date", {"value": "in June 2014 he said"}),
        ("date", {"value": "2023-02-30"}),
        ("date", {"value": "2024-07-26/2024-07-24"}),
        ("countries", {"value": "FRA"}),
        ("countries", {"value": "XX"}),
        ("countries", {"value": "Ruritania"}),
        ("places", {"value": " \n"}),
        ("places", {"value": "x" * 301}),
        ("suspects.ages", {"value": "19.5"}),
        ("suspects.ages", {"value": "١٩"}),
        ("killed", {"min": "", "max": ""}),
        ("killed", {"min": "5", "max": "4"}),
        ("killed", {"min": "99999999999999999999"}),
        ("targets", {"value": "market", "term": "shop"}),
        ("citations", {"value": "x"}),
        ("", {}),
    ],
)
def test_what_is_no_value_is_refused(field, form):
    with pytest.raises(Refused):
        read_value(field, form)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", "2023-12~"),
        ("countries", "FR"),
        ("suspects.ages", 19),
        ("killed", {"min": 81, "max": None}),
        ("groups", {"name": "ETA", "link": "claimed"}),
        (
            "suspects.people",
            {"name": "A B", "age": 19, "nationality": None, "legal": ["charged"]},
        ),
    ],
)
def test_what_fills_a_form_is_read_off_it(field, value):
    assert read_value(field, fill(BY_NAME[field], value)) == value


@pytest.mark.parametrize(
    ("typed", "steps"),
    [("arr, conv", ["arrested", "convicted"]), ("charged", ["charged"]), ("ch", None)],
)
def test_steps_are_told_by_how_they_begin(typed, steps):
    form = {"value": "A B", "legal": typed}
    if steps is None:  # charged, or charges dropped
        with pytest.raises(Refused):
            read_value("suspects.people", form)
    else:
        assert read_value("suspects.people", form)["legal"] == steps


(PEOPLE,) = (field for field in FIELDS if field.kind is Kind.PEOPLE)


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({}, (None, None, [])),
        ({"age": "31", "nationality": "se"}, (31, "SE", [])),
        (
            {"legal": "charged, charges dropped,"},
            (None, None, ["charged", "charges_dropped"]),
        ),
    ],
)
def test_a_person_is_read_with_what_is_told_of_them(form, told):
    keys = ("age", "nationality", "legal")
    person = dict(zip(keys, told, strict=True))
    assert read(PEOPLE, {"value": "Ida Holm", **form}) == {"name": "Ida Holm", **person}


@pytest.mark.parametrize(
    "form", [{"value": " "}, {"age": "old"}, {"nationality": "XX"}, {"legal": "seen"}]
)
def test_what_is_told_of_no_person_is_refused(form):
    with pytest.raises(Refused):
        read(PEOPLE, {"value": "Ida Holm", **form})


def test_places_are_found_by_name_the_largest_first():
    found = places("quetta")
    assert found[0]["country"] == "PK"
    assert all(set(place) == {"name", "country", "kind", "note"} for place in found)
    assert places("no such place on earth") == []
