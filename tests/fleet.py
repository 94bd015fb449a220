"""How long a million reports take on many machines, by simulation.

    python tests/fleet.py

Reports are given one after another to the process that is free first, as dask does. A
report takes the processor time of its kind; the run's own process has to send and to
keep each, one at a time; a process is lost now and then, and what it was reading is
read again by another once the lost one is noticed. ``docs/many-machines.md`` says what
of this was measured and what is assumed.
"""

from __future__ import annotations

import heapq
import random
from collections.abc import Iterator
from dataclasses import dataclass

REPORTS = 1_000_000
PROCESSES = (16, 64, 256, 1024)


@dataclass(frozen=True)
class Assumed:
    """What a fleet is like; seconds, but where it says otherwise.

    Attributes:
        short: Of a text of 310 words (measured).
        long: Of a PDF of 20 pages (measured by the page).
        share: How many of the reports are such PDFs.
        kept: Of the run's own process for each report (measured).
        begin: Until a process has started and loaded the model.
        lost: Losses of a process in an hour, as on machines that may be taken away.
        joined: Of the run's own process to join the records of a report to events
            (measured for 1,000 reports, taken to grow with their number).
        price: Of a processor for an hour, in dollars.
    """

    short: float = 0.125
    long: float = 4.0
    share: float = 0.1
    kept: float = 0.002
    begin: float = 60.0
    lost: float = 0.05
    joined: float = 0.003
    price: float = 0.04


@dataclass(frozen=True)
class Run:
    """What came of a run.

    Attributes:
        reading: Hours until all was read.
        joining: Hours of the run's own process after that.
        again: Reports that were read again.
        busy: Share of the processes' time in which they read.
        cost: In dollars, the processes paid until all was read.
    """

    reading: float
    joining: float
    again: int
    busy: float
    cost: float


def simulate(
    processes: int,
    reports: int = REPORTS,
    assumed: Assumed | None = None,
    seed: int = 1,
) -> Run:
    """Read so many reports with so many processes."""
    told, chance = assumed or Assumed(), random.Random(1)
    free = [told.begin] * processes
    worked, again, end = 0.0, 0, 0.0
    for number in range(1, reports + 1):
        took = told.long if chance.random() < told.share else told.short
        begun = max(heapq.heappop(free), number * told.kept)
        while (lost := _lost(chance, told)) < took:
            again += 1
            heapq.heappush(free, begun + lost + told.begin)
            begun = max(heapq.heappop(free), begun + lost)
        worked += took
        end = max(end, begun + took)
        heapq.heappush(free, begun + took)
    paid = processes * end
    return Run(
        end / 3600,
        reports * told.joined / 3600,
        again,
        worked / paid,
        paid / 3600 * told.price,
    )


def _lost(chance: random.Random, told: Assumed) -> float:
    """Seconds until the process that begins is lost."""
    return chance.expovariate(told.lost / 3600) if told.lost else float("inf")


def table() -> Iterator[str]:
    """The runs of a million reports, as the page shows them."""
    yield "| processes | hours reading | busy | read again | dollars | hours joining |"
    yield "| ---: | ---: | ---: | ---: | ---: | ---: |"
    for processes in PROCESSES:
        run = simulate(processes)
        yield (
            f"| {processes:,} | {run.reading:.2f} | {run.busy:.0%} | {run.again:,} |"
            f" {run.cost:.2f} | {run.joining:.2f} |"
        )


if __name__ == "__main__":
    print("\n".join(table()))
