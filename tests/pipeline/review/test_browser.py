"""The desk in a real browser: what a reviewer does, and what an attacker cannot.

Skipped where Chromium, its driver, selenium or the PDF reader is missing.
"""

import json
import re
import shutil
import threading
import time
from hashlib import sha256
from pathlib import Path

import pytest
import uvicorn

from incidents.pipeline.ingest import Limits, read
from incidents.pipeline.review.app import make_app
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.guard import Guard
from incidents.pipeline.review.serve import _listen
from incidents.pipeline.review.store import Store
from tests.conftest import ROOT
from tests.pipeline.review.runs import TEXT, document, lahore, quetta, record, write_run
from tests.pipeline.review.test_events import papers as told_by
from tests.pipeline.review.test_events import told

webdriver = pytest.importorskip("selenium.webdriver")
By = pytest.importorskip("selenium.webdriver.common.by").By
Keys = pytest.importorskip("selenium.webdriver.common.keys").Keys
WebDriverWait = pytest.importorskip("selenium.webdriver.support.wait").WebDriverWait
ActionChains = webdriver.ActionChains

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync"
    " --disable-dev-shm-usage"
)
PDF = ROOT / "corpus" / "reports" / "exposed-platform.pdf"
HOSTILE = (
    "</textarea><script>document.title='run'</script>"
    "<img src=x onerror=\"document.title='run'\"><svg onload=\"document.title='run'\">"
)


@pytest.fixture(scope="module")
def chrome(tmp_path_factory):
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if not browser or not driver:
        pytest.skip("Chromium or its driver is not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for flag in FLAGS.split():
        options.add_argument(flag)
    options.add_argument(f"--user-data-dir={tmp_path_factory.mktemp('chrome')}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    made = webdriver.Chrome(
        options=options, service=webdriver.ChromeService(executable_path=driver)
    )
    made.set_window_size(1280, 900)
    yield made
    made.quit()


class Page:
    """What a reviewer does with keys and mouse."""

    def __init__(self, chrome, address):
        self.chrome = chrome
        self.address = address
        chrome.get_log("browser")
        chrome.get(address)
        self.wait(lambda: self.all(".value.current, .empty"))

    def wait(self, test):
        end = time.monotonic() + 60
        while time.monotonic() < end:
            found = test()
            if found:
                return found
            time.sleep(0.02)
        raise AssertionError(f"never came: {self.text('#fault') or self.text('#main')}")

    def all(self, selector):
        return self.chrome.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector):
        script = "return [...document.querySelectorAll(arguments[0])]"
        script += ".map(e => e.textContent).join(' ')"
        return self.chrome.execute_script(script, selector)

    def press(self, *keys):
        ActionChains(self.chrome).send_keys(*keys).perform()

    def fill(self, form, *words):
        """Type into the fields of a form, one after another, each once it is there."""
        inside = f"return !!document.activeElement.closest({form!r})"
        self.wait(lambda: self.chrome.execute_script(inside))
        for word in words:
            here = self.chrome.switch_to.active_element
            self.press(word)
            self.press(Keys.TAB)
            self.wait(lambda here=here: self.chrome.switch_to.active_element != here)

    def said(self, words):
        self.wait(lambda: words in self.text("#said"))

    def go_to(self, field):
        """Step with ``j`` to the first value of a field."""
        for _ in range(40):
            if self.text(".value.current .name") == field:
                return
            self.press("j")
        raise AssertionError(f"no {field}")

    def select(self, first, last, start, end):
        """Select from a place in one text node of the source to one in another."""
        self.chrome.execute_script(
            """
            const [first, last, start, end] = arguments;
            const texts = (s) => document.querySelector(s).firstChild;
            const range = document.createRange();
            range.setStart(texts(first), start);
            range.setEnd(texts(last), end);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            """,
            first,
            last,
            start,
            end,
        )


