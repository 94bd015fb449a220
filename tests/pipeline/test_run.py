import json
import re
from hashlib import sha256
from importlib.resources import files

import pytest

from incidents.pipeline import reader, run
from incidents.pipeline.alone import alone
from incidents.pipeline.cache import Cache
from incidents.pipeline.cli import main

STORY = """Bomb kills 12 at market in Quetta, Pakistan
Published: 2014-06-10

A suicide bomber killed 12 people at a market in Quetta, Pakistan, on Sunday, police
said.
The Tehrik-i-Taliban Pakistan claimed responsibility for the attack.
"""


@pytest.fixture
def inputs(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "b-story.txt").write_text(STORY)
    (folder / "a-none.txt").write_text(
        "The council met on Monday. Nothing was decided.\n"
    )
    (folder / "c-items.jsonl").write_text(
        json.dumps({"doc_id": "item-1", "text": STORY, "published": "2014-06-10"})
        + "\nno json\n"
    )
    return folder


@pytest.fixture
def here(monkeypatch):
    """Work in this process, where what is done is tried, and not by whom."""

    def each(tasks, prepare, arguments, workers, seconds):
        work = None
        for task in tasks:
            work = work or prepare(*arguments)
            yield from ((task, made) for made in work(task))
            yield task, None

    monkeypatch.setattr("incidents.pipeline.workers.each", each)


