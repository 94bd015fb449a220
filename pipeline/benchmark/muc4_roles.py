"""Who did what to whom in a telling, in MUC-4's roles, as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span, Token

from extractors import Mention
from extractors._gazetteer import load as gazetteer
from pipeline.benchmark.muc4_tell import BOMBING, Telling

#: Attackers whatever they do.
_ATTACKERS = frozenset(
    """guerrilla guerrillas terrorist terrorists rebel rebels gunman gunmen subversive
    subversives extremist extremists narcoterrorist narcoterrorists insurgent
    insurgents assassin assassins attacker attackers assailant assailants kidnapper
    kidnappers commando commandos commandoes hitman hitmen sniper snipers sappers
    criminals traffickers bandits killers murderers murderer squads""".split()
)
#: Attackers where they attack.
_ANYONE = frozenset(
    """individual individuals man men person persons people youth youths member members
    group groups squad soldier soldiers troops unit units students gang column
    columns elements subjects officers dealers forces""".split()
)
#: Many of these are armed, most are not.
_BANDS = frozenset("group groups people unit units members elements".split())
_ARMED = re.compile(
    r"\b(?:arm(?:ed|y)|unidentified|unknown|guerrillas?|rebels?|terrorists?|hooded|masked|paid"
    r"|hired|commandos?|subversives?|paramilitary|extremist|of|clandestine|path|[a-z]*eln)\b",
    re.IGNORECASE,
)
_MODIFIERS = frozenset({"amod", "compound", "nmod", "punct", "poss", "advmod"})
_HARM = frozenset(
    """murder assassination killing kidnapping abduction death execution slaying
    shooting attack attempt massacre disappearance wounding""".split()
)
_NOT_STRUCK = re.compile(
    r"\b(?:town|city|village|port|municipality|area|zone|police|army|forces|troops|radio"
    r"|airport|streets?|neighborhood|highways?|garrisons?|base|bases|target|mass|network"
    r"|complex|barracks|checkpoints?|positions?|battalion|brigade|cross)$"
    r"|^(?:military|army|air force|small town)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:in front of|opposite|at|inside|outside|outside of|near|against|under|next to"
    r"|in|on|into|destroy\w*|damag\w*|broke|shatter\w*|hit|struck|attack\w*|blew up"
    r"|dynamited|bombed|burn\w*|set fire to)\W+(?:the |a |an |its |his |their |some "
    r"|several |two |three |four |five |\d+ )?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"^(?:(?:the|an?|some|several|other|at least|about|approximately|\d[\d,]*|one|two"
    r"|three|four|five|six|seven|eight|nine|ten|many|various|first|second|third|fourth"
    r"|powerful|another|its|his|their)\s+)+",
    re.IGNORECASE,
)
#: Organisations that no list of armed groups has.
_ARMED_BODY = re.compile(
    r"\b(?:drug[- ](?:trafficking )?(?:mafias?|cartels?|organi[sz]ations?)|armed forces"
    r"|salvadoran army|army|air force|atlacatl battalion|death squads?)\b",
    re.IGNORECASE,
)
#: The name of a group before its people: FMLN guerrillas, (ELN) rebels.
_LED = re.compile(r"^(?:[A-Z][A-Za-z]+ )*[\[(]?[A-Z]{2,6}[\])]? ")
_NO_WEAPONS = frozenset({"sabotage", "unknown", "other"})
_NO_INSTRUMENT = re.compile(r"(?:ed|ing|bullets?|shots?)$", re.IGNORECASE)
_PRAISED = re.compile(
    r"^(?:(?:very|most|high-?power(?:ed)?|large|small|strong|powerful)\s+)+",
    re.IGNORECASE,
)
_ATTACK = re.compile(r"\s+(?:attacks?|explosions?)$", re.IGNORECASE)
_ATTRIBUTED = re.compile(
    r"\b(?:claim\w* (?:credit|responsib\w+)|responsib\w+|attribut\w+|blam\w+|accus\w+"
    r"|perpetrat\w+|committed|carried out by|work of)\b",
    re.IGNORECASE,
)


def attributed(text: str) -> bool:
    """Whether a sentence says whose deed something was."""
    return _ATTRIBUTED.search(text) is not None


def perpetrators(sentence: Span, events: set[int]) -> Iterator[tuple[str, int]]:
    """Descriptions of attackers, and how surely: 2 where they are said to act."""
    blamed = attributed(sentence.text)
    for token in sentence:
        low = token.lower_
        if token.dep_ == "compound" or low not in _ATTACKERS | _ANYONE:
            continue
        acts = _acts(token, events)
        strong = low in _ATTACKERS
        phrase = _phrase(token)
        if low in _BANDS and not _ARMED.search(phrase):
            continue
        if acts or (strong and token.tag_ == "NNS" and not _suffers(token)):
            yield phrase, 2 * acts + strong + (strong and blamed)


def organisations(
    sentence: Span, mentions: list[Mention], events: set[int]
) -> Iterator[tuple[str, int]]:
    """Groups named, and how surely the deed was theirs."""
    blamed = attributed(sentence.text)
    for m in mentions:
        if m.label == "GROUP":
            token = _token(sentence.doc, m.start, m.end)
            acts = token is not None and _acts(_top(token), events)
            yield m.text, 1 + 2 * blamed + 2 * acts
    for body in _ARMED_BODY.finditer(sentence.text):
        start = sentence.start_char + body.start()
        token = _token(sentence.doc, start, start + len(body[0]))
        if token is not None and _acts(_top(token), events):
            yield body[0], 2


def targets(telling: Telling) -> Iterator[str]:
    """Buildings, vehicles and other things attacked."""
    text = telling.sentence.doc.text
    for m in telling.of("TARGET"):
        if str(m.get("head")).lower() in _people() or m.get("victim"):
            continue
        beside = telling.kind == BOMBING and _BESIDE.search(
            text, max(0, m.start - 40), m.start
        )
        named = _COUNTED.sub("", m.text)
        if (m.get("object") or beside) and not _NOT_STRUCK.search(named):
            yield named


def victims(telling: Telling) -> Iterator[str]:
    """People named who were hit."""
    struck = [m for m in telling.of("KILLED", "INJURED") if m.get("role") != "attacker"]
    struck += [m for m in telling.of("TARGET") if m.get("object")]
    events = {e.start for e in telling.events}
    for m in telling.of("PERSON"):
        inside = any(s.start <= m.start and m.end <= s.end for s in struck)
        token = _token(telling.sentence.doc, m.start, m.end)
        if (
            m.get("role") == "victim"
            or inside
            or (token and _is_hit(_top(token), events))
        ):
            yield m.value


def weapons(telling: Telling) -> Iterator[str]:
    """Weapons named, without what counts or praises them."""
    for m in telling.of("WEAPON"):
        category = m.get("category")
        if m.get("weak") or category in _NO_WEAPONS or _NO_INSTRUMENT.search(m.text):
            continue
        if category == "explosives" and telling.kind != BOMBING:
            continue
        yield _ATTACK.sub("", _PRAISED.sub("", _COUNTED.sub("", m.text)))


@cache
def _people() -> frozenset[str]:
    """Last words of the gazetteer's names for people."""
    return frozenset(
        name.split()[-1].lower()
        for entry in gazetteer("targets").values()
        if entry.fields.get("person")
        for name in (entry.name, *entry.aliases)
    )


