"""Where a report names places: capitalised words, weighed by what is around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from incidents.extractors.places.finder import Finder
from incidents.extractors.places.names import fold
from incidents.extractors.places.spots import (
    Spot,
    abbreviated,
    contains,
    homes_of,
    is_at_home,
    is_large,
    is_plain,
    is_wide,
    worth_of,
)
from incidents.extractors.places.table import Option, named
from incidents.extractors.places.wording import Word
from incidents.extractors.places.words import (
    AT,
    BODIES,
    COMMON,
    DWELLERS,
    IN,
    ORGS,
    PARTS,
    SAYS,
    STRICKEN,
    TITLES,
    TYPES,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LIST = re.compile(r",? and |,? or |, |/|-| & |,? to ")
_DATELINE = re.compile(
    r"(?:, [^\n]{3,40})?(?: ?\([^)\n]{2,60}\))? ?(?:--|—|–|- |: |\()"
)
#: Between two members of a list that gives each its year: Lille (2014), Ghent (2016).
_YEARS = re.compile(r" \((?:1[89]|20)\d\d\)(?:,? and |,? or |, |; )")
#: What stands between the place and the event at the head of an item: 3 May: shots.
_ITEM_DAY = re.compile(
    r", (?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2})(?:,? \d{4})? ?(?::|–|—|- )"
)
_MARK = re.compile(r"(?:\(?\w{1,3}[.)]|[•*–-])?\s*")
_ENOUGH = 2.0
_SURE = 2.5  # weight from which a name is a place wherever the report repeats it
_AGAIN = 2.5
_CELL = 1.5  # what a cell of a table is worth that holds a place's name and no more
_HOME = 1.2  # weight that is enough in a country that the report names
_PLACE_ENTS = {
    "GPE": 2.5,
    "LOC": 2.0,
    "FAC": 0.5,
    "ORG": -0.5,
    "PERSON": -2.5,
    "NORP": -2,
}
_ALONE = {"PERSON": -1.0, "ORG": 0.0, "NORP": -1.0}  # the model errs on bare names


def spots(doc: Doc) -> list[Spot]:
    """Places named in ``doc``, in reading order, not overlapping."""
    return Reader(doc).spots()


def spots_at(doc: Doc, spans: Iterable[tuple[int, int]]) -> list[Spot]:
    """The places at ``spans``, taken for places without weighing."""
    reader = Reader(doc)
    found = []
    for start, end in spans:
        text = doc.text[start:end]
        options = named(fold(text)) if len(text) > 3 else ()
        spot = Spot(start, end, text, options or abbreviated(text))
        found.append(reader.typed(spot))
    return found


class Reader(Finder):
    """Reads the places of one report."""

    def spots(self) -> list[Spot]:
        """Candidates weighed one by one, then by their neighbours and namesakes."""
        found = [self._weigh(*name) for name in self.names()]
        found = self._linked(found)
        sure = {s.text for s in found if s.weight >= _SURE}
        again = [
            replace(s, weight=s.weight + _AGAIN) if s.text in sure else s for s in found
        ]
        homes = homes_of(s for s in again if s.weight >= _ENOUGH)
        return [
            s
            for s in again
            if s.weight >= _ENOUGH or (s.weight >= _HOME and is_at_home(s, homes))
        ]

    def typed(self, spot: Spot) -> Spot:
        """``spot`` with the kind of place that the words around it give."""
        first = bisect_left(self.starts, spot.start)
        end = bisect_left(self.starts, spot.end)
        if first >= end:
            return spot
        return replace(spot, typed=self._type(first, end)[0])

    def _weigh(self, i: int, end: int, options: tuple[Option, ...]) -> Spot:
        start, stop = self.words[i].start, self.words[end - 1].end
        spot = Spot(start, stop, self.text[start:stop], options)
        typed, type_weight = self._type(i, end)
        part_of, around = self._surroundings(i, end, options)
        cue, model = self._cue(i), self._model(i, end)
        if model < 0 and cue >= 2.0:
            model /= 2  # the model errs, "near" seldom does
            if self._stands_alone(i, end):
                model = 0.0  # "in Londonderry," is no person
        typed_name = TYPES.get(self.words[end - 1].lower) == "admin"
        if model < 0 and (typed_name or (typed and not options)):
            model = 0.0  # neither is "Tak Bai district"
        form = self._form(i, end, is_wide(options) and not typed_name)
        if options and self.fills_cell(start, stop):
            model, form = max(model, 0.0), form + _CELL
        weight = worth_of(options) + cue + type_weight + model + around + form
        if typed and not options:
            weight += 1.0  # "the village of X" needs no table
        elif self.told(i) == end - i:
            weight += 1.0 if options else 2.0
        return replace(spot, weight=weight, typed=typed, part_of=part_of)

    def _stands_alone(self, i: int, end: int) -> bool:
        """Whether *in* stands before a name, and no other capitalised word after it."""
        after = self.words[end : end + 1]
        last = not after or after[0].text.islower() or not self.spaced(end - 1, end)
        return i > 0 and self.words[i - 1].lower == "in" and last

    def _form(self, i: int, end: int, known: bool) -> float:
        """What the letters say: common words, the head of a sentence."""
        word = self.words[i]
        weight = 0.4 * (end - i - 1)
        initials = word.text.isupper() and not self.caps
        if not initials and not (known and end - i > 1):
            weight -= 3.0 * all(is_plain(w.lower) for w in self.words[i:end])
        if word.text in ("St.", "Saint") and self._of_saint(end):
            weight -= 2.5
        if initials and "." in word.text:
            weight += 1.0  # U.S., S.C.
        before = self.text[max(0, word.start - 2) : word.start].strip(" \n")
        if self._dateline(i, end) or self._heads_item(i, end):
            return weight + 2.0
        if self.caps:
            return weight - 0.5
        return weight - 0.5 * (not before or before in '.!?"“:')

    def _of_saint(self, end: int) -> bool:
        """Whether a saint's name goes on as that of a church or school."""
        return self.text.startswith(("'s", "’s"), self.words[end - 1].end) or (
            self._body(end) == "venue"
        )

    def _dateline(self, i: int, end: int) -> bool:
        start, stop = self.words[i].start, self.words[end - 1].end
        line = self.text[max(0, start - 24) : start].rpartition("\n")[2]
        return (
            len(line.strip()) < 18
            and line.upper() == line
            and self.text[start:stop].isupper()
            and _DATELINE.match(self.text, stop) is not None
        )

    def _heads_item(self, i: int, end: int) -> bool:
        """Whether a name opens an item that gives its day: *2. Trento, 4 March:*."""
        before = self.text[: self.words[i].start].rpartition("\n")[2]
        day = _ITEM_DAY.match(self.text, self.words[end - 1].end)
        return day is not None and _MARK.fullmatch(before) is not None

    def _cue(self, i: int) -> float:
        """What the words before say."""
        j = i - 1
        if j >= 0 and self.words[j].lower == "the" and self.spaced(j, i):
            i, j = j, j - 1
        if j < 0 or not self.spaced(j, i):
            return 0.0
        word = self.words[j].lower
        if word in IN:
            return 2.0
        if word == "of" and j and self.words[j - 1].lower in TYPES:
            return 2.5
        if word == "of" and j and self.words[j - 1].lower in PARTS:
            return 2.0
        if word == "at" and self.fired(j):
            return 2.0
        return 1.2 if word in AT else 0.0

    def _type(self, i: int, end: int) -> tuple[str | None, float]:
        """Kind of place that the words around or the name itself give."""
        last = self.words[end - 1].lower
        if end - i > 1 and TYPES.get(last) == "admin":
            return "admin", 1.0
        if end < len(self.words) and self.spaced(end - 1, end):
            kind = TYPES.get(self.words[end].lower)
            if kind and (self.caps or self.words[end].text.islower()):
                return kind, 2.0
            if self.words[end].text in DWELLERS:
                return None, 1.5
            if self.words[end].text in STRICKEN:
                return None, 2.0
        j = i - 1
        if j > 0 and self.words[j].lower == "of" and self.spaced(j, i):
            kind = TYPES.get(self.words[j - 1].lower)
            if kind:
                return kind, 0.5
        if j >= 0 and self.spaced(j, i) and self.words[j].text.islower():
            kind = TYPES.get(self.words[j].lower)
            return (kind, 1.5) if kind else (None, 0.0)
        return None, 0.0

    def _model(self, i: int, end: int) -> float:
        """What the model's entities say."""
        start, stop = self.words[i].start, self.words[end - 1].end
        label, ent_end = self.ents.get(start, ("", 0))
        if label and ent_end <= stop:
            return _ALONE.get(label, _PLACE_ENTS.get(label, -1.0))
        if label:
            weight = _PLACE_ENTS.get(label, -1.0)
            return weight if weight < 0 else weight / 2
        for j in range(max(0, i - 4), end):  # part of a longer entity, or around one
            label, ent_end = self.ents.get(self.words[j].start, ("", 0))
            if label and ent_end > start:
                return _PLACE_ENTS.get(label, -1.0) / (2 if label != "PERSON" else 1)
        return 0.0

    def _surroundings(
        self, i: int, end: int, options: tuple[Option, ...]
    ) -> tuple[str | None, float]:
        """Capitalised neighbours: a person's name, or a body named after the place."""
        weight = 0.0
        if self.caps:
            titled = i and self.spaced(i - 1, i) and self.words[i - 1].lower in TITLES
            return self._body(end), -2.0 if titled else 0.0
        if i and self.spaced(i - 1, i):
            before = self.words[i - 1]
            if before.lower in TITLES:
                weight -= 2.0
            elif before.text[0].isupper() and self._is_name(before):
                weight -= 1.5
        after = self.words[end] if end < len(self.words) else None
        if after is None or not self.spaced(end - 1, end):
            return None, weight
        if after.lower in SAYS and not is_large(options):
            return None, weight - 1.5
        if (
            not after.text[0].isupper()
            or after.text.isupper() != self.words[i].text.isupper()
        ):
            return None, weight
        nation = options[:1] and options[0].place.kind in ("country", "region")
        if nation and after.lower == "province":
            return None, weight - 4.0  # Somalia Province: see _may_be_named
        part_of = self._body(end)
        if part_of:
            return part_of, weight + 1.0
        return None, weight - 1.5 * self._is_name(after)

    def _body(self, end: int) -> str | None:
        """``venue`` or ``org`` if the words from ``end`` on make one of the name."""
        for j in range(end, min(end + 4, len(self.words))):
            word = self.words[j]
            if not word.text[0].isupper() or not self.spaced(j - 1, j):
                return None
            if word.lower in BODIES:
                return "org" if word.lower in ORGS else "venue"
        return None

    def _is_name(self, word: Word) -> bool:
        """Whether a capitalised word is likely part of a person's or body's name."""
        return (
            word.lower not in COMMON
            and word.lower not in IN
            and word.lower not in AT
            and word.lower not in TYPES
        )

    def _linked(self, found: list[Spot]) -> list[Spot]:
        """Add what neighbours say: lists, and a larger place after a comma."""
        linked = list(found)
        for n in range(1, len(linked)):
            left, right = linked[n - 1], linked[n]
            gap = self.text[left.end : right.start]
            if left.weight >= _ENOUGH and _YEARS.fullmatch(gap):
                linked[n] = replace(right, weight=right.weight + 2.0)
            if len(gap) > 8:
                continue
            if gap == ", " and contains(right, left):
                linked[n - 1] = replace(left, weight=left.weight + 3.0)
                linked[n] = replace(right, weight=right.weight + 2.0)
            elif _LIST.fullmatch(gap) and left.weight >= _ENOUGH:
                linked[n] = replace(right, weight=right.weight + 1.0)
        for n in range(len(linked) - 1, 0, -1):
            left, right = linked[n - 1], linked[n]
            years = _YEARS.fullmatch(self.text[left.end : right.start])
            if years and left.weight < _ENOUGH <= right.weight:
                linked[n - 1] = replace(left, weight=left.weight + 2.0)
        return linked
