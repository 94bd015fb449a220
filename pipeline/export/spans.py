"""Mentions and values as labelled spans of the text, for tools that people label in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from incidents.pipeline.export.bundle import Bundle, Row, Told
from incidents.pipeline.fields import BY_NAME
from incidents.pipeline.review.values import Value, own_words


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text with a label: a field of the codebook, or a kind of mention."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document with its spans, as a tool has it.

    Attributes:
        doc_id: Its id; empty where the tool lost it.
        text: Its text.
        spans: In order, each once.
    """

    doc_id: str
    text: str
    spans: tuple[Span, ...]


def labelled(bundle: Bundle) -> Iterator[Labelled]:
    """Every document of the run with its spans."""
    by_doc: dict[str, list[Told]] = {id: [] for id in bundle.documents}
    for told in bundle.told:
        by_doc[str(told.row["doc_id"])].append(told)
    for id, records in by_doc.items():
        text = bundle.texts[id]
        found = {span for t in records for v in t.values for span in spans_of(v)}
        found.update(_mentions(bundle.mentions.get(id, ())))
        sound = (s for s in found if 0 <= s.start < s.end <= len(text))
        yield Labelled(id, text, tuple(sorted(sound)))


def spans_of(value: Value) -> Iterator[Span]:
    """Where a value stands: its own words where they are known, else its quotes."""
    for citation in value.citations:
        start, end = own_words(citation) or (citation["start"], citation["end"])
        yield Span(start, end, value.field)


def labels(bundle: Bundle) -> list[str]:
    """Every label that a span of the run may have: fields, then kinds of mention."""
    found = {str(m["label"]) for named in bundle.mentions.values() for m in named}
    return [*BY_NAME, *sorted(found)]


def _mentions(named: Iterable[Row]) -> Iterator[Span]:
    for mention in named:
        yield Span(mention["start"], mention["end"], str(mention["label"]))


@dataclass(frozen=True)
class Units:
    """A text counted in the 16-bit units of Java and JavaScript."""

    text: str

    @cached_property
    def _wide(self) -> list[int]:
        """Where the characters are that take two units."""
        return [n for n, sign in enumerate(self.text) if ord(sign) > 0xFFFF]

    @cached_property
    def _wide_units(self) -> list[int]:
        return [place + n for n, place in enumerate(self._wide)]

    def units(self, place: int) -> int:
        """The units before a character.

        >>> Units("a🙂b").units(2), Units("a🙂b").place(3)
        (3, 2)
        """
        return place + bisect_left(self._wide, place)

    def place(self, units: int) -> int:
        """The character before which there are so many units."""
        return units - bisect_right(self._wide_units, units - 1)


def sound(doc_id: str, text: str, found: Iterable[Mapping[str, object]]) -> Labelled:
    """A document as a tool gives it back.

    Raises:
        ValueError: A span is none of the text; says which document.
    """
    spans = set()
    for span in found:
        start, end, label = span.get("start"), span.get("end"), span.get("label")
        if not (
            isinstance(start, int) and isinstance(end, int) and isinstance(label, str)
        ) or not 0 <= start < end <= len(text):
            raise ValueError(
                f"{doc_id or text[:40]!r}: {start}:{end} is no span of the text"
            )
        spans.add(Span(start, end, label))
    return Labelled(doc_id, text, tuple(sorted(spans)))
