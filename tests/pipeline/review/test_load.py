"""Twenty clients who save at once, on one desk and on two, as real servers."""

import re
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest

from incidents.pipeline.review.store import Store, address
from tests.pipeline.review.runs import document, quetta, write_run

STARTS = """
import sys
from pathlib import Path
from incidents.pipeline.review import review
said = lambda line: print(line, flush=True)
sys.exit(review(Path(sys.argv[1]), port=0, reviewer="anna", no_token=True, heard=said))
"""
CLIENTS, EACH = 20, 5


@pytest.fixture
def run(tmp_path):
    """Four documents with three records each: many meet on one record."""
    ids = [f"doc{n}" for n in range(4)]
    rows = [{**quetta(id), "incident_id": f"{id}/{n}"} for id in ids for n in range(3)]
    return write_run(tmp_path / "run", [document(id) for id in ids], rows)


@pytest.fixture
def serve(run):
    """Start a desk in a program of its own; returns its process and its port."""
    running = []

    def start():
        command = [sys.executable, "-c", STARTS, str(run)]
        made = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        running.append(made)
        made.stdout.readline()
        port = int(re.search(r"127\.0\.0\.1:(\d+)", made.stdout.readline())[1])
        return made, port

    yield start
    for made in running:
        made.kill()
        made.wait(60)
        made.stdout.close()


def ask(port, method, path, body=None):
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    origin = f"http://127.0.0.1:{port}"
    kind = "application/x-www-form-urlencoded"
    headers = {"Origin": origin, "Content-Type": kind} if body else {}
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def client(port, n):
    """What was answered to each note: its words, the status, whether they came back."""
    answers = []
    for turn in range(EACH):
        doc = f"doc{(n + turn) % 4}"
        id = f"{doc}/{(n * 7 + turn) % 3}"
        status, page = ask(port, "GET", "/?" + urlencode({"id": id}))
        assert status == 200
        seen, stamp = (
            re.search(rf'name="{name}" value="(\w+)"', page)[1]
            for name in ("seen", "stamp")
        )
        words = f"note {n} of turn {turn}"
        form = {"kind": "note", "doc": doc, "record": id, "text": words}
        body = urlencode({**form, "seen": seen, "stamp": stamp})
        status, page = ask(port, "POST", "/decide", body)
        answers.append((words, status, words in page))
    return answers


def kept(run):
    store = Store(address(None, run))
    notes = [d.payload["text"] for d in store.read("final")]
    store.close()
    return notes


@pytest.mark.parametrize("desks", [1, 2])
def test_each_save_is_kept_or_told_with_its_text(run, serve, desks):
    ports = [serve()[1] for _ in range(desks)]
    with ThreadPoolExecutor(CLIENTS) as pool:
        each = pool.map(lambda n: client(ports[n % desks], n), range(CLIENTS))
        answers = [answer for told in each for answer in told]
    statuses = Counter(status for _, status, _ in answers)
    assert set(statuses) <= {303, 409, 503}, statuses
    saved = [words for words, status, _ in answers if status == 303]
    assert sorted(kept(run)) == sorted(saved)
    assert [a for a in answers if a[1] != 303 and not a[2]] == []


def test_what_was_acknowledged_outlives_the_program(run, serve):
    desk, port = serve()
    saved = [words for words, status, _ in client(port, 0) if status == 303]
    desk.kill()
    desk.wait(60)
    assert saved
    assert sorted(kept(run)) == sorted(saved)
