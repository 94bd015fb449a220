"""Hashes of all that decides what is read in a document, beside the document."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from incidents.pipeline import model as models
from incidents.pipeline.files import digest, line

#: Our own packages, and the endings of what counts in them.
_PACKAGES = ("incidents.pipeline", "incidents.extractors")
_ENDINGS = (".py", ".toml")
_OURS = "incident-pipeline"
_VERSION = re.compile(r"(?m)^Version: *(.*)$")
_NEEDED = re.compile(r"(?m)^Requires-Dist: *([A-Za-z0-9._-]+)(.*)$")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a run reads with, each by its SHA-256.

    Attributes:
        program: Our source, Python, and the packages that it stands on.
        model: The spaCy model.
        gazetteers: Those that ship, and the user's own.
        weights: Of assembly's decisions: those given, or those that ship.
    """

    program: str
    model: str
    gazetteers: str
    weights: str


def fingerprint(
    model: str, gazetteers: Path | None, weights: Path | None
) -> Fingerprint:
    """What a run with these settings reads with.

    Raises:
        ValueError: The model is not installed, or the weights are no file.
    """
    if weights is not None and not weights.is_file():
        raise ValueError(f"{weights}: no weights: no such file")
    listed = [_folder("incidents.gazetteers"), *([gazetteers] if gazetteers else [])]
    learned = weights or _folder("incidents.pipeline") / "assemble" / "weights.toml"
    return Fingerprint(
        program=_program(),
        model=_of_folders([models.find(model)]),
        gazetteers=_of_folders(listed, (".toml", ".sqlite")),
        weights=digest(learned),
    )


@cache
def _program() -> str:
    source = _of_folders(map(_folder, _PACKAGES), _ENDINGS)
    told = [source, platform.python_version(), *sorted(_stands_on(_OURS, set()))]
    return sha256(line(told).encode()).hexdigest()


def _stands_on(name: str, seen: set[str]) -> Iterator[str]:
    """A package and those that it needs, each with its version."""
    if name in seen:
        return
    seen.add(name)
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return  # another system's, or another version's
    head, _, _ = (found.read_text("METADATA") or "").partition("\n\n")
    yield f"{name} {_VERSION.findall(head)}"
    for needed, when in _NEEDED.findall(head):
        if "extra ==" not in when:
            yield from _stands_on(needed.lower(), seen)


def _folder(package: str) -> Path:
    """Where a package lies; it is not loaded."""
    found = find_spec(package)
    assert found is not None and found.submodule_search_locations
    return Path(found.submodule_search_locations[0])


def _of_folders(folders: Iterable[Path], endings: tuple[str, ...] = ()) -> str:
    """A hash of the names and bytes of files."""
    told = [
        (path.relative_to(folder).as_posix(), digest(path))
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and "__pycache__" not in path.parts
        and (not endings or path.suffix in endings)
    ]
    return sha256(line(told).encode()).hexdigest()
