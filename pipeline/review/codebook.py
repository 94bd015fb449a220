"""What a reviewer typed, checked against the codebook and made a value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from extractors import _gazetteer
from extractors.places import table as _places_table
from extractors.places.names import fold
from pipeline import edtf, records

#: The terms of each field, or of the part of it that has terms.
CHOICES: Mapping[str, tuple[str, ...]] = {
    "incident_type": records.INCIDENT_TYPES,
    "outcome": records.OUTCOMES,
    "date_basis": records.DATE_BASES,
    "assertion": records.ASSERTIONS,
    "attack_types": records.ATTACK_TYPES,
    "legal": records.LEGAL_STEPS,
    "targets": records.TARGET_CATEGORIES,
    "weapons": records.WEAPON_CATEGORIES,
    "groups": records.LINKS,
}
LONGEST = 300
_MOST = 10**7


class Refused(ValueError):
    """What was typed is no value of the field; says what would be."""


def read_value(field: str, form: Mapping[str, str]) -> Any:
    """The value of ``field`` that a form gives.

    Args:
        field: One of ``values.FIELDS``.
        form: ``value``; with ``term`` for objects, ``min`` and ``max`` for ranges.

    Raises:
        Refused: It is none of the codebook's.
    """
    reader = _READERS.get(field)
    if reader is None:
        raise Refused("choose a field")
    return reader(field, form)


def _text(_: str, form: Mapping[str, str]) -> str:
    text = " ".join(form.get("value", "").split())
    if not text:
        raise Refused("type a value")
    if len(text) > LONGEST:
        raise Refused(f"too long: {LONGEST} characters at most")
    return text


def _choice(field: str, form: Mapping[str, str]) -> str:
    return _one_of(CHOICES[field], form.get("value", ""))


def _one_of(terms: tuple[str, ...], given: str) -> str:
    if given not in terms:
        raise Refused(f"choose one of: {', '.join(terms)}")
    return given


def _date(field: str, form: Mapping[str, str]) -> str:
    text = _text(field, form)
    span = edtf.bounds(text)
    if span is None or not re.fullmatch(r"[\d\-/X~?%]+", text):
        raise Refused(
            f"{text!r} is no EDTF date: 2024-03-22, 2022-11, 2023-12~, 2023-22 or"
            " 2024-07-24/2024-07-26"
        )
    if span[0] > span[1]:
        raise Refused(f"{text!r} ends before it begins")
    return text


def _country(field: str, form: Mapping[str, str]) -> str:
    code = _text(field, form).upper()
    if code not in countries():
        raise Refused(f"{code!r} is no ISO 3166-1 code, such as FR")
    return code


def _object(field: str, form: Mapping[str, str]) -> dict[str, str]:
    parts = {"targets": ("text", "category"), "groups": ("name", "link")}
    name, kind = parts.get(field, ("text", "category"))
    term = _one_of(CHOICES[field], form.get("term", ""))
    return {name: _text(field, form), kind: term}


def _range(_: str, form: Mapping[str, str]) -> dict[str, int | None]:
    low, high = (_number(form.get(end, "")) for end in ("min", "max"))
    if low is None and high is None:
        raise Refused("type the least, the most, or both")
    if low is not None and high is not None and low > high:
        raise Refused("the least is more than the most")
    return {"min": low, "max": high}


def _age(_: str, form: Mapping[str, str]) -> int:
    age = _number(form.get("value", ""))
    if age is None:
        raise Refused("type a whole number")
    return age


def _number(text: str) -> int | None:
    text = text.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and int(text[:9]) <= _MOST):
        raise Refused(f"{text[:20]!r} is no whole number")
    return int(text)


_READERS: Mapping[str, Callable[[str, Mapping[str, str]], Any]] = {
    "date": _date,
    "countries": _country,
    "suspects.nationalities": _country,
    "suspects.ages": _age,
    "places": _text,
    "suspects.names": _text,
    **dict.fromkeys(("targets", "groups", "weapons"), _object),
    **dict.fromkeys(("killed", "injured", "casualties", "suspects.count"), _range),
    **dict.fromkeys(
        (
            "incident_type",
            "outcome",
            "date_basis",
            "assertion",
            "attack_types",
            "legal",
        ),
        _choice,
    ),
}


@cache
def countries() -> Mapping[str, str]:
    """The name of each country, by its ISO code."""
    entries = _gazetteer.load("nationalities").values()
    found: dict[str, str] = {}
    for entry in entries:
        if re.fullmatch(r"[A-Z]{2}", entry.id):
            found[entry.id] = entry.name
    return dict(sorted(found.items()))


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
    country = countries().get(place.country, place.country)
    return ", ".join(
        part for part in (place.kind, within.name if within else "", country) if part
    )
