"""A run: every input through every stage, into one folder.

What a document gives is put aside in the folder as soon as it is made, and the run's
files are made of that at the end, in the order of ``doc_id``: so memory stays flat, the
order of inputs and the number of workers do not show, and an interrupted run still
writes what it has.
"""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from gazetteers import FILES, FIXED, SETTING
from gazetteers import load as load_gazetteer
from pipeline import workers
from pipeline.assemble.weights import Weights
from pipeline.assemble.weights import load as load_weights
from pipeline.document import Reading, read_report
from pipeline.ingest import IngestError, Limits, ReportRow, read
from pipeline.parse import load
from pipeline.plan import Plan, RunError, Settings, Task, plan
from pipeline.records import Failure, Report
from pipeline.run_folder import Kept, Summary, settle_ids, write

__all__ = ["Plan", "RunError", "Settings", "Summary", "plan", "run"]

_PARTS = ".parts"
#: Where an interrupted run goes that was to replace another.
_ASIDE = "interrupted"
#: Time that parsing and assembly may take beyond reading, until a worker is stopped:
#: so many seconds, and one for so many bytes (a tenth of the usual pace), bounded.
_GRACE, _BYTES_A_SECOND, _LONGEST = 60.0, 1_500, 3_600.0


def run(
    settings: Settings, heard: Callable[[str, Failure | None], None] = lambda *_: None
) -> Summary:
    """Read every input and write the run's folder.

    Args:
        settings: What to read, and how.
        heard: Called with the name of each document or file done, and its failure.

    Raises:
        RunError: ``out`` holds another run, there is nothing to read, or the model,
            the weights or ``reports.csv`` cannot be used.
    """
    begun = time.monotonic()
    told = plan(settings)
    try:
        load(settings.model)
        _weights(settings.weights)
        _add_gazetteers(settings.gazetteers)
    except (ValueError, OSError) as error:
        raise RunError(str(error)) from error
    kept = Kept(_prepare(settings), len(told.unread))
    out, interrupted = settings.out, False
    for remark in told.remarks():
        kept.failures.append(remark)
        heard(remark.source, remark)
    try:
        _read_all(settings, told.tasks, told.rows, kept, heard)
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # what is done is written first
        interrupted = True
        mend = "run it again for the documents left out"
        kept.failures.append(Failure("run", "was interrupted", mend))
        if (out / "run.json").exists():
            out = out / _ASIDE  # the run that was to be replaced stays
            out.mkdir(exist_ok=True)
    for failure in settle_ids(kept):
        heard(failure.source, failure)
    summary = write(replace(settings, out=out), kept, interrupted, begun)
    shutil.rmtree(kept.folder)
    return summary


def _add_gazetteers(folder: Path | None) -> None:
    """Let this process and its workers read the user's own gazetteers as well.

    Raises:
        ValueError: The folder holds no gazetteer of ours to add to, or a bad one.
    """
    if folder is None:
        return
    known = {p.name for p in FILES.iterdir() if p.name.endswith(".toml")}
    known -= {f"{name}.toml" for name in FIXED}
    found = {p.name for p in folder.glob("*.toml")}
    if not found or found - known:
        names = ", ".join(sorted(found - known)) or "nothing"
        raise ValueError(
            f"{folder} holds {names}; name files like {', '.join(sorted(known))}"
        )
    os.environ[SETTING] = str(folder.resolve())
    for name in found:
        load_gazetteer.cache_clear()
        load_gazetteer(name.removesuffix(".toml"))


def _weights(path: Path | None) -> Weights | None:
    """The weights of ``path``, or None for those that ship.

    Raises:
        ValueError: They cannot be used; says why.
    """
    return load_weights(path) if path else None


def _prepare(settings: Settings) -> Path:
    """The folder, with room for what is put aside."""
    out = settings.out
    if out.exists() and not out.is_dir():
        raise RunError(f"{out} is a file: name a folder")
    if (out / "run.json").exists() and not settings.force:
        raise RunError(f"{out} holds another run: name another folder, or add --force")
    parts = out / _PARTS
    shutil.rmtree(parts, ignore_errors=True)
    parts.mkdir(parents=True)
    return parts


def _read_all(
    settings: Settings,
    tasks: Sequence[Task],
    rows: Mapping[str, ReportRow],
    kept: Kept,
    heard: Callable[[str, Failure | None], None],
) -> None:
    """Do every document; put aside what it gives, or why it gives nothing."""
    made = workers.each(
        tasks,
        _work,
        (settings.model, dict(rows), settings.limits, settings.weights),
        settings.workers,
        lambda task: settings.limits.seconds + _grace(task.path),
    )
    for task, result in made:
        failure = None
        if isinstance(result, Reading):
            kept.add(task, result)
        elif isinstance(result, workers.Lost):
            mend = "split it, allow more time, or leave it out"
            failure = Failure(task.path.name, result.problem, mend)
        elif isinstance(result, Failure):
            failure = result
        if failure is not None:
            kept.failures.append(failure)
        if result is not None:
            heard(task.path.name, failure)


def _grace(path: Path) -> float:
    """Seconds for parsing and assembling what is read from ``path``."""
    size = path.stat().st_size if path.is_file() else 0
    return min(_LONGEST, _GRACE + size / _BYTES_A_SECOND)


def _work(
    model: str, rows: Mapping[str, ReportRow], limits: Limits, weights: Path | None
) -> Callable[[Task], Iterator[Reading | Failure]]:
    """What a worker does with a file, its model loaded once."""
    nlp, decided = load(model), _weights(weights)

    def work(task: Task) -> Iterator[Reading | Failure]:
        try:
            for made in read(task.path, rows, limits):
                if isinstance(made, Report):
                    lone = task.path.suffix.lower() != ".jsonl"
                    report = replace(made, doc_id=task.doc_id) if lone else made
                    yield read_report(report, nlp, decided)
                else:
                    yield made
        except IngestError as error:
            yield error.failure
        except Exception as error:  # one document must not end the batch
            problem = f"stopped the pipeline ({type(error).__name__}: {error})"
            mend = "this is a fault of the program: report it, with the file"
            yield Failure(task.path.name, problem[:500], mend)

    return work
