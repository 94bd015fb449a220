"""Groups: a mention of that group, and with it a cue of that link."""

from __future__ import annotations

from dataclasses import replace

from incidents.extractors.groups.names import words
from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.support.case import Case
from incidents.pipeline.assemble.support.passage import Passage, Span, whole_words
from incidents.pipeline.assemble.support.spelling import spelt
from incidents.pipeline.records import GroupLink

#: The categories of cues that tell a link, wherever in the passage they stand.
_CUES = {
    "claimed": ("claim",),
    "directed": ("directed",),
    "inspired": ("inspired",),
    "denied": ("denied", "negation", "refuted"),
    "alleged": (
        "attributed",
        "court",
        "hedge",
        "linked",
        "speech",
        "suspected",
    ),
}
#: The cues beside a name that tell another link than one that needs no cue.
_SAID = {
    "attributed": ("claim", "directed", "hedge", "inspired", "suspected"),
    "linked": ("claim", "directed"),
}
#: Characters between a group and what it does.
_BESIDE = 12
#: Links that say less than others, as the codebook orders them.
_WEAKER = ("alleged", "linked")
#: What says that a group had no part, where it reaches its name.
_NO_PART = ("aloof", "denied", "negation", "refuted")


def bears(group: GroupLink, case: Case) -> bool:
    """Whether a quote names the group, and one says that it is linked so."""
    named = [
        (mention, passage)
        for passage in case.shown
        if not case.undone(passage) or group.link == "denied"
        for mention in _named(group.name, passage)
    ]
    if group.link == "denied":
        told = any(m and _did_it(m, p) for m, p in named)
        return bool(named) and not told and _cued(group.link, case)
    named = [(m, p) for m, p in named if not m or _has_part(m, p, case)]
    if group.link in _SAID:
        return any(not m or not m.reached(*_SAID[group.link]) for m, _ in named)
    if not named:
        return False
    headed = any(p.derived == "heading" for _, p in named)
    return _cued(group.link, case) or (group.link == "alleged" and headed)


def weaker(group: GroupLink, case: Case) -> GroupLink | None:
    """The group with a link that the quotes do bear out; None where none is."""
    others = (replace(group, link=link) for link in _WEAKER if link != group.link)
    return next((other for other in others if bears(other, case)), None)


def _named(name: str, passage: Passage) -> list[Mention | None]:
    """Mentions of the group; None for its very name, where no mention is known."""
    read = [m for m in passage.of("GROUP") if _is_called(name, m)]
    if read:
        at = passage.focus or (passage.start, passage.end)
        here = [m for m in read if m.start < at[1] and at[0] < m.end]
        return list(here or read)
    free = (s for s in spelt(name, passage) if not _is_other(s, passage))
    return [None] if any(True for _ in free) else []


def _is_other(span: Span, passage: Passage) -> bool:
    """Whether words are a place's, or a part or the name of another group."""
    if passage.over(span, "PLACE"):
        return True
    groups = passage.over(span, "GROUP")
    if any(m.start < span[0] or span[1] < m.end for m in groups):
        return True
    names = (str(m.get("name")) for m in groups)
    return any(whole_words(n).search(passage.text) for n in names)


def _is_called(name: str, group: Mention) -> bool:
    """Whether a mention is of ``name``, the group's own or the one printed there."""
    return group.get("name") == name or _words(group.text) == _words(name)


def _words(name: str) -> list[str]:
    return [word.key for word in words(name)]


def _cued(link: str, case: Case) -> bool:
    """Whether a cue of the link stands where the group or the event is told."""
    return any(p.cues(*_CUES[link]) for p in (*case.shown, *case.event))


def _has_part(group: Mention, passage: Passage, case: Case) -> bool:
    told = case.told(passage, (group.start, group.end))
    return told and not group.reached(*_NO_PART) and not _is_hit(group, passage)


def _did_it(group: Mention, passage: Passage) -> bool:
    """Whether a group claims the deed, or is said to have done it without more."""
    if group.reached("claim"):
        return True
    after = passage.over((group.end, group.end + _BESIDE), "EVENT")
    return any(group.end <= m.start for m in after) and not group.reached("attributed")


def _is_hit(group: Mention, passage: Passage) -> bool:
    """Whether the name is of what was hit: *GROUP's office*, *GROUP members*."""
    hit = [m for m in passage.of("TARGET") if m.get("object") or m.get("victim")]
    return any(m.start <= group.start and group.end <= m.end for m in hit)
