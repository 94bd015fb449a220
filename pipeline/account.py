"""What a run's account of itself is made of, and whether it stands already."""

from __future__ import annotations

import json
import platform
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from incidents.pipeline import files
from incidents.pipeline.fingerprint import Fingerprint
from incidents.pipeline.kept import Kept
from incidents.pipeline.merge.weights import given
from incidents.pipeline.plan import Settings
from incidents.pipeline.seal import sealed

_PACKAGES = ("incident-pipeline", "spacy", "dateparser", "pdfminer.six", "numpy")


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of a run; also the ``counts`` of ``run.json``."""

    documents: int
    records: int
    failures: int
    warnings: int
    interrupted: bool
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Account:
    """What ``run.json`` says of how a run came about.

    Attributes:
        settings: What it was told.
        fingerprint: What it read with.
        begun: When it began, by the clock that only goes on.
        interrupted: Whether it was ended before its end.
    """

    settings: Settings
    fingerprint: Fingerprint
    begun: float
    interrupted: bool = False

    def told(self) -> dict[str, Any]:
        """All but times, and but how many processes there were."""
        return {
            "versions": {
                "python": platform.python_version(),
                **{name: version(name) for name in _PACKAGES},
            },
            "hashes": asdict(self.fingerprint),
            "settings": settings_told(self.settings),
        }


def settings_told(settings: Settings) -> dict[str, Any]:
    """What a run is told that its records may follow from, as ``run.json`` has it."""
    return {
        "inputs": [str(p) for p in settings.inputs],
        "model": settings.model,
        "gazetteers": str(settings.gazetteers or ""),
        "weights": _named(settings.weights),
        "event_weights": given(settings.event_weights),
        "limits": asdict(settings.limits),
    }


def standing(out: Path, account: Account, kept: Kept) -> Summary | None:
    """What came of the run in ``out`` if that is what would be written, else None."""
    made_of = kept.made_of(account.told())
    try:
        told = json.loads((out / "run.json").read_bytes())
        same = made_of is not None and told["made_of"] == made_of
        if account.interrupted or not same or told["files"] != sealed(out):
            return None
        return Summary(**told["counts"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _named(path: Path | None) -> dict[str, str]:
    """A file that a run was given, by name and content."""
    return {} if path is None else {"path": str(path), "sha256": files.digest(path)}
