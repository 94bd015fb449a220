"""How many small faults do the unit tests catch? ``python tests/mutate.py --seed 1``.

Puts seeded faults, one at a time, into a copy of the tree, runs the tests that need no
trained model on it, and prints each fault with the test that caught it. The tests that
bear the module's name run first, those of its packages next, then all others, the
quickest files first.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from xml.etree import ElementTree

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.faults import Fault, sites  # noqa: E402

SOURCES = ("pipeline/assemble", "extractors")
TESTS = (
    "tests/extractors",
    "tests/pipeline/assemble",
    "tests/pipeline/learn",
    "tests/test_gazetteers.py",
)
WANTED = 0.8
WORKERS = 2
CPU = 10  # seconds a test run may take, besides twice what it takes unbroken
MEMORY = 4 << 20  # KiB a test run may take: a fault can make a list grow for ever
_UNIT = "not model and not suite"
_LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "outputs", "build")
#: A machine's own settings: data that a copy is not tested on, files not written.
_UNSET = {"INCIDENTS_DATA", "PYTHONDONTWRITEBYTECODE", "PYTEST_ADDOPTS"}
_FAILED = re.compile(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", re.M)


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault and its module, as a path from the root."""

    path: str
    fault: Fault

    def __str__(self) -> str:
        one, other = (_short(t) for t in (self.fault.before, self.fault.after))
        return f"{self.path}:{self.fault.line}  {one}  ->  {other}"


def _short(code: str) -> str:
    line = " ".join(code.split())
    return line if len(line) <= 60 else f"{line[:28]} ... {line[-27:]}"


def choose(root: Path, sources: Sequence[str], seed: int, count: int) -> list[Planted]:
    """``count`` faults of the modules in ``sources``, each place equally likely."""
    places = []
    for source in sources:
        found = root / source
        for file in sorted(found.rglob("*.py")) if found.is_dir() else [found]:
            path = file.relative_to(root).as_posix()
            places += [(path, site) for site in sites(file.read_text("utf-8"))]
    chance = random.Random(seed)
    chosen = chance.sample(places, min(count, len(places)))
    return [Planted(path, chance.choice(site)) for path, site in chosen]


