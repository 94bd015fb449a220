"""One cluster of frames to one incident: each field's value, with its citations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.mention import Mention
from pipeline import edtf
from pipeline.assemble import figures, groups, suspects, when_where
from pipeline.assemble.cite import Citer
from pipeline.assemble.frames import ARREST, ATTACK, DETAIL, PLOT, Frame, Reader
from pipeline.assemble.link import Cluster
from pipeline.records import (
    LEGAL_STEPS,
    Citation,
    Derivation,
    Incident,
    Target,
    Weapon,
)

Cited = list[Citation]
_TOLD = Derivation("event")
_ABANDONED = re.compile(
    r"\b(?:abandon\w*|call(?:ed|ing) (?:it )?off|backed out"
    r"|gave up (?:the|their|his))\b",
    re.IGNORECASE,
)
_FAILED = re.compile(
    r"\bfail(?:ed|ing|s) to (?:explode|detonate|go off|ignite)|\bdid not (?:explode"
    r"|detonate|go off)|\bmisfired|\bmalfunction|\bdefuse|\bmade safe\b|\bfizzled",
    re.IGNORECASE,
)
#: From this strength on, what a frame says of day, place and manner counts.
SURE = 1.5


@dataclass(frozen=True, slots=True)
class Telling:
    """A cluster with what is needed to read values off it."""

    cluster: Cluster
    reader: Reader
    citer: Citer

    @property
    def core(self) -> list[Frame]:
        """Frames that surely tell of the event itself, the structured ones first."""
        frames = [
            f
            for f, s in zip(self.cluster.frames, self.cluster.strengths, strict=True)
            if f.kind != DETAIL and s >= SURE
        ]
        return sorted(frames, key=lambda f: (f.origin not in ("row", "entry"), f.start))


def fill(telling: Telling) -> Incident:
    """The incident that ``telling`` tells of; unsupported values are still in it."""
    kind = _kind(telling)
    incident = Incident(telling.citer.report.doc_id, kind)
    citations: Cited = [_cite_kind(telling, kind)]
    for read in (
        _outcome,
        _date,
        _places,
        _attack_types,
        _targets,
        groups.groups,
        suspects.suspects,
        _weapons,
        figures.tolls,
        _legal,
        _assertion,
    ):
        incident, cited = read(telling, incident)
        citations += cited
    citations += _shared(incident, citations)
    return replace(incident, citations=tuple(dict.fromkeys(citations)))


def _shared(incident: Incident, citations: Cited) -> Cited:
    """Citations of what follows from another field's words."""
    told = [c for c in citations if c.field == "incident_type"]
    cited = [replace(c, field="assertion", derived_from=_TOLD) for c in told]
    if incident.outcome and not any(c.field == "outcome" for c in citations):
        cited += [replace(c, field="outcome", derived_from=_TOLD) for c in told]
    days = [c for c in citations if c.field == "date"]
    return cited + [replace(c, field="date_basis") for c in days]


def _kind(telling: Telling) -> str:
    """Attack, plot or arrest, by the frames that know most."""
    core = telling.core
    structured = [f.kind for f in core if f.origin in ("row", "entry")]
    if structured:
        return structured[0]
    kinds = [f.kind for f in core]
    if kinds.count(PLOT) and kinds.count(PLOT) >= kinds.count(ATTACK):
        return PLOT
    return ATTACK if ATTACK in kinds else ARREST


def _cite_kind(telling: Telling, kind: str) -> Citation:
    frame = next((f for f in telling.core if f.kind == kind), telling.core[0])
    anchor = next(iter(frame.events() or frame.of("LEGAL") or frame.mentions))
    return telling.citer.cite("incident_type", anchor, frame)


def _outcome(telling: Telling, incident: Incident) -> tuple[Incident, Cited]:
    if incident.incident_type == ARREST:
        return incident, []
    if incident.incident_type == ATTACK:
        return _launched(telling, incident)
    for frame in telling.core:
        for m in frame.mentions:
            stopped = m.label == "EVENT" and m.get("kind") == "foil"
            arrested = m.label == "LEGAL" and m.value in ("arrested", "charged")
            if stopped or (arrested and not m.get("negated")):
                cited = telling.citer.cite("outcome", m, frame)
                return replace(incident, outcome="foiled"), [cited]
    for frame in telling.core:
        told = _ABANDONED.search(telling.reader.text, frame.start, frame.end)
        if told:
            cited = _cite_match(telling, frame, told)
            return replace(incident, outcome="abandoned"), [cited]
    return replace(incident, outcome="unknown"), []


def _launched(telling: Telling, incident: Incident) -> tuple[Incident, Cited]:
    """Completed, unless a passage says that the device failed and nobody was hurt."""
    frames = telling.cluster.frames
    hurt = any(f.of("KILLED", "INJURED", "CASUALTIES") for f in frames)
    for frame in () if hurt else telling.core:
        failed = _FAILED.search(telling.reader.text, frame.start, frame.end)
        if failed:
            cited = _cite_match(telling, frame, failed)
            return replace(incident, outcome="failed"), [cited]
    return replace(incident, outcome="completed"), []


def _cite_match(telling: Telling, frame: Frame, told: re.Match[str]) -> Citation:
    """The whole passage, for the words of it that tell the outcome."""
    report = telling.citer.report
    return report.cite("outcome", frame.start, frame.end, focus=told.span())


