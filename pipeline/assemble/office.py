"""Of what kind somebody who is named is as a target."""

from __future__ import annotations

from incidents.extractors._offices import office
from incidents.extractors.mention import Mention

#: Of members and places of an armed group, where nothing else is said of them.
_MILITIA = "militia"


def named(mention: Mention, text: str) -> str:
    """The category of a name: of a person their office's; empty where none is known.

    Args:
        mention: Of a person or a group.
        text: The report's.
    """
    if mention.label == "GROUP":
        return _MILITIA
    if mention.label != "PERSON":
        return ""
    return office(text, mention.text) or office(text, mention.value)
