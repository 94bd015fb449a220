import json

import pytest
import spacy

from incidents.pipeline import reader, workers
from incidents.pipeline.batch import Batch
from incidents.pipeline.cache import Cache, Keys
from incidents.pipeline.document import Reading
from incidents.pipeline.fingerprint import Fingerprint
from incidents.pipeline.kept import Kept
from incidents.pipeline.plan import Settings, plan


class Killed(BaseException):
    """What stands here for the end of a worker."""


@pytest.fixture(autouse=True)
def read(monkeypatch):
    """Work in this process; the text *deadly* ends a worker, *bad* is a fault."""
    texts = []

    def each(tasks, prepare, arguments, count, seconds):
        work = None
        for task in tasks:
            work = work or prepare(*arguments)
            try:
                yield from ((task, made) for made in work(task))
                yield task, None
            except Killed:
                yield task, workers.Lost("ended")

    def read_report(report, nlp, decided):
        texts.append(report.text)
        if report.text == "deadly":
            raise Killed
        if report.text == "bad":
            raise OverflowError("no such day")
        if report.text == "big":
            raise MemoryError
        document = {"doc_id": report.doc_id, "source": report.source}
        return Reading(report.doc_id, document, {}, [])

    monkeypatch.setattr(workers, "each", each)
    monkeypatch.setattr(reader, "load", lambda model: spacy.blank("en"))
    monkeypatch.setattr(reader, "read_report", read_report)
    return texts


def batch(tmp_path, path, heard=lambda *_: None, **keys):
    settings = Settings((path,), tmp_path / "out")
    told, kept = plan(settings), Kept()
    made_with = Fingerprint(**{**dict.fromkeys(Fingerprint.__slots__, ""), **keys})
    named = Keys(made_with, told.rows, settings.limits)
    cache = Cache(tmp_path / "cache")
    return Batch(settings, told, named, cache, kept.add, heard), kept


@pytest.fixture
def reading(tmp_path):
    """What is kept of a JSONL file of these texts, and what is said of the others."""

    def reading(*texts, names=None):
        names = names or [f"d{n}" for n in range(1, len(texts) + 1)]
        path = tmp_path / "in.jsonl"
        rows = zip(names, texts, strict=True)
        lines = (json.dumps({"doc_id": n, "text": t}) for n, t in rows)
        path.write_text("\n".join(lines))
        done, kept = batch(tmp_path, path)
        done.read()
        assert not [*done.left_out()]
        kept.settle()
        return [d.doc_id for d in kept.documents], [
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


def test_a_file_of_which_every_line_kills_is_given_up(reading, read):
    kept, lost = reading(*["deadly"] * 7, "a")
    assert (kept, len(lost), read.count("deadly")) == ([], 8, 5)
    assert lost[-1] == (
        "in.jsonl:8",
        "is not read: the lines before it ended the process that reads them",
    )


def test_what_was_read_is_not_read_again(reading, read):
    first = reading("a", "bad", "b")
    del read[:]
    assert reading("a", "bad", "b") == first
    assert read == []


def test_one_more_line_is_read_alone_wherever_it_stands(reading, read):
    reading("a", "b", names=["x", "y"])
    del read[:]
    kept, failures = reading("new", "a", "b", names=["z", "x", "y"])
    assert (kept, failures, read) == (["x", "y", "z"], [], ["new"])


def test_a_line_named_by_its_number_is_read_anew_where_it_moves(tmp_path, read):
    path = tmp_path / "in.jsonl"
    for texts, again in ((["a"], ["a"]), (["new", "a"], ["new", "a"])):
        del read[:]
        path.write_text("\n".join(json.dumps({"text": t}) for t in texts))
        done, kept = batch(tmp_path, path)
        done.read()
        assert read == again
        names = [d.doc_id for d in kept.documents]
        assert names == [f"in.jsonl-{n}" for n, _ in enumerate(texts, 1)]


def test_lines_of_the_same_words_each_stand_where_they_are(tmp_path, read):
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join([json.dumps({"text": "a"})] * 3))
    for again in (3, 0):
        del read[:]
        done, kept = batch(tmp_path, path)
        done.read()
        assert len(read) == again
        rows = [d.row() for d in kept.documents]
        assert [(r["doc_id"], r["source"]) for r in rows] == [
            (f"in.jsonl-{n}", f"in.jsonl:{n}") for n in (1, 2, 3)
        ]


def test_lines_of_the_same_words_that_are_read_at_once(tmp_path, monkeypatch):
    """By two workers, the second line first."""

    def each(tasks, prepare, arguments, count, seconds):
        work, found = prepare(*arguments), list(tasks)
        for task in reversed(found):
            yield from ((task, made) for made in work(task))

    monkeypatch.setattr(workers, "each", each)
    path = tmp_path / "in.jsonl"
    line = json.dumps({"doc_id": "x", "text": "a"})
    path.write_text(f"{line}\n{line}\n")
    done, kept = batch(tmp_path, path)
    done.read()
    (failure,) = kept.settle()
    (document,) = kept.documents
    assert (document.row()["source"], failure.source[-2:]) == ("in.jsonl:1", ":2")


def test_a_document_that_moves_is_named_where_it_is(tmp_path):
    path = tmp_path / "in.jsonl"
    line = json.dumps({"doc_id": "x", "text": "a"})
    for before in ("", json.dumps({"doc_id": "y", "text": "b"}) + "\n"):
        path.write_text(before + line)
        done, kept = batch(tmp_path, path)
        done.read()
    sources = {d.doc_id: d.row()["source"] for d in kept.documents}
    assert sources == {"y": "in.jsonl:1", "x": "in.jsonl:2"}


def test_what_another_machine_may_have_room_for_is_tried_again(reading, read):
    assert reading("big", "deadly")[0] == []
    assert reading("big", "deadly")[0] == []
    assert read == ["big", "deadly"] * 2


@pytest.mark.parametrize("name", Fingerprint.__slots__)
def test_what_is_read_with_other_means_is_read_anew(tmp_path, read, name):
    path = tmp_path / "a.txt"
    path.write_text("words")
    batch(tmp_path, path)[0].read()
    batch(tmp_path, path, **{name: "other"})[0].read()
    assert read == ["words"] * 2


def test_what_reports_csv_says_counts(tmp_path, read):
    path = tmp_path / "a.txt"
    path.write_text("words")
    batch(tmp_path, path)[0].read()
    (tmp_path / "reports.csv").write_text("file,title\na.txt,Words\n")
    batch(tmp_path, path)[0].read()
    assert read == ["words"] * 2


def test_two_lines_of_one_id(reading):
    kept, ((source, problem),) = reading("a", "b", names=["x", "x"])
    assert kept == ["x"]
    assert source.endswith("in.jsonl:2")
    assert problem.startswith("has the doc_id 'x' of ")
    assert problem.endswith("in.jsonl:1")


def test_what_is_left_out_is_named(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_text(name)

    def stop(name, failure):
        if name == "b.txt":
            raise KeyboardInterrupt

    reading, _ = batch(tmp_path, folder, stop)
    with pytest.raises(KeyboardInterrupt):
        reading.read()
    assert [f.source for f in reading.left_out()] == ["c.txt"]
