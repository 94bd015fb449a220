import importlib.util

import numpy as np
import pytest

from incidents.pipeline.evaluate import evaluate
from incidents.pipeline.evaluate.headlines import headlines
from incidents.pipeline.evaluate.measures import b_cubed
from incidents.pipeline.evaluate.merging import parts
from incidents.pipeline.evaluate.show import table
from tests.pipeline.invented import record


@pytest.fixture(scope="session")
def scorer(shared):
    path = shared.parent / "tools" / "score_clusters.py"
    if not path.is_file():
        pytest.skip(f"no scorer at {path}")
    spec = importlib.util.spec_from_file_location("score_clusters", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("seed", range(20))
def test_figures_equal_the_scorers(scorer, seed):
    generator = np.random.default_rng(seed)
    keys = generator.integers(0, 8, (30, 2))
    pairs = [(f"g{a}", f"e{b}") for a, b in keys]
    expected = scorer.score(
        {i: gold for i, (gold, _) in enumerate(pairs)},
        {i: event for i, (_, event) in enumerate(pairs)},
    )
    scored = parts(pairs)
    shared_ = sum(p.ceaf for p in scored)
    assert shared_ / sum(p.events for p in scored) == pytest.approx(
        expected["CEAFe"]["P"]
    )
    assert shared_ / sum(p.gold for p in scored) == pytest.approx(
        expected["CEAFe"]["R"]
    )
    assert b_cubed(pairs) == pytest.approx(expected["B3"]["F1"])
    assert np.mean([p.b_recall for p in scored]) == pytest.approx(expected["B3"]["R"])


def test_headlines_of_two_events_taken_for_one():
    gold = [
        record(d, date="2021-03-04", places=["Vasa"], event_key=d) for d in ("a", "b")
    ]
    found = [{**r, "event_key": "both"} for r in gold]
    told = {h.name: h for h in headlines(evaluate(gold, found))}
    # precision a half, recall 1
    assert told["merging B-cubed F1"].value == pytest.approx(2 / 3)
    # one of two gold events aligned with the one event: 2/3 of 1 event, of 2
    assert told["merging CEAF-e F1"].value == pytest.approx(2 * (2 / 3) / 3)
    assert parts([]) == []


def told(**keys):
    """A record a document, its event's key by its document's name."""
    return [
        record(d, date="2021-03-04", places=["Vasa"], event_key=k)
        for d, k in keys.items()
    ]


@pytest.mark.parametrize(
    ("found", "whole", "pairs"),
    [
        pytest.param({"a": "1", "b": "1", "c": "2"}, 1, (1, 1), id="as it is"),
        pytest.param({"a": "1", "b": "2", "c": "3"}, 0, (0, 0), id="in parts"),
        pytest.param({"a": "1", "b": "1", "c": "1"}, 0, (1, 3), id="with another"),
        pytest.param({"a": "1", "c": "2"}, 0, (0, 0), id="one report not found"),
    ],
)
def test_events_of_several_reports_found_whole(found, whole, pairs):
    scored = evaluate(told(a="x", b="x", c="y"), told(**found))
    assert (scored.whole.part, scored.whole.whole) == (whole, 1)
    assert (scored.joined.hits, scored.joined.predicted) == pairs


def test_pairs_stand_before_what_single_reports_flatter():
    gold = told(a="x", b="x", c="y", d="z")
    apart = told(a="1", b="2", c="3", d="4")
    scored = evaluate(gold, apart)
    for shown in (table(scored), table(scored, headlines(scored))):
        lines = [str(line) for line in shown.renderables[1:3]]
        assert lines[0].startswith("merging pairs P 0.0000 R 0.0000 F1 0.0000, 0 of 1")
        assert lines[1] == "events of several reports whole: 0 of 1"
