"""The records a report becomes, in the order it becomes them.

    Report -> Mention (extractors) -> Incident, with Citations -> Event (merge) -> Match

Every record is frozen, and ids are made from content, so that the same report gives
the same records on any machine on any day. The codebook's terms are the enumerations
at the head: nothing else may stand in a record.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from hashlib import sha256
from typing import Any

INCIDENT_TYPES = ("attack", "plot", "arrest")
OUTCOMES = ("completed", "failed", "foiled", "abandoned", "unknown")
DATE_BASES = ("attack", "foiled", "planned", "arrest")
ATTACK_TYPES = (
    "assassination",
    "hijacking",
    "kidnapping",
    "barricade",
    "bombing",
    "armed_assault",
    "unarmed_assault",
    "facility_attack",
    "unknown",
)
TARGET_CATEGORIES = (
    "business",
    "government",
    "police",
    "military",
    "airport_aircraft",
    "diplomatic",
    "education",
    "media",
    "maritime",
    "ngo",
    "private_citizens",
    "religious",
    "tourists",
    "transport",
    "utilities",
    "political_party",
    "militia",
    "other",
    "unknown",
)
WEAPON_CATEGORIES = (
    "explosives",
    "firearms",
    "melee",
    "vehicle",
    "incendiary",
    "missile",
    "chemical",
    "biological",
    "radiological",
    "sabotage",
    "fake",
    "other",
    "unknown",
)
#: Strongest first; of several links to one group the strongest stands.
LINKS = (
    "claimed",
    "directed",
    "attributed",
    "linked",
    "inspired",
    "alleged",
    "denied",
)
LEGAL_STEPS = (
    "arrested",
    "charged",
    "convicted",
    "acquitted",
    "released",
    "deported",
    "charges_dropped",
    "executed",
    "killed",
)
ASSERTIONS = ("asserted", "alleged", "denied")
#: What a value can follow from besides its own words.
DERIVATIONS = (
    "published",  # counted from the report's day of publication
    "passage",  # with words elsewhere: another date, the passage that it goes on from
    "column",  # under this table header
    "heading",  # under this heading or title
    "place",  # the country of the place cited
    "event",  # outcome, assertion or basis as the event is told
    "manner",  # weapon or attack type fixed by the manner told
    "sum",  # of the figures cited
    "coder",  # a coder's own reason, in gold files
)


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """Where one run of canonical text stands on a PDF page.

    Attributes:
        page: Page, the first being 1.
        start: First character of the canonical text.
        end: One past the last.
        box: ``x0, y0, x1, y1`` in points from the page's lower left corner.
    """

    page: int
    start: int
    end: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a value follows from its quote, where it is not printed in it.

    Attributes:
        kind: One of ``DERIVATIONS``.
        start: First character of what else it rests on, in code points of the canonical
            text; None where that is no place of the text.
        end: One past the last character.
    """

    kind: str
    start: int | None = None
    end: int | None = None

    @classmethod
    def read(cls, given: Any) -> Derivation | None:
        """What a citation of a file says; anything but the form written is a coder's.

        >>> Derivation.read({"kind": "column", "start": 4, "end": 9})
        Derivation(kind='column', start=4, end=9)
        >>> Derivation.read("five years later"), Derivation.read(None)
        (Derivation(kind='coder', start=None, end=None), None)
        """
        if not given:
            return None
        kind = given.get("kind") if isinstance(given, dict) else None
        if kind not in DERIVATIONS:
            return cls("coder")
        ends = given.get("start"), given.get("end")
        if all(type(end) is int for end in ends) and 0 <= ends[0] < ends[1]:
            return cls(kind, *ends)
        return cls(kind)


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a report says something, and its words, so that a reader can check.

    Attributes:
        field: Key of the codebook, or the path of one value: ``targets[0]``,
            ``suspects.ages[1]``.
        page: Page of the first character, the first being 1.
        start: First character, in code points of the canonical text.
        end: One past the last character.
        quote: The canonical text at ``start:end``.
        focus: Start and end of the value's own words, within ``start:end``.
        derived_from: How the value follows from the quote, where it does not stand in
            it.
    """

    field: str
    page: int
    start: int
    end: int
    quote: str
    focus: tuple[int, int] | None = None
    derived_from: Derivation | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A document as published, reduced to its canonical text.

    Attributes:
        doc_id: Name of the document in every output.
        source: File name it was read from; for JSONL with ``:`` and the line.
        sha256: Of the bytes read (for JSONL, of the line).
        media_type: Such as ``application/pdf``.
        text: Canonical text; pages are parted by form feeds. All offsets count in it.
        title: As the document or ``reports.csv`` gives it.
        publisher: Likewise.
        published: Day it appeared, where known.
        issued: Month or year it appeared in, as EDTF, where the day is not known.
        language: ISO 639-1 code of its language; None where that cannot be told.
        url: Where it was published, where known.
        licence: Its terms, where known.
        citations: Where the document itself gives title, publisher or day.
        given: Of these, what is from outside of its text, and from where.
        layout: For a PDF, each line's place on its page; else empty.
        page_sizes: For a PDF, width and height of each page in points.
        reader: For a PDF, the library that found its characters, or the two that did.
        ocr: Pages that were read from their picture.
    """

    doc_id: str
    source: str
    sha256: str
    media_type: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    issued: str | None = None
    language: str | None = None
    url: str | None = None
    licence: str | None = None
    citations: tuple[Citation, ...] = ()
    given: tuple[tuple[str, str], ...] = ()
    layout: Sequence[Line] = ()
    page_sizes: tuple[tuple[float, float], ...] = ()
    reader: str | None = None
    ocr: tuple[int, ...] = ()

    @property
    def pages(self) -> int:
        """Number of pages; 1 for a document that has none."""
        return len(self.page_sizes) or self.page(len(self.text.rstrip("\f")))

    def page(self, offset: int) -> int:
        """Page on which the character at ``offset`` stands, the first being 1."""
        return 1 + self.text.count("\f", 0, offset)

    def cite(
        self,
        field: str,
        start: int,
        end: int,
        derived_from: Derivation | None = None,
        focus: tuple[int, int] | None = None,
    ) -> Citation:
        """The citation of ``start:end`` for ``field``."""
        quote = self.text[start:end]
        return Citation(field, self.page(start), start, end, quote, focus, derived_from)


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be read or was left out, and what a user can do about it."""

    source: str
    problem: str
    mend: str
    severity: str = "error"


@dataclass(frozen=True, slots=True)
class Range:
    """A figure as printed: ``{81, None}`` is more than 80."""

    min: int | None
    max: int | None


@dataclass(frozen=True, slots=True)
class Target:
    """What was or was to be hit, as the document writes it, and its GTD category."""

    text: str
    category: str


@dataclass(frozen=True, slots=True)
class Weapon:
    """A weapon as the document writes it, and its GTD category."""

    text: str
    category: str


@dataclass(frozen=True, slots=True)
class GroupLink:
    """A group by its canonical name, and how it is tied to the incident."""

    name: str
    link: str


@dataclass(frozen=True, slots=True)
class Person:
    """A suspect who is named, and what is said of that person and of no other."""

    name: str
    age: int | None = None
    nationality: str | None = None
    legal: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suspects:
    """Plotters, attackers or arrested people of one incident."""

    count_min: int | None = None
    count_max: int | None = None
    nationalities: tuple[str, ...] = ()
    ages: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another value that the document gives for a field, which is not the record's.

    Attributes:
        field: ``date``, ``killed``, ``injured`` or ``casualties``.
        value: An EDTF date; or a figure: ``12``, ``81..``, ``..399``, ``10..15``.
        citation: Where it is said.
    """

    field: str
    value: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that the record was made from, and why it was taken for this incident.

    Attributes:
        start: First character.
        end: One past the last.
        strength: How surely it tells of this incident; the first has 10.
        reason: What spoke for and against, in words, with its weight.
    """

    start: int
    end: int
    strength: float
    reason: str


@dataclass(frozen=True, slots=True)
class Incident:
    """One candidate incident as one document tells it; the codebook says each field."""

    doc_id: str
    incident_type: str
    outcome: str | None = None
    date: str | None = None
    date_basis: str | None = None
    countries: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    attack_types: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()
    groups: tuple[GroupLink, ...] = ()
    suspects: Suspects = Suspects()
    weapons: tuple[Weapon, ...] = ()
    hostages: Range | None = None
    killed: Range | None = None
    injured: Range | None = None
    casualties: Range | None = None
    legal: tuple[str, ...] = ()
    assertion: str = "asserted"
    citations: tuple[Citation, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    passages: tuple[Passage, ...] = ()

    @property
    def incident_id(self) -> str:
        """The same for the same reading of the same passages."""
        key = json.dumps([to_json(self)], sort_keys=True, ensure_ascii=False)
        return f"{self.doc_id}/{sha256(key.encode()).hexdigest()[:10]}"


def to_json(record: Any) -> dict[str, Any]:
    """A record as a JSON object, keys in the order of its fields."""
    return {f.name: _plain(getattr(record, f.name)) for f in fields(record)}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Citation | Derivation):
        return {k: v for k, v in to_json(value).items() if v is not None}
    return to_json(value) if hasattr(value, "__dataclass_fields__") else value
