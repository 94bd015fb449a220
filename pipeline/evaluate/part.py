"""Which documents of a run a gold set is of: a part of them may be coded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from incidents.pipeline.ingest.names import safe_id

#: Documents that a sentence names.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Part:
    """The documents of a run that are measured.

    Attributes:
        documents: Those that were coded.
        left_out: Those that were not, which count nowhere.
    """

    documents: frozenset[str]
    left_out: tuple[str, ...]


def part(coded: Collection[str], run: Collection[str], failed: Collection[str]) -> Part:
    """What of a run is measured.

    Args:
        coded: Documents with gold records, or with passages that were left uncoded.
        run: The documents of the run.
        failed: Those that the run could not read; their gold records are missed.

    Raises:
        ValueError: A document that was coded is neither.
    """
    if strange := sorted({*coded} - {*run} - {*failed}):
        raise ValueError(
            f"the gold is of {len(strange)} documents that the run does not have:"
            f" {named(strange)}; take the run that reads them, or leave their records"
            " out"
        )
    return Part(frozenset(coded), tuple(sorted({*run} - {*coded})))


def not_read(failures: Iterable[Mapping[str, str]]) -> set[str]:
    """The ids of documents that failures are of, as far as a file's name gives them."""
    return {
        safe_id(PurePath(failure["source"]).stem)
        for failure in failures
        if failure["severity"] == "error"
    }


def named(documents: Collection[str]) -> str:
    """The first few of ``documents``."""
    first = sorted(documents)[:_NAMED]
    return ", ".join(first) + (", ..." if len(documents) > _NAMED else "")
