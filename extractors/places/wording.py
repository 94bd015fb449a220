"""The words of a report as they are printed, and the model's entities among them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from incidents.extractors.places.words import FIRED, IN, JOINTS, TYPES
from incidents.gazetteers import pattern

if TYPE_CHECKING:
    from spacy.tokens import Doc

_WORD = re.compile(
    r"(?:[A-Z][a-z]?\.){2,}|(?:\bSt|\bFt|\bMt|\bSte)\.(?= ?[A-Z])"
    r"|[^\W_]+(?:['’ʻ`](?!s\b|S\b)[^\W\d_]+)*"
)
#: A field of a form that holds a place: Town of attack: ...
_FIELD = re.compile(
    rf"[ \t>*-]{{0,4}}{pattern('columns', 'place')}\b[^:\n]{{0,20}}\**:\**[ \t]+",
    re.IGNORECASE,
)
#: What may stand between two words of a name.
GAP = re.compile(r"[ \u00a0]|-|–|\n(?! *\n)|/|[ ]?\n[ ]{0,4}|", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text, with its offsets."""

    start: int
    end: int
    text: str
    lower: str


class Wording:
    """The words of one report.

    Attributes:
        words: In reading order.
        starts: Offset of each.
        caps: Whether the report is printed in capitals.
        ents: Label and end of each entity of the model, by its first character.
    """

    def __init__(self, doc: Doc) -> None:
        self.text = doc.text
        self.words = [
            Word(m.start(), m.end(), m[0], m[0].lower())
            for m in _WORD.finditer(doc.text)
        ]
        self.starts = [w.start for w in self.words]
        self.caps = _capitals(doc.text)
        self.ents = {} if self.caps else _entities(doc)

    def after_comma(self, i: int) -> bool:
        """Whether a comma stands before word ``i``."""
        return i > 0 and self.text[self.words[i - 1].end : self.words[i].start] == ", "

    def goes_on(self, i: int) -> bool:
        """Whether word ``i`` may go on a name that the word before it is part of."""
        if i >= len(self.words) or i < 1:
            return False
        word = self.words[i]
        gap = self.text[self.words[i - 1].end : word.start]
        if "\n" in gap and self._row(word.start):
            return False
        return GAP.fullmatch(gap) is not None and (
            word.text[0].isupper() or word.lower in JOINTS or word.lower in TYPES
        )

    def fired(self, j: int) -> bool:
        """Whether what is fired stands before word ``j``."""
        return any(w.lower in FIRED for w in self.words[max(0, j - 3) : j])

    def spaced(self, i: int, j: int) -> bool:
        """Whether a space, a line's end or a hyphen stands between two words."""
        gap = self.text[self.words[i].end : self.words[j].start]
        if "\n" in gap and self._row(self.words[j].start):
            return False
        return gap.strip(" \u00a0\n") in ("", "-") and gap.count("\n") < 2

    def fills_cell(self, start: int, end: int) -> bool:
        """Whether ``start:end`` is all that a cell or a form's field holds."""
        line = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        if _FIELD.fullmatch(line):
            return self.text[end : end + 1] in ("", "\n", ",")
        before = self.text[max(0, start - 1) : start]
        after = self.text[end : end + 1]
        edges = (before, after)
        return all(e in ("", "\t", "\n") for e in edges) and "\t" in edges

    def _row(self, at: int) -> bool:
        """Whether the line at ``at`` or the one before it is a row of a table."""
        before = self.text.rfind("\n", 0, max(0, self.text.rfind("\n", 0, at))) + 1
        end = self.text.find("\n", at)
        return "\t" in self.text[before : end if end >= 0 else len(self.text)]


def _capitals(text: str) -> bool:
    """Whether the report is printed in capitals, as old wire copy is."""
    lower = sum(map(str.islower, text[:5000]))
    upper = sum(map(str.isupper, text[:5000]))
    return upper > 4 * lower


def _entities(doc: Doc) -> dict[int, tuple[str, int]]:
    """Label and end of each entity of the model, by its first character."""
    found = {}
    for ent in doc.ents:
        if ent[0].lower_ in IN and len(ent) > 1:
            continue  # "Near Tal Afar" at the head of a sentence is no person
        skip = 1 if ent[0].lower_ == "the" and len(ent) > 1 else 0
        end = ent.end_char - (2 if ent.text.endswith(("'s", "’s")) else 0)
        found[ent[skip].idx] = ent.label_, end
    return found
