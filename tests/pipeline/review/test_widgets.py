from types import SimpleNamespace

import pytest

from incidents.pipeline.fields import BY_NAME, FIELDS
from incidents.pipeline.kinds import Kind
from incidents.pipeline.review.guard import Guard
from incidents.pipeline.review.web import Web
from incidents.pipeline.review.widgets import WIDGETS, widget

GIVEN = {
    Kind.FIGURE: {"min": 3, "max": None},
    Kind.NAMED: {"text": "<b>", "category": "business"},
    Kind.PEOPLE: {"name": "<b>", "age": 3, "nationality": None, "legal": ["charged"]},
}


@pytest.fixture
def macro(desk):
    pages = Web(desk, Guard("127.0.0.1", 8765, "anna"), False).pages
    view = SimpleNamespace(widgets={f.name: widget(f) for f in FIELDS})
    return pages.get_template("parts.html").make_module({"view": view}).widget


@pytest.mark.parametrize("field", FIELDS, ids=lambda f: f.name)
def test_what_is_typed_is_what_the_form_reads(macro, field):
    asked = {
        Kind.FIGURE: {"min", "max"},
        Kind.NAMED: {"value", "term"},
        Kind.PEOPLE: {"value", "age", "nationality", "legal"},
    }.get(field.kind, {"value"})
    for value in (None, GIVEN.get(field.kind, "x")):
        shown = str(macro(field.name, value))
        assert all(f'name="{name}"' in shown for name in asked)
        assert "<b>" not in shown


def test_what_stands_is_shown_to_be_changed(macro):
    (people,) = (field for field in FIELDS if field.kind is Kind.PEOPLE)
    shown = str(macro(people.name, GIVEN[Kind.PEOPLE]))
    assert 'value="3"' in shown
    assert 'value="charged"' in shown
    assert 'name="min" inputmode="numeric" autocomplete="off" value="3"' in str(
        macro("killed", GIVEN[Kind.FIGURE])
    )


@pytest.mark.parametrize(
    ("name", "hints"),
    [
        ("date", "date"),
        ("countries", "countries"),
        ("suspects.nationalities", "countries"),
        ("places", "places"),
        ("groups", "groups"),
        ("targets", ""),
        ("killed", ""),
    ],
)
def test_lists_are_offered_for_countries_places_and_groups(name, hints):
    assert WIDGETS[name].hints == hints


def test_the_term_of_a_named_thing_has_its_name():
    assert WIDGETS["groups"].part == "Link"
    assert WIDGETS["weapons"].part == "Category"
    assert set(WIDGETS) == set(BY_NAME)