@pytest.fixture
def serve(tmp_path, chrome):
    """Open the desk on a run; a second call is a later day."""
    running = []

    def start(run, **query):
        stop()
        store = Store(f"sqlite:///{tmp_path / 'reviews.sqlite'}")
        listening = _listen("127.0.0.1", 0)
        port = listening.getsockname()[1]
        app = make_app(Desk(run, store), Guard("127.0.0.1", port, "anna"))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        running.append((server, thread, store))
        return Page(chrome, f"http://127.0.0.1:{port}/")

    def stop():
        while running:
            server, thread, store = running.pop()
            server.should_exit = True
            thread.join(10)
            store.close()

    yield start
    stop()
    assert [m for m in chrome.get_log("browser") if "40" not in m["message"]] == []


@pytest.fixture(scope="module")
def columns():
    """A report in two columns: its document, its layout, two records and its source."""
    (report,) = read(PDF, {}, Limits())
    text = report.text
    doc_id = report.doc_id
    layout = {
        "pages": [list(size) for size in report.page_sizes],
        "lines": [[x.page, x.start, x.end, *x.box] for x in report.layout],
    }
    day = re.search(r"25 July\s1995", text)[0]
    where = re.search(r"Saint-\s?Michel", text)[0]
    one = record(
        doc_id,
        "one",
        text,
        date="1995-07-25",
        date_basis="attack",
        assertion="asserted",
        places=[where],
        killed={"min": 8, "max": 8},
        cited={"incident_type": day, "date": day, "places": where, "killed": "Eight"},
    )
    two = record(doc_id, "two", text, places=["Mumbai"], cited={"places": "Mumbai"})
    given = document(doc_id, text, media_type=report.media_type, title="Two columns")
    source = {"path": str(PDF), "sha256": sha256(PDF.read_bytes()).hexdigest()}
    return {
        "documents": [given],
        "records": [one, two],
        "layouts": {doc_id: layout},
        "inputs": {doc_id: source},
    }


def test_a_day_at_the_desk(tmp_path, serve, columns):
    run = write_run(tmp_path / "run", **columns)
    page = serve(run)
    # the page is drawn, and the quote of the value lies on it
    image = "return document.querySelector('.page img').naturalWidth"
    page.wait(lambda: page.chrome.execute_script(image) > 500)
    page.go_to("Date")
    leaf = page.all(".page .leaf")[0].rect
    lit = [box.rect for box in page.wait(lambda: page.all("rect.lit"))]
    middle = leaf["x"] + leaf["width"] / 2
    assert all(leaf["x"] < box["x"] < middle and box["height"] < 30 for box in lit)
    assert page.all("rect.mark:not(.lit)")
    # mend a value: what its words do not say is refused, and kept as a reading
    page.go_to("Killed")
    page.press("f")
    page.wait(lambda: page.all(".value.current details[open]"))
    low, reading = (
        page.all(f".value.current details[open] input[name={name}]")[0]
        for name in ("min", "reading")
    )
    low.clear()
    low.send_keys("7", Keys.ENTER)
    page.wait(lambda: "do not bear out “7 to 8”" in page.text("#fault"))
    assert low.get_attribute("value") == "7"  # what was typed stays
    reading.send_keys("one died of age", Keys.ENTER)
    page.said("Fixed.")
    assert "7 to 8" in page.text(".value.fixed")
    assert "reviewer’s reading" in page.text(".value.fixed .line")
    # undo it, mend it again
    page.press("u")
    page.said("Undone.")
    assert not page.all(".value.fixed")
    while page.text(".value.current .name") != "Killed":
        page.press("k")
    page.press("f")
    low, reading = (
        page.all(f".value.current details[open] input[name={name}]")[0]
        for name in ("min", "reading")
    )
    low.clear()
    low.send_keys("7")
    reading.send_keys("one died of age", Keys.ENTER)
    page.said("Fixed.")
    # reject one
    while page.text(".value.current .name") != "Place":
        page.press("k")
    page.press("x")
    page.said("Rejected.")
    assert "Place" in page.text(".value.rejected .name")
    # split
    page.press("s")
    radios = page.wait(lambda: page.all("#split[open] input[value=go]"))
    radios[1].click()  # the day
    radios[2].click()  # and what it is the day of
    page.all("#split button.main")[0].click()
    page.said("Split")
    # what it is, and that it is told as true, both records say
    assert page.text(".value .name") == "Type Date Date basis Assertion"
    page.press("A")
    page.said("Record accepted.")
    # another day, after a re-run of the pipeline
    again = serve(write_run(run, **columns))
    assert len(again.all(".row")) == 3
    again.all(".row")[0].click()
    again.wait(lambda: again.all(".value.fixed"))
    assert "7 to 8" in again.text(".value.fixed")
    assert again.text(".value.rejected .name") == "Place"
    assert "done" in again.text(".row.done .badge")
    assert "No longer fits " not in again.text("#bar")


