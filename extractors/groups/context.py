"""What stands around a name and says whether, and whose, group it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product

from incidents.extractors._gazetteer import Entry, load
from incidents.extractors._nouns import ATTACKER, pattern
from incidents.extractors.groups.names import Match, Trie, Word, find, trie
from incidents.gazetteers import words as listed

_MILITANT = (
    rf"{pattern(ATTACKER)}|militia(?:m[ae]n)?|commandos?|neo-Nazis?|loyalists?"
    r"|secessionists?|armed (?:group|wing|organi[sz]ation)"
)
CUE = re.compile(rf"\b(?:{_MILITANT}|claimed|subversives?|underground)\b", re.I)
_AFTER = re.compile(
    rf"(?:['’]s)?[\s\"”)\]-]{{0,3}}(?:[a-z]+[ -])?(?:{_MILITANT}|members?|operatives?|"
    r"commanders?|leaders?|cells?|supporters?|sympathi[sz]ers?|followers?|recruits?|"
    r"splinter|faction|offshoots?|affiliate[sd]?|aligned|allied|branch(?:es)?|"
    r"claim(?:s|ed)|linked|inspired|directed|bombers?|attacks?|bombings?|prisoners?|"
    r"(?:took|takes|accepted|admitted) responsibility|propagand\w+|plots?|column|squad|"
    r"suspects?|(?:is|are|was|were) (?:\w+ to be )?"
    r"(?:behind|responsible|suspected|blamed))\b",
    re.I,
)
_BEFORE = re.compile(
    rf"\b(?:{_MILITANT}|groups?|organi[sz]ations?|movement|network|sect|cult|"
    r"claimed (?:\w+ )?by|responsibility (?:\w+ ){0,4}by|"
    rf"(?:{_MILITANT}|members?|leaders?|commanders?|branch|wing|cell|faction|allegiance|loyalty|"
    r"linked|ties|links) (?:of|to|with)|"
    r"(?:believe|suspect|blame)(?:s|d|ed)?(?: that)?|"
    r"join(?:ed|ing)?|behalf of|affiliated with|(?:blamed|pinned) on|attributed to)"
    r"(?: (?:called|named|known as|calling itself))?"
    r"[\s,:\"“‘'(\[-]{1,3}(?:the [\"“‘']?)?$",
    re.I,
)
_SPELLS_WORD = {"IS", "FAR", "ARM", "TIP", "MIT"}  # in a text all in capitals
_PARENT, _SHORT = "Islamic State ", ("IS ", "ISIS ", "ISIL ", "Daesh ")
_SMALL_LETTER = re.compile(r"[a-z]")
_YEAR = re.compile(r"(?<![\w.,/-])(?:1[89]|20)\d\d(?!\w)")
_TODAY, _LONG_GONE = 9999, 1970


@dataclass(frozen=True, slots=True)
class Context:
    """A document, as far as it tells one group from another.

    Attributes:
        text: The document.
        named: Entries that it gives by a name of their own.
        countries: How often it names each country, by ISO code, and each group's own
            region, by the group's id.
        years: How often it gives each year, and that of its publication once.
    """

    text: str
    named: frozenset[str]
    countries: Counter[str]
    years: Counter[int]

    def resolve(self, match: Match, ids: frozenset[str]) -> tuple[str, ...]:
        """Entries that an ambiguous name stands for here; none if it names no group."""
        name = match.names[0]
        shouted = name.acronym and self._shouted(match)
        if shouted and name.words[0] in _SPELLS_WORD:
            return ()
        if meant := ids & self.named:
            return tuple(sorted(meant))
        ids = self._by_years(ids)
        if (name.acronym and match.end - match.start > 2) or len(match.ids) > 1:
            near = self._by_country(ids)
            if len(near) == 1:
                return near
        if shouted and self.countries and not self._by_country(ids):
            return ()  # where all is in capitals, any office may look like a group
        return tuple(sorted(ids)) if self._cued(match) else ()

    def _by_years(self, ids: frozenset[str]) -> frozenset[str]:
        """Of several groups those of the years given; without, none long gone."""
        spans = {i: active(i) for i in ids} if len(ids) > 1 else {}
        counts = {
            i: sum(n for year, n in self.years.items() if first <= year <= last)
            for i, (first, last) in spans.items()
        }
        if top := max(counts.values(), default=0):
            return frozenset(i for i, n in counts.items() if n * 3 > top)
        recent = (i for i, (_, last) in spans.items() if last >= _LONG_GONE)
        return frozenset(recent) or ids

    def _by_country(self, ids: frozenset[str]) -> tuple[str, ...]:
        """Entries whose countries the document names, far oftener than others'."""
        counts = Counter(
            {i: sum(self.countries[c] for c in (i, *countries(i))) for i in sorted(ids)}
        ).most_common()
        top = counts[0][1]
        return tuple(sorted(i for i, n in counts if n and n * 3 > top))

    def _cued(self, match: Match) -> bool:
        before = self.text[max(0, match.start - 60) : match.start]
        after = self.text[match.end : match.end + 60]
        return bool(_AFTER.match(after) or _BEFORE.search(before))

    def _shouted(self, match: Match) -> bool:
        around = self.text[max(0, match.start - 60) : match.end + 60]
        return len(around) > match.end - match.start + 8 and not _SMALL_LETTER.search(
            around
        )


