"""How far long work has come, and how long it will still take."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

#: Seconds between two lines, and over how many of them a rate is taken.
_EVERY, _OVER = 10.0, 12


def bar(console: Console, doing: str) -> Progress:
    """A bar that says what is being done; nothing where there is no terminal."""
    return Progress(
        TextColumn(doing),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal,
    )


@dataclass(slots=True)
class Pace:
    """Lines that say how far work of ``total`` steps is, one every ten seconds."""

    total: int
    done: int = 0
    _marks: deque[tuple[float, int]] = field(
        default_factory=lambda: deque(maxlen=_OVER)
    )

    def step(self, now: float | None = None) -> str | None:
        """Count a step; what to say of it, if it is time to."""
        now = time.monotonic() if now is None else now
        self.done += 1
        if not self._marks:  # before the first, models are loaded
            self._marks.append((now, self.done))
        if now - self._marks[-1][0] < _EVERY:
            return None
        since, before = self._marks[0]
        self._marks.append((now, self.done))
        rate = (self.done - before) / (now - since)
        left = in_words((self.total - self.done) / rate)
        return f"{self.done:,} of {self.total:,}, {rate:.3g} a second, {left} left"


def in_words(seconds: float) -> str:
    """A stretch of time as one would say it."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    if seconds < 90 * 60:
        return f"{round(seconds / 60)} min"
    return f"{seconds / 3600:.1f} h"
