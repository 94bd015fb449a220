"""Records in little room: packed until they are asked for, so that many can be held."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

#: The quickest: what repeats in a record are its keys and quotes.
_LEVEL = 1
#: By what records are ordered: their document, then their id.
Key = tuple[str, str]


class Packed:
    """Records by their ids, in the order of their documents and ids."""

    def __init__(self) -> None:
        """Hold none."""
        self._held: dict[Key, bytes] = {}

    def add(self, record: Mapping[str, Any]) -> bool:
        """Hold ``record``; False where another of its ids is held, which stays."""
        key = (str(record["doc_id"]), str(record["incident_id"]))
        known = self._held.get(key)
        if known is not None:
            return _unpacked(known) == record
        self._held[key] = zlib.compress(json.dumps(record).encode(), _LEVEL)
        return True

    def of(self, doc_ids: frozenset[str]) -> Packed:
        """Those of some documents."""
        kept = Packed()
        kept._held = {k: packed for k, packed in self._held.items() if k[0] in doc_ids}
        return kept

    def __len__(self) -> int:
        return len(self._held)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return (_unpacked(self._held[key]) for key in sorted(self._held))


def _unpacked(packed: bytes) -> dict[str, Any]:
    return dict(json.loads(zlib.decompress(packed)))
