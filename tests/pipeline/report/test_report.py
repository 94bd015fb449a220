import html
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from incidents.pipeline.report import report
from incidents.pipeline.report.conflicts import conflicts
from incidents.pipeline.report.entries import read_events
from incidents.pipeline.report.filters import filters
from incidents.pipeline.report.timeline import draw, in_time
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
    "lat": 30.2,
    "lon": 67.0,
}


@pytest.fixture
def run(tmp_path):
    one = quetta(event_key="e")
    two = quetta("other", event_key="e", killed={"min": 13, "max": 13})
    return write_run(
        tmp_path / "run",
        [document(), document("other", title="Another paper")],
        [one, lahore(), two],
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


def test_every_value_stands_with_its_quote(run):
    text = report(run).read_text()
    assert (run / "report.html").is_file()
    for quote in ("A bomb 💣 killed 12 people", "10 June 2014", "a plan to attack"):
        assert f'<q dir="auto">{quote}</q>' in text
    assert text.count("<article") == 3
    assert "2 events, told in 3 records of 2 documents" in text


def test_a_value_s_own_words_stand_out_in_its_quote(tmp_path):
    row = quetta()
    (day,) = [c for c in row["citations"] if c["field"] == "date"]
    day |= {"focus": [day["start"], day["start"] + 2], "derived_from": {"kind": "sum"}}
    run = write_run(tmp_path / "run", [document()], [row])
    text = report(run).read_text()
    assert '<q dir="auto"><b>10</b> June 2014</q> <small>p. 1; sum of the f' in text
    assert text.count("<b>") == 2  # of the day, and of what it is the day of


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


def test_events_can_be_chosen_by_what_they_have(run):
    told = filters(read_events(run))
    by_label = {f.label: [(c.said, c.events) for c in f.choices] for f in told.each}
    assert by_label == {"Type": [("attack", 1), ("plot", 1)], "Year": [("2014", 2)]}
    ids = {c.said: str(c.id) for f in told.each for c in f.choices}
    attack, plot = told.tags.values()
    assert attack.split() == [ids["attack"], ids["2014"]]
    assert plot.split() == [ids["plot"], ids["2014"]]


def test_a_country_is_said_by_its_name(tmp_path):
    rows = [quetta(countries=["PK", "ZZ"])]
    told = filters(read_events(write_run(tmp_path / "run", [document()], rows)))
    (countries,) = [f for f in told.each if f.label == "Country"]
    assert [c.said for c in countries.choices] == ["Pakistan", "ZZ"]


def test_the_table_goes_by_date(tmp_path):
    days = ("2014-06-10", "2013", "2015-06")
    rows = [lahore("0", date=None)]
    rows += [quetta(str(n), date=day) for n, day in enumerate(days)]
    papers = [document(str(n)) for n in range(len(days))]
    events = read_events(write_run(tmp_path / "run", papers, rows))
    found = [event.of("date") for event in in_time(events)]
    assert found == [["2013"], ["2014-06-10"], ["2015-06"], []]
    tags = Tags(report(tmp_path / "run").read_text()).found
    rows = [a["data-event"] for tag, a in tags if tag == "tbody" and "data-event" in a]
    assert rows == [event.anchor for event in in_time(events)]


def test_a_heap_of_events_is_bounded(run):
    (event, _) = read_events(run)
    one, many = draw([event]), draw([event] * 5_000)
    assert one.size == one.tall == 11
    assert many.height <= 350
    heights = [mark.y for mark in many.marks]
    assert min(heights) >= 0
    assert len(set(heights)) > 4_000


def test_every_link_has_its_end(run):
    tags = Tags(report(run).read_text()).found
    ids = {attrs["id"] for _, attrs in tags if "id" in attrs}
    assert {a["href"][1:] for tag, a in tags if tag == "a"} <= ids


def test_a_place_is_on_the_map_where_its_mention_was_resolved(run):
    text = report(run).read_text()
    spots = re.findall(r'<circle class="(\w+)" cx="([^"]+)" cy="([^"]+)"', text)
    assert spots == [("attack", "670.0", "-302.0")]
    assert "1 events have no place with coordinates" in text


def test_sources_that_differ_stand_side_by_side(run):
    (found,) = conflicts(read_events(run))
    assert [e.document.id for e in found.event.entries] == ["story", "other"]
    (row,) = found.rows
    assert (row.field, row.best["min"]) == ("killed", 12)
    values = [cell[0].value for cell in row.cells]
    assert [(v["min"], row.contradicts(v)) for v in values] == [(12, False), (13, True)]


def test_an_event_stands_once_with_its_reports_beneath(run):
    text = report(run).read_text()
    table = text.split('<section id="table">')[1].split("</section>")[0]
    assert table.count('<tr class="under">') == 2
    assert "2 reports, 1 independent origin" in table
    assert '<td class="differs">12 (12 to 13)</td>' in table
    assert text.count('class="event"') == 2


def test_an_event_that_a_reviewer_split_is_two(run):
    store = Store(address(None, run))
    ruler = Ruler(run, store)
    ruler.decide("split", "story/one", **{"go.other/one": "1"})
    store.close()
    text = report(run).read_text()
    assert "3 events, told in 3 records" in text
    assert "No two sources differ" in text


def test_dated_records_are_on_the_timeline_in_order(run):
    drawn = draw(read_events(run))
    assert [(m.event.of("date")[0], m.x) for m in drawn.marks] == [
        ("2014-06-10", 416.7),
        ("2014-07", 500.0),
    ]
    assert drawn.years == ((0.0, 2014),)


def test_what_reviewers_decided_is_what_is_reported(run):
    store = Store(address(None, run))
    anna = Reviewer(Desk(run, store))
    anna.decide("fix", field="killed", min="11", max="11", reading="x")
    anna.decide("no_incident", "story/two")
    store.close()
    text = report(run).read_text()
    assert text.count("<article") == 2
    assert "fixed by anna, reviewer’s reading" in text


def test_a_run_that_nobody_reviewed_gets_no_database(run):
    report(run)
    assert not (run / "reviews.sqlite").exists()


def test_nothing_that_a_run_says_is_markup(tmp_path):
    attack = "</style><script>alert(1)</script><a href='javascript:alert(1)'>\ud800"
    row = quetta("x", attack + TEXT, places=[attack], event_key=attack)
    row["citations"][0]["quote"] = attack
    given = document("x", attack + TEXT, title=attack, publisher=attack)
    run = write_run(tmp_path / "run", [given], [row])
    failure = '{"source": "</title><script>", "problem": "x", "mend": "y"}\n'
    (run / "failures.jsonl").write_text(failure)
    tags = Tags(report(run).read_text()).found
    assert [tag for tag, _ in tags].count("script") == 1
    assert {a["href"][0] for tag, a in tags if tag == "a"} == {"#"}


def test_without_a_run_there_is_no_report(tmp_path):
    with pytest.raises(ValueError, match="holds no run"):
        report(tmp_path)
