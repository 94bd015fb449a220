"""Values altered by script, one at a time, to try a check of support on them.

Each alteration is made by what the codebook and the text say, never by asking the
checker; some change the value, some the text.
"""

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Any

from extractors import _gazetteer
from pipeline.assemble.support import supported
from pipeline.paths import base, cites, valued
from pipeline.records import (
    ATTACK_TYPES,
    LEGAL_STEPS,
    LINKS,
    Citation,
    GroupLink,
    Incident,
    Person,
    Range,
    Report,
)
from tests.pipeline.assemble import families
from tests.pipeline.assemble.read import mentions

Element = tuple[str, Any]
#: Families that the checker was not written for.
UNSEEN = (
    "bounds flipped",
    "country made a neighbour",
    "figure changed in the quote",
    "name changed in the quote",
    "quote of another sentence",
)
_NEIGHBOURS = dict(
    pair.split("-")
    for pair in (
        "FR-BE BE-NL DE-AT AT-HU GB-IE IE-GB ES-PT IT-CH TR-GR SY-IQ IQ-IR IR-IQ AF-TJ"
        " PK-IN IN-BD LK-MV RU-BY US-CA CA-US KE-TZ SO-ET NG-NE ML-BF EG-LY TN-DZ IL-JO"
        " LB-SY PH-MY ID-PG CO-VE PE-BO CL-AR AR-UY NO-SE SE-FI DK-SE NL-DE UA-PL JP-KR"
        " CN-MN AU-NZ NZ-AU"
        " UG-RW DJ-ER KH-LA TH-MM SA-YE MX-GT BR-PY"
    ).split()
)
_WORDS = (
    "three four five six seven eight nine eleven twelve fifteen twenty thirty".split()
)
_MONTHS = [m for m in calendar.month_name if m]
_FIGURE = re.compile(
    rf"(?<![\w,.])\d{{1,3}}(?![\w,.]\d|\w)|\b(?:{'|'.join(_WORDS)})\b", re.I
)
#: Words of each field that a "not" turns round, with the form that follows "did not".
_VERBS = {
    "killed": {
        "kills": "kill",
        "killing": "",
        "killed": "kill",
        "died": "die",
        "dead": "",
        "murdered": "murder",
    },
    "injured": {"injured": "injure", "wounded": "wound", "hurt": "hurt"},
    "legal": {
        "arrested": "arrest",
        "detained": "detain",
        "charged": "charge",
        "convicted": "convict",
        "sentenced": "sentence",
    },
    "groups": {"claimed": "claim", "claims": "claim", "admitted": "admit"},
    "outcome": {"exploded": "explode", "bombed": "bomb", "attacked": "attack"},
    "attack_types": {
        "kidnapped": "kidnap",
        "abducted": "abduct",
        "hijacked": "hijack",
    },
}


#: A quote that tells the step twice says it still when one is negated.
_LEGAL_WORDS = {
    "arrested": r"arrest|detain|detention|custody|captur|seiz|held|raid|caught",
    "charged": r"charg|indict|accus|prosecut|trial|tried|court",
    "convicted": r"convict|sentenc|guilty|jail|prison|life",
}


@dataclass(frozen=True, slots=True)
class Altered:
    """An incident with one value that its citations do not bear out.

    Attributes:
        family: What was done.
        element: The field, and the value that must be refused.
        incident: With the value in it.
        report: Its report, whose text may be altered too.
    """

    family: str
    element: Element
    incident: Incident
    report: Report


def elements(incident: Incident) -> list[Element]:
    """Every value of ``incident`` that the support check judges, with its field."""
    found: list[Element] = [("incident_type", incident.incident_type)]
    single = ("outcome", "date", "killed", "injured", "casualties", "hostages")
    for field in (*single, "assertion"):
        if getattr(incident, field) is not None:
            found.append((field, getattr(incident, field)))
    for field in ("countries", "places", "attack_types", "legal", "targets", "weapons"):
        found += [(field, v) for v in getattr(incident, field)]
    found += [("groups", g) for g in incident.groups]
    told = incident.suspects
    if (told.count_min, told.count_max) != (None, None):
        found.append(("suspects.count", (told.count_min, told.count_max)))
    for part in ("nationalities", "ages", "names", "people"):
        found += [(f"suspects.{part}", v) for v in getattr(told, part)]
    return found


