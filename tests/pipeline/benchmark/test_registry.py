import json

import pytest

from incidents.pipeline.benchmark import BENCHMARKS

pytestmark = pytest.mark.model

TEXT = (
    "A bomb exploded in front of a bank in Lima on 3 May 1990, killing two policemen."
    " The Shining Path claimed responsibility."
)


@pytest.mark.parametrize(
    ("name", "mode"), [(b.name, m) for b in BENCHMARKS.values() for m in b.modes]
)
def test_answers_each_document_of_a_folder_without_answers(tmp_path, name, mode):
    rows = [{"doc_id": "a", "text": TEXT}, {"doc_id": "b", "text": ""}]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    file = tmp_path / "docs.jsonl"
    file.write_text(lines + "\n", encoding="utf-8")
    found = list(BENCHMARKS[name].predict(file, mode))
    assert [row["doc_id"] for row in found] == ["a", "b"]
    assert found[0] != {**found[1], "doc_id": "a"}


def test_an_unknown_mode_is_refused(tmp_path):
    with pytest.raises(ValueError, match="rand has no mode 'best', only coded"):
        BENCHMARKS["rand"].predict(tmp_path, "best")
