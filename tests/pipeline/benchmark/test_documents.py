import json

import pytest

from incidents.pipeline.benchmark.documents import (
    answers_file,
    documents_file,
    read_documents,
)

ROW = json.dumps({"doc_id": "a", "text": ""})


@pytest.mark.parametrize(
    ("held", "split", "expected"),
    [
        (["docs.jsonl"], "dev", "docs.jsonl"),
        (["docs.jsonl"], "test", "docs.jsonl"),
        (["cases.jsonl"], "dev", "cases.jsonl"),
        (["dev.jsonl", "gtt_dev.jsonl", "train.jsonl"], "dev", "dev.jsonl"),
        (["dev.jsonl", "train.jsonl"], "train", "train.jsonl"),
        (["gtt_test.jsonl"], "test", "gtt_test.jsonl"),
    ],
)
def test_documents_file(tmp_path, held, split, expected):
    for name in held:
        (tmp_path / name).touch()
    assert documents_file(tmp_path, split) == tmp_path / expected


def test_a_file_is_its_own_documents(tmp_path):
    file = tmp_path / "some.jsonl"
    file.touch()
    assert documents_file(file, "test") == file


def test_no_documents(tmp_path):
    with pytest.raises(ValueError, match=r"has none of test\.jsonl, docs\.jsonl"):
        documents_file(tmp_path, "test")
    with pytest.raises(ValueError, match="is no file and no folder"):
        documents_file(tmp_path / "missing")


def test_answers_are_beside_the_documents_or_with_them(tmp_path):
    documents = tmp_path / "dev.jsonl"
    assert answers_file(documents) == documents
    (tmp_path / "gtt_dev.jsonl").touch()
    assert answers_file(documents) == tmp_path / "gtt_dev.jsonl"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("\n", "has no documents"),
        (f"{ROW}\n\n{{", "line 3: no JSON"),
        (f"{ROW}\n{ROW}", "line 2: a is there already"),
        ("[]", "line 1: no object with a doc_id and a text"),
        ('{"doc_id": "a"}', "line 1: no object with a doc_id and a text"),
        ('{"doc_id": 1, "text": ""}', "line 1: no object with a doc_id and a text"),
    ],
)
def test_a_broken_file_is_named_with_its_line(tmp_path, content, problem):
    file = tmp_path / "docs.jsonl"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=problem) as raised:
        read_documents(file)
    assert str(file) in str(raised.value)
