"""Who published a report and in which month or year, as its title page prints it.

An imprint, a line of the copyright, the number of a series, the agency of a dateline:
what is read is said by its form, and cited. A day is found by ``head``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from incidents.gazetteers import pattern, values
from incidents.pipeline.ingest.head import Found, is_body

#: How far down a text says of itself who published it; on pages, and from their end.
_HEAD, _PAGES, _TAIL = 600, 4_000, 1_500
_MONTHS = [*values("numbers", "months")]
_MONTH = rf"(?:{'|'.join(rf'{m[:3]}(?:{m[3:]})?' for m in _MONTHS)}|sept)\.?"
_YEAR = r"(?:19|20)\d\d"
_PART = rf"(?P<date>{_MONTH},? {_YEAR}|{_YEAR}-(?:0[1-9]|1[0-2])|{_YEAR})(?![-–/.]?\d)"
_SAID = rf"(?:(?:first )?published|{pattern('layout', 'issued')})"
_MARK = r"(?:©|\(c\)|copyright)(?: ?©)?"

_ISSUED = (
    # "Publication date:\n2025", "First published in March 2021"
    re.compile(
        rf"(?:^\W*|\b(?=first )){_SAID}(?: on| in)?\s*:?\W{{0,5}}{_PART}", re.I | re.M
    ),
    # "September 2021", alone on its line
    re.compile(rf"^[ \t#*_]*(?P<date>{_MONTH},? {_YEAR})[ \t*_]*$", re.I | re.M),
    # "Report 2025: 09", "Vol. 2025 No. 9"
    re.compile(
        rf"\b{pattern('layout', 'series')}\s+(?:no\.? ?)?(?P<date>{_YEAR})"
        r"(?:\s?[:/]\s?|,? no\.? ?)\d{1,3}(?=\s*(?:$|[.,;)\]|]))",
        re.I | re.M,
    ),
    re.compile(rf"{_MARK}[^\n\d]{{0,60}}(?P<date>{_YEAR})(?![-–]?\d)", re.I),
)
_NAME = r"(?P<name>[A-Z][^\n,.;:()\[\]|©]{2,100}?)"
_END = rf"(?=\s*(?:[,.;()\n|]|\b(?:in|on)\b[^\n]{{0,20}}\d|{_YEAR}|\Z))"
_PUBLISHER = (
    re.compile(rf"^\W*(?i:publisher)\s*:\s*{_NAME}{_END}", re.M),
    re.compile(
        r"\b(?i:published|issued)(?: (?:in|on) [^\n]{2,30}?)? by (?:the )?"
        rf"{_NAME}{_END}"
    ),
    re.compile(rf"(?i:{_MARK})\s*(?:{_YEAR})?,?\s*(?:by )?(?:the )?{_NAME}{_END}"),
)
#: "KABUL, 3 May (Reuters) -", "LIMA (AP) --"
_AGENCY = re.compile(
    r"^[ \t]*[A-Z][A-Z .'’-]{2,40}(?:, [^()\n]{2,40}?)?\s?"
    r"\((?P<name>[A-Z][A-Za-z .&/-]{1,30})\)\s*(?:-|–|—|$)",
    re.M,
)
#: Who wrote it, or nobody.
_NO_NAME = re.compile(r"\bet al\b|\bauthors?\b|^(?:all|some) ", re.I)


def find_issued(text: str) -> Found | None:
    """The month or the year of publication as EDTF."""
    for number, printed in enumerate(_ISSUED):
        found = [_dated(match) for part in _parts(text) for match in part(printed)]
        # several months under each other head the parts of a chronicle
        if found and (number != 1 or len(found) == 1):
            return found[0]
    return None


def find_publisher(text: str, title: str | None) -> Found | None:
    """The name of who published the report."""
    for printed in _PUBLISHER:
        for part in _parts(text):
            for match in part(printed):
                if not _NO_NAME.search(match["name"]):
                    return _named(match)
    agency = _AGENCY.search(text[:_HEAD])
    if agency:
        return Found(agency["name"], *agency.span("name"))
    return _body(text, title)


def _body(text: str, title: str | None) -> Found | None:
    """A line of the first page that is only the name of an institute or the like.

    Where a text has no pages, only the first line may be one.
    """
    page = text[: min(_HEAD, (text + "\f").index("\f"))]
    found = [
        Found(line[0], *line.span())
        for line in re.finditer(r"\S[^\n\t]*\S", page)
        if line[0] != title and is_body(line[0])
    ]
    if "\f" not in text:
        found = [f for f in found if not text[: f.start].strip("#* \n")]
    return found[0] if len(found) == 1 else None


def _parts(text: str) -> Iterator[_Part]:
    """The stretches of a text that may tell of it."""
    head = _PAGES if "\f" in text else _HEAD
    yield _Part(text, 0, min(head, len(text)))
    if "\f" in text and len(text) > head:
        yield _Part(text, max(head, len(text) - _TAIL), len(text))


class _Part:
    """A stretch of a text in which a pattern is looked for."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end

    def __call__(self, printed: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Its matches."""
        return printed.finditer(self._text, self._start, self._end)


def _dated(match: re.Match[str]) -> Found:
    """What is printed as EDTF: "May 2021" is 2021-05."""
    said = match["date"]
    year = re.search(_YEAR, said)
    month = next((n for n, m in enumerate(_MONTHS, 1) if m[:3] == said[:3].lower()), 0)
    value = f"{year[0]}-{month:02}" if month and year else said
    return Found(value, *match.span("date"))


def _named(match: re.Match[str]) -> Found:
    return Found(match["name"].strip(), *match.span("name"))
