"""What it takes to merge very many records, by how many there are.

    python tests/merging.py --records 50000

Records are the shipped corpus's gold records, perturbed: other days, places, targets,
tolls and words, each event told by one to four reports that do not quite agree. They
are merged by `incidents merge` in a process of its own, with a quarter and a half of
them before all. Exit status 1 if all take more than two minutes of one core or a
gigabyte, or if time grows faster than n log n.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, TextIO
from zlib import crc32

from incidents.pipeline.process import children_seconds

Record = dict[str, Any]

CORPUS = Path(__file__).parents[1] / "corpus"
#: Seconds of one core and bytes that a merge may take, and by how much its time may
#: grow faster than n log n: what is measured varies.
SECONDS, BYTES, SLACK = 120, 1_000_000_000, 1.2
#: Days on which events happen, from the first on.
_FIRST, _DAYS = date(1990, 1, 1), 12_000
#: How many reports tell an event, as often as they stand here.
_TOLD = (1, 1, 1, 1, 1, 1, 2, 2, 3, 4)
#: Of ten longer words of a quote, how many are replaced.
_REPLACED = 6
_COMMAND = "from incidents.pipeline.cli import main; raise SystemExit(main())"
#: Records of a document, and runs that the documents are of.
_EACH, _RUNS = (1, 6), 2


@dataclass(frozen=True)
class Taken:
    """What merging so many records took: seconds of processor time, and bytes."""

    records: int
    seconds: float
    held: int
    said: str


def write(folder: Path, records: int, seed: int = 1) -> list[Path]:
    """Write runs of so many perturbed records into a folder."""
    chance = random.Random(seed)
    folders = [folder / f"run-{n}" for n in range(_RUNS)]
    for path in folders:
        path.mkdir(parents=True)
    told = list(tellings(records, chance))
    chance.shuffle(told)
    files = [
        (open_(f / "records.jsonl"), open_(f / "documents.jsonl")) for f in folders
    ]
    number = 0
    while told:
        count = chance.randint(*_EACH)
        _write(f"report-{number:06}", told[-count:], chance, *files[number % _RUNS])
        del told[-count:]
        number += 1
    for pair in files:
        for file in pair:
            file.close()
    return folders


def open_(path: Path) -> TextIO:
    """A file to write."""
    return path.open("w", encoding="utf-8")


def tellings(records: int, chance: random.Random) -> Iterator[tuple[int, int]]:
    """So many tellings: the number of the event that each tells, and of the telling."""
    event = 0
    while records > 0:
        for n in range(min(records, chance.choice(_TOLD))):
            yield event, n
            records -= 1
        event += 1


def _write(
    doc_id: str,
    told: Sequence[tuple[int, int]],
    chance: random.Random,
    records: TextIO,
    documents: TextIO,
) -> None:
    """One report of several events, its records and its text."""
    text, last = "", _FIRST
    for event, telling in told:
        record, day = perturbed(event, chance)
        last = max(last, day)
        cited = []
        for citation in record["citations"]:
            start = text.find(citation["quote"])
            if start < 0:
                start, text = len(text), f"{text}{citation['quote']}\n"
            span = {"start": start, "end": start + len(citation["quote"])}
            cited.append(citation | span)
        ids = {"doc_id": doc_id, "incident_id": f"{doc_id}/{event}-{telling}"}
        row = record | ids | {"event_key": None, "citations": cited}
        records.write(json.dumps(row) + "\n")
    published = last + timedelta(days=chance.randint(0, 9))
    row = {"doc_id": doc_id, "published": published.isoformat(), "text": text}
    documents.write(json.dumps(row) + "\n")


def perturbed(event: int, chance: random.Random) -> tuple[Record, date]:
    """One telling of an event, which other tellings agree with for the most part."""
    own = random.Random(event)
    record = dict(own.choice(_gold()))
    where, what = own.choice(_gold()), own.choice(_gold())
    day = _FIRST + timedelta(days=own.randrange(_DAYS))
    killed = max(0, int(own.lognormvariate(1, 1.2)) - 1)
    said = {q: _said(q, event) for q in {c["quote"] for c in record["citations"]}}
    record |= {
        "date": _told_as(day, chance),
        "places": where["places"] if chance.random() < 0.9 else [],
        "countries": where["countries"],
        "targets": what["targets"] if chance.random() < 0.8 else [],
        "killed": _toll(killed, chance),
        "citations": [
            {"field": c["field"], "page": 1, "quote": said[c["quote"]]}
            for c in record["citations"]
        ],
    }
    return record, day


def _told_as(day: date, chance: random.Random) -> str | None:
    """The day, now and then told coarsely, wrongly or not at all."""
    off = timedelta(days=1) * (chance.random() < 0.1)
    exact = (day + off).isoformat()
    return chance.choice([exact] * 7 + [exact[:7]] * 2 + [None])


def _toll(killed: int, chance: random.Random) -> dict[str, int] | None:
    """The toll, in one of three tellings another."""
    told = killed + (chance.random() < 0.3) * chance.randint(1, 1 + killed)
    return {"min": told, "max": told} if chance.random() < 0.8 else None


def _said(quote: str, event: int) -> str:
    """The quote, most of its longer words replaced by others, alike for one event."""

    def word(match: re.Match[str]) -> str:
        drawn = crc32(f"{event} {match[0]}".encode())
        return _words()[drawn % len(_words())] if drawn % 10 < _REPLACED else match[0]

    return re.sub(r"\w{4,}", word, quote)


@cache
def _gold() -> list[Record]:
    lines = (CORPUS / "gold" / "gold.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


@cache
def _words() -> list[str]:
    quotes = (c["quote"] for record in _gold() for c in record["citations"])
    return sorted({word for quote in quotes for word in re.findall(r"\w{4,}", quote)})


def measure(folder: Path, records: int) -> Taken:
    """Merge so many records by the command; run it for more and more, as memory is
    that of the largest so far."""
    runs = write(folder, records)
    command = ["-c", _COMMAND, "merge", *map(str, runs), "--out", str(folder / "out")]
    before = children_seconds()
    done = subprocess.run(
        [sys.executable, *command], check=True, stdout=subprocess.PIPE, text=True
    )
    held = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    return Taken(records, children_seconds() - before, held, done.stdout)


def faults(found: Sequence[Taken]) -> Iterator[str]:
    """What is more than it may be, of measures of more and more records."""
    first, last = found[0], found[-1]
    if last.seconds > SECONDS:
        yield f"{last.seconds:.0f} s is more than {SECONDS}"
    if last.held > BYTES:
        yield f"{last.held / 1e6:.0f} MB is more than {BYTES / 1e6:.0f}"
    if growth(first, last) > SLACK:
        yield f"time grew {growth(first, last):.2f} times as fast as n log n"


def growth(first: Taken, last: Taken) -> float:
    """How many times as fast as n log n the time grew."""
    due = [taken.records * math.log(taken.records) for taken in (first, last)]
    return (last.seconds / first.seconds) / (due[1] / due[0])


def main() -> int:
    """Measure, and say what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=50_000)
    given = parser.parse_args()
    found: list[Taken] = []
    for part in (4, 2, 1):
        with tempfile.TemporaryDirectory() as folder:
            taken = measure(Path(folder), given.records // part)
        found.append(taken)
        took = f"{taken.seconds:.1f} s, {taken.held / 1e6:.0f} MB"
        print(f"{taken.records:,} records: {took}", taken.said, sep="\n")
    print(f"grew {growth(found[0], found[-1]):.2f} times as fast as n log n")
    wrong = list(faults(found))
    print("\n".join(wrong))
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
