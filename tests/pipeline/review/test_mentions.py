import json

import pytest

from incidents.pipeline.review.mentions import Mentions

ROW = {"start": 0, "end": 6, "label": "PLACE", "text": "Quetta", "value": "1"}
ROW |= {"extractor": "extractors.places", "country": "PK"}


def write(path, *lines):
    path.write_bytes(b"".join(line + b"\n" for line in lines))
    return Mentions(path)


def line(doc_id, mentions):
    return json.dumps({"doc_id": doc_id, "mentions": mentions}).encode()


def test_each_document_has_its_own(tmp_path):
    two = write(tmp_path / "m", line("a", []), line('q"\u00e9', [ROW]))
    assert (two.of("a"), two.of('q"\u00e9'), two.of("c")) == ([], [ROW], [])


def test_a_run_without_the_file_has_none(tmp_path):
    assert Mentions(tmp_path / "nothing").of("a") == []


@pytest.mark.parametrize(
    "content",
    [
        b"not JSON",
        b'{"doc_id": "a", "mentions"',
        b'{"doc_id": "a", "mentions": 7}',
        line(
            "a", ["nonsense", {"start": 1}, {**ROW, "start": True}, {**ROW, "text": 1}]
        ),
    ],
)
def test_what_no_run_wrote_is_none(tmp_path, content):
    assert write(tmp_path / "m", content).of("a") == []
