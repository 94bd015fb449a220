from pathlib import Path

from incidents.pipeline.estimate import Estimate, divide
from incidents.pipeline.unit import Unit


def unit(size):
    return Unit(Path("a.txt"), "a", size)


def test_parts_hold_every_document_once():
    for count in (1, 5, 6, 7, 20):
        units = [unit(n) for n in range(count)]
        parts = list(divide(units))
        assert [u for part in parts for u in part] == units
        assert len(parts) == min(6, count)
        assert all(parts)


def test_said():
    said = Estimate(1_200, 3, 6, 7_200, 2).said()
    assert said.startswith("about 60 min with 2 processes for 1200 documents")
