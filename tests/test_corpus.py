"""The reports that ship with the project, and the gold set that was read from them."""

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

from corpus import anchor, typeset
from incidents.extractors import _gazetteer
from incidents.pipeline import records
from incidents.pipeline.evaluate.borderline import load_borderline
from incidents.pipeline.fields import FIELDS, heads
from incidents.pipeline.ingest import read_rows
from incidents.pipeline.kinds import has_value
from incidents.pipeline.reconcile.score import told_at

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpus"
REPORTS = CORPUS / "reports"

#: The codebook's forms of EDTF: year, month or season, day; about; an interval.
EDTF = re.compile(
    r"(\d{4}(-(0[1-9]|1[0-2]|2[1-4]))?~?"
    r"|\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])~?"
    r"(/\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?)"
)
UNCITED = ("doc_id", "incident_id", "event_key", "citations")
GOLD = [
    json.loads(line)
    for line in (CORPUS / "gold" / "gold.jsonl").read_text("utf-8").splitlines()
]


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {doc_id: r.text for doc_id, r in anchor.read_corpus().items()}


def each_record():
    return pytest.mark.parametrize(
        "record", [pytest.param(r, id=r["incident_id"]) for r in GOLD]
    )


def test_reports_csv_names_every_file_and_nothing_else():
    with (CORPUS / "reports.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    described = [row["file"] for row in rows]
    assert described == sorted(p.name for p in REPORTS.iterdir() if not _wire(p))
    assert all(row["licence"] == "Apache-2.0" and row["title"] for row in rows)


def _wire(path: Path) -> bool:
    """A JSONL file says of itself what ``reports.csv`` says of the others."""
    return path.suffix == ".jsonl"


def test_reports_csv_agrees_with_the_reports():
    rows = read_rows(CORPUS / "reports.csv")
    for name, row in rows.items():
        assert row.doc_id == Path(name).stem
        if name.endswith(".pdf"):
            continue
        text = (REPORTS / name).read_text("utf-8")
        assert f"\nPublished: {row.published}\n" in text


def test_corpus_is_large_and_varied_enough():
    endings = [path.suffix for path in REPORTS.iterdir()]
    assert len(endings) >= 30
    assert endings.count(".pdf") >= 5
    assert set(endings) == {".txt", ".md", ".pdf", ".jsonl"}


def test_typeset_reproduces_every_pdf(tmp_path):
    committed = {path.stem: path.read_bytes() for path in REPORTS.glob("*.pdf")}
    sources = {path.stem: path for path in typeset.SOURCES.glob("*.md")}
    assert committed.keys() == sources.keys()
    for name, source in sources.items():
        typeset.typeset(source, tmp_path / "set.pdf")
        assert (tmp_path / "set.pdf").read_bytes() == committed[name], name


def test_gold_is_what_the_labels_say():
    made, complaints = anchor.make_gold()
    assert complaints == []
    assert made == GOLD


def test_gold_covers_each_kind_of_record(texts):
    incident_ids = [r["incident_id"] for r in GOLD]
    assert len(incident_ids) == len(set(incident_ids)) >= 300
    for field, terms in (
        ("incident_type", records.INCIDENT_TYPES),
        ("assertion", records.ASSERTIONS),
    ):
        assert {r[field] for r in GOLD} == set(terms)
    ends = {r["outcome"] for r in GOLD if r["incident_type"] == "plot"}
    assert ends == {"foiled", "failed", "abandoned", "unknown"}
    assert sum(r["incident_type"] == "arrest" for r in GOLD) >= 40
    assert sum(r["date"] is None for r in GOLD) >= 30
    silent = texts.keys() - {r["doc_id"] for r in GOLD}
    assert silent == {
        "casino-royale",
        "changi-exercise",
        "crowded-places-policy",
        "exercise-harbour-light",
        "goose-green",
        "the-courier-review",
        "tianjin-toll",
    }


def test_borderline_passages_stand_in_the_reports_and_outside_the_gold(texts):
    spans = load_borderline([CORPUS / "gold" / "borderline.tsv"], texts)
    with (CORPUS / "gold" / "borderline.tsv").open(encoding="utf-8") as file:
        assert sum(map(len, spans.values())) == len(file.readlines()) - 1 > 0
    coded = [
        (record["incident_id"], start)
        for record in GOLD
        for at, to in told_at(record)
        for start, end in spans.get(record["doc_id"], ())
        if at < end and start < to
    ]
    assert coded == []


def test_one_event_is_told_by_several_reports():
    tellings: dict[str, set[str]] = {}
    for record in GOLD:
        tellings.setdefault(record["event_key"], set()).add(record["doc_id"])
    assert tellings["2004-03-madrid-trains"] == {"madrid-denial", "exposed-platform"}
    assert sum(len(told_by) > 1 for told_by in tellings.values()) >= 30
    assert sum(len(told_by) > 2 for told_by in tellings.values()) >= 12


@each_record()
def test_a_record_has_the_keys_of_the_codebook_in_its_order(record, texts):
    ids = ["doc_id", "incident_id", "event_key"]
    assert list(record) == [*ids, *heads(FIELDS), "citations"]
    assert record["doc_id"] in texts
    assert (record["date"] is None) == (record["date_basis"] is None)


@each_record()
def test_dates_are_edtf(record: dict[str, Any]):
    assert record["date"] is None or EDTF.fullmatch(record["date"])


@each_record()
def test_every_value_is_cited_in_the_words_of_the_report(record: dict[str, Any], texts):
    text = texts[record["doc_id"]]
    for c in record["citations"]:
        assert text[c["start"] : c["end"]] == c["quote"]
        assert c["page"] == 1 + text.count("\f", 0, c["start"])
    valued = {f for f, v in record.items() if f not in UNCITED and has_value(v)}
    assert {c["field"] for c in record["citations"]} == valued


def test_groups_go_by_the_gazetteers_names():
    known = {entry.name for entry in _gazetteer.load("groups").values()}
    assert {g["name"] for r in GOLD for g in r["groups"]} - known == set()


def test_a_quote_that_is_not_there_is_named():
    report = records.Report("r", "r.txt", "", "text/plain", "A bomb went off in\nRome.")
    label = {
        "event_key": "rome",
        "incident_type": "attack",
        "places": ["Rome"],
        "cite": [["places", "off in Rome"], ["places", "off in Paris"]],
    }
    complaint, record = anchor.anchor(report, 1, label)
    assert complaint == "r/01 (rome): places: not in the text: 'off in Paris'"
    assert record["citations"][0]["quote"] == "off in\nRome"


def label(**more: Any) -> dict[str, Any]:
    return {
        "event_key": "rome",
        "incident_type": "attack",
        "places": ["Rome"],
        "cite": [["places", "Rome"]],
        **more,
    }


ROME = records.Report("r", "r.txt", "", "text/plain", "A bomb in Rome: 40 held.")


def test_a_label_may_tell_of_hostages_and_of_one_person():
    said = {"hostages": "40..", "suspects": {"people": [{"name": "Ida", "age": 31}]}}
    (record,) = anchor.anchor(
        ROME, 1, label(**said, cite=[["places hostages suspects", "Rome"]])
    )
    ida = {"name": "Ida", "age": 31, "nationality": None, "legal": []}
    assert record["hostages"] == {"min": 40, "max": None}
    assert record["suspects"]["people"] == [ida]


def test_a_label_may_cite_one_value():
    two = label(places=["Rome", "A bomb"], cite=[["places[1] places[0]", "A bomb"]])
    (record,) = anchor.anchor(ROME, 1, two)
    found = {c["field"] for c in record["citations"]}
    assert found >= {"places[0]", "places[1]"}
    complaint, _ = anchor.anchor(ROME, 1, {**two, "cite": [["places[0]", "Rome"]]})
    assert complaint == "r/01 (rome): places[1]: has a value, and is not cited"


def test_a_key_that_is_no_field_is_named():
    made = anchor.anchor(ROME, 1, label(plaecs=["Rome"], suspects={"age": [3]}))
    assert list(made)[:-1] == [
        "r/01 (rome): plaecs: is no field",
        "r/01 (rome): suspects.age: is no field",
    ]


def test_what_a_value_follows_from_is_a_kind_or_the_coder_s_words():
    cited = label(
        date="2014",
        cite=[
            ["date", "A bomb", {"derived_from": "published"}],
            ["places", "Rome", {"derived_from": "the only city told of"}],
        ],
    )
    (record,) = anchor.anchor(ROME, 1, cited)
    found = {c["field"]: c.get("derived_from") for c in record["citations"]}
    assert found["date"] == found["date_basis"] == {"kind": "published"}
    assert found["places"] == "the only city told of"
    assert found["incident_type"] is None
