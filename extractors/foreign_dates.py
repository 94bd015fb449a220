"""Dates quoted in another language: *14 juillet 2016*, *11 de marzo de 2004*.

The span is found here, by its month; what it means is ``dateparser``'s to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from dateparser.date import DateDataParser
from spacy.tokens import Doc

from incidents.extractors.mention import Mention

_LANGUAGES = ["fr", "es", "de", "it", "pt", "nl"]
#: Months that are no English words; those marked need a day (*Mars*, *Mai* are names).
_MONTH = (
    "janvier|février|avril|juin|juillet|août|septembre|octobre|novembre|décembre"
    "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre"
    "|diciembre|januar|jänner|februar|märz|juni|juli|oktober|dezember|gennaio|febbraio"
    "|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março"
    "|maio|junho|julho|setembro|outubro|novembro|dezembro|januari|februari|maart"
    "|augustus|december|november|september|august"
)
_NEEDS_DAY = "mars|mai|mei"
_DATE = re.compile(
    # 14 juillet
    rf"(?<![\w.])(?:\d{{1,2}}(?:er|\.|º)?\s(?:de\s)?(?:{_MONTH}|{_NEEDS_DAY})"
    rf"|(?:{_MONTH}))\s(?:de\s|del\s)?(?:19|20)\d\d\b",  # enero de 2015
    re.IGNORECASE,
)
#: September 2001, 3 August 1998: the English reader's.
_ENGLISH = re.compile(r"(?:\d+\s)?(?:august|september|november|december)\s\d", re.I)
_LENGTH = {"month": 7, "day": 10}


def extract(doc: Doc, published: date | None) -> Iterator[Mention]:
    """Yield dates in French, Spanish, German, Italian, Portuguese and Dutch."""
    text = doc.text
    for match in _DATE.finditer(text):
        value = None if _ENGLISH.match(match[0]) else _read(match[0])
        if value is not None:
            yield Mention(*match.span(), "DATE", match[0], value, __name__)


@cache
def _parser() -> DateDataParser:
    return DateDataParser(languages=_LANGUAGES, settings={"DATE_ORDER": "DMY"})


def _read(printed: str) -> str | None:
    """``printed`` as an ISO date, cut to what is printed."""
    read = _parser().get_date_data(re.sub(r"\s", " ", printed))
    if read.date_obj is None or read.period not in _LENGTH:
        return None
    return str(read.date_obj.date().isoformat()[: _LENGTH[read.period]])
