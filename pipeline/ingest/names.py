"""Document ids that can stand as file names."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import PurePath

_LONGEST = 120
#: Names as most are, which stay as they are.
_PLAIN = re.compile(r"[A-Za-z0-9 ._-]+")
#: Names that Windows keeps for devices.
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")


def safe_id(name: str) -> str:
    """``name`` as a document id: unchanged where it can name a file anywhere.

    What a file system or a browser would take for syntax becomes ``-``; a name that
    is too long is cut, with a hash of the whole so that two stay apart.
    """
    name = unicodedata.normalize("NFC", name)
    kept = name if _PLAIN.fullmatch(name) else "".join(map(_plain, name))
    kept = kept.strip(" .-") or "document"
    if _RESERVED.fullmatch(kept):
        kept = f"{kept}-document"
    if len(kept.encode()) > _LONGEST:
        digest = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        cut = kept.encode()[: _LONGEST - 9].decode("utf-8", "ignore")
        kept = f"{cut}-{digest}"
    return kept


def _plain(character: str) -> str:
    if character in '/\\:*?"<>|#%':
        return "-"
    known = character == " " or unicodedata.category(character)[0] in "LMNPS"
    return character if known else "-"


def unique_ids(sources: Iterable[str]) -> dict[str, str]:
    """A document id for each file: its stem, or its name where two share a stem.

    Names are compared without regard to case, as some file systems do. Files whose
    names are alike as well (in two folders) are told apart by a number, in the
    order of their paths.
    """
    paths = {source: PurePath(source) for source in sorted(set(sources))}
    ids: dict[str, str] = {}
    for candidates in (
        {s: safe_id(p.stem) for s, p in paths.items()},
        {s: safe_id(p.name.replace(".", "-")) for s, p in paths.items()},
    ):
        taken = Counter(v.casefold() for v in (*candidates.values(), *ids.values()))
        for source, name in candidates.items():
            if source not in ids and taken[name.casefold()] == 1:
                ids[source] = name
    return ids | _numbered([s for s in paths if s not in ids], ids)


def _numbered(sources: list[str], ids: dict[str, str]) -> dict[str, str]:
    taken = {name.casefold() for name in ids.values()}
    numbered: dict[str, str] = {}
    for source in sources:
        stem = safe_id(PurePath(source).stem)
        number = 1
        while f"{stem}-{number}".casefold() in taken:
            number += 1
        numbered[source] = f"{stem}-{number}"
        taken.add(numbered[source].casefold())
    return numbered
