"""People who work together, in a real browser: two coders and who settles.

Skipped where the other browser tests are.
"""

import time

import pytest

from incidents.pipeline.review.agreement import figures
from incidents.pipeline.review.cases import cases
from incidents.pipeline.review.decisions import FINAL, blind
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.store import Store
from incidents.pipeline.review.talk import say
from tests.browsing import HOSTILE, ActionChains, Keys, paint, violations
from tests.pipeline.review.browser.page import DeskPage
from tests.pipeline.review.coders import code, coder, make
from tests.pipeline.review.runs import document, lahore, quetta, write_run


class Desks:
    """One desk for each who works on a run, all on the same decisions."""

    def __init__(self, chrome, opened, run, url):
        self.chrome, self.opened, self.run, self.url = chrome, opened, run, url

    def desk(self):
        return Desk(self.run, Store(self.url))

    def open(self, name, is_blind=False):
        served = self.opened(self.desk(), name, is_blind)
        return DeskPage(self.chrome, served.address)


@pytest.fixture
def desks(chrome, opened, tmp_path):
    run = write_run(
        tmp_path / "run",
        [document(), document("other", title="Another")],
        [quetta(), lahore(), quetta("other")],
    )
    return Desks(chrome, opened, run, f"sqlite:///{tmp_path / 'reviews.sqlite'}")


def test_documents_are_assigned_and_read_in_turn(desks):
    page = desks.open("lea")
    page.go("progress")
    page.all('input[name="doc.other"]')[0].click()
    page.all("#to")[0].send_keys("anna")
    page.all("button[value=assign]")[0].click()
    page.said("Assigned.")
    assert "anna" in page.text("tbody tr")
    page.all("[data-all]")[0].click()
    assert len(page.all("tbody input:checked")) == 2
    theirs = desks.open("anna", is_blind=True)
    theirs.go("progress")
    link = "a[href^='/?read=']"
    assert theirs.text(link) == "Another"
    assert "1 assigned" in theirs.text("main")
    theirs.all(link)[0].click()
    theirs.wait(lambda: theirs.all("#main button[data-key=r]"))
    theirs.press("r")
    theirs.said("Marked as read.")
    page = desks.open("lea")
    page.go("progress")
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
    page.go("agreement")
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
    page.wait(lambda: "3 are settled" in page.text("main"))
    states = settled(desks)
    assert [s.status for s in states if s.doc_id == "story"] == ["done"] * 3
    assert states[0].first("killed") == {"min": 11, "max": None}
    # undone from a case, it is to settle again
    page.go("adjudicate?one=anna&two=ben&doc=story&key=story/one%7Cstory/one")
    page.press("u")
    page.said("Undone.")
    assert len([s for s in settled(desks) if s.doc_id == "story"]) == 2


def test_no_incident_is_settled_too(desks):
    coded(desks)
    page = desks.open("carla")
    page.go("adjudicate")
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
    ctrl = ActionChains(page.chrome).key_down(Keys.CONTROL)
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
        page.go(address)
        page.wait(lambda: "onerror" in page.text(".comments"))
        time.sleep(0.1)
        assert page.chrome.title != "run"
        assert not page.all("img[src='x']")


@pytest.mark.parametrize("name", ["light", "dark"])
def test_axe_finds_no_violation_where_people_work_together(desks, axe, name):
    desk = coded(desks)
    assert figures(cases(desk, "anna", "ben"))
    page = desks.open("carla")
    paint(page.chrome, name)
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
        page.go(address)
        assert violations(page.chrome, axe) == [], address
    theirs = desks.open("ben", is_blind=True)
    for address in ("progress", "agreement"):
        theirs.go(address)
        assert violations(theirs.chrome, axe) == [], address
    assert blind("ben") in desk.store.layers()