class Tree:
    """A copy of the project that may be broken.

    Attributes:
        root: Its folder.
        seconds: How long each test file takes unbroken; only these are run.
    """

    def __init__(self, root: Path, seconds: dict[str, float]) -> None:
        self.root = root
        self.seconds = seconds

    def measure(self, tests: Sequence[str]) -> None:
        """Run all tests unbroken, to know how long each file takes."""
        report = self.root / "seconds.xml"
        family = ("-o", "junit_family=xunit1")  # with each test's file
        # compiled files are kept this once, for all runs to come
        status, printed = self._pytest([*tests, *family, f"--junit-xml={report}"], 600)
        if status:
            sys.exit(f"the tests fail without any fault:\n{printed}")
        for case in ElementTree.parse(report).iter("testcase"):
            file, taken = case.attrib["file"], float(case.attrib["time"])
            self.seconds[file] = self.seconds.get(file, 0.0) + taken

    def caught(self, planted: Planted) -> str:
        """The test that fails with the fault in its place; "" if none does."""
        file = self.root / planted.path
        sound, at = file.read_bytes(), file.stat()
        file.write_text(planted.fault.put_into(sound.decode()), "utf-8")
        # of another second, or the sound one's compiled file would be taken for it
        os.utime(file, (at.st_atime, at.st_mtime + 10))
        try:
            found = (self._failing(files) for files in self.order(planted.path))
            return next(filter(None, found), "")
        finally:
            file.write_bytes(sound)
            os.utime(file, (at.st_atime, at.st_mtime))

    def order(self, path: str) -> list[list[str]]:
        """The test files of a module, those of its packages, and all others."""
        top, *parts = Path(path).with_suffix("").parts
        named = [part for part in (top, *parts) if part != "__init__"]
        names = [f"test_{part.strip('_')}.py" for part in named]
        folder = "/".join(["tests", top, *parts[:-1], ""])

        def place(file: str) -> int:
            if not file.startswith(f"tests/{top}/"):
                return 2
            if Path(file).name == names[-1]:
                return 0
            near = len(parts) > 1 and file.startswith(folder)
            return 1 if near or Path(file).name in names else 2

        quickest = sorted(self.seconds, key=lambda f: (self.seconds[f], f))
        tiers = [[f for f in quickest if place(f) == n] for n in range(3)]
        return [files for files in tiers if files]

    def _failing(self, files: Sequence[str]) -> str:
        """The first test of these files that fails."""
        cpu = CPU + 2 * round(sum(self.seconds[file] for file in files))
        status, printed = self._pytest(files, cpu, PYTHONDONTWRITEBYTECODE="1")
        if not status:
            return ""
        if status < 0:  # killed at a limit
            return "no end"
        named = _FAILED.search(printed)
        return named[1] if named else f"exit status {status}"

    def _pytest(
        self, options: Sequence[str], cpu: int, **environment: str
    ) -> tuple[int, str]:
        """Run pytest here: its exit status, and what it printed."""
        limits = f'ulimit -v {MEMORY}; ulimit -t {cpu}; exec "$@"'
        pytest = [sys.executable, "-m", "pytest", "-q", "-x", "-m", _UNIT]
        pytest += ["-p", "no:cacheprovider"]
        kept = {k: v for k, v in os.environ.items() if k not in _UNSET}
        run = subprocess.Popen(
            ["/bin/sh", "-c", limits, "sh", *pytest, *options],
            cwd=self.root,
            env={**kept, "PYTHONHASHSEED": "0", **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            # the limit is of CPU time; this is for what waits and never works
            printed, _ = run.communicate(timeout=20 * cpu)
        except subprocess.TimeoutExpired:
            run.kill()
            printed, _ = run.communicate()
        return run.returncode, printed


def mutate(
    root: Path, planted: Sequence[Planted], tests: Sequence[str]
) -> Generator[str, None, None]:
    """The test that catches each fault, in order; "" where none does."""
    with tempfile.TemporaryDirectory(prefix="mutate-") as folder:
        first = Tree(Path(folder, "0", "tree"), {})
        shutil.copytree(root, first.root, symlinks=True, ignore=_LEFT_OUT)
        first.measure(tests)
        free: Queue[Tree] = Queue()
        free.put(first)
        for n in range(1, WORKERS):
            copy = Tree(Path(folder, str(n), "tree"), first.seconds)
            shutil.copytree(first.root, copy.root, symlinks=True)
            free.put(copy)

        def answer(one: Planted) -> str:
            tree = free.get()
            try:
                return tree.caught(one)
            finally:
                free.put(tree)

        pool = ThreadPoolExecutor(WORKERS)
        try:
            yield from pool.map(answer, planted)
        finally:
            pool.shutdown(cancel_futures=True)


def main(
    argv: Sequence[str] | None = None,
    root: Path = ROOT,
    sources: Sequence[str] = SOURCES,
    tests: Sequence[str] = TESTS,
) -> int:
    """Plant, run, print; 0 if the share wanted is caught, 1 if not."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults", type=int, default=60, help="how many (%(default)s)")
    parser.add_argument(
        "--only", nargs="+", metavar="PATH", help="files or folders, from the root"
    )
    args = parser.parse_args(argv)
    begun = time.monotonic()
    planted = choose(root, args.only or sources, args.seed, args.faults)
    answers: list[str] = []
    with closing(mutate(root, planted, tests)) as found:
        for one, by in zip(planted, found, strict=True):
            print(f"{'caught' if by else 'MISSED'}  {one}  {by}", flush=True)
            answers.append(by)
    caught = sum(map(bool, answers))
    minutes = (time.monotonic() - begun) / 60
    share = caught / max(len(answers), 1)
    print(
        f"{caught} of {len(answers)} caught ({share:.0%}; wanted {WANTED:.0%}),"
        f" seed {args.seed}, {minutes:.1f} minutes"
    )
    return 0 if share >= WANTED else 1


if __name__ == "__main__":
    sys.exit(main())