def _token(doc: Doc, start: int, end: int) -> Token | None:
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None else None


def _top(token: Token) -> Token:
    """The noun that a name describes or that describes it: FMLN *guerrillas*."""
    for _ in range(4):
        if (
            token.dep_ in {"compound", "appos", "nmod", "poss", "conj"}
            and token.head is not token
        ):
            token = token.head
        elif (
            token.dep_ == "pobj"
            and token.head.lower_ == "of"
            and token.head.head.lower_ in _ANYONE | _ATTACKERS
        ):
            token = token.head.head
        else:
            break
    return token


def _acts(token: Token, events: set[int]) -> bool:
    """Whether ``token`` is the doer of a word of violence."""
    if token.dep_ == "conj":
        token = token.head
    if token.dep_ == "pobj" and token.head.lower_ == "by":
        return True
    if token.dep_ == "nsubj":
        verb = token.head
        near = [verb, *verb.children, *(g for c in verb.children for g in c.children)]
        return any(t.idx in events for t in near)
    return False


def _is_hit(token: Token, events: set[int]) -> bool:
    """Whether ``token`` is who a word of violence is done to."""
    head = token.head
    if token.dep_ in {"nsubjpass", "dobj"} and head.idx in events:
        return True
    return (
        token.dep_ == "pobj"
        and head.lower_ in {"of", "on", "against"}
        and head.head.lower_ in _HARM
    ) or (token.dep_ == "poss" and head.lower_ in _HARM)


def _suffers(token: Token) -> bool:
    return token.dep_ in {"nsubjpass", "dobj"} or (
        token.dep_ == "pobj" and token.head.lower_ in {"against", "between", "with"}
    )


def _phrase(token: Token) -> str:
    """The noun with the words that describe it, as printed."""
    start = token.i
    for left in sorted(token.lefts, key=lambda t: -t.i):
        if (
            left.dep_ not in _MODIFIERS
            or left.right_edge.i != start - 1
            or left.like_num
        ):
            break
        start = left.left_edge.i
    end = token.i + 1
    if token.lower_ in _BANDS - {"units", "unit"} | {"member", "gang", "squad"}:
        for right in token.rights:
            if right.lower_ == "of":
                end = right.right_edge.i + 1
    text = _COUNTED.sub("", token.doc[start:end].text.lstrip("\"'“[(- "))
    return text if token.lower_ in _BANDS else _LED.sub("", text)
