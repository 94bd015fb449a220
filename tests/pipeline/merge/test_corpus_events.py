"""The shipped corpus tells 32 events several times; no weights were learned from it."""

from pathlib import Path

import pytest

from incidents.pipeline.evaluate.measures import Share
from incidents.pipeline.learn.coded import Source
from incidents.pipeline.learn.events import keyed, measure
from incidents.pipeline.merge.weights import learned

CORPUS = Path(__file__).parents[3] / "corpus"


@pytest.fixture(scope="module")
def found():
    records = keyed([Source(CORPUS / "reports", CORPUS / "gold" / "gold.jsonl")])
    return measure(records, learned())


def test_no_look_alike_is_joined(found):
    assert found.joined.predicted == found.joined.hits


def test_every_family_is_whole(found):
    assert found.whole == Share(32, 32)
