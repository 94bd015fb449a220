"""Verbs of many uses that tell of violence only with a weapon as subject or object.

*Fired three rockets* is an attack and *fired three clerks* is none; *was damaged by a
bomb* is one and *was damaged by rain* none. Words alone are read, not the parse, so
that headings and capitals are read as running text is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span

from incidents.extractors._phrases import words, words_after, words_before

#: How far a verb's subject and object may be, and the noun after *by*, in words.
_REACH, _NEAR = 8, 6
_BEING = words("was were been being be is are gets got")
_AGENCY = words("by with")
_UNCOUNTED = words("dozens scores hundreds thousands numerous many countless")
_HOSTAGE = r"hostages?$|captives?$|prisoners?$"
#: What each kind of thing is called; a word that begins so is one.
_THINGS = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "thrown": (
            r".*bomb|.*grenade|molotov|cocktails?$|.*explosives?$|dynamite|acid$|petrol"
            r"|sticks?$|devices?$|fire$|stones?$|rocks?$"
        ),
        "fired": (
            r".*rockets?$|missiles?$|mortars?$|.*shells?$|projectiles?$|.*grenades?$"
            r"|rounds?$|.*shots?$|bullets?$|rpgs?$|katyushas?$|qassams?$"
        ),
        "planted": (
            r".*bombs?$|.*explosives?$|devices?$|.*mines?$|dynamite|.*grenades?$|booby"
            r"|charges?$|incendiar|ieds?$|vbieds?$|time-?bombs?$"
        ),
        "bomb": (
            r".*bombs?$|explosives?$|dynamite$|sticks$|ieds?$|vbieds?$|booby|landmines?$"
        ),
        "taker": (
            r"gunm[ae]n$|kidnappers?$|abductors?$|militants?$|rebels?$|insurgents?$"
            r"|guerrill?as?$|terrorists?$"
        ),
        "armed": (
            r".*bomb|.*blast|.*explosi|.*rocket|missile|mortar|.*grenade|.*shells?$|.*mines?$"
            r"|dynamite|molotov|petrol|incendiar|arson|gunm[ae]n|gunfire|gunshot"
            r"|militant|rebel|insurgent|terrorist|assailant|guerrilla|attackers?$"
            r"|extremist|separatist|suicide|shots$|bullet|shooting|ambush|attacks?$|ieds?$"
            r"|snipers?$|arsonists?$|shrapnel"
        ),
        "deed": (
            r".*attacks?$|attacking$|.*bombings?$|bombs?$|blow$|kill$|killings?$|murders?$"
            r"|assassinat|massacres?$|stab$|shoot$|shootings?$|strike$|burn$|torch$|raids?$"
            r"|kidnap|hijack|explosions?$|arson|assaults?$|storm$|behead|ram$"
        ),
        "site": (
            r"embass|consulat|synagogue|church|mosque|temple|cathedral|barracks?$|bases?$"
            r"|stadium|airport|station|parliament|town$|police|school|nightclub|mall$"
            r"|markets?$|hotels?$|headquarters|targets?$|courthouse|court$|ministry|bridge"
        ),
        "lives": r"lives$|life$",
        "people": (
            r"people$|pedestrians?$|passers|passer|cyclists?$|crowds?$|shoppers?$|wom[ae]n$"
            r"|soldiers?$|officers?$|policem[ae]n$|worshippers?$|tourists?$|civilians?$"
            r"|children$|revell?ers?$|students?$|m[ae]n$"
        ),
        "seized": (
            r"embass|consulat|premises|headquarters|ministry|mission|residence|barracks?$"
            r"|towns?$|villages?$|cit(?:y|ies)$|districts?$|camps?$|bases?$|outposts?$"
            r"|checkpoints?$|planes?$|airliners?$|aircraft$|ships?$|vessels?$|tankers?$"
            r"|ferry|boats?$|bus(?:es)?$|trains?$|stations?$|banks?$|airports?$|ports?$"
            r"|parliament$|hotels?$|schools?$|church|mosque|area$|offices?$|buildings?$"
            rf"|{_HOSTAGE}"
        ),
        "poison": (
            r"anthrax|sarin|ricin|cyanide|arsenic|chlorine|salmonella|.*toxins?$|vx$"
            r"|thallium|polonium|novichok|nerve$|mustard$|phosgene|plague$|poison"
        ),
        "hostage": _HOSTAGE,
        "flames": r"fire$|ablaze|alight|flames?$",
        "premises": (
            r"embass|consulat|offices?$|building|headquarters|station|residence|mission"
            r"|ministry|church|mosque|airport|hotel|school|bank|parliament"
        ),
    }.items()
}


def struck_with(span: Span, thing: str) -> bool:
    """Whether a ``thing`` is what is thrown, found or seized by verb ``span``.

    Args:
        span: The verb.
        thing: A kind of thing, such as ``fired``.
    """
    behind = words_before(span, _REACH)
    passive = bool(_BEING & {*behind[-3:]}) or _any(thing, behind[-1:])
    if passive and _any(thing, behind):
        return True
    ahead = words_after(span, _REACH)
    return not _BEING & {*ahead[:2]} and _any(thing, ahead)


def strikes(span: Span, thing: str) -> bool:
    """Whether a ``thing`` does what verb ``span`` tells: its subject, or after *by*."""
    if _any(thing, words_before(span, _REACH)):
        return True
    ahead = words_after(span, _NEAR + 2)
    by = next((n for n, word in enumerate(ahead) if word in _AGENCY), len(ahead))
    return _any(thing, ahead[by + 1 : by + _NEAR])


def several(span: Span) -> bool:
    """Whether verb ``span`` has more objects than anyone has counted."""
    return bool(_UNCOUNTED & {*words_after(span, 2)})


def _any(thing: str, near: Sequence[str]) -> bool:
    return any(_THINGS[thing].match(word) for word in near)