def put(incident: Incident, field: str, old: Any, new: Any) -> Incident:
    """``incident`` with ``new`` in place of ``old``."""
    name, _, part = field.partition(".")
    if part == "count":
        return replace(
            incident,
            suspects=replace(incident.suspects, count_min=new[0], count_max=new[1]),
        )
    if part:
        values = tuple(new if v == old else v for v in getattr(incident.suspects, part))
        return replace(incident, suspects=replace(incident.suspects, **{part: values}))
    if isinstance(getattr(incident, name), tuple):
        values = tuple(new if v == old else v for v in getattr(incident, name))
        return replace(incident, **{name: values})
    return replace(incident, **{name: new})


def cited(incident: Incident, field: str, value: Any = None) -> list[Citation]:
    """The citations of ``field``; with ``value``, those that speak for it."""
    name = "incident_type" if field == "outcome" else field.partition(".")[0]
    found = [c for c in incident.citations if base(c.field) == name]
    paths = [
        p
        for p, v in valued(incident)
        if re.sub(r"\[\d+\]$", "", p) == field and v == value
    ]
    own = [c for c in found if any(cites(c.field, p) for p in paths)]
    return own or found


def altered(
    incident: Incident,
    report: Report,
    element: Element,
    others: Iterable[Incident],
) -> Iterator[Altered]:
    """Every alteration of ``element``; ``others`` are the report's other records."""
    field, value = element
    random = Random(f"{report.doc_id} {field} {value}")
    quotes = " ".join(c.quote for c in cited(incident, field, value))
    for family, new in _values(incident, element, quotes, list(others), random):
        if new != value:
            changed = put(incident, field, value, new)
            yield Altered(family, (field, new), changed, report)
    for family, new in families.altered(
        incident, report, element, quotes, list(others), random
    ):
        if new != value and (field, new) not in elements(incident):
            changed = put(incident, field, value, new)
            yield Altered(family, (field, new), changed, report)
    for family, changed, text in _texts(incident, report, element, random):
        yield Altered(family, element, changed, text)


def _values(
    incident: Incident,
    element: Element,
    quotes: str,
    others: list[Incident],
    random: Random,
) -> Iterator[tuple[str, Any]]:
    """Other values for the same citations."""
    field, value = element
    if field in ("killed", "injured", "casualties", "hostages"):
        yield from _tolls(incident, field, value, quotes, random)
    elif field == "suspects.count":
        yield from (("number", n) for n in _count(value, quotes, random))
    elif field == "suspects.ages":
        yield from (("age", value + n) for n in (1, -3) if _absent(value + n, quotes))
    elif field == "date":
        # which of two printed years is the event's is for linking, not for this check
        years = set(re.findall(r"(?:19|20)\d\d", quotes))
        yield from (
            (f, v) for f, v in _dates(value) if f != "year" or v[:4] not in years
        )
    elif field in ("places", "suspects.names", "targets", "weapons", "groups"):
        yield from _names(field, value, quotes, others, random)
    elif field in ("countries", "suspects.nationalities"):
        found = _countries(incident, field, value, others, random)
        yield from ((f, code) for f, code in found if not _country_named(code, quotes))
    elif field in ("legal", "attack_types"):
        terms = LEGAL_STEPS if field == "legal" else ATTACK_TYPES[:-1]
        new = random.choice([t for t in terms if t not in getattr(incident, field)])
        yield "another term", new
    elif field == "suspects.people":
        yield from _persons(value, incident.suspects.people, random)
    elif field in ("outcome", "assertion", "incident_type"):
        yield from _stances(field, value)


