"""Suspects' names replaced by stable ones, wherever a record prints them.

A pseudonym is made of the name and a key. With the same key the same name has the same
pseudonym in every export; without the key nobody can try out names. In quotes and
titles every person's name is replaced, since a suspect may have been read as nobody's.
"""

from __future__ import annotations

import hmac
import secrets
from base64 import b32encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from incidents.pipeline.export.bundle import Row, Told
from incidents.pipeline.export.named import Names, folded_words
from incidents.pipeline.fields import BY_NAME
from incidents.pipeline.kinds import words
from incidents.pipeline.review.values import Value, build

WITHHELD = "[name left out]"
#: Fields that name suspects.
_NAMING = ("suspects.names", "suspects.people")
#: Ids and addresses, by which others find a thing again.
_KEPT = frozenset(
    ("doc_id", "incident_id", "event_key", "source", "sha256", "url", "text", "date")
)
#: What gives the document's words.
_QUOTING = frozenset(("quote", "title", "reason"))
_KEY = 16  # characters that a key has at least


def read_key(path: Path) -> bytes:
    """The key in a file, which is made if it is missing.

    Raises:
        ValueError: The file holds no key.
    """
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32) + "\n", encoding="ascii")
    key = path.read_bytes().strip()
    if len(key) < _KEY:
        raise ValueError(f"{path}: a key has {_KEY} characters or more: remove it")
    return key


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """What stands for each name.

    Attributes:
        key: What pseudonyms are made with.
        acquitted: Names of people who were acquitted, folded.
        suspects: Finds the names of suspects.
        everyone: Finds the names of all persons.
    """

    key: bytes
    acquitted: frozenset[str]
    suspects: Names
    everyone: Names

    @classmethod
    def of(cls, told: Iterable[Told], persons: Iterable[str], key: bytes) -> Pseudonyms:
        """Those of all suspects of ``told``, and of the other ``persons`` named."""
        told = list(told)
        names = {name for t in told for name in _names(t)}
        acquitted = frozenset(_folded(n) for t in told for n in _acquitted(t))
        return cls(key, acquitted, Names.of(names), Names.of(names.union(persons)))

    def told(self, told: Told) -> Told:
        """A record without the names."""
        values = tuple(v for value in told.values for v in self._value(value))
        row = build(told.row, values) | {"incident_id": told.id}
        passages = [
            {**p, "reason": self.mask(p.get("reason"), True)} for p in row["passages"]
        ]
        others = self.mask(row["alternatives"])
        return replace(
            told,
            row={**row, "passages": passages, "alternatives": others},
            values=values,
            document=self.document(told.document),
            places=tuple(
                replace(p, evidence=self.mask(p.evidence, True)) for p in told.places
            ),
        )

    def document(self, row: Row) -> Row:
        """A document's row without its text; its title may name a suspect."""
        return {**self.mask(row), "text": ""}

    def mask(self, value: Any, quoting: bool = False) -> Any:
        """``value`` with every name in it replaced."""
        if isinstance(value, str):
            names = self.everyone if quoting else self.suspects
            return names.replace(value, self._shown)
        if isinstance(value, Mapping):
            return {
                k: v if k in _KEPT else self.mask(v, quoting or k in _QUOTING)
                for k, v in value.items()
            }
        if isinstance(value, list | tuple):
            return [self.mask(v, quoting) for v in value]
        return value

    def _shown(self, name: str) -> str:
        return WITHHELD if name in self.acquitted else pseudonym(name, self.key)

    def _value(self, value: Value) -> Iterator[Value]:
        name = words(BY_NAME[value.field].kind, value.value)
        if value.field in _NAMING and _folded(name) in self.acquitted:
            return
        yield replace(
            value,
            value=self.mask(value.value),
            citations=tuple(self.mask(value.citations)),
            alternatives=tuple(self.mask(value.alternatives)),
            was=None,
        )


def pseudonym(name: str, key: bytes) -> str:
    """What stands for a name, given as folded words.

    >>> pseudonym("john doe", b"k" * 16) == pseudonym("john doe", b"k" * 16)
    True
    """
    made = hmac.new(key, name.encode(), sha256).digest()
    return f"Person {b32encode(made)[:8].decode()}"


def _folded(name: str) -> str:
    """The name as ``Names`` gives it."""
    return " ".join(folded_words(name))


def _names(told: Told) -> Iterator[str]:
    for value in told.values:
        if value.field in _NAMING:
            yield words(BY_NAME[value.field].kind, value.value)


def _acquitted(told: Told) -> Iterator[str]:
    """Who was acquitted: by their own entry, or by the record's if they have none."""
    people = told.of("suspects.people")
    for person in people:
        if "acquitted" in (person.get("legal") or ()):
            yield str(person["name"])
    if "acquitted" in told.of("legal"):
        known = {str(p["name"]) for p in people if p.get("legal")}
        yield from (n for n in _names(told) if n not in known)
