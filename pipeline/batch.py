"""The documents of a run, each found in the cache or read by a worker.

Any worker may be lost, and the run with it: what was done before is kept.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from incidents.pipeline import workers
from incidents.pipeline.cache import Cache, Keys
from incidents.pipeline.entry import Entry, Piece, Spent, failed
from incidents.pipeline.ingest.limits import Limits
from incidents.pipeline.ingest.rows import ReportRow
from incidents.pipeline.plan import Plan, Settings
from incidents.pipeline.records import Failure
from incidents.pipeline.unit import Unit, units

#: Time that parsing and assembly may take beyond reading, until a worker is stopped:
#: so many seconds, and one for so many bytes (a tenth of the usual pace), bounded.
_GRACE, _BYTES_A_SECOND, _LONGEST = 60.0, 1_500, 3_600.0
#: Lines of a JSONL file that may stop the process that reads it, one after another.
_STRIKES = 5
#: Documents left out that are named.
_NAMED = 1_000
AGAIN = "run it again for the documents left out"

Heard = Callable[[str, Failure | None], None]


@dataclass(slots=True)
class Batch:
    """Has every document found or read, and takes what it gives.

    Attributes:
        settings: What the run is told.
        plan: What there is to read.
        keys: Names what each document gives.
        cache: Where that is looked for, and kept.
        taken: Takes it, with the key that it is kept under.
        heard: Told each failure, and each document once it is done.
        begins: Called once, if there is anything to read.
        known: How many documents were found in the cache.
        done: Where the documents that are done lie.
        strikes: Lines of each file that were lost one after another.
    """

    settings: Settings
    plan: Plan
    keys: Keys
    cache: Cache
    taken: Callable[[Unit, str | None, Entry], None]
    heard: Heard
    begins: Callable[[], None] = lambda: None
    known: int = 0
    done: set[tuple[str, int]] = field(default_factory=set)
    strikes: Counter[Path] = field(default_factory=Counter)
    _begun: bool = False
    _open: dict[Unit, tuple[str | None, list[Piece]]] = field(default_factory=dict)

    def read(self, chosen: Iterable[Unit] | None = None) -> None:
        """Find or read all of the plan, or what is ``chosen`` of it."""
        unknown = self._unknown(self._all() if chosen is None else chosen)
        for unit, result in self._made(unknown):
            self._hear(unit, result)

    def _made(self, unknown: Iterator[Unit]) -> Iterator[tuple[Unit, Any]]:
        """What documents give, by processes of this machine or by a cluster."""
        if self.settings.scheduler:
            from incidents.pipeline.dask_engine import Engine

            return Engine(self.settings, self.keys, self._seconds).each(unknown)
        limits, weights = self.settings.limits, self.settings.weights
        return workers.each(
            unknown,
            _work,
            (self.settings.model, dict(self.plan.rows), limits, weights),
            self.settings.workers,
            self._seconds,
        )

    def _seconds(self, unit: Unit) -> float:
        """Processor time that it may take to read, parse and assemble it."""
        return self.settings.limits.seconds + _grace(unit)

    def left_out(self) -> Iterator[Failure]:
        """A failure for each document that is not done, as far as they are named."""
        left = (unit for unit in self._all() if unit.place not in self.done)
        for unit in islice(left, _NAMED):
            problem = "was not read to its end, as the run was interrupted"
            yield Failure(unit.name, problem, AGAIN)
        if more := sum(1 for _ in left):
            yield Failure("run", f"left out {more} documents more", AGAIN)

    def _all(self) -> Iterator[Unit]:
        return units(self.plan.tasks, self.settings.limits)

    def _unknown(self, found: Iterable[Unit]) -> Iterator[Unit]:
        """What has to be read; what is known is taken as it is come by."""
        for unit in found:
            key = self.keys.of(unit)
            if entry := self.cache.find(key, unit):
                self.known += 1
                self._take(unit, key, entry)
            elif self.strikes[unit.path] >= _STRIKES:
                self._give_up(unit)
            else:
                if not self._begun:
                    self._begun = True
                    self.begins()
                self._open[unit] = key, []
                yield unit

    def _hear(self, unit: Unit, result: Any) -> None:
        if result is None:
            return
        key, pieces = self._open[unit]
        if isinstance(result, Piece):
            pieces.append(result)
        elif isinstance(result, Spent):
            self.strikes[unit.path] = 0
            passing = any(piece.head.get("passing") for piece in pieces)
            self._keep(unit, None if passing else key, pieces, result.seconds)
        elif isinstance(result, workers.Lost):
            # what a machine had no room or time for, another may have
            self.strikes[unit.path] += 1
            mend = "split it, allow more time, or leave it out"
            lost = failed(Failure(unit.name, result.problem, mend))
            self._keep(unit, None, [*pieces, lost], 0.0)

    def _give_up(self, unit: Unit) -> None:
        problem = "is not read: the lines before it ended the process that reads them"
        failure = Failure(unit.name, problem, "look at the file")
        self._keep(unit, None, [failed(failure)], 0.0)

    def _keep(
        self, unit: Unit, key: str | None, pieces: Sequence[Piece], seconds: float
    ) -> None:
        entry = self.cache.keep(key, pieces, unit, seconds)
        self._open.pop(unit, None)
        self._take(unit, key, entry)

    def _take(self, unit: Unit, key: str | None, entry: Entry) -> None:
        self.taken(unit, key, entry)
        self.done.add(unit.place)
        for failure in entry.failures:
            self.heard(unit.name, failure)
        self.heard(unit.name, None)


def _grace(unit: Unit) -> float:
    """Seconds for parsing and assembling what is read."""
    return min(_LONGEST, _GRACE + unit.size / _BYTES_A_SECOND)


def _work(
    model: str, rows: Mapping[str, ReportRow], limits: Limits, weights: Path | None
) -> Callable[[Unit], Iterator[Piece | Spent]]:
    """What a worker does with a document, its model loaded once."""
    # only here, so that a run whose documents are known loads no model
    from incidents.pipeline.reader import Reader

    reader = Reader.load(model, rows, limits, weights)

    def work(unit: Unit) -> Iterator[Piece | Spent]:
        begun = time.process_time()
        yield from reader.read(unit)
        yield Spent(time.process_time() - begun)

    return work
