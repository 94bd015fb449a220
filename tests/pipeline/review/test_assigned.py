import pytest

from incidents.pipeline.review.assigned import assign, assigned, documents_of
from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.decisions import DOCUMENTS, TEAM
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.store import Conflict
from tests.pipeline.review.runs import document, quetta, write_run


@pytest.fixture
def desk(tmp_path, store):
    ids = ("a", "b", "c")
    return Desk(
        write_run(tmp_path / "run", map(document, ids), map(quetta, ids)), store
    )


def test_a_document_may_be_several_people_s(desk):
    assign(desk, "lea", "assign", ["a", "b"], "anna", 0)
    assign(desk, "lea", "assign", ["b"], "ben", 1)
    held = assigned(desk.store)
    assert held == {"a": ("anna",), "b": ("anna", "ben")}
    assert documents_of("anna", held, ["b", "c", "a"]) == ["b", "a"]


def test_what_is_taken_off_or_undone_is_nobody_s(desk):
    assign(desk, "lea", "assign", ["a", "b", "a"], " anna\n", 0)
    assign(desk, "lea", "unassign", ["a"], "anna", 1)
    assert assigned(desk.store) == {"b": ("anna",)}
    last = desk.last(TEAM, "lea")
    desk.undo("lea", TEAM, last.id)
    assert assigned(desk.store) == {"a": ("anna",), "b": ("anna",)}
    desk.undo("lea", TEAM, desk.last(TEAM, "lea").id)
    assert assigned(desk.store) == {}


def test_two_who_assign_one_document_at_once_are_told(desk):
    assign(desk, "lea", "assign", ["a", "b"], "anna", 0)
    with pytest.raises(Conflict):
        assign(desk, "max", "assign", ["b", "c"], "ben", 0)
    assign(desk, "max", "assign", ["c"], "ben", 0)
    assert assigned(desk.store) == {"a": ("anna",), "b": ("anna",), "c": ("ben",)}


@pytest.mark.parametrize(
    ("kind", "ids", "to", "why"),
    [
        ("assign", [], "anna", "mark the documents"),
        ("assign", ["a"], " \n", "to whom"),
        ("assign", ["a", "nothing"], "anna", "no such document"),
        ("accept", ["a"], "anna", "no such decision"),
    ],
)
def test_what_says_nothing_is_refused(desk, kind, ids, to, why):
    with pytest.raises(Refused, match=why):
        assign(desk, "lea", kind, ids, to, 0)
    assert desk.store.read(TEAM, DOCUMENTS) == []
