"""What makes runs doubtful to merge: made otherwise, or changed since."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from incidents.pipeline.merge.claims import Record

#: What two runs should have in common to be comparable, and how it is called.
_ALIKE = (
    ("versions", "versions of the program or its parts"),
    ("gazetteers", "gazetteers"),
    ("model", "models"),
    ("weights", "weights"),
)
#: Records of one folder that are named.
_NAMED = 3


def made_otherwise(folders: Sequence[Path]) -> Iterator[str]:
    """A remark for each way in which runs were made otherwise than the first."""
    accounts = {folder: _account(folder) for folder in folders}
    for folder, account in accounts.items():
        if not account:
            yield f"{folder} has no run.json: nothing is known of how it was made"
    told = [(folder, account) for folder, account in accounts.items() if account]
    for name, said in _ALIKE:
        for folder, account in told[1:]:
            if account[name] != told[0][1][name]:
                yield (
                    f"{told[0][0]} and {folder} were made with other {said}: what"
                    " differs between their records may be due to that"
                )


def _account(folder: Path) -> Mapping[str, Any]:
    """How a run was made; empty where nothing says it."""
    try:
        run = json.loads((folder / "run.json").read_text("utf-8"))
        settings = run["settings"]
        return {
            "versions": run["versions"],
            **{name: settings.get(name) for name in ("gazetteers", "model", "weights")},
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def edited(folder: Path, changed: Sequence[str]) -> Iterator[str]:
    """A remark where quotes of records do not stand in their document's text.

    Args:
        folder: The run.
        changed: The ids of such records.
    """
    if changed:
        named = ", ".join(changed[:_NAMED]) + (", ..." if len(changed) > _NAMED else "")
        yield (
            f"{folder}: {len(changed)} records quote what their document does not say"
            f" ({named}): edited by hand, or of another version of it; taken as they"
            " are"
        )


def stands(record: Record, document: Record) -> bool:
    """Whether all that a record quotes stands in its document's text."""
    text = str(document.get("text") or "")
    return all(
        text[c.get("start", 0) : c.get("end", 0)] == c.get("quote")
        for c in record.get("citations") or ()
        if c.get("quote")
    )
