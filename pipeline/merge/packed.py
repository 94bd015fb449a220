"""Records in little room: packed until they are asked for, so that many can be held."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from incidents.pipeline import files

#: The quickest: what repeats in a record are its keys and quotes.
_LEVEL = 1
#: By what records are ordered: their document, then their id.
Key = tuple[str, str]


class Packed:
    """Records by their ids, in the order of their documents and ids."""

    def __init__(self) -> None:
        """Hold none."""
        self._held: dict[Key, bytes] = {}
        self._events: dict[Key, Any] = {}

    def add(self, record: Mapping[str, Any]) -> bool:
        """Hold ``record``; False where another of its ids is held, which stays."""
        key = (str(record["doc_id"]), str(record["incident_id"]))
        known = self._held.get(key)
        if known is not None:
            return _unpacked(known) == record
        self._held[key] = zlib.compress(files.line(record).encode(), _LEVEL)
        self._events[key] = record.get("event_key")
        return True

    def of(self, doc_ids: frozenset[str]) -> Packed:
        """Those of some documents."""
        kept = Packed()
        kept._held = {k: packed for k, packed in self._held.items() if k[0] in doc_ids}
        kept._events = {key: self._events[key] for key in kept._held}
        return kept

    def lines(self, event_of: Mapping[str, str]) -> Iterator[bytes]:
        """The records as lines of a file, each with the key of its event.

        What has that key already is written as it is held.
        """
        for key in sorted(self._held):
            event = event_of[key[1]]
            if self._events[key] == event:
                yield zlib.decompress(self._held[key])
            else:
                row = _unpacked(self._held[key]) | {"event_key": event}
                yield files.line(row).encode()

    def __len__(self) -> int:
        return len(self._held)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return (_unpacked(self._held[key]) for key in sorted(self._held))


def _unpacked(packed: bytes) -> dict[str, Any]:
    return dict(json.loads(zlib.decompress(packed)))
