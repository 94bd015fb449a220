"""Twenty people who assign, comment and settle at once, on one desk and on two."""

import re
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from urllib.parse import urlencode

import pytest

from incidents.pipeline.review.decisions import FINAL, TEAM, blind
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.forms import save
from incidents.pipeline.review.store import Store, address
from incidents.pipeline.review.talk import talk
from tests.pipeline.review import test_load
from tests.pipeline.review.test_load import CLIENTS, ask

run, serve = test_load.run, test_load.serve
EACH = 3
CODERS = {"one": "anna", "two": "ben"}


@pytest.fixture
def coded(run):
    """Two have coded all of it, and differ on every toll."""
    store = Store(address(None, run))
    desk = Desk(run, store)
    for name, least in (("anna", "12"), ("ben", "11")):
        layer = blind(name)
        for state in desk.states(layer):
            value = next(v for v in state.values if v.field == "killed")
            form = {"doc": state.doc_id, "record": state.id}
            fix = {"kind": "fix", "value_id": value.id, "min": least, "reading": "so"}
            for step in (fix, {"kind": "accept_record"}):
                seen = str(desk.folded(layer, state.doc_id).seq)
                save(desk, name, layer, {**form, **step, "seen": seen})
    store.close()
    return run


def hidden(page, *names):
    found = (re.search(rf'name="{name}" value="([^"]*)"', page) for name in names)
    return dict(zip(names, (match[1] for match in found), strict=True))


def comment(port, n, turn, doc, id):
    """A comment; what stays of it on a page that tells of no success is its text."""
    query = urlencode({"doc": doc, "record": id})
    status, page = ask(port, "GET", f"/comments?{query}")
    assert status == 200
    words = f"comment {n} of turn {turn}"
    return "/comment", {"doc": doc, "record": id, "text": words}, page, words, words


def assign(port, n, turn, doc, id):
    status, page = ask(port, "GET", "/progress")
    assert status == 200
    to = f"reader {n} of turn {turn}"
    return "/assign", {"kind": "assign", "to": to, f"doc.{doc}": "1"}, page, to, to


def settle(port, n, turn, doc, id):
    query = {**CODERS, "doc": doc, "key": f"{id}|{id}"}
    status, page = ask(port, "GET", f"/adjudicate?{urlencode(query)}")
    assert status == 200
    which = ("one", "two")[n % 2]
    form = {**query, "kind": "settle", "how": "chosen", "pick.killed.0": which}
    form |= hidden(page, "as")
    kept = f'name="pick.killed.0" value="{which}" checked'
    return "/settle", form, page, f"settled {id}", kept


ACTS = (comment, assign, settle)


def client(port, n, turns=EACH):
    """Of each save what it was, the status, and whether what was typed came back."""
    for turn in range(turns):
        doc = f"doc{(n + turn) % 4}"
        id = f"{doc}/{(n * 7 + turn) % 3}"
        act = ACTS[(n + turn) % len(ACTS)]
        path, form, page, what, kept = act(port, n, turn, doc, id)
        known = [name for name in ("seen", "stamp") if f'name="{name}"' in page]
        body = urlencode({**form, **hidden(page, *known)})
        status, answer = ask(port, "POST", path, body)
        yield what, status, kept in answer


def kept(run):
    """What each row that the database has is of."""
    store = Store(address(None, run))
    found = [d.payload["text"] for d in store.read(talk(FINAL))]
    found += [d.payload["to"] for d in store.read(TEAM)]
    found += [f"settled {d.subject}" for d in store.read(FINAL)]
    store.close()
    return found


@pytest.mark.parametrize("desks", [1, 2])
def test_each_save_is_kept_or_told_with_what_was_typed(coded, serve, desks):
    ports = [serve()[1] for _ in range(desks)]
    with ThreadPoolExecutor(CLIENTS) as pool:
        each = pool.map(lambda n: list(client(ports[n % desks], n)), range(CLIENTS))
        answers = [answer for told in each for answer in told]
    statuses = Counter(status for _, status, _ in answers)
    assert set(statuses) <= {303, 409, 503}, statuses
    saved = [what for what, status, _ in answers if status == 303]
    assert sorted(kept(coded)) == sorted(saved)
    assert [a for a in answers if a[1] != 303 and not a[2]] == []


def test_what_was_acknowledged_outlives_a_desk_that_is_killed_midway(coded, serve):
    desk, port = serve()
    acknowledged = []

    def work(n):
        try:
            for what, status, _ in client(port, n, turns=1000):
                if status == 303:
                    acknowledged.append(what)
        except (OSError, HTTPException):  # it was killed
            return

    with ThreadPoolExecutor(8) as pool:
        working = [pool.submit(work, n) for n in range(8)]
        while len(acknowledged) < 20 and not all(w.done() for w in working):
            time.sleep(0.01)
        desk.kill()
    assert len(acknowledged) >= 20
    desk.wait(60)
    held = Counter(kept(coded))
    assert Counter(acknowledged) - held == Counter()  # some that it has are unsaid
    again, port = serve()
    assert [status for _, status, _ in client(port, 0)] == [303] * EACH
    assert again.poll() is None
