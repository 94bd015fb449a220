"""Look up report text in a gazetteer, a TOML file of named things."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import spacy
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

FILES = files("gazetteers")
_COMMON = {"id", "name", "aliases", "source", "examples"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One named thing; ``gazetteers/README.md`` says what each field holds.

    Attributes:
        id: Key of its table in the file.
        name: Canonical name.
        aliases: Other names; matched in any case, except that an alias of capitals
            only (``IS``, ``ETA``) is matched as printed.
        source: Where a reader can check the entry.
        examples: Sentences with the mentions marked, which are its tests.
        fields: What else the table holds, such as ``category`` or ``parents``.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    source: str
    examples: tuple[str, ...]
    fields: Mapping[str, Any]


@cache
def load(name: str) -> Mapping[str, Entry]:
    """Entries of ``gazetteers/<name>.toml``, by id.

    Raises:
        FileNotFoundError: No such gazetteer.
        tomllib.TOMLDecodeError: Malformed, or an id used twice.
        KeyError: An entry lacks a field.
    """
    with (FILES / f"{name}.toml").open("rb") as file:
        tables = tomllib.load(file)
    return MappingProxyType(
        {
            id: Entry(
                id,
                t["name"],
                tuple(t["aliases"]),
                t["source"],
                tuple(t["examples"]),
                {k: v for k, v in t.items() if k not in _COMMON},
            )
            for id, t in tables.items()
        }
    )


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
