import csv
import io
import json

import pytest

from incidents.pipeline.gold.add import add
from incidents.pipeline.gold.check import check
from incidents.pipeline.review.decisions import FINAL
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.export import (
    cell,
    gold,
    jsonl,
    reviewed,
    reviewed_gold,
    table,
)
from tests.pipeline.review.runs import document, quetta, write_run
from tests.pipeline.review.test_fold import Reviewer


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1"]
)
def test_no_cell_is_a_formula(text):
    assert cell(text)[0] == "'"


def test_a_plain_cell_is_left_alone():
    assert cell("12 to 14") == "12 to 14"
    assert cell("") == ""


def test_no_export_carries_a_formula(tmp_path, store):
    attack = '=HYPERLINK("http://evil.example")'
    text = f"{attack} killed 12 people"
    row = quetta("-doc", text, cited={"incident_type": text})
    row |= {"places": [attack, "Rome"], "event_key": attack, "date": "+1"}
    row["suspects"] = {"names": ["@x"], "count_min": 2, "count_max": None}
    run = write_run(tmp_path / "run", [document("-doc", text)], [row])
    rows = list(csv.reader(io.StringIO(table(Desk(run, store).states(FINAL)))))
    assert len(rows) == 2
    assert [c for c in rows[1] if c[:1] in "=+-@\t\r" and c] == []
    found = dict(zip(*rows, strict=True))
    assert found["places"] == f"'{attack}; Rome"
    assert found["doc_id"] == "'-doc"
    assert found["suspects"] == "2 or more; @x"


def test_reviewed_records_carry_who_and_what(desk):
    anna = Reviewer(desk)
    anna.decide("note", text="mind")
    anna.decide("fix", field="killed", min="11", max="11", reading="x")
    anna.decide("no_incident", "story/two")
    (record,) = map(json.loads, jsonl(reviewed(desk.states(FINAL))).splitlines())
    assert record["killed"] == {"min": 11, "max": 11}
    assert record["review"]["status"] == "begun"
    assert record["review"]["reviewers"] == ["anna"]
    assert [note["text"] for note in record["review"]["notes"]] == ["mind"]
    for cited in record["citations"]:
        assert cited["quote"] == document()["text"][cited["start"] : cited["end"]]


def test_gold_is_what_was_decided_to_the_end(desk, run, tmp_path):
    anna = Reviewer(desk)
    anna.decide("accept", field="date")
    assert list(gold(desk.states(FINAL))) == []
    made = anna.decide("split", **{f"to.{anna.value('story/one', 'places').id}": "go"})
    anna.decide("accept_record")
    anna.decide("accept_record", f"#{made.id}")
    url = f"sqlite:///{tmp_path / 'reviews.sqlite'}"
    records = list(reviewed_gold(run, url))
    assert [r["incident_id"] for r in records] == [
        "story/one",
        f"story/review-{made.id}",
    ]
    assert set(records[0]) == {*quetta(), "reviewed", "alternatives", "passages"}
    assert records[0]["reviewed"]["by"] == ["anna"]


def test_gold_can_be_read_as_records(desk, tmp_path):
    from incidents.pipeline.evaluate import GOLD_KEYS, load

    Reviewer(desk).decide("accept_record")
    path = tmp_path / "gold.jsonl"
    path.write_text(jsonl(gold(desk.states(FINAL))))
    assert len(load(path, GOLD_KEYS)) == 1


def test_gold_is_taken_by_the_gold_set(run, desk):
    terms = {"outcome": "completed", "date_basis": "attack", "assertion": "asserted"}
    write_run(run, (), [quetta(**terms)])
    Reviewer(desk).decide("accept_record")
    added = add([], gold(desk.states(FINAL)), "2020-01-01")
    assert added.faults == ()
    assert added.records[0]["reviewed"]["by"] == ["anna"]
    assert added.records[0]["reviewed"]["at"] > "2020-01-01"


def test_what_is_exported_as_gold_passes_gold_check(desk):
    """Also records made by hand, split, and with a reviewer's reading."""
    anna = Reviewer(desk)
    anna.decide("fix", field="killed", min="13", max="13", reading="one died later")
    made = anna.decide(
        "new", "", value="attack", quote="Taliban", reading="as they claim", doc="story"
    )
    anna.decide(
        "split", "story/two", **{"to." + anna.value("story/two", "places").id: "go"}
    )
    for state in desk.states(FINAL):
        anna.decide("accept_record", state.id)
    records = list(gold(desk.states(FINAL)))
    assert f"story/review-{made.id}" in {r["incident_id"] for r in records}
    assert len(records) == 4
    faults = check(json.loads(json.dumps(records)), {"story": document()["text"]})
    assert [f for f in faults if f.severity == "error"] == []
    readings = [
        c["derived_from"] for c in records[0]["citations"] if c["field"] == "killed"
    ]
    assert readings == ["reviewer's reading: one died later"]


def test_a_reading_is_marked_in_the_table_too(desk):
    anna = Reviewer(desk)
    anna.decide("fix", field="killed", min="13", max="13", reading="one died later")
    rows = csv.DictReader(io.StringIO(table(desk.states(FINAL))))
    assert [row["readings"] for row in rows] == [
        "killed: reviewer's reading: one died later",
        "",
    ]


def test_one_half_made_record_keeps_no_other_from_gold(run, store):
    row = quetta()
    half = {**row, "incident_id": "story/half", "date_basis": None}
    write_run(run, (), [row, half])
    desk = Desk(run, store)
    anna = Reviewer(desk)
    for id in ("story/one", "story/half"):
        anna.decide("accept_record", id)
    assert desk.state(FINAL, "story/half").lacks == (
        "Date basis: stands with a date, and not without one",
    )
    assert desk.state(FINAL, "story/half").status == "begun"
    added = add([], gold(desk.states(FINAL)), "2020-01-01")
    assert (added.new, added.faults) == (("story/one",), ())


def test_without_a_run_there_is_no_gold(tmp_path):
    with pytest.raises(ValueError, match="holds no run"):
        list(reviewed_gold(tmp_path))
