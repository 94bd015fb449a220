"""The first law: a value that its quotes do not bear out is dropped, and counted.

Each check reads the quote anew, with patterns of its own, and knows nothing of how the
value was found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extractors import _gazetteer
from pipeline.records import Citation, Incident, Range, Report, Suspects


@dataclass(frozen=True, slots=True)
class Drop:
    """A value that was left out, with why."""

    field: str
    value: str
    reason: str


Quotes = Sequence[Citation]
_MONTHS = ("jan feb mar apr may jun jul aug sep oct nov dec").split()
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve"
    " thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
).split()
_STEMS = {
    "killed": r"kill|dead|die[ds]?\b|death|fatal|li[fv]es|slain|slaughter|murder|massacre"
    r"|shot|assassinat|casualt|execut|behead|victim|toll|bod(?:y|ies)|perish|stabbed|left",
    "injured": r"injur|wound|hurt|hospital|shot|casualt|burn|maim|treated",
    "casualties": r"casualt|victim|killed (?:and|or)|dead (?:and|or)|toll",
}
_LEGAL = {
    "arrested": r"arrest|detain|custody|captur|seiz|held|apprehend|raid|nabbed|round|jail",
    "charged": r"charg|indict|accus|arraign|prosecut",
    "convicted": r"convict|guilty|sentenc|jail|imprison|life|prison",
    "acquitted": r"acquit|clear|not guilty",
    "released": r"releas|freed|bail|let go",
    "deported": r"deport|expel|expuls",
    "charges_dropped": r"drop|dismiss|withdr|no indictment",
    "executed": r"execut|hang",
    "killed": r"kill|dead|die|shot",
}
_LINK_CUES = {
    "claimed": r"claim|responsib|admit|boast",
    "denied": r"den(?:y|ie)|not|no\b",
    "inspired": r"inspir|sympathi|support|pledge|allegian|follower",
}
_NONE = re.compile(
    r"\b(?:no one|nobody|none|no (?:casualt|injur|death|fatalit|victim)\w*)\b", re.I
)


def supported(incident: Incident, report: Report) -> tuple[Incident, tuple[Drop, ...]]:
    """``incident`` without what its quotes do not bear out, and what went."""
    drops: list[Drop] = []
    verbatim = [
        c for c in incident.citations if report.text[c.start : c.end] == c.quote
    ]

    def quotes(field: str) -> list[Citation]:
        return [c for c in verbatim if c.field.split("[")[0] == field]

    def keep(field: str, values: Iterable, bears: Callable) -> tuple:  # type: ignore[type-arg]
        kept = []
        for value in values:
            if bears(value, quotes(field)):
                kept.append(value)
            else:
                drops.append(Drop(field, str(value), "not borne out by its quotes"))
        return tuple(kept)

    def one(field: str, value, bears):  # type: ignore[no-untyped-def]
        return next(
            iter(keep(field, [value] if value is not None else [], bears)), None
        )

    date = one("date", incident.date, lambda v, q: _date(v, q, report))
    checked = replace(
        incident,
        date=date,
        date_basis=incident.date_basis if date else None,
        countries=keep("countries", incident.countries, _country),
        places=keep("places", incident.places, _words),
        targets=keep("targets", incident.targets, lambda t, q: _words(t.text, q)),
        weapons=keep("weapons", incident.weapons, lambda w, q: _words(w.text, q)),
        groups=keep("groups", incident.groups, _group),
        attack_types=keep("attack_types", incident.attack_types, lambda v, q: bool(q)),
        legal=keep("legal", incident.legal, _stem(_LEGAL)),
        killed=one("killed", incident.killed, _toll("killed")),
        injured=one("injured", incident.injured, _toll("injured")),
        casualties=one("casualties", incident.casualties, _toll("casualties")),
        suspects=_suspects(incident.suspects, keep),
    )
    return replace(checked, citations=_needed(checked, verbatim)), tuple(drops)


def _needed(incident: Incident, citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Citations of the fields that still have a value."""
    return tuple(
        c
        for c in citations
        if getattr(incident, c.field.split("[")[0], None) not in (None, ())
    )


def _words(value: str, quotes: Quotes) -> bool:
    return any(value.casefold() in c.quote.casefold() for c in quotes)


def _date(value: str, quotes: Quotes, report: Report) -> bool:
    """Each part of the date is printed, or the citation says what it was counted from."""
    for part in re.sub(r"[~?%]", "", value).split("/"):
        if not any(_date_part(part, c, report) for c in quotes):
            return False
    return True


def _date_part(part: str, citation: Citation, report: Report) -> bool:
    text = citation.quote.casefold()
    basis = citation.derived_from or ""
    span = re.search(r"at (\d+):(\d+)$", basis)
    leaned = (
        text + " " + report.text[int(span[1]) : int(span[2])].casefold()
        if span
        else text
    )
    year, month, day = (*part.split("-"), None, None)[:3]
    year_printed = (
        year in leaned
        or bool(re.search(rf"(?<!\d){year[2:]}(?!\d)", leaned))
        or (year[:3] in leaned and part.endswith("X"))
    )
    month_printed = (
        month is None
        or bool(
            re.search(rf"\b{_MONTHS[int(month) - 1]}", leaned)
            if int(month) <= 12
            else re.search(r"spring|summer|autumn|fall|winter", leaned)
        )
        or bool(re.search(rf"(?<!\d)0?{int(month)}(?!\d)", leaned))
    )
    day_printed = day is None or bool(re.search(rf"(?<!\d)0?{int(day)}(?!\d)", leaned))
    if basis:
        return day_printed or bool(_RELATIVE.search(leaned))
    return year_printed and (
        (month_printed and day_printed) or bool(_NAMED_DAY.search(leaned))
    )


