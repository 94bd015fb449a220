"""What a citation shows: its quote, what it leans on, and the words that negate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from pipeline.records import Citation, Report

_NEGATION = re.compile(
    r"\b(?:no(?! (?:doubt|fewer|less|more than|later|longer|sooner))|not(?! (?:only"
    r"|just"
    r"|merely|least|yet (?:known|clear)|since|fewer|less))|never|without|nobody|none"
    r"|neither"
    r"|nor|cannot|fail(?:s|ed|ing|ure)? to|unable to|(?:den(?:y|ied|ies|ying)|rejected)"
    r"(?! bail)|disown\w*|averted|avoid\w*|rather than|instead of|far from)\b|n[’']t\b",
    re.IGNORECASE,
)
#: What ends the reach of a negation (the terminators of NegEx and ConText, cut down).
_ENDS = re.compile(
    r"[.;:!?,\n\t()“”]|\b(?:but|however|although|though|except|yet|until|because|which"
    r"|who"
    r"|that|when|after|before|as|since|while|saying|said)\b",
    re.IGNORECASE,
)
#: Words between a negation and what it negates, at most.
REACH = 6


@dataclass(frozen=True, slots=True)
class Evidence:
    """One citation, read for its words only.

    Attributes:
        quote: The words cited.
        lean: What the value was derived with: a column's header, another date; or the
            rest of the table cell that the quote is of.
        derived: Whether the citation says that the value is derived.
        published: Day the report appeared, where known.
        headed: Whether the quote is a heading under which the passage stands.
    """

    quote: str
    lean: str
    derived: bool
    published: date | None
    headed: bool = False

    @property
    def whole(self) -> str:
        """What it leans on, then the quote."""
        return f"{self.lean}: {self.quote}" if self.lean else self.quote


Shown = Sequence[Evidence]


def evidence(citation: Citation, report: Report) -> Evidence:
    """What ``citation`` shows, with the words that its value is derived from."""
    basis = citation.derived_from
    if basis is None:
        lean = _cell(citation, report.text)
    elif basis.start is None:
        lean = ""
    else:
        lean = report.text[basis.start : basis.end]
    return Evidence(
        citation.quote,
        lean,
        basis is not None,
        report.published,
        basis is not None and basis.kind == "heading",
    )


def _cell(citation: Citation, text: str) -> str:
    """The table cell that the quote stands in; a cell is read whole."""
    line = text.rfind("\n", 0, citation.start) + 1
    stop = text.find("\n", citation.end)
    stop = len(text) if stop < 0 else stop
    if "\t" in citation.quote or "\t" not in text[line:stop]:
        return ""
    start = text.rfind("\t", line, citation.start) + 1 or line
    end = text.find("\t", citation.end, stop)
    return text[start : stop if end < 0 else end]


@lru_cache(maxsize=4096)
def whole_words(value: str) -> re.Pattern[str]:
    """A pattern for ``value`` as whole words, in any case, however it is broken."""
    words = r"\s+".join(re.escape(w) for w in value.split())
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def prints(value: str, shown: Shown) -> bool:
    """Whether a quote prints ``value`` in whole words."""
    return bool(value.strip()) and any(
        whole_words(value).search(e.quote) for e in shown
    )


def asserted(cue: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches of ``cue`` that no word before them negates."""
    return (m for m in cue.finditer(text) if not negated(text, m.start()))


def negated(text: str, at: int) -> bool:
    """Whether a negation reaches the word that begins ``at``."""
    begin = max(0, at - 80)
    for end in _ENDS.finditer(text, begin, at):
        begin = end.end()
    found = list(_NEGATION.finditer(text, begin, at))
    return bool(found) and len(text[found[-1].end() : at].split()) <= REACH
