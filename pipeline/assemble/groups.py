"""Groups, and how the words around them tie them to an incident."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.mention import Mention
from pipeline.assemble.cite import LONGEST
from pipeline.assemble.frames import ATTACK, Frame, Reader
from pipeline.assemble.ties import NEAR, tie
from pipeline.records import LINKS, Citation, Derivation, GroupLink, Incident

if TYPE_CHECKING:
    from pipeline.assemble.fill import Telling

_HEDGED = re.compile(
    r"\b(?:alleged(?:ly)?|reported(?:ly)?|suspected|believed|purported(?:ly)?|accused"
    r"|apparent(?:ly)?|blam\w+|hallmarks?|point(?:s|ed|ing)? to|presumabl[ey]"
    r"|claims? that"
    r"|initially|possibl[ey]|may have|likely|thought to)\b",
    re.IGNORECASE,
)
#: Links by the words around a group's name, strongest first.
_CUES = (
    (
        "denied",
        re.compile(
            r"\bden(?:y|ied|ies)\b|not (?:been )?(?:linked|connected|tied)"
            r"|no (?:connection|link|evidence)",
            re.IGNORECASE,
        ),
    ),
    (
        "claimed",
        re.compile(
            r"\bclaim(?:ed|ing|s)?\b(?! that)(?!.{0,40}\bplan)|took responsibility"
            r"|taken responsibility|admitted|responsibility for",
            re.IGNORECASE,
        ),
    ),
    (
        "directed",
        re.compile(
            r"\b(?:direct(?:ed|ives?|ing)|instruct\w*|orchestrat\w*|guid(?:ed|ance|ing)"
            r"|order(?:ed|s) (?:by|from)|remote(?:ly)?|in charge of|handlers?)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "inspired",
        re.compile(
            r"\binspir\w+|sympathi[sz]er|supporter|pledged|allegiance", re.IGNORECASE
        ),
    ),
    (
        "linked",
        re.compile(
            r"\b(?:link\w*|tie[sd]|affiliat\w*|member\w*|contact|connect\w*|belong\w*"
            r"|financ\w*|fund\w*|support|suspects?|related|cell)\b",
            re.IGNORECASE,
        ),
    ),
)
#: What others say of a group, the document does not say in its own voice.
_SAID = re.compile(r"\b(?:said|says?|told|according to|reported)\b", re.IGNORECASE)
_ACTING = {"nsubj", "poss", "compound", "nmod", "agent", "amod", "npadvmod"}
_UNCLAIMED = re.compile(
    r"\bno (?:group|one|claim|organi[sz]ation)|\bnot (?:yet )?(?:been )?claim|nobody",
    re.IGNORECASE,
)
_FIGHTERS = re.compile(
    r"\b(?:the|these|those|its) (?:\w+ )?(?:militants|insurgents|rebels|guerrillas"
    r"|jihadists|extremists|fighters|terrorists|group|gunmen)\b"
    r"|^\W*(?:militants|insurgents|rebels|guerrillas|gunmen|fighters)\b",
    re.IGNORECASE,
)
#: How much of a document's beginning is its title, in characters.
_TITLE = 200


def hedged(text: str) -> bool:
    """Whether a passage tells what others say or suspect."""
    return _HEDGED.search(text) is not None


def groups(telling: Telling, incident: Incident) -> tuple[Incident, list[Citation]]:
    """Groups named in the passages, each with its strongest link."""
    found: dict[str, dict[str, Citation]] = {}
    for frame in telling.cluster.frames:
        for m in frame.of("GROUP"):
            name = m.get("name")
            link = _link(m, frame, telling.reader)
            if name and m.value and link:
                cited = telling.citer.cite("groups", m, frame)
                found.setdefault(name, {}).setdefault(link, cited)
    if not found:
        found = _topic(telling) or _sole_group(telling)
    links: list[GroupLink] = []
    citations: list[Citation] = []
    for name, by_link in found.items():
        strongest = min(by_link, key=LINKS.index)
        path = f"groups[{len(links)}]"
        links.append(GroupLink(name, strongest))
        citations.append(replace(by_link[strongest], field=path))
    return replace(incident, groups=tuple(links)), citations


def _topic(telling: Telling) -> dict[str, dict[str, Citation]]:
    """The group that the heading of a table or timeline, or the title, is on."""
    reader = telling.reader
    for frame in telling.core:
        if frame.origin not in ("row", "entry"):
            continue
        for named in (reader.heading(frame.section), reader.within(0, _TITLE)):
            groups = [m for m in named if m.label == "GROUP" and m.get("name")]
            if len({m.get("name") for m in groups}) == 1:
                m = groups[0]
                headed = Derivation("heading", m.start, m.end)
                cited = telling.citer.report.cite(
                    "groups", m.start, m.end, headed, (m.start, m.end)
                )
                return {str(m.get("name")): {"alleged": cited}}
    return {}


def _sole_group(telling: Telling) -> dict[str, dict[str, Citation]]:
    """The document's one group, where *the militants* of a passage can only be its."""
    named = [m for m in telling.reader.mentions if m.label == "GROUP" and m.get("name")]
    names = Counter(m.get("name") for m in named)
    name, count = names.most_common(1)[0] if names else ("", 0)
    if not count or count < 0.7 * len(named):
        return {}
    for frame in telling.core:
        text = telling.reader.text[frame.start : frame.end]
        if frame.kind == ATTACK and _FIGHTERS.search(text):
            before = [
                m for m in named if m.start < frame.start and m.get("name") == name
            ]
            if before:
                link = "alleged" if hedged(text) or _SAID.search(text) else "attributed"
                first = before[-1].start, before[-1].end
                cited = telling.citer.report.cite(
                    "groups",
                    first[0],
                    frame.end,
                    Derivation("passage", *first),
                    first,
                )
                far = cited.end - cited.start > LONGEST * 3
                return {} if far else {name: {link: cited}}
    return {}


