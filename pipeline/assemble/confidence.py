"""How likely a record and each of its values is right, from the record alone.

Two logistic regressions, whose coefficients stand in ``weights.toml`` under
``confidence``; ``incidents learn`` fits them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from incidents.gazetteers import words
from incidents.pipeline import fields
from incidents.pipeline.kinds import has_value
from incidents.pipeline.paths import base
from incidents.pipeline.records import Derivation

#: One line of ``records.jsonl``.
Record = Mapping[str, Any]
Features = dict[str, float]

#: Fields that have a confidence of their own.
FIELDS = tuple(dict.fromkeys(f.head for f in fields.FIELDS if f.sure))
#: Share of a day that a date of so many characters tells: year, month, day.
_PRECISION = {4: 0.3, 7: 0.6, 10: 1.0}
#: Single words of the cues that say that something is not sure.
_HEDGES = frozenset(
    word.lower()
    for word in words("cues", "allegedly", "alleged", "believed-to", "suspected")
    if word.isalpha()
)
#: The coefficients of ``record`` and of ``value``, by feature.
Coefficients = Mapping[str, Mapping[str, float]]


def confidence(record: Record, weights: Coefficients) -> dict[str, Any]:
    """The keys ``confidence``, of the record, and ``confidences``, of its fields.

    Args:
        record: With the codebook's keys and its citations.
        weights: The coefficients.

    Returns:
        Numbers from 0 to 1, two decimals; a field without a value has none.
    """
    score = linear(weights["record"], record_features(record))
    return {
        "confidence": _share(score),
        "confidences": {
            field: _share(
                linear(weights["value"], value_features(record, field, score))
            )
            for field in FIELDS
            if stated(record, field)
        },
    }


def linear(weights: Mapping[str, float], features: Features) -> float:
    """The log odds; a feature that was not fitted counts nothing."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def stated(record: Record, field: str) -> bool:
    """Whether the record has a value for ``field``."""
    value = record.get(field)
    return has_value(value) and value != "unknown"


def record_features(record: Record) -> Features:
    """What tells a record that stands from one that does not."""
    event = _cited(record, "incident_type")
    date = str(record.get("date") or "")
    dated = _cited(record, "date")
    passages = {(c["start"], c["end"]) for c in record.get("citations", ())}
    return {
        "one": 1.0,
        "passages": math.log1p(len(passages)),
        "fields": sum(stated(record, f) for f in FIELDS) / len(FIELDS),
        "dated": _PRECISION.get(len(date), 0.5 if date else 0.0),
        "date_derived": _share_of(dated, lambda c: "derived_from" in c),
        "placed": float(bool(record.get("places"))),
        "targeted": float(bool(record.get("targets"))),
        "counted": float(stated(record, "killed") or stated(record, "injured")),
        "plot": float(record.get("incident_type") == "plot"),
        "arrest": float(record.get("incident_type") == "arrest"),
        "hedged": _share_of(event, _hedged),
        "structured": float(any(_structured(c) for c in record.get("citations", ()))),
    }


def value_features(record: Record, field: str, score: float) -> Features:
    """What tells a right value from a wrong one; ``score`` is the record's log odds."""
    cited, event = _cited(record, field), _cited(record, "incident_type")
    spans = [(c["start"], c["end"]) for c in event]
    value = record.get(field)
    gaps = [
        max(0, c["start"] - end, start - c["end"])
        for c in cited
        for start, end in spans
    ]
    return {
        "record": score,
        "citations": math.log1p(len(cited)),
        "derived": _share_of(cited, lambda c: "derived_from" in c),
        "same_passage": _share_of(cited, lambda c: (c["start"], c["end"]) in spans),
        "distance": math.log1p(min(gaps, default=0)),
        "hedged": _share_of(cited, _hedged),
        "structured": _share_of(cited, _structured),
        "many": math.log(len(value)) if value and isinstance(value, list) else 0.0,
        f"is_{field}": 1.0,
    }


def _cited(record: Record, field: str) -> list[Mapping[str, Any]]:
    """The citations of a field, one for each passage and what it is derived from."""
    cited = (c for c in record.get("citations", ()) if base(c["field"]) == field)
    return list({(c["start"], c["end"], _basis(c)): c for c in cited}.values())


def _hedged(citation: Mapping[str, Any]) -> bool:
    """Whether a word of its quote says that something is not sure."""
    return not _HEDGES.isdisjoint(re.findall(r"\w+", citation["quote"].lower()))


def _structured(citation: Mapping[str, Any]) -> bool:
    """Whether the citation is a cell under a header."""
    basis = _basis(citation)
    return basis is not None and basis.kind == "column"


def _basis(citation: Mapping[str, Any]) -> Derivation | None:
    return Derivation.read(citation.get("derived_from"))


def _share_of(cited: list[Mapping[str, Any]], holds: Any) -> float:
    return sum(map(holds, cited)) / len(cited) if cited else 0.0


def _share(score: float) -> float:
    """Log odds as a probability; the ends are cut, for nothing here is certain."""
    return round(1 / (1 + math.exp(-max(-5.0, min(5.0, score)))), 2)
