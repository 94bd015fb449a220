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
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from gazetteers import FILES, FIXED, SETTING
from gazetteers import load as load_gazetteer
from pipeline.assemble.weights import Weights
from pipeline.assemble.weights import load as load_weights
from pipeline.batch import AGAIN, Batch
from pipeline.parse import load
from pipeline.plan import NotWritten, Plan, RunError, Settings, plan
from pipeline.records import Failure
from pipeline.run_folder import Kept, Summary, settle_ids, write

__all__ = ["NotWritten", "Plan", "RunError", "Settings", "Summary", "plan", "run"]

_PARTS = ".parts"
#: Where an interrupted run goes that was to replace another.
_ASIDE = "interrupted"


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
    reading = Batch(settings, told, kept, heard)
    with _stoppable(), _writing(out):
        try:
            reading.read()
        except KeyboardInterrupt:
            _stop_heeding()  # what is done is written first
            interrupted = True
            kept.failures.append(Failure("run", "was interrupted", AGAIN))
            kept.failures += reading.left_out()
            if (out / "run.json").exists():
                out = out / _ASIDE  # the run that was to be replaced stays
                out.mkdir(exist_ok=True)
        for failure in settle_ids(kept):
            heard(failure.source, failure)
        summary = write(replace(settings, out=out), kept, interrupted, begun)
        shutil.rmtree(kept.folder)
    return summary


@contextmanager
def _stoppable() -> Iterator[None]:
    """Within, a request to end is heeded as Ctrl-C is."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    known = [signal.getsignal(s) for s in (signal.SIGINT, signal.SIGTERM)]
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, known[0])
        signal.signal(signal.SIGTERM, known[1])


def _stop_heeding() -> None:
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)


@contextmanager
def _writing(out: Path) -> Iterator[None]:
    """Say of what cannot be written where it is.

    Raises:
        NotWritten: The disk is full, or the folder is gone.
    """
    try:
        yield
    except OSError as error:
        why = error.strerror or str(error)
        where = error.filename or out
        raise NotWritten(
            f"cannot write {where}: {why}; make room, and run it again with --force"
        ) from error


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
