from typing import Any

import pytest

from incidents.pipeline.assemble.confidence import (
    FIELDS,
    confidence,
    record_features,
    stated,
    value_features,
)
from incidents.pipeline.assemble.weights import learned
from incidents.pipeline.records import (
    Citation,
    Derivation,
    Incident,
    Range,
    Suspects,
    Target,
    to_json,
)

COEFFICIENTS = learned().confidence


def record(**values: Any) -> dict[str, Any]:
    return to_json(Incident("d", "attack", "completed", **values))


def cite(field: str, quote: str, start: int = 0, derived: str | None = None):
    basis = Derivation(derived) if derived else None
    return Citation(field, 1, start, start + len(quote), quote, derived_from=basis)


FULL = record(
    date="2014-03-03",
    countries=("NG",),
    places=("Kano",),
    targets=(Target("a market", "private_citizens"),),
    killed=Range(3, 3),
    citations=(
        cite("incident_type", "A bomb killed 3 at a market."),
        cite("killed", "A bomb killed 3 at a market."),
        cite("date", "On 3 March 2014", 90),
    ),
)
BARE = record(
    citations=(cite("incident_type", "An attack was reportedly made."),), date="2014"
)


def test_each_field_with_a_value_has_one_and_no_other():
    given = confidence(FULL, COEFFICIENTS)
    assert set(given) == {"confidence", "confidences"}
    assert list(given["confidences"]) == [
        "outcome",
        "date",
        "countries",
        "places",
        "targets",
        "killed",
    ]
    assert all(0 < share < 1 for share in given["confidences"].values())


def test_a_record_that_says_more_is_the_surer():
    assert (
        confidence(FULL, COEFFICIENTS)["confidence"]
        > confidence(BARE, COEFFICIENTS)["confidence"]
    )


def test_it_is_the_record_s_alone():
    assert confidence(FULL, COEFFICIENTS) == confidence(dict(FULL), COEFFICIENTS)


@pytest.mark.parametrize(
    ("values", "field", "expected"),
    [
        ({"suspects": Suspects()}, "suspects", False),
        ({"suspects": Suspects(2, 2)}, "suspects", True),
        ({}, "places", False),
        ({"killed": Range(0, 0)}, "killed", True),
    ],
)
def test_stated(values, field, expected):
    assert stated(record(**values), field) is expected


def test_record_features_are_read_off_the_citations():
    features = record_features(BARE)
    assert (features["hedged"], features["dated"], features["placed"]) == (1, 0.3, 0)


def test_value_features_tell_the_distance_from_the_event():
    near = value_features(FULL, "killed", 0.0)
    far = value_features(FULL, "date", 0.0)
    assert (near["distance"], near["same_passage"]) == (0, 1)
    assert far["distance"] > 4


def test_every_coefficient_is_of_a_feature():
    features = {n for f in FIELDS for n in value_features(FULL, f, 0.0)}
    assert set(COEFFICIENTS["value"]) <= features
    assert set(COEFFICIENTS["record"]) == set(record_features(FULL))
