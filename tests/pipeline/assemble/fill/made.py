"""Hand-made tellings: passages with their mentions marked, and no model.

    told(passage("[Two](KILLED 2; role=victim) died in [Ayt](PLACE 7; kind=city)."))

After the label stands the value, then attributes, parted by semicolons; a place in the
text (``4:9``) is counted from the beginning of the passage. A passage without a parse
hangs on its first word, so that all in it is tied closely. What belongs to the story is
what its events reach, by the weights of ``tests.pipeline.assemble.made``.
"""

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import spacy
from spacy.tokens import Doc

from incidents.extractors.mention import Mention, pack
from incidents.pipeline.assemble.belonging import belong
from incidents.pipeline.assemble.cite import Citer
from incidents.pipeline.assemble.event import Event
from incidents.pipeline.assemble.offers import Document
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.assemble.story import Joined, Story
from incidents.pipeline.assemble.telling import Telling
from incidents.pipeline.records import Citation, Incident, Report
from tests.pipeline.assemble.made import weights
from tests.told import parsed

_NLP = spacy.blank("en")
_MARK = re.compile(r"\[([^]]+)\]\(([A-Z]+)(?: ([^;)]*))?((?:; [^;)]+)*)\)")


@dataclass(frozen=True)
class Passage:
    """A passage as marked; ``kind`` is None where it is none of the story's."""

    marked: str
    kind: str | None = "attack"
    origin: str = "sentence"
    section: int = -1
    strength: float = 1.0
    parse: str = ""

    @property
    def text(self) -> str:
        return _MARK.sub(lambda m: m[1], self.marked)

    def doc(self) -> Doc:
        """Its words, parsed as said, or each hanging on the first."""
        bare = ["X/dep/0"] * (len(_NLP.make_doc(self.text)) - 1)
        return parsed(_NLP, self.text, self.parse or " ".join(["X/ROOT/0", *bare]))

    def mentions(self, at: int) -> list[Mention]:
        """What is marked in it, where it begins at ``at``."""
        found, start, last = [], at, 0
        for match in _MARK.finditer(self.marked):
            words, label, value, more = match.groups()
            start += match.start() - last
            said = dict(pair.split("=", 1) for pair in more.split("; ") if pair)
            said = {name: _shifted(place, at) for name, place in said.items()}
            end = start + len(words)
            found.append(
                Mention(start, end, label, words, value or "", "made", pack(**said))
            )
            start, last = end, match.end()
        return found


def _shifted(said: str, at: int) -> str:
    place = re.fullmatch(r"(\d+):(\d+)", said)
    return f"{int(place[1]) + at}:{int(place[2]) + at}" if place else said


def passage(marked: str, kind: str | None = "attack", **more: Any) -> Passage:
    """A passage of a story, a sentence on an attack unless told otherwise."""
    return Passage(marked, kind, **more)


def context(marked: str, **more: Any) -> Passage:
    """A passage of the report that is not of the story."""
    return Passage(marked, None, **more)


def told(*passages: Passage | str) -> Telling:
    """A telling of these, one after another, in the order of joining."""
    made = [passage(p) if isinstance(p, str) else p for p in passages]
    starts = [0, *accumulate(len(p.text.rstrip()) + 1 for p in made)]
    doc = Doc.from_docs([p.doc() for p in made], ensure_whitespace=True)
    read = [p.mentions(at) for p, at in zip(made, starts, strict=False)]
    parts = tuple(
        Joined(_event(p, at, mentions), p.strength, "by hand")
        for p, at, mentions in zip(made, starts, read, strict=False)
        if p.kind is not None
    )
    text = doc.text
    assert all(text[m.start : m.end] == m.text for mentions in read for m in mentions)
    report = Report("doc", "doc.txt", "0", "text/plain", text)
    reader = Reader(doc, [m for mentions in read for m in mentions])
    story = Story(parts)
    document = Document(reader, [story])
    chosen = belong(document, story, weights())
    return Telling(story, reader, Citer(report), chosen, document.said)


def _event(made: Passage, at: int, mentions: list[Mention]) -> Event:
    own = tuple(m for m in mentions if m.label != "CUE")
    words = tuple(m for m in own if m.label == "EVENT")
    end = at + len(made.text)
    kind = made.kind or ""
    return Event(
        at, end, kind, made.origin, at, made.section, False, "", words, own, 0.9
    )


def bare(kind: str = "attack", **values: Any) -> Incident:
    """An incident with its type, cited, and what ``values`` say."""
    typed = Citation("incident_type", 1, 0, 4, "told", (0, 4))
    return Incident("doc", kind, citations=(typed,), **values)


def shown(telling: Telling, citations: list[Citation]) -> list[tuple[str, str]]:
    """Each citation's field and the words that it points at."""
    text = telling.citer.report.text
    for c in citations:
        assert text[c.start : c.end] == c.quote
        assert c.focus and c.start <= c.focus[0] < c.focus[1] <= c.end
    return [(c.field, text[slice(*c.focus or ())]) for c in citations]
