"""Look up report text in a gazetteer, a TOML file of named things."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import spacy
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from incidents.gazetteers import FILES, SETTING, Entry, load

__all__ = ["FILES", "SETTING", "Entry", "find", "load"]


@cache
def _matchers(name: str, vocab: Vocab) -> tuple[PhraseMatcher, PhraseMatcher]:
    """One matcher for names in any case, one for names printed in capitals only."""
    tokeniser = spacy.blank(vocab.lang, vocab=vocab)  # splits "155mm" as in reports
    either, capitals = PhraseMatcher(vocab, attr="LOWER"), PhraseMatcher(vocab)
    for entry in load(name).values():
        for alias in (entry.name, *entry.aliases):
            matcher = capitals if alias.isupper() else either
            matcher.add(entry.id, [tokeniser(alias)])
    return either, capitals


def find(doc: Doc, name: str) -> Iterator[tuple[Span, Entry]]:
    """Yield the longest non-overlapping matches of gazetteer ``name`` in ``doc``."""
    entries = load(name)
    spans = [s for m in _matchers(name, doc.vocab) for s in m(doc, as_spans=True)]
    for span in filter_spans(spans):
        yield span, entries[span.label_]
