"""The table of fields, held to the records and to whoever goes by it."""

import types
from collections import Counter
from dataclasses import fields as attributes
from itertools import takewhile
from typing import get_args, get_origin, get_type_hints

import pytest

from incidents.pipeline import records
from incidents.pipeline.fields import (
    BY_NAME,
    FIELDS,
    HEADS,
    Field,
    empty,
    put,
    values,
)
from incidents.pipeline.kinds import OBJECTS, PERSON, TEXTS, Kind

CODED = tuple(
    takewhile(
        lambda n: n != "citations", (a.name for a in attributes(records.Incident))
    )
)[1:]


def test_its_rows_are_the_attributes_of_a_record_in_their_order():
    assert HEADS == CODED
    parts = [key for f in FIELDS if f.part for key in f.ends or (f.part,)]
    assert parts == [a.name for a in attributes(records.Suspects)]


@pytest.mark.parametrize("field", FIELDS, ids=lambda f: f.name)
def test_a_row_says_what_the_record_holds(field):
    holder = records.Suspects if field.part else records.Incident
    hints = get_type_hints(holder)
    for key in field.ends or (field.part or field.head,):
        hint = hints[key]
        if field.many:
            assert get_origin(hint) is tuple
            hint, _ = get_args(hint)
        elif not field.required:
            assert isinstance(hint, types.UnionType)
            hint, _ = get_args(hint)
        assert holds(hint, field)


def holds(hint, field: Field) -> bool:
    if field.kind in TEXTS:
        return hint is str
    if field.kind is Kind.NUMBER or field.ends:
        return hint is int
    keys = {Kind.NAMED: field.parts, Kind.PEOPLE: PERSON}.get(field.kind, ENDS)
    return tuple(a.name for a in attributes(hint)) == keys


ENDS = ("min", "max")


def test_an_empty_record_has_the_keys_of_a_record_of_the_pipeline():
    written = records.to_json(records.Incident("d", "attack"))
    assert list(empty()) == list(CODED)
    assert {**empty(), "incident_type": "attack", "assertion": "asserted"} == {
        key: written[key] for key in CODED
    }


def test_names_and_slots_are_told_apart():
    names = Counter(f.name for f in FIELDS)
    slots = Counter(s.name for f in FIELDS for s in f.slots)
    assert set(names.values()) == set(slots.values()) == {1}
    assert all(f.follows is None or f.follows[0] in BY_NAME for f in FIELDS)
    assert all(f.follows is None or f.follows[1] in records.DERIVATIONS for f in FIELDS)


def test_only_terms_and_named_things_have_terms():
    for field in FIELDS:
        has = (Kind.TERM, Kind.NAMED, Kind.PEOPLE)
        assert bool(field.terms) == (field.kind in has), field.name
        assert not field.sure or field.slots, field.name  # nothing to fit it on


SAID = {
    Kind.TEXT: "Vasa",
    Kind.TERM: "attack",
    Kind.DAY: "2014-03",
    Kind.COUNTRY: "SE",
    Kind.NUMBER: 19,
    Kind.FIGURE: {"min": 3, "max": None},
    Kind.NAMED: {"text": "a market", "category": "business"},
    Kind.PEOPLE: {"name": "Ida", "age": 19, "nationality": None, "legal": []},
}


@pytest.mark.parametrize("field", FIELDS, ids=lambda f: f.name)
def test_what_is_put_is_read_again_and_says_where_it_is(field):
    record = empty()
    assert values(record, field) == []
    assert put(record, field, SAID[field.kind]) == f"{field.name}{'[0]' * field.many}"
    assert values(record, field) == [SAID[field.kind]]
    if field.many:
        assert put(record, field, SAID[field.kind]) == f"{field.name}[1]"
    others = [f for f in FIELDS if f is not field]
    assert all(values(record, other) == [] for other in others)


def test_a_key_that_is_missing_or_null_has_no_value():
    (people,) = (field for field in FIELDS if field.kind is Kind.PEOPLE)
    for record in ({}, {"suspects": None}, {"suspects": {"people": None}}):
        assert values(record, people) == values(record, BY_NAME["killed"]) == []
    one_end = {"suspects": {"count_max": 4}}
    assert values(one_end, BY_NAME["suspects.count"]) == [{"min": None, "max": 4}]


def test_kinds_are_a_text_a_number_or_an_object():
    assert {*TEXTS, *OBJECTS, Kind.NUMBER} == set(Kind)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_field_is_chosen_in_a_list_by_how_its_label_begins(field):
    labels = [each.label.lower() for each in FIELDS]
    own = field.label.lower()
    first = [next(t for t in labels if t.startswith(own[:n])) for n in range(len(own))]
    assert own in first
