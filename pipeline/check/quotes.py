"""Whether a quote stands where its citation says, elsewhere, or nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from incidents.pipeline.check.sources import Source
from incidents.pipeline.gold.check import Fault, uncited


class Texts:
    """The texts of a run's documents, to look up words that are not in their own."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Hold ``texts``, by ``doc_id``."""
        self._texts = texts

    def elsewhere(self, quote: str, doc_id: str) -> str | None:
        """Another document that has these words."""
        flat = _flat(quote)
        for other, text in self._texts.items():
            if other != doc_id and flat in _flat(text):
                return other
        return None


def faults_of(
    record: Mapping[str, Any], source: Source, texts: Texts
) -> Iterator[Fault]:
    """What is wrong with the quotes of a record."""
    where = str(record["incident_id"])
    for problem in uncited(record):
        yield Fault(where, problem)
    others = [{**a["citation"], "field": a["field"]} for a in record["alternatives"]]
    for citation in (*record["citations"], *others):
        if said := _problem(citation, source, texts):
            yield Fault(where, f"{citation['field']}: {said}")


def _problem(citation: Mapping[str, Any], source: Source, texts: Texts) -> str | None:
    """What is wrong with a citation; None if it is exact."""
    start, end, quote = (citation[key] for key in ("start", "end", "quote"))
    text, said = source.report.text, repr(quote[:80])
    if not quote or text[start:end] != quote:
        if quote and (at := text.find(quote)) >= 0:
            return f"moved: {said} is not at {start} but at {at}"
        if quote.strip() and _flat(quote) in _flat(text):
            return f"moved: {said} is broken otherwise in the source"
        if quote.strip() and (other := texts.elsewhere(quote, source.doc_id)):
            return f"misattributed: {said} is in {other}"
        return f"fabricated: {said} is in no document of the run"
    if citation.get("page") not in (None, source.report.page(start)):
        return f"is on page {source.report.page(start)}, not {citation['page']}"
    first, last = citation.get("focus") or (start, end)
    if not start <= first < last <= end:
        return f"its focus, {first} to {last}, is not in its quote"
    basis = citation.get("derived_from")
    ends = [basis.get("start"), basis.get("end")] if isinstance(basis, dict) else []
    if any(isinstance(place, int) and place > len(text) for place in ends):
        return "what it is derived from is not in the text"
    return None


def _flat(text: str) -> str:
    return " ".join(text.split())