def test_a_value_is_added_from_words_selected_on_the_page(tmp_path, serve, columns):
    page = serve(write_run(tmp_path / "run", **columns))
    text = columns["documents"][0]["text"]
    found = page.wait(
        lambda: [t for t in page.all(".marks text") if "Armed Islamic" in t.text]
    )[0]
    start = int(found.get_attribute("data-start"))
    at = found.text.index("Armed")
    selector = f'.marks text[data-start="{start}"]'
    page.press("v")
    page.wait(lambda: page.all("#add[open]"))
    page.select(selector, selector, at, at + 13)
    page.wait(lambda: "Characters" in page.text("#add output"))
    assert page.all("#add [data-quote]")[0].get_attribute("value") == "Armed Islamic"
    given = page.all("#add input[name=start]")[0].get_attribute("value")
    assert text[int(given) : int(given) + 13] == "Armed Islamic"
    page.all("#add button.main")[0].click()
    page.said("Added.")
    assert "Armed Islamic" in page.text(".value.added q")


def test_words_are_selected_with_the_mouse_across_lines(tmp_path, serve, columns):
    page = serve(write_run(tmp_path / "run", **columns))
    text = columns["documents"][0]["text"]
    lines = page.wait(lambda: page.all('.page[data-page="1"] .marks text'))
    at = next(n for n, line in enumerate(lines) if "Armed Islamic" in line.text)
    first, last = lines[at], lines[at + 1]
    page.press("v")
    page.wait(lambda: page.all("#add[open]"))
    drag = ActionChains(page.chrome).move_to_element(first).click_and_hold()
    drag.move_to_element(last).release().perform()
    page.wait(lambda: "Characters" in page.text("#add output"))
    start, end = (
        int(page.all(f"#add input[name={name}]")[0].get_attribute("value"))
        for name in ("start", "end")
    )
    begins = [int(line.get_attribute("data-start")) for line in (first, last)]
    assert begins[0] < start < begins[1] < end < begins[1] + len(last.text)
    page.all("#add button.main")[0].click()
    page.said("Added.")
    quote = page.text(".value.added q")
    assert quote == text[start:end].strip()
    # what was selected and let go is not for the next panel
    ActionChains(page.chrome).double_click(page.all(".marks text")[at]).perform()
    page.wait(lambda: page.chrome.execute_script("return getSelection().toString()"))
    page.chrome.execute_script("getSelection().removeAllRanges()")
    page.go_to("Type")
    page.press("f")
    page.wait(lambda: page.all(".value.current details[open]"))
    kept = page.all(".value.current details[open] [data-quote]")[0]
    assert kept.get_attribute("value") == ""


@pytest.mark.parametrize("words", ["🙂 Taliban", "💣", "महिला", "كويتا", "e\u0301t"])
def test_selected_offsets_are_right_in_every_script(tmp_path, serve, words):
    text = TEXT + f"💣🙂 महिला كويتا {words} e\u0301t 👩‍👩‍👧 {words}.\n"
    run = write_run(
        tmp_path / "run", [document(text=text)], [quetta(text=text), lahore(text=text)]
    )
    page = serve(run)
    start = text.rindex(words)
    page.chrome.execute_script(
        """
        const words = arguments[0];
        const line = [...document.querySelectorAll(".textline")].at(-1);
        const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let node = texts.nextNode();
        const at = node.data.lastIndexOf(words);
        getSelection().setBaseAndExtent(node, at, node, at + words.length);
        """,
        words,
    )
    page.press("v")
    page.wait(lambda: "Characters" in page.text("#add output"))
    assert page.all("#add input[name=start]")[0].get_attribute("value") == str(start)
    page.all("#add button.main")[0].click()
    page.said("Added.")
    assert words in page.text(".value.added q")


