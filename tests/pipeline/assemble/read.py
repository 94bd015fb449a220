"""What a run reads in a report, for checks of values that no run made.

Many texts differ in one passage: what was parsed of the others is kept.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from extractors import Mention
from pipeline.assemble import all_read, tell
from pipeline.assemble.reader import Reader
from pipeline.document import parse_report
from pipeline.parse import load
from pipeline.records import Report


class _Kept:
    """A language that parses no stretch of text twice."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self.parsed = lru_cache(maxsize=20_000)(nlp)

    def pipe(self, texts: Iterable[str]) -> Iterator[Doc]:
        return (self.parsed(text) for text in texts)

    def __call__(self, text: str) -> Doc:
        return self.parsed(text)

    def __getattr__(self, name: str):
        return getattr(self._nlp, name)


@lru_cache(maxsize=1)
def _nlp() -> _Kept:
    return _Kept(load())


@lru_cache(maxsize=512)  # holds texts
def mentions(report: Report) -> tuple[Mention, ...]:
    """All that a run reads in ``report``, its tables among it."""
    parsed = parse_report(report, _nlp())
    reader = Reader(parsed.doc, parsed.mentions)
    return all_read(parsed.mentions, tell(reader, parsed.blocks))
