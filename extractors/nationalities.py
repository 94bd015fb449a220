"""Nationalities, from ``gazetteers/nationalities.toml``; the value is the ISO code.

``Congolese`` fits two countries: its value is empty, its ``candidates`` are both.
Peoples that are no nationality (Chechen, Kurdish) are not in the gazetteer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from spacy.tokens import Doc, Span

from incidents.extractors._gazetteer import Entry, find
from incidents.extractors.mention import Mention

_HOLDER = frozenset({"citizen", "citizens", "national", "nationals", "passport"})
_LANGUAGE = frozenset({"in", "into", "speak", "speaks", "spoke", "speaking", "fluent"})
# South American, North Pole, West Indian: the word means something else after these
_PART = frozenset(
    {"south", "north", "central", "latin", "west", "african", "native", "pan", "mid"}
)
_PARTED = frozenset({"american", "americans", "pole", "indian", "indians"})
# British Columbia, Indian Ocean, French Quarter: the first word of a place's name
_PLACE = frozenset(
    """canal capital cay channel columbia creek guiana harbor hills island islands lake
    ocean peninsula plateau polynesia quarter river riviera samoa sea shoals springs
    territory town virgin""".split()
)


def extract(doc: Doc, published: date | None) -> Iterator[Mention]:
    """Yield each nationality named in ``doc``, as adjective or noun."""
    people = {t for e in doc.ents if e.label_ == "PERSON" and len(e) > 1 for t in e}
    for span, entry in find(doc, "nationalities"):
        if span.text[0].isupper() and span[0] not in people and _means(span, entry):
            yield Mention.from_span(
                span,
                "NATIONALITY",
                entry.fields["iso"],
                __name__,
                candidates=entry.fields.get("candidates"),
            )


def _means(span: Span, entry: Entry) -> bool:
    """Whether the words stand for people of the country here."""
    doc = span.doc
    before = doc[span.start - 1].lower_ if span.start else ""
    if before == "-" and span.start > 1:
        before = doc[span.start - 2].lower_  # Latin-American
    after = doc[span.end] if span.end < len(doc) else None
    follows = after.lower_ if after is not None else ""
    if _is_country(span.text, entry):
        return follows in _HOLDER
    if span[0].lower_ in _PARTED and before in _PART:
        return False
    if after is not None and follows in _PLACE and after.text[0].isupper():
        return False
    return not (before in _LANGUAGE and not re.match(r"[a-z-]", follows))


def _is_country(text: str, entry: Entry) -> bool:
    name = text.lower()
    return name == entry.name.lower() or name.replace(".", "") in {"us", "uk"}