def test_all_of_it_works_from_the_keyboard(tmp_path, serve):
    page = serve(write_run(tmp_path / "run"))
    page.press("?")
    page.wait(lambda: page.all("dialog[open]"))
    page.press(Keys.ESCAPE)
    page.wait(lambda: not page.all("dialog[open]"))
    page.press("v")
    page.wait(lambda: page.all("#add[open]"))
    page.fill("#add", "Group", "Taliban", "claimed", "Taliban of the")
    page.press(Keys.TAB, Keys.ENTER)
    page.said("Added.")
    assert "Taliban (claimed)" in page.text(".value.added")
    page.press("o")
    page.wait(lambda: page.all("#note[open]"))
    page.fill("#note", "mind the year")
    page.press(Keys.ENTER)
    page.said("Note kept.")
    page.press("a")
    page.said("Accepted.")
    page.press("A")
    page.said("Record accepted.")
    page.wait(lambda: "2014-07" in page.text("h1"))
    page.press("n")
    page.said("no incident")
    page.press("u")
    page.said("Undone.")
    page.press("[")
    page.wait(lambda: "2014-06-10" in page.text("h1"))
    page.press("m")
    page.wait(lambda: page.all("#merge[open]"))
    page.press(Keys.TAB, Keys.ENTER)
    page.said("Merged.")


def test_the_second_window_is_told(tmp_path, serve):
    page = serve(write_run(tmp_path / "run"))
    stale = page.chrome.find_element(By.CSS_SELECTOR, "#main input[name=seen]")
    assert stale.get_attribute("value") == "0"
    page.press("a")
    page.said("Accepted.")
    page.chrome.execute_script(
        "document.querySelectorAll('#main input[name=seen]').forEach(e => e.value = 0)"
    )
    page.press("A")
    page.wait(lambda: "Not saved. anna was first" in page.text("#fault"))
    assert len(page.all(".value.open")) > 1


def hostile_run(folder):
    text = f"{HOSTILE}\n{TEXT}"
    row = quetta("x", text)
    row |= {"places": [HOSTILE], "groups": [{"name": HOSTILE, "link": HOSTILE}]}
    row |= {"event_key": HOSTILE, "suspects": {"names": [HOSTILE]}}
    row["citations"] += [{**row["citations"][0], "field": "groups", "quote": HOSTILE}]
    given = document("x", text, title=HOSTILE, publisher=HOSTILE)
    return write_run(folder, [given], [row, lahore("x", text)])


def test_nothing_of_a_hostile_run_is_run(tmp_path, serve):
    page = serve(hostile_run(tmp_path / HOSTILE.replace("/", "")))
    page.press("o")
    page.wait(lambda: page.all("#note[open]"))
    page.press(HOSTILE, Keys.TAB, Keys.ENTER)
    page.said("Note kept.")
    page.press("j", "j", "s", Keys.ESCAPE, "v", Keys.ESCAPE)
    for address in ("", "progress", "stale", "agreement", "exports"):
        page.chrome.get(page.address + address)
        time.sleep(0.1)
        assert page.chrome.title != "run"
        assert not page.all("img[src='x']")


@pytest.fixture(scope="module")
def axe():
    package = pytest.importorskip("axe_playwright_python")
    return (Path(package.__file__).parent / "axe.min.js").read_text()


