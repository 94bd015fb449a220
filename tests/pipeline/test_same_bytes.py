"""A run gives the same bytes wherever and whenever it is given, and asks no network.

Each run is processes of its own, as only a new one takes up another hash seed, locale
or time zone; what they find at their start (``sitecustomize``) blocks the network and
sets the clock.
"""

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT

REPORTS = ("pittsburgh-sentence.pdf", "khayat-sentence.txt", "smoke-without-fire.md")
STORY = "<p>A bomb killed 7 people in İzmir yesterday, said the KIRMIZI group.</p>"

BLOCKED = """
import datetime, os, pathlib, socket, time

days = int(os.environ["DAYS_ON"])
real, now = datetime.datetime, time.time
moment = real.fromtimestamp(now()) + datetime.timedelta(days)


class Blocked(socket.socket):
    def __init__(self, family=-1, *others, **named):
        if family != socket.AF_UNIX:
            raise AssertionError("asks the network")
        super().__init__(family, *others, **named)


def resolve(*_, **__):
    raise AssertionError("asks the network for a name")


class DateTime(real):
    @classmethod
    def now(cls, tz=None):
        return moment.astimezone(tz) if tz else moment

    utcnow = today = classmethod(lambda cls: moment)


socket.socket, socket.getaddrinfo = Blocked, resolve
datetime.datetime = DateTime
time.time = lambda: now() + days * 86400  # which date.today asks as well
(pathlib.Path(__file__).parent / f"pid-{os.getpid()}").touch()
"""
SETTINGS = {
    "hashes": {"PYTHONHASHSEED": "1", "LC_ALL": "C"},
    "zones": {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "DAYS_ON": "400"},
    "words": {
        "LC_ALL": "tr_TR.UTF-8",
        "TZ": "America/St_Johns",
        "DAYS_ON": "-9000",
        "PYTHONHASHSEED": "3",
    },
}


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """The files of a run as it is given here, and by name with other settings."""
    folder = tmp_path_factory.mktemp("same")
    (folder / "in").mkdir()
    for name in REPORTS:
        shutil.copy(ROOT / "corpus" / "reports" / name, folder / "in")
    (folder / "in" / "story.html").write_text(STORY, encoding="utf-8")
    site = folder / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(BLOCKED)
    plain = written(folder, "plain", {"PYTHONHASHSEED": "0"}, "")
    others = {n: written(folder, n, more, f"{site}:") for n, more in SETTINGS.items()}
    started = len([*site.glob("pid-*")])
    return plain, others, started


def written(folder, name, more, site):
    kept = {k: v for k, v in os.environ.items() if k not in ("TZ", "LC_ALL", "LANG")}
    more = {"DAYS_ON": "0", "PYTHONPATH": f"{site}{ROOT}", **more}
    command = [sys.executable, "-m", "incidents.pipeline.cli", "run", "in"]
    done = subprocess.run(
        [*command, "--out", name], cwd=folder, env={**kept, **more}, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()
    found = {
        str(p.relative_to(folder / name)): p.read_bytes()
        for p in (folder / name).rglob("*")
        if p.is_file() and not p.relative_to(folder / name).parts[0].startswith(".")
    }
    account = json.loads(found["run.json"])
    del account["seconds"]
    return found | {"run.json": account}


@pytest.mark.model
@pytest.mark.parametrize("name", SETTINGS)
def test_the_same_bytes(runs, name):
    plain, others, _ = runs
    assert len(plain["records.jsonl"].splitlines()) > 10
    assert others[name] == plain


@pytest.mark.model
def test_what_reads_was_blocked_as_well(runs):
    assert runs[2] >= 2 * len(SETTINGS)
