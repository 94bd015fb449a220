"""Records in the columns and codes of another data set, as a data file tells them.

``codebooks/<name>.toml`` has for each column what fills it: a verb of this module and
what it is about, such as ``code targets 0``. What no column takes is a loss.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from incidents.pipeline.export.bundle import Event
from incidents.pipeline.export.coder import Coder, book
from incidents.pipeline.export.facts import holds
from incidents.pipeline.fields import BY_NAME
from incidents.pipeline.kinds import Kind, words

Verb = Callable[..., Any]


def fill(coder: Coder) -> dict[str, Any]:
    """What stands in each column; the coder's losses are complete after it."""
    row = {}
    for column, told in coder.book["columns"].items():
        verb, *about = told.split() or [""]
        row[column] = _VERBS[verb](coder, column, *about) if verb else None
    coder.losses += coder.unsaid()
    return row


def _text(coder: Coder, column: str, field: str, number: str = "0") -> str | None:
    value = coder.value(field, number)
    return None if value is None else words(BY_NAME[field].kind, value)


def _all(coder: Coder, column: str, field: str) -> str | None:
    kind = BY_NAME[field].kind
    return "; ".join(words(kind, v) for v in coder.values(field)) or None


def _coded(coder: Coder, column: str, part: int, field: str, number: str) -> Any:
    """The data set's code, or its name, for a term of ours."""
    value = coder.value(field, number)
    if value is None:
        return None
    kind, parts = BY_NAME[field].kind, BY_NAME[field].parts
    term = value[parts[1]] if kind is Kind.NAMED else value
    code, name, *why = coder.book["codes"][field].get(term) or (None, None, "no code")
    if why:
        coder.coarsened(column, field, value, name, why[0])
    return (code, name)[part]


def _number(coder: Coder, column: str, field: str) -> Any:
    """One number for a figure: the least, else the most."""
    value = coder.value(field)
    if value is None:
        return None
    low, high = value["min"], value["max"]
    number = low if low is not None else high
    if low != high:
        coder.coarsened(column, field, value, number, "one number for a range")
    return number


def _toll(coder: Coder, column: str, end: str, field: str) -> Any:
    """The lowest, best or highest number of an event, or the ends of a record's."""
    value = coder.value(field)
    if isinstance(coder.unit, Event):
        return coder.unit.row["tolls"].get(field, {}).get(end)
    low, high = (value or {}).get("min"), (value or {}).get("max")
    known = [n for n in (low, high) if n is not None]
    if not known:
        return None
    return {"low": known[0], "best": known[0], "high": known[-1]}[end]


def _year(coder: Coder, column: str) -> int | None:
    days = coder.unit.dated
    if days is None or days.first.year != days.last.year:
        return None
    return days.first.year


def _part_of_day(coder: Coder, column: str, part: str) -> int:
    """Month or day of the month; 0 where the date leaves it open."""
    days = coder.unit.dated
    if days is None or (days.first.year, days.first.month) != (
        days.last.year,
        days.last.month,
    ):
        return 0
    if part == "month":
        return days.first.month
    return days.first.day if days.days == 1 else 0


def _vague(coder: Coder, column: str) -> str | None:
    days, value = coder.unit.dated, coder.value("date")
    exact = days is not None and days.precision == "day" and not days.about
    return None if exact else value


def _day(coder: Coder, column: str, which: str) -> str | None:
    days, value = coder.unit.dated, coder.value("date")
    if days is None:
        return None
    middle = days.first + (days.last - days.first) / 2
    told = {"first": days.first, "middle": middle, "last": days.last}[which]
    if days.days > 1 and which == "middle":
        coder.coarsened(column, "date", value, told, "the middle of the days it may be")
    return told.isoformat()


def _date_precision(coder: Coder, column: str, of: str) -> int | None:
    days = coder.unit.dated
    return None if days is None else {"ucdp": days.ucdp, "acled": days.acled}[of]


def _country(coder: Coder, column: str, key: str) -> Any:
    code = coder.home()
    if not code:
        return None
    found = book("countries").get(code, {}).get(key)
    if found is None:
        why = f"no {key} of this country is known here"
        coder.coarsened(column, "countries", code, "", why)
    return found


