import json
from hashlib import sha256

from incidents.pipeline.ingest.limits import Limits
from incidents.pipeline.plan import Task
from incidents.pipeline.unit import units


def test_a_file_is_one_and_each_line_of_a_jsonl_file_is(tmp_path):
    text, lines = tmp_path / "a.txt", tmp_path / "b.jsonl"
    text.write_text("words")
    lines.write_bytes(b'\xef\xbb\xbf{"a": 1}\n\n  \n{"b": "\xc3\xa9"}')
    found = list(units([Task(text, "a"), Task(lines, "b")], Limits()))
    assert [u.name for u in found] == ["a.txt", "b.jsonl:1", "b.jsonl:4"]
    assert found[0].digest(Limits()) == sha256(b"words").hexdigest()
    assert found[2].digest(Limits()) == sha256(b'{"b": "\xc3\xa9"}').hexdigest()


def test_what_is_too_big_or_cannot_be_read_has_no_digest(tmp_path):
    lines = tmp_path / "b.jsonl"
    lines.write_text("x" * 30 + "\n" + json.dumps({}))
    limits = Limits(max_bytes=10)
    gone = Task(tmp_path / "gone.jsonl", "g")
    big, small, none = units([Task(lines, "b"), gone], limits)
    assert (big.size, big.digest(limits)) == (31, "")
    assert small.digest(limits)
    assert (none.name, none.digest(limits)) == ("gone.jsonl", "")
