"""A run: every input through every stage, into one folder.

What a document gives is kept in the folder as soon as it is made, by what it was made
of, and the run's files are made of that at the end, in the order of ``doc_id``: so
memory stays flat, the order of inputs and the number of workers do not show, and a run
that was stopped, however it was, goes on where it was.
"""

from __future__ import annotations

import json
import shutil
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from incidents.pipeline import files
from incidents.pipeline.account import Account, Summary, settings_told, standing
from incidents.pipeline.alone import alone, is_taken
from incidents.pipeline.batch import AGAIN, Batch
from incidents.pipeline.cache import HOME, Cache, Keys
from incidents.pipeline.entry import Entry
from incidents.pipeline.fingerprint import Fingerprint, fingerprint
from incidents.pipeline.kept import Kept
from incidents.pipeline.merge.weights import given
from incidents.pipeline.own_gazetteers import use
from incidents.pipeline.plan import NotWritten, Plan, RunError, Settings, plan
from incidents.pipeline.records import Failure
from incidents.pipeline.seal import altered
from incidents.pipeline.unit import Unit, units

__all__ = [
    "NotWritten",
    "Plan",
    "Result",
    "RunError",
    "Settings",
    "Summary",
    "count",
    "look",
    "plan",
    "read_some",
    "result",
    "resumes",
    "run",
]

#: Where an interrupted run goes that was to replace another.
_ASIDE = "interrupted"
#: What is kept for the time of a run that is told to keep nothing.
_PARTS = ".parts"
#: What a run is told, until it comes to its end.
_BEGUN = ".begun"


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a run.

    Attributes:
        summary: The counts.
        written: Whether the files had to be written; else they stood there already.
        known: Files and lines of which was kept what they give.
        done: Files and lines in all.
    """

    summary: Summary
    written: bool
    known: int
    done: int


def run(
    settings: Settings, heard: Callable[[str, Failure | None], None] = lambda *_: None
) -> Summary:
    """Read every input and write the run's folder; see ``result``."""
    return result(settings, heard).summary


def result(
    settings: Settings,
    heard: Callable[[str, Failure | None], None] = lambda *_: None,
    told: Plan | None = None,
) -> Result:
    """Read every input and write the run's folder.

    Args:
        settings: What to read, and how.
        told: What there is to read, where it is known already; see ``plan``.
        heard: Called with each failure, under the name of the file or line that it is
            of, and with that name alone once it is done.

    Raises:
        RunError: ``out`` holds another run or is being written by one, there is nothing
            to read, or the model, the weights or ``reports.csv`` cannot be used.
        NotWritten: The disk is full, or the folder is gone.
    """
    begun = time.monotonic()
    told = told or plan(settings)
    account = Account(settings, _made_with(settings), begun)
    _check_folder(settings)
    with _own(settings.out):
        return _run(settings, told, account, heard)


def count(told: Plan, settings: Settings) -> int:
    """How many files and lines a run would read."""
    return sum(1 for _ in units(told.tasks, settings.limits))


def look(settings: Settings) -> tuple[int, list[Unit]]:
    """Of how many files and lines it is known what they give, and the others."""
    told = plan(settings)
    keys, cache = _keys(settings, told), _cache(settings)
    found = list(units(told.tasks, settings.limits))
    unknown = [unit for unit in found if cache.find(keys.of(unit), unit) is None]
    return len(found) - len(unknown), unknown


def read_some(
    settings: Settings,
    chosen: Sequence[Unit],
    taken: Callable[[Unit, str | None, Entry], None],
) -> None:
    """Read some files and lines, and keep what they give; no run is written."""
    told = plan(settings)
    with _own(settings.out):
        cache = _cache(settings)
        cache.open()
        keys = _keys(settings, told)
        Batch(settings, told, keys, cache, taken, lambda *_: None).read(chosen)


def _keys(settings: Settings, told: Plan) -> Keys:
    return Keys(_made_with(settings), told.rows, settings.limits)


def _made_with(settings: Settings) -> Fingerprint:
    """What a run reads with.

    Raises:
        RunError: The model, the gazetteers or the weights cannot be used.
    """
    try:
        use(settings.gazetteers)
        given(settings.event_weights)
        return fingerprint(settings.model, settings.gazetteers, settings.weights)
    except (ValueError, OSError) as error:
        raise RunError(str(error)) from error


@contextmanager
def _own(out: Path) -> Iterator[None]:
    """Within, ``out`` is there and no other run's, and a request to end is heeded."""
    with _stoppable(), _writing(out):
        out.mkdir(parents=True, exist_ok=True)
        with alone(out):
            yield


