"""People who work together, in a real browser: two coders and who settles.

Skipped where the other browser tests are.
"""

import threading
import time

import pytest
import uvicorn

from incidents.pipeline.review.agreement import figures
from incidents.pipeline.review.app import make_app
from incidents.pipeline.review.cases import cases
from incidents.pipeline.review.decisions import FINAL, blind
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.guard import Guard
from incidents.pipeline.review.serve import _listen
from incidents.pipeline.review.store import Store
from incidents.pipeline.review.talk import say
from tests.pipeline.review import test_browser
from tests.pipeline.review.coders import code, coder, make
from tests.pipeline.review.runs import document, lahore, quetta, write_run
from tests.pipeline.review.test_browser import HOSTILE, Page, violations

Keys = test_browser.Keys
chrome, axe = test_browser.chrome, test_browser.axe


class Desks:
    """One desk for each who works on a run, all on the same decisions."""

    def __init__(self, chrome, run, url):
        self.chrome, self.run, self.url = chrome, run, url
        self.running, self.stores = [], []

    def desk(self):
        store = Store(self.url)
        self.stores.append(store)
        return Desk(self.run, store)

    def address(self, name, is_blind=False):
        """Start a desk; returns where it is."""
        listening = _listen("127.0.0.1", 0)
        port = listening.getsockname()[1]
        app = make_app(self.desk(), Guard("127.0.0.1", port, name), is_blind)
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        self.running.append((server, thread))
        return f"http://127.0.0.1:{port}/"

    def open(self, name, is_blind=False):
        return Page(self.chrome, self.address(name, is_blind))

    def stop(self):
        for server, thread in self.running:
            server.should_exit = True
            thread.join(10)
        for store in self.stores:
            store.close()


@pytest.fixture
def desks(chrome, tmp_path):
    run = write_run(
        tmp_path / "run",
        [document(), document("other", title="Another")],
        [quetta(), lahore(), quetta("other")],
    )
    made = Desks(chrome, run, f"sqlite:///{tmp_path / 'reviews.sqlite'}")
    yield made
    made.stop()
    assert [m for m in chrome.get_log("browser") if "40" not in m["message"]] == []


def theme(chrome, name):
    emulated = {"features": [{"name": "prefers-color-scheme", "value": name}]}
    chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", emulated)


def go(page, address):
    page.chrome.get(page.address + address)


def test_documents_are_assigned_and_read_in_turn(desks):
    page = desks.open("lea")
    go(page, "progress")
    page.all('input[name="doc.other"]')[0].click()
    page.all("#to")[0].send_keys("anna")
    page.all("button[value=assign]")[0].click()
    page.said("Assigned.")
    assert "anna" in page.text("tbody tr")
    page.all("[data-all]")[0].click()
    assert len(page.all("tbody input:checked")) == 2
    theirs = desks.open("anna", is_blind=True)
    go(theirs, "progress")
    link = "a[href^='/?read=']"
    assert theirs.text(link) == "Another"
    assert "1 assigned" in theirs.text("main")
    theirs.all(link)[0].click()
    theirs.wait(lambda: theirs.all("#main button[data-key=r]"))
    theirs.press("r")
    theirs.said("Marked as read.")
    page = desks.open("lea")
    go(page, "progress")
    row = next(r.text for r in page.all("tbody tr") if r.text.startswith("Another"))
    assert row.endswith("1 read anna")  # by anna, who codes blind and is there still


def settled(desks):
    return desks.desk().states(FINAL)


def coded(desks):
    """Anna and Ben have coded the story; Anna has a record that Ben has not."""
    desk = desks.desk()
    anna, ben = (coder(desk, name) for name in ("anna", "ben"))
    code(anna, ben)
    make(anna)
    for each in (anna, ben):
        each.decide("read", "")
    return desk


def test_codings_are_settled_from_the_keyboard(desks):
    coded(desks)
    page = desks.open("carla")
    go(page, "agreement")
    assert "on 1 more anna and ben agree, and on 2 they differ" in page.text("main")
    page.all("button[value=agreed]")[0].click()
    page.said("Settled.")
    page.all("a.button.main")[0].click()
    page.wait(lambda: page.all("tr.current"))
    # the value that differs is at hand, and both quotes are lit
    assert page.text("tr.current th") == "Killed"
    assert "killed 12 people" in page.text("#source mark.lit")
    page.press("2")
    assert page.all("tr.current input[value=two]")[0].is_selected()
    page.press("A")
    page.said("Settled.")
    # what only one has: all of it is hers, unless one says otherwise
    page.wait(lambda: "has none" in page.text(".codings"))
    assert "1 to settle" in page.text("#queue")
    page.press("A")
    page.said("Settled.")
    assert "3 are settled" in page.text("main")
    states = settled(desks)
    assert [s.status for s in states if s.doc_id == "story"] == ["done"] * 3
    assert states[0].first("killed") == {"min": 11, "max": None}
    # undone from a case, it is to settle again
    go(page, "adjudicate?one=anna&two=ben&doc=story&key=story/one%7Cstory/one")
    page.press("u")
    page.said("Undone.")
    assert len([s for s in settled(desks) if s.doc_id == "story"]) == 2


