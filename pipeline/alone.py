"""One writer a folder."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from incidents.pipeline.plan import RunError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]
    import msvcrt

_LOCK = ".lock"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Within, no other process is in here for the same folder.

    The system lets go of the lock when its holder ends, however it ends: what stands in
    the file says only who that was.

    Raises:
        RunError: Another process is.
    """
    with (folder / _LOCK).open("a+", encoding="utf-8") as file:
        try:
            _take(file)
        except OSError as error:
            # a file system without locks, such as some over a network, refuses nobody
            if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
                file.seek(0)
                holder = file.read(20).strip() or "?"
                raise RunError(
                    f"{folder} is being written by another run (process {holder}):"
                    " wait for it, or name another folder"
                ) from None
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield


def is_taken(folder: Path) -> bool:
    """Whether another process is writing the folder now."""
    try:
        with alone(folder):
            return False
    except RunError:
        return True


def _take(file: IO[str]) -> None:
    if fcntl is not None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    else:
        file.seek(1_000)  # beyond what is written, as a locked byte cannot be read
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
