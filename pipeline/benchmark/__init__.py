"""Outside benchmarks, answered by the pipeline's own stages, and scored.

The table names what answers and what scores; either is loaded when it is called, since
it takes long and the command's help needs none of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from incidents.pipeline.benchmark.figures import Figure, Row

__all__ = ["BENCHMARKS", "Benchmark"]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """An outside set that our own stages can answer.

    Attributes:
        name: As the command takes it.
        description: What is measured, and on what.
        modes: Ways of answering, by name, and the function of this package that does
            it; the first is the one meant.
        scorer: The function that scores as published with the set.
    """

    name: str
    description: str
    modes: Mapping[str, str]
    scorer: str

    def predict(self, path: Path, mode: str | None = None) -> Iterator[dict[str, Any]]:
        """Answer each document of ``path``, by the first mode unless told otherwise.

        Args:
            path: The set's folder, or its file of documents.
            mode: One of ``modes``.

        Raises:
            ValueError: No such mode.
        """
        chosen = mode or next(iter(self.modes))
        if chosen not in self.modes:
            known = ", ".join(self.modes)
            raise ValueError(f"{self.name} has no mode {chosen!r}, only {known}")
        answers: Iterator[dict[str, Any]] = _function(self.modes[chosen])(path)
        return answers

    def score(
        self, gold: Sequence[Row], answers: Sequence[Row], mode: str
    ) -> list[Figure]:
        """Figures of gold rows and answers, as published with the set."""
        figures: list[Figure] = _function(self.scorer)(gold, answers, mode)
        return figures


def _function(name: str) -> Any:
    return resolve_name(f"{__name__}.{name}")


BENCHMARKS = {
    b.name: b
    for b in (
        Benchmark(
            "timex",
            "dates in TIMEX3, as values",
            {"values": "timex:predictions"},
            "score_timex:score",
        ),
        Benchmark(
            "geo",
            "places found and resolved",
            {"found": "geo:predictions", "given": "geo:resolutions"},
            "score_geo:score",
        ),
        Benchmark(
            "rand",
            "coded fields of short descriptions of attacks",
            {"coded": "rand:predictions"},
            "score_fields:score_fields",
        ),
        Benchmark(
            "re3d",
            "places, organisations and weapons in texts on Syria and Iraq",
            {"ours": "re3d:predictions", "model": "re3d:model_alone"},
            "score_fields:score_entities",
        ),
        Benchmark(
            "muc4",
            "records as incident templates with roles, of reports in capitals",
            {"templates": "muc4:predictions"},
            "score_templates:score_templates",
        ),
        Benchmark(
            "clusters",
            "which articles are about one event",
            {"articles": "clusters:predictions"},
            "score_clusters:score",
        ),
    )
}
