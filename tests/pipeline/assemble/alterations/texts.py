"""Texts altered: the value stays, and its quote no longer says it."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from random import Random
from typing import Any

from incidents.pipeline.records import Citation, Incident, Range, Report
from tests.pipeline.assemble.alterations import retold
from tests.pipeline.assemble.alterations.record import Element, cited
from tests.pipeline.assemble.alterations.values import absent

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


def altered(
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
        for family, quote in retold.quotes(incident, element, citation.quote, random):
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
            or not absent(value.min, sentence)
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
