"""What a process has used, and the most memory that it may have."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

#: Bytes that a process may hold in memory: a gigabyte, less what it may grow unseen.
MEMORY = 1_000_000_000
_MARGIN = 60_000_000


def cpu_seconds(pid: int) -> float | None:
    """Processor time that a process has used; None where the system does not say."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, IndexError, ValueError):
        return None


def children_seconds() -> float:
    """Processor time of the programs that this process has run to their end."""
    used = os.times()
    return used.children_user + used.children_system


def resident(pid: int) -> int:
    """Bytes that a process holds in memory; 0 where the system does not say."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError, ValueError):
        return 0


def bound_memory(limit: int = MEMORY) -> None:
    """Let this process ask for no more than ``limit`` bytes in all, where it can.

    What asks for more gets a ``MemoryError``.
    """
    held, asked = resident(os.getpid()), _asked()
    if resource is None or not held or not asked:
        return
    room = max(0, limit - _MARGIN - held)
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (asked + room, most))


def _asked() -> int:
    """Bytes of its own that this process has asked for, used or not."""
    try:
        status = Path("/proc/self/status").read_text()
        told = next(x for x in status.splitlines() if x.startswith("VmData:"))
        return int(told.split()[1]) * 1024
    except (OSError, StopIteration, ValueError):
        return 0
