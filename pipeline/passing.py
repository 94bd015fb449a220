"""Words that a document brings, and that go with it.

spaCy keeps every word that it has ever read. Over very many documents these are names
and misprints that none of the later ones has; the words that most have are among the
first ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from spacy.language import Language

#: Words beyond which no more are kept, those of the gazetteers among them.
_WORDS = 20_000
#: Lemmas beyond which they are found anew.
_LEMMAS = 20_000


@contextmanager
def passing(nlp: Language) -> Iterator[None]:
    """Within, ``nlp`` reads one document, nothing of which may be used afterwards."""
    with nlp.memory_zone() if len(nlp.vocab) > _WORDS else nullcontext():
        yield
    if nlp.has_pipe("lemmatizer"):
        lemmas = nlp.get_pipe("lemmatizer").cache  # type: ignore[attr-defined]
        if len(lemmas) > _LEMMAS:
            lemmas.clear()
