import re

import pytest

from incidents.pipeline.review.assigned import assign, assigned
from incidents.pipeline.review.decisions import FINAL, TEAM, blind
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.forms import save
from incidents.pipeline.review.progress import by_document, by_person, person
from tests.pipeline.review.conftest import Browser
from tests.pipeline.review.runs import document, quetta, write_run


@pytest.fixture
def desk(tmp_path, store):
    ids = ("a", "b", "c")
    return Desk(
        write_run(tmp_path / "run", map(document, ids), map(quetta, ids)), store
    )


def finish(desk, who, layer, doc_id):
    for kind in ("accept_record", "read"):
        seen = str(desk.folded(layer, doc_id).seq)
        form = {"kind": kind, "doc": doc_id, "record": f"{doc_id}/one", "seen": seen}
        save(desk, who, layer, form)


@pytest.fixture
def begun(desk):
    """Anna and Ben code blind, Anna has finished one of her two; Lea has read one."""
    assign(desk, "lea", "assign", ["a", "b"], "anna", 0)
    finish(desk, "anna", blind("anna"), "a")
    seen = {"seen": "0", "doc": "a", "record": "a/one"}
    save(desk, "ben", blind("ben"), {**seen, "kind": "no_incident"})
    save(desk, "lea", FINAL, {**seen, "kind": "read"})
    return desk


def test_each_document_with_its_state_and_whose_it_is(begun):
    lines = list(by_document(begun, FINAL, assigned(begun.store), ["anna", "ben"]))
    assert [(x.document.id, x.state, x.people, dict(x.blind)) for x in lines] == [
        ("a", "read", ("anna",), {"anna": "done", "ben": "to read"}),
        ("b", "to read", ("anna",), {"anna": "to read", "ben": "to read"}),
        ("c", "to read", (), {"anna": "to read", "ben": "to read"}),
    ]


def test_each_person_with_what_is_theirs(begun):
    lea, anna, ben = by_person(begun, assigned(begun.store))
    assert (anna.name, anna.is_blind, anna.assigned) == ("anna", True, 2)
    assert dict(anna.states) == {"done": 1, "to read": 1}
    assert (anna.closed, anna.records, anna.decisions) == (1, 2, 2)
    # nothing is assigned to ben: all three are his
    assert (ben.assigned, ben.closed, ben.records) == (0, 1, 3)
    assert (lea.is_blind, lea.decisions, dict(lea.states)) == (
        False,
        1,
        {"read": 1, "to read": 2},
    )


def test_who_has_documents_and_did_nothing_yet_is_there(desk):
    assign(desk, "lea", "assign", ["c"], "zoe", 0)
    (zoe,) = by_person(desk, assigned(desk.store))
    assert (zoe.name, zoe.assigned, zoe.decisions, zoe.last) == ("zoe", 1, 0, "")
    assert person(desk, FINAL, "zoe", {}).records == 3


def test_a_blind_coder_sees_their_own_and_nobody_else(begun):
    assign(begun, "lea", "assign", ["a", "c"], "ben", 1)
    page = Browser(begun, "anna", blind=True).get("/progress").text
    assert "2 assigned" in page
    assert not re.search(r"\b(ben|lea)\b", page)
    assert "Mark</span>" not in page
    assert page.count("<td>done</td>") == 1
    assert page.count("/?read=") == 2
    whole = Browser(begun, "anna", blind=True).get("/progress", whose="").text
    assert whole.count("/?read=") == 3


def test_after_one_document_the_next_of_one_s_own_is_read(begun):
    assign(begun, "lea", "assign", ["c"], "lea", 1)
    lea = Browser(begun, "lea")
    form = {"kind": "read", "seen": "0"}
    max_ = Browser(begun, "max").post(doc="a", seen="1", kind="read")
    assert "read=b" in max_.headers["location"]
    assert "read=c" in lea.post(doc="a", **(form | {"seen": "2"})).headers["location"]
    # she has read all of hers, and is not led on to others'
    assert "read=c" in lea.post(doc="c", **form).headers["location"]


def test_documents_are_assigned_on_the_page(begun):
    lea = Browser(begun, "lea")
    marked = {"doc.b": "1", "doc.c": "1"}
    answer = lea.post("/assign", kind="assign", to="ben", seen="1", **marked)
    assert answer.headers["location"] == "/progress?said=assign"
    assert assigned(begun.store)["b"] == ("anna", "ben")
    page = lea.get("/progress", whose="ben").text
    assert page.count("/?read=") == 2
    assert "Undo: assign 2 documents, ben" in page
    undone = begun.last(TEAM, "lea").id
    assert lea.post("/assign", kind="undo", id=str(undone)).status_code == 303
    assert assigned(begun.store)["b"] == ("anna",)


def test_what_was_not_kept_is_told_with_what_was_typed(begun):
    lea = Browser(begun, "lea")
    form = {"kind": "assign", "to": "zoë", "doc.a": "1"}
    late = lea.post("/assign", seen="0", **form)
    assert late.status_code == 409
    assert "Not saved. lea was first" in late.text
    assert 'value="zoë"' in late.text
    assert re.search(r'name="doc\.a" value="1"[^>]* checked', late.text)
    nobody = lea.post("/assign", **{"kind": "assign", "doc.b": "1"}, seen="1")
    assert (nobody.status_code, "say to whom" in nobody.text) == (400, True)


def test_who_codes_blind_assigns_nothing(begun):
    anna = Browser(begun, "anna", blind=True)
    form = {"kind": "assign", "to": "ben", "doc.a": "1", "seen": "1"}
    assert anna.post("/assign", **form).status_code == 403
    assert assigned(begun.store) == {"a": ("anna",), "b": ("anna",)}


def queue(browser, **query):
    page = browser.get("/", **query).text
    return re.findall(r'<span class="doc">(\w+)</span>', page)


def test_the_queue_is_narrowed_to_whose_documents_they_are(begun):
    lea = Browser(begun, "lea")
    assert queue(lea) == ["a", "b", "c"]
    assert queue(lea, whose="anna") == ["a", "b"]
    assert queue(lea, whose="nobody") == []
    page = lea.get("/", whose="anna").text
    assert '<option value="anna" selected>anna</option>' in page
    assert "0 of 2 reviewed" in page


def test_a_blind_coder_begins_with_their_own(begun):
    anna, ben = (Browser(begun, name, blind=True) for name in ("anna", "ben"))
    assert queue(anna) == ["a", "b"]
    assert queue(anna, whose="*") == ["a", "b", "c"]
    assert queue(ben) == ["a", "b", "c"]  # nothing is assigned to him
    assert anna.get("/", id="c/one").status_code == 200
    assert not re.search(r"\b(ben|lea)\b", anna.get("/").text)
