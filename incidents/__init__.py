"""Incident records that a researcher can cite, from reports.

``read(path)`` reads a file or folder, ``run(paths, out)`` does and keeps what it made,
``load(folder)`` takes up a run that was kept. Each gives a ``Run``: tables as pandas
DataFrames, and records that show their quotes in a notebook.

Nothing is loaded until it is used: importing this costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from incidents.record import Record
    from incidents.runs import Failure, Run, load, read, run

    __version__: str

__all__ = ["Failure", "Record", "Run", "load", "read", "run"]

_HOMES = {
    "Record": "record",
    **dict.fromkeys(("Failure", "Run", "load", "read", "run"), "runs"),
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("incident-pipeline")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted((*__all__, "__version__"))
