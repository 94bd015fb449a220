"""Values that a stranger puts into records, each wrong by codebook and text.

Nothing is decided by asking the check. Where two coders could differ (an attributed
group that is linked, a charge beside a conviction), nothing is tried.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from random import Random
from typing import Any

from incidents.pipeline.records import (
    TARGET_CATEGORIES,
    WEAPON_CATEGORIES,
    Citation,
    Incident,
    Range,
    Report,
)
from tests.pipeline.assemble.alterations import (
    Altered,
    cited,
    elements,
    put,
)

FIGURES = ("killed", "injured", "casualties", "hostages")
NAMES = ("places", "targets", "suspects.names")
#: A run of words with one of these between others names nothing.
_VERBS = frozenset(
    "said was were had has have been killed told arrested claimed exploded added "
    "according when while because after before during wounded injured".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_DAY = re.compile(
    r"\b(\d{1,2}) (January|February|March|April|May|June|July|August|September|October"
    r"|November|December),? ((?:19|20)\d\d)\b"
)
_MONTHS = (
    "January February March April May June July August September October November "
    "December"
).split()
#: Links that no reader takes for one another, and what must not stand beside them.
_OTHER_LINKS = {
    "claimed": ("inspired", "denied", "directed"),
    "directed": ("inspired", "denied", "claimed"),
    "attributed": ("claimed", "inspired", "denied", "directed"),
    "linked": ("claimed", "denied", "inspired"),
    "inspired": ("claimed", "directed", "denied", "attributed"),
    "alleged": ("claimed", "inspired", "directed"),
    "denied": ("claimed", "attributed", "linked", "inspired"),
}
_OTHER_OUTCOMES = {
    "completed": ("failed", "foiled", "abandoned"),
    "failed": ("abandoned",),
    "foiled": ("completed", "abandoned"),
    "abandoned": ("completed",),
    "unknown": ("completed", "abandoned"),
}
#: Steps that need not stand beside the others, and words that could mean them.
_APART = {
    "acquitted": r"acquit|clear|not guilty|overturn|quash",
    "deported": r"deport|expel|expul|extradit|transfer|hand",
    "executed": r"execut|hang|put to death|shot|kill",
    "charges_dropped": r"drop|dismiss|discontinu|withdr",
    "released": r"releas|free|bail|let go|parole|exchang|swap|escap",
}


def altered(
    incident: Incident, report: Report, others: list[Incident]
) -> Iterator[Altered]:
    """Every strange value for ``incident``; ``others`` are the report's records."""
    random = Random(f"strange {report.doc_id} {incident.incident_id}")
    others = [o for o in others if o != incident]
    for field, value in elements(incident):
        quotes = [c.quote for c in cited(incident, field)]
        if quotes:
            for family, new in _values(field, value, incident, quotes, others, random):
                changed = put(incident, field, value, new)
                yield Altered(family, (field, new), changed, report)
    yield from _added(incident, report, others, random)


def _values(
    field: str,
    value: Any,
    incident: Incident,
    quotes: list[str],
    others: list[Incident],
    random: Random,
) -> Iterator[tuple[str, Any]]:
    """Other values in the place of one, with its own citations."""
    if field in ("targets", "weapons"):
        every = TARGET_CATEGORIES if field == "targets" else WEAPON_CATEGORIES
        listed = getattr(incident, field)
        for category in random.sample([*every[:-2]], 4):
            new = replace(value, category=category)
            if new not in listed and value.category not in ("other", "unknown"):
                yield f"{field[:-1]} category", new
    if field in NAMES:
        wrong = (*_runs(quotes, random), *_of_other_role(field, incident, quotes))
        for words in wrong:
            named = replace(value, text=words) if field == "targets" else words
            yield f"{field.split('.')[-1]}: other words", named
    elif field == "groups":
        for link in _OTHER_LINKS[value.link]:
            yield "link rotated", replace(value, link=link)
    elif field == "date":
        yield from (("date of another mention", d) for d in _days(value, quotes))
        for other in others:
            if _apart(other.date, value):
                yield "date of another record", other.date
    elif field == "incident_type":
        yield from (("another type", t) for t in _other_types(value, incident))
    elif field == "outcome":
        harm = any(f and f.min for f in (incident.killed, incident.injured))
        for outcome in _OTHER_OUTCOMES[value]:
            if outcome != "failed" or harm:
                yield "another outcome", outcome
    elif field == "assertion":
        stances = {"asserted": ("denied",), "denied": ("asserted",)}
        yield from (("another stance", s) for s in stances.get(value, ()))
    elif field == "legal":
        said = " ".join(quotes).casefold()
        left = [s for s in _APART if s not in incident.legal]
        left = [s for s in left if not re.search(_APART[s], said)]
        yield from (("another legal step", s) for s in left[:2])
    elif field in FIGURES:
        yield from _figures(field, value, incident, quotes, others)
    elif field == "suspects.count":
        for n in _numbers(quotes, incident)[:3]:
            yield "another number of the quote", (n, n)


def _added(
    incident: Incident, report: Report, others: list[Incident], random: Random
) -> Iterator[Altered]:
    """Values of another record where this one has none, cited as the incident is."""
    quotes = cited(incident, "incident_type")
    if not quotes:
        return
    own = {g.name for g in incident.groups}
    for group in {g for o in others for g in o.groups if g.name not in own}:
        changed = replace(
            incident,
            groups=(*incident.groups, group),
            citations=(*incident.citations, *_as(quotes, "groups", incident)),
        )
        yield Altered("group of another record", ("groups", group), changed, report)
    places = {p for o in others for p in o.places} - {*incident.places}
    apart = [p for p in sorted(places) if not _within(p, incident)]
    for place in random.sample(apart, min(2, len(apart))):
        changed = replace(
            incident,
            places=(*incident.places, place),
            citations=(*incident.citations, *_as(quotes, "places", incident)),
        )
        yield Altered("place of another record", ("places", place), changed, report)
    for field in ("killed", "injured"):
        if getattr(incident, field) is None:
            for figure in {getattr(o, field) for o in others} - {None, Range(0, 0)}:
                changed = replace(
                    incident,
                    **{field: figure},
                    citations=(*incident.citations, *_as(quotes, field, incident)),
                )
                family = "figure of another record"
                yield Altered(family, (field, figure), changed, report)


