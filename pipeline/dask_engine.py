"""Documents read by other machines: tasks on a dask scheduler given by its address.

A task has all that it needs in its argument, and nothing of it is kept by a machine:
whatever becomes of one, its documents are given to another. A machine that has another
version of the program, or other gazetteers, or another copy of the file, reads nothing.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from incidents.pipeline.cache import Keys
from incidents.pipeline.entry import Piece, Spent, failed
from incidents.pipeline.fingerprint import Fingerprint, fingerprint
from incidents.pipeline.ingest.limits import Limits
from incidents.pipeline.ingest.rows import ReportRow
from incidents.pipeline.own_gazetteers import use
from incidents.pipeline.plan import RunError, Settings
from incidents.pipeline.process import bound_memory
from incidents.pipeline.records import Failure
from incidents.pipeline.unit import Unit
from incidents.pipeline.workers import Lost

if TYPE_CHECKING:
    from distributed import Client, Future

    from incidents.pipeline.reader import Reader

EXTRA = "pip install 'incident-pipeline[dask]'"
#: Tasks that wait at each process of the cluster beside the one in work.
_AHEAD = 3
#: Seconds to find the scheduler.
_PATIENCE = 30
#: Seconds between two looks at what a document has used.
_LOOK = 0.5
#: A process reads one document at a time, however many threads it is given.
_ALONE = threading.Lock()


@dataclass(frozen=True, slots=True)
class Kit:
    """What a machine has to read with, as the run that asks has it."""

    model: str
    gazetteers: Path | None
    weights: Path | None
    limits: Limits
    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True)
class Task:
    """A document to read.

    Attributes:
        unit: Where it is.
        digest: The SHA-256 of its bytes; empty where they could not be read.
        row: What ``reports.csv`` says of it.
        kit: What it is read with.
        seconds: Processor time after which it is given up.
    """

    unit: Unit
    digest: str
    row: ReportRow | None
    kit: Kit
    seconds: float


@dataclass(frozen=True, slots=True)
class Engine:
    """Has documents read on a cluster.

    Attributes:
        settings: What the run is told; ``scheduler`` is the address.
        keys: Names what each document gives.
        seconds: How much processor time each may take.
    """

    settings: Settings
    keys: Keys
    seconds: Callable[[Unit], float]

    def each(self, units: Iterable[Unit]) -> Iterator[tuple[Unit, Any]]:
        """What each document gives, as it comes; then None, or ``Lost``.

        Raises:
            RunError: The scheduler is not found, or is gone; or a machine cannot read
                as this run does.
        """
        waiting = iter(units)
        open: dict[str, tuple[Unit, Future]] = {}
        with _client(str(self.settings.scheduler)) as client:
            while self._fill(client, waiting, open):
                for name in _done(client, [future for _, future in open.values()]):
                    unit, future = open.pop(name)
                    yield from ((unit, made) for made in _result(future))

    def _fill(
        self,
        client: Client,
        waiting: Iterator[Unit],
        open: dict[str, tuple[Unit, Future]],
    ) -> bool:
        """Keep the cluster at work; whether there is any left."""
        processes = max(1, len(client.nthreads()))  # more may come, and some go
        while len(open) < processes * (1 + _AHEAD):
            if (unit := next(waiting, None)) is None:
                break
            name = f"{self.keys.of(unit)}-{':'.join(map(str, unit.place))}"
            task = self._task(unit)
            open[name] = unit, client.submit(perform, task, key=name, pure=False)
        return bool(open)

    def _task(self, unit: Unit) -> Task:
        told = self.settings
        made_with = self.keys.fingerprint
        kit = Kit(told.model, told.gazetteers, told.weights, told.limits, made_with)
        row = self.keys.rows.get(unit.path.name)
        here = replace(unit, path=unit.path.absolute())
        return Task(here, unit.digest(told.limits), row, kit, self.seconds(unit))


@contextmanager
def _client(address: str) -> Iterator[Client]:
    try:
        from distributed import Client
    except ImportError:
        raise RunError(f"--engine dask needs the extra dask: {EXTRA}") from None
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise RunError(
            f"no dask scheduler answers at {address}: start one, or mend --scheduler"
        ) from error
    with client:
        yield client


def _done(client: Client, futures: Sequence[Future]) -> list[str]:
    """The names of tasks that have come to an end; waits for one.

    Raises:
        RunError: They never will, as the scheduler is gone.
    """
    from distributed import CancelledError, wait

    try:
        with client.as_current():
            wait(futures, return_when="FIRST_COMPLETED")
    except (CancelledError, OSError) as error:
        told = "what was done is kept, and the same command goes on"
        raise RunError(f"the dask scheduler is gone: {told}") from error
    return [future.key for future in futures if future.done()]


def _result(future: Future) -> Iterator[Any]:
    """What a task gave, then None; or that it is lost."""
    from distributed import KilledWorker

    try:
        made = future.result()
    except KilledWorker:
        yield Lost("the processes that read it ended, one after another")
        return
    yield from made
    yield None


def perform(task: Task) -> list[Any]:
    """Read a document; done by a process of the cluster.

    Raises:
        RunError: This machine cannot read as the run that asks does.
    """
    begun = time.process_time()
    with _ALONE, _watched(task.seconds):
        if task.unit.digest(task.kit.limits) != task.digest:
            return [_another(task.unit), Spent(0.0)]
        rows = {task.unit.path.name: task.row} if task.row else {}
        pieces = [*replace(_reader(task.kit), rows=rows).read(task.unit)]
    return [*pieces, Spent(time.process_time() - begun)]


@cache
def _reader(kit: Kit) -> Reader:
    """What this process reads with, loaded once."""
    from incidents.pipeline.reader import Reader

    try:
        use(kit.gazetteers)
        mine = fingerprint(kit.model, kit.gazetteers, kit.weights)
    except (ValueError, OSError) as error:
        raise RunError(f"a machine of the cluster: {error}") from error
    for name in Fingerprint.__slots__:
        if getattr(mine, name) != getattr(kit.fingerprint, name):
            raise RunError(
                f"a machine of the cluster has another {name} than this one:"
                " install the same version there, with the same gazetteers"
            )
    reader = Reader.load(kit.model, {}, kit.limits, kit.weights)
    bound_memory()
    return reader


def _another(unit: Unit) -> Piece:
    problem = "is not there, or another, where a machine of the cluster looks for it"
    mend = f"let every machine have {unit.path}, or see it under that name"
    return failed(Failure(unit.name, problem, mend), passing=True)


@contextmanager
def _watched(seconds: float) -> Iterator[None]:
    """End this process where what is within takes longer; another takes its place."""
    over, end = threading.Event(), time.process_time() + seconds

    def watch() -> None:
        while not over.wait(_LOOK):
            if time.process_time() > end:
                os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
    try:
        yield
    finally:
        over.set()
