import json

import pytest

from incidents.pipeline.recordfile import GOLD_KEYS, load, load_texts

WHOLE = {"doc_id": "a", "incident_id": "a/01", "places": ["Vasa"], "killed": None}


def test_load_reads_each_line_and_passes_blank_ones_over(tmp_path):
    path = tmp_path / "records.jsonl"
    other = {"doc_id": "b\u2028"}  # a line separator ends no line
    line = json.dumps(other, ensure_ascii=False)
    path.write_bytes(f"{json.dumps(WHOLE)}\n\n{line}\r\n".encode())
    assert load(path) == [WHOLE, other]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[]", "a record is a JSON object"),
        ("{}", "no doc_id"),
        ('{"doc_id": ""}', "no doc_id"),
        ('{"doc_id": 3}', "no doc_id"),
        ('{"doc_id": "a", "date": 2021}', "date is neither text nor null"),
        ('{"doc_id": "a", "killed": 3}', "killed is neither an object nor null"),
        ('{"doc_id": "a", "places": "Vasa"}', "places is no list of texts"),
        ('{"doc_id": "a", "targets": ["hall"]}', "targets is no list of objects"),
        ('{"doc_id": "a", "targets": [{"text": 1}]}', "targets: text is neither"),
        ('{"doc_id": "a", "suspects": []}', "suspects is neither an object nor null"),
        ('{"doc_id": "a", "suspects": {"names": [1]}}', "suspects.names is no list"),
        ('{"doc_id": "a", "suspects": {"ages": ["19"]}}', "no list of whole numbers"),
        ('{"doc_id": "a", "suspects": {"people": ["x"]}}', "no list of objects"),
        ('{"doc_id": "a", "suspects": {"people": [{"name": 1}]}}', "name is neither"),
        ('{"doc_id": "a", "suspects": {"people": [{"legal": "x"}]}}', "legal is no"),
        ('{"doc_id": "a", "suspects": {"people": [{"age": "19"}]}}', "age is neither"),
        ('{"doc_id": "a", "citations": [{"start": true}]}', "start is no whole number"),
    ],
)
def test_load_says_which_line_of_which_file_is_no_record(tmp_path, line, fault):
    path = tmp_path / "records.jsonl"
    path.write_text(f"{json.dumps(WHOLE)}\n\n{line}\n")
    with pytest.raises(ValueError, match=rf"records\.jsonl, line 3: .*{fault}"):
        load(path)


def test_load_of_gold_wants_an_id(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"doc_id": "a"}\n')
    with pytest.raises(ValueError, match=r"gold\.jsonl, line 1: no incident_id"):
        load(path, GOLD_KEYS)


def test_load_of_bytes_that_are_no_text(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_bytes(b'{"doc_id": "\xff"}\n')
    with pytest.raises(ValueError, match=r"records\.jsonl, line 1: no JSON"):
        load(path)


def test_texts_come_from_files_before_folders_and_only_those_wanted(tmp_path):
    documents = tmp_path / "documents.jsonl"
    documents.write_text('{"doc_id": "a", "text": "file"}\n')
    (tmp_path / "a.txt").write_text("folder")
    (tmp_path / "b.txt").write_text("of b")
    (tmp_path / "c.txt").write_bytes(b"\xff")
    texts = load_texts([tmp_path, documents], {"a", "b"})
    assert texts == {"a": "file", "b": "of b"}


@pytest.mark.parametrize("name", ["missing", "documents.jsonl", "."])
def test_texts_that_cannot_be_read_are_named(tmp_path, name):
    (tmp_path / "documents.jsonl").write_text('{"doc_id": "a"}\n')
    (tmp_path / "a.txt").write_bytes(b"\xff")
    with pytest.raises(ValueError, match=str(tmp_path / name)):
        load_texts([tmp_path / name], {"a"})
