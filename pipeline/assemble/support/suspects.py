"""Suspects: counts beside people, ages as ages, nationalities, names as written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.assemble.support.days import day_spans
from pipeline.assemble.support.evidence import Evidence, Shown, prints
from pipeline.assemble.support.numbers import Ends, Figure, figures
from pipeline.assemble.support.where import names_country

_PEOPLE = re.compile(
    r"\b(?:m[ae]n|wom[ae]n|people|persons?|individuals?|suspects?|members?|gunm[ae]n"
    r"|attackers?|bombers?|nationals?|citizens?|teenagers?|teens?|boys?|girls?|youths?"
    r"|brothers?|sisters?|militants?|fighters?|terrorists?|extremists?|jihadis?t?s?"
    r"|operatives?|plotters?|assailants?|shooters?|perpetrators?|guerrillas?|rebels?"
    r"|insurgents?|students?|soldiers?|cell|affiliates?|supporters?|others?|accused"
    r"|defendants?|detainees?|criminals?|robbers?|hijackers?|kidnappers?|policem[ae]n"
    r"|officers?|migrants?|foreigners?|arrest\w*|detain\w*|charged|convicted|sentenced"
    r"|held|suicide|masked|armed|young|year-old|of (?:them|whom|its|the)|recruits?"
    r"|accomplices?|conspirators?|followers?|activists?|loyalists?|separatists?"
    r"|neo-nazis?"
    r"|islamists?|immigrants?|asylum.seekers?|lorry|couple|pair|drivers?|leaders?"
    r"|radicals?"
    r"|[A-Z]\w+(?:ans?|ians?|is|ese|ish|ks?|chen|een|sh))\b",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Oo]ne|lone|another|his|her|its|this|that)\s(?:[\w’'-]+\s){0,4}?(?:man"
    r"|woman"
    r"|person|individual|suspect|member|gunman|attacker|bomber|national|citizen"
    r"|teenager"
    r"|boy|girl|youth|brother|militant|fighter|terrorist|extremist|jihadi|jihadist"
    r"|operative|plotter|assailant|shooter|perpetrator|driver|policeman|officer|student"
    r"|supporter|convict|defendant|accused|soldier|neo-nazi|lieutenant|leader|white"
    r"|supremacist|loner|engineer|doctor|preacher|convert|[a-z]*year-old|[A-Z]\w+(?:an"
    r"|i|ese"
    r"|ish))\b|\b(?:he|she|him|himself|herself|his|her)\b|\bgunman\b|\battacker\b"
    r"|\b\d{2}-year-old\b|[A-Z]\w+ [A-Z]\w+",
)
_SEVERAL = re.compile(
    r"\s(?:\w+\s){0,2}?(?:men|women|suspects|gunmen|attackers|bombers|nationals"
    r"|citizens"
    r"|individuals|brothers|militants|insurgents|rebels|guerrillas|members|terrorists"
    r"|plotters|assailants|perpetrators"
    r"|[A-Z]\w+(?:ans|is|ish))\b"
)
#: Before a figure of those who were hit, not of those who did it.
_VICTIM = re.compile(
    r"\b(?:kill\w*|wound\w*|injur\w*|murder\w*|shot(?: dead)?|maim\w*"
    r"|stabb\w*)\s(?:(?:at least"
    r"|more than|over|some|about|another|around|and)\s)?$",
    re.IGNORECASE,
)
#: How many words may stand between a count and the people counted.
_REACH = 6
_AGE = re.compile(r"\bage[ds]?\b|year|\bold\b|[,(]\s?$|\b(?:was|of|at)\s+$", re.I)


def counts(
    low: int | None, high: int | None, names: Sequence[str], shown: Shown
) -> bool:
    """Whether the quotes count people as ``low`` to ``high``, or name so many."""
    readings = {r for e in shown for r in _counted(e)}
    if (low, high) in readings or any((low, high) in _sums(e) for e in shown):
        return True
    if (low, high) == (1, 1):
        return any(_alone(e) for e in shown)
    if low == high == len(names) and all(prints(n, shown) for n in names):
        return True
    return bool(
        low is not None
        and high is not None
        and low < high
        and low in {r[0] for r in readings}
        and high in {r[1] for r in readings}
    )


def _alone(one: Evidence) -> bool:
    """Whether one person is spoken of, and no number of suspects."""
    several = any(
        f.number > 1 and not f.article and _SEVERAL.match(one.quote, f.end)
        for f in figures(one.quote)
        if not any(a <= f.start < b for a, b in day_spans(one.quote))
    )
    return _ONE.search(one.quote) is not None and not several


def _sums(one: Evidence) -> set[Ends]:
    """``three Moroccans and two Indians``; ``Kasab and nine other gunmen``."""
    dates = day_spans(one.quote)
    found = [
        f
        for f in figures(one.quote)
        if f.number < 1000 and len(f.readings) == 1 and _peopled(f, one.quote)
        if not _VICTIM.search(one.quote[: f.start])
        if not any(a <= f.start < b for a, b in dates)
    ]
    sums: set[int] = set()
    total = 0
    for a, b in pairwise([f for f in found if not f.article][:8]):
        joint = one.quote[a.end : b.start]
        joined = len(joint.split()) <= 5 and re.search(r",|\band\b", joint)
        total = (total or a.number) + b.number if joined else 0
        sums |= {total} if joined else set()
    more = [f.number + 1 for f in found if re.match(r"\sothers?\b", one.quote[f.end :])]
    return {(n, n) for n in (*more, *sums)}


def _counted(one: Evidence) -> set[Ends]:
    """Readings of figures that stand by people, or in a column of their number."""
    alone = bool(one.lean) and len(one.quote.split()) <= 3
    found = [f for f in figures(one.quote) if not f.article]
    return {
        reading
        for figure in found
        if not any(a <= figure.start < b for a, b in day_spans(one.quote))
        if not _VICTIM.search(one.quote[: figure.start])
        or _SEVERAL.match(one.quote, figure.end)
        if (alone or _peopled(figure, one.quote))
        for reading in figure.readings
    }


def _peopled(figure: Figure, text: str) -> bool:
    """Whether people stand soon after the figure, or just before it."""
    after = " ".join(re.split(r"\s+", text[figure.end :].lstrip())[:_REACH])
    before = " ".join(text[: figure.start].split()[-3:])
    found = _PEOPLE.search(after)
    if found and not re.search(r"[.;:!?]\s", after[: found.start()]):
        return True
    return _PEOPLE.search(before) is not None


def nationality(code: str, shown: Shown) -> bool:
    """Whether a quote has a word for people of the country, or its name."""
    return any(names_country(code, e.whole) for e in shown)


def age(years: int, shown: Shown) -> bool:
    """Whether a quote prints ``years`` as an age."""
    return any(_aged(years, e) for e in shown)


def _aged(years: int, one: Evidence) -> bool:
    column = re.search(r"\bage", one.lean, re.IGNORECASE)
    for figure in figures(one.quote):
        if figure.number == years and not figure.article:
            around = one.quote[max(0, figure.start - 25) : figure.start]
            after = one.quote[figure.end : figure.end + 14]
            if column or _AGE.search(around) or re.match(r"\s?[,)]|[- ]year", after):
                return True
    spelt = rf"(?<!\d){years}(?:-year|\s?years?[ -]old|-(?:and|to))"
    return any(
        re.search(p, one.quote)
        for p in (spelt, rf"\baged?\s.{{0,20}}(?<!\d){years}(?!\d)")
    ) or _spelt_age(years, one.quote)


def _spelt_age(years: int, text: str) -> bool:
    """``nineteen-year-old``."""
    return any(
        f.number == years
        for m in re.finditer(r"\b([A-Za-z]+(?:-[a-z]+)?)-year-old", text)
        for f in figures(m[1])
    )
