"""Memory of a run over very many documents, by how many are done.

    python tests/memory.py --documents 10000 --figure docs/memory.svg

Reports are made by rule, one in ten a PDF, and read with one worker. What the run's own
process and its worker hold in memory is looked at every hundred documents.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from incidents.pipeline.process import resident
from incidents.pipeline.records import Failure
from incidents.pipeline.run import Settings, run
from tests import many

_EVERY = 100
#: From so many documents on memory is to be flat.
SETTLED = 500


@dataclass(frozen=True)
class Held:
    """Bytes in memory once so many documents are done."""

    done: int
    run: int
    worker: int


def measure(folder: Path, documents: int) -> list[Held]:
    """Read so many documents, and look at memory on the way."""
    many.write(folder / "in", documents)
    found: list[Held] = []
    done = 0

    def heard(name: str, failure: Failure | None) -> None:
        nonlocal done
        done += failure is None
        if failure is None and done % _EVERY == 0:
            found.append(_held(done))

    run(Settings((folder / "in",), folder / "out"), heard)
    found.append(Held(done, resident(os.getpid()), 0))
    return found


def _held(done: int) -> Held:
    workers = [p.pid for p in multiprocessing.active_children() if p.pid]
    return Held(done, resident(os.getpid()), max(map(resident, workers), default=0))


def growth(found: Sequence[Held]) -> dict[str, float]:
    """How many times what a process held after the first 500 it holds at the end."""
    first = next(h for h in found if h.done >= SETTLED)
    last = [h for h in found if h.worker][-1]
    return {"run": found[-1].run / first.run, "worker": last.worker / first.worker}


#: Pixels of the figure, and of its margins: left, right, upper and lower.
_WIDE, _HIGH, _LEFT, _RIGHT, _TOP, _LOW = 760, 330, 60, 730, 40, 290
_COLOURS = {"run": "#999", "worker": "#06c"}


def figure(found: Sequence[Held]) -> str:
    """Memory of both processes by documents done, as SVG."""
    last = max(h.done for h in found)
    most = max(max(h.run, h.worker) for h in found) / 1e6
    step = 50 if most < 400 else 100
    top = step * (int(most / step) + 1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}"'
        ' font-family="sans-serif" font-size="13" role="img" aria-labelledby="t">',
        '<title id="t">Memory of a run by documents done</title>',
        f'<rect width="{_WIDE}" height="{_HIGH}" fill="#fff"/>',
    ]
    for value in range(0, top + 1, step):
        y = _y(value, top)
        parts.append(f'<path d="M{_LEFT} {y}H{_RIGHT}" stroke="#ddd"/>')
        parts.append(_told(_LEFT - 8, y + 4, f"{value}", "end"))
    parts.append(_told(_LEFT - 8, _TOP - 16, "MB", "end"))
    for done in (0, last // 2, last):
        parts.append(_told(_x(done, last), _LOW + 20, f"{done:,}", "middle"))
    parts.append(_told(_RIGHT, _LOW + 36, "documents done", "end"))
    for name, colour in _COLOURS.items():
        held = [(h.done, getattr(h, name) / 1e6) for h in found if getattr(h, name)]
        line = " ".join(f"{_x(done, last)},{_y(mb, top)}" for done, mb in held)
        drawn = f'fill="none" stroke="{colour}" stroke-width="2"'
        parts.append(f'<polyline points="{line}" {drawn}/>')
        told = "the run" if name == "run" else "its worker"
        parts.append(_told(_RIGHT, _y(held[-1][1], top) - 8, told, "end"))
    return "\n".join([*parts, "</svg>\n"])


def _x(done: int, last: int) -> int:
    return round(_LEFT + (_RIGHT - _LEFT) * done / last)


def _y(value: float, top: float) -> int:
    return round(_LOW - (_LOW - _TOP) * value / top)


def _told(x: int, y: int, text: str, anchor: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="#333">{text}</text>'


def main() -> int:
    """Measure, and print by how much memory grew; exit status 1 if by over a tenth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--figure", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), given.documents)
    if given.figure:
        given.figure.write_text(figure(found))
    for name, times in growth(found).items():
        print(f"{name}: {times:.2f} times what it held after {SETTLED} documents")
    return int(max(growth(found).values()) > 1.1)


if __name__ == "__main__":
    sys.exit(main())
