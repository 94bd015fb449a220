"""What was or was to be hit, from ``gazetteers/targets.toml``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc, Span

from incidents.extractors._gazetteer import Entry, find
from incidents.extractors._phrases import (
    carried,
    compounded,
    gap,
    joined,
    modified,
    named,
    outside,
    words,
)
from incidents.extractors._struck import role
from incidents.extractors.mention import Mention

_NAMES_END = words("and or in at on by for to with from who which that is was , .")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A noun phrase, and what the gazetteer and its neighbours say of it."""

    span: Span
    head: str
    category: str
    person: bool
    shy: bool
    plain: bool
    part: str | None = None


def extract(doc: Doc, published: date | None) -> Iterator[Mention]:
    """Yield each noun phrase that names a kind of target.

    The value is the codebook's category. ``object`` marks what the words say was
    attacked, ``victim`` who was killed, hurt or abducted, ``generic`` nouns that say
    little (``people``, ``building``). Who speaks or arrests is left out.
    """
    for phrase in _parts(doc, list(_phrases(doc))):
        struck = phrase.part in {"object", "victim"}
        if phrase.part == "agent" or (phrase.shy and not struck):
            continue
        yield Mention.from_span(
            phrase.span,
            "TARGET",
            phrase.category,
            __name__,
            head=phrase.head,
            object="1" if struck else None,
            victim="1" if phrase.part == "victim" and phrase.person else None,
            generic="1" if phrase.plain else None,
        )


def _parts(doc: Doc, phrases: list[_Phrase]) -> list[_Phrase]:
    """Give each phrase its part; of ``A and B`` what one took part in, both did."""
    parts = [role(p.span) for p in phrases]
    pairs = [(i - 1, i) for i in range(1, len(phrases))]
    for a, b in pairs + [(b, a) for a, b in reversed(pairs)]:
        left, right = phrases[min(a, b)].span, phrases[max(a, b)].span
        if parts[b] is None and joined(doc, left.end, right.start):
            parts[b] = parts[a]
    return [replace(p, part=part) for p, part in zip(phrases, parts, strict=True)]


def _phrases(doc: Doc) -> Iterator[_Phrase]:
    """Each phrase that names something, longest first words taken together."""
    matches = sorted(find(doc, "targets"), key=lambda m: m[0].start)
    owners = [(span, e) for span, e in matches if e.fields.get("owner")]
    i = 0
    while i < len(matches):
        (span, entry), i = matches[i], i + 1
        fields, head = entry.fields, span[-1].lower_
        if fields.get("owner") or fields.get("title"):
            continue
        shy, person = bool(fields.get("shy")), bool(fields.get("person"))
        while i < len(matches) and fields["category"] != "none":
            if _takes(span, *matches[i]):
                head = matches[i][0][-1].lower_
            elif _belongs(span, entry, *matches[i]) or carried(span, matches[i][0]):
                fields = matches[i][1].fields
            elif not (fields.get("person") and outside(span, matches[i][0])):
                break
            span, shy, i = doc[span.start : matches[i][0].end], False, i + 1
        person = person or bool(fields.get("person"))
        if fields["category"] == "none" or compounded(span, title=person):
            continue
        whole, category = named(modified(span, settings=True)), fields["category"]
        plain = shy
        if entry.fields.get("generic") and fields is entry.fields:
            whole, category = _owned(whole, category, owners)
            plain = shy and category == fields["category"]
        yield _Phrase(whole, head, category, person, shy, plain)


def _owned(
    span: Span, category: str, owners: Sequence[tuple[Span, Entry]]
) -> tuple[Span, str]:
    """A generic noun with what it is of, which says its category: *tax* office."""
    for owner, entry in reversed(owners):
        inside = span.start <= owner.start and owner.end < span.end
        inside = inside and span.doc[owner.end].text != "-"  # radio-controlled
        if inside or owner.end == span.start:
            start = min(owner.start, span.start)
            return span.doc[start : span.end], entry.fields["category"]
    return span, category


def _takes(span: Span, follower: Span, entry: Entry) -> bool:
    """Whether ``follower`` is a generic noun of ``span``: police *building*."""
    between = span.doc[span.end : follower.start].text.strip()
    return bool(entry.fields.get("generic")) and between in {
        "",
        "'s",
        "\u2019s",
        "'",
        "-",
    }


def _belongs(span: Span, entry: Entry, follower: Span, owner: Entry) -> bool:
    """Whether a generic ``span`` is ``follower``'s: the residence *of the mayor*."""
    between = gap(span.doc, span.end, follower.start)
    return (
        bool(entry.fields.get("generic"))
        and not owner.fields.get("generic")
        and owner.fields["category"] != "none"
        and between[:1] == ["of"]
        and _NAMES_END.isdisjoint(between[1:])
    )
