import json
import re
from hashlib import sha256
from importlib.resources import files

import pytest

from pipeline import run
from pipeline.cli import main

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
        work = prepare(*arguments)
        for task in tasks:
            yield from ((task, made) for made in work(task))
            yield task, None

    monkeypatch.setattr("pipeline.workers.each", each)


def rows(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


pytestmark = pytest.mark.model


def test_run_writes_the_folder_and_names_what_failed(inputs, tmp_path, capsys):
    out = tmp_path / "out"
    assert main(["run", str(inputs), "--out", str(out)]) == 1
    assert sorted(p.name for p in out.iterdir()) == [
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
    assert "c-items.jsonl:2" in capsys.readouterr().err
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
    written = []
    for n, (order, workers) in enumerate([(files, 1), (files[::-1], 2)]):
        out = tmp_path / f"out{n}"
        run.run(run.Settings(tuple(order), out, workers=workers))
        written.append((out / "records.jsonl").read_bytes())
    assert written[0] == written[1] != b""


@pytest.mark.usefixtures("here")
def test_a_folder_that_holds_a_run_is_refused_unless_forced(inputs, tmp_path, capsys):
    out = tmp_path / "out"
    story = str(inputs / "b-story.txt")
    assert main(["run", story, "--out", str(out)]) == 0
    before = (out / "records.jsonl").read_bytes()
    assert main(["run", story, "--out", str(out)]) == 2
    assert "holds another run" in capsys.readouterr().err
    assert main(["run", str(inputs / "a-none.txt"), "--out", str(out), "--force"]) == 0
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
    assert {f["source"] for f in left} >= {"c-items.jsonl"}


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
    shipped = (files("pipeline.assemble") / "weights.toml").read_text("utf-8")
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
def test_one_document_a_name(tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.jsonl").write_text(
            json.dumps({"doc_id": "same", "text": f"{name} came."}) + "\n"
        )
    out = tmp_path / "out"
    run.run(run.Settings((tmp_path,), out))
    assert [d["source"] for d in rows(out / "documents.jsonl")] == ["one.jsonl:1"]
    (failure,) = rows(out / "failures.jsonl")
    assert failure["source"].endswith("two.jsonl")
    assert failure["problem"].startswith("has the doc_id 'same' of ")
    assert failure["problem"].endswith("one.jsonl")


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
