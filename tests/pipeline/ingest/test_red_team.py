from time import process_time

import pytest

from incidents.pipeline.ingest import IngestError, read
from incidents.pipeline.records import Failure, Report
from tests.pipeline.ingest.red_team import cases

CASES = list(cases())
#: Seconds of CPU, ten times what the slowest takes.
BOUND = 40.0


def outcome(path):
    """The text that is read of a file, and everything that is reported of it."""
    texts, failures = [], []
    try:
        for found in read(path):
            if isinstance(found, Report):
                texts.append(found.text)
            else:
                failures.append(found)
    except IngestError as error:
        failures.append(error.failure)
    return texts, failures


def test_there_are_enough():
    assert len(CASES) >= 60
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_hostile(tmp_path, case):
    path = tmp_path / case.name
    path.write_bytes(case.content)
    begun = process_time()
    texts, failures = outcome(path)
    assert process_time() - begun < BOUND
    assert failures
    assert all(isinstance(f, Failure) and f.problem and f.mend for f in failures)
    path.write_bytes(case.twin or b"")
    clean, complaints = outcome(path)
    assert texts == clean
    assert bool(complaints) == (case.twin is None)