def test_no_incident_is_settled_too(desks):
    coded(desks)
    page = desks.open("carla")
    go(page, "adjudicate")
    page.wait(lambda: page.all("tr.current"))
    page.press("n")
    page.said("Settled.")
    assert settled(desks)[0].status == "no_incident"


def test_the_codebook_and_comments_stand_beside_the_value(desks):
    page = desks.open("anna")
    page.wait(lambda: page.all("#guide"))
    page.press("c")
    page.go_to("Killed")
    page.wait(
        lambda: page.text("#guide h2") and page.all("#guide [data-of-field=killed]")
    )
    page.wait(lambda: page.all("#guide [data-of-field=killed]")[0].is_displayed())
    assert "dozens 24 or more" in page.text("#guide [data-of-field=killed]")
    assert not page.all("#guide [data-of-field=date]")[0].is_displayed()
    while page.text(".value.current .name") != "Target":
        page.press("k")
    page.wait(lambda: page.all("#guide [data-of-field=targets]")[0].is_displayed())
    # of a value that is being added, that of its field
    page.press("v")
    page.wait(lambda: page.all("#add[open]"))
    page.chrome.execute_script(
        "const s = document.querySelector('#add select[name=field]');"
        "s.value = 'legal'; s.dispatchEvent(new Event('input', {bubbles: true}));"
        "s.dispatchEvent(new Event('change', {bubbles: true}))"
    )
    page.wait(lambda: page.all("#guide [data-of-field=legal]")[0].is_displayed())
    page.press(Keys.ESCAPE)
    # a comment on the value one is at
    page.press("w")
    page.wait(lambda: page.all("#talk textarea")[0].is_displayed())
    page.press("is the market a shop?")
    ctrl = test_browser.ActionChains(page.chrome).key_down(Keys.CONTROL)
    ctrl.send_keys(Keys.ENTER).key_up(Keys.CONTROL).perform()
    page.wait(lambda: "is the market a shop?" in page.text(".comments"))
    assert "on Target: market (business)" in page.text(".comments")
    assert page.text("#beside .count") == "1"
    # someone else comes: each sees the other, and what was said
    ben = desks.open("ben")
    ben.wait(lambda: "Also here: anna" in ben.text("#here"))
    assert "is the market a shop?" in ben.text(".comments")
    ben.press("]")
    ben.wait(lambda: ben.text("#beside .count") == "0")


def test_what_is_being_typed_stays_when_the_page_looks_again(desks):
    page = desks.open("anna")
    page.wait(lambda: page.all("#talk"))
    page.press("w")
    page.press("not yet done")
    desk = desks.desk()
    said = {"doc": "story", "record": "story/one", "text": "meanwhile"}
    say(desk, "ben", FINAL, said)
    page.chrome.execute_script("document.dispatchEvent(new Event('visibilitychange'))")
    page.wait(lambda: "meanwhile" in page.text(".comments"))
    typed = page.all("#talk textarea")[0].get_attribute("value")
    assert typed == "not yet done"


def test_nothing_of_a_hostile_comment_is_run(desks):
    page = desks.open("anna")
    page.wait(lambda: page.all("#talk"))
    page.press("w")
    page.press(HOSTILE)
    page.all("#talk button.main")[0].click()
    page.wait(lambda: "onerror" in page.text(".comments"))
    for address in ("?id=story/one", "comments", "comments?doc=story&record=story/one"):
        go(page, address)
        page.wait(lambda: "onerror" in page.text(".comments"))
        time.sleep(0.1)
        assert page.chrome.title != "run"
        assert not page.all("img[src='x']")


@pytest.mark.parametrize("name", ["light", "dark"])
def test_axe_finds_no_violation_where_people_work_together(desks, axe, name):
    desk = coded(desks)
    assert figures(cases(desk, "anna", "ben"))
    page = desks.open("carla")
    theme(page.chrome, name)
    page.wait(lambda: page.all("#talk"))
    for key in ("c", "w"):
        page.press(key)
        assert violations(page.chrome, axe) == [], key
        page.press(Keys.ESCAPE)
    addresses = (
        "progress",
        "agreement",
        "adjudicate",
        "codebook",
        "comments",
        "comments?doc=story&record=story/one",
    )
    for address in addresses:
        go(page, address)
        assert violations(page.chrome, axe) == [], address
    theirs = desks.open("ben", is_blind=True)
    for address in ("progress", "agreement"):
        go(theirs, address)
        assert violations(theirs.chrome, axe) == [], address
    assert blind("ben") in desk.store.layers()
