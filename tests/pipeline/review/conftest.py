import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from incidents.pipeline.review.app import make_app
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.guard import Guard
from incidents.pipeline.review.store import Store
from tests.pipeline.review.coders import coder
from tests.pipeline.review.runs import write_run


@pytest.fixture
def run(tmp_path):
    return write_run(tmp_path / "run")


@pytest.fixture
def store(tmp_path):
    made = Store(f"sqlite:///{tmp_path / 'reviews.sqlite'}")
    yield made
    made.close()


@pytest.fixture
def desk(run, store):
    return Desk(run, store)


@pytest.fixture
def anna(desk):
    """Codes blind, but where a module says otherwise."""
    return coder(desk, "anna")


@pytest.fixture
def ben(desk):
    return coder(desk, "ben")


class Browser:
    """The desk as a browser without script sees it."""

    origin = "http://127.0.0.1:8765"

    def __init__(self, desk, reviewer="anna", blind=False):
        self.guard = Guard("127.0.0.1", 8765, reviewer)
        app = make_app(desk, self.guard, blind)
        self.client = TestClient(app, base_url=self.origin, follow_redirects=False)

    def get(self, address, **query):
        return self.client.get(address, params=query)

    def stamp(self):
        return self.guard.stamp(self.client.build_request("GET", "/"))

    def post(self, address="/decide", headers=None, **form):
        form = {"doc": "story", "stamp": self.stamp(), **form}
        sent = {"origin": self.origin, **(headers or {})}
        return self.client.post(address, data=form, headers=sent)


@pytest.fixture
def browser(desk):
    return Browser(desk)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory):
    """URL of a PostgreSQL server of our own."""
    initdb = _program("initdb")
    server = _program("postgres")
    if initdb is None or server is None:
        pytest.skip("PostgreSQL is not installed")
    folder = tmp_path_factory.mktemp("postgres")
    as_other = {}
    if os.geteuid() == 0:  # it refuses to run as root
        as_other = {"user": "nobody"}
        for path in (folder, *folder.parents):
            if path == Path(path.anchor) or not os.access(path, os.W_OK):
                break
            path.chmod(path.stat().st_mode | 0o011)
        shutil.chown(folder, "nobody")
    data = folder / "data"
    subprocess.run(
        [initdb, "-D", data, "-U", "desk", "-A", "trust", "--no-sync"],
        check=True,
        capture_output=True,
        cwd=folder,
        **as_other,
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = subprocess.Popen(
        [server, "-D", data, "-p", str(port), "-h", "127.0.0.1", "-k", "", "-F"],
        stderr=subprocess.DEVNULL,
        cwd=folder,
        **as_other,
    )
    try:
        _wait(port)
        yield f"postgresql://desk@127.0.0.1:{port}/postgres"
    finally:
        running.terminate()
        running.wait(120)


def _program(name):
    found = shutil.which(name)
    if found:
        return os.path.realpath(found)
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return str(installed[-1]) if installed else None


def _wait(port):
    import pg8000.native

    for _ in range(100):
        try:
            pg8000.native.Connection("desk", "127.0.0.1", "postgres", port).close()
            return
        except (pg8000.native.Error, OSError):
            time.sleep(0.1)
    raise TimeoutError("PostgreSQL did not start")
