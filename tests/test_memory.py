"""What the measuring of memory counts, over few documents."""

import re

import pytest

from tests import memory
from tests.memory import Held

FLAT = [Held(100 * n, 100_000_000 + n, 250_000_000) for n in range(1, 21)]


def test_growth_is_from_the_first_500_on():
    grown = [*FLAT, Held(2_100, 150_000_000, 275_000_000), Held(2_100, 150_000_000, 0)]
    assert memory.growth(FLAT)["worker"] == 1
    assert memory.growth(grown)["run"] == pytest.approx(1.5)
    assert memory.growth(grown)["worker"] == pytest.approx(1.1)
    early = [Held(100, 1, 1), *FLAT[4:]]
    assert memory.growth(early)["worker"] == 1


def test_the_figure_shows_both_processes():
    told = memory.figure([*FLAT, Held(2_000, 120_000_000, 0)])
    run, worker = re.findall(r'points="(.*?)"', told)
    assert (len(run.split()), len(worker.split())) == (21, 20)
    assert len({point.split(",")[1] for point in worker.split()}) == 1
    assert "2,000" in told
    assert "its worker" in told


@pytest.mark.model
def test_memory_is_looked_at_on_the_way(tmp_path, monkeypatch):
    monkeypatch.setattr(memory, "_EVERY", 4)
    found = memory.measure(tmp_path, 8)
    assert [h.done for h in found] == [4, 8, 8]
    assert all(h.run > 10_000_000 for h in found)
    assert found[0].worker > 100_000_000
