import json

import pytest

from incidents.pipeline.review.folder import Layout, read_run
from tests.pipeline.review.runs import document, lahore, quetta, write_run


def test_a_run_is_read(run):
    read = read_run(run)
    assert [r.id for r in read.documents["story"].records] == ["story/one", "story/two"]
    assert read.home == {"story/one": "story", "story/two": "story"}


@pytest.mark.parametrize(
    ("records", "fault"),
    [
        ([quetta(), quetta()], "given twice"),
        ([{**quetta(), "incident_id": "#7"}], "is no id"),
        ([{**quetta(), "incident_id": "a\x00b"}], "is no id"),
        ([{**quetta(), "incident_id": "a\ud800"}], "is no id"),
        ([{**quetta(), "citations": [{"start": "0", "end": 1}]}], "whole number"),
        ([{**quetta(), "places": [{"x": 1}]}], "no list of texts"),
        ([lahore("elsewhere")], "no document"),
    ],
)
def test_a_run_that_is_none_is_refused(tmp_path, records, fault):
    run = write_run(tmp_path / "run", [document()], records)
    with pytest.raises(ValueError, match=fault):
        read_run(run)


@pytest.mark.parametrize(
    "content", ["", "[]", '{"inputs": 3}', '{"inputs": {"story": {}}}', "[" * 100_000]
)
def test_an_account_that_is_none_is_refused(run, content):
    (run / "run.json").write_text(content)
    with pytest.raises(ValueError, match="not as a run writes it"):
        read_run(run)


def test_a_folder_without_a_run_is_refused(tmp_path):
    with pytest.raises(ValueError, match="holds no run"):
        read_run(tmp_path)


@pytest.mark.parametrize(
    "layout",
    [
        [],
        {"pages": [[1]], "lines": []},
        {"pages": [], "lines": [[1, 2, 3]]},
        {"pages": [["x", 1]], "lines": []},
        {"pages": [[1, 1]], "lines": [[1, 0, 1e999, 0, 0, 0, 0]]},
    ],
)
def test_a_layout_that_is_none_is_as_if_there_were_none(tmp_path, layout):
    run = write_run(tmp_path / "run", layouts={"story": layout})
    assert read_run(run).documents["story"].layout == Layout()


def test_no_document_names_a_file_outside_the_folder(tmp_path):
    (tmp_path / "secret.json").write_text(json.dumps({"pages": [[1, 1]], "lines": []}))
    id = "../../secret"
    run = write_run(tmp_path / "run", [document(id)], [quetta(id)])
    (run / "layout" / "story.json").symlink_to(tmp_path / "secret.json")
    assert read_run(run).documents[id].layout == Layout()
    run = write_run(run, [document()], [quetta()])
    assert read_run(run).documents["story"].layout == Layout()
