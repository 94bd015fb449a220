"""What the sentence around a figure says of it: hedged, outdated, or over a period."""

from __future__ import annotations

import re

from incidents.extractors.figures.words import Words
from incidents.gazetteers import values, words

#: More than any one attack has killed or hurt is a war's or a campaign's.
_ONE_ATTACK = 10_000
_HEDGES = words("cues", "allegedly", "alleged", "rumour") | {"feared"}
_PERIOD = re.compile(
    r"\bsince (?:the )?(?:\w+ ){0,2}(?:\d{4}|then|independence)\b"
    r"|\b(?:so far )?this year\b|\blast year\b|\beach year\b|\bper year\b|\bannually\b"
    r"|\b(?:past|last|recent|previous) (?:\w+ )?(?:years?|decades?|months?|weeks)\b"
    r"|\b(?:dozens|hundreds|scores|series|string|wave) of (?:\w+ )?(?:attack|bombing"
    r"|killing|shooting|incident)s\b|\bover the years\b|\bin recent\b"
    # killed in the insurgency; no attack that is headed so, or "part of: ..."
    r"|\b(?:during|in|of|from|amid|by) (?:the |a |an |its )?(?:[\w'-]+ ){0,3}"
    r"(?:insurgency|civil war)\b"
    r"|\b(?:insurgency|civil war) (?:that|which|has|had|killed|claimed|cost|left)\b"
    r"|\bper cent\b|\bpercent\b|\bdecades?\b"
)
#: *March last year* is a month, no period.
_OF_A_MONTH = re.compile(
    rf"\b(?:{'|'.join(values('numbers', 'months'))}) (?:of )?(?:last|this) year\b"
)
_EARLIER = re.compile(
    r"\b(?:earlier|initial|previous|first|preliminary) (?:\w+ )?(?:toll|report|count"
    r"|figure|estimate)s?\b|\brevised\b|\binitially (?:said|reported|put)\b"
)
_ACCIDENTS = frozenset(
    "accident accidents crash crashes earthquake flood floods drowning cancer "
    "stroke pneumonia illness disease virus fever overdose collision natural "
    "heart avalanche landslide cyclone epidemic covid-19".split()
)


def context(words: Words, start: int, end: int, least: int) -> dict[str, str | None]:
    """The attributes that the sentence gives to the figure at ``start:end``."""
    first, last = words.sentence(start)
    text = " ".join(words.low[first:last])
    over = least > 1 and _PERIOD.search(_OF_A_MONTH.sub("", text))
    near = set(words.low[max(first, start - 6) : min(last, end + 6)])
    return {
        "hedged": "1" if near & _HEDGES else None,
        "earlier": "1" if _EARLIER.search(text) else None,
        "aggregate": "1" if least > _ONE_ATTACK or over else None,
    }


def violent(words: Words, start: int, end: int) -> bool:
    """Whether the harm at ``start:end`` is not laid to mishap or illness."""
    stop = end
    while stop < end + 7 and not words.ends(stop) and words.low[stop] != "and":
        stop += 1
    after = words.low[end:stop]
    if not after or after[0] not in {"of", "from", "in", "after", "by", "when"}:
        return True
    return not set(after) & _ACCIDENTS
