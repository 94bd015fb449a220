"""Predictions for the TIMEX benchmarks: our dates in TIMEX3's terms.

Reports need EDTF; the benchmarks are annotated in TIMEX3, which names weeks, marks
"now", and takes each end of an interval for itself. Only here is one made the other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import spacy

from incidents.extractors.dates import extract
from incidents.extractors.dates.words import REFERENCE
from incidents.extractors.mention import Mention

_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
_OPEN = {"D": "XXXX-XX-XX", "M": "XXXX-XX", "Y": "XXXX", "W": "XXXX-WXX"}
_REFERENCES = re.compile(rf"\b(?i:{REFERENCE})\b")
_BESIDE = re.compile(r"[ \n,]{0,3}(?:on )?")

Timex = dict[str, Any]


def predictions(path: Path) -> Iterator[dict[str, Any]]:
    """Our reading of each document of a benchmark, as its scorer wants it.

    Args:
        path: The set's folder, or its file of documents.
    """
    if path.is_dir():
        files = [path / name for name in ("docs.jsonl", "cases.jsonl")]
        path = next((file for file in files if file.exists()), files[0])
    tokenise = spacy.blank("en").make_doc
    with path.open(encoding="utf-8") as file:
        for line in filter(str.strip, file):
            document = json.loads(line)
            text, published = document["text"], _day(document.get("dct"))
            mentions = list(extract(tokenise(text), published))
            yield {"doc_id": document["doc_id"], "timexes": timexes(text, mentions)}


def _day(printed: str | None) -> date | None:
    return date.fromisoformat(printed[:10]) if printed else None


def timexes(text: str, mentions: Sequence[Mention]) -> list[Timex]:
    """The mentions of one text in TIMEX3, with the references that we do not yield."""
    found = [t for m in _merged(text, mentions) for t in _convert(m)]
    taken = [(t["start"], t["end"]) for t in found]
    for match in _REFERENCES.finditer(text):
        if not any(s < match.end() and match.start() < e for s, e in taken):
            value = match.lastgroup or ""
            found.append(_timex(match.start(), match.end(), "DATE", value))
    return sorted(found, key=lambda t: (t["start"], t["end"]))


def _timex(start: int, end: int, kind: str, value: str) -> Timex:
    return {"start": start, "end": end, "type": kind, "value": value}


def _merged(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """A time and the day beside it are one timex."""
    last: Mention | None = None
    for mention in mentions:
        pair = last and _pair(text, last, mention)
        if pair:
            last = pair
            continue
        if last:
            yield last
        last = mention
    if last:
        yield last


def _pair(text: str, left: Mention, right: Mention) -> Mention | None:
    labels = {left.label, right.label}
    day, time = (left, right) if left.label == "DATE" else (right, left)
    if labels != {"DATE", "TIME"} or not time.value.startswith(day.value or "?"):
        return None
    if not _BESIDE.fullmatch(text, left.end, right.start):
        return None
    words = text[left.start : right.end]
    return Mention(left.start, right.end, "TIME", words, time.value, time.extractor)


def _convert(mention: Mention) -> Iterator[Timex]:
    ends = mention.get("ends")
    if ends and mention.label == "DATE":
        for end in ends.split():
            span, value = end.split("=")
            start, stop = (int(n) for n in span.split(":"))
            yield _timex(start, stop, "DATE", timex3(value))
        return
    if mention.get("age"):
        return
    value = mention.value
    if mention.label == "DATE":
        value = timex3(value, mention.get("grain"), mention.get("bc"))
    if mention.get("part"):
        value = f"{value}T{mention.get('part')}" if value.count("-") == 2 else value
    kind = "TIME" if mention.get("part") else mention.label
    yield _timex(mention.start, mention.end, kind, value)


def timex3(value: str, grain: str | None = None, bc: str | None = None) -> str:
    """An EDTF date in TIMEX3.

    Args:
        value: EDTF, or empty.
        grain: What an interval is, or how fine an open date would be: ``W``, ``WE``,
            ``Q``, ``H``, ``D``, ``M``, ``Y``.
        bc: Digits of a decade or century before Christ, which EDTF has no word for.
    """
    if bc:
        return f"BC{bc}"
    if not value:
        return _OPEN.get(grain or "", "")
    value = value.rstrip("~")
    value = re.sub(r"^-", "BC", value)
    if season := re.fullmatch(r"(.*\d{4})-(2[1-4])", value):
        return f"{season[1]}-{_SEASONS[season[2]]}"
    if "/" in value:
        return _interval(value, grain)
    return value.rstrip("X")


def _interval(value: str, grain: str | None) -> str:
    first = value.split("/")[0]
    if grain in ("W", "WE"):
        year, week, _ = date.fromisoformat(first).isocalendar()
        return f"{year}-W{week:02d}" + ("-WE" if grain == "WE" else "")
    year, month = (int(part) for part in first.split("-")[:2])
    return f"{year}-{grain}{(month - 1) // {'Q': 3, 'H': 6}.get(grain or '', 12) + 1}"
