import json

from incidents.pipeline.files import line
from incidents.pipeline.merge.packed import Packed

ONE = {"doc_id": "b", "incident_id": "b/1", "killed": {"min": 3, "max": None}}
TWO = {"incident_id": "a/2", "doc_id": "a", "quote": "Mañana \ud800"}


def held(*records):
    packed = Packed()
    for record in records:
        packed.add(record)
    return packed


def test_records_come_out_as_they_went_in_by_document_and_id():
    packed = held(ONE, TWO)
    assert list(packed) == [TWO, ONE]
    assert [list(record) for record in packed] == [list(TWO), list(ONE)]
    assert len(packed) == 2


def test_the_same_record_is_held_once_and_another_of_its_id_is_told():
    packed = held(ONE)
    assert packed.add(dict(reversed(ONE.items())))
    assert not packed.add({**ONE, "killed": None})
    assert list(packed) == [ONE]


def test_lines_have_the_key_of_their_event():
    packed = held(TWO, ONE | {"event_key": "b/1"})
    written, told = packed.lines({"a/2": "a/2", "b/1": "b/1"})
    assert json.loads(written) == TWO | {"event_key": "a/2"}
    assert told == line(ONE | {"event_key": "b/1"}).encode()
    _, again = packed.lines({"a/2": "a/2", "b/1": "a/2"})
    assert json.loads(again) == ONE | {"event_key": "a/2"}
    assert len(list(packed.of(frozenset({"b"})).lines({"b/1": "b/1"}))) == 1


def test_those_of_some_documents():
    assert list(held(ONE, TWO).of(frozenset({"a"}))) == [TWO]
    assert len(held(ONE).of(frozenset())) == 0
