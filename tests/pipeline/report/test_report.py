import html
import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from incidents.pipeline.export.choice import Choice
from incidents.pipeline.export.reading import read_bundle
from incidents.pipeline.merge.folder import merge
from incidents.pipeline.report import report
from incidents.pipeline.report.told import told
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.store import Store, address
from tests.pipeline.review.runs import TEXT, document, lahore, quetta, write_run
from tests.pipeline.review.test_events import Ruler
from tests.pipeline.review.test_fold import Reviewer

PLACE = {
    "start": TEXT.rindex("Quetta"),
    "end": TEXT.rindex("Quetta") + 6,
    "label": "PLACE",
    "text": "Quetta",
    "value": "1167528",
    "kind": "city",
    "precision": 1,
    "country": "PK",
    "lat": 30.2,
    "lon": 67.0,
}


@pytest.fixture
def run(tmp_path):
    one = quetta(event_key="e", countries=["PK"])
    two = quetta("other", event_key="e", killed={"min": 13, "max": 13})
    return write_run(
        tmp_path / "run",
        [document(), document("other", title="Another paper")],
        [one, lahore(countries=["PK", "ZZ"]), two],
        mentions=[{"doc_id": "story", "mentions": [PLACE]}],
    )


class Tags(HTMLParser):
    """Every tag with its attributes."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def shown(run):
    return told(read_bundle(run, Choice()))


def carried(path):
    """What a page carries."""
    (block,) = re.findall(r'id="told">(.*?)</script>', path.read_text())
    return json.loads(block)


def test_every_value_stands_with_its_quote(run):
    page = carried(report(run))
    assert (run / "report.html").is_file()
    attack, plot = page["events"]
    assert [len(e["records"]) for e in (attack, plot)] == [2, 1]
    fields = page["fields"]
    said = {
        (fields[field], text): [page["strings"][q[0]] for q in quotes]
        for field, text, quotes, _, _ in attack["records"][0]["values"]
    }
    assert said["Type", "attack"] == ["A bomb 💣 killed 12 people"]
    assert said["Date", "2014-06-10"] == ["10 June 2014"]
    assert said["Country", "Pakistan"] == ["Quetta on"]
    assert "2 events, told in 3 records of 2 documents" in report(run).read_text()


def test_a_value_s_own_words_are_counted_as_a_browser_counts(tmp_path):
    row = quetta()
    cited = [c for c in row["citations"] if c["field"] in ("killed", "date")]
    for c, words in zip(cited, ("10", "12"), strict=True):
        at = TEXT.index(words, c["start"])
        c |= {"focus": [at, at + 2], "derived_from": {"kind": "sum"}}
    killed = cited[1]
    killed |= {"start": killed["start"] - 9, "quote": "A bomb 💣 killed 12 people"}
    page = shown(write_run(tmp_path / "run", [document()], [row]))
    ((record,),) = (e["records"] for e in page["events"])
    (quote,) = next(v[2] for v in record["values"] if page["fields"][v[0]] == "Killed")
    number, start, end, at, why = quote
    assert (at, why) == (1, "sum of the figures")
    text = page["strings"][number].encode("utf-16-le")
    assert text[2 * start : 2 * end].decode("utf-16-le") == "12"


def test_a_quote_stands_once_in_the_page(tmp_path):
    ids = [dict.fromkeys(("incident_id", "event_key"), f"story/{n}") for n in range(50)]
    rows = [quetta() | given for given in ids]
    page = shown(write_run(tmp_path / "run", [document()], rows))
    assert len(page["events"]) == 50
    assert len(page["strings"]) == 5


def test_it_needs_nothing_else(run):
    tags = Tags(report(run).read_text()).found
    assert {tag for tag, _ in tags} & {"img", "link", "iframe"} == set()
    for _, attrs in tags:
        for name in ("src", "href", "action", "xlink:href"):
            assert attrs.get(name, "#")[0] == "#"
    (policy,) = [a["content"] for _, a in tags if a.get("http-equiv")]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_its_one_script_is_the_one_that_may_run(run):
    text = report(run).read_text()
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.S)
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in html.unescape(text)
    assert "innerHTML" not in script
    assert "outerHTML" not in script


def test_events_go_by_date(tmp_path):
    days = ("2014-06-10", "2013", "2015-06")
    rows = [lahore("0", date=None)]
    rows += [quetta(str(n), date=day) for n, day in enumerate(days)]
    papers = [document(str(n)) for n in range(len(days))]
    page = shown(write_run(tmp_path / "run", papers, rows))
    assert [e["cells"][0] for e in page["events"]] == [
        *("2013", "2014-06-10", "2015-06", "")
    ]
    assert [e["days"] and e["days"][0] for e in page["events"]] == [
        *("2013-01-01", "2014-06-10", "2015-06-01", None)
    ]


def test_a_place_is_on_the_map_and_a_country_is_none(run):
    attack, plot = shown(run)["events"]
    assert attack["point"] == ("Quetta", 30.2, 67.0)
    assert plot["point"] is None
    page = shown(run)
    assert page["countries"] == {"PK": (30.0, 70.0)}  # ZZ is nowhere
    assert "PK" in carried(report(run))["world"]


def test_sources_that_differ_stand_side_by_side(run):
    page = shown(run)
    attack, plot = page["events"]
    ((field, best, rule, against),) = attack["differ"]
    assert (page["fields"][field], best) == ("Killed", "12")
    assert rule
    ((r, v),) = against
    assert attack["records"][r]["id"] == "other/one"
    assert attack["records"][r]["values"][v][1] == "13"
    assert (attack["disagree"], plot["differ"]) == ([field], [])


def test_an_event_stands_once_with_its_toll_and_reports(run):
    page = shown(run)
    attack, plot = page["events"]
    assert attack["reports"] == "2 reports, 1 independent origin"
    killed = 1 + [name for _, name in page["columns"]].index("killed")
    assert attack["cells"][killed] == "12 (12 to 13)"
    assert [r["cells"][killed] for r in attack["records"]] == ["12", "13"]
    assert (attack["tolls"], plot["reports"]) == ([12, None], "")


def test_suspects_are_counted_at_the_least(tmp_path):
    row = lahore(suspects={"count_min": 2, "count_max": None})
    (event,) = shown(write_run(tmp_path / "run", [document()], [row]))["events"]
    assert event["suspects"] == 2


def test_a_run_is_reported_as_it_merged_its_events(run, monkeypatch):
    rows = [dict(e.row) for e in read_bundle(run, Choice()).events]
    (run / "events.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows))

    def again(*_):
        raise AssertionError("joined anew")

    monkeypatch.setattr("incidents.pipeline.export.bundle.event", again)
    monkeypatch.setattr("incidents.pipeline.review.events.join", again)
    assert len(carried(report(run))["events"]) == 2


def test_merged_runs_are_reported(run, tmp_path):
    merge([run], tmp_path / "merged")
    page = carried(report(tmp_path / "merged"))
    assert [e["point"] and e["point"][0] for e in page["events"]] == ["Quetta", None]


def test_an_event_that_a_reviewer_split_is_two(run):
    store = Store(address(None, run))
    ruler = Ruler(run, store)
    ruler.decide("split", "story/one", **{"go.other/one": "1"})
    store.close()
    page = shown(run)
    assert len(page["events"]) == 3
    assert not any(e["differ"] for e in page["events"])


def test_what_reviewers_decided_is_what_is_reported(run):
    store = Store(address(None, run))
    anna = Reviewer(Desk(run, store))
    anna.decide("fix", field="killed", min="11", max="11", reading="x")
    anna.decide("no_incident", "story/two")
    store.close()
    page = shown(run)
    records = [r for e in page["events"] for r in e["records"]]
    assert [r["reviewed"] for r in records] == [True, False]
    marks = [v[4] for r in records for v in r["values"] if v[4]]
    assert marks == ["fixed by anna, reviewer’s reading"]


def test_a_run_that_nobody_reviewed_gets_no_database(run):
    report(run)
    assert not (run / "reviews.sqlite").exists()


def test_nothing_that_a_run_says_is_markup(tmp_path):
    attack = "</style></script><!--<script>alert(1)</script><a href='x'>&amp;\ud800"
    row = quetta("x", attack + TEXT, places=[attack], event_key=attack)
    row["citations"][0]["quote"] = attack
    given = document("x", attack + TEXT, title=attack, publisher=attack)
    run = write_run(tmp_path / "run", [given], [row])
    failure = '{"source": "</title><script>", "problem": "x", "mend": "y"}\n'
    (run / "failures.jsonl").write_text(failure)
    page = report(run)
    tags = Tags(page.read_text()).found
    assert [tag for tag, _ in tags].count("script") == 2  # what is told, and the script
    assert {a["href"][0] for tag, a in tags if tag == "a"} == {"#"}
    assert attack in carried(page)["strings"]  # as it was read, to the character


def test_without_a_run_there_is_no_report(tmp_path):
    with pytest.raises(ValueError, match="holds no run"):
        report(tmp_path)
