"""The extractors as components of a spaCy pipeline: ``nlp.add_pipe("incident_dates")``.

spaCy loads this by the entry points of the installed package. Each component puts what
its extractor reads into the span group of its own name. A span's label is the kind of
thing named, its ``kb_id_`` the reading; ``attrs["mentions"]`` of the group has the
mentions as ``mentions.jsonl`` does, in the same order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from incidents.extractors import Mention, extract, extractors
from incidents.pipeline.document import mention_row

#: Where a document's own day of publication may stand, in ``Doc.user_data``.
PUBLISHED = "published"


_EXTRACTORS = {name.rpartition(".")[2]: e for name, e in extractors().items()}
Read = Callable[[Doc, date | None], Iterable[Mention]]


@dataclass(slots=True)  # spaCy sets the name
class Component:
    """One extractor, or all of them, over a document.

    Attributes:
        name: Of the span group.
        read: What finds the mentions.
        published: The day that *yesterday* is counted from, where a document does not
            have one of its own in ``user_data["published"]``.
    """

    name: str
    read: Read
    published: date | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Put the mentions into ``doc.spans``."""
        day = doc.user_data.get(PUBLISHED, self.published)
        found = [
            (span, mention_row(m))
            for m in sorted(self.read(doc, day))
            if (span := _span(doc, m))
        ]
        attrs = {"mentions": [row for _, row in found]}
        spans = [span for span, _ in found]
        doc.spans[self.name] = SpanGroup(doc, name=self.name, attrs=attrs, spans=spans)
        return doc


def _span(doc: Doc, m: Mention) -> Span | None:
    return doc.char_span(m.start, m.end, m.label, m.value, alignment_mode="expand")


def _factory(kind: str, read: Read | None = None) -> Any:
    """Register a component; its name stands in a span group as well."""
    name = f"incident_{kind}"
    found = read or _EXTRACTORS[kind]

    @Language.factory(name, assigns=["doc.spans"], default_config={"published": None})
    def make(nlp: Language, name: str, published: str | None) -> Component:
        day = date.fromisoformat(published) if published else None
        return Component(name, found, day)

    return make


cues = _factory("cues")
dates = _factory("dates")
events = _factory("events")
figures = _factory("figures")
foreign_dates = _factory("foreign_dates")
groups = _factory("groups")
hostages = _factory("hostages")
legal = _factory("legal")
mentions = _factory("mentions", extract)
nationalities = _factory("nationalities")
people = _factory("people")
places = _factory("places")
targets = _factory("targets")
weapons = _factory("weapons")
