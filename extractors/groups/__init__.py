"""Armed groups, from ``gazetteers/groups.toml``; the value is the entry's id.

A name that is also something else (``IS``, ``ETA``, ``The Base``), or the name of two
groups (``ELN``), is taken where the document supports it, and resolved where one group
fits: else the value is empty and ``candidates`` lists them. Groups that the gazetteer
lacks are read where the report itself gives an acronym for them, or says outright that
they are one; their value is empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from incidents.extractors._gazetteer import load
from incidents.extractors.groups.context import Context, context, group_names
from incidents.extractors.groups.definitions import (
    ACRONYM,
    Definition,
    acronym_after,
    initials,
    unlisted,
)
from incidents.extractors.groups.names import Match, find, words
from incidents.extractors.groups.unknown import named
from incidents.extractors.mention import Mention, pack

if TYPE_CHECKING:
    from spacy.tokens import Doc

Ids = tuple[str, ...]
_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Acronym:
    """What an acronym means from ``at`` on: groups, a name unlisted, or no group."""

    at: int
    ids: Ids
    name: str | None = None


def extract(doc: Doc, published: date | None) -> Iterator[Mention]:
    """Yield each armed group named in ``doc``, by its longest name."""
    text = doc.text
    found = words(text)
    matches = list(find(text, found, group_names()))
    readings = _readings(matches, context(text, found, matches, published))
    misspelt, definitions = _misspelt(text, matches, list(unlisted(text, found)))
    meanings = _meanings(text, readings, definitions)
    listed = [_mention(text, m.start, m.end, ids) for m, ids in readings]
    others = [(d.start, d.end) for d in definitions if d.group] + list(named(text))
    yield from _longest(
        [*_defined(text, meanings), *listed, *misspelt],
        [_unlisted(text, start, end, text[start:end]) for start, end in others],
    )


def _readings(matches: list[Match], around: Context) -> list[tuple[Match, Ids]]:
    """Each match with the entries it stands for; those that stand for none left out."""
    readings = []
    for i, match in enumerate(matches):
        ids = match.ids
        if match.sure:
            readings.append((match, tuple(sorted(match.sure))))
            continue
        for other in matches[max(0, i - 1) : i] + matches[i + 1 : i + 2]:
            if ids & other.ids and _adjoin(around.text, match, other):
                ids &= other.ids
        if taken := around.resolve(match, ids):
            readings.append((match, taken))
    return readings


def _misspelt(
    text: str, matches: list[Match], definitions: list[Definition]
) -> tuple[list[Mention], list[Definition]]:
    """Known names with a slip, as the acronym after them tells, and the rest."""
    ids = {m.start: m.ids for m in matches}
    mentions, others = [], []
    for d in definitions:
        name = text[d.start : d.end]
        if like := [i for i in sorted(ids.get(d.at, ())) if _alike(name, i)]:
            mentions.append(_mention(text, d.start, d.end, tuple(like)))
        else:
            others.append(d)
    return mentions, others


def _alike(name: str, id: str) -> bool:
    entry, name = load("groups")[id], " ".join(name.lower().split())
    return any(
        SequenceMatcher(None, name, known.lower()).ratio() > 0.85
        for known in (entry.name, *entry.aliases)
    )


def _adjoin(text: str, a: Match, b: Match) -> bool:
    """Whether one of two names explains the other: "Popular Liberation Army (EPL)"."""
    first, second = sorted((a, b), key=lambda m: m.start)
    return text[first.end : second.start].strip(' "”“') in {"(", "["}


def _meanings(
    text: str, readings: list[tuple[Match, Ids]], definitions: list[Definition]
) -> dict[str, _Acronym]:
    """What the document's own acronyms mean; the first definition holds."""
    meanings: dict[str, _Acronym] = {}
    sure = {m.start: m.sure for m, _ in readings if m.sure}
    for match, ids in readings:
        defined = acronym_after(text, match.end, text[match.start : match.end])
        if defined and (sure.get(defined[1]) or set(ids)) & set(ids):
            meanings.setdefault(defined[0], _Acronym(defined[1], ids))
    for d in definitions:
        if d.at not in sure:
            name = text[d.start : d.end] if d.group else None
            meanings.setdefault(d.acronym, _Acronym(d.at, (), name))
    return _spelt_out(text, readings) | meanings


def _spelt_out(text: str, readings: list[tuple[Match, Ids]]) -> dict[str, _Acronym]:
    """What the initials of names that stand in full mean, from the first name on.

    No initials that are another group's only name, nor those of two groups.
    """
    taken = {text[m.start : m.end]: ids for m, ids in readings if m.sure}
    found: dict[str, _Acronym] = {}
    of_two: set[str] = set()
    for match, ids in readings:
        letters = initials(text[match.start : match.end])
        if not letters or len(ids) > 1 or taken.get(letters, ids) != ids:
            continue
        if found.setdefault(letters, _Acronym(match.end, ids)).ids != ids:
            of_two.add(letters)
    return {a: m for a, m in found.items() if a not in of_two}


def _defined(text: str, meanings: dict[str, _Acronym]) -> Iterator[Mention | _Span]:
    """Where the acronyms stand that the document defines, from the definition on."""
    for match in ACRONYM.finditer(text) if meanings else ():
        for acronym in (match[0], match[0].partition("-")[0]):
            means = meanings.get(acronym)
            if means and means.at <= match.start():
                start, end = match.start(), match.start() + len(acronym)
                if means.ids:
                    yield _mention(text, start, end, means.ids)
                elif means.name:
                    yield _unlisted(text, start, end, means.name)
                else:
                    yield start, end
                break


def _longest(spans: list[Mention | _Span], others: list[Mention]) -> Iterator[Mention]:
    """The longest of overlapping spans, and of ``others`` what they leave free."""
    held: set[int] = set()
    kept = []
    for span in [*sorted(spans, key=_length), *sorted(others, key=_length)]:
        start, end = span if isinstance(span, tuple) else (span.start, span.end)
        if held.isdisjoint(range(start, end)):
            held.update(range(start, end))
            if isinstance(span, Mention):
                kept.append(span)
    yield from sorted(kept)


def _length(span: Mention | _Span) -> int:
    start, end = span if isinstance(span, tuple) else (span.start, span.end)
    return start - end  # the longest first


def _mention(text: str, start: int, end: int, ids: Ids) -> Mention:
    one = ids[0] if len(ids) == 1 else ""
    name = load("groups")[one].name if one else None
    attributes = pack(name=name, candidates=None if one else "|".join(ids))
    return Mention(start, end, "GROUP", text[start:end], one, __name__, attributes)


def _unlisted(text: str, start: int, end: int, name: str) -> Mention:
    attributes = pack(name=" ".join(name.split()))
    return Mention(start, end, "GROUP", text[start:end], "", __name__, attributes)
