"""What a run that is given again loads and reads; what it costs follows from that."""

import json
import subprocess
import sys

import pytest

from incidents.pipeline import entry, plan, run, workers
from incidents.pipeline.cli import main
from tests.conftest import ROOT

DOCUMENTS = 8
STORY = "A bomb killed {} people at a market in Quetta, Pakistan, on 3 March 2014.\n"
pytestmark = pytest.mark.model


@pytest.fixture
def inputs(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(DOCUMENTS):
        (folder / f"report-{n}.txt").write_text(STORY.format(n + 2))
    return folder


@pytest.fixture
def loads(monkeypatch):
    """How often the work was prepared: the model and all that reading needs loaded."""
    prepared = []

    def each(tasks, prepare, arguments, workers, seconds):
        work = None
        for task in tasks:
            if work is None:
                prepared.append(prepare)
                work = prepare(*arguments)
            yield from ((task, made) for made in work(task))
            yield task, None

    monkeypatch.setattr(workers, "each", each)
    return prepared


def test_what_reads_is_loaded_once_and_only_where_there_is_something_to_read(
    inputs, tmp_path, loads
):
    settings = run.Settings((inputs,), tmp_path / "out")
    run.run(settings)
    assert len(loads) == 1
    run.run(settings)
    assert len(loads) == 1
    (inputs / "new.txt").write_text(STORY.format(80))
    run.run(settings)
    assert len(loads) == 2


def test_the_run_itself_loads_no_model(inputs, tmp_path):
    """Its worker does; twice would be most of what one document costs."""
    arguments = ["run", str(inputs), "--out", str(tmp_path / "out")]
    told = (
        "import json, sys; from incidents.pipeline.cli import main;"
        f" status = main({arguments});"
        " print(json.dumps([status, *{'spacy', 'thinc', 'pdfminer'} & {*sys.modules}]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True
    )
    assert json.loads(done.stdout.splitlines()[-1]) == [0]
    assert (tmp_path / "out" / "events.jsonl").stat().st_size


def test_what_is_kept_of_a_document_is_gone_to_three_times(inputs, tmp_path, loads):
    """To join its records, to write what is its own, and to write its events."""
    settings = run.Settings((inputs,), tmp_path / "out")
    run.run(settings)
    (inputs / "new.txt").write_text(STORY.format(80))
    entry._readings.cache_clear()
    run.run(settings)
    gone_to = entry._readings.cache_info().misses
    assert DOCUMENTS + 1 <= gone_to <= 3 * (DOCUMENTS + 1)


def test_the_inputs_are_gone_through_once(inputs, tmp_path, loads, monkeypatch):
    seen, true = [], plan.survey

    def survey(inputs):
        seen.append(inputs)
        return true(inputs)

    monkeypatch.setattr(plan, "survey", survey)
    assert main(["run", str(inputs), "--out", str(tmp_path / "out")]) == 0
    assert len(seen) == 1
