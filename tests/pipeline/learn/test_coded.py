import json

import pytest
import spacy

from incidents.pipeline.learn.coded import (
    Source,
    folds,
    studies,
    told,
    with_borderline,
)


@pytest.fixture
def source(tmp_path):
    """Two reports, of which one has a record, and neither has a list."""
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text("Gunmen bombed a court in Tarn.", "utf-8")
    (reports / "b.txt").write_text("Nothing at all came of it.", "utf-8")
    return Source(reports, gold(tmp_path, "a"))


def gold(folder, *docs):
    path = folder / "gold.jsonl"
    rows = [
        {
            "doc_id": doc,
            "incident_id": f"{doc}/1",
            "event_key": "x",
            "incident_type": "attack",
            "citations": [],
        }
        for doc in docs
    ]
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    return path


@pytest.fixture
def nlp():
    made = spacy.blank("en")
    made.add_pipe("sentencizer")
    return made


def test_gold_of_no_report_is_refused(source, nlp, tmp_path):
    gold(tmp_path, "a", "z")
    with pytest.raises(ValueError, match=r"gold\.jsonl: no report in .*reports for z$"):
        list(studies(source, nlp))


def test_studies_are_documents_with_their_own_gold(source, nlp):
    one, other = studies(source, nlp)
    assert [s.coded.doc_id for s in (one, other)] == ["a", "b"]
    assert [[r["doc_id"] for r in s.coded.gold] for s in (one, other)] == [["a"], []]
    assert one.parsed.report.text.startswith("Gunmen")
    assert [m.text for m in one.coded.reader.mentions] == [
        m.text for m in one.parsed.mentions if m.label != "CUE"
    ]
    assert all(e.kind == "none" for e in one.coded.told)


def test_what_coders_left_open_is_known_of_its_document(source, nlp, tmp_path):
    path = tmp_path / "borderline.tsv"
    path.write_text("doc_id\tquote\nb\tcame of it\nb\tat all\nz\tNothing\n", "utf-8")
    one, other = with_borderline(list(studies(source, nlp)), [path])
    assert (one.coded.aside, other.coded.aside) == ((), ((15, 25), (8, 14)))


def test_told(source, nlp):
    found = list(studies(source, nlp))
    head = list(told([source], found))
    assert head[:2] == ["Learned from 2 documents with", "1 records:"]
    assert head[2].startswith("- reports: 1 records, gold ")
    assert len(head[2].rpartition(" ")[2]) == 16


@pytest.mark.parametrize("line", ["a", "a\t", "a\tx", "", "a\t-1"])
def test_a_line_without_a_fold_is_refused(line, tmp_path):
    path = tmp_path / "folds.tsv"
    path.write_text(f"doc_id\tfold\nb\t1\n{line}\nc\t2\n", "utf-8")
    with pytest.raises(ValueError, match=r"folds\.tsv, line 3: no doc_id and fold"):
        folds(path)


def test_folds(tmp_path):
    path = tmp_path / "folds.tsv"
    path.write_text("doc_id\tfold\na\t1\nb\t 2\n", "utf-8")
    assert folds(path) == {"a": 1, "b": 2}
