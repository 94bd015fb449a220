"""Of whom a nationality is said: of suspects, or of others, by the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from incidents.extractors._nouns import is_attacker, is_person
from incidents.extractors.mention import Mention

#: Words after a nationality in which the people are looked for who have it.
_AFTER = 3
#: How near before and after somebody who is told of it stands, in characters.
_BEFORE, _BEHIND = 40, 60
#: How near after an age it stands: *aged 22, a Norwegian*.
_AGED = 12


def of_suspect(nationality: Mention, told: Iterable[Mention], text: str) -> bool:
    """Whether a nationality is said of those who planned, attacked or were arrested.

    Args:
        nationality: In a report's text.
        told: What else was read beside it.
        text: The report's.
    """
    if nationality.get("column") or nationality.get("role") == "suspect":
        return True
    people = words_after(nationality, text)
    if any(map(is_attacker, people)):
        return True
    suspects = [m for m in told if m.get("role") == "suspect"]
    near = any(
        m.start - _BEFORE < nationality.start < m.end + _BEHIND
        for m in suspects
        if m.label in ("AGE", "PERSON", "SUSPECTS")
    )
    aged = any(
        0 <= nationality.start - m.end <= _AGED for m in suspects if m.label == "AGE"
    )
    return aged or (near and any(map(is_person, people)))


def words_after(mention: Mention, text: str) -> list[str]:
    """The words right after a mention, in lower case."""
    after = text[mention.end : mention.end + _BEHIND].casefold()
    return re.findall(r"[\w-]+", after)[:_AFTER]
