"""The country of those who act at home: *Kenyan police charged a preacher*.

Police, prosecutors and courts take people in their own country; an event that names no
place is in theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from incidents.extractors._nouns import beside_suspects
from incidents.extractors.mention import Mention, pack
from incidents.pipeline.assemble.reader import Reader

#: The kind of such a place, which is none by name.
HOME = "home"
#: So many words after the nationality at most stands who acts: *German federal police*.
_NEAR = 2


def at_home(reader: Reader, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The country in which ``mentions`` take place, where only who acts tells it."""
    if not any(m.label == "LEGAL" for m in mentions):
        return ()
    if any(m.label == "PLACE" for m in mentions):
        return ()
    found = [m for m in mentions if m.label == "NATIONALITY" and _acts(reader, m)]
    return tuple(map(_country, found[:1]))


def _acts(reader: Reader, nationality: Mention) -> bool:
    """Whether a nationality is that of police, prosecutors or a court."""
    after = reader.text[nationality.end : nationality.end + 40].lower().split()
    return bool(nationality.value) and any(
        word.strip(",.;:") in beside_suspects("takers") for word in after[:_NEAR]
    )


def _country(nationality: Mention) -> Mention:
    said = pack(country=nationality.value, kind=HOME)
    return replace(nationality, label="PLACE", value="", attributes=said)
