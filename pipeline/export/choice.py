"""What was chosen to be exported, and the words that say so in every file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Choice:
    """What goes into an export.

    Attributes:
        reviewed: Only records of which every value was decided at the desk.
        events: One row an event, where a format has one row a thing.
        pseudonyms: The file of the key that pseudonyms are made with; None where
            suspects keep their names.
    """

    reviewed: bool = False
    events: bool = False
    pseudonyms: Path | None = None

    def __str__(self) -> str:
        """The choice in words, which each file carries."""
        which = "reviewed records only" if self.reviewed else "all records"
        names = (
            "suspects under pseudonyms, acquitted people's names left out"
            if self.pseudonyms
            else "suspects' names as printed"
        )
        return f"{which}; {names}"
