import re
import sqlite3
from contextlib import closing

import pytest

from incidents.pipeline.review.desk import Desk
from tests.pipeline.review.conftest import Browser
from tests.pipeline.review.runs import TEXT, cite, document, quetta, write_run


def value_id(page, field):
    return re.search(rf'data-value="([^"]+)" aria-label="{field}:', page.text)[1]


def test_the_desk_shows_record_queue_and_source(browser):
    page = browser.get("/")
    assert page.status_code == 200
    assert page.text.count('class="row ') == 2
    assert "2014-06-10 · Quetta · market" in page.text
    assert 'data-values="' in page.text


def test_a_value_is_shown_with_its_own_words_in_its_own_quote(tmp_path, store):
    row = quetta(places=["Quetta", "Lahore"])
    (place,) = [c for c in row["citations"] if c["field"] == "places"]
    own = {**place, "field": "places[0]", "focus": [place["start"], place["start"] + 6]}
    other = {**cite(TEXT, "places[1]", "in Lahore"), "derived_from": {"kind": "sum"}}
    row["citations"] += [own, other]
    run = write_run(tmp_path / "run", [document()], [row])
    page = Browser(Desk(run, store)).get("/").text
    shown = page.split('<ul class="values">')[1].split("</ul>")[0]
    assert shown.count('<q dir="auto"><b>Quetta</b> on</q>') == 1
    assert shown.count('<q dir="auto">in Lahore</q> <span class="leans">(sum of') == 1
    id = value_id(Browser(Desk(run, store)).get("/"), "Place")
    assert f'data-values="{id}! {id}"' in page


def test_a_decision_is_kept_and_undone(browser):
    page = browser.get("/", id="story/one")
    id = value_id(page, "Date")
    answer = browser.post(record="story/one", seen="0", kind="accept", value_id=id)
    assert answer.status_code == 303
    page = browser.client.get(answer.headers["location"])
    assert "Accepted." in page.text
    assert "accepted · anna" in page.text
    last = re.search(r'name="id" value="(\d+)"', page.text)[1]
    answer = browser.post(kind="undo", id=last)
    assert "accepted · anna" not in browser.client.get(answer.headers["location"]).text
    assert browser.post(kind="undo", id=last).status_code == 400


def test_after_a_record_the_next_is_shown(browser):
    answer = browser.post(record="story/one", seen="0", kind="accept_record")
    assert "id=story%2Ftwo" in answer.headers["location"]


def test_the_second_of_two_windows_is_told(browser):
    first = browser.post(record="story/one", seen="0", kind="note", text="mine")
    assert first.status_code == 303
    second = browser.post(record="story/one", seen="0", kind="no_incident")
    assert second.status_code == 409
    assert "Not saved. anna was first (note kept" in second.text
    assert "no incident</span>\n" not in second.text.split('id="main"')[1][:300]


def test_a_page_of_a_later_state_is_refused_and_its_text_kept(browser, desk):
    note = {"record": "story/one", "kind": "note", "text": "three hours' work"}
    answer = browser.post(**note, seen="999999999999")
    assert answer.status_code == 400
    assert "three hours&#39; work" in answer.text
    assert desk.store.read("final") == []
    again = re.search(r'name="seen" value="(\d+)"', answer.text)[1]
    assert browser.post(**note, seen=again).status_code == 303


def test_what_a_busy_database_did_not_take_is_kept_on_the_page(run, tmp_path):
    from incidents.pipeline.review.store import Store

    path = tmp_path / "busy.sqlite"
    store = Store(f"sqlite:///{path}", wait=0.1)
    browser = Browser(Desk(run, store))
    note = {"record": "story/one", "kind": "note", "text": "three hours", "seen": "0"}
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert browser.get("/").status_code == 200
        answer = browser.post(**note)
        other.execute("ROLLBACK")
    assert answer.status_code == 503
    assert "Not saved: the database of decisions is busy" in answer.text
    form = answer.text.split('class="acts typed"')[1].split("</form>")[0]
    kept = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    assert kept["text"] == "three hours"
    assert browser.post(**kept).status_code == 303  # as the page's own button does
    store.close()


