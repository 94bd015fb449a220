"""spaCy's attribute ruler, with its answers remembered.

The ruler tries some two hundred patterns at each token, a tenth of all that the model
takes. Nearly all of them look at one token alone, and most tokens are like one before.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

#: What tokens are known by; and with that, whether they are white space.
_TOLD: list[int | str] = ["LOWER", "TAG", "DEP"]
_SEEN = {*_TOLD, "IS_SPACE"}
#: Kinds of tokens beyond which all are forgotten.
_MOST = 50_000

Match = tuple[int, int, int]


class Remembering:
    """Matches as the ruler's own matcher does; of one kind of token only once."""

    def __init__(self, nlp: Language, patterns: list[dict[str, Any]]) -> None:
        """Take over the ruler's ``patterns``, which go by their number."""
        self._one, self._more = Matcher(nlp.vocab), Matcher(nlp.vocab)
        self._known: dict[tuple[int, ...], list[int]] = {}
        for number, told in enumerate(patterns):
            for pattern in told["patterns"]:
                alone = len(pattern) == 1 and pattern[0].keys() <= _SEEN
                matcher = self._one if alone else self._more
                matcher.add(str(number), [pattern])

    def __call__(self, doc: Doc, allow_missing: bool, as_spans: bool) -> list[Match]:
        """The number, first token and end of each match."""
        if len(self._known) > _MOST:
            self._known.clear()
        found: list[Match] = self._more(doc, allow_missing=allow_missing)
        for i, kind in enumerate(map(tuple, doc.to_array(_TOLD).tolist())):
            if kind not in self._known:
                own = self._one(doc[i : i + 1], allow_missing=allow_missing)
                self._known[kind] = [number for number, _, _ in own]
            found += [(number, i, i + 1) for number in self._known[kind]]
        return found


def hasten(nlp: Language) -> None:
    """Have the ruler of ``nlp``, if it has one, remember."""
    if nlp.has_pipe("attribute_ruler"):
        ruler: Any = nlp.get_pipe("attribute_ruler")
        ruler.matcher = Remembering(nlp, ruler.patterns)
