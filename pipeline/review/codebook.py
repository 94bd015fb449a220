"""What a reviewer typed, checked against the codebook and made a value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from incidents.extractors import _gazetteer
from incidents.extractors.places import table as _places_table
from incidents.extractors.places.names import fold
from incidents.pipeline import edtf
from incidents.pipeline.fields import BY_NAME, Field
from incidents.pipeline.kinds import Kind
from incidents.pipeline.review import written

LONGEST = 300
_MOST = 10**7


class Refused(ValueError):
    """What was typed is no value of the field; says what would be."""


def read_value(field: str, form: Mapping[str, str]) -> Any:
    """The value of ``field`` that a form gives.

    Args:
        field: A name of the table of fields.
        form: ``value``; with ``term`` for named things; ``min`` and ``max`` for
            figures; for people with ``age``, ``nationality`` and ``legal``.

    Raises:
        Refused: It is none of the codebook's.
    """
    if field not in BY_NAME:
        raise Refused("choose a field")
    return read(BY_NAME[field], form)


def read(field: Field, form: Mapping[str, str]) -> Any:
    """The same, for a row of the table of fields."""
    return _READERS[field.kind](field, form)


def _text(_: Field, form: Mapping[str, str]) -> str:
    text = " ".join(form.get("value", "").split())
    if not text:
        raise Refused("type a value")
    if len(text) > LONGEST:
        raise Refused(f"too long: {LONGEST} characters at most")
    return text


def _choice(field: Field, form: Mapping[str, str]) -> str:
    return _one_of(field.terms, form.get("value", ""))


def _one_of(terms: tuple[str, ...], given: str) -> str:
    if given not in terms:
        raise Refused(f"choose one of: {', '.join(terms)}")
    return given


def _begun(terms: tuple[str, ...], given: str) -> str:
    """The one term that ``given`` is, or begins."""
    fit = [t for t in terms if given and t.startswith(given)]
    return _one_of(terms, fit[0] if len(fit) == 1 else given)


def _date(field: Field, form: Mapping[str, str]) -> str:
    typed = _text(field, form)
    text = written.day(typed)
    span = edtf.bounds(text) if text else None
    if text is None or span is None:
        raise Refused(
            f"{typed!r} is no date, or may be two: type 11 July 2010, July 2010, or in"
            " EDTF 2024-03-22, 2022-11, 2023-12~, 2023-22 or 2024-07-24/2024-07-26"
        )
    if span[0] > span[1]:
        raise Refused(f"{text!r} ends before it begins")
    return text


def _country(field: Field, form: Mapping[str, str]) -> str:
    return _code(_text(field, form))


def _code(text: str) -> str:
    code = written.country(text)
    if code is None:
        raise Refused(f"{text.strip()!r} is no country: type its name or ISO code")
    return code


def _named(field: Field, form: Mapping[str, str]) -> dict[str, str]:
    term = _one_of(field.terms, form.get("term", ""))
    return dict(zip(field.parts, (_text(field, form), term), strict=True))


def _person(field: Field, form: Mapping[str, str]) -> dict[str, Any]:
    country = form.get("nationality", "").strip()
    said = (step.strip().replace(" ", "_") for step in form.get("legal", "").split(","))
    return {
        "name": _text(field, form),
        "age": _number(form.get("age", "")),
        "nationality": _code(country) if country else None,
        "legal": [_begun(field.terms, step) for step in said if step],
    }


def _range(_: Field, form: Mapping[str, str]) -> dict[str, int | None]:
    low, high = (_number(form.get(end, "")) for end in ("min", "max"))
    if low is None and high is None:
        raise Refused("type the least, the most, or both")
    if low is not None and high is not None and low > high:
        raise Refused("the least is more than the most")
    return {"min": low, "max": high}


def _whole(_: Field, form: Mapping[str, str]) -> int:
    number = _number(form.get("value", ""))
    if number is None:
        raise Refused("type a whole number")
    return number


def _number(text: str) -> int | None:
    text = text.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and int(text[:9]) <= _MOST):
        raise Refused(f"{text[:20]!r} is no whole number")
    return int(text)


def fill(field: Field, value: Any) -> dict[str, str]:
    """What a form says that gives ``value``."""
    if field.kind is Kind.FIGURE:
        return {end: _typed(value[end]) for end in ("min", "max")}
    if field.kind is Kind.NAMED:
        words, term = (_typed(value[part]) for part in field.parts)
        return {"value": words, "term": term}
    if field.kind is Kind.PEOPLE:
        told = {key: _typed(value[key]) for key in ("age", "nationality")}
        legal = ", ".join(value["legal"] or ())
        return {"value": _typed(value["name"]), **told, "legal": legal}
    return {"value": _typed(value)}


def _typed(part: Any) -> str:
    return "" if part is None else str(part)


_READERS: Mapping[Kind, Callable[[Field, Mapping[str, str]], Any]] = {
    Kind.TEXT: _text,
    Kind.TERM: _choice,
    Kind.DAY: _date,
    Kind.COUNTRY: _country,
    Kind.NUMBER: _whole,
    Kind.FIGURE: _range,
    Kind.NAMED: _named,
    Kind.PEOPLE: _person,
}


@cache
def groups() -> tuple[str, ...]:
    """The canonical names of groups."""
    return tuple(sorted({entry.name for entry in _gazetteer.load("groups").values()}))


def places(name: str, most: int = 8) -> list[dict[str, str]]:
    """Places of the gazetteer called ``name``, the largest first."""
    key = fold(name[:LONGEST])
    named = {option.place for option in _places_table.named(key)}
    found = sorted(named, key=lambda place: (-place.population, place.id))
    return [
        {"name": p.name, "country": p.country, "kind": p.kind, "note": _where(p)}
        for p in found[:most]
    ]


def _where(place: _places_table.Place) -> str:
    within = _places_table.place(place.admin1) if place.admin1 else None
    country = written.countries().get(place.country, place.country)
    return ", ".join(
        part for part in (place.kind, within.name if within else "", country) if part
    )