def _persons(
    person: Person, people: tuple[Person, ...], random: Random
) -> Iterator[tuple[str, Person]]:
    """Another step, and the steps of somebody else of the record."""
    new = random.choice([t for t in LEGAL_STEPS if t not in person.legal])
    yield "another term", replace(person, legal=(new,))
    for other in people:
        if set(other.legal) - set(person.legal):
            yield "another person's steps", replace(person, legal=other.legal)


def _absent(number: int, quotes: str) -> bool:
    return not re.search(rf"(?<!\d){number}(?!\d)", quotes)


def _tolls(
    incident: Incident, field: str, value: Range, quotes: str, random: Random
) -> Iterator[tuple[str, Range]]:
    base = value.min if value.min is not None else value.max or 0
    number = next(
        n
        for n in iter(lambda: random.randint(2, 3 * base + 9), None)
        if abs(n - base) > 1
    )
    yield "number", Range(number, number if value.max == value.min else None)
    other = {"killed": incident.injured, "injured": incident.killed}.get(field)
    if other and other != value:
        yield "killed and injured swapped", other
    if value.min == value.max and base:
        yield "bounds flipped", Range(base + 1, None)
        yield "bounds flipped", Range(None, base - 1 or 2)
    elif value.max is None:
        yield "bounds flipped", Range(None, base)


def _count(
    value: tuple[Any, Any], quotes: str, random: Random
) -> Iterator[tuple[int, int]]:
    base = value[0] or value[1]
    for number in (base + random.randint(2, 5), 2 * base + 7):
        if _absent(number, quotes):
            yield number, number


def _dates(value: str) -> Iterator[tuple[str, str]]:
    first, slash, rest = value.partition("/")
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", first)
    if not match:
        return
    year, month, day = match.groups()
    for shift in (-1, 1, 10):
        yield "year", f"{int(year) + shift}{first[4:]}{slash}{rest}"
    if month and int(month) <= 12 and (day is None or int(day) <= 28):
        new = int(month) % 12 + 1
        yield "month", f"{year}-{new:02}{first[7:]}{slash}{rest}"
        new = (int(month) + 5) % 12 + 1
        yield "month", f"{year}-{new:02}{first[7:]}{slash}{rest}"
    if day and not slash:
        for shift in (1, -2, 7):
            yield "day", str(date.fromisoformat(first) + timedelta(shift))


def _names(
    field: str, value: Any, quotes: str, others: list[Incident], random: Random
) -> Iterator[tuple[str, Any]]:
    known = {v for o in others for f, v in elements(o) if f == field} - {value}
    if field == "groups":
        printed = [g.name for g in known]
        entries = _gazetteer.load("groups").values()
        all_names = sorted(
            {*printed, *(e.name for e in random.sample(list(entries), 4))}
        )
        for name in all_names:
            if name != value.name and not _named(name, quotes):
                yield "another group", replace(value, name=name)
        for link in random.sample([x for x in LINKS if x != value.link], 2):
            yield "another link", GroupLink(value.name, link)
        return
    words = [(v if isinstance(v, str) else v.text, v) for v in known]
    absent = sorted((t, v) for t, v in words if t.casefold() not in quotes.casefold())
    for _, new in absent[:2]:
        yield f"another of the {field.split('.')[-1]}", new


def _named(name: str, text: str) -> bool:
    entry = next(
        (e for e in _gazetteer.load("groups").values() if e.name == name), None
    )
    aliases = (
        (name, *entry.aliases, *entry.fields.get("ambiguous", ())) if entry else (name,)
    )
    return any(re.search(rf"(?<!\w){re.escape(a)}(?!\w)", text, re.I) for a in aliases)


def _countries(
    incident: Incident, field: str, value: str, others: list[Incident], random: Random
) -> Iterator[tuple[str, str]]:
    own = {*incident.countries, *incident.suspects.nationalities}
    told = {c for o in others for c in (*o.countries, *o.suspects.nationalities)} - own
    family = "another country" if field == "countries" else "another nationality"
    for code in sorted(random.sample(sorted(told), min(2, len(told)))):
        yield family, code
    if _NEIGHBOURS.get(value, value) not in own:
        yield "country made a neighbour", _NEIGHBOURS[value]


