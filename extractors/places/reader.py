"""Where a report names places: capitalised words, weighed by what is around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extractors.places.names import fold
from extractors.places.spots import (
    Spot,
    abbreviated,
    contains,
    homes_of,
    is_at_home,
    is_demonym,
    is_large,
    is_plain,
    is_wide,
    worth_of,
)
from extractors.places.table import Option, named, shortened
from extractors.places.words import (
    AT,
    BODIES,
    CALLS,
    COMMON,
    DWELLERS,
    IN,
    JOINTS,
    ORGS,
    PEOPLES,
    SAYS,
    SIDES,
    STRICKEN,
    TITLES,
    TYPES,
)

_WORD = re.compile(
    r"(?:[A-Z][a-z]?\.){2,}|(?:\bSt|\bFt|\bMt|\bSte)\.(?= ?[A-Z])"
    r"|[^\W_]+(?:['’ʻ`](?!s\b|S\b)[^\W\d_]+)*"
)
_GAP = re.compile(r"[ \u00a0]|-|–|\n(?! *\n)|/|[ ]?\n[ ]{0,4}|", re.DOTALL)
_LIST = re.compile(r",? and |,? or |, |/|-| & |,? to ")
_DATELINE = re.compile(r"(?:, [^\n]{3,40})?(?: ?\([^)\n]{2,60}\))? ?(?:--|—|–|- |\()")
_LONGEST = 5
_ENOUGH = 2.0
_SURE = 2.5  # weight from which a name is a place wherever the report repeats it
_AGAIN = 2.5
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


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text, with its offsets."""

    start: int
    end: int
    text: str
    lower: str


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


