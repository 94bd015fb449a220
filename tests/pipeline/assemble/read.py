"""What a run reads in a report, for checks of values that no run made.

Many texts differ in one passage: what was parsed of the others is kept.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from incidents.extractors import Mention
from incidents.pipeline.assemble import all_read, tell
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.document import parse_report
from incidents.pipeline.parse import load
from incidents.pipeline.records import Report

_MOST = 500


class _Kept:
    """A language that parses no stretch of text twice."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self.parsed = lru_cache(maxsize=20_000)(nlp)

    def pipe(self, texts: Iterable[str], batch_size: int) -> Iterator[Doc]:
        return (self.parsed(text) for text in texts)

    def __call__(self, text: str) -> Doc:
        return self.parsed(text)

    def __getattr__(self, name: str):
        return getattr(self._nlp, name)


@cache
def language() -> _Kept:
    """The trained model, for as many readings of like texts as one likes."""
    return _Kept(load())


_READ: dict[Report, tuple[Mention, ...]] = {}


def mentions(report: Report) -> tuple[Mention, ...]:
    """All that a run reads in ``report``, its tables among it."""
    if report not in _READ:
        parsed = parse_report(report, language())
        reader = Reader(parsed.doc, parsed.mentions)
        remember(report, all_read(parsed.mentions, tell(reader, parsed.blocks)))
    _READ[report] = found = _READ.pop(report)  # the last to be forgotten
    return found


def remember(report: Report, mentions: Sequence[Mention]) -> None:
    """Keep what was read in ``report``, and in some hundred reports before it."""
    while len(_READ) >= _MOST:
        del _READ[next(iter(_READ))]
    _READ[report] = tuple(mentions)
