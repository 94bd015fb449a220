"""Tolls and hostages: the figure must stand with a word of its own kind."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from itertools import combinations

from pipeline.assemble.support.days import day_spans
from pipeline.assemble.support.evidence import Evidence, Shown, negated
from pipeline.assemble.support.numbers import Ends, Figure, figures
from pipeline.records import Range

_KILL = (
    r"kill\w*|slain|slay\w*|slew|dead|deaths?|died?|dies|dying|fatal(?:ly|ity|ities)"
    r"|murder\w*|massacr\w*|assassinat\w*|execut(?:ed|ions?|ing)|behead\w*|slaughter\w*"
    r"|perish\w*|li[fv]es|toll|bodies|corpses?|gunned down|lynch\w*|drown\w*|lost"
)
_INJURE = (
    r"injur\w*|wound\w*|hurt|hospitali[sz]ed|in hospital|maim\w*|treated|burns?|burned"
    r"|concuss\w*|sickened|serious(?:ly)? (?:condition|ill)"
)
_CASUALTY = r"casualt(?:y|ies)|victims?|struck"
_EITHER = r"shot(?! dead)|shoot\w*|stabb\w*|hit"
_CUE = re.compile(
    rf"\b(?:(?P<both>(?:(?:{_KILL})\W+(?:and|or)\W+(?:{_INJURE})|(?:{_INJURE})\W+or\W+"
    rf"(?:{_KILL}))(?!\W+(?:\w+\W+){{0,3}}?(?:\d|[a-z]+teen\b|two\b|three\b|four\b"
    rf"|five\b"
    r"|six\b|seven\b|eight\b|nine\b|ten\b|eleven\b|twelve\b|twenty|thirty|forty|fifty"
    r"|sixty|dozens|scores|hundreds|one\b)))"
    rf"|(?P<killed>{_KILL}|shot dead)|(?P<injured>{_INJURE})"
    rf"|(?P<casualties>{_CASUALTY})"
    rf"|(?P<either>{_EITHER}))\b",
    re.IGNORECASE,
)
#: For hostages, a word of holding beside those of harm; what police hold is none.
_HOLDING = re.compile(
    rf"\b(?P<hostages>kidnap\w*|abduct\w*|hostages?|captives?|snatch\w*"
    rf"|(?<!police )(?<!troops )(?<!officers )seiz\w*)\b|{_CUE.pattern}",
    re.IGNORECASE,
)
#: What each kind of cue may count.
_COUNTS = {
    "killed": {"killed"},
    "injured": {"injured"},
    "both": {"casualties", "killed", "injured"},
    "casualties": {"casualties", "killed"},
    "either": {"killed", "injured"},
    "hostages": {"hostages"},
}
_NONE = re.compile(
    r"\b(?:no ?(?:one|body)|none|no (?:\w+ )?(?:casualt\w+|injur\w+|deaths?|fatalit\w+"
    r"|victims?|people|loss)|without (?:\w+ )?(?:casualt\w+|injur\w+|kill\w+|hurt\w+"
    r"|loss)"
    r"|unharmed|unhurt|nobody else|(?:not|n['’]t) (?:\w+ )?(?:kill|injure|hurt"
    r"|cause))\b"
    r"|\b0\b|\bzero\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\s(?:\w+[ -]){0,3}?(?:m[ae]n|wom[ae]n|boy|girl|child|civilian|person|driver|baby"
    r"|guard"
    r"|\w*officer|soldier|police\w+|civil servant|passer-?by|bystander|teacher|student"
    r"|priest"
    r"|rabbi|journalist|photographer|worker|citizen|national|tourist|doctor|nurse"
    r"|pilot|mother"
    r"|father|son|daughter|worshipper|passenger|resident|official|judge|diplomat|\w+ist"
    r"|villager|guard|sergeant|leader|militiaman|employee|farmer)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"[,;.!?]\s|\n|\t|\b(?:and|or|but|while|when|after|including)\b", re.I
)
_AGED = re.compile(r"\b(?:(?:man|woman|boy|girl) of|aged?) $")
_CLAUSE_END = re.compile(r"[.;,!?]|\b(?:and|but)\b")
#: A figure with no word of its kind nearer than this counts nothing.
FAR = 45
#: A negated word no farther than this takes the figure with it: nobody is counted.
CLOSE = 9
_Cue = re.Match[str]


def bears(value: Range, field: str, shown: Shown) -> bool:
    """Whether the quotes give ``value`` as the number of ``field``."""
    wanted = (value.min, value.max)
    if wanted == (0, 0):
        return any(_none(field, e) for e in shown)
    readings: set[Ends] = set()
    single = True
    for one in shown:
        found = _counted(field, one)
        given = {r for _, f in found for r in f.readings}
        readings |= given
        single = single and len(found) == 1
        if wanted in given or wanted in _sentence_sums(found):
            return True
    if wanted == (1, 1):
        return any(_single(field, e) for e in shown)
    if single and wanted in _sums(sorted(readings, key=str)):
        return True
    if field == "injured" and any(wanted in _survivors(e) for e in shown):
        return True
    return _spread(wanted, readings)


def _counted(field: str, one: Evidence) -> list[tuple[int, Figure]]:
    """The figures that a word of ``field`` stands with, each with its sentence."""
    text, offset = one.whole, len(one.whole) - len(one.quote)
    cues = _cues(field, text)
    found = [f for f in figures(text) if f.start >= offset and not _dated(f, text)]
    counted = [f for f in found if not f.article or _victim(f, text)]
    ends = [m.start() for m in re.finditer(r"[.!?]\s", text)]
    return [
        (bisect(ends, f.start), f)
        for f in counted
        if _kind(f, cues, counted, text, field)
    ]


def _cues(field: str, text: str) -> list[_Cue]:
    return list((_HOLDING if field == "hostages" else _CUE).finditer(text))


def _sentence_sums(found: list[tuple[int, Figure]]) -> set[Ends]:
    """What the figures of one sentence make together."""
    return {
        total
        for sentence in {s for s, _ in found}
        for total in _sums([f.readings[0] for s, f in found if s == sentence])
    }


def _survivors(one: Evidence) -> set[Ends]:
    """``shot four people, killing one``: three were wounded."""
    dead = {f.number for _, f in _counted("killed", one)}
    shot = [
        f.number
        for f in figures(one.quote)
        if re.search(r"\b(?:shot|stabb\w+)\s(?:\w+ )?$", one.quote[: f.start])
    ]
    left = {n - d for n in shot for d in dead if 0 < d < n}
    return {(n, n) for n in left}


def _dated(figure: Figure, text: str) -> bool:
    """Whether a figure is part of a date, or an age between commas."""
    aged = text[: figure.start].endswith(", ") and text[figure.end :].startswith(",")
    if aged or _AGED.search(text[: figure.start]):
        return True
    return any(a <= figure.start < b for a, b in day_spans(text))


def _victim(figure: Figure, text: str) -> bool:
    """``killed a woman and a man``, not ``a bomb``: people, by the verb or ``and``."""
    if not _PERSON.match(text, figure.end):
        return False
    before = re.search(
        rf"(?:{_KILL}|{_INJURE}|shot|left|and)\s$", text[: figure.start], re.I
    )
    after = re.match(
        r"(?:\s[\w-]+){1,4}?\s(?:and|was|were)\b", text[figure.end :], re.I
    )
    return before is not None or after is not None


def _kind(
    figure: Figure, cues: list[_Cue], others: list[Figure], text: str, field: str
) -> bool:
    """Whether the nearest word of killing or wounding lets ``figure`` count it."""
    costs = [(_cost(figure, c, others, text), c) for c in cues]
    denied = [cost for cost, c in costs if negated(text, c.start())]
    near = [
        (cost, c) for cost, c in costs if cost < FAR and not negated(text, c.start())
    ]
    least = min((cost for cost, _ in near), default=FAR)
    if least == FAR or min(denied, default=FAR) < min(least, CLOSE):
        return False
    best = [c for cost, c in near if cost <= least + 1]
    return any(field in _COUNTS[str(c.lastgroup)] for c in best) and not any(
        _barred(figure, c, text) for c in best
    )


def _barred(figure: Figure, cue: _Cue, text: str) -> bool:
    """``12 were not killed``: the negation stands between figure and word."""
    between = text[figure.end : cue.start()]
    return (
        bool(re.search(r"\b(?:not|never)\b|n['’]t\b", between)) and "," not in between
    )


def _cost(figure: Figure, cue: _Cue, others: list[Figure], text: str) -> int:
    """How far apart they stand, what lies between counted as distance."""
    left, right = min(figure.end, cue.end()), max(figure.start, cue.start())
    if left > right:
        return 0 if cue.start() <= figure.start < cue.end() else 99
    between = text[left:right]
    crossed = sum(left <= o.start and o.end <= right and not o.article for o in others)
    active = figure.end <= cue.start() and _taken(cue, between, others, text)
    stops = len(re.findall(r"[.!?]\s+[A-Z]|\n\s*\n", between))
    return (
        len(between.split())
        + 5 * len(_BREAK.findall(between))
        + 8 * crossed
        + 20 * stops
        + FAR * active
    )


def _taken(cue: _Cue, between: str, others: list[Figure], text: str) -> bool:
    """``two bombs killed six``: the verb has a figure of its own behind it."""
    if re.search(r"\b(?:were|was|are|is|been|be|being|left)\b", between):
        return False
    behind = [text[cue.end() : o.start] for o in others if o.start >= cue.end()]
    return any(len(b.split()) <= 3 and not _BREAK.search(b + " ") for b in behind[:1])


def _sums(readings: Sequence[Ends]) -> set[Ends]:
    """What two, three or four of the figures make together."""
    exact = [r for r in readings if r[0] is not None][:6]
    sums: set[Ends] = set()
    for size in range(2, min(4, len(exact)) + 1):
        for some in combinations(exact, size):
            low = sum(r[0] or 0 for r in some)
            open_ended = any(r[1] is None for r in some)
            sums.add((low, None if open_ended else sum(r[1] or 0 for r in some)))
    return sums


def _spread(wanted: Ends, readings: set[Ends]) -> bool:
    """Whether two statements that differ make the range."""
    low, high = wanted
    if low is None or high is None or low >= high:
        return False
    return low in {r[0] for r in readings} and high in {r[1] for r in readings}


def _single(field: str, one: Evidence) -> bool:
    """Whether somebody is said to be killed or wounded, and no number with it."""
    text = one.whole
    found = [f for f in figures(text) if not f.article and not _dated(f, text)]
    cues = [c for c in _cues(field, text) if not negated(text, c.start())]
    several = [f for f in found if f.number != 1]
    nearest = [
        min(cues, key=lambda c: _cost(f, c, found, text)) for f in several if cues
    ]
    counting = [
        c
        for f, c in zip(several, nearest, strict=False)
        if _cost(f, c, found, text) <= 12
    ]
    return any(
        field in _COUNTS[str(c.lastgroup)]
        and c not in counting
        and not _several(text, c)
        for c in cues
    )


def _several(text: str, cue: _Cue) -> bool:
    """``people were killed``, ``killed civilians``: more than one."""
    before = _BREAK.split(text[max(0, cue.start() - 25) : cue.start()])[-1]
    after = _BREAK.split(text[cue.end() : cue.end() + 25])[0]
    around = f"{before} {after}"
    return bool(
        re.search(
            r"\b(?:were|people|civilians|others|many|several|dozens)\b", around, re.I
        )
    )


def _none(field: str, one: Evidence) -> bool:
    """Whether nobody is said to be killed or wounded, up to the end of the clause."""
    text = one.whole
    for none in _NONE.finditer(text):
        stop = _CLAUSE_END.search(text, none.end())
        clause = text[none.start() : stop.start() if stop else len(text)]
        cues = {str(c.lastgroup) for c in _CUE.finditer(clause)}
        if (cues and field == "casualties") or any(field in _COUNTS[c] for c in cues):
            return True
        if "casualties" in cues and field == "injured":
            return True
    return False
