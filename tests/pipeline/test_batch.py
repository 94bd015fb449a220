import json

import pytest

from pipeline import batch, workers
from pipeline.batch import Batch
from pipeline.document import Reading
from pipeline.plan import Settings, plan
from pipeline.run_folder import Kept


class Killed(BaseException):
    """What stands here for the end of a worker."""


@pytest.fixture(autouse=True)
def here(monkeypatch):
    """Work in this process; the text *deadly* ends a worker, *bad* is a fault."""

    def each(tasks, prepare, arguments, count, seconds):
        work = prepare(*arguments)
        while tasks:
            task = tasks.popleft()
            try:
                yield from ((task, made) for made in work(task))
                yield task, None
            except Killed:
                yield task, workers.Lost("ended")

    def read_report(report, nlp, decided):
        if report.text == "deadly":
            raise Killed
        if report.text == "bad":
            raise OverflowError("no such day")
        return Reading(report.doc_id, {}, {}, [])

    monkeypatch.setattr(workers, "each", each)
    monkeypatch.setattr(batch, "load", lambda model: None)
    monkeypatch.setattr(batch, "read_report", read_report)


@pytest.fixture
def reading(tmp_path):
    """What is kept of a JSONL file of these texts, and what is said of the others."""

    def reading(*texts):
        rows = [{"doc_id": f"d{n}", "text": t} for n, t in enumerate(texts, 1)]
        path = tmp_path / "in.jsonl"
        path.write_text("\n".join(json.dumps(row) for row in rows))
        settings = Settings((path,), tmp_path / "out")
        kept = Kept(tmp_path)
        done = Batch(settings, plan(settings), kept, lambda *_: None)
        done.read()
        assert not [*done.left_out()]
        return [p[0] for p in kept.parts], [
            (f.source, f.problem) for f in kept.failures
        ]

    return reading


def test_a_fault_of_the_program_loses_one_line(reading):
    kept, ((source, problem),) = reading("a", "bad", "b")
    assert (kept, source) == (["d1", "d3"], "in.jsonl:2")
    assert problem == "stopped the pipeline (OverflowError: no such day)"


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_worker_that_dies_loses_one_line(reading, at):
    texts = ["a", "b"]
    texts.insert(at - 1, "deadly")
    kept, lost = reading(*texts)
    assert lost == [(f"in.jsonl:{at}", "ended")]
    assert kept == [f"d{n}" for n in (1, 2, 3) if n != at]


def test_one_line_after_another(reading):
    kept, lost = reading("deadly", "a", "deadly", "deadly", "b")
    assert kept == ["d2", "d5"]
    assert [source for source, _ in lost] == [f"in.jsonl:{n}" for n in (1, 3, 4)]


def test_a_file_of_which_every_line_kills_is_given_up(reading):
    kept, lost = reading(*["deadly"] * 9, "a")
    assert (kept, len(lost)) == ([], 5)
    assert lost[-1][1].endswith("the lines after it are not read")


def test_what_is_left_out_is_named(tmp_path):
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(name)
    (tmp_path / "parts").mkdir()

    def stop(name, failure):
        if name == "b.txt":
            raise KeyboardInterrupt

    settings = Settings((tmp_path,), tmp_path / "out")
    reading = Batch(settings, plan(settings), Kept(tmp_path / "parts"), stop)
    with pytest.raises(KeyboardInterrupt):
        reading.read()
    assert [f.source for f in reading.left_out()] == ["c.txt"]