def rows(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


pytestmark = pytest.mark.model


def test_run_writes_the_folder_and_names_what_failed(inputs, tmp_path, capsys):
    out = tmp_path / "out"
    assert main(["run", str(inputs), "--out", str(out)]) == 1
    assert sorted(p.name for p in out.iterdir()) == [
        ".cache",
        ".lock",
        "documents.jsonl",
        "events.jsonl",
        "failures.jsonl",
        "layout",
        "mentions.jsonl",
        "records.jsonl",
        "run.json",
        "unsure.jsonl",
    ]
    (failure,) = rows(out / "failures.jsonl")
    assert failure["source"] == "c-items.jsonl:2"
    assert failure["severity"] == "error"
    said = capsys.readouterr()
    assert "c-items.jsonl:2" in said.err
    assert re.search(r"events .*events\.jsonl \(1 told in several reports\)", said.out)
    assert [d["doc_id"] for d in rows(out / "documents.jsonl")] == [
        "a-none",
        "b-story",
        "item-1",
    ]
    documents = {d["doc_id"]: d["text"] for d in rows(out / "documents.jsonl")}
    assert documents["b-story"] == STORY
    first, second = rows(out / "records.jsonl")
    assert [first["doc_id"], second["doc_id"]] == ["b-story", "item-1"]
    assert first["killed"] == {"min": 12, "max": 12}
    assert first["date"] == "2014-06-08"
    assert first["countries"] == ["PK"]
    assert first["groups"] == [{"name": "Tehrik-i-Taliban Pakistan", "link": "claimed"}]
    for record in (first, second):
        text = documents[record["doc_id"]]
        assert all(
            c["quote"] == text[c["start"] : c["end"]] for c in record["citations"]
        )
    (event,) = rows(out / "events.jsonl")  # one story, told twice
    assert event["incident_ids"] == [first["incident_id"], second["incident_id"]]
    assert first["event_key"] == second["event_key"] == event["event_key"]
    account = json.loads((out / "run.json").read_text())
    assert account["counts"]["records"] == 2
    assert account["counts"]["failures"] == 1


def test_records_are_the_same_for_any_order_and_number_of_workers(inputs, tmp_path):
    files = sorted(inputs.iterdir())
    records = []
    for n, (order, workers) in enumerate([(files, 1), (files[::-1], 2)]):
        out = tmp_path / f"out{n}"
        run.run(run.Settings(tuple(order), out, workers=workers))
        records.append((out / "records.jsonl").read_bytes())
    assert records[0] == records[1] != b""


@pytest.mark.usefixtures("here")
def test_a_folder_that_holds_a_run_is_refused_unless_forced(inputs, tmp_path, capsys):
    out = tmp_path / "out"
    story, other = str(inputs / "b-story.txt"), str(inputs / "a-none.txt")
    assert main(["run", story, "--out", str(out)]) == 0
    before = (out / "records.jsonl").read_bytes()
    assert main(["run", other, "--out", str(out)]) == 2
    assert "holds another run" in capsys.readouterr().err
    assert main(["run", story, "--out", str(out), "--seconds", "9"]) == 2
    assert "holds another run" in capsys.readouterr().err
    assert (out / "records.jsonl").read_bytes() == before
    assert main(["run", other, "--out", str(out), "--force"]) == 0
    assert before
    assert (out / "records.jsonl").read_bytes() == b""


def test_an_interrupted_run_writes_what_it_has(inputs, tmp_path):
    def stop(name, failure):
        if name == "b-story.txt":
            raise KeyboardInterrupt

    out = tmp_path / "out"
    summary = run.run(run.Settings((inputs,), out), stop)
    assert summary.interrupted
    assert [d["doc_id"] for d in rows(out / "documents.jsonl")] == ["a-none", "b-story"]
    *left, last = rows(out / "failures.jsonl")
    assert last["problem"] == "was interrupted"
    assert {f["source"] for f in left} >= {"c-items.jsonl:1", "c-items.jsonl:2"}


@pytest.mark.usefixtures("here")
def test_an_interrupted_run_does_not_replace_another(inputs, tmp_path):
    out = tmp_path / "out"
    run.run(run.Settings((inputs / "b-story.txt",), out))
    before = (out / "records.jsonl").read_bytes()

    def stop(name, failure):
        raise KeyboardInterrupt

    run.run(run.Settings((inputs,), out, force=True), stop)
    assert (out / "records.jsonl").read_bytes() == before
    assert rows(out / "interrupted" / "failures.jsonl")[-1]["source"] == "run"


@pytest.fixture
def read(monkeypatch):
    """The documents that are read, and not found as they were kept."""
    names = []
    true = reader.read_report

    def read_report(report, *others):
        names.append(report.doc_id)
        return true(report, *others)

    monkeypatch.setattr(reader, "read_report", read_report)
    return names


def written(out):
    """A run's files, without the times in its account."""
    found = {
        str(p.relative_to(out)): p.read_bytes()
        for p in out.rglob("*")
        if p.is_file() and not p.relative_to(out).parts[0].startswith(".")
    }
    account = json.loads(found["run.json"])
    del account["seconds"]
    return found | {"run.json": account}


@pytest.mark.usefixtures("here")
def test_the_same_again_writes_nothing(inputs, tmp_path, read, capsys):
    asked = ["run", str(inputs), "--out", str(tmp_path / "out")]
    assert main(asked) == 1
    before = {p: p.stat().st_mtime_ns for p in (tmp_path / "out").glob("*.json*")}
    del read[:]
    capsys.readouterr()
    assert main(asked) == 1
    said = capsys.readouterr()
    assert "nothing has changed since the last run: its files stand" in said.out
    assert "holds a run of these inputs: what has changed is read" in said.err
    assert {p: p.stat().st_mtime_ns for p in before} == before
    assert read == []


@pytest.mark.usefixtures("here")
def test_one_more_document_is_read_alone(inputs, tmp_path, read):
    out, whole = tmp_path / "out", tmp_path / "whole"
    run.run(run.Settings((inputs,), out))
    (inputs / "d-new.txt").write_text(STORY.replace("Quetta", "Karachi"))
    del read[:]
    result = run.result(run.Settings((inputs,), out))
    assert (read, result.known, result.done) == (["d-new"], 4, 5)
    run.run(run.Settings((inputs,), whole))
    assert written(out) == written(whole)


@pytest.mark.usefixtures("here")
def test_a_run_that_was_interrupted_goes_on(inputs, tmp_path, read, capsys):
    def stop(name, failure):
        if name == "b-story.txt":
            raise KeyboardInterrupt

    out, whole = tmp_path / "out", tmp_path / "whole"
    assert run.run(run.Settings((inputs,), out), stop).interrupted
    assert read == ["a-none", "b-story"]
    assert main(["run", str(inputs), "--out", str(out)]) == 1
    assert read == ["a-none", "b-story", "item-1"]
    assert "2 of 4 were read before" in capsys.readouterr().out
    run.run(run.Settings((inputs,), whole))
    assert written(out) == written(whole)


@pytest.mark.usefixtures("here")
def test_a_run_that_was_to_replace_another_goes_on(inputs, tmp_path, read, capsys):
    def stop(name, failure):
        raise KeyboardInterrupt

    out, story = tmp_path / "out", inputs / "b-story.txt"
    run.run(run.Settings((story,), out))
    run.run(run.Settings((inputs,), out, force=True), stop)
    del read[:]
    capsys.readouterr()
    assert main(["run", str(inputs), "--out", str(out)]) == 1
    assert "holds a run that was stopped: it goes on" in capsys.readouterr().err
    assert read == ["b-story", "item-1"]
    assert not (out / "interrupted").exists()
    assert main(["run", str(story), "--out", str(out)]) == 2


@pytest.mark.usefixtures("here")
def test_a_full_disk_is_said_and_loses_nothing_done(
    inputs, tmp_path, read, capsys, monkeypatch
):
    keep, count = Cache.keep, []

    def full(*arguments):
        count.append(1)
        if len(count) > 2:
            raise OSError(28, "No space left on device", "entry")
        return keep(*arguments)

    asked = ["run", str(inputs), "--out", str(tmp_path / "out")]
    with monkeypatch.context() as patch:
        patch.setattr(Cache, "keep", full)
        assert main(asked) == 1
    said = capsys.readouterr().err
    assert "cannot write entry: No space left on device; make room" in said
    assert not (tmp_path / "out" / "run.json").exists()
    del read[:]
    assert main(asked) == 1
    assert "holds a run that was stopped: it goes on" in capsys.readouterr().err
    assert read == ["item-1"]


@pytest.mark.usefixtures("here")
def test_force_begins_anew_and_no_cache_keeps_nothing(inputs, tmp_path, read):
    story, out = inputs / "b-story.txt", tmp_path / "out"
    for settings, kept in (
        (run.Settings((story,), out), 1),
        (run.Settings((story,), out, force=True), 1),
        (run.Settings((story,), out, remember=False), 1),
        (run.Settings((story,), tmp_path / "new", remember=False), 0),
    ):
        del read[:]
        run.run(settings)
        assert read == ["b-story"]
        assert len([*settings.out.glob(".cache/??/*")]) == kept
        assert not (settings.out / ".parts").exists()


@pytest.mark.usefixtures("here")
def test_a_cache_of_several_runs(inputs, tmp_path, read, capsys):
    story, cache = inputs / "b-story.txt", tmp_path / "kept"
    for name in ("one", "two"):
        run.run(run.Settings((story,), tmp_path / name, cache=cache, force=True))
    assert read == ["b-story"]
    assert written(tmp_path / "one") == written(tmp_path / "two")
    assert main(["cache", str(cache)]) == 0
    assert capsys.readouterr().out.startswith("kept 1 documents, ")
    assert main(["cache", str(cache), "--clear"]) == 0
    assert main(["cache", str(cache)]) == 0
    assert "kept 0 documents, 0.0 MB" in capsys.readouterr().out
    assert main(["cache", str(inputs)]) == 2


@pytest.mark.usefixtures("here")
def test_what_is_no_longer_of_the_run_is_not_kept(inputs, tmp_path):
    out = tmp_path / "out"
    run.run(run.Settings((inputs,), out))
    (inputs / "a-none.txt").unlink()
    run.run(run.Settings((inputs,), out))
    assert len([*out.glob(".cache/??/*")]) == 3


@pytest.mark.usefixtures("here")
def test_a_run_altered_by_hand_is_not_written_over(inputs, tmp_path, capsys):
    story, out = str(inputs / "b-story.txt"), tmp_path / "out"
    assert main(["run", story, "--out", str(out)]) == 0
    path = out / "records.jsonl"
    path.write_text(
        path.read_text().replace('"killed": {"min": 12', '"killed": {"min": 13')
    )
    assert main(["run", story, "--out", str(out)]) == 2
    assert "was altered by hand (records.jsonl)" in capsys.readouterr().err
    assert main(["run", story, "--out", str(out), "--force"]) == 0


def test_two_runs_into_one_folder(inputs, tmp_path, capsys):
    out = tmp_path / "out"
    out.mkdir()
    (out / ".begun").touch()
    with alone(out):
        assert main(["run", str(inputs), "--out", str(out)]) == 2
    said = capsys.readouterr().err
    assert "is being written by another run" in said
    assert "goes on" not in said


@pytest.mark.usefixtures("here")
def test_estimate_reads_a_few_and_keeps_them(inputs, tmp_path, read, capsys):
    asked = ["run", str(inputs), "--out", str(tmp_path / "out")]
    assert main([*asked, "--estimate"]) == 0
    said = capsys.readouterr().out
    assert "1 process for 4 documents, as 4 of them took" in said
    assert sorted(read) == ["a-none", "b-story", "item-1"]
    assert not (tmp_path / "out" / "run.json").exists()
    del read[:]
    assert main(asked) == 1
    assert read == []


@pytest.mark.usefixtures("here")
def test_a_run_does_not_read_what_it_wrote(inputs):
    out = inputs / "out"
    settings = run.Settings((inputs,), out)
    first = run.run(settings)
    again = run.run(run.Settings((inputs,), out, force=True))
    assert (again.documents, again.failures) == (first.documents, first.failures)


@pytest.mark.usefixtures("here")
def test_a_run_decides_by_the_weights_it_is_given(inputs, tmp_path):
    """By weights whose every threshold is out of reach nothing is a record."""
    shipped = (files("incidents.pipeline.assemble") / "weights.toml").read_text("utf-8")
    head, _, thresholds = shipped.partition("[thresholds]")
    high = re.sub(r"= [\d.]+", "= 1.1", thresholds)
    own = tmp_path / "own.toml"
    own.write_text(f"{head}[thresholds]{high}", "utf-8")
    story, out = inputs / "b-story.txt", tmp_path / "out"
    assert run.run(run.Settings((story,), out)).records > 0
    given = run.Settings((story,), out, weights=own, force=True)
    assert run.run(given).records == 0
    account = json.loads((out / "run.json").read_text("utf-8"))
    digest = sha256(own.read_bytes()).hexdigest()
    assert account["settings"]["weights"] == {"path": str(own), "sha256": digest}


@pytest.mark.usefixtures("here")
def test_a_run_joins_by_the_event_weights_it_is_given(inputs, tmp_path):
    """By weights whose threshold is out of reach no two reports tell of one event."""
    text = (inputs / "b-story.txt").read_text("utf-8")
    for name in ("c-story.txt", "d-story.txt"):
        (inputs / name).write_text(text + f"So said {name}.\n", "utf-8")
    stories, out = tuple(inputs.glob("*-story.txt")), tmp_path / "out"
    own = tmp_path / "own.toml"
    own.write_text("[likeness]\n[thresholds]\njoin = 1.1\nunsure = 1.1\nleast = 0\n")
    run.run(run.Settings(stories, out))
    assert any(row["reports"] == 3 for row in rows(out / "events.jsonl"))
    run.run(run.Settings(stories, out, event_weights=own, force=True))
    assert all(row["reports"] == 1 for row in rows(out / "events.jsonl"))
    account = json.loads((out / "run.json").read_text("utf-8"))
    told = account["settings"]["event_weights"]
    assert (told["path"], told["thresholds"]["join"]) == (str(own), 1.1)
    own.write_text("[likeness]\n")
    with pytest.raises(run.RunError, match=r"own\.toml: no weights of events"):
        run.run(run.Settings(stories, out, event_weights=own))


@pytest.mark.usefixtures("here")
def test_one_document_a_name(tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.jsonl").write_text(
            json.dumps({"doc_id": "same", "text": f"{name} came."}) + "\n"
        )
    out = tmp_path / "out"
    run.run(run.Settings((tmp_path,), out))
    assert [d["source"] for d in rows(out / "documents.jsonl")] == ["one.jsonl:1"]
    (failure,) = rows(out / "failures.jsonl")
    assert failure["source"].endswith("two.jsonl:1")
    assert failure["problem"].startswith("has the doc_id 'same' of ")
    assert failure["problem"].endswith("one.jsonl:1")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["run", "{empty}", "--out", "{out}"], "nothing to read"),
        (["run", "{story}", "--out", "{story}"], "is a file: name a folder"),
        (["run", "{story}", "--out", "{out}", "--model", "none"], "is not installed"),
        (["run", "{story}", "--out", "{out}", "--reports", "{none}"], "none.csv"),
        (
            ["run", "{story}", "--out", "{out}", "--gazetteers", "{empty}"],
            "holds nothing",
        ),
        (["run", "{story}", "--out", "{out}", "--weights", "{none}"], "no weights"),
        (["evaluate", "{empty}", "--gold", "{none}"], "no whole run"),
    ],
)
def test_wrong_use_is_said_in_a_sentence(inputs, tmp_path, capsys, arguments, said):
    (tmp_path / "empty").mkdir()
    places = {
        "empty": tmp_path / "empty",
        "out": tmp_path / "out",
        "story": inputs / "b-story.txt",
        "none": tmp_path / "none.csv",
    }
    assert main([a.format(**places) for a in arguments]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("empty.txt", b"", "has no text"),
        ("half.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", ""),
        ("odd.xyz", b"text", ""),
        ("binary.txt", b"\x00\x01\x02" * 50, ""),
    ],
)
@pytest.mark.usefixtures("here")
def test_a_bad_file_is_named_and_the_others_go_on(
    inputs, tmp_path, name, content, problem
):
    bad = tmp_path / name
    bad.write_bytes(content)
    out = tmp_path / "out"
    summary = run.run(run.Settings((bad, inputs / "b-story.txt"), out))
    assert (summary.documents, summary.failures) == (1, 1)
    failures = {f["source"]: f for f in rows(out / "failures.jsonl")}
    assert problem in failures[name]["problem"]
    assert failures[name]["mend"]


