"""Two people at once, each at a desk of their own, on one database of decisions."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from incidents.pipeline.review.assigned import assigned
from incidents.pipeline.review.cases import cases
from incidents.pipeline.review.decisions import FINAL, blind
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.store import Store
from incidents.pipeline.review.talk import comments
from tests.pipeline.review import test_store
from tests.pipeline.review.coders import code, coder
from tests.pipeline.review.conftest import Browser

url = test_store.url  # of SQLite, and of PostgreSQL where there is one
TURNS = 12


@pytest.fixture
def open_desk(run, url):
    """A desk of one's own on the run and its decisions."""
    stores = []

    def start():
        stores.append(Store(url))
        return Desk(run, stores[-1])

    yield start
    for store in stores:
        store.close()


@pytest.fixture
def desk(open_desk):
    return open_desk()


@pytest.fixture
def anna(desk):
    return coder(desk, "anna")


@pytest.fixture
def ben(open_desk):
    return coder(open_desk(), "ben")


@pytest.fixture
def people(open_desk):
    return [Browser(open_desk(), name) for name in ("carla", "dan")]


def at_once(people, act):
    """What each is answered who does ``act`` at the same moment, turn by turn."""
    ready = Barrier(len(people))

    def turns(n):
        answers = []
        for turn in range(TURNS):
            ready.wait(60)
            answers.append(act(people[n], n, turn))
        return answers

    with ThreadPoolExecutor(len(people)) as pool:
        return list(pool.map(turns, range(len(people))))


def seen_by(person):
    page = person.get("/", id="story/one").text
    return re.search(r'name="seen" value="(\d+)"', page)[1]


def test_of_two_saves_on_one_record_each_is_kept_or_told(desk, people):
    def note(person, n, turn):
        words = f"note {n} of turn {turn}"
        form = {"kind": "note", "text": words, "seen": seen_by(person)}
        answer = person.post(record="story/one", **form)
        return words, answer.status_code, words in answer.text

    answers = [a for told in at_once(people, note) for a in told]
    saved = [words for words, status, _ in answers if status == 303]
    kept = [d.payload["text"] for d in desk.store.read(FINAL)]
    assert sorted(kept) == sorted(saved)
    assert len(saved) >= TURNS  # of two at least one is first
    assert [a for a in answers if a[1] != 303 and a[1:] != (409, True)] == []


def test_two_on_two_records_of_one_document_do_not_meet(desk, people):
    def note(person, n, turn):
        id = ("story/one", "story/two")[n]
        form = {"kind": "note", "text": str(turn), "seen": seen_by(person)}
        return person.post(record=id, **form).status_code

    assert at_once(people, note) == [[303] * TURNS] * 2
    assert [d.seq for d in desk.store.read(FINAL)] == list(range(1, 2 * TURNS + 1))


def test_each_undoes_their_own(desk, people):
    def decide(person, n, turn):
        id = ("story/one", "story/two")[n]
        form = {"kind": "no_incident", "seen": seen_by(person)}
        made = person.post(record=id, **form).status_code
        last = desk.last(FINAL, ("carla", "dan")[n])
        undone = person.post(record=id, kind="undo", id=str(last.id)).status_code
        return made, undone

    assert at_once(people, decide) == [[(303, 303)] * TURNS] * 2
    assert {s.status for s in desk.states(FINAL)} == {"todo"}


def test_comments_of_both_are_kept(desk, people):
    def comment(person, n, turn):
        form = {"doc": "story", "record": "story/one", "text": f"{n} {turn}"}
        return person.post("/comment", **form).status_code

    assert at_once(people, comment) == [[303] * TURNS] * 2
    said = [c.text for c in comments(desk, FINAL)]
    assert sorted(said) == sorted(f"{n} {t}" for n in (0, 1) for t in range(TURNS))


def test_of_two_who_assign_a_document_each_is_kept_or_told(desk, people):
    def assign(person, n, turn):
        page = person.get("/progress").text
        seen = re.search(r'name="seen" value="(\d+)"', page)[1]
        form = {"kind": "assign", "to": f"reader {n} {turn}", "doc.story": "1"}
        answer = person.post("/assign", seen=seen, **form)
        return form["to"], answer.status_code, form["to"] in answer.text

    answers = [a for told in at_once(people, assign) for a in told]
    saved = [to for to, status, _ in answers if status == 303]
    assert assigned(desk.store)["story"] == tuple(sorted(saved))
    assert [a for a in answers if a[1] != 303 and a[1:] != (409, True)] == []


def test_two_code_blind_at_once_and_two_settle_at_once(desk, anna, ben, people):
    code(anna, ben)
    assert [d.reviewer for d in desk.store.read(blind("ben"))] == ["ben"] * 3
    (case,) = [c for c in cases(desk, "anna", "ben") if not c.agrees]
    pair = {"one": "anna", "two": "ben", "doc": "story", "key": case.key}

    def settle(person, n, turn):
        page = person.get("/adjudicate", **pair).text
        seen = re.search(r'name="seen" value="(\d+)"', page)[1]
        form = {"kind": "settle", "seen": seen, "as": case.digest, "how": "chosen"}
        pick = {"pick.killed.0": ("one", "two")[n]}
        answer = person.post("/settle", **pair, **form, **pick)
        kept = f'name="pick.killed.0" value="{pick["pick.killed.0"]}" checked'
        return n, answer.status_code, kept in answer.text

    answers = [a for told in at_once(people, settle) for a in told]
    saved = [("carla", "dan")[n] for n, status, _ in answers if status == 303]
    rows = [d for d in desk.store.read(FINAL) if d.kind == "settle"]
    assert sorted(d.reviewer for d in rows) == sorted(saved)
    assert [a for a in answers if a[1] != 303 and a[1:] != (409, True)] == []
    last = rows[-1].reviewer
    toll = {"carla": {"min": 12, "max": 12}, "dan": {"min": 11, "max": None}}[last]
    assert desk.state(FINAL, "story/one").all("killed") == [toll]


def test_each_sees_where_the_other_is(people):
    carla, dan = people
    carla.get("/beside", doc="story")
    assert "Also here: carla" in dan.get("/beside", doc="story").text
