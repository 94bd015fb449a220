"""Where the marks of a page's charts stand; the template draws them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from incidents.pipeline.evaluate.history import CHARTED, Past
from incidents.pipeline.evaluate.reliability import Reliability

WIDTH, HEIGHT = 640, 240
_LEFT, _RIGHT, _TOP, _FOOT = 40, 620, 12, 210
SIDE = 240


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark, what it says, and for a band its size."""

    x: float
    y: float
    says: str
    radius: float = 4.0


@dataclass(frozen=True, slots=True)
class Line:
    """One figure over the runs: its path, and its dots with their intervals."""

    name: str
    path: str
    dots: tuple[Dot, ...]
    whiskers: tuple[str, ...]


def over_runs(past: Sequence[Past]) -> tuple[Line, ...]:
    """The charted figures of each result in turn, oldest at the left."""
    if not past:
        return ()
    step = (_RIGHT - _LEFT - 20) / max(1, len(past) - 1)
    return tuple(_line(name, past, step) for name in CHARTED)


def _line(name: str, past: Sequence[Past], step: float) -> Line:
    dots, whiskers = [], []
    for number, result in enumerate(past):
        figure = result.figures.get(name)
        if figure is None or figure.value is None:
            continue
        x = _LEFT + 10 + number * step
        says = f"{result.date} {result.revision}: {name} {figure.value:.3f}"
        dots.append(Dot(round(x, 1), height(figure.value), says))
        if figure.low is not None and figure.high is not None:
            ends = height(figure.low), height(figure.high)
            whiskers.append(f"M{x:.1f} {ends[0]}V{ends[1]}")
    path = " ".join(f"{'L' if n else 'M'}{d.x} {d.y}" for n, d in enumerate(dots))
    return Line(name, path, tuple(dots), tuple(whiskers))


def height(value: float) -> float:
    """Where a figure from 0 to 1 stands in the chart over runs."""
    return round(_FOOT - min(1.0, max(0.0, value)) * (_FOOT - _TOP), 1)


def diagram(sure: Reliability) -> tuple[Dot, ...]:
    """The reliability diagram: a dot for each band, larger where it holds more."""
    most = max(band.count for band in sure.bands)
    return tuple(
        Dot(
            round(band.stated * SIDE, 1),
            round((1 - band.right) * SIDE, 1),
            f"confidence {band.stated:.2f}, right {band.right:.2f}, {band.count}",
            round(3 + 7 * (band.count / most) ** 0.5, 1),
        )
        for band in sure.bands
    )