def test_files_that_are_not_read_are_named_and_counted(inputs, tmp_path, capsys):
    for name in ("toll.xlsx", "old.doc", "scan.JPG", "letter"):
        (inputs / name).write_bytes(b"x")
    (inputs / "reports.csv").write_text("file,published\nb-story.txt,2014\nz.pdf,\n")
    (inputs / "UPPER.TXT").write_text("The mayor spoke of the harbour.\n")
    out = tmp_path / "out"
    assert main(["run", str(inputs), "--out", str(out)]) == 1
    said = capsys.readouterr()
    failures = {f["source"]: f for f in rows(out / "failures.jsonl")}
    unread = {"toll.xlsx", "old.doc", "scan.JPG", "letter"}
    assert unread < failures.keys()
    assert failures["letter"]["problem"] == "is not read: its ending is (none)"
    assert all(name in said.err for name in unread)
    assert "4 files not read" in said.out
    assert "z.pdf" in failures["reports.csv"]["problem"]
    assert "UPPER" in {d["doc_id"] for d in rows(out / "documents.jsonl")}
    counts = json.loads((out / "run.json").read_text())["counts"]
    assert (counts["unread"], counts["failures"]) == (4, 1)


def test_dry_run_lists_and_writes_nothing(inputs, tmp_path, capsys):
    (inputs / "toll.xlsx").write_bytes(b"x")
    out = tmp_path / "out"
    assert main(["run", str(inputs), "--out", str(out), "--dry-run"]) == 0
    said = capsys.readouterr()
    assert "would read" in said.out
    assert "b-story.txt as b-story" in said.out
    assert f"would not read {inputs / 'toll.xlsx'}" in said.out
    assert "3 files would be read, 1 would not" in said.out
    assert "toll.xlsx: is not read" in said.err
    assert not out.exists()


