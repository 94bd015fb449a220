"""Quotes told otherwise: as untrue, as a film, as a threat, of things for people."""

import re
from collections.abc import Iterator
from functools import partial
from random import Random

from incidents.pipeline.records import Incident
from tests.pipeline.assemble.alterations.record import Element
from tests.pipeline.assemble.alterations.roles import SMALL

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


def quotes(
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


def _lowered(quote: str) -> str:
    """``quote`` as it goes on after other words."""
    first = quote.split(" ")[0]
    low = first.casefold() in SMALL or first.casefold() in ("at", "on", "in", "an")
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
