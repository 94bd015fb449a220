"""re3d's entities: places, organisations and weapons in texts on Syria and Iraq.

Its guidelines take a phrase with its article (*the Iraqi Armed Forces*), common nouns
that stand for a place (*the camp*, *bridges*), and air strikes as weapons. What the
extractors find is put in those terms here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Token

from incidents.gazetteers import pattern, values, words
from incidents.pipeline.benchmark.reading import Read, read, rows
from incidents.pipeline.parse import load

LOCATION, ORGANISATION, WEAPON = "Location", "Organisation", "Weapon"
#: What spaCy's labels are in re3d's terms.
_MODEL = {"GPE": LOCATION, "LOC": LOCATION, "FAC": LOCATION, "ORG": ORGANISATION}
#: Heads of noun phrases that stand for a place.
_GROUND = words("heads", "grounds", "parts", "sites")
#: Heads of noun phrases that stand for an organisation.
_BODIES = words("heads", "bodies")
_WE = frozenset({"we"})
_ADJECTIVES = frozenset({"U.S.", "US", "U.K."})  # mostly before a noun
_ACRONYM = re.compile(r"\b(?:UN|EU|NATO|SDF|CJTF(?:-OIR)?|Pentagon|Security Council)\b")
_STRIKES = re.compile(
    rf"(?<![\w-]){pattern('heads', 'strikes')}(?![\w-])", re.IGNORECASE
)
_SIDES = re.compile(rf"\b{pattern('heads', 'sides')}\s\Z", re.IGNORECASE)
_MEMBERS = re.compile(
    r"\b(?:nations|countries|states|members)\b[^.;:]{0,80}\bincludes?\s[^.;:]*\Z",
    re.IGNORECASE,
)
_SMALL = "|".join(w for w, n in values("numbers", "units").items() if 1 < n < 11)
_COUNTED = re.compile(rf"(?:\d[\d,]*|{_SMALL})\s", re.IGNORECASE)
_OF = re.compile(r"\s(?:of|around)\s")
_LEADS = re.compile(r"(?:\A|\s)(?:the|a|an)\s\Z", re.IGNORECASE)

Entity = dict[str, Any]
_Span = tuple[int, int]


def predictions(path: Path) -> Iterator[dict[str, Any]]:
    """Our entities in each document, and the places once more as ``toponyms``."""
    return _answers(path, entities)


def model_alone(path: Path) -> Iterator[dict[str, Any]]:
    """What spaCy's model finds by itself: what ours is measured against."""
    return _answers(path, lambda seen: _of_model(seen.doc))


def _answers(
    path: Path, find: Callable[[Read], list[Entity]]
) -> Iterator[dict[str, Any]]:
    nlp = load()
    for row in rows(path):
        found = find(read(row, nlp))
        places = [
            {k: e[k] for k in ("start", "end", "text")} | {"lat": None, "lon": None}
            for e in found
            if e["type"] == LOCATION
        ]
        yield {"doc_id": row["doc_id"], "entities": found, "toponyms": places}


def entities(seen: Read) -> list[Entity]:
    """Places, organisations and weapons of one document, in reading order."""
    text, doc = seen.report.text, seen.doc
    states, places = _states(seen), _places(seen)
    groups = [(m.start, m.end) for m in seen.of("GROUP")]
    weapons = [(m.start, m.end) for m in seen.of("WEAPON") if not m.get("weak")]
    weapons = [w for w in weapons if w not in groups]
    named = [(e.start_char, e.end_char) for e in doc.ents if e.label_ == "ORG"]
    bodies = [*groups, *named, *_headed(doc, _BODIES), *_spans(_ACRONYM, text)]
    bodies += [(t.idx, t.idx + len(t)) for t in doc if t.lower_ in _WE]
    armed = [*weapons, *_spans(_STRIKES, text)]
    return sorted(
        [
            *_entities(text, WEAPON, armed),
            *_entities(text, LOCATION, [*places, *_grounds(doc, places)]),
            *_entities(
                text, ORGANISATION, [*_free(bodies, [*places, *armed]), *states], True
            ),
        ],
        key=lambda e: (e["start"], e["end"], e["type"]),
    )


def _states(seen: Read) -> list[_Span]:
    """Countries that act: organisations as well as places."""
    found = []
    for m in seen.of("PLACE"):
        span = seen.doc.char_span(m.start, m.end, alignment_mode="expand")
        if m.get("kind") == "country" and span is not None and _acts(span.root):
            found.append((m.start, m.end))
    return found


def _places(seen: Read) -> list[_Span]:
    """Places, also with the side before them, or their country: *Hilla, Iraq*.

    States that are said to make up a coalition are its members and no places.
    """
    text, places = seen.report.text, seen.of("PLACE")
    found = []
    for m in places:
        if _MEMBERS.search(text, max(0, m.start - 400), m.start):
            continue
        side = _SIDES.search(text, max(0, m.start - 14), m.start)
        found += [(side.start(), m.end)] if side else []
        found.append((m.start, m.end))
    found += [
        (a.start, b.end)
        for a, b in pairwise(places)
        if text[a.end : b.start] == ", " and a.get("kind") != "country"
    ]
    return [s for s in found if text[slice(*s)] not in _ADJECTIVES]


def _acts(token: Token) -> bool:
    """Whether a state is the doer, or stands in a list of doers."""
    while token.dep_ == "conj" and token.head is not token:
        token = token.head
    by = token.dep_ == "pobj" and token.head.lower_ == "by"
    return by or token.dep_ == "nsubj"


def _headed(doc: Doc, heads: frozenset[str]) -> list[_Span]:
    """Noun phrases with one of ``heads``, as far as their head."""
    return [
        (chunk.start_char, chunk.root.idx + len(chunk.root))
        for chunk in doc.noun_chunks
        if chunk.root.lower_ in heads
    ]


def _grounds(doc: Doc, places: Sequence[_Span]) -> Iterator[_Span]:
    """Phrases for places, uncounted: *ISIL-held buildings*, *the city of Mosul*."""
    ends = dict(places)
    for start, end in _headed(doc, _GROUND):
        counted = _COUNTED.match(doc.text, start, end)
        start = counted.end() if counted else start
        named = _OF.match(doc.text, end)
        if named and named.end() in ends:
            yield start, ends[named.end()]
        yield start, end


def _of_model(doc: Doc) -> list[Entity]:
    return [
        _entity(doc.text, _MODEL[e.label_], e.start_char, e.end_char)
        for e in doc.ents
        if e.label_ in _MODEL
    ]


def _spans(pattern: re.Pattern[str], text: str) -> list[_Span]:
    return [m.span() for m in pattern.finditer(text)]


def _free(spans: Iterable[_Span], taken: Sequence[_Span]) -> list[_Span]:
    """The spans that are not, as a whole, one of ``taken``."""
    return [s for s in spans if s not in taken]


def _entities(
    text: str, kind: str, spans: Iterable[_Span], articles: bool = False
) -> Iterator[Entity]:
    """Each span once, nested ones too; with ``articles``, from their article on."""
    for start, end in sorted({_led(text, s) if articles else s for s in spans}):
        yield _entity(text, kind, start, end)


def _led(text: str, span: _Span) -> _Span:
    """``span`` with the article before it."""
    lead = _LEADS.search(text, max(0, span[0] - 5), span[0])
    return (lead.end() - len(lead[0].strip()) - 1 if lead else span[0]), span[1]


def _entity(text: str, kind: str, start: int, end: int) -> Entity:
    return {"start": start, "end": end, "type": kind, "text": text[start:end]}
