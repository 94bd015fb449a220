"""Every report of an evaluation, on records that are hostile text."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from incidents.pipeline.evaluate import evaluate
from incidents.pipeline.evaluate.baseline import baseline_of
from incidents.pipeline.evaluate.detail import detail
from incidents.pipeline.evaluate.gate import compare
from incidents.pipeline.evaluate.headlines import Headline
from incidents.pipeline.evaluate.history import Past, append, read_history
from incidents.pipeline.evaluate.junit import junit
from incidents.pipeline.evaluate.markdown import markdown, span
from incidents.pipeline.evaluate.page import Told, page
from tests.pipeline.invented import perturb, random_records, record, toll

HOSTILE = (
    "</td></script><script>document.title='run'</script><img src=x "
    "onerror=\"document.title='run'\"> `@all` [x](y) | \x1b[2J\u202e\0"
)


def attack(number, **fields):
    quote = {"field": "places", "page": 2, "start": 0, "end": 4, "quote": HOSTILE}
    given = {
        "incident_type": "attack",
        "date": f"2021-03-{number + 1:02}",
        "places": [f"Vasa {HOSTILE}"],
        "targets": [{"text": HOSTILE, "category": "other"}],
        "killed": toll(number, number),
        "citations": [quote],
        "confidence": number / 20,
        "confidences": {"date": 0.5},
    }
    return record(f"doc{number}", number, **{**given, **fields})


GOLD = [attack(n) for n in range(15)]
BEFORE = evaluate(GOLD, GOLD)
AFTER = evaluate(
    GOLD,
    [
        *GOLD[:2],
        attack(2, killed=toll(9, 9)),
        attack(3),
        attack(3, date="1990"),
        record("doc4", 90, date="1970", places=[HOSTILE]),
    ],
)
VERDICT = compare(baseline_of(BEFORE), AFTER)
TOLD = detail(AFTER)
PAST = [
    Past("2021-01-01", "abc123", 5, {"slots F1": Headline("slots F1", 0.5, 0.4, 0.6)}),
    Past("2021-02-01", HOSTILE, 5, {"incident F1": Headline("incident F1", 0.7)}),
]


def test_markdown_names_what_was_lost_with_its_quote():
    lines = markdown(AFTER, TOLD, VERDICT).splitlines()
    assert "**Gate failed.**" in lines
    assert f"### Lost: {len(VERDICT.lost)}" in lines
    at = lines.index(f"### Lost: {len(VERDICT.lost)}")
    assert lines[at + 2].startswith("- `doc10/10`: ``2021-03-11, Vasa </td>")
    assert ", p. 2: ``</td></script>" in lines[at + 2]
    assert any(line.startswith("| slots | ") and "**lost**" in line for line in lines)
    assert any("missing record" in line for line in lines)


def test_markdown_without_a_baseline_has_no_gate():
    told = markdown(AFTER, TOLD, None)
    assert "Gate" not in told
    assert "### Lost" not in told
    assert "<summary>Missed: " in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a @b", "`a @b`"),
        ("``", "``` `` ```"),
        ("", "(none)"),
        ("a\nb\x1b", r"`a b\x1b`"),
    ],
)
def test_nothing_ends_a_code_span(text, expected):
    assert span(text) == expected


def test_junit_fails_what_was_lost_and_skips_what_is_missed():
    root = ET.fromstring(junit(AFTER, VERDICT))
    gate, records = root
    failed = {c.get("name") for c in gate if c.find("failure") is not None}
    assert {"incident", "slots", "gate"} <= failed
    assert int(records.get("failures")) == len(VERDICT.lost)
    assert len(records) == int(records.get("tests")) == len(GOLD)
    root = ET.fromstring(junit(AFTER, None))
    assert [int(suite.get("failures")) for suite in root] == [0, 0]
    assert int(root[1].get("skipped")) == len(VERDICT.lost)
    assert ET.fromstring(junit(evaluate([], []), None)) is not None


def test_history_is_read_as_it_was_added(tmp_path):
    path = tmp_path / "new" / "history.jsonl"
    assert read_history(path) == []
    for _ in range(2):
        append(path, TOLD.headlines, 15)
    one, two = read_history(path)
    assert one == two
    assert one.documents == 15
    headline = TOLD.headlines[0]
    assert one.figures[headline.name].value == pytest.approx(headline.value, abs=1e-4)
    path.write_text("{}\n")
    with pytest.raises(
        ValueError, match=r"history\.jsonl, line 1: no line of a history"
    ):
        read_history(path)


def html(**given):
    return page(Told(**{"name": HOSTILE, "evaluation": AFTER, "detail": TOLD} | given))


def test_a_page_holds_what_was_missed_wrong_and_spurious():
    told = html(verdict=VERDICT, history=PAST)
    for heading in ("Missed gold records: ", "Spurious candidates: 2", "amiss: 1"):
        assert heading in told
    assert "<script" not in told
    assert "<img" not in told
    assert "http" not in told.replace("http-equiv", "")
    assert "default-src &#39;none&#39;" in told


def test_a_page_of_nothing():
    nothing = evaluate([], [])
    told = page(Told("none", nothing, detail(nothing)))
    assert "No earlier result is kept." in told
    assert "have no confidence" in told


@pytest.mark.parametrize("seed", range(6))
def test_no_report_stumbles_over_odd_records(seed):
    generator = np.random.default_rng(seed)
    gold = random_records(generator, 5)
    found = perturb(gold, generator, 0.4)
    odd = {"field": None, "start": 3, "end": 1, "quote": None}
    for candidate in found[::2]:
        candidate["citations"] = [odd, {"start": -5, "end": 10**9}]
    evaluation = evaluate(gold, found, {"doc0": "A bomb. \f"})
    told = detail(evaluation, {"doc0": "A bomb. \f"})
    assert page(Told("odd", evaluation, told)).endswith("</html>")
    assert markdown(evaluation, told, None)
    assert ET.fromstring(junit(evaluation, None)).tag == "testsuites"


@pytest.fixture(scope="module")
def chrome(tmp_path_factory):
    from tests import browsing  # skips where selenium is missing

    made = browsing.start(tmp_path_factory.mktemp("chrome"), log="performance")
    yield made
    made.quit()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_asks_for_nothing_runs_nothing_and_is_accessible(
    chrome, tmp_path, theme
):
    package = pytest.importorskip("axe_playwright_python")
    axe = (Path(package.__file__).parent / "axe.min.js").read_text()
    path = tmp_path / "page.html"
    path.write_text(html(verdict=VERDICT, history=PAST), encoding="utf-8")
    emulated = {"features": [{"name": "prefers-color-scheme", "value": theme}]}
    chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", emulated)
    chrome.get_log("performance")
    chrome.get(path.as_uri())
    assert chrome.title.startswith("Accuracy: ")
    heard = [json.loads(e["message"])["message"] for e in chrome.get_log("performance")]
    asked = [
        m["params"]["request"]["url"]
        for m in heard
        if m["method"] == "Network.requestWillBeSent"
        and m["params"]["documentURL"] == path.as_uri()  # not the browser's own tab
    ]
    assert asked == [path.as_uri()]
    # by the protocol, since the page's own policy forbids a script of ours
    chrome.execute_cdp_cmd("Runtime.evaluate", {"expression": axe})
    expression = (
        "axe.run().then(r => JSON.stringify([r.passes.length,"
        " r.violations.map(v => [v.id, v.nodes[0].html.slice(0, 200)])]))"
    )
    ran = chrome.execute_cdp_cmd(
        "Runtime.evaluate", {"expression": expression, "awaitPromise": True}
    )
    passed, found = json.loads(ran["result"]["value"])
    assert passed > 5
    assert found == []
