import pytest

from tests.killed import try_out

pytestmark = pytest.mark.model


def test_a_run_that_was_killed_ends_as_one_that_was_not(tmp_path):
    found = try_out(tmp_path, moments=10, seed=7)
    assert (found.wrong, found.moments) == ((), 10)
    assert found.between > 0
