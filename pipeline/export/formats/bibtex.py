"""BibTeX: the documents that records are told in, for LaTeX and JabRef."""

from __future__ import annotations

import re
from calendar import month_abbr
from collections.abc import Iterator, Sequence
from pathlib import Path

from incidents.pipeline import files
from incidents.pipeline.export.bundle import Bundle, Row
from incidents.pipeline.export.cells import clean
from incidents.pipeline.export.formats.csl_json import issued

SUFFIX = ".bib"
_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
_SIGN = re.compile("|".join(map(re.escape, _SIGNS)))


def write(bundle: Bundle, out: Path) -> Sequence[str]:
    """Write an entry for each document."""
    with files.whole(out) as file:
        file.write(f"% Exported: {bundle.choice}.\n\n")
        for key, row in _keyed(bundle):
            file.write(_entry(key, row))
    return []


def _keyed(bundle: Bundle) -> Iterator[tuple[str, Row]]:
    """Each document with a key that BibTeX takes, and that no other has."""
    seen: dict[str, int] = {}
    for id, row in bundle.cited.items():
        key = re.sub(r"[^A-Za-z0-9-]+", "-", id).strip("-") or "document"
        seen[key] = seen.get(key, 0) + 1
        yield f"{key}-{seen[key]}" if seen[key] > 1 else key, row


def _entry(key: str, row: Row) -> str:
    parts = (issued(row.get("published")) or {"date-parts": [[]]})["date-parts"][0]
    fields = {
        "title": f"{{{_text(row.get('title'))}}}" if row.get("title") else "",
        "institution": _text(row.get("publisher")),
        "year": str(parts[0]) if parts else "",
        "url": re.sub(r"[{}\\\s]", "", clean(str(row.get("url") or ""))),
        "language": _text(row.get("language")),
        "note": _text(row.get("licence")),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    if len(parts) > 1 and 1 <= parts[1] <= 12:
        lines.append(f"  month = {month_abbr[parts[1]].lower()},\n")
    kind = "techreport" if row.get("media_type") == "application/pdf" else "misc"
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n\n"


def _text(value: object) -> str:
    """``value`` as TeX reads it, on one line."""
    told = " ".join(clean(str(value or "")).split())
    return _SIGN.sub(lambda sign: _SIGNS[sign[0]], told)
