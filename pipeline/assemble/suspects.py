"""Suspects: plotters, attackers, arrested people, by number, origin, age and name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors._numbers import bounds
from extractors.mention import Mention
from pipeline.assemble.frames import DETAIL, Frame, Reader
from pipeline.records import Citation, Incident, Suspects

if TYPE_CHECKING:
    from pipeline.assemble.fill import Telling

_NATIONAL = re.compile(
    r"\W*(?:\w+\W+){0,2}(?:nationals?|citizens?|m[ae]n|wom[ae]n|suspects?|operatives?|cell"
    r"|attackers?|bombers?|gunm[ae]n|brothers?|teenagers?|origin|militants?|policem[ae]n"
    r"|migrants?|students?|extremists?|jihadis?t?s?|assailants?|shooters?|youths?|ringleader"
    r"|citizenship|plotters?|perpetrators?|immigrants?|asylum)",
    re.IGNORECASE,
)
#: Of Tajik, Uzbek, Syrian and Iraqi origin.
_ORIGINS = re.compile(
    r"\bof (?:[\w-]+,? (?:and )?){1,8}(?:origin|nationality|descent|citizenship)\b"
)
_SUSPECT_NOUN = re.compile(
    r"\W*(?:\w+\W+)?(?:suspects?|operatives?|cell|attackers?|bombers?|gunm[ae]n|militants?"
    r"|extremists?|assailants?|plotters?|perpetrators?|hijackers?|ringleader)\b",
    re.IGNORECASE,
)
_COURT = re.compile(
    r"\b(?:court|trial|convicted|sentenced|pleaded|jail|prison|charged|indicted|awaiting"
    r"|extradited|life term)\b",
    re.IGNORECASE,
)

Found = tuple[Mention, Frame]


def suspects(telling: Telling, incident: Incident) -> tuple[Incident, list[Citation]]:
    """Number, nationalities, ages and names of plotters, attackers, arrested people."""
    counted = _counted(_said(telling, "SUSPECTS"))
    origins: dict[str, Found] = {}
    for code, found in _origins(telling):
        origins.setdefault(code, found)
    ages = _said(telling, "AGE")
    ages = [a for a in ages if a[1].origin == "row"] or _once(ages)
    ages.sort(key=lambda age: int(age[0].value))
    names = _once([p for p in _said(telling, "PERSON") if not _no_person(*p)])
    low, high = bounds(counted[0][0].value) if counted else (None, None)
    told = Suspects(
        low,
        high,
        tuple(origins),
        tuple(int(m.value) for m, _ in ages),
        tuple(m.value for m, _ in names),
    )
    cite = telling.citer.cite
    cited = [cite("suspects.count", m, f) for m, f in counted]
    lists = {"nationalities": list(origins.values()), "ages": ages, "names": names}
    for part, listed in lists.items():
        cited += [cite(f"suspects.{part}[{n}]", *f) for n, f in enumerate(listed)]
    return replace(incident, suspects=told), cited


def _said(telling: Telling, label: str) -> list[Found]:
    """Mentions of ``label`` that are of suspects, in the order of the frames."""
    return [
        (m, f)
        for f in telling.cluster.frames
        for m in f.of(label)
        if m.value and (m.get("role") == "suspect" or _in_court(m, f, telling.reader))
    ]


def _counted(counts: Sequence[Found]) -> list[Found]:
    """The largest number; one of a column that counts them before others."""
    rows = [c for c in counts if c[0].get("column")] or counts
    return sorted(rows, key=_size)[-1:]


def _size(count: Found) -> tuple[int, int]:
    """The number, then the earlier first."""
    return bounds(count[0].value)[0] or 0, -count[0].start


def _once(found: Sequence[Found]) -> list[Found]:
    """The first mention of each value."""
    first: dict[str, Found] = {}
    for mention, frame in found:
        first.setdefault(mention.value, (mention, frame))
    return list(first.values())


def _origins(telling: Telling) -> Iterator[tuple[str, Found]]:
    """Codes of the countries that suspects are of, by nationality or by *from*."""
    for frame in telling.cluster.frames:
        for m in frame.of("NATIONALITY"):
            if m.value and _of_suspect(m, frame, telling.reader.text):
                yield m.value, (m, frame)
        if frame.of("SUSPECTS", "NATIONALITY"):
            for m in telling.reader.origins(frame):
                if m.get("country"):
                    yield m.get("country"), (m, frame)


def _in_court(mention: Mention, frame: Frame, reader: Reader) -> bool:
    """Whether somebody, alone in a passage about a court, stands trial there."""
    if mention.get("role") != "unknown" or frame.kind != DETAIL:
        return False
    alone = len(frame.of("PERSON")) == 1
    return alone and _COURT.search(reader.text, frame.start, frame.end) is not None


def _no_person(mention: Mention, frame: Frame) -> bool:
    """Whether other extractors read the same words as a place, a target, a group."""
    others = frame.of("PLACE", "TARGET", "GROUP")
    return any(m.start < mention.end and mention.start < m.end for m in others)


def _of_suspect(mention: Mention, frame: Frame, text: str) -> bool:
    """Whether a nationality is said of those who planned, attacked or were arrested."""
    if mention.get("column") or mention.get("role") == "suspect":
        return True
    if _SUSPECT_NOUN.match(text, mention.end, mention.end + 60):
        return True
    told = [
        m for m in frame.of("SUSPECTS", "PERSON", "AGE") if m.get("role") == "suspect"
    ]
    near = any(m.start - 40 < mention.start < m.end + 60 for m in told)
    aged = any(0 <= mention.start - m.end <= 12 for m in frame.of("AGE") if m in told)
    return aged or (
        near and _NATIONAL.match(text, mention.end, mention.end + 60) is not None
    )
