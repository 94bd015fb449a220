"""What is known before a report is read: each ``.toml`` file here is a list of names.

Whoever needs words reads them here, so that a list of them stands once.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

FILES = files(__name__)
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


#: Read as modules are imported, so that a user's own words come too late for them.
FIXED = frozenset({"harm", "heads", "layout", "numbers", "words"})
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
def words(name: str, *ids: str) -> frozenset[str]:
    """The names and aliases of entries ``ids`` of gazetteer ``name``, as listed."""
    entries = (load(name)[id] for id in ids)
    return frozenset(w for e in entries for w in (e.name, *e.aliases))


def pattern(name: str, *ids: str) -> str:
    """A regular expression for the words of entries ``ids``, the longest first."""
    found = sorted(words(name, *ids), key=lambda w: (-len(w), w))
    return f"(?:{'|'.join(map(re.escape, found))})"


@cache
def values(name: str, *ids: str) -> Mapping[str, int]:
    """The words of entries ``ids`` that have a value, from the least on."""
    entries = (load(name)[id] for id in ids)
    found = {word: n for e in entries for word, n in e.fields["values"].items()}
    return MappingProxyType(dict(sorted(found.items(), key=lambda item: item[1])))
