"""Kills runs at random moments and holds what comes of them to an undisturbed run.

    python tests/killed.py --moments 200

Sixty documents, PDFs and a JSONL file among them, are read into one folder. The run is
killed (``kill -9``) and given again, some times over, until one comes to its end: the
folder then has the bytes of a run that nobody disturbed, times in ``run.json`` aside,
and what was kept of a document before a kill was not made again.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCUMENTS = 60
#: Kills of one folder, before it is let come to its end.
_KILLS = 5
_PDFS = ("al-shabaab-card.pdf", "pittsburgh-sentence.pdf")
_TOWNS = ("Quetta", "Mosul", "Maiduguri", "Kabul", "Aden", "Bogota", "Madrid", "Tunis")
_LINES = 20


@dataclass(frozen=True)
class Found:
    """What killing came to.

    Attributes:
        moments: How often runs were killed.
        between: How many of these kills found some documents done, and some not.
        wrong: What was not as it should be.
    """

    moments: int
    between: int
    wrong: tuple[str, ...]


def make(folder: Path) -> None:
    """Write sixty short reports."""
    folder.mkdir()
    for name in _PDFS:
        shutil.copy(ROOT / "corpus" / "reports" / name, folder)
    lines = []
    for n in range(DOCUMENTS - len(_PDFS)):
        town = _TOWNS[n % len(_TOWNS)]
        text = (
            f"Bomb kills {n + 2} in {town}\n\nA bomb killed {n + 2} people at a market"
            f" in {town} on {n % 27 + 1} March 2014, police said.\n"
        )
        if n < _LINES:
            lines.append(json.dumps({"doc_id": f"line-{n}", "text": text}))
        else:
            (folder / f"report-{n}.txt").write_text(text)
    (folder / "lines.jsonl").write_text("\n".join(lines) + "\n")


def try_out(folder: Path, moments: int, seed: int) -> Found:
    """Kill runs at so many moments, in ``folder``."""
    chance = random.Random(seed)
    make(folder / "in")
    begun = time.monotonic()
    if status := _run(folder, "whole").wait():
        return Found(0, 0, (f"undisturbed: exit status {status}",))
    longest = time.monotonic() - begun
    expected = _bytes(folder / "whole")
    wrong, killed, between, n = [], 0, 0, 0
    while killed < moments:
        out, n = f"out-{n}", n + 1
        kept: dict[Path, tuple[int, int]] = {}
        for _ in range(min(_KILLS, moments - killed)):
            moment = _moment(chance, longest, len(kept))
            _kill(_run(folder, out), folder / out, *moment)
            killed += 1
            wrong += _made_again(folder / out, kept)
            kept = _entries(folder / out)
            between += 0 < len(kept) < DOCUMENTS
        if status := _run(folder, out).wait():
            wrong.append(f"{out}: exit status {status}")
        wrong += _made_again(folder / out, kept)
        found = _bytes(folder / out)
        differ = {k for k in expected | found if expected.get(k) != found.get(k)}
        wrong += [f"{out}: {name} differs" for name in sorted(differ)]
        shutil.rmtree(folder / out)
    return Found(killed, between, tuple(wrong))


def _moment(chance: random.Random, longest: float, kept: int) -> tuple[float, int]:
    """When to kill: at any time, or as some of the documents left are done."""
    if chance.random() < 1 / 3:
        return chance.uniform(0.2, longest), DOCUMENTS
    return longest * 10, kept + chance.randrange((DOCUMENTS - kept) // 2 + 1)


def _run(folder: Path, out: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "incidents.pipeline.cli", "run", "in", "--out", out],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _kill(
    process: subprocess.Popen[bytes], out: Path, after: float, entries: int
) -> None:
    """Kill a run after so many seconds, or once so much is kept."""
    end = time.monotonic() + after
    while time.monotonic() < end and len(_entries(out)) <= entries:
        if process.poll() is not None:
            return
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()


def _entries(out: Path) -> dict[Path, tuple[int, int]]:
    """What is kept of documents, and when each was written."""
    return {
        path: (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in (out / ".cache").glob("??/*")
        if not path.name.startswith(".")
    }


def _made_again(out: Path, before: dict[Path, tuple[int, int]]) -> Iterator[str]:
    now = _entries(out)
    for path, stamp in before.items():
        if now.get(path) != stamp:
            yield f"{out.name}: {path.name} was done again"


def _bytes(out: Path) -> dict[str, bytes]:
    """A run's files, without the times."""
    found = {
        str(path.relative_to(out)): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and not path.relative_to(out).parts[0].startswith(".")
    }
    account = json.loads(found.get("run.json", b"{}"))
    account.pop("seconds", None)
    return {**found, "run.json": json.dumps(account).encode()}


def main() -> int:
    """Kill, and print what came of it; exit status 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = try_out(Path(folder), given.moments, given.seed)
    for line in found.wrong:
        print(line)
    print(
        f"killed at {found.moments} moments, {found.between} of them between documents;"
        f" {len(found.wrong)} things wrong"
    )
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