def _country_named(code: str, text: str) -> bool:
    entry = _gazetteer.load("nationalities").get(code)
    names = (entry.name, *entry.aliases) if entry else ()
    return any(re.search(rf"(?<!\w){re.escape(n)}(?!\w)", text) for n in names)


def _stances(field: str, value: str) -> Iterator[tuple[str, str]]:
    if field == "outcome":
        new = {"completed": "foiled", "foiled": "completed"}.get(value, "abandoned")
        yield "another outcome", new
    elif field == "assertion" and value != "denied":
        yield "another stance", "denied"


def _texts(
    incident: Incident, report: Report, element: Element, random: Random
) -> Iterator[tuple[str, Incident, Report]]:
    """The value left as it is, with a quote that no longer says it."""
    field, value = element
    told = cited(incident, field, value)
    for citation in told[:1]:
        alone = replace(
            incident,
            citations=(
                citation,
                *(c for c in incident.citations if c not in told),
            ),
        )
        write = partial(_rewritten, alone, report, citation)
        retold = families.retold(incident, element, citation.quote, random)
        for family, quote in retold:
            yield family, *write(quote)
        if (quote := _denied(field, value, citation.quote)) is not None:
            yield "not added", *write(quote)
        if field in ("killed", "injured") and value.min and value.min == value.max:
            changed = _refigured(citation.quote, value.min, random)
            if changed:
                yield "figure changed in the quote", *write(changed)
        text = value if isinstance(value, str) else getattr(value, "text", "")
        if field in ("places", "targets", "suspects.names") and text in citation.quote:
            changed = re.sub(
                rf"(?<!\w){re.escape(text)}(?!\w)",
                "Examplia",
                citation.quote,
                flags=re.I,
            )
            yield "name changed in the quote", *write(changed)
        if field == "date" and (moved := _moved(citation.quote, value)):
            yield "name changed in the quote", *write(moved)
        if field in (
            "date",
            "killed",
            "injured",
            "places",
            "targets",
            "suspects.names",
        ):
            other = _elsewhere(report.text, citation, field, value, random)
            if other:
                yield (
                    "quote of another sentence",
                    _recited(alone, report, citation, other),
                    report,
                )


def _denied(field: str, value: Any, quote: str) -> str | None:
    """``quote`` with every word of the field negated; None where it has none."""
    if field == "groups" and value.link != "claimed":
        return None
    if isinstance(value, Range) and value.min == 0:
        return None
    if field == "killed" and re.search(r"(?<!was )(?<!were )shot dead", quote):
        return None
    verbs = _VERBS.get(field, {})
    if field == "legal":
        verbs = {"arrested": {"arrested": "arrest", "detained": "detain"}}.get(
            value, {value: verbs[value]} if value in verbs else {}
        )
        if len(re.findall(_LEGAL_WORDS.get(value, r"\Z"), quote, re.I)) != 1:
            return None
    if field == "attack_types" and value not in ("kidnapping", "hijacking"):
        return None
    if field == "outcome" and value != "completed":
        return None
    changed = quote
    if field == "killed":
        changed = re.sub(r"\b(was|were) shot dead\b", r"\1 not shot dead", quote)
    for verb, stem in verbs.items():
        changed = re.sub(
            rf"\b(was|were|been|is|are)\s((?:\w+ly\s)?){verb}\b",
            rf"\1 not \2{verb}",
            changed,
        )
        if "not shot dead" in changed:
            return changed
        if stem:
            changed = re.sub(
                rf"(?<!not )(?<!ly )\b{verb}\b", f"did not {stem}", changed
            )
        else:
            changed = re.sub(rf"(?<!not )\b{verb}\b", f"not {verb}", changed)
    return changed if changed != quote else None