def _link(group: Mention, frame: Frame, reader: Reader) -> str | None:
    """How the words around a group's name tie it to the incident; None: not at all."""
    text = reader.text
    if frame.origin == "row":
        start, end = text.rfind("\t", 0, group.start) + 1, text.find("\t", group.end)
        near = text[start : end if end > 0 else frame.end]
    else:
        near = text[
            max(frame.start, group.start - 100) : min(frame.end, group.end + 90)
        ]
    for link, cue in _CUES[:3]:
        if cue.search(near) and not (link == "claimed" and not _claims(group, reader)):
            return link
    acts = _acts(group, frame, reader)
    told = acts and _SAID.search(text, frame.start, frame.end)
    if hedged(near) or told:
        return "alleged"
    if acts:
        return "attributed"
    for link, cue in _CUES[3:]:
        if cue.search(near):
            return link
    return "linked" if frame.origin != "sentence" or frame.kind != ATTACK else None


def _claims(group: Mention, reader: Reader) -> bool:
    """Whether it is this group that claims, not one named beside it."""
    span = reader.doc.char_span(group.start, group.end, alignment_mode="expand")
    if span is None:
        return False
    sentence = span.sent
    if _UNCLAIMED.search(sentence.text):
        return False
    verbs = [t for t in sentence if t.lemma_ in ("claim", "admit", "take", "say")]
    subjects = [c for v in verbs for c in v.children if c.dep_ in ("nsubj", "agent")]
    if not subjects or not any(t.i == span.root.i for s in subjects for t in s.subtree):
        return not subjects or "claimed by" in sentence.text
    inner = [t.dep_ for t in (span.root, *span.root.ancestors)]
    return "relcl" not in inner[:4]


def _acts(group: Mention, frame: Frame, reader: Reader) -> bool:
    """Whether the group is who attacks: *GROUP raided*, *GROUP's attack*."""
    span = reader.doc.char_span(group.start, group.end, alignment_mode="expand")
    if span is None:
        return False
    chain = [span.root, *span.root.ancestors][:5]
    doing = any(t.dep_ in _ACTING for t in chain[:3])
    events = [e for e in frame.of("EVENT") if e.get("kind") in ("attack", "plot")]
    tied = tie(reader.doc, group, events) >= NEAR if events else False
    return doing and tied
