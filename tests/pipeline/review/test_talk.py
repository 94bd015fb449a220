import re

import pytest

from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.decisions import FINAL, blind
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.guard import tidy
from incidents.pipeline.review.talk import about, comments, say, talk
from tests.pipeline.review.coders import code, make
from tests.pipeline.review.conftest import Browser
from tests.pipeline.review.runs import TEXT, document, lahore, quetta, write_run

ON = {"doc": "story", "record": "story/one"}


def killed(desk):
    values = desk.state(FINAL, "story/one").values
    return next(v for v in values if v.field == "killed").id


def test_a_comment_is_on_a_document_a_record_or_a_value(desk):
    say(desk, "anna", FINAL, {"doc": "story", "text": " a long one "})
    say(desk, "ben", FINAL, {**ON, "text": "is it one?"})
    say(desk, "anna", FINAL, {**ON, "text": "or 13?", "value_id": killed(desk)})
    found = comments(desk, FINAL, "story")
    assert [(c.by, c.text, c.record, c.field, c.said) for c in found] == [
        ("anna", "a long one", "", "", ""),
        ("ben", "is it one?", "story/one", "", ""),
        ("anna", "or 13?", "story/one", "killed", "12"),
    ]
    assert [c.text for c in about(found, "story/one")] == ["is it one?", "or 13?"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT.*", found[0].at)


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ({"text": " \n"}, "empty"),
        ({"doc": "nothing", "text": "x"}, "no such document"),
        ({"record": "nothing", "text": "x"}, "no such record"),
        ({"value_id": "nothing", "text": "x"}, "no such value"),
    ],
)
def test_what_is_of_nothing_is_refused(desk, form, why):
    with pytest.raises(Refused, match=why):
        say(desk, "anna", FINAL, {**ON, **form})
    assert desk.store.layers() == []


def test_a_comment_changes_no_record_and_hinders_no_save(desk):
    browser = Browser(desk)
    say(desk, "ben", FINAL, {**ON, "text": "look again"})
    say(desk, "ben", FINAL, {**ON, "text": "and again"})
    assert desk.state(FINAL, "story/one").status == "todo"
    answer = browser.post(record="story/one", seen="0", kind="accept_record")
    assert answer.status_code == 303
    say(desk, "ben", FINAL, {**ON, "text": "after it"})
    assert len(comments(desk, FINAL)) == 3
    assert '"notes": []' in browser.get("/exports/reviewed.jsonl").text


def test_it_is_found_again_after_a_re_run(run, store, desk):
    say(desk, "ben", FINAL, {**ON, "text": "kept"})
    say(desk, "ben", FINAL, {"doc": "story", "record": "story/two", "text": "gone"})
    again = Desk(
        write_run(run, [document()], [{**quetta(), "incident_id": "x"}]), store
    )
    assert [(c.text, c.record, c.is_lost) for c in comments(again, FINAL)] == [
        ("kept", "x", False),
        ("gone", "", True),
    ]
    other = Desk(write_run(run, [document("other")], [quetta("other")]), store)
    assert comments(other, FINAL) == []


def test_who_codes_blind_is_heard_by_nobody_else(desk, anna, ben):
    theirs = Browser(desk, "anna", blind=True)
    assert theirs.post("/comment", **ON, text="I am not sure").status_code == 303
    assert "not sure" in theirs.get("/beside", **ON).text
    for other in (Browser(desk, "ben", blind=True), Browser(desk, "carla")):
        assert "not sure" not in other.get("/beside", **ON).text
        assert "not sure" not in other.get("/comments").text
    code(anna, ben)
    page = Browser(desk, "carla").get("/adjudicate", one="anna", two="ben").text
    assert "not sure" in page  # but by whoever settles the codings


def test_on_a_record_that_was_made_by_hand(desk, anna):
    id = make(anna)
    say(desk, "anna", blind("anna"), {"doc": "story", "record": id, "text": "mine"})
    assert [c.record for c in comments(desk, blind("anna"))] == [id]
    assert desk.store.layers() == [blind("anna"), talk(blind("anna"))]


HOSTILE = "</textarea><script>alert(1)</script><img src=x onerror=alert(1)>\x00\ud800"


def test_a_comment_is_hostile_text(desk):
    browser = Browser(desk)
    say(desk, tidy(HOSTILE), FINAL, {**ON, "text": HOSTILE, "value_id": killed(desk)})
    for address in ("/beside", "/comments"):
        for query in (ON, {}) if address == "/comments" else (ON,):
            page = browser.get(address, **query).text
            assert "&lt;script&gt;alert(1)" in page
            assert "<script>alert" not in page
            assert "<img" not in page
    refused = browser.post("/comment", **ON, text="</textarea><b>", value_id="no")
    assert refused.status_code == 400
    assert "&lt;/textarea&gt;&lt;b&gt;" in refused.text  # what was typed is kept


def test_a_comment_is_bounded(desk):
    say(desk, "anna", FINAL, {**ON, "text": "x" * 9_000})
    assert len(comments(desk, FINAL)[0].text) == 5_000


def test_beside_the_record_stand_its_comments_and_the_codebook(desk):
    browser = Browser(desk)
    browser.post("/comment", **ON, text="or 13?", value_id=killed(desk))
    page = browser.get("/beside", **ON).text
    assert "or 13?" in page
    assert "Weapon by manner" in page
    option = f'<option value="{killed(desk)}" data-field="killed">Killed: 12</option>'
    assert option in page
    whole = browser.get("/codebook").text
    assert whole.count('<h2 id="') == page.count("data-of-field=") - 1


def test_who_else_is_here_is_told(desk):
    anna, ben = Browser(desk, "anna"), Browser(desk, "ben")
    theirs = Browser(desk, "cyd", blind=True)
    assert "Also here" not in anna.get("/beside", **ON).text
    assert "Also here: anna" in ben.get("/beside", doc="story").text
    assert "Also here" not in theirs.get("/beside", **ON).text  # they code blind
    assert "Also here: ben; cyd (blind)" in anna.get("/beside", **ON).text
    assert "anna, ben, cyd" in anna.get("/progress").text
    assert "ben" not in theirs.get("/progress").text


def test_of_another_document_nobody_is_here(tmp_path, store):
    documents = [document("a"), document("b")]
    run = write_run(tmp_path / "two", documents, [quetta("a"), lahore("b", TEXT)])
    anna, ben = (Browser(Desk(run, store), name) for name in ("anna", "ben"))
    anna.get("/beside", doc="a")
    assert "Also here" not in ben.get("/beside", doc="b").text
    assert ben.get("/beside", doc="nothing").status_code == 404


def test_without_script_there_are_pages(desk):
    page = Browser(desk).get("/", id="story/one").text
    assert 'href="/comments?doc=story&amp;record=story%2Fone"' in page
    assert 'href="/codebook"' in page
