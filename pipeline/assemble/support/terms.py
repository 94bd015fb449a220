"""The codebook's terms: each by a mention or a cue that carries exactly that term."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from extractors._nouns import is_person
from extractors.mention import Mention
from pipeline.assemble.support.case import AHEAD, Case
from pipeline.assemble.support.passage import Passage, Span

#: Harm done to people.
_HARM = ("CASUALTIES", "INJURED", "KILLED")
#: What says that an event is only meant to be.
_MEANT = ("attempt", "foiled", "hypothetical", "planned", "threat")
#: What says of an event that it was none.
_UNREAL = ("negated", "threat", "hypothetical")
#: The types of attack that a category of weapon tells, by the codebook's ruling 1.
_BY_WEAPON = {
    "explosives": ("bombing",),
    "missile": ("bombing",),
    "firearms": ("armed_assault", "assassination"),
    "melee": ("armed_assault", "assassination", "unarmed_assault"),
    "vehicle": ("armed_assault",),
    "incendiary": ("facility_attack", "bombing"),
    "sabotage": ("facility_attack",),
    "chemical": ("unarmed_assault",),
    "biological": ("unarmed_assault",),
    "radiological": ("bombing", "unarmed_assault"),
}
#: Categories of targets that are chosen for who they are.
_OFFICES = (
    *("diplomatic", "government", "media", "militia", "military", "ngo", "police"),
    *("political_party", "religious"),
)
#: Types that all begin with people or a vehicle being seized.
_SEIZED = ("barricade", "hijacking", "kidnapping")


def incident_type(term: str, case: Case) -> bool:
    """Whether a quote tells of what the record is."""
    tells = _TYPES[term]
    return any(tells(p, case) for p in case.shown if not case.undone(p))


def _attack(passage: Passage, case: Case) -> bool:
    """An act, its harm, or a weapon with where, when or whom it hit."""
    if any(_took_place(m, case) for m in passage.of("EVENT", "HOSTAGES", *_HARM)):
        return True
    if passage.cues("abandoned", "foiled"):
        return False
    weapons = [m for m in passage.of("WEAPON") if m.get("attack_type")]
    hit = passage.of("DATE", "PLACE", "TARGET")
    return any(case.real(m, "negation") for m in weapons) and bool(hit)


def _took_place(mention: Mention, case: Case) -> bool:
    modality = mention.get("modality")
    if modality == "negated" and mention.reached("failed"):  # "did not explode"
        return case.real(mention)
    if mention.label == "EVENT" and modality in _UNREAL:
        return case.incident.assertion == "denied"
    barring = () if mention.value == "0" else case.unless_denied("negation")
    return mention.get("kind") != "plot" and case.real(mention, *barring)


def _plot(passage: Passage, case: Case) -> bool:
    """A plan by its own word, or an act or weapon that something says was meant."""
    events = passage.of("EVENT")
    if any(m.get("kind") in ("plot", "foil") and case.real(m) for m in events):
        return True
    acts = [m for m in passage.of("EVENT", "WEAPON", "TARGET") if case.real(m)]
    meant = any(m.reached(*_MEANT) or m.get("modality") in _UNREAL for m in acts)
    cued = any(c.value in (*_MEANT, "abandoned") for c in passage.of("CUE"))
    return bool(acts) and (meant or cued or bool(passage.of("LEGAL")))


def _arrest(passage: Passage, case: Case) -> bool:
    """A legal step, people who are held, or what a court says."""
    court = [m for m in passage.of("CUE") if m.value == "court"]
    court = [c for c in court if case.told(passage, (c.start, c.end))]
    return bool(court) or _held(passage, case)


def _held(passage: Passage, case: Case) -> bool:
    """Whether a legal step was taken, or people were arrested."""
    held = [m for m in passage.of("SUSPECTS") if m.get("kind") == "arrested"]
    steps = any(taken(m, case) for m in passage.of("LEGAL"))
    return steps or any(case.real(m, "negation") for m in held)


_TYPES: dict[str, Callable[[Passage, Case], bool]] = {
    "attack": _attack,
    "plot": _plot,
    "arrest": _arrest,
}


def outcome(term: str, case: Case) -> bool:
    """Whether what became of it is told; a completed attack needs no word for it."""
    kind = case.incident.incident_type
    shown = [p for p in case.shown or case.event if not case.undone(p)]
    if term == "unknown":
        return kind == "plot"
    if term == "completed":
        return kind == "attack" and _launched(shown, case)
    if kind == "arrest" or (term == "foiled" and kind == "attack"):
        return False
    return any(_ENDS[term](p, case) for p in shown)


def _launched(shown: Sequence[Passage], case: Case) -> bool:
    """An act that nothing says did not work; who was hurt was hurt."""
    told = [m for p in shown for m in p.of("EVENT", "HOSTAGES", "WEAPON", *_HARM)]
    real = [m for m in told if case.real(m, *case.unless_denied("negation"))]
    harmed = any(m.label in _HARM and m.value not in ("", "0") for m in real)
    ended = any(m.reached("abandoned", "failed", "foiled") for m in real)
    return bool(real) and (harmed or not ended)


def _failed(passage: Passage, case: Case) -> bool:
    cues = passage.cues("attempt", "failed", "foiled", "negation")
    unharmed = any(m.value == "0" for m in passage.of(*_HARM))
    return unharmed or any(case.told(passage, (c.start, c.end)) for c in cues)


def _foiled(passage: Passage, case: Case) -> bool:
    foils = [m for m in passage.of("EVENT") if m.get("kind") == "foil"]
    stopped = any(m.get("modality") != "negated" and case.real(m) for m in foils)
    cues = (case.told(passage, (c.start, c.end)) for c in passage.cues("foiled"))
    return stopped or _held(passage, case) or any(cues)


def _abandoned(passage: Passage, case: Case) -> bool:
    return bool(passage.cues("abandoned"))


_ENDS: dict[str, Callable[[Passage, Case], bool]] = {
    "failed": _failed,
    "foiled": _foiled,
    "abandoned": _abandoned,
}


#: What says that others tell it, or that it is not sure.
_HEDGED = ("claim", "court", "denied", "hedge", "speech", "suspected", "attributed")
_REFUSED = ("denied", "negation", "refuted")


def assertion(term: str, case: Case) -> bool:
    """Whether the stance is in the words; an assertion needs none but no denial."""
    shown = case.trial.passages("assertion", "incident_type", "outcome", "groups")
    if term == "denied":
        return any(_denied(p) for p in shown)
    if term == "asserted":
        return not _all_undone(case)
    return any(p.cues(*_HEDGED) or p.of("LEGAL") for p in shown)


def _denied(passage: Passage) -> bool:
    return (
        passage.undone
        or any(c.value in _REFUSED for c in passage.of("CUE"))
        or any(m.get("modality") == "negated" for m in passage.of("EVENT"))
    )


def _all_undone(case: Case) -> bool:
    """Whether nothing cited is told as what was or was to be."""
    shown = case.shown or case.event
    told = [m for p in shown for m in p.told("EVENT", "WEAPON", *_HARM)]
    undone = bool(shown) and all(p.undone for p in shown)
    return undone or (bool(told) and not any(case.real(m) for m in told))


def attack_type(term: str, case: Case) -> bool:
    """Whether a quote tells the manner of attack, by its words or by the weapon."""
    if term == "unknown":
        return True
    return any(
        _is_manner(m, term, p, case)
        for p in case.shown
        if not case.undone(p)
        for m in p.of("EVENT", "HOSTAGES", "WEAPON", *_HARM)
    )


def _is_manner(mention: Mention, term: str, passage: Passage, case: Case) -> bool:
    if not case.real(mention, *case.unless_denied("negation")):
        return False
    by_weapon = _BY_WEAPON.get(str(mention.get("category")), ())
    if term in (mention.get("attack_type"), *by_weapon):
        return True
    seized = mention.label == "HOSTAGES" or mention.get("attack_type") in _SEIZED
    if term in _SEIZED:
        return seized
    return term == "assassination" and _chosen(mention, passage)


def _chosen(mention: Mention, passage: Passage) -> bool:
    """Whether somebody was harmed who was chosen: by name, or for an office."""
    if mention.label != "KILLED" and mention.get("kind") != "attack":
        return False
    named = any(m.get("role") == "victim" for m in passage.of("PERSON"))
    hit = [m for m in passage.of("TARGET") if m.get("victim") or m.get("object")]
    return named or any(m.value in _OFFICES and not m.get("generic") for m in hit)


def legal(step: str, case: Case) -> bool:
    """Whether a quote tells the legal step, and that it was taken."""
    return any(
        is_step(m, step, p, case)
        for p in case.shown
        if not case.undone(p)
        for m in p.told("LEGAL", "KILLED")
    )


def is_step(mention: Mention, step: str, passage: Passage, case: Case) -> bool:
    """Whether a mention is of the legal step, and says that it was taken."""
    if mention.label == "KILLED":
        return (
            step == "killed" and _of_suspects(mention, passage) and case.real(mention)
        )
    return mention.value == step and taken(mention, case)


def _of_suspects(mention: Mention, passage: Passage) -> bool:
    """Whether those who died may be the suspects."""
    if mention.get("role") in ("attacker", "both"):
        return True
    people = passage.of("SUSPECTS", "PERSON")
    named = any(m.get("role") not in ("official", "victim") for m in people)
    return named or bool(passage.over((mention.start, mention.end), "GROUP"))


def taken(mention: Mention, case: Case) -> bool:
    """Whether a step was taken: neither denied nor awaited."""
    undone = mention.get("negated") or mention.get("hypothetical")
    return not undone and case.real(mention, *AHEAD, "negation")


def weapon(text: str, category: str, case: Case) -> bool:
    """Whether the words are read as a weapon of the category."""
    for passage, span in _printed(text, case):
        read = passage.over(span, "WEAPON")
        known = {str(m.get("category")) for m in read}
        if category in known:
            return True
        manner = passage.over(span, "EVENT")
        if not read and any(category in _weapons(m) for m in manner):
            return True
        if category in ("other", "unknown") and known <= {"other", "unknown"}:
            return True
    return False


def _weapons(manner: Mention) -> Iterator[str]:
    """Categories of weapon that a manner of attack goes with."""
    told = manner.get("attack_type")
    return (c for c, types in _BY_WEAPON.items() if told in types)


def target(text: str, category: str, case: Case) -> bool:
    """Whether the words name a target, of the category where one is known."""
    for passage, span in _printed(text, case):
        if category in ("", "unknown") and _may_be_hit(passage, span):
            return True
        read = {m.value for m in passage.over(span, "TARGET")} - {"", "unknown"}
        if category in read and _may_be_hit(passage, span):
            return True
        beside = {m.value for m in passage.of("TARGET")} - {"", "unknown"}
        free = not read and _may_be_hit(passage, span)
        if free and (category in beside or not beside or category == "other"):
            return True
    return False


def _may_be_hit(passage: Passage, span: Span) -> bool:
    """Whether words can name what was hit: no act, weapon, day or suspect."""
    words = passage.text[slice(*span)]
    hit = [m for m in passage.over(span, "TARGET") if _has_head(words, m)]
    others = passage.over(span, "DATE", "EVENT", "WEAPON")
    if any(not any(t.start <= o.start and o.end <= t.end for t in hit) for o in others):
        return False
    if hit:
        return True
    people = passage.over(span, "PERSON", "SUSPECTS")
    if any(m.get("role") == "suspect" for m in people) or passage.over(span, "GROUP"):
        return False
    found = words.split()
    return is_person(found[-1]) or any(w[:1].isupper() for w in found)


def _has_head(words: str, target: Mention) -> bool:
    """Whether the noun that a target is named by is among ``words``."""
    return str(target.get("head") or "") in words.casefold()


def _printed(text: str, case: Case) -> Iterator[tuple[Passage, Span]]:
    if text.strip():
        for passage in case.shown:
            for span in passage.prints(text):
                if case.told(passage, span):
                    yield passage, span
