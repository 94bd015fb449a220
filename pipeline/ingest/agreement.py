"""How far two readers agree on the characters of a page."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass

from incidents.pipeline.ingest.page import UNMAPPED, Page

#: Least share of the other reader's characters; fewer than these tell nothing.
_SHARE, _FEW = 0.9, 4
#: Share of a page's characters: so many read otherwise are no single signs.
_MANY = 0.01
#: What readers write differently and means the same.
_ALIKE = {
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u2032\u00b4`"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u2033"), '"'),
}
_HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2212\u00ad\ufffe\ufeff"
_UNSEEN = dict.fromkeys(
    [c for c in range(0x2100) if not chr(c).isprintable() or chr(c).isspace()]
    + [ord(c) for c in _HYPHENS]
)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Letters and figures that two readers find on a page, and signs that differ.

    Attributes:
        ours: Number of letters and figures that we find.
        theirs: That the other reader finds.
        common: That both find, and those that we know to be hidden.
        unlike: Signs that only we find.
        unknown: Signs that only the other finds, where we know none.
    """

    ours: int
    theirs: int
    common: int
    unlike: Counter[str]
    unknown: Counter[str]

    @classmethod
    def of(cls, page: Page, text: str) -> Agreement:
        """Compare a page with its text by another reader."""
        own = "".join(g.text for g in page.glyphs).replace(UNMAPPED, "")
        mine, other = _printed(own), _printed(text)
        hidden = sum(page.hidden.values())
        signs, others = _signs(own), _signs(text)
        return cls(
            mine.total(),
            other.total(),
            (mine & other).total() + hidden,
            signs - others,
            others - signs,
        )

    @property
    def finds_less(self) -> bool:
        """Whether we find too little of what the other reader finds."""
        least = _SHARE * self.theirs
        return self.common < least and self.theirs - self.common >= _FEW

    @property
    def finds_more(self) -> bool:
        """Whether the other reader finds too little of what we find."""
        return self.theirs < _SHARE * self.ours and self.ours >= _FEW

    @property
    def misreads(self) -> bool:
        """Whether much stands for other signs than it does for the other reader."""
        return (
            self.unlike.total() > max(_FEW, _MANY * self.ours)
            and self.unknown.total() >= self.unlike.total()
        )


def _printed(text: str) -> Counter[str]:
    """How often ``text`` has each letter and figure."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return Counter("".join(filter(str.isalnum, text)))


def _signs(text: str) -> Counter[str]:
    """How often ``text`` has each character that is seen; hyphens are all alike."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).translate(_ALIKE)
    return Counter(text.translate(_UNSEEN))