def _place(coder: Coder, column: str, key: str) -> Any:
    """Something of the place that the record or event is drawn at."""
    place = coder.unit.place
    if place is None:
        return None
    for n, name in enumerate(coder.unit.of("places")):
        if name == place.name:
            coder.value("places", str(n))
    point = place.is_point
    told: dict[str, Callable[[], Any]] = {
        "name": lambda: place.name if place.kind != "country" else None,
        "city": lambda: place.name if place.ucdp in (1, 2) else None,
        "admin1": lambda: place.admin1 if place.ucdp != 4 else place.known_as,
        "lat": lambda: place.lat if point else None,
        "lon": lambda: place.lon if point else None,
        "wkt": lambda: f"POINT ({place.lon} {place.lat})" if point else None,
        "priogrid": lambda: priogrid(place.lat or 0, place.lon or 0) if point else None,
        "evidence": lambda: place.evidence,
        "ucdp": lambda: place.ucdp,
        "acled": lambda: place.acled,
        "near": lambda: int(place.ucdp == 2),
    }
    return told[key]()


def _precision(coder: Coder, column: str) -> Any:
    """A data set's own precision, by UCDP's."""
    place = coder.unit.place
    return coder.book["precision"].get(str(place.ucdp if place else None))


def _rule(coder: Coder, column: str, name: str, key: str) -> Any:
    """What the first rule that holds sets, with the country and group put in."""
    for rule in coder.book["rules"][name]:
        if holds(rule["when"], coder.known):
            for field in rule.get("says", ()):
                coder.values(field)
            told = rule["set"].get(key)
            return _filled(coder, told) if isinstance(told, str) else told
    return None


def _filled(coder: Coder, told: str) -> Any:
    """What a rule sets, with what it names in brackets put in."""
    country = book("countries").get(coder.home(), {})
    regions = coder.book.get("regions", {})
    region = regions.get(str(country.get("gtd_region")))
    if told == "{gw}":
        return country.get("gw")
    if told == "{group}":
        return _group(coder, "", "0")
    if told == "{region}":
        return region
    return told.replace("{country}", country.get("name", "unknown"))


def _group(coder: Coder, column: str, number: str) -> str | None:
    """A group that did it, or is said to; one that is cleared is none."""
    held = [n for n, g in enumerate(coder.unit.of("groups")) if g["link"] != "denied"]
    if int(number) >= len(held):
        return None
    group = coder.value("groups", str(held[int(number)]))
    if group["link"] in coder.book.get("coarse_links", ()):
        why = "that it was no more than this has no code"
        coder.coarsened(column, "groups", group, group["name"], why)
    return str(group["name"])


def _link(coder: Coder, column: str, table: str, number: str) -> Any:
    held = [g for g in coder.unit.of("groups") if g["link"] != "denied"]
    if int(number) >= len(held):
        return None
    return coder.book["links"][table].get(held[int(number)]["link"])


def _source(coder: Coder, column: str, key: str, number: str = "") -> Any:
    """Of the documents that tell it: title, publisher, day, address."""
    unit = coder.unit
    told = unit.told if isinstance(unit, Event) else (unit,)
    rows = list({t.row["doc_id"]: t.document for t in told}.values())
    if key == "count":
        return len(rows)
    if key == "reference":
        parts = ("title", "publisher", "published", "url")
        made = [", ".join(str(r[p]) for p in parts if r.get(p)) for r in rows]
    else:
        made = [str(r[key]) for r in rows if r.get(key)]
    if number:
        return made[int(number)] if int(number) < len(made) else None
    return "; ".join(dict.fromkeys(made)) or None


def _quote(coder: Coder, column: str) -> str | None:
    """The words that tell of it first."""
    unit = coder.unit
    told = unit.told[0] if isinstance(unit, Event) else unit
    quotes = (c.get("quote") for v in told.values for c in v.citations)
    return next((str(q) for q in quotes if q), None)


def _is(coder: Coder, column: str, text: str) -> str:
    return text


def _id(coder: Coder, column: str) -> str:
    return coder.unit.id


def _code(coder: Coder, column: str, field: str, number: str = "0") -> Any:
    return _coded(coder, column, 0, field, number)


def _name(coder: Coder, column: str, field: str, number: str = "0") -> Any:
    return _coded(coder, column, 1, field, number)


def priogrid(lat: float, lon: float) -> int:
    """The cell of PRIO-GRID, half a degree wide, counted from the south-west.

    >>> priogrid(-90, -180), priogrid(51.17, 7.08)
    (1, 203415)
    """
    row = min(math.floor((lat + 90) * 2), 359)
    column = min(math.floor((lon + 180) * 2), 719)
    return row * 720 + column + 1


_VERBS: Mapping[str, Verb] = {
    "all": _all,
    "code": _code,
    "country": _country,
    "date_precision": _date_precision,
    "group": _group,
    "id": _id,
    "is": _is,
    "link": _link,
    "name": _name,
    "number": _number,
    "on": _day,
    "part": _part_of_day,
    "place": _place,
    "precision": _precision,
    "quote": _quote,
    "rule": _rule,
    "source": _source,
    "text": _text,
    "toll": _toll,
    "vague": _vague,
    "year": _year,
}
