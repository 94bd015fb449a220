"""Scores of coded fields and of entities (``score``), counted a document at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from incidents.pipeline.benchmark.figures import (
    Figure,
    Row,
    Tally,
    by_document,
    f1_figures,
)
from incidents.pipeline.benchmark.score import Score, coded, spans

_TYPES = ("Location", "Organisation", "Weapon")
#: The one field whose coding is never flagged as stated in the text.
_UNFLAGGED = "weapon"


def score_fields(
    gold: Sequence[Row], answers: Sequence[Row], mode: str = ""
) -> list[Figure]:
    """F1 of each field over what the text states, then over all that is coded."""
    given = {row["doc_id"]: row for row in answers}
    documents = [_fields(row, given.get(row["doc_id"])) for row in gold]
    stated = f1_figures([first for first, _ in documents])
    return [*stated, *f1_figures([second for _, second in documents])]


def _fields(gold: Row, answer: Row | None) -> tuple[dict[str, Tally], dict[str, Tally]]:
    answers = [] if answer is None else [answer]
    stated = coded([gold], answers, stated=True)
    whole = coded([gold], answers)
    return _tallies(stated), {
        f"{field}, stated or not": tally
        for field, tally in _tallies(whole).items()
        if field != _UNFLAGGED
    }


def score_entities(
    gold: Sequence[Row], answers: Sequence[Row], mode: str = ""
) -> list[Figure]:
    """F1 of spans of three types, equal and overlapping."""
    return f1_figures(
        [
            dict(
                _entities({"doc_id": "", "entities": w}, {"doc_id": "", "entities": g})
            )
            for _, w, g in by_document(gold, answers, "entities")
        ]
    )


def _entities(gold: Row, answer: Row) -> Iterator[tuple[str, Tally]]:
    for kind in _TYPES:
        for name in ("exact", "overlap"):
            found = spans([gold], [answer], kind, name == "exact")
            yield f"{kind}, {name}", _tally(found)


def _tallies(scores: Mapping[str, Score]) -> dict[str, Tally]:
    return {name: _tally(score) for name, score in scores.items()}


def _tally(score: Score) -> Tally:
    return score.right, score.answered, score.right, score.gold
