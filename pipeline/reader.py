"""One document through every stage that needs no other, to the pieces kept of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language

from incidents.extractors import extract
from incidents.pipeline.assemble.weights import Weights
from incidents.pipeline.assemble.weights import load as load_weights
from incidents.pipeline.document import read_report
from incidents.pipeline.entry import Piece, failed, read_piece
from incidents.pipeline.ingest import IngestError, Limits, ReportRow, read, too_big
from incidents.pipeline.ingest.limits import Exhausted
from incidents.pipeline.parse import load
from incidents.pipeline.passing import passing
from incidents.pipeline.plan import RunError
from incidents.pipeline.records import Failure, Report
from incidents.pipeline.unit import Unit


@dataclass(frozen=True, slots=True)
class Reader:
    """What a document is read with.

    Attributes:
        nlp: The model.
        weights: Of assembly's decisions; None for those that ship.
        rows: What ``reports.csv`` says, by file name.
        limits: Bounds on one document.
    """

    nlp: Language
    weights: Weights | None
    rows: Mapping[str, ReportRow]
    limits: Limits

    @classmethod
    def load(
        cls,
        model: str,
        rows: Mapping[str, ReportRow],
        limits: Limits,
        weights: Path | None,
    ) -> Reader:
        """With the model and the weights of these names.

        Raises:
            RunError: One of them cannot be used.
        """
        try:
            decided, nlp = load_weights(weights) if weights else None, load(model)
            extract(nlp.make_doc(""))  # what is made once stays: no document's alone
            return cls(nlp, decided, rows, limits)
        except (ValueError, OSError) as error:
            raise RunError(str(error)) from error

    def read(self, unit: Unit) -> Iterator[Piece]:
        """What the document gives; that it cannot be read is a failure of it."""
        try:
            for made in read(unit.path, self.rows, self.limits, unit.line):
                if isinstance(made, Failure):
                    yield failed(made)
                else:
                    own = made.source != unit.path.name  # a line, or a file in a file
                    named = made.doc_id if own else unit.doc_id
                    yield self._read(replace(made, doc_id=named))
        except IngestError as error:
            yield failed(error.failure, isinstance(error, Exhausted))
        except Exception as error:  # one document must not end the batch
            yield _fault(unit.name, error)

    def _read(self, report: Report) -> Piece:
        try:
            with passing(self.nlp):
                made = read_report(report, self.nlp, self.weights)
            return read_piece(
                made.doc_id,
                made.document,
                made.mentions,
                made.records,
                made.layout,
                made.dropped,
            )
        except Exception as error:  # nor one file in a file the others
            return _fault(report.source, error)


def _fault(source: str, error: Exception) -> Piece:
    """The failure of a document at which the pipeline stopped."""
    if isinstance(error, MemoryError):
        return failed(too_big(source).failure, passing=True)
    problem = f"stopped the pipeline ({type(error).__name__}: {error})"
    mend = "this is a fault of the program: report it, with the file"
    return failed(Failure(source, problem[:500], mend))
