"""Acts that are outside the scope of the codebook, by what is read of their words.

What soldiers, police or aircraft of a state did, and what a quarrel, a robbery, a gang
or a mishap brought about. The run leaves such stories out, and no quote that tells of
nothing else bears an attack out.
"""

from __future__ import annotations

from collections.abc import Iterable

from incidents.extractors.mention import Mention

#: Characters between a group and what it does.
_BESIDE = 12


def by_state(word: Mention, groups: Iterable[Mention]) -> bool:
    """Whether a state did it: not so where one of ``groups`` stands right before."""
    done = word.get("agent") == "state" or bool(word.reached("operation"))
    return done and not any(0 <= word.start - g.end <= _BESIDE for g in groups)


def otherwise_moved(word: Mention) -> bool:
    """Whether it is laid to a quarrel, a robbery, a gang or a mishap alone.

    What another's cause inspired as well may be political.
    """
    return bool(word.reached("motive")) and not word.reached("inspired")