def _date(telling: Telling, incident: Incident) -> tuple[Incident, Cited]:
    chosen = when_where.date(telling)
    if not chosen:
        return incident, []
    value = min((m.value for m, _ in chosen), key=lambda v: (edtf.days(v), v))
    basis = {ATTACK: "attack", ARREST: "arrest"}.get(incident.incident_type)
    if basis is None:
        basis = "foiled" if incident.outcome == "foiled" else "planned"
    cited = [telling.citer.cite("date", m, f) for m, f in chosen if m.value == value]
    return replace(incident, date=value, date_basis=basis), cited


def _places(telling: Telling, incident: Incident) -> tuple[Incident, Cited]:
    places, countries = when_where.places(telling)
    named = {m.text: (m, f) for m, f in reversed(places)}
    names = tuple(dict.fromkeys(m.text for m, _ in places))
    cite = telling.citer.cite
    cited = [cite(f"places[{n}]", *named[name]) for n, name in enumerate(names)]
    codes: dict[str, None] = {}
    for m, f in (*countries, *places):
        code = m.get("country")
        if code and code not in codes:
            derived = None if m.get("kind") == "country" else Derivation("place")
            cited.append(cite(f"countries[{len(codes)}]", m, f, derived))
            codes[code] = None
    return replace(incident, places=names, countries=tuple(codes)), cited


def _attack_types(telling: Telling, incident: Incident) -> tuple[Incident, Cited]:
    if incident.incident_type == ARREST:
        return incident, []
    found: dict[str, Citation] = {}
    for frame in telling.core:
        for m in (*frame.events(), *frame.of("WEAPON")):
            kind = m.get("attack_type")
            if kind and kind not in found:
                path = f"attack_types[{len(found)}]"
                found[kind] = telling.citer.cite(path, m, frame)
    return replace(incident, attack_types=tuple(found)), list(found.values())


def _targets(telling: Telling, incident: Incident) -> tuple[Incident, Cited]:
    if incident.incident_type == ARREST:
        return incident, []
    seen: list[tuple[Mention, Frame]] = []
    for m, frame in _of(telling.core, "TARGET"):
        if (m.get("object") or m.get("victim")) and not _told(m, [s for s, _ in seen]):
            seen.append((m, frame))
    structured = [s for s in seen if s[1].origin == "row"]
    particular = [s for s in seen if not s[0].get("generic")]
    chosen = (
        structured or particular or _sites(telling) or _named_victims(telling) or seen
    )[:3]
    targets = tuple(Target(m.text, m.value or "unknown") for m, _ in chosen)
    cite = telling.citer.cite
    cited = [cite(f"targets[{n}]", m, f) for n, (m, f) in enumerate(chosen)]
    return replace(incident, targets=targets), cited


def _sites(telling: Telling) -> list[tuple[Mention, Frame]]:
    """Where it happened: *at a market*, *outside the mosque*."""
    text = telling.reader.text
    return [
        (m, f)
        for m, f in _of(telling.core, "TARGET")
        if not m.get("generic") and _SITE.search(text, f.start, m.start)
    ][:1]


def _named_victims(telling: Telling) -> list[tuple[Mention, Frame]]:
    """People who were attacked by name; what they stand for is not known."""
    return [
        (replace(m, value="unknown"), f)
        for m, f in _of(telling.core, "PERSON")
        if m.get("role") == "victim"
    ]


def _weapons(telling: Telling, incident: Incident) -> tuple[Incident, Cited]:
    found = list(_of(telling.core, "WEAPON"))
    strong = [(m, f) for m, f in found if not m.get("weak")] or found
    chosen: dict[str, tuple[Mention, Frame]] = {}
    for m, f in strong:
        chosen.setdefault(str(m.get("category")), (m, f))
    weapons = tuple(Weapon(m.text, c) for c, (m, _) in chosen.items())
    cite = telling.citer.cite
    cited = [cite(f"weapons[{n}]", *told) for n, told in enumerate(chosen.values())]
    return replace(incident, weapons=weapons), cited


def _legal(telling: Telling, incident: Incident) -> tuple[Incident, Cited]:
    found: dict[str, tuple[Mention, Frame]] = {}
    for m, f in _of(telling.cluster.frames, "LEGAL"):
        if not m.get("negated") and not m.get("hypothetical"):
            found.setdefault(m.value, (m, f))
    steps = tuple(s for s in LEGAL_STEPS if s in found)
    cite = telling.citer.cite
    cited = [cite(f"legal[{n}]", *found[s]) for n, s in enumerate(steps)]
    return replace(incident, legal=steps), cited


def _assertion(telling: Telling, incident: Incident) -> tuple[Incident, Cited]:
    hedged = [
        f for f in telling.core if groups.hedged(telling.reader.text[f.start : f.end])
    ]
    alleged = incident.incident_type == PLOT and len(hedged) == len(telling.core)
    return replace(incident, assertion="alleged" if alleged else "asserted"), []


def _of(frames: Iterable[Frame], label: str) -> Iterable[tuple[Mention, Frame]]:
    return ((m, f) for f in frames for m in f.of(label))


def _told(mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether one of ``others`` names the same thing in more or fewer words."""
    words = set(mention.text.casefold().split())
    return any(words & set(o.text.casefold().split()) - _SMALL for o in others)


_SITE = re.compile(
    r"\b(?:at|in|inside|outside|near|into|on|onto|against|aboard)\s+(?:[\w'’-]+\s+){0,2}$",
    re.IGNORECASE,
)
_SMALL = {"the", "a", "an", "of", "in", "at", "and", "two", "three", "several"}