def test_dry_run_prints_long_paths_whole(inputs, capsys):
    deep = inputs / ("d" * 100) / ("e" * 100)
    deep.mkdir(parents=True)
    (deep / "f.txt").write_text("Nothing.")
    (deep / "g.xlsx").write_bytes(b"x")
    assert main(["run", str(deep), "--out", str(inputs / "o"), "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert f"would read {deep / 'f.txt'} as f" in said
    assert f"would not read {deep / 'g.xlsx'}" in said


def test_rows_of_files_beside_a_file_are_no_strays(inputs, tmp_path):
    (inputs / "reports.csv").write_text("file,title\nb-story.txt,B\na-none.txt,A\n")
    settings = run.Settings((inputs / "b-story.txt",), tmp_path / "out")
    assert run.plan(settings).strays == ()


@pytest.mark.parametrize(
    ("given", "out", "said"),
    [
        ("none", "out", "no such file or folder: "),
        ("in", "in", "is the folder to be written"),
        ("in", ".", "lies in the folder to be written"),
        ("in/b-story.txt", "in", "lies in the folder to be written"),
    ],
)
def test_inputs_that_cannot_be_used(inputs, tmp_path, capsys, given, out, said):
    paths = str(tmp_path / given), str(tmp_path / out)
    assert main(["run", paths[0], "--out", paths[1], "--force"]) == 2
    assert said in capsys.readouterr().err
    assert (inputs / "b-story.txt").exists()