def violations(chrome, axe):
    # by the protocol, since the page's own policy forbids a script of ours
    chrome.execute_cdp_cmd("Runtime.evaluate", {"expression": axe})
    ran = chrome.execute_cdp_cmd(
        "Runtime.evaluate",
        {
            "expression": "axe.run().then(r => JSON.stringify([r.passes.length,"
            " r.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 200))])]))",
            "awaitPromise": True,
        },
    )
    passed, found = json.loads(ran["result"]["value"])
    assert passed > 5
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_violation(tmp_path, serve, columns, axe, theme):
    page = serve(write_run(tmp_path / "run", **columns))
    emulated = {"features": [{"name": "prefers-color-scheme", "value": theme}]}
    page.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", emulated)
    page.press("x")
    page.said("Rejected.")
    time.sleep(3)  # the message goes
    assert violations(page.chrome, axe) == []
    page.press("v")
    page.wait(lambda: page.all("#add[open]"))
    page.press(Keys.ESCAPE, "/")
    assert violations(page.chrome, axe) == []
    page.chrome.get(page.address + "?source=text")
    assert violations(page.chrome, axe) == []
    page.press("?")
    assert violations(page.chrome, axe) == []
    for address in ("progress", "stale", "agreement", "exports", "enter"):
        page.chrome.get(page.address + address)
        assert violations(page.chrome, axe) == [], address


def test_a_missed_incident_is_made_from_a_document_without_a_record(
    tmp_path, serve, axe
):
    text = "Nothing of note.\nA bomb was thrown at a church in Lahore in July 2014.\n"
    at = text.index("bomb")
    left = {"start": at, "end": at + 4, "reason": "no incident by its signs"}
    told = {"doc_id": "quiet", "mentions": [], "left_out": [left]}
    documents = [document(), document("quiet", text)]
    page = serve(write_run(tmp_path / "run", documents, [quetta()], mentions=[told]))
    page.press("d")
    page.wait(lambda: "Nothing is left out" in page.text("#main"))
    page.press("r")
    page.said("Marked as read")
    page.wait(lambda: "A bomb was thrown" in page.text("#main .value q"))
    assert violations(page.chrome, axe) == []
    page.wait(lambda: page.all("#source mark.own.lit"))
    page.press("a")
    page.said("New record.")
    assert page.text(".value.added .reading") == "attack asserted"
    assert "taken up, though no incident by its signs" in page.text(".value.added")
    # the same from words selected
    page.chrome.get(page.address + "?read=quiet")
    page.press("i")
    page.wait(lambda: page.all("#new[open]"))
    line = ".textline[data-start='17']"
    page.select(f"{line} mark, {line}", f"{line} mark, {line}", 0, 6)
    page.wait(lambda: "Characters" in page.text("#new output"))
    page.all("#new [name=reading]")[0].send_keys("they say so", Keys.ENTER)
    page.said("New record.")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_was_read_near_a_record_is_added_by_one_key(tmp_path, serve, axe, theme):
    at = TEXT.index("Taliban")
    span = {"start": at, "end": at + 7, "text": "Taliban", "extractor": "e"}
    group = {**span, "label": "GROUP", "value": "taliban", "name": "Taliban"}
    at = TEXT.index("church")
    span = {"start": at, "end": at + 6, "text": "church", "extractor": "e"}
    church = {**span, "label": "TARGET", "value": "religious"}
    at = TEXT.index("killed 12")
    span = {"start": at, "end": at + 9, "text": "killed 12", "extractor": "e"}
    toll = {**span, "label": "KILLED", "value": "12", "role": "victim"}
    told = {"doc_id": "story", "mentions": [toll, group, church], "left_out": []}
    rows = [quetta(confidences={"killed": 0.4, "date": 0.97}), lahore()]
    page = serve(write_run(tmp_path / "run", [document()], rows, mentions=[told]))
    emulated = {"features": [{"name": "prefers-color-scheme", "value": theme}]}
    page.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", emulated)
    # least sure first, one line a value but for the one that is lit
    assert page.text(".value.current .name") == "Killed"
    heights = [value.rect["height"] for value in page.all(".value:not(.current)")]
    assert len(heights) > 5 and max(heights) < 36
    # in columns, whatever a line has at its end
    page.press("x")
    page.said("Rejected.")
    columns = {told.rect["x"] for told in page.all(".value:not(.current) .told")}
    assert len(columns) == 1
    page.press("u")
    page.said("Undone.")
    page.press("k")
    assert violations(page.chrome, axe) == []
    assert "Taliban (attributed)" in page.text(".near")
    page.press("1")
    page.said("Added.")
    assert page.text(".value.added .reading") == "Taliban (attributed)"
    # words that are selected offer what was read in them, whatever stands near
    page.chrome.execute_script(
        """
        const line = [...document.querySelectorAll(".textline")].at(-2);
        getSelection().selectAllChildren(line);
        """
    )
    page.wait(lambda: page.text(".near .reading") == "church (religious)")
    page.press("1")
    page.wait(lambda: "church (religious)" in page.text(".value.added .reading"))
    # a list takes Enter, as a field of text does
    page.go_to("Assertion")
    page.press("f")
    page.wait(lambda: page.all(".value.current details[open]"))
    page.wait(lambda: page.chrome.switch_to.active_element.tag_name == "select")
    page.press("asserted", Keys.ENTER)
    page.said("Fixed.")
    page.press("b")
    page.wait(lambda: page.text(".value .name").startswith("Type"))


