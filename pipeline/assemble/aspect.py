"""Whether an event word is told as past, as going on, or as what always happens.

*Rebels attacked the post* tells of an attack; *they are attacking the people* and
*rebels attack posts* complain of many, but for a headline's *Rebels attack post*.
"""

from __future__ import annotations

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.grammar import root
from incidents.pipeline.assemble.reader import Reader

PAST, PRESENT, GOING_ON, NOUN = "past", "present", "going on", ""
_PRESENT = frozenset({"VBZ", "VBP"})
_BEING = frozenset({"is", "are", "'s", "'re", "’s", "’re", "am"})


def aspect(reader: Reader, word: Mention) -> str:
    """How the verb ``word`` is told; empty for a noun, and without a parse."""
    token = root(reader.doc, word)
    if token is None or not token.has_dep() or not token.tag_.startswith("V"):
        return NOUN
    if token.tag_ in _PRESENT:
        return PRESENT
    helped = {t.lower_ for t in token.lefts if t.dep_ in ("aux", "auxpass")}
    if token.tag_ == "VBG":
        return GOING_ON if helped & _BEING else NOUN
    being = helped & _BEING or "being" in helped
    return PRESENT if being and not helped & {"was", "were", "has"} else PAST
