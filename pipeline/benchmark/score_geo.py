"""Scores of places found and resolved, as the geoparsing literature counts them.

Recognition is F1 of spans. Resolution is the distance to the gold coordinates (Gritta,
Pilehvar and Collier 2019), over what was resolved and over all: the share within 161 km
(100 miles), and the area under the curve of the sorted log distances, of which less is
better.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from incidents.pipeline.benchmark.figures import (
    Figure,
    Row,
    Tally,
    by_document,
    f1_figures,
    share_figures,
)
from incidents.pipeline.benchmark.pairing import Span, overlap, paired
from incidents.pipeline.evaluate.chance import RESAMPLES, SEED, Values, interval

NEAR_KM = 161
#: Half the circumference as that paper has it; what is not resolved is so far off.
FARTHEST_KM = 20039.0
_RADIUS_KM = 6371.0088

#: Distances of a document's gold places with coordinates; None: not resolved.
_Errors = list[float | None]


def score(gold: Sequence[Row], answers: Sequence[Row], mode: str = "") -> list[Figure]:
    """Recognition and resolution.

    Args:
        gold: Rows with ``toponyms``; those with ``eval`` false ask for nothing.
        answers: Rows of the same form.
        mode: With ``given`` spans recognition is no question.
    """
    documents = [(w, g) for _, w, g in by_document(gold, answers, "toponyms")]
    found = f1_figures([_recognised(*d) for d in documents])
    errors = [_errors(_asked(wanted), given) for wanted, given in documents]
    shares = share_figures([_near(e) for e in errors])
    return [*([] if mode == "given" else found), *shares, *_areas(errors)]


def distance(a: Span, b: Span) -> float:
    """Kilometres on the great circle."""
    lat, lon, to_lat, to_lon = (
        math.radians(x) for x in (a["lat"], a["lon"], b["lat"], b["lon"])
    )
    h = (
        math.sin((to_lat - lat) / 2) ** 2
        + math.cos(lat) * math.cos(to_lat) * math.sin((to_lon - lon) / 2) ** 2
    )
    return 2 * _RADIUS_KM * math.asin(math.sqrt(min(1.0, h)))


def _asked(toponyms: Sequence[Span]) -> list[Span]:
    return [t for t in toponyms if t.get("eval", True)]


def _recognised(wanted: Sequence[Span], given: Sequence[Span]) -> dict[str, Tally]:
    gold = _asked(wanted)
    others = [t for t in wanted if not t.get("eval", True)]
    counts: dict[str, Tally] = {}
    for name in ("exact", "overlap"):
        pairs = paired(gold, given, exact=name == "exact")
        free = {
            j for j, t in enumerate(given) if any(overlap(t, o) > 0 for o in others)
        }
        answered = len(given) - len(free - {j for _, j in pairs})
        counts[name] = (len(pairs), answered, len(pairs), len(gold))
    return counts


def _errors(gold: Sequence[Span], given: Sequence[Span]) -> _Errors:
    answers = dict(paired(gold, given))
    errors: _Errors = []
    for i, place in enumerate(gold):
        answer = given[answers[i]] if i in answers else {}
        if _located(place):
            errors.append(distance(place, answer) if _located(answer) else None)
    return errors


def _located(toponym: Span) -> bool:
    return toponym.get("lat") is not None and toponym.get("lon") is not None


def _near(errors: _Errors) -> dict[str, tuple[int, int]]:
    resolved = [e for e in errors if e is not None]
    near = sum(e <= NEAR_KM for e in resolved)
    return {
        "within 161 km, of resolved": (near, len(resolved)),
        "within 161 km, of all": (near, len(errors)),
    }


def _areas(documents: Sequence[_Errors]) -> list[Figure]:
    """The area of resolved and of all, with how it moves over documents."""
    rows = [(n, e) for n, errors in enumerate(documents) for e in errors]
    resolved = [(n, e) for n, e in rows if e is not None]
    everything = [(n, FARTHEST_KM if e is None else e) for n, e in rows]
    return [
        _area(name, chosen, len(documents))
        for name, chosen in (
            ("AUC, of resolved", resolved),
            ("AUC, of all", everything),
        )
        if chosen
    ]


def _area(name: str, rows: Sequence[tuple[int, float]], documents: int) -> Figure:
    owners = np.array([n for n, _ in rows])
    errors = np.array([e for _, e in rows])
    ranked = np.argsort(errors)
    owners, errors = owners[ranked], errors[ranked]
    generator = np.random.default_rng(SEED)
    even = np.full(documents, 1 / documents)
    times = generator.multinomial(documents, even, size=RESAMPLES)[:, owners]
    drawn = [auc(np.repeat(errors, t)) for t in times if t.any()]
    return Figure(name, auc(errors), *interval(np.array(drawn)), gold=len(rows))


def auc(ranked: Values) -> float:
    """The area under ``ranked`` distances, nearest first: 0 is perfect, 1 the worst."""
    logs = np.log1p(np.minimum(ranked, FARTHEST_KM)) / np.log(FARTHEST_KM)
    if len(logs) == 1:
        return float(logs[0])
    return float(np.trapezoid(logs) / (len(logs) - 1))
