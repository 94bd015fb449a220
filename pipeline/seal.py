"""Whether a run's files are as the run wrote them, told by their hashes."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from incidents.pipeline import files

#: What is read of a run by whoever uses it.
USED = ("records.jsonl", "events.jsonl", "documents.jsonl")
#: All that a run writes of its documents.
_LAYOUT = "layout"
SEALED = (*USED, "unsure.jsonl", "mentions.jsonl", "failures.jsonl", _LAYOUT)


def sealed(run: Path, names: Collection[str] = SEALED) -> dict[str, str]:
    """The SHA-256 of each file of a run that is there, and one of all its layouts."""
    found = {n: files.digest(run / n) for n in names if (run / n).is_file()}
    if _LAYOUT in names and (run / _LAYOUT).is_dir():
        pages = sorted((run / _LAYOUT).glob("*.json"))
        told = files.line([(page.name, files.digest(page)) for page in pages])
        found[_LAYOUT] = sha256(told.encode()).hexdigest()
    return found


def altered(run: Path, names: Collection[str] = USED) -> list[str]:
    """Which files of a run are not as the run wrote them.

    A folder that does not say how they were, such as one of an older version, is taken
    as it is.
    """
    told = _told(run)
    known = [name for name in names if name in told]
    now = sealed(run, known)
    return [name for name in known if now.get(name) != told[name]]


def _told(run: Path) -> Mapping[str, Any]:
    """What the account of a run, or of runs that were merged, says of its files."""
    for name in ("merge.json", "run.json"):
        try:
            told = json.loads((run / name).read_bytes())["files"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            continue
        return told if isinstance(told, dict) else {}
    return {}
