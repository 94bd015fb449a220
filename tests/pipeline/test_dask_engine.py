"""A cluster of two processes reads as one process does, also where one is killed."""

import json
import os
import signal
from dataclasses import replace

import pytest

from incidents.pipeline import run
from incidents.pipeline.cli import main
from incidents.pipeline.fingerprint import Fingerprint
from incidents.pipeline.ingest.limits import Limits
from incidents.pipeline.model import MODEL
from incidents.pipeline.plan import RunError
from incidents.pipeline.unit import Unit

distributed = pytest.importorskip("distributed", reason="no extra dask")
from incidents.pipeline import dask_engine  # noqa: E402

TOWNS = ("Quetta", "Mosul", "Kabul", "Aden", "Bogota", "Madrid", "Tunis", "Kano")
STORY = "A bomb killed {} people at a market in {} on {} March 2014, police said.\n"


@pytest.fixture
def inputs(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    told = [STORY.format(n + 2, TOWNS[n % 8], n + 1) for n in range(20)]
    for n, text in enumerate(told[:12]):
        (folder / f"report-{n}.txt").write_text(text)
    lines = [json.dumps({"doc_id": f"l{n}", "text": t}) for n, t in enumerate(told)]
    lines += ["no json", lines[12], json.dumps({"doc_id": "again", "text": told[0]})]
    (folder / "lines.jsonl").write_text("\n".join(lines[12:]) + "\n")
    (folder / "empty.pdf").write_bytes(b"")
    return folder


@pytest.fixture
def cluster():
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None
    ) as made:
        yield made


def written(out):
    """A run's files, without the time in its account."""
    found = {
        str(p.relative_to(out)): p.read_bytes()
        for p in out.rglob("*")
        if p.is_file() and not p.relative_to(out).parts[0].startswith(".")
    }
    account = json.loads(found["run.json"])
    del account["seconds"]
    return found | {"run.json": account}


@pytest.mark.model
def test_a_killed_process_changes_no_byte(inputs, tmp_path, cluster):
    alone, apart = tmp_path / "alone", tmp_path / "apart"
    run.run(run.Settings((inputs,), alone))
    pids, done = processes(cluster), []

    def heard(name, failure):
        done.append(name)
        if len(done) == 4:
            os.kill(pids[0], signal.SIGKILL)

    settings = run.Settings((inputs,), apart, scheduler=cluster.scheduler_address)
    run.run(settings, heard)
    assert written(apart) == written(alone)
    assert len((apart / "records.jsonl").read_text().splitlines()) >= 20
    assert pids[0] not in processes(cluster)
    again = run.result(settings)
    assert (again.known, again.written) == (again.done, False)


def processes(cluster):
    with distributed.Client(cluster, set_as_default=False) as client:
        return [*client.run(os.getpid).values()]


def kit(**others):
    told = Fingerprint("p", "m", "g", "w")
    return replace(dask_engine.Kit(MODEL, None, None, Limits(), told), **others)


def test_a_machine_with_another_program_reads_nothing(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("A bomb killed 3.")
    unit = Unit(path, "a", path.stat().st_size)
    task = dask_engine.Task(unit, unit.digest(Limits()), None, kit(), 60)
    with pytest.raises(RunError, match="has another program than this one: install"):
        dask_engine.perform(task)
    with pytest.raises(RunError, match="a machine of the cluster: spaCy model 'none'"):
        dask_engine.perform(replace(task, kit=kit(model="none")))


@pytest.mark.parametrize("there", [True, False])
def test_a_machine_with_another_copy_reads_nothing(tmp_path, there):
    path = tmp_path / "a.txt"
    if there:
        path.write_text("A bomb killed 4.")
    unit = Unit(path, "a", 16)
    piece, spent = dask_engine.perform(
        dask_engine.Task(unit, "0" * 64, None, kit(), 60)
    )
    failure = piece.head["failure"]
    assert failure["problem"].startswith("is not there, or another, where a machine")
    assert str(path) in failure["mend"]
    assert piece.head["passing"]
    assert spent.seconds == 0


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--engine", "dask"], "--engine dask and --scheduler ADDRESS need each other"),
        (["--scheduler", "tcp://a:1"], "need each other"),
        (["--engine", "dask", "--scheduler", "tcp://127.0.0.1:1"], "no dask scheduler"),
    ],
)
def test_wrong_use(inputs, tmp_path, capsys, monkeypatch, more, said):
    monkeypatch.setattr(dask_engine, "_PATIENCE", 0.5)
    assert main(["run", str(inputs), "--out", str(tmp_path / "out"), *more]) == 2
    assert said in capsys.readouterr().err
