import pytest

from incidents.pipeline.assemble.fill.stance import stance
from incidents.pipeline.records import Derivation
from tests.pipeline.assemble.fill.made import bare, context, passage, told

HEDGED = "He [allegedly](CUE hedge) planned it."
SUSPECTED = "A [suspected](CUE suspected) plan."
RAID = "A [raid](EVENT raid; kind=attack)."
FALSE = "A [raid](EVENT raid; kind=attack; reached=refuted@0:1)."
OPEN = "He planned it."


@pytest.mark.parametrize(
    ("passages", "kind", "expected"),
    [
        pytest.param([HEDGED], "attack", "asserted", id="an attack took place"),
        pytest.param([HEDGED], "arrest", "asserted", id="so did an arrest"),
        pytest.param([HEDGED, OPEN], "plot", "asserted", id="once told openly"),
        pytest.param([OPEN], "plot", "asserted", id="told openly"),
        pytest.param(
            ["The judge [said](CUE speech) so."],
            "plot",
            "asserted",
            id="said: no hedge",
        ),
        pytest.param(
            [context(HEDGED), OPEN], "plot", "asserted", id="hedged of something else"
        ),
        pytest.param([FALSE, RAID], "attack", "asserted", id="one is told as true"),
        pytest.param(
            [passage(FALSE, origin="row")],
            "attack",
            "asserted",
            id="a row is no rumour",
        ),
        pytest.param([FALSE], "attack", "denied", id="all is told as untrue"),
        pytest.param([FALSE, FALSE], "plot", "denied", id="so of a plot"),
        pytest.param([HEDGED], "plot", "alleged", id="alleged"),
        pytest.param([HEDGED, SUSPECTED], "plot", "alleged", id="in every telling"),
        pytest.param(
            [HEDGED, passage(OPEN, "detail")], "plot", "alleged", id="a detail aside"
        ),
    ],
)
def test_stance(passages, kind, expected):
    incident, (cited,) = stance(told(*passages), bare(kind))
    assert incident.assertion == expected
    assert (cited.field, cited.derived_from) == ("assertion", Derivation("event"))
    assert (cited.quote, cited.focus) == ("told", (0, 4))
