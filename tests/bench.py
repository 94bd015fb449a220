"""How fast each stage is, beside spaCy alone and PDFium's plain text on the same files.

    make bench

Times are processor time, and the ratios those of one process that does both, one after
the other: machines differ and are noisy, ratios less. A row is added to
``outputs/speed.jsonl``, and the README shows the last one.
"""

from __future__ import annotations

import json
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import spacy

from incidents.extractors import extract
from incidents.pipeline.assemble import assemble
from incidents.pipeline.document import read_report
from incidents.pipeline.ingest import read, walk
from incidents.pipeline.model import MODEL
from incidents.pipeline.parse import load, parse
from incidents.pipeline.records import Report
from incidents.pipeline.segment import segment

ROOT = Path(__file__).parent.parent
HISTORY = ROOT / "outputs" / "speed.jsonl"
SPACY, PDFIUM = "spaCy alone", "PDFium's plain text"
#: Each stage and what it is set beside.
STAGES = {
    "reading PDF": PDFIUM,
    "parsing": SPACY,
    "extraction": SPACY,
    "assembly": SPACY,
    "all from text to records": SPACY,
}


def measure(files: list[Path]) -> dict[str, Any]:
    """Processor seconds of each stage over some files, and how much they hold."""
    spent: Counter[str] = Counter()
    with _spent(spent, "reading PDF"):
        pdfs = [*_reports([f for f in files if f.suffix == ".pdf"])]
    with _spent(spent, PDFIUM):
        for path in files:
            if path.suffix == ".pdf":
                _plain(path)
    reports = [*pdfs, *_reports([f for f in files if f.suffix != ".pdf"])]
    nlp = load()
    read_report(reports[0], nlp)  # what is loaded once is no stage's
    texts = [page for report in reports for page in _texts(report)]
    bare = spacy.load(MODEL)
    with _spent(spent, SPACY):
        for text in texts:
            bare(text)
    for report in reports:
        _stages(report, nlp, spent)
    return {
        "seconds": {name: round(took, 2) for name, took in sorted(spent.items())},
        "documents": len(reports),
        "words": sum(len(text.split()) for text in texts),
        "pages": sum(report.pages for report in pdfs),
    }


def _stages(report: Report, nlp: Any, spent: Counter[str]) -> None:
    blocks = segment(report.text)
    with _spent(spent, "parsing"):
        doc = parse(report.text, blocks, nlp)
    with _spent(spent, "extraction"):
        mentions = extract(doc, report.published)
    with _spent(spent, "assembly"):
        assemble(report, doc, blocks, mentions)
    with _spent(spent, "all from text to records"):
        read_report(report, nlp)


@contextmanager
def _spent(spent: Counter[str], name: str) -> Iterator[None]:
    begun = time.process_time()
    yield
    spent[name] += time.process_time() - begun  # type: ignore[assignment]


def _reports(files: list[Path]) -> Iterator[Report]:
    for path in files:
        yield from (made for made in read(path, {}) if isinstance(made, Report))


def _plain(path: Path) -> None:
    document = pypdfium2.PdfDocument(path)
    for page in document:
        page.get_textpage().get_text_range()


def _texts(report: Report) -> list[str]:
    """A report as spaCy alone would be given it: page by page."""
    return [page for page in report.text.split("\f") if page.strip()]


def table(row: dict[str, Any]) -> str:
    """A row of the history, as the README shows it."""
    seconds = row["seconds"]
    lines = ["| stage | a second | beside |", "| --- | ---: | --- |"]
    for name, other in STAGES.items():
        pages = other == PDFIUM
        rate = row["pages" if pages else "words"] / seconds[name]
        told = f"{rate:,.0f} {'pages' if pages else 'words'}"
        ratio = seconds[name] / seconds[other]
        lines.append(f"| {name} | {told} | {ratio:.2f} times the time of {other} |")
    lines += [
        "",
        f"Over {row['documents']} documents, {row['words']:,} words and {row['pages']}"
        f" pages of PDF, at {row['revision']} on {row['date']}.",
    ]
    return "\n".join(lines) + "\n"


def last() -> dict[str, Any]:
    """The last row of the history."""
    return dict(json.loads(HISTORY.read_text().splitlines()[-1]))


def main(asked: Callable[[list[Path]], dict[str, Any]] = measure) -> None:
    """Measure the shipped corpus, keep the row and print it."""
    command = ["git", "describe", "--always", "--dirty", "--exclude=*"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    row = {
        "date": date.today().isoformat(),
        "revision": done.stdout.strip(),
        **asked(walk([ROOT / "corpus" / "reports"])),
    }
    with HISTORY.open("a") as file:
        file.write(json.dumps(row) + "\n")
    print(table(row))


if __name__ == "__main__":
    main()