_NAMED_DAY = re.compile(
    r"christmas|easter|new year|good friday|boxing|9/11|\beve\b|holiday"
)
_RELATIVE = re.compile(
    r"day\b|week|month|year|ago|later|earlier|last|next|morning|evening|night|tonight"
    r"|following|previous|before|after|same|christmas|easter|eve\b"
)


@cache
def _country_names() -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for entry in _gazetteer.load("nationalities").values():
        code = str(entry.fields.get("iso") or "")
        more = entry.fields.get("country_names", [])
        names[code] = (*names.get(code, ()), entry.name, *entry.aliases, *more)
    return names


def _country(code: str, quotes: Quotes) -> bool:
    if any(c.derived_from for c in quotes):
        return True
    return any(_names_country(code, c.quote) for c in quotes)


def _names_country(code: str, quote: str) -> bool:
    folded = quote.casefold()
    return any(name.casefold() in folded for name in _country_names().get(code, ()))


def _group(group, quotes: Quotes) -> bool:  # type: ignore[no-untyped-def]
    cue = _LINK_CUES.get(group.link)
    return any(
        _names_group(group.name, c.quote)
        and (cue is None or re.search(cue, c.quote, re.IGNORECASE))
        for c in quotes
    )


@cache
def _group_names() -> dict[str, tuple[str, ...]]:
    return {
        entry.name: (entry.name, *entry.aliases, *entry.fields.get("ambiguous", ()))
        for entry in _gazetteer.load("groups").values()
    }


def _names_group(name: str, quote: str) -> bool:
    folded = _squeeze(quote)
    return any(_squeeze(alias) in folded for alias in _group_names().get(name, (name,)))


def _squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _stem(stems: dict[str, str]) -> Callable[[str, Quotes], bool]:
    def bears(value: str, quotes: Quotes) -> bool:
        return any(re.search(stems[value], c.quote, re.IGNORECASE) for c in quotes)

    return bears


def _toll(field: str) -> Callable[[Range, Quotes], bool]:
    """The number, or numbers that add up to it, beside a word of killing or wounding."""

    def bears(value: Range, quotes: Quotes) -> bool:
        said = " … ".join(c.quote for c in quotes)
        if not re.search(_STEMS[field], said, re.IGNORECASE):
            return False
        if 0 in (value.min, value.max):
            return bool(_NONE.search(said))
        return all(_number(end, said) for end in {value.min, value.max} - {None})

    return bears


def _number(value: int | None, text: str) -> bool:
    """Whether ``text`` prints ``value``, a bound next to it, or parts that sum to it."""
    if value is None:
        return True
    printed = _printed(text)
    near = {value, value - 1, value + 1} if value > 1 else {value}
    if near & set(printed) or value == 1:
        return True
    sums = {0}
    for number in printed[:12]:
        sums |= {s + number for s in sums if s + number <= value}
    return value in sums or any(
        re.search(word, text, re.IGNORECASE)
        for word, least in (("dozens", 24), ("scores", 40), ("hundreds", 200))
        if value == least
    )


def _printed(text: str) -> list[int]:
    digits = [
        int(n.replace(",", "")) for n in re.findall(r"\d[\d,]*", text) if len(n) < 12
    ]
    words = re.findall(r"[a-z]+", text.casefold())
    spelled = [_NUMBERS.index(w) for w in words if w in _NUMBERS]
    tens = ("twenty thirty forty fifty sixty seventy eighty ninety").split()
    for n, word in enumerate(words):
        if word in tens:
            unit = words[n + 1] if n + 1 < len(words) else ""
            more = _NUMBERS.index(unit) if unit in _NUMBERS[1:10] else 0
            spelled.append(10 * (tens.index(word) + 2) + more)
        if word == "dozen":
            before = words[n - 1] if n else "a"
            spelled.append(12 * (_NUMBERS.index(before) if before in _NUMBERS else 1))
        if word == "hundred":
            before = words[n - 1] if n else "a"
            spelled.append(100 * (_NUMBERS.index(before) if before in _NUMBERS else 1))
    return digits + spelled


def _suspects(suspects: Suspects, keep: Callable) -> Suspects:  # type: ignore[type-arg]
    ends = {suspects.count_min, suspects.count_max} - {None}
    counted = keep("suspects", ends, lambda v, q: any(_number(v, c.quote) for c in q))
    whole = len(counted) == len(ends)
    return Suspects(
        suspects.count_min if whole else None,
        suspects.count_max if whole else None,
        keep(
            "suspects",
            suspects.nationalities,
            lambda v, q: any(_names_country(v, c.quote) for c in q),
        ),
        keep(
            "suspects",
            suspects.ages,
            lambda v, q: any(re.search(rf"(?<!\d){v}(?!\d)", c.quote) for c in q),
        ),
        keep("suspects", suspects.names, _words),
    )
