"""What a simulated fleet does, and that the page on many machines shows it."""

import re
from dataclasses import replace

import pytest

from tests import fleet
from tests.conftest import ROOT

PLAIN = fleet.Assumed(short=1, long=1, kept=0, begin=10, lost=0, joined=0.5, price=36)


def test_nothing_is_lost_and_nobody_waits():
    run = fleet.simulate(4, 100, PLAIN)
    assert run.reading == pytest.approx((10 + 25) / 3600)
    assert run.joining == pytest.approx(50 / 3600)
    assert run.busy == pytest.approx(100 / (4 * 35))
    assert run.cost == pytest.approx(4 * 35 / 100)
    assert run.again == 0


def test_what_is_lost_is_read_again_and_takes_time():
    whole, lossy = (
        fleet.simulate(4, 2_000, replace(PLAIN, lost=lost)) for lost in (0, 60)
    )
    assert lossy.again > 5
    assert lossy.reading > whole.reading
    assert lossy.busy < whole.busy


def test_the_run_itself_bounds_how_many_processes_help():
    few, many = (fleet.simulate(n, 2_000, replace(PLAIN, kept=0.1)) for n in (5, 500))
    assert few.reading > 1.9 * many.reading
    assert many.reading == pytest.approx((2_000 * 0.1 + 1) / 3600)


def test_the_page_shows_what_is_simulated():
    page = (ROOT / "docs" / "many-machines.md").read_text()
    shown = re.search(r"<!-- fleet -->\n(.*?)<!-- /fleet -->", page, re.S)
    assert shown
    assert shown[1].splitlines() == [*fleet.table()]
