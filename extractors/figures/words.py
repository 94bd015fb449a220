"""The words of a report as the readers of figures and people step through them.

White space is left out, so that wrapped wire copy reads like running text, and tags
are dropped in text of capitals, where a tagger only misleads.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


#: Nothing that is read together stands on both sides of these.
STOPS = frozenset(". ; ! ? : -- — [ ] ( ) | •".split())
PREPOSITIONS = frozenset(
    "in on at near with for by from to into onto against between among amid inside "
    "outside during under over through around along across behind within aboard off "
    "toward towards including upon via following before after since until about "
    "beside besides beneath above below despite of".split()
)
SUBORDINATORS = frozenset(
    "that when while as because where who whom whose which but although though if "
    "whereas than then so yet once unless whether what".split()
)
AUXILIARIES = frozenset(
    "is are was were be been being am get gets got getting has have had having will "
    "would may might could can should must did does do".split()
)
BEING = frozenset("is are was were be been being get gets got getting".split())
ADVERBS = frozenset(
    "also later seriously critically slightly badly severely fatally lightly gravely "
    "reportedly allegedly instantly immediately apparently presumably believed feared "
    "confirmed reported thought said known both all each either subsequently "
    "accidentally brutally mortally mildly moderately otherwise only already still "
    "now then just even not n't never initially presumed officially "
    "wrongly deliberately eventually found".split()
)
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december jan feb mar apr "
    "jun jul aug sep sept oct nov dec today yesterday tonight earlier last this "
    "early late".split()
)
#: What marks an item of a list at the beginning of its line.
_MARKS = frozenset("* - + • · ▪ –".split())
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Words:
    """A report's words without white space; the four tuples run side by side.

    Attributes:
        text: The report, taken out once: a ``Doc`` builds it anew at each asking.
        tokens: The words.
        low: Each in lower case.
        tag: Each one's fine tag; empty without a tagger, and in capitals.
        breaks: Whether a blank line stands before the word, or it marks an item.
        capitals: Whether the report is printed in capitals.
    """

    text: str
    tokens: tuple[Token, ...]
    low: tuple[str, ...]
    tag: tuple[str, ...]
    breaks: tuple[bool, ...]
    capitals: bool

    def __len__(self) -> int:
        return len(self.tokens)

    def at(self, i: int) -> str:
        """Word ``i`` in lower case; empty beyond either end."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def gap(self, i: int) -> str:
        """The white space before word ``i``."""
        before = self.tokens[i - 1]
        return self.text[before.idx + len(before) : self.tokens[i].idx]

    def ends(self, i: int) -> bool:
        """Whether a sentence or list entry ends at or before word ``i``."""
        return self.stops(i) or self.breaks[i]

    def stops(self, i: int) -> bool:
        """Whether word ``i`` is a mark that ends a sentence, or there is none."""
        return not 0 <= i < len(self.low) or self.low[i] in STOPS

    def sentence(self, i: int, reach: int = 60) -> tuple[int, int]:
        """First and one past the last word of the sentence around ``i``."""
        start, end = i, i + 1
        while start > max(0, i - reach) and not self._closes(start):
            start -= 1
        while end < min(len(self), i + reach) and not self._closes(end):
            end += 1
        return start, end

    def _closes(self, i: int) -> bool:
        return self.breaks[i] or self.low[i - 1] in {".", "!", "?"}


def words(doc: Doc) -> Words:
    """The words of ``doc``."""
    tokens: list[Token] = []
    breaks: list[bool] = []
    blank = cells = wrapped = False
    for token in doc:
        if token.is_space:
            lines = token.text.count("\n")
            wrapped = lines > 0
            blank = blank or lines > 1 or "\f" in token.text or (cells and lines > 0)
            cells = "\t" in token.text or (cells and not lines)
            continue
        tokens.append(token)
        breaks.append(blank or (wrapped and token.text in _MARKS))
        blank = wrapped = False
    capitals = _in_capitals(tokens)
    return Words(
        doc.text,
        tuple(tokens),
        tuple(_lower(t, capitals) for t in tokens),
        tuple("" if capitals else t.tag_ for t in tokens),
        tuple(breaks),
        capitals,
    )


def _lower(token: Token, capitals: bool) -> str:
    """In lower case, but for the group ``IS``, which is no verb."""
    return "IS" if token.text == "IS" and not capitals else token.lower_


def _in_capitals(tokens: list[Token]) -> bool:
    long = [t for t in tokens if len(t) > 3 and t.is_alpha]
    return sum(t.is_upper for t in long) > 0.6 * len(long)
