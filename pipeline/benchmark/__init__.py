"""Outside benchmarks, answered by the pipeline's own stages, and scored."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from pipeline.benchmark import (
    clusters,
    geo,
    muc4,
    rand,
    re3d,
    score_clusters,
    score_geo,
    score_timex,
    timex,
)
from pipeline.benchmark.figures import Scorer
from pipeline.benchmark.score_fields import score_entities, score_fields
from pipeline.benchmark.score_templates import score_templates

__all__ = ["BENCHMARKS", "Benchmark", "Predict"]

#: From a set's folder or its file of documents to one answer a document.
Predict = Callable[[Path], Iterator[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """An outside set that our own stages can answer.

    Attributes:
        name: As the command takes it.
        description: What is measured, and on what.
        modes: Ways of answering, by name; the first is the one meant.
        score: Figures of gold rows and answers, as published with the set.
    """

    name: str
    description: str
    modes: Mapping[str, Predict]
    score: Scorer

    def predict(self, path: Path, mode: str | None = None) -> Iterator[dict[str, Any]]:
        """Answer each document of ``path``, by the first mode unless told otherwise.

        Raises:
            ValueError: No such mode.
        """
        chosen = mode or next(iter(self.modes))
        if chosen not in self.modes:
            known = ", ".join(self.modes)
            raise ValueError(f"{self.name} has no mode {chosen!r}, only {known}")
        return self.modes[chosen](path)


BENCHMARKS = {
    b.name: b
    for b in (
        Benchmark(
            "timex",
            "dates in TIMEX3, as values",
            {"values": timex.predictions},
            score_timex.score,
        ),
        Benchmark(
            "geo",
            "places found and resolved",
            {
                "found": geo.predictions,
                "given": partial(geo.predictions, given_spans=True),
            },
            score_geo.score,
        ),
        Benchmark(
            "rand",
            "coded fields of short descriptions of attacks",
            {"coded": rand.predictions},
            score_fields,
        ),
        Benchmark(
            "re3d",
            "places, organisations and weapons in texts on Syria and Iraq",
            {"ours": re3d.predictions, "model": re3d.model_alone},
            score_entities,
        ),
        Benchmark(
            "muc4",
            "records as incident templates with roles, of reports in capitals",
            {"templates": muc4.predictions},
            score_templates,
        ),
        Benchmark(
            "clusters",
            "which articles are about one event",
            {"articles": clusters.predictions},
            score_clusters.score,
        ),
    )
}
