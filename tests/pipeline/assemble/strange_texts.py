"""Texts that a stranger changes under a record, which stays as it is or follows.

What is said becomes a novel, a drill, a rumour or a threat, people become sheep, a
claim a denial: the value no longer follows. Or it is as true as before: then it stands.
Only sentences of one clause are put under another, for of a longer one a part may be
told as true all the same.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from random import Random
from typing import Any

from incidents.pipeline.records import Incident, Range, Report
from tests.pipeline.assemble.alterations import (
    Altered,
    Element,
    cited,
    elements,
    put,
)

Both = tuple[Incident, Report]
Change = Callable[[str], str]
#: Told so, nothing of it happened.
FICTION = {
    "in a novel": "In the novel, {}.",
    "in a video game": "In the video game, {}.",
    "in a film": "In the film, {}.",
    "in a drill": "During the drill, {}.",
    "in a scenario": "In the scenario for the exercise, {}.",
}
#: Told so, it is not said to have happened.
UNTRUE = {
    "it is not true that": "It is not true that {}.",
    "turned out to be false": "Reports that {} turned out to be false.",
    "denied a report that": "Officials denied a report that {}.",
    "a hoax": "The claim that {} was a hoax.",
    "an invention": "The story that {} was an invention.",
    "no evidence that": "There is no evidence that {}.",
    "nobody knows whether": "Nobody knows whether {}.",
}
FEARED = {"it is feared that": "It is feared that {}."}
#: Told so, it is as true as before.
CONFIRMED = {
    "stands: confirmed that": "Officials confirmed that {}.",
    "stands: it is true that": "It is true that {}.",
    "stands: in heavy rain": "In heavy rain, {}.",
}
#: Put before a passage, it says nothing of it.
BESIDE = (
    "The film festival in the next town opened as planned. ",
    "A novel about the sea won the prize. ",
    "No one was hurt when a lorry overturned on the motorway. ",
    "The annual fire drill passed off well. ",
    "The minister denied a report that taxes would rise. ",
)
_IRREALIS = {
    "would have": ("would have killed", "would have been"),
    "could have": ("could have killed", "could have been"),
    "might have": ("might have killed", "might have been"),
    "threatened to": ("threatened to kill", "are threatened with being"),
    "vowed to": ("vowed to kill", ""),
    "will": ("will kill", "will be"),
}
_PEOPLE = (
    "people|persons|civilians|soldiers|policemen|police officers|officers|men|women"
    "|children|passengers|worshippers|students|villagers|troops|workers"
)
_SHEEP = ("sheep", "vehicles", "goats", "houses", "per cent", "dollars", "kilometres")
_OTHERS = ("residents", "passers-by", "shoppers", "bystanders")
_PLACES = ("Hamburg", "Peshawar", "Lyon", "Mombasa")
_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
).split()
_MONTHS = (
    "January February March April May June July August September October November "
    "December"
).split()
#: A sentence with one of these is of several clauses, or told by somebody.
_JOINED = re.compile(
    r"\b(?:who|whom|whose|which|that|when|where|while|whether|after|before|since|as|if"
    r"|because|although|though|despite|following|but|not|no|said|says?|according"
    r"|believed|alleged|suspected|claimed|planned|would|could|may|might|will)\b"
    r"|[;:()\"“”\t\n]",
    re.I,
)
_EVENT = re.compile(
    r"\b(?:kill|bomb|attack|explo|shoot|shot|fire|stab|kidnap|abduct|hijack|raid|blast"
    r"|blew|blow|detonat|grenade|dead|died|wound|injur|hurt|ramm|storm)",
    re.I,
)
_FIRST = frozenset(
    "a an the in on at two three four five six seven eight nine ten several some "
    "police gunmen militants attackers suspected armed another one".split()
)
_STEPS = {
    "arrested": (r"arrest\w*|detain\w*|captur\w*|custody|held|seized", "arrested"),
    "charged": (r"charg\w+|indict\w*|accus\w+|prosecut\w*", "charged"),
    "convicted": (
        r"convict\w*|sentenc\w+|guilty|jail\w*|prison",
        "convicted|sentenced",
    ),
}


def altered(incident: Incident, report: Report) -> Iterator[Altered]:
    """Every change of the text after which a value of the record must be refused."""
    random = Random(f"texts {report.doc_id} {incident.incident_id}")
    for element in elements(incident):
        field, value = element
        for family, frame in _frames(field, value).items():
            if both := _framed(incident, report, field, frame):
                yield Altered(family, element, *both)
        for family, change in _changes(field, value, random):
            if both := _reworded(incident, report, field, change):
                yield Altered(family, element, *both)


def harmless(incident: Incident, report: Report) -> Iterator[tuple[Element, Altered]]:
    """Every change of text and value after which the value is as true as before.

    Yields:
        The value as it was, which may fail by itself, and what it has become.
    """
    random = Random(f"harmless {report.doc_id} {incident.incident_id}")
    for element in elements(incident):
        field, value = element
        if field in ("killed", "injured", "incident_type", "places", "targets"):
            for family, frame in CONFIRMED.items():
                if both := _framed(incident, report, field, frame):
                    yield element, Altered(family, element, *both)
        if both := _after(incident, report, field, random.choice(BESIDE)):
            family = "stands: after another sentence"
            yield element, Altered(family, element, *both)
        for family, new, change in _renamings(field, value, report, random):
            if both := _reworded(incident, report, field, change):
                changed = put(both[0], field, value, new)
                yield element, Altered(family, (field, new), changed, both[1])


def edited(
    incident: Incident, report: Report, edits: dict[tuple[int, int], str]
) -> Both | None:
    """Both with other words at each ``start:end``, and the citations moved along.

    Returns:
        None where a citation starts or ends within the words that go.
    """
    spans = sorted(edits)
    if any(one[1] > two[0] for one, two in pairwise(spans)):
        return None
    ends = {p for c in incident.citations for p in (c.start, c.end)}
    if any(start < p < end for start, end in spans for p in ends):
        return None
    text, last = "", 0
    for start, end in spans:
        text, last = text + report.text[last:start] + edits[start, end], end
    text += report.text[last:]

    def moved(offset: int) -> int:
        return offset + sum(
            len(edits[s]) - (s[1] - s[0]) for s in spans if s[1] <= offset
        )

    citations = tuple(
        replace(
            c,
            start=moved(c.start),
            end=moved(c.end),
            quote=text[moved(c.start) : moved(c.end)],
            focus=None,
        )
        for c in incident.citations
    )
    changed = replace(incident, citations=citations, alternatives=(), passages=())
    return changed, replace(report, text=text, citations=(), layout=())


def _frames(field: str, value: Any) -> dict[str, str]:
    """The sentences that undo a value."""
    if isinstance(value, Range) and value.min and field != "casualties":
        return FICTION | UNTRUE | FEARED
    if field == "incident_type" or (field, value) == ("outcome", "completed"):
        return FICTION
    if field == "attack_types":
        return FICTION
    return UNTRUE if (field, value) == ("assertion", "asserted") else {}


def _framed(incident: Incident, report: Report, field: str, frame: str) -> Both | None:
    """Each passage cited for the field put into ``frame``, if all are plain."""
    edits = {}
    for citation in cited(incident, field):
        said = re.fullmatch(r"([A-Z][\w'’-]*)([^.!?]{15,})\.", citation.quote)
        if not said or _JOINED.search(citation.quote) or not _EVENT.search(said[0]):
            return None
        first = said[1]
        if first.lower() in _FIRST:
            first = first.lower()
        elif not re.search(rf"[a-z,] {first}\b", report.text):  # no name
            return None
        edits[citation.start, citation.end] = frame.format(first + said[2])
    return edited(incident, report, edits) if edits else None


def _reworded(
    incident: Incident, report: Report, field: str, change: Change
) -> Both | None:
    """The one passage cited for the field in other words."""
    spans = {(c.start, c.end) for c in cited(incident, field)}
    if len(spans) != 1:
        return None
    start, end = spans.pop()
    quote = report.text[start:end]
    new = change(quote)
    if new == quote:
        return None
    # only what differs is taken out, so that other citations keep their ends
    head = next(i for i, (a, b) in enumerate(zip(quote, new, strict=False)) if a != b)
    tail = 0
    while (
        tail < min(len(quote), len(new)) - head and quote[-1 - tail] == new[-1 - tail]
    ):
        tail += 1
    inner = {(start + head, end - tail): new[head : len(new) - tail]}
    return edited(incident, report, inner)


def _after(
    incident: Incident, report: Report, field: str, sentence: str
) -> Both | None:
    """``sentence`` put before the passage cited first."""
    first = cited(incident, field)[:1]
    if not first or re.search(r"[\t|]", first[0].quote):
        return None
    at, ends = first[0].start, {c.end for c in incident.citations}
    begins = re.search(r"(?:\A|[.!?] )\Z", report.text[:at])
    if not begins or at in ends:
        return None
    return edited(incident, report, {(at, at): sentence})


def _changes(field: str, value: Any, random: Random) -> Iterator[tuple[str, Change]]:
    """Words of a passage that say something else than the value."""
    if field in ("killed", "injured") and value.min and value.min == value.max:
        yield "people made sheep", _counted(value.min, random.choice(_SHEEP))
        if field == "killed":
            yield "people made attackers", _counted(value.min, "of the attackers")
            for family, (active, passive) in _IRREALIS.items():
                yield family, _unreal(value.min, active, passive)
    elif field == "groups" and value.link == "claimed":
        yield "claim denied", _once(r"claim(?:ed|s|ing) (?=responsib)", "denied ")
        yield "claim awaited", _once(r"(?<=has )claimed(?= responsib)", "not claimed")
    elif field == "legal" and value in _STEPS:
        every, verb = _STEPS[value]
        for family, words in (
            ("legal: expected", r"\1 expected to be \2"),
            ("legal: could be", r"\1 likely one day to be \2"),
            ("legal: not", r"\1 never \2"),
        ):
            yield family, _only(every, rf"\b(was|were) ({verb})\b", words)
    elif (field, value) == ("outcome", "foiled"):
        every = r"foil\w*|thwart\w*|prevent\w*|disrupt\w*|arrest\w*|detain\w*|seiz\w*"
        yield (
            "outcome: failed to foil",
            _only(
                every, r"(?<=\w )(?:foil|thwart|prevent|disrupt)ed\b", "failed to stop"
            ),
        )


def _renamings(
    field: str, value: Any, report: Report, random: Random
) -> Iterator[tuple[str, Any, Change]]:
    """Other values, and the words that say them."""
    if field in ("killed", "injured") and value.min and value.min == value.max:
        new = value.min + random.randint(3, 30)
        if value.min > 9:
            figure = rf"(?<![\d,.]){value.min}(?![\d,]\d|\d|th\b|st\b|nd\b|rd\b)"
            yield "stands: another figure", Range(new, new), _once(figure, str(new))
        yield "stands: other people", value, _counted(value.min, random.choice(_OTHERS))
    elif field == "places" and report.text.count(value) == 1:
        new = random.choice([p for p in _PLACES if p not in report.text] or ["Lyon"])
        change = _once(rf"(?<=\bin ){re.escape(value)}(?= on |\.)", new)
        yield "stands: another place", new, change
    elif field == "date" and re.fullmatch(r"\d{4}-\d\d-(?:0[1-9]|1\d|2[0-8])", value):
        year, month, day = (int(n) for n in value.split("-"))
        old, later = (_MONTHS[m % 12] for m in (month - 1, month + 1))
        new = f"{year}-{(month + 1) % 12 + 1:02}-{day:02}"
        printed = rf"\b{old}(?= {day},? {year}\b)|(?<=\b{day} ){old}(?= {year}\b)"
        yield "stands: another month", new, _only(old, printed, later)


def _counted(number: int, noun: str) -> Change:
    """The people of a figure made ``noun``."""
    words = [str(number)]
    words += [_WORDS[number - 2]] if 2 <= number < len(_WORDS) + 2 else []
    figure = rf"\b({'|'.join(words)}) (?:{_PEOPLE})\b"
    return _only(rf"\b(?:{'|'.join(words)})\b", figure, rf"\1 {noun}")


def _unreal(number: int, active: str, passive: str) -> Change:
    """Killed people made people who would have been."""
    words = [str(number)]
    words += [_WORDS[number - 2]] if 2 <= number < len(_WORDS) + 2 else []
    figure = rf"(?:{'|'.join(words)})"
    every = rf"\b{figure}\b|\bkill\w*|\bdead\b|\bdied\b|\bdeaths?\b|\bfatal\w*"

    def change(quote: str) -> str:
        if len(re.findall(every, quote, re.I)) != 2:  # the verb and the figure
            return quote
        for pattern, words in (
            (rf", killing (?={figure}\b)", f" that {active} "),
            (rf"(?<!was )(?<!were )(?<!been )\bkilled (?={figure}\b)", f"{active} "),
            (rf"(\b{figure} [\w ]+?) (?:was|were) (?=killed)", rf"\1 {passive} "),
        ):
            if not words.replace(r"\1", "").strip():
                continue
            new, times = re.subn(pattern, words, quote, flags=re.I)
            if times == 1:
                return new
        return quote

    return change


def _once(pattern: str, words: str) -> Change:
    """``words`` in the place of the one match; nothing where there are more."""
    return _only(pattern, pattern, words)


def _only(every: str, pattern: str, words: str) -> Change:
    """``words`` for ``pattern``, where ``every`` stands once in the passage."""

    def change(quote: str) -> str:
        if len(re.findall(every, quote, re.I)) != 1:
            return quote
        return re.sub(pattern, words, quote, flags=re.I)

    return change
