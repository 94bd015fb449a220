"""The template score of the GTT paper: the measure of MUC-4 in use since 2021.

Du et al., NAACL 2021. In each document the predicted templates are mapped one to one to
gold ones of their type, so that the F1 of the document is the best; then all counts are
added up.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from incidents.pipeline.benchmark.muc4 import ROLES

FIELDS = ("incident_type", *ROLES)
_PUNCTUATION = str.maketrans("", "", string.punctuation)
_ARTICLES = re.compile(r"\b(?:a|an|the)\b")

Row = Mapping[str, Any]
Template = dict[str, Any]
#: Right predictions and gold items found, by field.
_Hits = list[tuple[int, int]]
#: Right predictions and gold items found so far, and the pairs that gave them.
_State = dict[tuple[int, int], tuple[tuple[int, int], ...]]


def score(gold: Iterable[Row], predictions: Iterable[Row]) -> dict[str, list[float]]:
    """Precision, recall and F1 of each field, and of all as ``micro``.

    Args:
        gold: Rows of the GTT format.
        predictions: Rows of the same form; a document left out has no template.
    """
    answers = {row["doc_id"]: row["templates"] for row in predictions}
    counts = {field: [0, 0, 0, 0] for field in FIELDS}
    for row in gold:
        wanted = [_normal(t) for t in _once(row["templates"])]
        given = [_normal(t) for t in answers.get(row["doc_id"], ())]
        hits = _document(wanted, given)
        for n, field in enumerate(FIELDS):
            added = (hits[n][0], _size(given, field), hits[n][1], _size(wanted, field))
            counts[field] = [a + b for a, b in zip(counts[field], added, strict=True)]
    whole = [sum(column) for column in zip(*counts.values(), strict=True)]
    return {k: _figures(*c) for k, c in {**counts, "micro": whole}.items()}


def _figures(p_right: int, p_all: int, r_right: int, r_all: int) -> list[float]:
    precision = p_right / p_all if p_all else 0.0
    recall = r_right / r_all if r_all else 0.0
    return [precision, recall, _f1(p_right, p_all, r_right, r_all)]


def _f1(p_right: int, p_all: int, r_right: int, r_all: int) -> float:
    precision = p_right / p_all if p_all else 0.0
    recall = r_right / r_all if r_all else 0.0
    both = precision + recall
    return 2 * precision * recall / both if both else 0.0


def _once(templates: Sequence[Template]) -> list[Template]:
    """Gold templates that are the same count once."""
    return [t for n, t in enumerate(templates) if t not in templates[:n]]


def _normal(template: Template) -> Template:
    roles = {
        role: [{_plain(_words(m)) for m in entity} for entity in template.get(role, ())]
        for role in ROLES
    }
    return {"incident_type": template["incident_type"].lower().strip(), **roles}


def _words(mention: Any) -> str:
    """A mention of the GTT format is its words, or its words and their offset."""
    return mention if isinstance(mention, str) else mention[0]


def _plain(mention: str) -> str:
    return " ".join(_ARTICLES.sub(" ", mention.lower().translate(_PUNCTUATION)).split())


def _size(templates: Sequence[Template], field: str) -> int:
    if field == "incident_type":
        return len(templates)
    return sum(len(t[field]) for t in templates)


def _pair(gold: Template, given: Template) -> _Hits | None:
    """What one template has of another; None where the types differ."""
    if given["incident_type"] not in gold["incident_type"]:
        return None
    hits = [(1, 1)]
    for role in ROLES:
        inside = [[p <= g for g in gold[role]] for p in given[role]]
        found = [any(column) for column in zip(*inside, strict=True)]
        hits.append((sum(map(any, inside)), sum(found)))
    return hits


def _document(gold: Sequence[Template], given: Sequence[Template]) -> _Hits:
    """The hits of the best mapping."""
    pairs = {
        (i, j): hits
        for i, p in enumerate(given)
        for j, g in enumerate(gold)
        if (hits := _pair(g, p)) is not None
    }
    p_all = sum(_size(given, f) for f in FIELDS)
    r_all = sum(_size(gold, f) for f in FIELDS)
    ways = _ways(pairs, len(given))
    best = max(ways, key=lambda w: _f1(w[0][0], p_all, w[0][1], r_all))[1]
    return [
        (sum(pairs[c][n][0] for c in best), sum(pairs[c][n][1] for c in best))
        for n in range(len(FIELDS))
    ]


def _ways(
    pairs: Mapping[tuple[int, int], _Hits], given: int
) -> list[tuple[tuple[int, int], tuple[tuple[int, int], ...]]]:
    """Mappings worth a look: for each set of gold templates used, those unbeaten."""
    states: dict[int, _State] = {0: {(0, 0): ()}}
    for i in range(given):
        new = {used: dict(front) for used, front in states.items()}
        for used, front in states.items():
            for (p, j), hits in pairs.items():
                if p != i or used >> j & 1:
                    continue
                right, found = (sum(column) for column in zip(*hits, strict=True))
                into = new.setdefault(used | 1 << j, {})
                for (a, b), way in front.items():
                    into.setdefault((a + right, b + found), (*way, (i, j)))
        states = {used: _unbeaten(front) for used, front in new.items()}
    return [way for front in states.values() for way in front.items()]


def _unbeaten(front: _State) -> _State:
    kept: _State = {}
    most = -1
    for a, b in sorted(front, key=lambda x: (-x[0], -x[1])):
        if b > most:
            kept[a, b] = front[a, b]
            most = b
    return kept
