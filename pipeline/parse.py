"""A report to a spaCy document whose text is the canonical text, block by block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from incidents.pipeline.model import MODEL, find
from incidents.pipeline.segment import HEADER, ROW, Block

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Longest stretch parsed at once: spaCy's memory grows with the length of a document.
_LONGEST = 10_000
#: No word is so long; the tokenizer's time grows with the square of such a run.
_RUN = 500
_UNBROKEN = re.compile(rf".*?\S{{{_RUN}}}|.+", re.S)
#: Pieces that are parsed at once.
_FEW = 64


@cache
def load(model: str = MODEL) -> Language:
    """The spaCy pipeline, without what nothing here reads.

    Raises:
        ValueError: No such model is installed.
    """
    import spacy

    from incidents.pipeline.ruler import hasten

    folder = find(model)
    try:
        nlp = spacy.load(model)
    except OSError as error:
        raise ValueError(f"{folder}: no spaCy model: {error}") from error
    hasten(nlp)
    return nlp


def parse(text: str, blocks: Sequence[Block], nlp: Language) -> Doc:
    """Tokens, sentences and entities of ``text``; no sentence crosses a block.

    Returns:
        A document as long as ``text`` and the same but for line breaks inside a
        paragraph, which are blanks, so that *car bomb* is one over two lines as well.
        The blocks are ``doc.spans["blocks"]``, each labelled with its kind.
    """
    from spacy.tokens import Doc, SpanGroup

    plain = unwrap(text, blocks)
    parts = [
        Doc.from_docs([*map(_light, nlp.pipe(some, batch_size=len(some)))], False)
        for some in _at_once(_pieces(plain, blocks))
    ]
    doc = Doc.from_docs(parts, ensure_whitespace=False) if parts else nlp(plain)
    if doc is None or doc.text != plain:
        raise ValueError("the parsed text is not the canonical text")
    spans = [
        span
        for b in blocks
        if (span := doc.char_span(b.start, b.end, b.kind, alignment_mode="contract"))
    ]
    doc.spans["blocks"] = SpanGroup(doc, name="blocks", spans=spans)
    return doc


def _at_once(pieces: Iterator[str]) -> Iterator[list[str]]:
    """Pieces that are parsed at once: few, and not long in all."""
    some: list[str] = []
    for piece in pieces:
        if some and (len(some) >= _FEW or sum(map(len, some)) >= _LONGEST):
            yield some
            some = []
        some.append(piece)
    if some:
        yield some


def _light(doc: Doc) -> Doc:
    """``doc`` without the numbers that only the model's own parts read."""
    doc.tensor = doc.tensor[:0]
    return doc


def unwrap(text: str, blocks: Sequence[Block]) -> str:
    """``text`` with line breaks inside paragraphs as blanks; no offset moves."""
    plain = []
    for block in blocks:
        whole = text[block.start : block.end]
        inner = len(whole.rstrip())
        plain.append(whole[:inner].replace("\n", " ") + whole[inner:])
    return "".join(plain)


def _pieces(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """The text of each block, table cells apart, long ones cut at white space."""
    for block in blocks:
        whole = text[block.start : block.end]
        cells = re.findall(r"[^\t|]*[\t|]|[^\t|]+", whole)
        for cell in cells if block.kind in (ROW, HEADER) else [whole]:
            yield from _cut(cell)


def _cut(text: str) -> Iterator[str]:
    for part in _UNBROKEN.findall(text) if len(text) > _RUN else [text]:
        yield from _lengths(part)


def _lengths(text: str) -> Iterator[str]:
    while len(text) > _LONGEST:
        space = max(text.rfind(" ", 0, _LONGEST), text.rfind("\n", 0, _LONGEST)) + 1
        yield text[: space or _LONGEST]
        text = text[space or _LONGEST :]
    if text:
        yield text
