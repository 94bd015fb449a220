"""What the benchmark counts; ``test_readme.py`` holds the README to its last row."""

import json

import pytest

from tests import bench
from tests.conftest import ROOT

ROW = {
    "date": "2026-01-02",
    "revision": "abc",
    "documents": 2,
    "words": 3_000,
    "pages": 40,
    "seconds": {bench.SPACY: 1.0, bench.PDFIUM: 0.5}
    | dict.fromkeys(bench.STAGES, 2.0)
    | {"parsing": 1.5},
}


def test_a_row_as_it_is_shown():
    told = bench.table(ROW)
    assert "| reading PDF | 20 pages | 4.00 times the time of PDFium's plain" in told
    assert "| parsing | 2,000 words | 1.50 times the time of spaCy alone |" in told
    assert told.endswith("3,000 words and 40 pages of PDF, at abc on 2026-01-02.\n")


def test_a_row_is_added(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(bench, "HISTORY", tmp_path / "speed.jsonl")
    asked = []
    for words in (3, 4):
        bench.main(lambda files, n=words: asked.append(files) or {**ROW, "words": n})
    rows = (tmp_path / "speed.jsonl").read_text().splitlines()
    assert [json.loads(row)["words"] for row in rows] == [3, 4]
    assert bench.last()["words"] == 4
    assert len(asked[0]) > 40
    assert "| assembly |" in capsys.readouterr().out


@pytest.mark.model
def test_each_stage_is_measured():
    reports = ROOT / "corpus" / "reports"
    row = bench.measure(
        [reports / "pittsburgh-sentence.pdf", reports / "khayat-sentence.txt"]
    )
    assert row["seconds"].keys() == {*bench.STAGES, bench.SPACY, bench.PDFIUM}
    assert (row["documents"], row["pages"]) == (2, 1)
    assert row["words"] > 300
    assert all(took >= 0 for took in row["seconds"].values())