def _refigured(quote: str, number: int, random: Random) -> str | None:
    """``quote`` with another figure where ``number`` stands once."""
    new = str(number + random.randint(2, 40))
    if len(re.findall(rf"(?<![\d,]){number}(?![\d,]\d|\d)", quote)) == 1:
        return re.sub(rf"(?<![\d,]){number}(?![\d,]\d|\d)", new, quote)
    word = _spelt(number)
    if word and len(re.findall(rf"\b{word}\b", quote, re.I)) == 1:
        return re.sub(
            rf"\b{word}\b",
            random.choice([w for w in _WORDS if w != word]),
            quote,
            flags=re.I,
        )
    return None


def _spelt(number: int) -> str | None:
    values = dict(zip((3, 4, 5, 6, 7, 8, 9, 11, 12, 15, 20, 30), _WORDS, strict=True))
    return values.get(number)


def _moved(quote: str, value: str) -> str | None:
    """``quote`` with another month where the value's month is printed once."""
    match = re.match(r"\d{4}-(\d\d)", value)
    if not match or int(match[1]) > 12:
        return None
    month = _MONTHS[int(match[1]) - 1]
    if quote.count(month) != 1 or value in quote:  # printed in figures too
        return None
    return quote.replace(month, _MONTHS[(int(match[1]) + 2) % 12])


def _elsewhere(
    text: str, citation: Citation, field: str, value: Any, random: Random
) -> tuple[int, int] | None:
    """A sentence that has nothing of the value in it."""
    spans = [m.span() for m in re.finditer(r"[A-Z][^.\n\t]{40,200}\.(?=\s)", text)]
    random.shuffle(spans)
    for start, end in spans:
        apart = end <= citation.start or start >= citation.end
        if apart and not _touches(text[start:end], field, value):
            return start, end
    return None


def _touches(sentence: str, field: str, value: Any) -> bool:
    if field == "date":
        return value[:4] in sentence or any(m in sentence for m in _MONTHS)
    if isinstance(value, Range):
        return (
            value.min in (None, 0, 1)
            or not _absent(value.min, sentence)
            or bool(_FIGURE.search(sentence))
        )
    words = value if isinstance(value, str) else value.text
    return words.casefold() in sentence.casefold()


def _recited(
    incident: Incident, report: Report, old: Citation, span: tuple[int, int]
) -> Incident:
    """``incident`` citing ``span`` instead."""
    new = report.cite(old.field, *span)
    citations = tuple(new if c == old else c for c in incident.citations)
    return replace(incident, citations=citations)


def _rewritten(
    incident: Incident, report: Report, old: Citation, quote: str
) -> tuple[Incident, Report]:
    """Both with ``quote`` in the place of the quote of ``old``."""
    text = report.text[: old.start] + quote + report.text[old.end :]
    new = replace(old, end=old.start + len(quote), quote=quote)
    moved = len(quote) - len(old.quote)
    kept = [
        new
        if c == old
        else replace(c, start=c.start + moved, end=c.end + moved)
        if c.start >= old.end
        else c
        for c in incident.citations
        if c == old or c.start >= old.end or c.end <= old.start
    ]
    return replace(incident, citations=tuple(kept)), replace(report, text=text)


def borne(incident: Incident, report: Report) -> list[Element]:
    """The values that stand after the check."""
    kept, drops = supported(incident, report, mentions(report))
    typeless = any(d.field == "incident_type" for d in drops)
    return [e for e in elements(kept) if not (typeless and e[0] == "incident_type")]


def tried(
    incidents: list[Incident],
    report: Report,
    truth: list[set[Element]] | None = None,
) -> Iterator[Altered]:
    """Each alteration of each true value that stands."""
    for n, incident in enumerate(incidents):
        stands = borne(incident, report)
        for element in elements(incident):
            if element in stands and (truth is None or element in truth[n]):
                yield from altered(incident, report, element, incidents)


def refused(one: Altered) -> bool:
    """Whether the altered value does not stand."""
    return one.element not in borne(one.incident, one.report)
