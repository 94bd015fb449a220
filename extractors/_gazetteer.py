"""Look up report text in a gazetteer, a TOML file of named things."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
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


#: Environment variable that names a folder of the user's own gazetteers.
SETTING = "INCIDENTS_GAZETTEERS"


@cache
def load(name: str) -> Mapping[str, Entry]:
    """Entries of ``gazetteers/<name>.toml``, by id, with the user's own after ours.

    Raises:
        FileNotFoundError: No such gazetteer.
        tomllib.TOMLDecodeError: Malformed, or an id used twice.
        KeyError: An entry lacks a field.
        ValueError: A file of the user's own is malformed, lacks a field, or uses an id
            of ours.
    """
    with (FILES / f"{name}.toml").open("rb") as file:
        tables = tomllib.load(file)
    if os.environ.get(SETTING):
        tables |= _own(Path(os.environ[SETTING]) / f"{name}.toml", tables)
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


def _own(path: Path, ours: Mapping[str, Any]) -> dict[str, Any]:
    """The tables of a user's gazetteer; none where there is no such file."""
    if not path.is_file():
        return {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: {error}") from error
    for id, table in tables.items():
        missing = {"name", "aliases"} - set(table) if isinstance(table, dict) else "all"
        if missing:
            raise ValueError(f"{path}: [{id}] lacks {', '.join(sorted(missing))}")
        if id in ours:
            raise ValueError(f"{path}: [{id}] is an entry of ours; choose another id")
        table.setdefault("source", str(path.name))
        table.setdefault("examples", [])
    return tables


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