def context(
    text: str, found: list[Word], matches: list[Match], published: date | None = None
) -> Context:
    """Read what ``text`` says of groups, countries and years as a whole."""
    named = {next(iter(m.sure)) for m in matches if len(m.sure) == 1}
    if all(m.sure for m in matches):
        return Context(text, frozenset(named), Counter(), Counter())
    places = Counter(
        code for m in find(text, found, country_names()) for code in sorted(m.ids)
    )
    years = Counter(int(year) for year in _YEAR.findall(text))
    years.update([published.year] if published else [])
    return Context(text, frozenset(named), places, years)


def countries(id: str) -> list[str]:
    """ISO codes of the countries where group ``id`` is at home."""
    return list(load("groups")[id].fields["countries"])


@cache
def active(id: str) -> tuple[int, int]:
    """The first and the last year of group ``id``, far ahead while it lasts."""
    years = str(load("groups")[id].fields.get("active", ""))
    first, dash, last = years.partition("-")
    return int(first or 0), int(last or (_TODAY if dash or not first else first))


@cache
def group_names() -> Trie:
    """Every name of every group."""
    return trie(_group_names())


def _group_names() -> Iterator[tuple[str, str, bool]]:
    for entry in load("groups").values():
        ambiguous = entry.fields.get("ambiguous", ())
        for name in (entry.name, *entry.aliases):
            if name not in ambiguous:
                yield entry.id, name, False
                if name.startswith(_PARENT):
                    rest = name.removeprefix(_PARENT)
                    yield from ((entry.id, short + rest, False) for short in _SHORT)
        for name in ambiguous:
            yield entry.id, name, True
        yield from ((entry.id, name, False) for name in _branches(entry))


def _branches(entry: Entry) -> Iterator[str]:
    """What a group is called as a part of a larger: *Al-Qaeda's Yemeni branch*."""
    parents = [load("groups")[id] for id in entry.fields.get("parents", ())[:1]]
    for parent, home in product(parents, entry.fields.get("branch", ())):
        known = {parent.name, *parent.aliases} - {*parent.fields.get("ambiguous", ())}
        for name, noun in product(sorted(known), sorted(listed("words", "branches"))):
            yield from (
                f"{home} {noun} of {name}",
                f"{home} {noun} of the {name}",
                f"{name}'s {home} {noun}",
            )


@cache
def country_names() -> Trie:
    """Countries with their people, and the home regions of groups."""
    nations = load("nationalities").values()
    return trie(
        [
            (nation.fields["iso"], name, False)
            for nation in nations
            if nation.fields["iso"]
            for name in (nation.name, *nation.aliases, *nation.fields["country_names"])
        ]
        + [
            (group.id, region, False)
            for group in load("groups").values()
            for region in group.fields.get("regions", ())
        ]
    )