def test_the_queue_is_narrowed_and_accepted_at_once(tmp_path, serve, axe):
    rows = [quetta(confidences={"date": 0.97}), lahore(confidences={"date": 0.99})]
    page = serve(write_run(tmp_path / "run", [document()], rows))
    page.press("/")
    assert violations(page.chrome, axe) == []
    (plot,) = [a for a in page.all(".facet a") if a.text.startswith("plot")]
    plot.click()
    page.wait(lambda: page.text(".shown").startswith("1 record"))
    page.wait(lambda: "Lahore" in page.text("h1"))
    page.chrome.get(page.address + "bulk?field=date&above=0.95")
    assert violations(page.chrome, axe) == []
    page.all("button.main")[0].click()
    page.wait(lambda: "Accepted in all" in page.text("#said"))
    page.wait(lambda: len(page.all(".value.accepted")) == 1)
    page.press("u")
    page.said("Undone.")
    page.wait(lambda: not page.all(".value.accepted"))


@pytest.fixture
def papers(tmp_path):
    mosque = [{"text": "mosque", "category": "religious"}]
    far = told("far", killed=40, targets=mosque, places=[])
    return write_run(tmp_path / "papers", *told_by(far))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_violation_in_events(papers, serve, axe, theme):
    page = serve(papers)
    emulated = {"features": [{"name": "prefers-color-scheme", "value": theme}]}
    page.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", emulated)
    for address in ("events?show=all", "event?id=dawn/one", "unsure"):
        page.chrome.get(page.address + address)
        assert violations(page.chrome, axe) == [], address
        page.press("q")
        assert violations(page.chrome, axe) == [], address


def test_events_are_decided_from_the_keyboard(papers, serve):
    page = serve(papers)
    page.chrome.get(page.address + "unsure")
    page.wait(lambda: "far" in page.text("thead"))
    page.press("q")
    page.wait(lambda: page.all("details.claim[open] q"))
    page.press("n")
    page.said("Not the same")
    page.wait(lambda: "No pair is left" in page.text("main"))
    page.press("u")
    page.said("Undone.")
    page.press("y")
    page.said("Joined")
    page.chrome.get(page.address + "event?id=far/one")
    assert "4 reports" in page.text("main")
    # what contradicts is lit, and the value to use is chosen
    assert page.text(".differs th .badge") == "reports differ"
    label = "Use Killed 40 of far"
    (use,) = [b for b in page.all(".differs button") if b.text.startswith("Use")]
    assert use.get_attribute("textContent") == label
    use.click()
    page.said("This is the value to use.")
    assert "chosen by anna" in page.text(".differs .best")
    page.all('input[name="go.far/one"]')[0].click()
    page.press("s")
    page.said("Split")
    assert "3 reports" in page.text("main")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_violation_in_the_report(tmp_path, chrome, columns, axe, theme):
    from incidents.pipeline.report import report

    emulated = {"features": [{"name": "prefers-color-scheme", "value": theme}]}
    chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", emulated)
    run = write_run(tmp_path / "run", **columns)
    chrome.get(report(run, tmp_path / "report.html").as_uri())
    assert violations(chrome, axe) == []
