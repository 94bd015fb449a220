"""An event counted from the day of another: *on 5 May, two days after gunmen shot ...*.

The day that is printed is the first clause's. The event of the second has its own, so
many days before or after.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from incidents.extractors.mention import Mention, pack
from incidents.pipeline.assemble.reader import Reader

_DAYS = re.compile(r"P(\d{1,3})D")
#: Between how long and what it is counted from; *before* is earlier than that.
_SIDE = re.compile(r"\s(before|after)\b")
_SIGN = {"before": 1, "after": -1}
_DAY = len("2018-05-03")


def sequel(reader: Reader, start: int, end: int) -> tuple[int, Mention | None] | None:
    """Where in the sentence at ``start:end`` the second event begins, and its day.

    Returns:
        None where no day is printed to count from or no event is told after it; a day
        that is not counted in days stays open.
    """
    mentions = reader.within(start, end)
    for long in (m for m in mentions if m.label == "DURATION"):
        side = _SIDE.match(reader.text, long.end)
        days = [m for m in mentions if m.label == "DATE" and m.end <= long.start]
        told = any(m.label == "EVENT" and m.start >= long.end for m in mentions)
        if side and days and told and len(days[-1].value) == _DAY:
            return long.start, _counted(reader, long, side, days[-1])
    return None


def _counted(
    reader: Reader, long: Mention, side: re.Match[str], day: Mention
) -> Mention | None:
    """The day so long before or after ``day``."""
    days = _DAYS.fullmatch(long.value)
    if not days:
        return None
    steps = _SIGN[side[1]] * int(days[1])
    try:
        value = date.fromisoformat(day.value) + timedelta(days=steps)
    except (ValueError, OverflowError):  # such as 2018-05-XX, or the year 1
        return None
    said = pack(derived_from=f"{day.start}:{day.end}", grain="D", relative="1")
    words = reader.text[long.start : side.end()]
    return Mention(
        long.start, side.end(), "DATE", words, value.isoformat(), __name__, said
    )