@pytest.mark.parametrize(
    ("form", "fault"),
    [
        ({"kind": "add", "field": "places", "value": "X"}, "say which words"),
        (
            {"kind": "add", "field": "places", "value": "X", "quote": "not there"},
            "not in the source",
        ),
        (
            {"kind": "add", "field": "date", "value": "2014", "quote": "2014"},
            "has that already",
        ),
        ({"kind": "add", "field": "nothing", "value": "X"}, "choose a field"),
        (
            {"kind": "add", "field": "places", "value": "X", "end": "9999999"},
            "not in the text",
        ),
        (
            {"kind": "add", "field": "places", "value": "Karachi", "quote": "Quetta"},
            "do not bear out “Karachi” as place",
        ),
        (
            {"kind": "add", "field": "casualties", "min": "9999", "quote": "a market"},
            "do not bear out “9999 or more” as casualties",
        ),
        ({"kind": "new", "value": "attack"}, "say which words"),
        (
            {"kind": "new", "value": "attack", "quote": "market", "assertion": "x"},
            "do not bear out",
        ),
        ({"kind": "accept", "value_id": "none"}, "no such value"),
        ({"kind": "merge", "other": "story/one"}, "choose another record"),
        ({"kind": "merge", "other": "#7"}, "choose another record"),
        ({"kind": "split"}, "each of the two"),
        ({"kind": "note", "text": "  "}, "empty"),
        ({"kind": "settle"}, "no such decision"),
        ({"kind": "drop table"}, "no such decision"),
    ],
)
def test_what_cannot_be_kept_is_said(browser, form, fault):
    answer = browser.post(record="story/one", seen="0", **form)
    assert answer.status_code == 400
    assert fault in answer.text


@pytest.mark.parametrize(
    "address",
    [
        "/?id=nothing",
        "/event?id=nothing",
        "/?read=nothing",
        "/image?doc=story&page=1",
        "/image?doc=../../etc/passwd&page=1",
        "/static/..%2fapp.py",
        "/static/app.py",
        "/exports/..%2f..%2frun.json",
        "/exports/run.json",
        "/run.json",
    ],
)
def test_no_address_reaches_a_file(browser, address):
    assert browser.client.get(address).status_code == 404


HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'</textarea>"


@pytest.fixture
def hostile(tmp_path, store):
    """A run of which every text is an attack."""
    text = f"{HOSTILE}\n{TEXT}"
    row = quetta(HOSTILE, text)
    row["places"] = [HOSTILE]
    row["groups"] = [{"name": HOSTILE, "link": HOSTILE}]
    row["suspects"] = {"names": [HOSTILE], "nationalities": [HOSTILE]}
    row["event_key"] = row["date"] = HOSTILE
    for cited in row["citations"]:
        cited["derived_from"] = HOSTILE
        cited["page"] = HOSTILE
        cited["boxes"] = [[HOSTILE]]
    other = {**row["citations"][0], "quote": HOSTILE}
    row["alternatives"] = [{"field": "date", "value": HOSTILE, "citation": other}]
    row["passages"] = [
        {"start": 0, "end": 99, "reason": HOSTILE},
        HOSTILE,
        {"start": 1},
    ]
    given = document(HOSTILE, text, title=HOSTILE, publisher=HOSTILE, published=HOSTILE)
    inputs = {HOSTILE: {"path": f"/tmp/{HOSTILE}", "sha256": HOSTILE}}
    run = write_run(tmp_path / "hostile", [given], [row], inputs=inputs)
    return Browser(Desk(run, store), reviewer=HOSTILE)


def test_nothing_that_a_report_says_is_markup(hostile):
    note = hostile.post(
        doc=HOSTILE, record=f"{HOSTILE}/one", seen="0", kind="note", text=HOSTILE
    )
    assert note.status_code == 303
    for address in (
        "/",
        f"/?source=text&doc={HOSTILE}",
        "/events?show=all",
        f"/event?id={HOSTILE}/one",
        "/unsure",
        f"/?read={HOSTILE}",
        "/progress",
        "/stale",
        "/agreement",
        "/exports",
        f"/?since={HOSTILE}&until={HOSTILE}&sure={HOSTILE}&group={HOSTILE}&said={HOSTILE}",
    ):
        page = hostile.client.get(address)
        assert page.status_code == 200, address
        assert "<script>alert" not in page.text
        assert "<img src=x" not in page.text
        assert len(re.findall("<script", page.text)) <= 2  # the desk's own
        assert (
            "default-src 'none'; script-src 'self'"
            in (page.headers["content-security-policy"])
        )
        assert "unsafe" not in page.headers["content-security-policy"]
        assert page.headers["x-content-type-options"] == "nosniff"


def test_offsets_on_the_page_are_code_points(browser):
    page = browser.get("/", id="story/one", source="text")
    starts = [
        int(s) for s in re.findall(r'class="textline" data-start="(\d+)"', page.text)
    ]
    assert starts == [0, TEXT.index("A bomb"), TEXT.index("Two men")]


def test_places_of_the_gazetteer(browser):
    assert browser.get("/places", q="Quetta").json()[0]["country"] == "PK"
    assert browser.get("/places").json() == []


