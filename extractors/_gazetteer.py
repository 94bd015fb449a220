"""Look up report text in a gazetteer, a TOML file of named things."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from incidents.gazetteers import FILES, SETTING, Entry, load

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc, Span
    from spacy.vocab import Vocab

__all__ = ["FILES", "SETTING", "Entry", "find", "load"]


@cache
def _tokeniser(vocab: Vocab) -> Callable[[str], Doc]:
    """Splits names as reports are split; making it takes as long as many of them."""
    import spacy  # here, as merging needs names and no text is read for it

    return spacy.blank(vocab.lang, vocab=vocab).tokenizer


@cache
def _matchers(name: str, vocab: Vocab) -> tuple[PhraseMatcher, PhraseMatcher]:
    """One matcher for names in any case, one for names printed in capitals only."""
    from spacy.matcher import PhraseMatcher

    tokeniser = _tokeniser(vocab)
    either, capitals = PhraseMatcher(vocab, attr="LOWER"), PhraseMatcher(vocab)
    for entry in load(name).values():
        for alias in (entry.name, *entry.aliases):
            matcher = capitals if alias.isupper() else either
            matcher.add(entry.id, [tokeniser(alias)])
    return either, capitals


def find(doc: Doc, name: str) -> Iterator[tuple[Span, Entry]]:
    """Yield the longest non-overlapping matches of gazetteer ``name`` in ``doc``."""
    from spacy.util import filter_spans

    entries = load(name)
    spans = [s for m in _matchers(name, doc.vocab) for s in m(doc, as_spans=True)]
    for span in filter_spans(spans):
        yield span, entries[span.label_]
