"""Groups: a name or alias in the quote, and near it the words of the link."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import combinations

from extractors import _gazetteer
from pipeline.assemble.support.evidence import Evidence, Shown, asserted
from pipeline.records import GroupLink

#: How far from the name the words of its link are looked for, in characters.
NEAR = 130


def _cue(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})", re.IGNORECASE)


_CLAIM = _cue(
    r"claim(?:ed|s|ing)?\b|claim of responsib|responsibility|admi(?:tted|ssion)|boast"
    r"|took credit|owned up|said (?:\w+ ){0,2}(?:it|they) (?:had|was|were|carried"
    r"|did)\b"
)
_DENY = _cue(
    r"den(?:y|ied|ies|ying|ial)\b|disown|disavow|reject|(?:not|never|no|n[’']t"
    r"|nothing)\b"
    r".{0,25}\b(?:link|connect|tie|tied|involve|responsib|evidence|behind|to do with"
    r"|member)|(?:had|took|played) no part"
)
_DIRECT = _cue(
    r"direct(?!or)|instruct|orchestrat|guid|order(?:ed|s)|remote|handler|mastermind"
    r"|in charge"
    r"|coordinat|co-ordinat|command(?:ed|ing)|sent\b|equip|dispatch"
)
_INSPIRE = _cue(
    r"inspir|sympathi[sz]|support(?:er|ing)|pledg|allegian|follower|admir|radicali"
    r"|cue from"
    r"|in the name of"
)
_LINK = _cue(
    r"link|ties?\b|tied|affiliat|member|contact|connect|belong|financ|fund|suspects\b"
    r"|relat|cell|associat|operative|recruit|train|join|leader|wing|branch|arrest"
    r"|detain"
    r"|founder|head of|part of|convict|raise|transfer|shipment|style|split|support\b"
    r"|activit|indict|charged"
)
_HEDGE = _cue(
    r"alleg|reported|suspect(?!s\b)|suspicio|believ|purport|accus|apparent|blam"
    r"|hallmark"
    r"|points? to|presum|claim|initial|possib|may\b|might|likely|thought|said|says?\b"
    r"|told"
    r"|according|attribut|assum|suggest|unclear|appear|holds? |held"
)
_ACT = _cue(
    r"by\b|attack|bomb|kill|kidnap|abduct|shot|shoot|carried out|launch|fire|seiz"
    r"|storm|raid"
    r"|plot|plan|hijack|assassin|explo|murder|blew|blast|insurgen|militant|fighter"
    r"|gunm|m[ae]n\b"
    r"|women|bomber|member|terroris|cell|behind|drove|struck|responsible|operat|strike"
    r"|wing|unit|rebel|guerrilla|faction|arm\b|hit|target|work of|takeover|dynamit"
    r"|destroy|ambush|assault|massacr|murder|execut|offensiv"
)
#: What is only suspected is alleged, not linked.
_SUSPECTED = _cue(
    r"alleged(?!ly)|(?:is|are|was|were|been) suspected|hold .{0,30}responsible"
    r"|suspicion"
)
#: A group that gave the orders is more than one that is linked or did it.
_ORDERED = _cue(r"directives?|directed by|instruct|orchestrat|handler|remote")
_CUES = {
    "claimed": _CLAIM,
    "denied": _DENY,
    "directed": _DIRECT,
    "inspired": _INSPIRE,
    "linked": _LINK,
    "alleged": _HEDGE,
    "attributed": _ACT,
}


def bears(group: GroupLink, shown: Shown) -> bool:
    """Whether a quote names the group and says that it is linked so."""
    return any(
        _linked(group.link, near) or (group.link == "alleged" and e.headed)
        for e in shown
        for near in _near(group.name, e)
    )


def _linked(link: str, near: str) -> bool:
    cue = _CUES[link]
    if link == "denied":
        return cue.search(near) is not None
    if _DENIED.search(near):
        return False
    claimed = _claimed(near)
    if link == "claimed":
        return claimed
    if claimed and link in ("attributed", "alleged"):  # the strongest stands
        return False
    if link == "linked" and _SUSPECTED.search(near):
        return False
    if link in ("attributed", "linked") and _ORDERED.search(near):
        return False
    return any(asserted(cue, near))


_DENIED = re.compile(
    r"\bnot (?:been )?(?:\w+ )?(?:link|connect|tied|attribut|carried|behind|direct"
    r"|inspir"
    r"|member|affiliat|blam|accus)\w*|\bden(?:y|ied|ies) (?:any|all|having|that it"
    r"|that they"
    r"|its|their|it |involve|respons|carry|link)|\bno (?:\w+ )?(?:link|connection"
    r"|ties)\b",
    re.IGNORECASE,
)


_NOBODY = re.compile(r"\b(?:no (?:\w+ )?(?:group|one|organi[sz]ation)|nobody)\b", re.I)
_CLAUSE = re.compile(r"[.;!?]\s|\bbut\b")


def _claimed(near: str) -> bool:
    """Whether somebody claims an act, and does not merely say that something is so."""
    return any(
        not re.match(r"\s+(?:that|to(?! it| have))\b", near[m.end() :])
        and not _NOBODY.search(_CLAUSE.split(near[: m.start()])[-1])
        for m in asserted(_CLAIM, near)
    )


def _near(name: str, one: Evidence) -> list[str]:
    """The words around each mention of the group."""
    text = one.whole
    return [
        text[max(0, start - NEAR) : end + NEAR] for start, end in mentions(name, text)
    ]


def mentions(name: str, text: str) -> list[tuple[int, int]]:
    """Where ``text`` names the group, and not a longer name of another."""
    aliases = _aliases().get(name, (name,))
    found = [s for alias in aliases for s in _find(alias, text)]
    if not found:
        return []
    longer = [s for alias in _longer(name) for s in _find(alias, text)]
    own = [
        (a, b)
        for a, b in found
        if not any(x <= a and b <= y and (x, y) != (a, b) for x, y in longer)
    ]
    return sorted(own)


@cache
def _aliases() -> dict[str, tuple[str, ...]]:
    return {
        e.name: (e.name, *e.aliases, *e.fields.get("ambiguous", ()))
        for e in _gazetteer.load("groups").values()
    }


def _longer(name: str) -> tuple[str, ...]:
    """Names of other groups that hold a name of this one."""
    own = dict.fromkeys(_level(a) for a in _aliases().get(name, (name,)))
    held = [alias for short in own for alias in _holders().get(short, ())]
    return tuple(alias for other, alias in dict.fromkeys(held) if other != name)


@cache
def _holders() -> dict[str, tuple[tuple[str, str], ...]]:
    """By each run of words that stands in a longer name: the groups and that name."""
    held: dict[str, dict[tuple[str, str], None]] = {}
    for name, aliases in _aliases().items():
        for alias in aliases:
            words = _level(alias).split()
            for first, last in combinations(range(len(words) + 1), 2):
                if last - first < len(words):
                    run = " ".join(words[first:last])
                    held.setdefault(run, {})[name, alias] = None
    return {run: tuple(names) for run, names in held.items()}


def _level(text: str) -> str:
    """``text`` in lower case without accents and apostrophes; marks are blanks."""
    return " ".join(word for word, _, _ in _words(text))


def _words(text: str) -> list[tuple[str, int, int]]:
    return [
        (_plain(m.group()), m.start(), m.end())
        for m in re.finditer(r"[^\W_]+(?:['’‘`ʻ][^\W_]+)*", text)
    ]


@lru_cache(maxsize=20_000)
def _plain(word: str) -> str:
    parts = unicodedata.normalize("NFKD", re.sub(r"['’‘`ʻ]s$", "", word).casefold())
    return re.sub(
        r"['’‘`ʻ]", "", "".join(c for c in parts if not unicodedata.combining(c))
    )


def _find(alias: str, text: str) -> list[tuple[int, int]]:
    """Spans of ``alias`` in ``text``, its vowels and doubled letters left open."""
    if len(alias) <= 4 and alias.isupper():
        spans = re.finditer(
            rf"(?<!\w){alias}(?!\w)", text, re.I if text.isupper() else 0
        )
        return [m.span() for m in spans]
    return [m.span() for m in _pattern(alias).finditer(text)]


@lru_cache(maxsize=8192)
def _pattern(alias: str) -> re.Pattern[str]:
    """The words of the alias in order; in a long name vowels and marks may vary."""
    words = [w for w, _, _ in _words(alias)]
    if len(alias) >= 7:
        words = ["".join(map(_letter, _runs(w))) for w in words]
    joined = r"[\s\W_]{1,3}".join(words)
    return re.compile(rf"(?<!\w){joined}h?(?:['’]?s)?(?!\w)", re.IGNORECASE)


def _runs(word: str) -> str:
    """``word`` with one letter for each run of vowels or of one consonant."""
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy]+", "a", word))


def _letter(letter: str) -> str:
    """What may stand for ``letter`` where names are transliterated."""
    if letter == "a":
        return r"(?:[aeiouyäöüáéíóúàèâêîôû]['’‘]?){1,3}"
    if not letter.isalpha():
        return re.escape(letter)
    same = next((pair for pair in ("qk", "sz", "gj") if letter in pair), letter)
    return rf"[{same}]{{1,2}}['’‘]?"
