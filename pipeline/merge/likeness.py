"""How like two records are to tell of one event: a list of features, weighed.

A feature is a small function that says in words what it sees of two records; what its
words count for stands in ``weights.toml``. Adding one is a function and its name in
``FEATURES``. None of them looks at any third record, so that a new report changes
nothing of what is said of two others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from incidents.pipeline import edtf
from incidents.pipeline.merge.marks import Marks
from incidents.pipeline.merge.nearness import (
    elsewhere,
    gap,
    inside,
    kilometres,
    same_but_year,
)
from incidents.pipeline.merge.rarity import alike, rare

Feature = Callable[[Marks, Marks], Iterator[str]]

#: Days of a month and of a year at most, and kilometres within which places are one.
_MONTH, _YEAR, _NEAR = 31, 366, 30.0
#: Days between two reports of one event, from its first day to its trial.
_LAGS = (0, 1, 3, 7, 14, 30, 90, 365)
#: Days between an event and a report that tells it as news.
_NEWS = 5
#: A toll from which on it is no chance that two events have the same.
_LARGE = 10
#: Marks from which on more say no more.
_MANY = 5
#: What tells one event from another.
_TELLING = frozenset(
    f"{said} {mark}"
    for said in ("same", "other")
    for mark in ("day", "place", "target", "suspect", "group", "toll", "names")
)


def likeness(a: Marks, b: Marks) -> frozenset[str]:
    """What speaks for and against the two telling of one event, in words."""
    seen = {"always"}.union(*(feature(a, b) for feature in FEATURES))
    return frozenset(seen.union(_together(seen)))


def _together(seen: set[str]) -> Iterator[str]:
    for said in ("same", "other"):
        count = sum(sign.startswith(f"{said} ") for sign in seen & _TELLING)
        yield f"{min(count, _MANY)} marks {said}"
    for one, other in _BOTH:
        if one in seen and other in seen:
            yield f"{one}, {other}"


def day(a: Marks, b: Marks) -> Iterator[str]:
    """Whether their days can be one, and how exactly they are told."""
    if not a.date or not b.date or a.basis != b.basis:
        yield "no day to compare"
        return
    if same_but_year(a.date, b.date):
        yield "same day of another year"
        return
    exact = edtf.days(a.date) == edtf.days(b.date) == 1
    days = gap(a.date, b.date)
    if exact:
        yield "same day" if days == 0 else "a day apart" if days == 1 else "other day"
    elif days:
        yield "other day"
        yield "dates apart"
    else:
        coarse = max(edtf.days(a.date), edtf.days(b.date))
        yield "days that may be one, to the " + (
            "week" if coarse <= 10 else "month" if coarse <= _MONTH else "year"
        )


def place(a: Marks, b: Marks) -> Iterator[str]:
    """Whether they name one place, one inside the other, or one nearby."""
    shared = a.places & b.places
    if shared and elsewhere(a, b):
        yield "same region, other place"
    elif shared:
        yield "same place"
        if len(shared) > 1:
            yield "several places the same"
    elif a.spots and b.spots:
        km = kilometres(a, b)
        if km is None:
            yield "places that no table has"
        elif inside(a, b):
            yield "a place in the other"
        else:
            yield "places nearby" if km <= _NEAR else "other place"
    else:
        yield "no place to compare"
    if not shared and a.countries and b.countries:
        yield "same country" if a.countries & b.countries else "other country"


def target(a: Marks, b: Marks) -> Iterator[str]:
    """Words for what was hit, and its kind."""
    yield from _shared("kind of target", a.categories, b.categories)
    if not a.targets or not b.targets:
        yield "no target to compare"
        return
    shared = a.targets & b.targets
    part = len(shared) / min(len(a.targets), len(b.targets))
    yield "same target" if part > 0.5 else "like target" if shared else "other target"
    if shared & a.names & b.names:
        yield "same name in the target"


def names(a: Marks, b: Marks) -> Iterator[str]:
    """Names in what is quoted that are no places: each says more."""
    shared = len(a.names & b.names)
    if shared:
        yield "same names"
    if a.names and b.names:
        yield f"{min(shared, _MANY)} names quoted by both"
        if shared * 2 >= min(len(a.names), len(b.names)):
            yield "half of the names quoted by both"
        yield f"names {_per_cent(alike(a.names, b.names), 10)} alike"
        yield f"{_rare_names(a, b)} rare names quoted by both"
    if a.lead and b.lead:
        yield f"names told first {_per_cent(alike(a.lead, b.lead), 10, 100)} alike"


def _rare_names(a: Marks, b: Marks) -> int:
    return min(len(rare(a.names & b.names)), _MANY)


def _per_cent(share: float, step: int, most: int = 60) -> str:
    return f"{min(int(share * 100 / step) * step, most)} %"


def words(a: Marks, b: Marks) -> Iterator[str]:
    """What else is said in the words quoted."""
    if a.words and b.words:
        shared = len(a.words & b.words)
        part = shared / min(len(a.words), len(b.words))
        yield f"{round(part * 5) * 20} % of the words quoted by both"
        yield f"words {_per_cent(alike(a.words, b.words), 5)} alike"
    if a.head and b.head:
        yield f"beginnings {_per_cent(alike(a.head, b.head), 5)} alike"


def people(a: Marks, b: Marks) -> Iterator[str]:
    """Suspects and groups."""
    yield from _shared("suspect", a.people, b.people)
    yield from _shared("group", a.groups, b.groups)
    yield from _shared("age", a.ages, b.ages)


def manner(a: Marks, b: Marks) -> Iterator[str]:
    """Attack types and weapons."""
    yield from _shared("attack type", a.types, b.types)
    yield from _shared("weapon", a.weapons, b.weapons)


def figures(a: Marks, b: Marks) -> Iterator[str]:
    """Tolls: the same are strong, others weak evidence, for they rise."""
    for noun, x, y in (
        ("toll", a.killed, b.killed),
        ("number injured", a.injured, b.injured),
        ("number held", a.hostages, b.hostages),
    ):
        if x is None or y is None:
            continue
        if x == y:
            small = (x[0] or 0) < 2
            yield f"same {noun}, of one" if small else f"same {noun}"
            if (x[0] or 0) >= _LARGE:
                yield f"same {noun}, large"
        elif _meet(x, y):
            yield f"{noun} that may be one"
        else:
            yield f"other {noun}"
            if _far(x, y):
                yield f"{noun} many times as large"


def _meet(x: tuple[int | None, int | None], y: tuple[int | None, int | None]) -> bool:
    return _below(x[0], y[1]) and _below(y[0], x[1])


def _below(low: int | None, high: int | None) -> bool:
    return low is None or high is None or low <= high


def _far(x: tuple[int | None, int | None], y: tuple[int | None, int | None]) -> bool:
    one, other = (max(v or 0 for v in ends) for ends in (x, y))
    return max(one, other) > 3 * min(one, other) + 3


def _shared(what: str, a: frozenset[str], b: frozenset[str]) -> Iterator[str]:
    if a and b:
        yield f"same {what}" if a & b else f"other {what}"


def kinds(a: Marks, b: Marks) -> Iterator[str]:
    """What each is: attack, plot or arrest."""
    if a.kind != b.kind:
        yield "{} beside {}".format(*sorted((a.kind, b.kind)))
    else:
        yield f"both {a.kind}"


def telling(a: Marks, b: Marks) -> Iterator[str]:
    """Whether both tell it as news, or one as known."""
    news = [_is_news(m) for m in (a, b)]
    if None not in news:
        yield ("told as known", "one tells it as news", "both tell it as news")[
            sum(map(bool, news))
        ]
    if not a.date and not b.date and a.published and b.published:
        yield from _printed(a, b, abs((a.published - b.published).days))
    for dated, other in ((a, b), (b, a)):
        if dated.date and not other.date and other.published:
            span = edtf.bounds(dated.date) or (other.published, other.published)
            since = (other.published - span[1]).days
            yield f"undated, published {_lag(since)} after the day of the other"


def _printed(a: Marks, b: Marks, days: int) -> Iterator[str]:
    """How far apart two undated tellings were printed, and what they share then."""
    lag = next((f"within {n} days" for n in _LAGS if days <= n), "long after")
    near = next((f"within {n} days" for n in _LAGS[2:6:3] if days <= n), "long after")
    yield f"both undated, printed {lag}"
    yield f"printed {near}, words {_per_cent(alike(a.words, b.words), 10, 50)} alike"
    yield f"printed {near}, {min(_rare_names(a, b), 4)} rare names quoted by both"


def _lag(days: int) -> str:
    if days < -_MONTH:
        return "no time, it was printed before, and not"
    return "days" if days <= _MONTH else "months" if days <= _YEAR else "years"


def _is_news(marks: Marks) -> bool | None:
    span = edtf.bounds(marks.date) if marks.date else None
    if span is None or marks.published is None:
        return None
    return 0 <= (marks.published - span[1]).days <= _NEWS and span[0] == span[1]


#: Marks that say more together than apart.
_BOTH = (
    ("same day", "same place"),
    ("same day", "same target"),
    ("same place", "same target"),
    ("same day", "same group"),
    ("same day", "same country"),
    ("same day", "other place"),
    ("same names", "same place"),
    ("no day to compare", "same target"),
    ("no day to compare", "same place"),
)
FEATURES: tuple[Feature, ...] = (
    day,
    place,
    target,
    names,
    words,
    people,
    manner,
    figures,
    kinds,
    telling,
)
