"""The report in a real browser: what it draws, what it asks for, who can use it.

Skipped where Chromium, its driver or selenium is missing.
"""

import pytest

from incidents.pipeline.report import report
from tests import browsing
from tests.pipeline.report.test_report import PLACE
from tests.pipeline.review.runs import (
    TEXT,
    document,
    hostile_run,
    lahore,
    quetta,
    write_run,
)


@pytest.fixture
def run(tmp_path):
    table = "\nDay\tPlace\n10 June 2014\tQuetta\n2015\tLahore\n"
    listed = quetta("list", TEXT + table, killed=None)
    (day,) = [c for c in listed["citations"] if c["field"] == "date"]
    day["start"] = len(TEXT) + table.index("10")
    day["end"] = day["start"] + len("10 June 2014")
    one = quetta(event_key="e", countries=["PK"])
    two = quetta("other", event_key="e", killed={"min": 13, "max": 13})
    arrest = lahore(
        incident_type="arrest",
        countries=["PK"],
        suspects={"count_min": 2, "count_max": 2, "nationalities": ["AF"]},
    )
    return write_run(
        tmp_path / "run",
        [document(), document("other"), document("list", TEXT + table)],
        [one, arrest, two, listed],
        mentions=[{"doc_id": "story", "mentions": [PLACE]}],
    )


class Page(browsing.Page):
    """What a reader does with a report."""

    def __init__(self, chrome, path):
        super().__init__(chrome)
        chrome.get("about:blank")
        chrome.get(path.as_uri())
        self.wait(lambda: self.all("main:not([hidden])"))

    def choose(self, name, words):
        self.all(f"#filter select[name='{name}']")[0].send_keys(words)

    def counted(self, words):
        self.wait(lambda: self.text("#filter output") == words)


@pytest.fixture
def page(run, tmp_path, chrome):
    return Page(chrome, report(run, tmp_path / "report.html"))


def test_each_row_opens_its_quotes(page):
    page.all("#table tbody a")[0].click()
    page.wait(lambda: page.all("dialog[open] article"))
    assert len(page.all("dialog article")) == 2
    assert "A bomb 💣 killed 12 people" in page.text("dialog q")
    assert "reports differ on Killed" in page.text("dialog .differs")
    page.all("dialog header button")[-1].click()
    page.wait(lambda: not page.all("dialog[open]"))


def test_events_are_chosen_and_every_part_follows(page):
    page.counted("3 of 3 events")
    page.choose("incident_type", "arrest")
    page.counted("1 of 3 events")
    assert "Lahore" in page.text("#table tbody")
    assert "Quetta" not in page.text("#table tbody")
    assert "0 events at places, 1 known to a country alone" in page.text("#map output")
    assert len(page.all("#map .area")) == 1
    assert page.all("#map .mark") == []
    assert "No two sources differ" in page.text("#conflicts")
    page.all("#filter button")[0].click()
    page.counted("3 of 3 events")
    page.all("[name=words]")[0].send_keys("💣 KILLED")
    page.counted("2 of 3 events")


def test_the_map_tells_kinds_apart_by_shape_and_opens_events(page):
    (mark,) = page.all("#map a .attack")
    assert mark.tag_name == "circle"
    page.chrome.execute_script("document.querySelector('#map a:has(.mark)').focus()")
    browsing.ActionChains(page.chrome).send_keys(browsing.Keys.ENTER).perform()
    page.wait(lambda: page.all("dialog[open]"))
    assert page.text("dialog h2").startswith("2014-06-10, Quetta")


def test_the_map_comes_nearer(page):
    before = page.all("#map svg")[0].get_dom_attribute("viewBox")
    page.all("#map .buttons button")[1].click()
    box = page.all("#map svg")[0].get_dom_attribute("viewBox")
    assert float(box.split()[2]) < float(before.split()[2]) / 10
    page.all("#map .buttons button")[0].click()
    assert page.all("#map svg")[0].get_dom_attribute("viewBox") == before


def test_the_timeline_has_kinds_tolls_and_countries(page):
    labels = [a.get_attribute("aria-label") for a in page.all("#timeline a")]
    assert "2014-06, attack: 2 events, 12 killed" in labels
    assert "2014-06, killed: 1 event, 12 killed" in labels
    assert "Pakistan, 2014-07: 1 event" in labels


def test_a_country_has_its_chronology_and_sweeps(page):
    told = page.text("#countries table")
    assert "Pakistan: 2 events, 12 killed" in told
    assert "Pakistan: arrests by nationality" in told
    assert "Afghanistan120" in told  # an arrest, two suspects, none without a number


def test_patterns_are_counted_and_open_their_events(page):
    page.all("#patterns select")[1].send_keys("Type")
    assert "Target category by Type" in page.text("#patterns caption")
    two = next(a for a in page.all("#patterns td a") if a.text == "2")
    page.chrome.execute_script("arguments[0].click()", two)
    page.wait(lambda: len(page.all("dialog[open] li")) == 2)
    page.all("dialog li a")[0].click()
    page.wait(lambda: page.all("dialog[open] article"))
    page.all("dialog header button")[0].click()  # back to the list
    page.wait(lambda: len(page.all("dialog[open] li")) == 2)


def test_a_printed_table_has_our_values_in_its_cells(page):
    cells = page.all("#printed td")
    assert [c.text for c in cells[2:4]] == ["10 June 2014\nDate: 2014-06-10", "Quetta"]


def test_thousands_are_drawn_as_they_are_looked_at(tmp_path, chrome):
    rows = [
        quetta(date=f"20{n % 100:02}-03", countries=["PK"])
        | dict.fromkeys(("incident_id", "event_key"), f"story/{n}")
        for n in range(500)
    ]
    run = write_run(tmp_path / "run", [document()], rows)
    page = Page(chrome, report(run))
    assert len(page.all("#table tbody")) == 100
    page.all("#table footer button")[0].click()
    assert len(page.all("#table tbody")) == 200
    script = "return document.querySelectorAll('*').length"
    assert chrome.execute_script(script) < 8_000
    assert page.all("#timeline svg")[0].size["height"] < 900


def test_nothing_of_a_hostile_run_is_run(tmp_path, chrome):
    made = report(
        hostile_run(tmp_path / "run", browsing.HOSTILE), tmp_path / "report.html"
    )
    page = Page(chrome, made)
    for n in range(2):
        chrome.execute_script(f"location.hash = '#e{n}'")
        page.wait(lambda: page.all("dialog[open]"))
    assert browsing.HOSTILE in page.text("dialog")
    assert chrome.title == "Incidents: run"
    assert len(page.all("script")) == 2  # what is told, and its own
    assert page.all("img") == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_asks_for_nothing_and_is_accessible(run, tmp_path, chrome, axe, theme):
    emulated = {"features": [{"name": "prefers-color-scheme", "value": theme}]}
    chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", emulated)
    page = Page(chrome, report(run, tmp_path / "report.html"))
    asked = "return performance.getEntriesByType('resource').map(e => e.name)"
    assert chrome.execute_script(asked) == []
    assert chrome.get_log("browser") == []
    assert browsing.violations(chrome, axe) == []
    chrome.execute_script("location.hash = '#e0'")
    page.wait(lambda: page.all("dialog[open]"))
    assert browsing.violations(chrome, axe) == []
