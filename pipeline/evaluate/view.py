"""Candidates beside gold, value by value with the quotes of either."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from incidents.pipeline.evaluate.edits import Edit, say
from incidents.pipeline.fields import FIELD_OF
from incidents.pipeline.paths import of
from incidents.pipeline.reconcile import Agreement, Judgement, Match, agreements, whole
from incidents.pipeline.reconcile.score import Record, code


@dataclass(frozen=True, slots=True)
class Quote:
    """The words a value was read from."""

    page: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Side:
    """One slot of one record: its values, and the quotes of its field."""

    values: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One slot of a pair; ``agrees`` is None where only one record is there."""

    slot: str
    gold: Side
    candidate: Side
    agrees: bool | None


@dataclass(frozen=True, slots=True)
class View:
    """A match as a reader is shown it.

    Attributes:
        doc_id: The document.
        judgement: ``same``, ``missing``, ``spurious`` or ``unsure``.
        gold: Id of the gold record, or empty.
        candidate: Id of the candidate, or empty.
        title: Date, place and target, of the gold record where there is one.
        quote: The first quote of that record.
        reasons: Why, in words.
        rows: The slots that either fills.
    """

    doc_id: str
    judgement: str
    gold: str
    candidate: str
    title: str
    quote: Quote
    reasons: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def wrong(self) -> bool:
        """Whether it is of a record found that has a value amiss."""
        return self.judgement == "same" and not all(row.agrees for row in self.rows)


def view(match: Match) -> View:
    """Show a match."""
    record = match.gold or match.candidate or {}
    return View(
        match.doc_id,
        match.judgement.value,
        _id(match.gold),
        _id(match.candidate),
        title(record),
        first_quote(record),
        match.reasons,
        tuple(
            _row(agreement, match)
            for agreement in match.agreements
            if agreement.gold or agreement.candidate
        ),
    )


def views(matches: Iterable[Match], *judgements: Judgement) -> list[View]:
    """The matches of some judgements, in their order."""
    return [view(match) for match in matches if match.judgement in judgements]


def beside(
    matches: Sequence[Match], judgement: Judgement, script: Iterable[Edit]
) -> list[View]:
    """The records missed or spurious, beside what they are to be split off or joined.

    A missed record that a candidate tells together with another stands beside that
    candidate, and a spurious one beside the gold record that it tells a second time.
    """
    sides = {
        (_id(r), side): r
        for m in matches
        for side, r in (("gold", m.gold), ("candidate", m.candidate))
        if r
    }
    joined = {
        (e.gold if e.operation == "split" else e.candidate): e
        for e in script
        if e.operation in ("split", "merge")
    }
    return [
        view(_join(match, joined, sides))
        for match in matches
        if match.judgement is judgement
    ]


def _join(
    match: Match,
    joined: Mapping[str, Edit],
    sides: Mapping[tuple[str, str], Record],
) -> Match:
    edit = joined.get(_id(match.gold or match.candidate))
    if edit is None:
        return match
    gold, candidate = sides[edit.gold, "gold"], sides[edit.candidate, "candidate"]
    said = f"{edit.fault}: {match.reasons[0]}"
    both = agreements(code(gold), code(candidate))
    return replace(
        match, gold=gold, candidate=candidate, reasons=(said,), agreements=both
    )


def _id(record: Record | None) -> str:
    return str((record or {}).get("incident_id") or "")


def title(record: Record) -> str:
    """Date, first place and first target of a record, as far as it has them."""
    targets: list[Mapping[str, Any]] = record.get("targets") or []
    target = next((str(t.get("text") or "") for t in targets), "")
    place = next(iter(record.get("places") or ()), "")
    return ", ".join(filter(None, (record.get("date") or "", place, target)))


def first_quote(record: Record) -> Quote:
    """The first quote of a record; empty where it has none."""
    quotes = _quotes(record.get("citations") or ())
    return quotes[0] if quotes else Quote(None, "")


def _row(agreement: Agreement, match: Match) -> Row:
    both = match.gold is not None and match.candidate is not None
    return Row(
        agreement.slot,
        _side(agreement.slot, agreement.gold, match.gold),
        _side(agreement.slot, agreement.candidate, match.candidate),
        whole(agreement) if both else None,
    )


def _side(slot: str, values: Iterable[Any], record: Record | None) -> Side:
    said = tuple(say(slot, value) for value in values)
    if not said:
        return Side((), ())
    citations = (record or {}).get("citations") or ()
    return Side(said, _quotes(of(FIELD_OF[slot].name, citations)))


def _quotes(citations: Iterable[Mapping[str, Any]]) -> tuple[Quote, ...]:
    """Each quote once, in their order."""
    found = {
        str(c.get("quote") or ""): Quote(_page(c), str(c.get("quote") or ""))
        for c in reversed(list(citations))
    }
    return tuple(quote for quote in reversed(found.values()) if quote.text)


def _page(citation: Mapping[str, Any]) -> int | None:
    page = citation.get("page")
    return page if isinstance(page, int) else None
