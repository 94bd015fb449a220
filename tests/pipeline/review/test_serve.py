import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

from incidents.pipeline.review.serve import _link, _listen, review

STARTS = """
import sys
from pathlib import Path
from incidents.pipeline.review import review
said = lambda line: print(line, flush=True)
host, reviewer = sys.argv[2], sys.argv[3]
sys.exit(review(Path(sys.argv[1]), host, port=0, reviewer=reviewer, heard=said))
"""


def test_review_prints_a_link_and_ends_with_ctrl_c(run):
    command = [sys.executable, "-c", STARTS, str(run), "127.0.0.1", "anna"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert running.stdout.readline() == f"Reviewing {run} as anna\n"
        link = re.search(r"http://\S+token=[\w-]{32}", running.stdout.readline())[0]
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(link.partition("enter")[0])
        cookies = urllib.request.HTTPCookieProcessor()
        with urllib.request.build_opener(cookies).open(link) as answer:
            assert b"Quetta" in answer.read()
        os.kill(running.pid, signal.SIGINT)
        assert running.wait(120) == 0
    finally:
        running.kill()
        running.stdout.close()
    assert (run / "reviews.sqlite").is_file()


def test_beyond_this_machine_the_link_has_a_token(run):
    command = [sys.executable, "-c", STARTS, str(run), "0.0.0.0", "anna"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        running.stdout.readline()
        assert re.search(r"/enter\?token=[\w-]{32}", running.stdout.readline())
    finally:
        running.kill()
        running.wait(120)
        running.stdout.close()


def test_a_port_in_use_is_said(run):
    taken = _listen("127.0.0.1", 0)
    taken.listen()
    port = taken.getsockname()[1]
    with pytest.raises(ValueError, match=f"cannot listen on 127.0.0.1:{port}"):
        review(run, port=port, heard=lambda line: None)
    taken.close()


def test_only_this_machine_goes_without_a_token(run):
    with pytest.raises(ValueError, match="--no-token is for this machine alone"):
        review(run, "0.0.0.0", no_token=True, heard=lambda line: None)
    assert not (run / "reviews.sqlite").exists()


def test_a_folder_that_is_no_run_is_said(tmp_path):
    with pytest.raises(ValueError, match="holds no run"):
        review(tmp_path / "nothing", heard=lambda line: None)
    assert not (tmp_path / "nothing").exists()


@pytest.mark.parametrize(
    ("given", "link"),
    [
        (("127.0.0.1", 1, ""), "http://127.0.0.1:1/"),
        (("::1", 1, ""), "http://[::1]:1/"),
        (("10.0.0.4", 1, "a&b"), "http://10.0.0.4:1/enter?token=a%26b"),
    ],
)
def test_link(given, link):
    assert _link(*given) == link
