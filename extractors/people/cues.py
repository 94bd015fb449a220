"""Which side a person stands on, by the words around the name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from incidents.extractors._nouns import beside_names, is_attacker
from incidents.extractors.figures.words import BEING, Words

_ACCUSED = frozenset(
    "arrested detained charged convicted sentenced indicted apprehended jailed "
    "imprisoned accused nabbed extradited captured remanded acquitted prosecuted "
    "suspected tried interrogated questioned handcuffed".split()
)
_HARMED = frozenset(
    "killed injured wounded murdered assassinated shot stabbed abducted kidnapped "
    "beheaded executed slain hurt hit struck gunned attacked ambushed hospitalized "
    "hospitalised taken pronounced beaten targeted".split()
)
_DID = frozenset(
    "killed shot stabbed attacked opened detonated fired threw admitted confessed "
    "pleaded pled planned plotted surrendered carried rammed drove fled bombed "
    "murdered assassinated blew planted recruited masterminded orchestrated "
    "pledged hijacked radicalized radicalised injured wounded allegedly".split()
)
_SUFFERED = frozenset("died survived escaped succumbed suffered perished".split())
_SPOKE = frozenset(
    "said says told added announced stated condemned confirmed declared explained "
    "warned noted argued wrote reported denied vowed tweeted commented".split()
)
_BLAMED = frozenset(
    "defendant co-defendant ringleader mastermind perpetrator accomplice arrest "
    "arrested arresting detained charged indicted accused convicted alleged suspected "
    "against operative recruiter leader financier jailed sentenced imprisoned caught "
    "nabbed".split()
)
#: Right before a name, what was done to it.
_STRUCK = frozenset("shot stabbed attacked kidnapped abducted wounded injured".split())
#: Before *by*, what those named did.
_DONE = frozenset(
    "carried committed perpetrated masterminded planned staged planted conducted "
    "executed organised organized prepared".split()
)
_MOURNED = frozenset(
    "killing killed wounding wounded injuring injured murder murdered victim victims "
    "deceased assassination assassinated death kidnapped abducted kidnapping abducting "
    "including slain survivor shooting dead".split()
)
TITLES = beside_names("titles")
_OFFICES = beside_names("offices")
_PLOTTING = _BLAMED | _ACCUSED | frozenset("plot plots cell trial suspects".split())
_DECEASED = frozenset(
    "victim victims deceased dead slain body killed woman passenger hostage".split()
)
_ARTICLES = frozenset("a an the suspected alleged lone".split())
#: A minister may be shot, and the accused may speak.
_WEIGHT = {"suspect": 3, "victim": 3, "official": 1}


class Told(NamedTuple):
    """The side that the words after a name, and those before it, show it on."""

    after: str | None
    before: str | None


def told(words: Words, start: int, end: int) -> Told:
    """What the words beside the name there show."""
    return Told(_after(words, end), _before(words, start, end))


def role(words: Words, start: int, end: int) -> str:
    """``suspect``, ``victim``, ``official`` or ``unknown``, for the name there."""
    shown = told(words, start, end)
    for one in shown:
        if one in {"suspect", "victim"}:
            return one
    if "official" in shown or _offices(words, start, end):
        return "official"
    return "suspect" if _abridged(words, start, end) else "unknown"


def settled(roles: Iterable[str]) -> str:
    """The role that a report gives one name most often; an office weighs least."""
    votes = Counter(r for r in roles if r != "unknown")
    return max(
        votes, key=lambda r: (votes[r] * _WEIGHT[r], r != "victim"), default="unknown"
    )


def _abridged(words: Words, start: int, end: int) -> bool:
    """Whether a surname is cut to its initial, as the press does with the accused."""
    last = words.tokens[end - 1].text
    first, stop = words.sentence(start)
    return (
        len(last) == 2
        and last[1] == "."
        and bool(_PLOTTING & set(words.low[first:stop]))
    )


def _after(words: Words, i: int) -> str | None:
    passive = False
    for j in range(i, i + (15 if words.at(i) == "," else 9)):
        if words.ends(j):
            return None
        word = words.low[j]
        passive = passive or word in BEING
        if word in _ACCUSED:
            return "suspect" if passive or word in {"suspected", "accused"} else None
        if word in _HARMED and passive:
            return "victim"
        if word in _SUFFERED:
            return "victim"
        if word in _SPOKE:
            return "official"
        if word in _DID and not passive:
            return "suspect"
        if j < i + 5 and _attacker(words, j) and words.low[j - 1] in _ARTICLES:
            return "suspect"
    return None


def _before(words: Words, i: int, end: int) -> str | None:
    for j in range(i - 1, max(-1, i - 10), -1):
        if words.ends(j):
            return None
        word = words.low[j]
        if word in _HARMED | _DONE and words.low[i - 1] == "by":
            return "suspect"
        if j == i - 1 and word in _STRUCK and words.at(j - 1) not in BEING:
            return "victim"
        if word in _BLAMED or (j > i - 4 and _attacker(words, j)):
            return "suspect"
        if word == "identified":
            before = words.low[max(0, j - 8) : j]
            return "victim" if set(before) & _DECEASED else "suspect"
        if word in _MOURNED:
            return "victim"
        if word in _SPOKE:  # "said Smith, a spokesman", not "said Smith fled"
            spoke = words.ends(end) or words.at(end) in {",", "of"}
            return "official" if spoke and words.at(j + 1) != "that" else None
        if word == "to" and words.at(j - 1) == "according":
            return "official"
    return None


def _attacker(words: Words, j: int) -> bool:
    return is_attacker(words.low[j])


def _offices(words: Words, start: int, end: int) -> bool:
    around = (*words.low[max(0, start - 4) : start], *words.low[end : end + 6])
    return bool(set(around) & _OFFICES)