def test_filters_stay_through_a_decision(browser):
    answer = browser.post(
        record="story/one",
        seen="0",
        kind="note",
        text="x",
        filters="sort=date&doc=story",
    )
    assert "sort=date" in answer.headers["location"]
    assert "doc=story" in answer.headers["location"]


def test_exports_are_files_to_save(browser):
    browser.post(record="story/one", seen="0", kind="accept_record")
    gold = browser.get("/exports/gold.jsonl")
    assert gold.headers["content-disposition"] == 'attachment; filename="gold.jsonl"'
    assert gold.text.count("\n") == 1
    assert browser.get("/exports/reviewed.jsonl").text.count("\n") == 2
    assert browser.get("/exports/reviewed.csv").text.startswith("\ufeffdoc_id,")


@pytest.fixture
def papers(tmp_path, store):
    """A desk on three papers that tell of one bombing, and one of another."""
    from tests.pipeline.review.test_events import papers as told_by
    from tests.pipeline.review.test_events import told

    far = told("far", killed=40, places=["Lahore"], date="2014-09-01")
    return Browser(Desk(write_run(tmp_path / "papers", *told_by(far)), store))


def hidden(page, name):
    return re.search(rf'name="{name}" value="([^"]*)"', page.text)[1]


def rule(browser, page, **form):
    given = {"seen": hidden(page, "seen"), "one": hidden(page, "one"), **form}
    return browser.post("/rule", **given)


def test_an_event_is_split_joined_and_undone_on_its_page(papers):
    page = papers.get("/event", id="noon/one")
    assert page.text.count('class="claim') >= 3 * 5
    assert "killed 12 people</q>" in page.text
    shown = {"as": hidden(page, "as"), "kind": "split", "go.noon/one": "1"}
    answer = rule(papers, page, **shown)
    page = papers.client.get(answer.headers["location"])
    assert "Split" in page.text
    assert "2 reports" in page.text
    answer = rule(papers, page, kind="join", other="noon/one")
    page = papers.client.get(answer.headers["location"])
    assert "3 reports" in page.text
    last = re.search(r'name="id" value="(\d+)"', page.text)[1]
    answer = papers.post("/rule", kind="undo", id=last, one="dawn/one")
    assert "2 reports" in papers.client.get(answer.headers["location"]).text
    exported = papers.get("/exports/events.jsonl").text
    assert exported.count("\n") == 3
    keys = re.findall(
        r'"event_key": "([^"]+)"', papers.get("/exports/reviewed.jsonl").text
    )
    assert sorted(keys) == ["dawn/one", "dawn/one", "far/one", "noon/one"]


def test_a_ruling_on_what_was_not_shown_is_refused_on_the_page(papers):
    page = papers.get("/event", id="dawn/one")
    answer = rule(papers, page, kind="split", **{"as": "old", "go.noon/one": "1"})
    assert answer.status_code == 400
    assert "no longer as it was shown" in answer.text
    assert "3 reports" in answer.text


def test_an_event_s_decision_is_undone_at_the_desk_too(papers):
    page = papers.get("/event", id="dawn/one")
    rule(papers, page, kind="join", other="far/one")
    desk = papers.get("/")
    last = re.search(r'name="id" value="(\d+)"', desk.text)[1]
    answer = papers.post(kind="undo", id=last)
    assert papers.client.get(answer.headers["location"]).status_code == 200
    assert "3 reports" in papers.get("/event", id="dawn/one").text


def test_what_words_do_not_bear_out_is_kept_as_a_reading_with_its_note(browser, desk):
    page = browser.get("/", id="story/one")
    form = {"kind": "fix", "record": "story/one", "value_id": value_id(page, "Killed")}
    form |= {"min": "13", "max": "13", "seen": "0"}
    refused = browser.post(**form)
    assert refused.status_code == 400
    assert "do not bear out “13” as killed" in refused.text
    assert desk.store.read("final") == []
    kept = browser.post(**form, reading="one of the 12 was counted twice <b>")
    page = browser.client.get(kept.headers["location"])
    assert "reviewer’s reading</span>" in page.text
    assert "counted twice &lt;b&gt;" in page.text
    told = browser.get("/exports/events.jsonl").text
    assert "reviewer's reading: one of the 12" in told