def _run(
    settings: Settings,
    told: Plan,
    account: Account,
    heard: Callable[[str, Failure | None], None],
) -> Result:
    """The run, in a folder that is its own."""
    cache = _begun(settings)
    kept, out = Kept(len(told.unread)), settings.out
    for remark in told.remarks():
        kept.failures.append(remark)
        heard(remark.source, remark)
    keys = Keys(account.fingerprint, told.rows, settings.limits)
    batch = Batch(settings, told, keys, cache, kept.add, heard, _load_writer)
    try:
        batch.read()
    except KeyboardInterrupt:
        _stop_heeding()  # what is done is written first
        account = replace(account, interrupted=True)
        kept.failures.append(Failure("run", "was interrupted", AGAIN))
        kept.failures += batch.left_out()
        if (out / "run.json").exists():
            out = out / _ASIDE  # the run that was to be replaced stays
            out.mkdir(exist_ok=True)
    for failure in kept.settle():
        heard(failure.source, failure)
    result = Result(*_written(out, account, kept), batch.known, len(batch.done))
    _tidy(settings, cache, kept, account.interrupted)
    return result


def _load_writer() -> None:
    """Load what writes a run's files, while the workers load what reads them."""
    import incidents.pipeline.run_folder  # noqa: F401


def _written(out: Path, account: Account, kept: Kept) -> tuple[Summary, bool]:
    """What came of the run, and whether its files had to be written."""
    if summary := standing(out, account, kept):
        return summary, False
    # only here, so that a run of which nothing changed loads nothing heavy
    from incidents.pipeline.run_folder import write

    return write(out, account, kept), True


def _cache(settings: Settings) -> Cache:
    """Where it is kept what documents give."""
    if settings.remember:
        return Cache((settings.cache or settings.out) / HOME)
    return Cache(settings.out / _PARTS)


def _begun(settings: Settings) -> Cache:
    """The cache, with nothing in it that the run must not find."""
    cache = _cache(settings)
    if not settings.remember or (settings.force and settings.cache is None):
        cache.clear()
    cache.open()
    if settings.remember:
        told = {"settings": settings_told(settings)}
        files.write_json(settings.out / _BEGUN, told)
    return cache


def _tidy(settings: Settings, cache: Cache, kept: Kept, interrupted: bool) -> None:
    """Leave nothing that no later run of the same needs."""
    if not settings.remember:
        shutil.rmtree(cache.folder)
    elif settings.cache is None and not interrupted:
        cache.clear(kept.entries)
    cache.forget(kept.entries)
    if interrupted:
        return
    (settings.out / _BEGUN).unlink(missing_ok=True)
    if (settings.out / _ASIDE / "run.json").is_file():
        shutil.rmtree(settings.out / _ASIDE)


def resumes(settings: Settings) -> str | None:
    """What a run into a folder goes on with, in a sentence; None if it begins anew."""
    if settings.force or not settings.remember or not settings.out.is_dir():
        return None
    if is_taken(settings.out):
        return None  # it will be refused
    if (settings.out / _BEGUN).is_file():
        return f"{settings.out} holds a run that was stopped: it goes on"
    if (settings.out / "run.json").is_file():
        return f"{settings.out} holds a run of these inputs: what has changed is read"
    return None


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
            f"cannot write {where}: {why}; make room, and run it again:"
            " the documents that were done are kept"
        ) from error


def _check_folder(settings: Settings) -> None:
    """Refuse a folder whose run is another, and would be lost."""
    out = settings.out
    if out.exists() and not out.is_dir():
        raise RunError(f"{out} is a file: name a folder")
    if settings.force or not (out / "run.json").exists():
        return
    if _is_same(settings, out / _BEGUN):
        return  # it was to be replaced by this one, which was stopped
    mend = "name another folder, or add --force"
    if not _is_same(settings, out / "run.json"):
        raise RunError(f"{out} holds another run: {mend}")
    if changed := altered(out):
        raise RunError(
            f"{out} holds a run that was altered by hand ({', '.join(changed)}): {mend}"
        )


def _is_same(settings: Settings, account: Path) -> bool:
    """Whether a run was of the same inputs, or fewer, read alike.

    Args:
        settings: Of the run to come.
        account: What the other said of itself.
    """
    try:
        before = json.loads(account.read_bytes())["settings"]
        now = settings_told(settings)
        return set(before["inputs"]) <= set(now["inputs"]) and all(
            before[name] == value for name, value in now.items() if name != "inputs"
        )
    except (OSError, ValueError, KeyError, TypeError):
        return False
