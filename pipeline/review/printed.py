"""Whether the very number, name or step of a value stands in the words cited for it.

The checks of ``assemble.support`` also ask for its role, which they read by rule: of
people's values the role is a person's to judge, where the value itself is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from spacy.language import Language

from incidents.extractors._numbers import read
from incidents.extractors.figures.numerals import Number
from incidents.extractors.figures.words import words
from incidents.pipeline.fields import Field
from incidents.pipeline.kinds import Kind

Row = Mapping[str, Any]
#: Characters of quotes that are looked through.
_MOST = 5_000


def stands(
    field: Field, value: Any, citations: Iterable[Row], mentions: Iterable[Row]
) -> bool:
    """Whether ``value`` is printed in what is cited; False where that cannot be told.

    Args:
        field: Its field.
        value: As a record has it.
        citations: Its own.
        mentions: What the run read in the document.
    """
    test = _TESTS.get(field.kind)
    cited = list(citations)
    if test is None:
        return _named(field, value, cited, mentions)
    return test(value, [str(c.get("quote") or "")[:_MOST] for c in cited])


def numbers(quotes: Iterable[str]) -> list[Number]:
    """The numbers that words tell, each with its bounds: ``at least two dozen``."""
    return [number for quote in quotes for number in _numbers(quote)]


def _numbers(quote: str) -> Iterator[Number]:
    told, i = words(_tokens()(quote)), 0
    while i < len(told):
        number = read(told, i)
        if number is not None:
            yield number
        i = max(i + 1, number.end if number else 0)


@cache
def _tokens() -> Language:
    import spacy  # here, so that a desk starts without it

    return spacy.blank("en")


def _figure(value: Row, quotes: Sequence[str]) -> bool:
    """Each end is told as that end, be it of two figures; one that is open, as open."""
    found = numbers(quotes)
    lows, highs = {n.min for n in found}, {n.max for n in found}
    return value["min"] in lows and value["max"] in highs


def _whole(value: int, quotes: Sequence[str]) -> bool:
    return any(str(value) in quote for quote in quotes) or any(
        value in (n.min, n.max) for n in numbers(quotes)
    )


def _text(value: str, quotes: Sequence[str]) -> bool:
    name = " ".join(value.casefold().split())
    return any(name in " ".join(q.casefold().split()) for q in quotes)


def _person(value: Row, quotes: Sequence[str]) -> bool:
    age = value.get("age")
    return _text(value["name"], quotes) and (age is None or _whole(age, quotes))


_TESTS: Mapping[Kind, Callable[[Any, Sequence[str]], bool]] = {
    Kind.FIGURE: _figure,
    Kind.NUMBER: _whole,
    Kind.TEXT: _text,
    Kind.PEOPLE: _person,
}


def _named(
    field: Field, value: Any, citations: Sequence[Row], mentions: Iterable[Row]
) -> bool:
    """Whether a mention in what is cited has been read as ``value``."""
    if field.kind is Kind.NAMED:  # its words; the category is a person's to judge
        quotes = [str(c.get("quote") or "")[:_MOST] for c in citations]
        return _text(value[field.parts[0]], quotes)
    read_as = ("country", "value") if field.kind is Kind.COUNTRY else ("value",)
    return any(
        value in [m.get(key) for key in read_as]
        and any(c["start"] < m["end"] and m["start"] < c["end"] for c in citations)
        for m in mentions
    )
