"""More ways to alter a record: what a value is of, and whether it happened at all.

The values keep their quotes and become another's, or the quotes are told otherwise: as
a threat, as a rumour, as a film.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from random import Random
from typing import Any

from extractors import _gazetteer
from pipeline.records import (
    ATTACK_TYPES,
    LEGAL_STEPS,
    LINKS,
    TARGET_CATEGORIES,
    WEAPON_CATEGORIES,
    Incident,
    Range,
    Report,
    Target,
    Weapon,
)

Element = tuple[str, Any]
#: Sentences that tell of no event, person or group.
IDLE = (
    "He visited Mumbai for the weekend.",
    "He considered a holiday by the sea.",
    "The firm won a contract for a new device.",
    "The weather had been fine all week.",
    "Sales of umbrellas rose by a third.",
    "The choir sang until the evening.",
    "She found the book in a drawer.",
    "The committee will meet again in autumn.",
    "Prices of bread have doubled since then.",
    "The team struck a deal with its sponsor.",
)
#: How a whole telling is taken back, by family.
TOLD = {
    "told as untrue": (
        "It is not true that {0}",
        "There is no truth in the claim that {0}",
        "{1}. The story turned out to be false.",
    ),
    "told as denied": (
        "Officials denied a report that {0}",
        "Police rejected rumours that {0}",
        "The ministry dismissed the report that {0}",
    ),
    "told as a hoax": (
        "It was a hoax that {0}",
        "A hoax message had it that {0}",
    ),
    "told as fiction": (
        "In the film, {0}",
        "In the novel, {0}",
        "In the television series, {0}",
        "In the video game, {0}",
    ),
    "told as an exercise": (
        "During the drill, {0}",
        "In the exercise, {0}",
        "Under the scenario of the simulation, {0}",
    ),
}
#: What did happen becomes what did not, by family; a bare form follows the words.
_UNREAL = {
    "would have": "would have",
    "could have": "could have",
    "might have": "might have",
}
_INTENDED = {
    "threatened to": "threatened to",
    "will": "will",
    "vowed to": "vowed to",
    "wanted to": "wanted to",
    "was afraid to": "feared that others would",
}
#: Past forms, the participle, the bare form.
_VERBS = {
    "killed": ("killed", "kill"),
    "injured": ("injured", "injure"),
    "wounded": ("wounded", "wound"),
    "murdered": ("murdered", "murder"),
    "died": ("died", "die"),
    "exploded": ("exploded", "explode"),
    "detonated": ("detonated", "detonate"),
    "attacked": ("attacked", "attack"),
    "bombed": ("bombed", "bomb"),
    "shot": ("shot", "shoot"),
    "stabbed": ("stabbed", "stab"),
    "kidnapped": ("kidnapped", "kidnap"),
    "abducted": ("abducted", "abduct"),
    "hijacked": ("hijacked", "hijack"),
    "stormed": ("stormed", "storm"),
    "opened fire": ("opened fire", "open fire"),
    "blew up": ("blown up", "blow up"),
    "arrested": ("arrested", "arrest"),
    "detained": ("detained", "detain"),
    "charged": ("charged", "charge"),
    "convicted": ("convicted", "convict"),
    "sentenced": ("sentenced", "sentence"),
}
_VERB = re.compile(
    r"\b(?:(?P<be>was|were|has been|have been|had been) )?"
    rf"(?P<verb>{'|'.join(sorted(_VERBS, key=len, reverse=True))})\b"
)
#: The fields whose values the verb of the quote tells, each with its verbs.
_TELLS = {
    "killed": r"killed|died|murdered|shot",
    "injured": r"injured|wounded",
    "incident_type": r".*",
    "outcome": r".*",
    "attack_types": r"exploded|detonated|bombed|shot|stabbed|kidnapped|abducted"
    r"|hijacked|opened fire|blew up|stormed",
    "legal": r"arrested|detained|charged|convicted|sentenced",
}
_PEOPLE = (
    r"people|persons|men|women|children|civilians|soldiers|troops|policemen"
    r"|police officers|officers|worshippers|passengers|students|villagers|residents"
    r"|guards|workers|others|victims"
)
#: Who is counted becomes what is no person.
THINGS = ("sheep", "vehicles", "cattle", "houses", "trees", "laptops", "per cent")
#: Words with a capital that name no place and no person.
_CAPITAL = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April"
    " June July August September October November December Islamic Muslim Christian"
    " Jewish Catholic Sunni Shiite Kurdish French German British American Russian"
    " Turkish Israeli Iraqi Afghan Pakistani Indian Spanish Chinese Police Army Navy"
    " State Taliban Hamas Hezbollah Kalashnikov Soldiers Gunmen Militants Officials"
    " Several There They After When Three Four Five Twelve Minister President"
    " Ministry Court Parliament Christmas Easter Ramadan".split()
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL = frozenset(
    "the a an and or of in on at by for to from with as is was were are be been has had"
    " have that which who whom this these those his her its their not no it he she they"
    " but after before when while into over about than more least two three one".split()
)


def altered(
    incident: Incident,
    report: Report,
    element: Element,
    quotes: str,
    others: list[Incident],
    random: Random,
) -> Iterator[tuple[str, Any]]:
    """Other values for the same citations, by family."""
    field, value = element
    if isinstance(value, Target | Weapon):
        yield from _category(field, value, random)
    if field in ("places", "targets", "suspects.names"):
        yield from _other_words(field, value, quotes, report, incident, others, random)
    if field == "places":
        yield from (("a person for a place", n) for n in _persons(incident, quotes))
    if field == "suspects.names":
        yield from (("a place for a person", p) for p in _printed(incident, quotes))
    if field == "groups":
        wrong = [x for x in LINKS if x != value.link]
        yield from ((f"link made {x}", replace(value, link=x)) for x in wrong)
    if field == "suspects.nationalities":
        away = {*incident.countries} - {*incident.suspects.nationalities}
        yield from (("the place's country", c) for c in sorted(away))
    if field in ("killed", "injured"):
        count = incident.suspects.count_min, incident.suspects.count_max
        known = [incident.killed, incident.injured, incident.casualties]
        if None not in count and count[0] != 1 and Range(*count) not in known:
            yield "count of suspects for a toll", Range(*count)
    if field == "suspects.count" and incident.killed:
        toll = incident.killed.min, incident.killed.max
        if None not in toll and toll != value and (toll[0] or 0) > 1:
            yield "toll for a count of suspects", toll
    if field == "suspects.ages":
        known = set(incident.suspects.ages)
        for digits in re.findall(r"(?<![\w.,])\d{1,2}(?![\w,]|\.\d)", quotes)[:3]:
            if int(digits) not in known and int(digits) > 4:
                yield "another figure for an age", int(digits)
    yield from _terms(incident, element)


def _terms(incident: Incident, element: Element) -> Iterator[tuple[str, Any]]:
    field, value = element
    if field == "attack_types":
        wrong = [t for t in ATTACK_TYPES[:-1] if t not in incident.attack_types]
        yield from (("every other attack type", t) for t in wrong)
    elif field == "legal":
        wrong = [t for t in LEGAL_STEPS if t not in incident.legal]
        yield from (("every other legal step", t) for t in wrong)
    elif field == "incident_type":
        kinds = {
            "attack": ("arrest",),
            "plot": ("attack",),
            "arrest": ("attack", "plot"),
        }
        yield from (("another incident type", t) for t in kinds[value])
    elif field == "outcome":
        ends = {
            "completed": ("failed", "abandoned"),
            "failed": ("completed", "abandoned"),
            "foiled": ("abandoned",),
            "unknown": ("abandoned", "foiled"),
            "abandoned": ("foiled",),
        }
        yield from (("every other outcome", t) for t in ends[value])


def _category(
    field: str, value: Target | Weapon, random: Random
) -> Iterator[tuple[str, Any]]:
    terms = TARGET_CATEGORIES if field == "targets" else WEAPON_CATEGORIES
    others = [t for t in terms if t not in (value.category, "unknown", "other")]
    for term in random.sample(others, 3):
        yield f"another category of {field}", replace(value, category=term)


def _other_words(
    field: str,
    value: Any,
    quotes: str,
    report: Report,
    incident: Incident,
    others: list[Incident],
    random: Random,
) -> Iterator[tuple[str, Any]]:
    """Words of the quote that no record gives as a value of the field."""
    known = " ".join(
        text.casefold()
        for record in (incident, *others)
        for text in (
            *record.places,
            *(t.text for t in record.targets),
            *(w.text for w in record.weapons),
            *record.suspects.names,
            *(g.name for g in record.groups),
        )
    )
    told = {w.casefold() for w in _WORD.findall(known)}
    words = {
        w
        for w in _WORD.findall(quotes)
        if w.casefold() not in told | _SMALL and len(w) > 3
    }
    plain = {w for w in words if w[0].islower()}
    if field == "targets":
        plain -= {w for w in plain if w.casefold() in _target_words()}
    capital = {w for w in words if w in _CAPITAL}
    for new in _some(plain, random) + _some(capital, random):
        text = replace(value, text=new) if isinstance(value, Target) else new
        yield f"other words for {field}", text
    for name in [g.name for g in incident.groups if g.name in quotes][:1]:
        text = replace(value, text=name) if isinstance(value, Target) else name
        yield f"a group for {field}", text


def _some(words: set[str], random: Random) -> list[str]:
    return random.sample(sorted(words), min(2, len(words)))


def _target_words() -> set[str]:
    return {
        w.casefold()
        for e in _gazetteer.load("targets").values()
        for name in (e.name, *e.aliases)
        for w in _WORD.findall(name)
    }


def _persons(incident: Incident, quotes: str) -> list[str]:
    return [n for n in incident.suspects.names if n in quotes][:1]


def _printed(incident: Incident, quotes: str) -> list[str]:
    return [p for p in incident.places if p in quotes][:1]


def retold(
    incident: Incident, element: Element, quote: str, random: Random
) -> Iterator[tuple[str, str]]:
    """Other quotes, that no longer say the value, by family."""
    field, value = element
    if incident.assertion == "denied" or value in ("denied", "alleged"):
        return
    if field == "groups" and value.link in ("denied", "alleged", "linked", "inspired"):
        return
    yield "an idle sentence", random.choice(IDLE)
    for family, forms in TOLD.items() if not re.search(r"[\t|]", quote) else ():
        form = random.choice(forms)
        yield family, form.format(_lowered(quote), quote.rstrip(". "))
    yield from _unreal(field, incident, quote, random)
    if field in ("killed", "injured") and value.min:
        yield from _things(quote, random)


def _says(sentence: str, value: Any) -> bool:
    text = value if isinstance(value, str) else getattr(value, "text", "")
    return bool(text) and text.casefold() in sentence.casefold()


def _lowered(quote: str) -> str:
    """``quote`` as it goes on after other words."""
    first = quote.split(" ")[0]
    low = first.casefold() in _SMALL or first.casefold() in ("at", "on", "in", "an")
    return quote[:1].lower() + quote[1:] if low else quote


def _unreal(
    field: str, incident: Incident, quote: str, random: Random
) -> Iterator[tuple[str, str]]:
    """Every verb that tells the value, as of what did not happen."""
    if field not in _TELLS or incident.incident_type == "plot":
        return
    verbs = list(_VERB.finditer(quote))
    if not verbs or not all(re.fullmatch(_TELLS[field], m["verb"]) for m in verbs):
        return
    told = re.sub(_VERB, " ", quote)
    if re.search(
        r"dead|death|kill|wound|injur|bomb|explo|shoot|shot|attack|blast|arrest|deton"
        r"|murder|assassin|assault|massacre|gun|custody|trial|court|prison|convict"
        r"|accus|sentenc|hostage|kidnap|fir(?:e|ed|ing)\b|toll|fatal|casualt|victim"
        r"|hijack|stab|charge|raid|ambush|burn|rocket|grenade|mortar|mine|knife|guilty",
        told,
        re.IGNORECASE,
    ):
        return
    for family, words in _UNREAL.items():
        yield family, _VERB.sub(partial(_past, words=words), quote)
    for family, words in _INTENDED.items():
        yield family, _VERB.sub(partial(_bare, words=words), quote)


def _past(match: re.Match[str], words: str) -> str:
    participle = _VERBS[match["verb"]][0]
    return f"{words} been {participle}" if match["be"] else f"{words} {participle}"


def _bare(match: re.Match[str], words: str) -> str:
    participle, bare = _VERBS[match["verb"]]
    return f"{words} be {participle}" if match["be"] else f"{words} {bare}"


def _things(quote: str, random: Random) -> Iterator[tuple[str, str]]:
    """Whoever is counted, as what is no person."""
    counted = re.compile(
        rf"(?P<n>\d[\d,]*|\b[a-z]+(?:-[a-z]+)?) (?P<who>{_PEOPLE})\b", re.IGNORECASE
    )
    if len(re.findall(rf"\b(?:{_PEOPLE})\b", quote, re.I)) != 1:
        return
    for thing in random.sample(THINGS, 2):
        changed = counted.sub(rf"\g<n> {thing}", quote)
        if changed != quote:
            yield "people made things", changed
    dollars = re.sub(rf"(?<!\w)(\d[\d,]*) (?:{_PEOPLE})\b", r"$\1", quote)
    if dollars != quote:
        yield "people made things", dollars
