"""What the run read near a record and has not put into it, as values to be added."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from incidents.pipeline import edtf
from incidents.pipeline.fields import BY_NAME, FIELDS, SINGLE, Field
from incidents.pipeline.kinds import Kind
from incidents.pipeline.review.codebook import fill
from incidents.pipeline.review.folder import Document
from incidents.pipeline.review.reading import cite
from incidents.pipeline.review.source import OFFER
from incidents.pipeline.review.state import State
from incidents.pipeline.review.tables import row_of
from incidents.pipeline.review.values import Value, own_words
from incidents.pipeline.review.written import countries

Row = Mapping[str, Any]
Span = tuple[int, int]
#: Most values offered at once: each has a key of its own.
MOST = 9
_NO_PEOPLE = ("PLACE", "GROUP")
#: Characters either side of a name within which its age and its steps are looked for.
_BESIDE = 120
#: Characters from a record's quotes within which one looks.
_REACH = 400
_FIGURE = re.compile(r"(\d{0,9})(\.\.)?(\d{0,9})")
#: How far off a field is ranked that the record has already.
_HELD = 200
#: What a cue that reaches a group makes of its link.
_LINKS = {"claim": "claimed", "suspected": "alleged", "hedge": "alleged"}


@dataclass(frozen=True, slots=True)
class Near:
    """A value to be added.

    Attributes:
        value: With the sentence that it stands in.
    """

    value: Value

    @property
    def lit(self) -> Value:
        """The value as it is lit in the source: its own words, without the sentence."""
        (cited,) = self.value.citations
        start, end = cited["focus"]
        return replace(self.value, citations=({"start": start, "end": end},))

    @property
    def form(self) -> dict[str, str]:
        """What is sent to add it."""
        cited = self.value.citations[0]
        own = cited.get("focus") or (cited["start"], cited["end"])
        span = {"start": cited["start"], "end": cited["end"]}
        span |= {"from": own[0], "to": own[1]}
        told = fill(BY_NAME[self.value.field], self.value.value)
        return {
            "field": self.value.field,
            **told,
            **{k: str(v) for k, v in span.items()},
        }


def nearby(
    state: State,
    document: Document,
    mentions: Sequence[Row],
    within: Span | None = None,
) -> tuple[Near, ...]:
    """Values to add to a record, the nearest of what it lacks first.

    Args:
        state: The record.
        document: Its document.
        mentions: What the run read there.
        within: Words selected: what was read in them, and nothing else.
    """
    quotes = [(c["start"], c["end"]) for v in state.values for c in v.citations]
    around = [within] if within else quotes
    held = {(v.field, repr(v.value)) for v in state.values}
    single = {v.field for v in state.values if v.stands and v.field in SINGLE}
    found: dict[tuple[str, str], tuple[float, Value]] = {}
    for field, value, span in _read(mentions, state):
        key = (field.name, repr(value))
        away = _away(span, around, document.text)
        if key in held or field.name in single or away > (0 if within else _REACH):
            continue
        rank = away + _HELD * (state.first(field.name) is not None)
        if key not in found or rank < found[key][0]:
            cited = (cite(document, *span),)
            made = Value(f"{OFFER}{len(found)}", field.name, value, cited)
            found[key] = rank, made
    ranked = sorted(found.values(), key=lambda f: f[0])
    return tuple(Near(value) for _, value in ranked[:MOST])


def _away(span: Span, around: Iterable[Span], text: str) -> int:
    """Characters between a stretch and the nearest quote; rows of a table are far."""
    row = row_of(text, span[0])
    if row:
        around = [a for a in around if a[0] < row[1] and row[0] < a[1]]
    gaps = (max(start - span[1], span[0] - end, 0) for start, end in around)
    return min(gaps, default=_REACH + 1)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _read(mentions: Sequence[Row], state: State) -> Iterator[tuple[Field, Any, Span]]:
    """Every value that a mention gives, with the words that it stands in."""
    named = [(m["start"], m["end"]) for m in mentions if m["label"] in _NO_PEOPLE]
    for mention in mentions:
        span = mention["start"], mention["end"]
        if mention["label"] == "PERSON" and any(_meet(span, other) for other in named):
            continue  # a name that is a place's or a group's
        if mention["label"] == "PERSON" and (told := _person(mention, mentions)):
            yield BY_NAME["suspects.people"], told, span
        for field in FIELDS:
            reader = _READERS.get(field.name) or _BY_KIND.get(field.kind)
            fits = mention["label"] == field.mention
            if reader and (fits or field.name == "attack_types"):
                value = reader(field, mention)
                if value is not None:
                    yield field, value, span
    yield from _follow(mentions, state)


def _follow(mentions: Sequence[Row], state: State) -> Iterator[tuple[Field, Any, Span]]:
    """What the codebook has for a record of its type, where an event is told."""
    kind = state.first("incident_type")
    for name, source in (("outcome", "incident_type"), ("date_basis", "date")):
        told = [v for v in state.values if v.field == source and v.stands]
        term = _USUAL[name].get(kind)
        for cited in told[0].citations[:1] if term and told else ():
            start, end = cited["start"], cited["end"]
            events = (m for m in mentions if m["label"] == "EVENT")
            if any(start < m["end"] and m["start"] < end for m in events):
                yield BY_NAME[name], term, own_words(cited) or (start, end)


_USUAL: Mapping[str, Mapping[Any, str]] = {
    "outcome": {"attack": "completed", "plot": "foiled"},
    "date_basis": {"attack": "attack", "plot": "foiled", "arrest": "arrest"},
}


def _day(_: Field, mention: Row) -> str | None:
    return mention["value"] if edtf.bounds(mention["value"]) else None


def _country(_: Field, mention: Row) -> str | None:
    code = mention.get("country") or mention["value"]
    return code if code in countries() else None


def _place(_: Field, mention: Row) -> str | None:
    return None if mention.get("kind") == "country" else _printed(_, mention)


def _printed(_: Field, mention: Row) -> str | None:
    return " ".join(mention["text"].split())[:300] or None


def _suspect(_: Field, mention: Row) -> str | None:
    return None if mention.get("role") == "victim" else _printed(_, mention)


def _person(mention: Row, mentions: Iterable[Row]) -> dict[str, Any] | None:
    """A person with what is told beside the name: an age of theirs, and steps."""
    name = _suspect(BY_NAME["suspects.names"], mention)
    if not name or " " not in name:
        return None
    of = f"{mention['start']}:{mention['end']}"
    ages = [m["value"] for m in mentions if m["label"] == "AGE" and m.get("of") == of]
    terms = BY_NAME["suspects.people"].terms
    legal = [
        m["value"]
        for m in mentions
        if m["label"] == "LEGAL"
        and m["value"] in terms
        and abs(m["start"] - mention["start"]) < _BESIDE
    ]
    age = int(ages[0]) if ages and ages[0].isdecimal() else None
    steps = list(dict.fromkeys(legal))
    return {"name": name, "age": age, "nationality": None, "legal": steps}


def _target(field: Field, mention: Row) -> dict[str, str] | None:
    return _named(field, mention, mention["value"])


def _weapon(field: Field, mention: Row) -> dict[str, str] | None:
    return _named(field, mention, str(mention.get("category")))


def _named(field: Field, mention: Row, term: str) -> dict[str, str] | None:
    words = _printed(field, mention)
    fits = words and term in field.terms
    return (
        dict(zip(field.parts, (words, term), strict=True)) if words and fits else None
    )


def _group(field: Field, mention: Row) -> dict[str, str] | None:
    if not mention.get("name"):
        return None
    cues = [cue.partition("@")[0] for cue in str(mention.get("reached")).split("|")]
    told = [_LINKS.get(cue, cue) for cue in cues]
    links = [link for link in field.terms if link in told] or ["attributed"]
    return {"name": str(mention["name"]), "link": links[0]}


def _figure(_: Field, mention: Row) -> dict[str, int | None] | None:
    match = _FIGURE.fullmatch(mention["value"])
    if match is None or not (match[1] or match[3]):
        return None
    low = int(match[1]) if match[1] else None
    high = int(match[3]) if match[3] else None if match[2] else low
    return {"min": low, "max": high}


def _number(_: Field, mention: Row) -> int | None:
    return int(mention["value"]) if re.fullmatch(r"\d{1,9}", mention["value"]) else None


def _term(field: Field, mention: Row) -> str | None:
    return mention["value"] if mention["value"] in field.terms else None


def _attack(field: Field, mention: Row) -> str | None:
    told = mention.get("attack_type")
    return told if told in field.terms else None


_BY_KIND: Mapping[Kind, Callable[[Field, Row], Any]] = {
    Kind.DAY: _day,
    Kind.COUNTRY: _country,
    Kind.FIGURE: _figure,
    Kind.NUMBER: _number,
}
_READERS: Mapping[str, Callable[[Field, Row], Any]] = {
    "places": _place,
    "suspects.names": _suspect,
    "targets": _target,
    "weapons": _weapon,
    "groups": _group,
    "legal": _term,
    "attack_types": _attack,
}
