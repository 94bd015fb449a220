"""The documents of a run, read by workers of which any may be lost.

A JSONL file goes on after the line at which its worker was lost.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pipeline import workers
from pipeline.assemble.weights import load as load_weights
from pipeline.document import Reading, read_report
from pipeline.ingest import IngestError, Limits, ReportRow, read, too_big
from pipeline.parse import load
from pipeline.plan import Plan, Settings, Task
from pipeline.records import Failure
from pipeline.run_folder import Kept

#: Time that parsing and assembly may take beyond reading, until a worker is stopped:
#: so many seconds, and one for so many bytes (a tenth of the usual pace), bounded.
_GRACE, _BYTES_A_SECOND, _LONGEST = 60.0, 1_500, 3_600.0
#: Lines of a JSONL file that may stop the process that reads it, one after another.
_STRIKES = 5
AGAIN = "run it again for the documents left out"


@dataclass(frozen=True, slots=True)
class _Begun:
    """A line of a JSONL file that a worker turns to."""

    line: int


@dataclass(slots=True)
class _Progress:
    """How far a worker is with a file.

    Attributes:
        line: The line of a JSONL file that it is at.
        done: Whether that is done.
        strikes: How many lines before it have stopped their workers.
    """

    line: int = 0
    done: bool = True
    strikes: int = 0


@dataclass(slots=True)
class Batch:
    """Has every document read, and puts aside what it gives, or why it gives nothing.

    Attributes:
        waiting: The files that no worker has yet.
        working: Those that are read, and how far.
    """

    settings: Settings
    plan: Plan
    kept: Kept
    heard: Callable[[str, Failure | None], None]
    waiting: deque[Task] = field(default_factory=deque)
    working: dict[Task, _Progress] = field(default_factory=dict)
    finished: set[Path] = field(default_factory=set)

    def read(self) -> None:
        """Read all of the plan."""
        limits = self.settings.limits
        self.waiting.extend(self.plan.tasks)
        made = workers.each(
            self.waiting,
            _work,
            (self.settings.model, dict(self.plan.rows), limits, self.settings.weights),
            self.settings.workers,
            lambda task: limits.seconds + _grace(task.path),
        )
        for task, result in made:
            self._hear(task, result)

    def left_out(self) -> Iterator[Failure]:
        """A failure for each file that is not done."""
        for task in self.plan.tasks:
            if task.path not in self.finished:
                problem = "was not read to its end, as the run was interrupted"
                yield Failure(task.path.name, problem, AGAIN)

    def _hear(self, task: Task, result: Any) -> None:
        progress = self.working.setdefault(task, _Progress(task.after))
        if isinstance(result, _Begun):
            progress.line, progress.done = result.line, False
            return
        if result is None:
            self._end(task)
            return
        failure = result if isinstance(result, Failure) else None
        if isinstance(result, Reading):
            self.kept.add(task, result)
        elif isinstance(result, workers.Lost):
            failure = self._lose(task, progress, result.problem)
        progress.done = True
        if not _has_lines(task.path):
            self.finished.add(task.path)
        if failure is not None:
            self.kept.failures.append(failure)
        else:
            progress.strikes = 0
        self.heard(task.path.name, failure)

    def _end(self, task: Task) -> None:
        self.finished.add(task.path)
        self.working.pop(task, None)

    def _lose(self, task: Task, progress: _Progress, problem: str) -> Failure:
        """Why a file or a line is lost; the lines after it are read by another."""
        self._end(task)
        mend = "split it, allow more time, or leave it out"
        if not _has_lines(task.path):
            return Failure(task.path.name, problem, mend)
        line = progress.line + progress.done
        strikes = progress.strikes + 1
        if strikes >= _STRIKES:
            problem += "; so did those before it, and the lines after it are not read"
        else:
            rest = replace(task, after=line)
            self.finished.discard(task.path)
            self.waiting.append(rest)
            self.working[rest] = _Progress(line, strikes=strikes)
        return Failure(f"{task.path.name}:{line}", problem, mend)


def _has_lines(path: Path) -> bool:
    return path.suffix.lower() == ".jsonl"


def _grace(path: Path) -> float:
    """Seconds for parsing and assembling what is read from ``path``."""
    size = path.stat().st_size if path.is_file() else 0
    return min(_LONGEST, _GRACE + size / _BYTES_A_SECOND)


def _work(
    model: str, rows: Mapping[str, ReportRow], limits: Limits, weights: Path | None
) -> Callable[[Task], Iterator[Reading | Failure | _Begun]]:
    """What a worker does with a file, its model loaded once."""
    nlp = load(model)
    decided = load_weights(weights) if weights else None

    def work(task: Task) -> Iterator[Reading | Failure | _Begun]:
        try:
            for made in read(task.path, rows, limits, task.after):
                if _has_lines(task.path):
                    yield _Begun(int(made.source.rpartition(":")[2]))
                if isinstance(made, Failure):
                    yield made
                    continue
                own = made.source != task.path.name  # a line, or a file in a file
                named = made.doc_id if own else task.doc_id
                report = replace(made, doc_id=named)
                try:
                    yield read_report(report, nlp, decided)
                except Exception as error:  # one line must not end its file
                    yield _fault(report.source, error)
        except IngestError as error:
            yield error.failure
        except Exception as error:  # one document must not end the batch
            yield _fault(task.path.name, error)

    return work


def _fault(source: str, error: Exception) -> Failure:
    """The failure of a document at which the pipeline stopped."""
    if isinstance(error, MemoryError):
        return too_big(source).failure
    problem = f"stopped the pipeline ({type(error).__name__}: {error})"
    mend = "this is a fault of the program: report it, with the file"
    return Failure(source, problem[:500], mend)
