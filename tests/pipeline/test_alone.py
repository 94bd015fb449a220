import os
import subprocess
import sys

import pytest

from incidents.pipeline.alone import alone, is_taken
from incidents.pipeline.plan import RunError

HOLD = """
import sys, time
from pathlib import Path
from incidents.pipeline.alone import alone
with alone(Path(sys.argv[1])):
    print("in", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path):
    """Another process, which has the folder."""
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert other.stdout.readline() == b"in\n"
    yield other
    other.kill()
    other.communicate()


def test_the_second_is_refused_by_name(tmp_path, holder):
    said = rf"being written by another run \(process {holder.pid}\)"
    with pytest.raises(RunError, match=said), alone(tmp_path):
        pass
    assert is_taken(tmp_path)


def test_the_lock_of_one_that_was_killed_is_none(tmp_path, holder):
    holder.kill()
    holder.wait()
    with alone(tmp_path):
        pass


def test_one_after_the_other(tmp_path):
    for _ in range(2):
        with alone(tmp_path):
            assert is_taken(tmp_path)
            assert (tmp_path / ".lock").read_text() == f"{os.getpid()}\n"
    assert not is_taken(tmp_path)
