"""What words of a record name, by our gazetteers: a thing, a person, an instrument."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from incidents.extractors._gazetteer import Entry, find, load
from incidents.pipeline.records import Target, Weapon

#: Weapons that are a manner (sabotage) or nothing in particular.
_NO_INSTRUMENT = frozenset({"sabotage", "fake", "other", "unknown"})
_OWNED = frozenset({"", "'", "’", "'s", "’s"})


def thing(target: Target) -> str | None:
    """The building, vehicle or other thing hit, uncounted; None where it is people."""
    noun, _ = _noun(_doc(target.text))
    if noun is None:
        return None if _unnamed(target) else uncounted(target.text)
    return None if noun.fields.get("person") else uncounted(target.text)


def person(target: Target) -> str | None:
    """The name of the person hit, without what he or she is (*the judge Ana Ruiz*)."""
    noun, rest = _noun(_doc(target.text))
    if noun is None:
        return target.text if _unnamed(target) else None
    named = all(t.is_alpha and not t.is_stop for t in rest)
    return (rest.text or None) if named and noun.fields.get("person") else None


def instrument(weapon: Weapon) -> str | None:
    """What was used; None where only the manner is told."""
    if weapon.category in _NO_INSTRUMENT:
        return None
    doc = _doc(weapon.text)
    found = sorted(find(doc, "weapons"), key=lambda match: match[0].start)
    things = [m for m in found if not m[1].fields.get("weak")]
    if found and not things:
        return None
    end = _shortest(*things[-1]) if things else len(doc)
    return uncounted(doc[:end].text)


def uncounted(text: str) -> str:
    """``text`` without the articles and numbers that it begins with."""
    doc = _doc(text)
    counts = [bool(t.whitespace_) and (t.is_stop or t.like_num) for t in doc]
    return doc[counts.index(False) if doc else 0 :].text


def _unnamed(target: Target) -> bool:
    """Whether nothing is known of a target but its name, as of people."""
    return target.category == "unknown"


def _noun(doc: Doc) -> tuple[Entry | None, Span]:
    """The noun that a phrase is built on, and the words after it.

    Of nouns side by side it is the last: *priests' residence* is a residence. Of others
    it is the first: *home of a judge* is a home.
    """
    matches = sorted(find(doc, "targets"), key=lambda match: match[0].start)
    found = [m for m in matches if m[1].fields["category"] != "none"]
    if not found:
        return None, doc[:]
    span, entry = found[0]
    for after, owned in found[1:]:
        if doc[span.end : after.start].text.strip() not in _OWNED:
            break
        span, entry = after, owned
    return entry, doc[span.end :]


def _shortest(span: Span, entry: Entry) -> int:
    """Where the shortest name of ``entry`` ends: of *dynamite attack*, *dynamite*."""
    starts = (span[:n] for n in range(1, len(span)))
    short = (s.end for s in starts if _names().get(s.text.lower()) is entry)
    return next(short, span.end)


@cache
def _names() -> dict[str, Entry]:
    entries = load("weapons").values()
    return {name.lower(): e for e in entries for name in (e.name, *e.aliases)}


def _doc(text: str) -> Doc:
    return _tokeniser().make_doc(" ".join(text.split()))


@cache
def _tokeniser() -> Language:
    return spacy.blank("en")
