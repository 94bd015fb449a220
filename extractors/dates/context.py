"""What a date with a part missing leans on: the day of publication, or the story."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from incidents.extractors.dates.calendars import Anchor
from incidents.extractors.dates.words import DAY, MONTH, SEASON, STEPS, S
from incidents.gazetteers import pattern

#: Years by which a story may move on from one paragraph to the next.
_STEP = 3
#: Years between two that are each named without a month, for one story to tell both.
_FAR = 30
#: Characters of the longest heading, and of the longest speech looked back over.
_HEADING, _SPEECH = 80, 2000
#: Days ahead in which a day without a year is the one to come.
_SOON = 60
#: Likewise, where the sentence speaks of what is to come.
_AHEAD = 300
# Before a date, that it is to come: "will meet on", "until 9 a.m. on". That something
# was planned says nothing: plots are told as plans long after they failed.
_FUTURE = re.compile(
    r"\b(?:will|shall|'ll|\u2019ll|won't|(?:is|are) (?:due|to|set|expected|scheduled"
    r"|going)|(?:has|have) scheduled|scheduled (?:for|to)|(?:set|expected|plans?) to"
    r"|to (?:begin|meet|open|resume|start)|postponed|upcoming|deadline)\b[^,;]{0,60}$"
)
_UNTIL = re.compile(
    r"\b(?:by|until|till|as (?:soon|early) as)[ \n]"
    r"(?:(?:\d[\d:.]*|[ap]\.?m\.?|noon|midnight|GMT|late|early)[ \n]){0,3}$"
)
_REPORTED = re.compile(rf"\b(?:said|told|\w+ed)(?:{S}on)?\W+$")
_DID = re.compile(r"(?:\s(?:morning|afternoon|evening|night))?\s(?:said|\w{2,}ed)\b")
#: What may stand beside the day that an entry begins with.
_HOUR = re.compile(
    rf"(?:[#*\s]*\b{pattern('layout', 'about')}\b)?"
    r"[\s#*,:|-]*(?:(?:at\s)?\d{1,2}[:.]?\d{0,2}\s?(?:[ap]\.?m\.?|GMT|UTC|hrs)?)?[\s#*,:|-]*",
    re.IGNORECASE,
)
#: A day or a month without a year, and words right after it that tell which.
_OF_YEAR = re.compile(
    rf"(?:(?:{MONTH}|{DAY}|{SEASON}|of|the){S}){{1,4}}"
    rf"(?P<which>last|this|next){S}year\b"
)
_SENTENCE = re.compile(r"[.!?][\"'\u201d\u2019)]?\s+(?=[A-Z\"'\u201c\u2018(])|\n\n")


@dataclass(slots=True)
class Context:
    """Where reading has got to in one report.

    Attributes:
        text: The canonical text.
        published: The day of publication, given or found at the head of the text.
        spoken: Whether it speaks as of its day: yesterday, on Friday.
        history: Whether the text tells of years long past, so that it counts from its
            own dates only.
        day_first: Whether 03/04 is 3 April here; None if nothing tells.
        last: The date read last, which "two days later" counts from.
        ancient: Whether most of its dates are before Christ.
        breaks: Offsets at which paragraphs begin.
        lent: By its start, the year a date has from the one it is paired with.
        entry: The day of the entry that is read, where it stands on a line alone.
    """

    text: str
    published: Anchor | None
    spoken: bool
    history: bool
    day_first: bool | None
    last: Anchor | None = None
    ancient: bool = False
    breaks: Sequence[int] = ()
    lent: Mapping[int, Anchor] = field(default_factory=dict)
    entry: Anchor | None = None

    def note(self, anchor: Anchor, start: int) -> None:
        """Take a date read as the one that the next are counted from.

        A year named in passing ("papers released in 2005 show") does not move a story
        on; one that opens a sentence or stands in a heading does.
        """
        if anchor.day is not None and self._alone(start, anchor.end):
            self.entry = anchor
        last = self.last
        if last is None or anchor.month is not None or self._opens(start):
            self.last = anchor
        elif anchor.year != last.year:
            step = abs(anchor.year - last.year)
            follows = step <= _STEP and not self.near(start)
            vague = last.month is None and step <= _FAR
            self.last = anchor if follows or vague else last

    def _opens(self, start: int) -> bool:
        before = _SENTENCE.split(self.text[max(0, start - 80) : start])[-1]
        line = before.rpartition("\n")[2]
        if len(line.split()) <= 3:
            return True
        first = self.text.rfind("\n", 0, start) + 1
        last = self.text.find("\n", start)
        heading = 0 < last - first < _HEADING
        return heading and not self.text[first:last].rstrip().endswith((".", '"'))

    def _alone(self, start: int, end: int) -> bool:
        """Whether a day fills its line, but for the hour."""
        first = self.text.rfind("\n", 0, start) + 1
        last = self.text.find("\n", end)
        if last < 0:
            return False  # no entry follows
        rest = self.text[first:start] + self.text[end:last]
        return _HOUR.fullmatch(rest) is not None

    def near(self, offset: int) -> Anchor | None:
        """The date read last, if it stands in the paragraph of ``offset``."""
        if self.last is None:
            return None
        same = bisect_right(self.breaks, offset) == bisect_right(
            self.breaks, self.last.end
        )
        return self.last if same else None

    def future(self, start: int, end: int = 0) -> bool:
        """Whether the sentence around ``start:end`` speaks of what is to come."""
        before = _SENTENCE.split(self.text[max(0, start - 120) : start])[-1]
        if _UNTIL.search(before):
            return True
        done = _REPORTED.search(before) or _DID.match(self.text, max(start, end))
        return bool(_FUTURE.search(before)) and not done

    def deixis(self) -> Anchor | None:
        """What "yesterday" and "last year" count from; a history's are quoted words."""
        return None if self.history else self.entry or self.published

    def year_for(self, month: int, day: int | None, start: int) -> Anchor | None:
        """The anchor whose ``year`` a date printed without one has."""
        if start in self.lent:
            return self.lent[start]
        if said := self._year_said(start):
            return said
        published = self.published
        if self.history:
            return _in_step(self.last, month) if self.last else None
        near = self.near(start)
        if near and self._runs_on(near, month, start):
            return _in_step(near, month)
        if published is None:
            return None
        return _from_published(published, month, day, self.future(start))

    def _year_said(self, start: int) -> Anchor | None:
        """The year that words right after a day or month name: *March last year*."""
        said = _OF_YEAR.match(self.text, start)
        anchor = self.deixis()
        if said is None or anchor is None:
            return None
        year = anchor.year + STEPS.get(said["which"], 0)
        return Anchor(year, None, None, anchor.source)

    def _runs_on(self, near: Anchor, month: int, start: int) -> bool:
        """Whether a month is told on from the date before it, not from publication."""
        if self.published is None:
            return near.month is not None and near.month <= month
        if near.year == self.published.year or near.source == "published":
            return False
        if _SENTENCE.search(self.text, near.end, start) is None:
            return True
        return near.month is None or near.month <= month


def _in_step(last: Anchor, month: int) -> Anchor:
    """The year of ``last``, or the next where a story runs on over New Year."""
    runs_on = last.month is not None and last.month >= 10 and month <= 2
    return Anchor(last.year + runs_on, None, None, last.source)


def _from_published(
    published: Anchor, month: int, day: int | None, future: bool
) -> Anchor:
    """The year in which the month and day lie nearest to publication.

    What is told lies behind, but for a day within the next weeks: a report that means
    a day of ten months ago names its year.
    """
    this = (published.month or 12, published.day or 31)
    that = (month, day or (this[1] if month == this[0] else 1))
    ahead = ((that[0] - this[0]) * 30 + that[1] - this[1]) % 360
    to_come = ahead <= (_AHEAD if future else _SOON if day else 0)
    year = published.year
    if to_come and that < this:
        year += 1
    elif not to_come and that > this:
        year -= 1
    return Anchor(year, None, None, published.source)


def quoted(text: str, offset: int) -> bool:
    """Whether the words at ``offset`` stand in somebody's speech."""
    first = max(text.rfind("\n", 0, offset) + 1, offset - _SPEECH)
    line = text[first:offset]
    return line.count('"') % 2 == 1 or line.rfind("\u201c") > line.rfind("\u201d")
