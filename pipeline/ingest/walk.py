"""Which files a run reads, and which it finds and cannot read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from incidents.pipeline.records import Failure

ENDINGS = frozenset(".pdf .txt .md .html .htm .docx .odt .rtf .eml .zip .jsonl".split())
#: What is read of a folder that is no document.
ROWS = "reports.csv"
#: What a folder has that a run wrote.
RUN = "run.json"


@dataclass(frozen=True, slots=True)
class Survey:
    """The files under the inputs of a run, sorted, each once.

    Attributes:
        read: Those that are read.
        unread: Those of an ending that is not read.
        runs: Folders that hold what an earlier run wrote, which is not read.
    """

    read: tuple[Path, ...]
    unread: tuple[Path, ...]
    runs: tuple[Path, ...] = ()


def survey(inputs: Sequence[Path]) -> Survey:
    """Every file under ``inputs``, by whether it is read.

    Folders are gone through however deep; hidden files and folders are passed over. A
    file named outright is read whatever its ending, so that reading it says what is
    wrong.
    """
    read: dict[Path, Path] = {}
    unread: dict[Path, Path] = {}
    runs: dict[Path, Path] = {}
    for given in inputs:
        for path in _files(given, runs):
            known = path == given or path.suffix.lower() in ENDINGS
            (read if known else unread).setdefault(path.resolve(), path)
    left = (path for place, path in unread.items() if place not in read)
    return Survey(
        tuple(sorted(read.values())), tuple(sorted(left)), tuple(sorted(runs.values()))
    )


def walk(inputs: Sequence[Path]) -> list[Path]:
    """Every document under ``inputs``, sorted, each once."""
    return list(survey(inputs).read)


def not_read(path: PurePath) -> Failure:
    """The row of ``failures.jsonl`` for a file that a folder holds and nobody reads."""
    problem = f"is not read: its ending is {path.suffix or '(none)'}"
    mend = f"save it as one of {', '.join(sorted(ENDINGS))}"
    return Failure(path.name, problem, mend, "warning")


def _files(given: Path, runs: dict[Path, Path]) -> Iterator[Path]:
    """The files under ``given``; folders that hold a run are noted in ``runs``."""
    if not given.is_dir():
        yield given
        return
    for place, folders, names in os.walk(given):
        folder = Path(place)
        if RUN in names:
            runs.setdefault(folder.resolve(), folder)
            folders.clear()
            continue
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = folder / name
            if not name.startswith(".") and name != ROWS and path.is_file():
                yield path
