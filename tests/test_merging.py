"""What the measuring of merges makes, and counts as a fault; few records."""

import json

import pytest

from incidents.pipeline.merge.folder import merge
from tests import merging
from tests.merging import Taken, faults

FIRST = Taken(1_000, 2.0, 100_000_000, "")


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (Taken(4_000, 9.5, 400_000_000, ""), []),
        (Taken(4_000, 32.0, 400_000_000, ""), ["time grew 3.33 times"]),
        (Taken(100_000, 121.0, 400_000_000, ""), ["121 s is more than 120"]),
        (Taken(4_000, 9.5, 1_100_000_000, ""), ["1100 MB is more than 1000"]),
    ],
)
def test_faults(last, said):
    found = list(faults([FIRST, last]))
    assert len(found) == len(said)
    assert all(f.startswith(s) for f, s in zip(found, said, strict=True))


def test_records_are_made_as_a_run_would_and_alike_for_one_seed(tmp_path):
    one, other = (merging.write(tmp_path / name, 60) for name in ("one", "other"))
    rows = [
        json.loads(line)
        for folder in one
        for line in (folder / "records.jsonl").read_text("utf-8").splitlines()
    ]
    assert len(rows) == len({row["incident_id"] for row in rows}) == 60
    for name in ("records.jsonl", "documents.jsonl"):
        assert [(f / name).read_bytes() for f in one] == [
            (f / name).read_bytes() for f in other
        ]


def test_what_is_merged_quotes_what_its_documents_say(tmp_path):
    merged = merge(merging.write(tmp_path / "in", 60), tmp_path / "out")
    assert merged.records == 60
    assert 0 < merged.several < merged.events
    assert not [said for said in merged.remarks if "records quote" in said]
