"""Worker processes that may hang or die without taking the run along.

Each worker has one task at a time and sends what it makes as it makes it. One that says
nothing for too long is killed; its task is reported, and another takes its place.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

Task = TypeVar("Task")
Work = Callable[[Task], Iterator[Any]]

#: A new process, not a fork: the same on every system, and safe beside threads.
_CONTEXT = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True)
class Lost:
    """A task whose worker died or was stopped, and why."""

    problem: str


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    task: Any = None
    heard: float = field(default_factory=time.monotonic)

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


def each(
    tasks: Iterable[Task],
    prepare: Callable[..., Work[Task]],
    arguments: tuple[Any, ...],
    workers: int,
    seconds: Callable[[Task], float],
) -> Iterator[tuple[Task, Any]]:
    """Do every task in one of ``workers`` processes.

    Args:
        tasks: What to do; sent to the workers, so they must pickle.
        prepare: Called once in each worker, with ``arguments``; returns the work.
        arguments: For ``prepare``.
        workers: How many processes.
        seconds: How long a worker may be silent over a task before it is stopped.

    Yields:
        The task with each thing that its work yields, as it comes, then with None when
        it is done; or with a ``Lost``.
    """
    waiting, pool = deque(tasks), []
    try:
        for _ in range(min(workers, len(waiting))):
            pool.append(_start(prepare, arguments))
        while any(w.task is not None for w in pool) or waiting:
            for n, worker in enumerate(pool):
                if worker.task is None and waiting:
                    pool[n] = _give(worker, waiting.popleft(), prepare, arguments)
            yield from _hear(pool, prepare, arguments, seconds)
    finally:
        for worker in pool:
            worker.stop()


def _start(prepare: Callable[..., Work[Any]], arguments: tuple[Any, ...]) -> _Worker:
    ours, theirs = _CONTEXT.Pipe()
    process = _CONTEXT.Process(
        target=_serve, args=(theirs, prepare, arguments), daemon=True
    )
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _give(
    worker: _Worker,
    task: Any,
    prepare: Callable[..., Work[Any]],
    arguments: tuple[Any, ...],
) -> _Worker:
    """Send ``task``; a worker that died while idle is replaced first."""
    try:
        worker.pipe.send(task)
    except OSError:
        worker.stop()
        worker = _start(prepare, arguments)
        worker.pipe.send(task)
    worker.task, worker.heard = task, time.monotonic()
    return worker


def _hear(
    pool: list[_Worker],
    prepare: Callable[..., Work[Any]],
    arguments: tuple[Any, ...],
    seconds: Callable[[Any], float],
) -> Iterator[tuple[Any, Any]]:
    """What the workers have to say now, and what became of those who say nothing."""
    ready = wait([w.pipe for w in pool if w.task is not None], timeout=0.2)
    for n, worker in enumerate(pool):
        if worker.task is None:
            continue
        problem = None
        if worker.pipe in ready:
            try:
                said = worker.pipe.recv()
            except (EOFError, OSError):
                problem = f"the process that read it ended ({_exit(worker)})"
            else:
                worker.heard = time.monotonic()
                yield worker.task, said
                if said is None:
                    worker.task = None
        elif time.monotonic() - worker.heard > seconds(worker.task):
            problem = f"took longer than {seconds(worker.task):.0f} s"
        if problem is not None:
            task = worker.task
            worker.stop()
            pool[n] = _start(prepare, arguments)
            yield task, Lost(problem)


def _exit(worker: _Worker) -> str:
    worker.process.join(1)
    code = worker.process.exitcode
    return f"signal {-code}" if code is not None and code < 0 else f"status {code}"


def _serve(
    pipe: Connection, prepare: Callable[..., Work[Any]], arguments: tuple[Any, ...]
) -> None:
    """A worker's life: prepare, then do one task after another until told no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to heed
    try:
        work = prepare(*arguments)
        while True:
            task = pipe.recv()
            for made in work(task):
                pipe.send(made)
            pipe.send(None)
    except (EOFError, BrokenPipeError):
        return