def _as(quotes: list[Citation], field: str, incident: Incident) -> list[Citation]:
    """The citations made out for ``field``."""
    listed = getattr(incident, field)
    path = f"{field}[{len(listed)}]" if isinstance(listed, tuple) else field
    return [replace(q, field=path, derived_from=None) for q in quotes]


def _within(place: str, incident: Incident) -> bool:
    """Whether the record tells of the place in other words."""
    told = (*incident.places, *(t.text for t in incident.targets))
    return any(place in t or t in place for t in told)


def _runs(quotes: list[str], random: Random) -> list[str]:
    """Two runs of words of the quotes that name nothing: a verb inside each."""
    found = []
    for quote in quotes:
        words = [*_WORD.finditer(quote)]
        for (one, two), three in zip(pairwise(words), words[2:], strict=False):
            run = quote[one.start() : three.end()]
            inside = two[0] in _VERBS and one[0].islower() and three[0].islower()
            if inside and not re.search(r"[,.;:\n\t]", run):
                found.append(run)
    return random.sample(found, min(2, len(found)))


def _of_other_role(field: str, incident: Incident, quotes: list[str]) -> list[str]:
    """What the quotes name in another role: a weapon, a suspect, a target."""
    roles = {
        "targets": [w.text for w in incident.weapons],
        "suspects.names": [t.text for t in incident.targets],
        "places": [w.text for w in incident.weapons],
    }
    roles["targets"] += incident.suspects.names
    roles["places"] += incident.suspects.names
    roles["suspects.names"] += incident.places
    named = [v for f, v in elements(incident) if f == field]
    own = [v if isinstance(v, str) else v.text for v in named]
    return [
        words
        for words in roles[field]
        if any(words in q for q in quotes)
        and not any(words in o or o in words for o in own)
    ][:2]


def _figures(
    field: str,
    value: Range,
    incident: Incident,
    quotes: list[str],
    others: list[Incident],
) -> Iterator[tuple[str, Range]]:
    own = {getattr(incident, f) for f in FIGURES if hasattr(incident, f)}
    for other in others:
        theirs = getattr(other, field)
        if theirs and theirs not in own and not _overlaps(theirs, value):
            yield "figure of another record", theirs
        both = _sum(value, theirs)
        if both and both not in own:
            yield "sum with another record", both
    if field in ("killed", "injured"):
        other_field = {"killed": "injured", "injured": "killed"}[field]
        harmed = [f for f in (getattr(incident, other_field),) if f]
        both = _sum(value, *harmed) if harmed else None
        if both and both not in own:
            yield "killed and injured added up", both
        held = getattr(incident, "hostages", None)
        if held and not any(_overlaps(held, f) for f in (value, *harmed)):
            yield "hostages as killed or injured", held
        for n in _numbers(quotes, incident)[:3]:
            yield "another number of the quote", Range(n, n)


def _other_types(value: str, incident: Incident) -> list[str]:
    """A failed attack may be called a foiled plot, and arrests stop a plot."""
    if value == "attack":
        return ["plot"] if incident.outcome == "completed" else []
    if value == "plot":
        return [] if incident.outcome == "failed" else ["attack"]
    return ["attack", "plot"]


def _sum(one: Range | None, other: Range | None) -> Range | None:
    """Of two exact figures, both above 0."""
    if not one or not other or None in (one.min, one.max, other.min, other.max):
        return None
    if one.min != one.max or other.min != other.max or not one.min or not other.min:
        return None
    return Range(one.min + other.min, one.min + other.min)


def _overlaps(one: Range, other: Range) -> bool:
    lows = [r.min if r.min is not None else 0 for r in (one, other)]
    highs = [r.max if r.max is not None else 10**9 for r in (one, other)]
    return max(lows) <= min(highs)


def _numbers(quotes: list[str], incident: Incident) -> list[int]:
    """Numbers printed in the quotes that are none of the record's figures."""
    own = {10**9}
    for name in (*FIGURES, "suspects"):
        figure = getattr(incident, name, None)
        for end in ("min", "max", "count_min", "count_max"):
            own.add(getattr(figure, end, None) or 0)
    own |= {*incident.suspects.ages}
    printed = (int(n) for q in quotes for n in re.findall(r"(?<![\w.,])\d{1,3}\b", q))
    near = {n + d for n in own for d in (-1, 0, 1)}  # "more than 80" is 81
    return [n for n in dict.fromkeys(printed) if n not in near and n > 1]


def _days(value: str, quotes: list[str]) -> list[str]:
    """Full dates printed in the quotes that are not the record's."""
    found = [
        f"{year}-{_MONTHS.index(month) + 1:02}-{int(day):02}"
        for quote in quotes
        for day, month, year in _DAY.findall(quote)
    ]
    return [d for d in dict.fromkeys(found) if _apart(d, value)]


def _apart(one: str | None, other: str) -> bool:
    """Whether two dates cannot be the same day."""
    if not one or not all(re.match(r"\d{4}", d) for d in (one, other)):
        return False
    if "/" in one + other or "~" in one + other:
        return False
    return not one.startswith(other) and not other.startswith(one)
