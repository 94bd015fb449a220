"""Exports: one module of ``formats`` a format, found by its name.

A format is a module with ``SUFFIX``, the ending of its file (``/`` for a folder), and
``write(bundle, out)``, which returns remarks for the user. Its docstring's first line
is its help. ``TEXT = True`` says that it carries the documents' own text, in which
names cannot be replaced.
"""

from __future__ import annotations

import ast
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module, resources
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from incidents.pipeline.export import formats
from incidents.pipeline.export.choice import Choice

if TYPE_CHECKING:
    from incidents.pipeline.export.bundle import Bundle
    from incidents.pipeline.export.spans import Labelled

__all__ = ["Choice", "about", "export", "find", "names", "read_back"]


#: Every record, as it stands.
ALL = Choice()


class Format(Protocol):
    """What a module of ``formats`` offers."""

    __doc__: str | None
    SUFFIX: str

    def write(self, bundle: Bundle, out: Path) -> Sequence[str]:
        """Write ``bundle`` to ``out``; returns remarks."""


@cache
def names() -> tuple[str, ...]:
    """The names of all formats: ``ro-crate`` is the module ``ro_crate``."""
    found = pkgutil.iter_modules(formats.__path__)
    return tuple(sorted(m.name.replace("_", "-") for m in found))


def find(name: str) -> Format:
    """The format of this name."""
    module: Format = import_module(f"{formats.__name__}.{_module(name)}")
    return module


def about(name: str) -> str:
    """What a format is, in a line; the module is looked into, and not loaded."""
    path = resources.files(formats) / f"{_module(name)}.py"
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return said.partition("\n")[0].rstrip(".")


def _module(name: str) -> str:
    return name.replace("-", "_")


def read_back(name: str, path: Path) -> Iterator[Labelled]:
    """The documents as they were labelled in the tool that a format is of.

    Raises:
        ValueError: The file is none that the tool writes.
    """
    read: Callable[[Path], Iterator[Labelled]] = vars(find(name))["read"]
    return read(path)


def export(
    run: Path,
    name: str,
    out: Path | None = None,
    choice: Choice = ALL,
    database: str | None = None,
) -> tuple[Path, Sequence[str]]:
    """Write a run in one format.

    Args:
        run: Its folder.
        name: One of ``names()``.
        out: The file, or folder; without it one in the run's folder.
        choice: What goes into it.
        database: Where decisions are, if not in the folder.

    Returns:
        What was written, and remarks for the user.

    Raises:
        ValueError: The run cannot be read, or not be exported so.
    """
    format = find(name)
    if choice.pseudonyms and getattr(format, "TEXT", False):
        raise ValueError(
            f"{name} carries the documents' own text, in which names stay: it cannot"
            " be written with --pseudonyms"
        )
    target = out or run / f"export-{name}{format.SUFFIX}".rstrip("/")
    from incidents.pipeline.export.reading import (
        read_bundle,  # it brings all that reads runs
    )

    bundle = read_bundle(run, choice, database)
    if format.SUFFIX == "/":
        target.mkdir(parents=True, exist_ok=True)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
    return target, format.write(bundle, target)
