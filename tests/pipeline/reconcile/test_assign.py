import subprocess
import sys

import numpy as np
import pytest

from incidents.pipeline.reconcile.assign import assign


@pytest.mark.parametrize(
    ("maximize", "pairs"), [(True, [(0, 1), (1, 0)]), (False, [(0, 0), (1, 1)])]
)
def test_the_sum_is_the_best_of_all_and_not_the_first_come(maximize, pairs):
    alike = np.array([[8, 9], [5, 1]]) if maximize else np.array([[1, 2], [3, 1]])
    rows, columns = assign(alike, maximize)
    assert list(zip(rows, columns, strict=True)) == pairs


def test_what_only_shows_a_run_does_not_wait_for_scipy():
    module = "incidents.pipeline.export.reading"
    loads = f"import sys, {module}; sys.exit('scipy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loads], check=False).returncode == 0
