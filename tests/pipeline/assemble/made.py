"""Mentions, events and stories by hand: a case says what it is about, no more."""

from collections.abc import Mapping
from typing import Any

import spacy
from spacy.tokens import Doc

from incidents.extractors.mention import Mention, pack
from incidents.pipeline.assemble.cite import Citer
from incidents.pipeline.assemble.event import ATTACK, SENTENCE, Event
from incidents.pipeline.assemble.manner import TYPE
from incidents.pipeline.assemble.offers import KINDS
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.assemble.story import Story
from incidents.pipeline.assemble.telling import Telling
from incidents.pipeline.assemble.weights import Weights
from incidents.pipeline.records import LINKS, Report
from tests.told import parsed

NLP = spacy.blank("en")
_KINDS = ("attack", "plot", "arrest", "detail")
_VALUES = (*KINDS, TYPE)
_HALF = dict.fromkeys([*_KINDS, *_VALUES, "join", "follow", "worth", "sparse"], 0.5)
_INSIDE = {"always": -1.0, "in the event": 2.0, "in a detail": 2.0}
_LARGEST = {
    **_INSIDE,
    "the largest": 0.5,
    **dict.fromkeys(["role attacker", "aggregate", "earlier", "shot"], -9.0),
}
#: What an event reaches belongs to it, where it says no more against it than this.
BELONGS = dict.fromkeys(_VALUES, _INSIDE) | {
    "DATE": _INSIDE | {"first of its kind": 0.5, "a finer day is told": -0.7},
    "TARGET": {"always": -1.0, "object": 2.0, "victim": 2.0, "category police": -0.1},
    "PERSON": {
        "always": -1.0,
        "role suspect": 2.0,
        "a step is taken against them": 2.0,
    },
    "SUSPECTS": _LARGEST,
    "KILLED": _LARGEST,
    "LEGAL": _INSIDE | {"negated": -9.0, "hypothetical": -9.0},
    TYPE: {"always": -1.0, "told": 2.0, "told first": 0.5},
}
LINKED = {link: {f"told as {link}": 2.0} for link in LINKS}


def mention(label: str, value: str = "", text: str = "", **said: Any) -> Mention:
    """A mention of ``label`` somewhere; ``start`` says where."""
    text = text or value or label.lower()
    start = int(said.pop("start", 0))
    return Mention(start, start + len(text), label, text, value, "made", pack(**said))


def found(text: str, words: str, label: str, value: str = "", **said: Any) -> Mention:
    """A mention of ``words``, at the first place that they stand in ``text``."""
    return mention(label, value, words, start=text.index(words), **said)


def word(value: str = "attack", kind: str = "attack", **said: Any) -> Mention:
    """An event word."""
    return mention("EVENT", value, kind=kind, **said)


def event(*mentions: Mention, **said: Any) -> Event:
    """An attack told in a sentence, unless the case says otherwise."""
    words = tuple(m for m in mentions if m.label in ("EVENT", "LEGAL"))
    given: dict[str, Any] = {
        "start": 0,
        "end": 100,
        "kind": ATTACK,
        "origin": SENTENCE,
        "block": 0,
        "section": -1,
        "listed": False,
        "reference": "",
        "words": words,
        "mentions": mentions,
    }
    return Event(**given | said)


def story(*events: Event) -> Story:
    """A story of ``events``, each surely of it."""
    told = Story()
    for one in events:
        told = told.with_(one, 1.0, "")
    return told


def reader(text: str, *mentions: Mention, parse: str = "") -> Reader:
    """The reader of a text, with a parse if the case gives one (``tests.told``)."""
    return Reader(doc(text, parse), sorted(mentions))


def doc(text: str, parse: str = "") -> Doc:
    """A text as a document; without a parse, of tokens alone."""
    return parsed(NLP, text, parse) if parse else NLP(text)


def telling(told: Story, text: str = "", *mentions: Mention) -> Telling:
    """A story with what is needed to read values off it."""
    report = Report("doc", "doc.txt", "0", "text/plain", text)
    return Telling(told, reader(text, *mentions), Citer(report))


def weights(
    join: Mapping[str, float] | None = None,
    least: Mapping[str, float] | None = None,
    **kinds: Mapping[str, float],
) -> Weights:
    """Weights of the signs that a case is about, and thresholds of a half."""
    by_kind = {kind: {"always": -9.0} | dict(kinds.get(kind, {})) for kind in _KINDS}
    return Weights(
        by_kind, join or {}, _HALF | dict(least or {}), BELONGS, LINKED, {"always": 1.0}
    )