def test_a_record_made_by_hand_has_its_stance_and_says_what_it_lacks(browser, desk):
    form = {"kind": "new", "value": "attack", "quote": "Two men", "reading": "as told"}
    answer = browser.post(**form, assertion="alleged", seen="0")
    id = re.search(r"id=(%23\d+)", answer.headers["location"])[1].replace("%23", "#")
    assert desk.state("final", id).first("assertion") == "alleged"
    form = {"kind": "add", "record": id, "field": "date", "value": "2014-07"}
    browser.post(**form, quote="July 2014", seen="1", reading="x")
    page = browser.get("/", id=id).text
    assert "Before this record is done:" in page
    assert "Date basis: stands with a date" in page
    assert desk.state("final", id).status == "begun"
    form = {"kind": "add", "record": id, "field": "date_basis", "value": "attack"}
    browser.post(**form, quote="July 2014", seen="2", reading="x")
    assert desk.state("final", id).status == "done"


@pytest.fixture
def silent(tmp_path, store):
    """A desk on a document without a record, of which two event words were left out."""
    text = "A quiet day. The bomb did not go off in Riga on 3 May 2021.\nNo plot.\n"
    words = [("EVENT", "bomb", "attack"), ("EVENT", "plot", "plot")]
    mentions = [event_word(text, *word) for word in words]
    left = [
        {"start": m["start"], "end": m["end"], "reason": "told as <denied>"}
        for m in mentions
    ]
    run = write_run(
        tmp_path / "silent",
        [document("quiet", text), document()],
        [quetta()],
        mentions=[{"doc_id": "quiet", "mentions": mentions, "left_out": left}],
    )
    return Browser(Desk(run, store))


def event_word(text, label, word, kind):
    start = text.index(word)
    told = {"label": label, "text": word, "value": word, "extractor": "x", "kind": kind}
    return {"start": start, "end": start + len(word), **told}


def test_a_document_without_a_record_is_read_and_what_was_left_out_taken_up(silent):
    page = silent.get("/progress").text
    assert page.count("<td>to read</td>") == 2
    page = silent.get("/", read="quiet").text
    assert page.count("left out: told as &lt;denied&gt;") == 2
    assert (
        '<q dir="auto">The <b>bomb</b> did not go off in Riga on 3 May 2021.</q>'
        in page
    )
    form = re.search(r"<form[^>]*>((?:(?!</form>).)*)<button data-act=.a", page, re.S)[
        1
    ]
    given = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form.replace("&lt;", "<")))
    answer = silent.post(**given)
    assert answer.status_code == 303
    page = silent.client.get(answer.headers["location"]).text
    assert "reviewer’s reading</span>" not in page  # its words bear it out
    page = silent.get("/", read="quiet").text
    assert page.count("left out: told as") == 1  # of one there is a record now
    last = re.search(r'name="id" value="(\d+)"', page)[1]
    answer = silent.post(kind="undo", id=last)
    page = silent.client.get(answer.headers["location"]).text
    assert page.count("left out: told as") == 2


def test_a_document_is_to_read_read_and_done(silent, store):
    answer = silent.post(doc="story", kind="read", seen="0")
    assert "read=quiet" in answer.headers["location"]  # the next to read
    page = silent.get("/progress").text
    assert page.count("<td>read</td>") == page.count("<td>to read</td>") == 1
    silent.post(doc="story", record="story/one", seen="1", kind="accept_record")
    page = silent.get("/progress").text
    assert page.count("<td>done</td>") == 1
    assert "2 documents: 1 to read, 0 read, 1 done" in page


def test_that_a_document_was_read_is_not_said_of_another_text(silent, store, tmp_path):
    silent.post(doc="story", kind="read", seen="0")
    changed = [document("quiet"), document(text=TEXT + "Corrected.\n")]
    later = Desk(write_run(tmp_path / "silent", changed, [quetta()]), store)
    assert later.folded("final", "story").read_by == ""
    assert [s.reason for s in later.stale("final")] == [
        "the text of the document has changed"
    ]
    assert Browser(later).get("/stale").status_code == 200


def test_what_was_read_by_ocr_says_so(tmp_path, store):
    text = "A title\f" + TEXT
    scanned = document(text=text, ocr=[2])
    clean = quetta(text=text, cited={"incident_type": "A title"})
    rows = [quetta(text=text), {**clean, "incident_id": "story/clean"}]
    browser = Browser(Desk(write_run(tmp_path / "run", [scanned], rows), store))
    assert "read by OCR: p. 2" in browser.get("/", id="story/one").text
    assert "read by OCR: p." not in browser.get("/", id="story/clean").text
    assert "Page 2, read by OCR" in browser.get("/", id="story/clean").text
    assert "read by OCR: p. 2" in browser.get("/", read="story").text


def test_a_text_without_pages_has_no_page_1(browser):
    page = browser.get("/", id="story/two").text
    assert "p. 1" not in page
    assert "line 3<span" in page
    assert "p. 1" not in browser.get("/event", id="story/two").text
