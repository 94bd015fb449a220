"""Documents with gold, read as a run reads them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from spacy.language import Language

from incidents.pipeline.assemble import tell
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.document import Parsed, parse_report
from incidents.pipeline.evaluate.borderline import load_borderline
from incidents.pipeline.ingest import read, read_rows, walk
from incidents.pipeline.learn.examples import Coded, Record
from incidents.pipeline.recordfile import GOLD_KEYS, load
from incidents.pipeline.records import Report


@dataclass(frozen=True, slots=True)
class Source:
    """A set of documents with gold.

    Attributes:
        reports: Folder of the reports.
        gold: Their gold file; a report of which it has no record has no incident.
    """

    reports: Path
    gold: Path


@dataclass(frozen=True, slots=True)
class Study:
    """A coded document with all that assembly needs to read it again."""

    parsed: Parsed
    coded: Coded


def studies(source: Source, nlp: Language) -> Iterator[Study]:
    """Every document of ``source``, in the order of its files.

    Raises:
        ValueError: The gold file is none, or names a document that is not there.
    """
    gold: dict[str, list[Record]] = defaultdict(list)
    for record in load(source.gold, GOLD_KEYS):
        gold[record["doc_id"]].append(record)
    missing = set(gold)
    for report in reports(source.reports):
        missing.discard(report.doc_id)
        parsed = parse_report(report, nlp)
        yield study(parsed, gold.get(report.doc_id, ()))
    if missing:
        named = ", ".join(sorted(missing)[:5])
        raise ValueError(f"{source.gold}: no report in {source.reports} for {named}")


def study(parsed: Parsed, gold: Iterable[Record]) -> Study:
    """A document beside its gold records."""
    reader = Reader(parsed.doc, parsed.mentions)
    told = tuple(tell(reader, parsed.blocks))
    return Study(parsed, Coded(parsed.report.doc_id, reader, told, tuple(gold)))


def with_borderline(found: Sequence[Study], paths: Iterable[Path]) -> list[Study]:
    """``found``, of which the passages that coders left uncoded are known.

    Args:
        found: The documents.
        paths: Tab-separated files with the columns ``doc_id`` and ``quote``.

    Raises:
        ValueError: A file lacks one of the columns.
    """
    texts = {s.coded.doc_id: s.parsed.report.text for s in found}
    passages = load_borderline(paths, texts)
    return [
        replace(
            s, coded=replace(s.coded, aside=tuple(passages.get(s.coded.doc_id, ())))
        )
        for s in found
    ]


def reports(folder: Path) -> Iterator[Report]:
    """The reports of a folder, with what its ``reports.csv`` says of them."""
    listed = next(
        (
            p
            for p in (folder / "reports.csv", folder.parent / "reports.csv")
            if p.is_file()
        ),
        None,
    )
    rows = read_rows(listed) if listed else {}
    for path in walk([folder]):
        yield from (r for r in read(path, rows) if isinstance(r, Report))


def told(sources: Iterable[Source], found: Sequence[Study]) -> Iterator[str]:
    """What was learned from, for the head of a file of weights."""
    yield f"Learned from {len(found)} documents with"
    yield f"{sum(len(s.coded.gold) for s in found)} records:"
    for source in sources:
        digest = sha256(source.gold.read_bytes()).hexdigest()[:16]
        records = len(source.gold.read_text("utf-8").splitlines())
        yield f"- {source.reports.name}: {records} records, gold {digest}"


def folds(path: Path) -> dict[str, int]:
    """The fold of each document: a tab-separated file of ``doc_id`` and ``fold``.

    Raises:
        ValueError: A line is not that; says which.
    """
    found = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines()[1:], 2):
        doc_id, _, fold = line.partition("\t")
        if not fold.strip().isdigit():
            raise ValueError(f"{path}, line {number}: no doc_id and fold")
        found[doc_id] = int(fold)
    return found