class Reader:
    """Reads the places of one report."""

    def __init__(self, doc: Doc) -> None:
        self.text = doc.text
        self.words = [
            Word(m.start(), m.end(), m[0], m[0].lower())
            for m in _WORD.finditer(doc.text)
        ]
        self.starts = [w.start for w in self.words]
        self.caps = _capitals(doc.text)
        self.ents = {} if self.caps else _entities(doc)
        self.parsed = bool(self.ents)

    def spots(self) -> list[Spot]:
        """Candidates weighed one by one, then by their neighbours and namesakes."""
        found = list(self._candidates())
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

    def _candidates(self) -> Iterator[Spot]:
        i = 0
        while i < len(self.words):
            length, options = self._longest(i)
            unknown = 0
            if not options or length == 1:
                unknown = self._unknown(i) or self._called(i)
            if options and unknown <= length:
                yield self._weigh(i, i + length, options)
                i += length
            elif unknown:
                if self._may_be_named(i, i + unknown):
                    yield self._weigh(i, i + unknown, self._options(i, i + unknown))
                i += unknown
            else:
                i += 1

    def _may_be_named(self, i: int, end: int) -> bool:
        """Whether an unknown place may be called so.

        Not by initials or a number, and not ``Somalia Province``: a subdivision named
        like a country that the table lacks is one of a group's own making.
        """
        text = self.text[self.words[i].start : self.words[end - 1].end]
        if end - i == 1 and text.isupper() and not self.caps and len(text) < 6:
            return False
        if any(c.isdigit() for c in text):
            return False
        if end - i == 1 or TYPES.get(self.words[end - 1].lower) != "admin":
            return True
        wide = self._options(i, end - 1)[:1]
        return not (wide and wide[0].place.kind in ("country", "region"))

    def _longest(self, i: int) -> tuple[int, tuple[Option, ...]]:
        """The longest name of the table that begins at word ``i``."""
        if not self._begins(i):
            return 0, ()
        reach = i + 1
        while reach < len(self.words) and reach - i < _LONGEST and self._goes_on(reach):
            reach += 1
        for end in range(reach, i, -1):
            if self.words[end - 1].lower in JOINTS and end - i > 1:
                continue
            options = self._options(i, end)
            if options:
                return end - i, options
        return 0, ()

    def _options(self, i: int, end: int) -> tuple[Option, ...]:
        text = self.text[self.words[i].start : self.words[end - 1].end]
        if end - i == 1 and (len(text) < 3 or "." in text):
            return self._short(i)
        if end - i == 1 and self.text[self.words[i].end :][:1] == ".":
            stopped = self._after_comma(i) and shortened(fold(text))
            if stopped:
                return stopped  # Barrie, Ont.
        if end - i == 1 and (text.lower() in PEOPLES or is_demonym(text)):
            return ()
        found = named(fold(text))
        if not found and end - i > 1 and self.words[i].lower in SIDES and not self.caps:
            return self._options(i + 1, end)
        return found

    def _short(self, i: int) -> tuple[Option, ...]:
        """Places behind an abbreviation; two letters alone need their town before."""
        word = self.words[i]
        if not word.text.isupper() and "." not in word.text:
            return ()
        found = abbreviated(word.text)
        if "." in word.text or self._after_comma(i):
            return found
        country = found and found[0].place.kind == "country"
        return found if country and not self.caps else ()

    def _after_comma(self, i: int) -> bool:
        return i > 0 and self.text[self.words[i - 1].end : self.words[i].start] == ", "

    def _begins(self, i: int) -> bool:
        word = self.words[i]
        if not word.text[0].isupper():
            return word.lower in ("al", "el") and self._goes_on(i + 1)
        return not (self.caps and word.lower in JOINTS and word.lower in COMMON)

    def _goes_on(self, i: int) -> bool:
        if i >= len(self.words) or i < 1:
            return False
        word = self.words[i]
        gap = self.text[self.words[i - 1].end : word.start]
        return _GAP.fullmatch(gap) is not None and (
            word.text[0].isupper() or word.lower in JOINTS or word.lower in TYPES
        )

    def _unknown(self, i: int) -> int:
        """Words from ``i`` that the model takes for a place, 0 for none."""
        label, end = self.ents.get(self.words[i].start, ("", 0))
        if label not in ("GPE", "LOC") or not self.words[i].text[0].isupper():
            return 0
        length = 1
        while i + length < len(self.words) and self.words[i + length].end <= end:
            gap = self.text[
                self.words[i + length - 1].end : self.words[i + length].start
            ]
            if not _GAP.fullmatch(gap):
                break
            length += 1
        last = self.words[i + length - 1]
        return 0 if last.lower in PEOPLES or is_demonym(last.text) else length

    def _called(self, i: int) -> int:
        """Words from ``i`` that the text calls a village, district and so on."""
        if not self.words[i].text[0].isupper() or is_plain(self.words[i].lower):
            return 0
        end = i + 1
        while end < min(i + 3, len(self.words)) and self._goes_on(end):
            if self.caps or not self.words[end].text[0].isupper():
                break
            end += 1
        after = self.words[end].lower if end < len(self.words) else ""
        called = after in CALLS and self._spaced(end - 1, end)
        if i > 1 and self.words[i - 1].lower == "of" and self._spaced(i - 1, i):
            called = called or self.words[i - 2].lower in CALLS
        last = self.words[end - 1]
        return end - i if called and not is_plain(last.lower) else 0

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
        form = self._form(i, end, is_wide(options) and not typed_name)
        weight = worth_of(options) + cue + type_weight + model + around + form
        if typed and not options:
            weight += 0.5  # "the village of X" needs no table
        return replace(spot, weight=weight, typed=typed, part_of=part_of)

    def _stands_alone(self, i: int, end: int) -> bool:
        """Whether *in* stands before a name, and no other capitalised word after it."""
        after = self.words[end : end + 1]
        last = not after or after[0].text.islower() or not self._spaced(end - 1, end)
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
        if self._dateline(i, end):
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

    def _cue(self, i: int) -> float:
        """What the words before say."""
        j = i - 1
        if j >= 0 and self.words[j].lower == "the" and self._spaced(j, i):
            i, j = j, j - 1
        if j < 0 or not self._spaced(j, i):
            return 0.0
        word = self.words[j].lower
        if word in IN:
            return 2.0
        if word == "of" and j and self.words[j - 1].lower in TYPES:
            return 2.5
        return 1.2 if word in AT else 0.0

    def _type(self, i: int, end: int) -> tuple[str | None, float]:
        """Kind of place that the words around or the name itself give."""
        last = self.words[end - 1].lower
        if end - i > 1 and TYPES.get(last) == "admin":
            return "admin", 1.0
        if end < len(self.words) and self._spaced(end - 1, end):
            kind = TYPES.get(self.words[end].lower)
            if kind and (self.caps or self.words[end].text.islower()):
                return kind, 2.0
            if self.words[end].text in DWELLERS:
                return None, 1.5
            if self.words[end].text in STRICKEN:
                return None, 2.0
        j = i - 1
        if j > 0 and self.words[j].lower == "of" and self._spaced(j, i):
            kind = TYPES.get(self.words[j - 1].lower)
            if kind:
                return kind, 0.5
        if j >= 0 and self._spaced(j, i) and self.words[j].text.islower():
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
            titled = i and self._spaced(i - 1, i) and self.words[i - 1].lower in TITLES
            return self._body(end), -2.0 if titled else 0.0
        if i and self._spaced(i - 1, i):
            before = self.words[i - 1]
            if before.lower in TITLES:
                weight -= 2.0
            elif before.text[0].isupper() and self._is_name(before):
                weight -= 1.5
        after = self.words[end] if end < len(self.words) else None
        if after is None or not self._spaced(end - 1, end):
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
            if not word.text[0].isupper() or not self._spaced(j - 1, j):
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

    def _spaced(self, i: int, j: int) -> bool:
        return self.text[self.words[i].end : self.words[j].start].strip(
            " \u00a0\n"
        ) in (
            "",
            "-",
        )

    def _linked(self, found: list[Spot]) -> list[Spot]:
        """Add what neighbours say: lists, and a larger place after a comma."""
        linked = list(found)
        for n in range(1, len(linked)):
            left, right = linked[n - 1], linked[n]
            gap = self.text[left.end : right.start]
            if len(gap) > 8:
                continue
            if gap == ", " and contains(right, left):
                linked[n - 1] = replace(left, weight=left.weight + 3.0)
                linked[n] = replace(right, weight=right.weight + 2.0)
            elif _LIST.fullmatch(gap) and left.weight >= _ENOUGH:
                linked[n] = replace(right, weight=right.weight + 1.0)
        return linked


def _capitals(text: str) -> bool:
    """Whether the report is printed in capitals, as old wire copy is."""
    lower = sum(map(str.islower, text[:5000]))
    upper = sum(map(str.isupper, text[:5000]))
    return upper > 4 * lower


def _entities(doc: Doc) -> dict[int, tuple[str, int]]:
    """Label and end of each entity of the model, by its first character."""
    found = {}
    for ent in doc.ents:
        skip = 1 if ent[0].lower_ == "the" and len(ent) > 1 else 0
        end = ent.end_char - (2 if ent.text.endswith(("'s", "’s")) else 0)
        found[ent[skip].idx] = ent.label_, end
    return found
