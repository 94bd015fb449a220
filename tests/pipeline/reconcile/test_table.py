import csv
import json

import pytest

from incidents.pipeline.reconcile import reconcile
from incidents.pipeline.reconcile.table import cell, write_tables
from tests.pipeline.invented import record

GOLD = [record("a", 1, date="2021-03-04", places=["Vasa"]), record("a", 2, date="2019")]
FOUND = [
    record("a", 7, date="2021-03-04", places=["Vasa", "=HYPERLINK(1)"]),
    record("b", 1, date="2020"),
]


def test_every_record_has_a_row_in_both_tables(tmp_path):
    table, lines = write_tables(reconcile(GOLD, FOUND), tmp_path / "new")
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(r["judgement"], r["gold"], r["candidate"]) for r in rows] == [
        ("same", "a/01", "a/07"),
        ("missing", "a/02", ""),
        ("spurious", "", "b/01"),
    ]
    assert rows[0]["agrees"] == "date"
    assert rows[0]["differs"] == "places: gold Vasa, candidate Vasa, =HYPERLINK(1)"
    assert "same day 2021-03-04" in rows[0]["reasons"]
    told = [json.loads(line) for line in lines.read_text().splitlines()]
    assert [t["judgement"] for t in told] == ["same", "missing", "spurious"]
    assert told[0]["fields"]["date"] == {
        "gold": ["2021-03-04"],
        "candidate": ["2021-03-04"],
        "agreeing": 1,
    }
    assert told[2]["gold"] is None


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", " =", "\n@", "＝"])
def test_no_cell_is_a_formula(sign):
    assert cell(f"{sign}1") == f"'{sign}1"


def test_a_cell_holds_what_utf_8_cannot():
    assert cell("a\ud800\0b") == r"a\ud800b"
