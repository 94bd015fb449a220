"""Worker processes that may hang or die without taking the run along.

Each worker has one task at a time and sends what it makes as it makes it. One that says
nothing for too long, or grows too big, is killed; its task is reported, and another
takes its place.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import ModuleType
from typing import Any, TypeVar

from incidents.pipeline.process import MEMORY, bound_memory, cpu_seconds, resident

Task = TypeVar("Task")
Work = Callable[[Task], Iterator[Any]]

#: A new process, not a fork: the same on every system, and safe beside threads.
_CONTEXT = multiprocessing.get_context("spawn")
#: So many times longer than it may work a worker may wait, as for a slow disk.
_PATIENCE = 10


@dataclass(frozen=True, slots=True)
class Lost:
    """A task whose worker died or was stopped, and why."""

    problem: str


@dataclass(frozen=True, slots=True)
class _Unfit:
    """What kept a worker from taking up work."""

    error: Exception


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    task: Any = None
    heard: float = field(default_factory=time.monotonic)
    used: float = 0.0

    def listen(self) -> None:
        """Count time from now on."""
        self.heard = time.monotonic()
        self.used = cpu_seconds(self.process.pid or 0) or 0.0

    def over(self, seconds: float) -> str | None:
        """What is too much of it: time at work, time in all, memory."""
        waited = time.monotonic() - self.heard
        used = cpu_seconds(self.process.pid or 0)
        if (waited if used is None else used - self.used) > seconds:
            return f"took longer than {seconds:.0f} s"
        if waited > _PATIENCE * seconds:
            return f"did nothing for {waited:.0f} s"
        if resident(self.process.pid or 0) > MEMORY:
            return f"took more than {MEMORY / 1e9:g} GB of memory"
        return None

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
    """Do every task in one of ``workers`` processes, begun as there is work for them.

    Args:
        tasks: What to do; sent to the workers, so they must pickle. Each is asked for
            when there is a worker for it.
        prepare: Called once in each worker, with ``arguments``; returns the work.
        arguments: For ``prepare``.
        workers: How many processes.
        seconds: How long a worker may work on a task in silence before it is stopped,
            in processor time, so that a busy machine changes nothing.

    Yields:
        The task with each thing that its work yields, as it comes, then with None when
        it is done; or with a ``Lost``.

    Raises:
        Exception: What ``prepare`` raised in a worker.
    """
    waiting, pool = iter(tasks), list[_Worker]()
    try:
        while True:
            for n in range(workers):
                if n < len(pool) and pool[n].task is not None:
                    continue
                if (task := next(waiting, None)) is None:
                    break
                if n == len(pool):
                    pool.append(_start(prepare, arguments))
                pool[n] = _give(pool[n], task, prepare, arguments)
            if all(w.task is None for w in pool):
                return
            yield from _hear(pool, prepare, arguments, seconds)
    finally:
        for worker in pool:
            worker.stop()


def _start(prepare: Callable[..., Work[Any]], arguments: tuple[Any, ...]) -> _Worker:
    ours, theirs = _CONTEXT.Pipe()
    process = _CONTEXT.Process(
        target=_serve, args=(theirs, prepare, arguments), daemon=True
    )
    with _without_main():
        process.start()
    theirs.close()
    return _Worker(process, ours)


@contextmanager
def _without_main() -> Iterator[None]:
    """Start nothing of the script that runs: a new process would run it anew.

    Workers need none of it, and a script that reads reports without asking whether it
    is the main module would start workers without end.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


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
    worker.task = task
    worker.listen()
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
                worker.listen()
                if isinstance(said, _Unfit):
                    raise said.error
                yield worker.task, said
                if said is None:
                    worker.task = None
        else:
            problem = worker.over(seconds(worker.task))
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
        try:
            work = prepare(*arguments)
        except Exception as error:  # it is the parent's to say
            pipe.send(_Unfit(error))
            return
        bound_memory()
        while True:
            task = pipe.recv()
            for made in work(task):
                pipe.send(made)
            pipe.send(None)
    except (EOFError, BrokenPipeError):
        return
