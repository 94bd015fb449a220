"""Names in a report that may be those of places."""

from __future__ import annotations

from collections.abc import Iterator

from incidents.extractors.places.names import fold
from incidents.extractors.places.spots import abbreviated, is_demonym, is_plain
from incidents.extractors.places.table import ARTICLES, Option, named, shortened
from incidents.extractors.places.wording import GAP, Word, Wording
from incidents.extractors.places.words import (
    CALLS,
    COMMON,
    HERE,
    JOINTS,
    PEOPLES,
    SIDES,
    TYPES,
)

_LONGEST = 5

#: First word of a name, the word after its last, and the places of the table.
Name = tuple[int, int, tuple[Option, ...]]


class Finder(Wording):
    """Finds the names of one report: those of the table, and what is told of others."""

    def names(self) -> Iterator[Name]:
        """The names that may be places, in reading order, not overlapping."""
        i = 0
        while i < len(self.words):
            length, options = self._longest(i)
            unknown = 0
            if not options or length == 1:
                unknown = self._unknown(i) or self._called(i) or self.told(i)
            if options and unknown <= length:
                yield i, i + length, options
                i += length
            elif unknown:
                if self._may_be_named(i, i + unknown):
                    yield i, i + unknown, self._options(i, i + unknown)
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
        while reach < len(self.words) and reach - i < _LONGEST and self.goes_on(reach):
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
        if end - i == 1 and self.text.startswith(".", self.words[i].end):
            stopped = self.after_comma(i) and shortened(fold(text))
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
        stopped = self.after_comma(i) and self.text.startswith(".", word.end)
        if not word.text.isupper() and "." not in word.text and not stopped:
            return ()  # "Athens, Ga." but no "Ga"
        found = abbreviated(word.text)
        if "." in word.text or self.after_comma(i):
            return found
        country = found and found[0].place.kind == "country"
        return found if country and not self.caps else ()

    def _begins(self, i: int) -> bool:
        word = self.words[i]
        if not word.text[0].isupper():
            return word.lower in ("al", "el") and self.goes_on(i + 1)
        return not (self.caps and word.lower in JOINTS and word.lower in COMMON)

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
            if not GAP.fullmatch(gap):
                break
            length += 1
        last = self.words[i + length - 1]
        return 0 if last.lower in PEOPLES or is_demonym(last.text) else length

    def told(self, i: int) -> int:
        """Words from ``i`` of a name that only *in*, or a rocket fired at it, tells."""
        if not self._told_before(i) or not self.words[i].text[0].isupper():
            return 0
        end = i + 1
        while end < min(i + 3, len(self.words)) and self.goes_on(end):
            end += 1
        name = self.words[i:end]
        label, _ = self.ents.get(name[0].start, ("", 0))
        after = self.text[name[-1].end : name[-1].end + 2]
        if (
            len(name) > 2
            or label not in ("", "PERSON", "ORG")
            or after in ("'s", "’s")
            or not all(w.text.istitle() and w.text.isalpha() for w in name)
            or any(w.lower.endswith("ing") or self._is_word(w) for w in name)
            or is_demonym(name[-1].text)
        ):
            return 0
        return len(name)

    def _is_word(self, word: Word) -> bool:
        return is_plain(word.lower) and word.lower not in ARTICLES

    def _told_before(self, i: int) -> bool:
        """Whether *in* stands before a word, or *at* after what is fired."""
        if i == 0 or self.caps or not self.spaced(i - 1, i):
            return False
        before = self.words[i - 1].lower
        return before in HERE or (before == "at" and self.fired(i - 1))

    def _called(self, i: int) -> int:
        """Words from ``i`` that the text calls a village, district and so on."""
        if not self.words[i].text[0].isupper() or is_plain(self.words[i].lower):
            return 0
        end = i + 1
        while end < min(i + 3, len(self.words)) and self.goes_on(end):
            word = self.words[end]
            if self.caps or not word.text[0].isupper() or word.lower in CALLS:
                break
            end += 1
        after = self.words[end].lower if end < len(self.words) else ""
        called = after in CALLS and self.spaced(end - 1, end)
        if i > 1 and self.words[i - 1].lower == "of" and self.spaced(i - 1, i):
            called = called or self.words[i - 2].lower in CALLS
        last = self.words[end - 1]
        if not called or is_plain(last.lower) or is_demonym(last.text):
            return 0
        # "Qilla Abdullah District" is a name as a whole
        whole = TYPES.get(after) == "admin" and self.goes_on(end)
        return end - i + (whole and self.words[end].text.istitle())
