"""Every view of the desk: usable by all, and hostile words are but words there."""

import time

import pytest

from tests.browsing import HOSTILE, Keys, paint, violations
from tests.pipeline.review.runs import hostile_run, write_run

PAGES = ("stale", "exports", "enter", "bulk", "bulk?field=date&above=0.1")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_violation(tmp_path, serve, columns, axe, theme):
    page = serve(write_run(tmp_path / "run", **columns))
    paint(page.chrome, theme)
    page.press("x")
    page.said("Rejected.")
    time.sleep(3)  # the message goes
    for key in ("", "f", "v", "o", "s", "m", "i", "/", "?"):
        page.press(key)
        assert violations(page.chrome, axe) == [], key
        page.press(Keys.ESCAPE)
    page.go("?source=text")
    assert violations(page.chrome, axe) == []
    for address in PAGES:
        page.go(address)
        assert violations(page.chrome, axe) == [], address


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_violation_in_what_is_refused(tmp_path, serve, axe, theme):
    page = serve(write_run(tmp_path / "run"))
    paint(page.chrome, theme)
    page.go_to("Killed")
    page.press("f")
    page.fill(".fix", "7")
    page.press("9", Keys.ENTER)
    page.wait(lambda: "do not bear out" in page.text("#fault"))
    assert violations(page.chrome, axe) == []
    # and in a record that lacks something
    page.go("?id=story/one")
    page.wait(lambda: page.all(".value.current"))
    page.go_to("Date basis")
    page.press("x")
    page.said("Rejected.")
    page.press("A")
    page.wait(lambda: "Before this record is done" in page.text(".lacks"))
    assert violations(page.chrome, axe) == []


def test_no_view_is_wider_than_the_window(tmp_path, serve, columns):
    page = serve(write_run(tmp_path / "run", **columns))
    wide = "return document.documentElement.scrollWidth > innerWidth"
    for address in ("", "?source=text", "events?show=all", "progress", *PAGES):
        page.go(address)
        assert not page.chrome.execute_script(wide), address


def test_nothing_of_a_hostile_run_is_run(tmp_path, serve):
    page = serve(hostile_run(tmp_path / HOSTILE.replace("/", ""), HOSTILE))
    page.press("o")
    page.wait(lambda: page.all("#note[open]"))
    page.press(HOSTILE, Keys.TAB, Keys.ENTER)
    page.said("Note kept.")
    page.press("j", "j", "s", Keys.ESCAPE, "v", Keys.ESCAPE)
    for address in ("", "progress", "stale", "agreement", "exports"):
        page.go(address)
        time.sleep(0.1)
        assert page.chrome.title != "run"
        assert not page.all("img[src='x']")
