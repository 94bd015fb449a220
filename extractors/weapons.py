"""Weapons, from ``gazetteers/weapons.toml``; the value is the entry's id."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from spacy.tokens import Doc, Span, Token

from incidents.extractors._gazetteer import Entry, find
from incidents.extractors._nouns import is_person, is_plural, is_state
from incidents.extractors._phrases import (
    before,
    modified,
    words,
    words_after,
    words_before,
)
from incidents.extractors.mention import Mention

_DRIVEN = words(
    "ram rams rammed ramming plough ploughs ploughed ploughing plow plows plowed"
    " plowing mow mows mowed mowing careered careering swerved"
)
_STEERED = words(
    "drive drives drove driven driving steered steering crash crashes crashed"
    " crashing sped speeding accelerated slammed smashed veered barrelled barreled"
    " ran running use used using hit hits struck"
)
_CROWDS = words("crowd crowds market parade")
_NEAR = 8  # words; the reach of a clause
#: What is done with a weapon that nobody has used: before it, ...
_KEEPING = words(
    "found finding seized seizing discovered recovered confiscated bought buy buying"
    " purchased acquired acquire stored stockpiled stashed hoarded cache stash"
)
#: ... and behind it.
_KEPT = words(
    "found seized discovered recovered confiscated bought stored stashed hidden"
)
_FEIGNED = words(
    "fake fakes hoax hoaxes dummy dummies mock imitation imitations replica replicas"
    " sham inert"
)
#: Before who it is that something proved to be, and what may stand between.
_PROVING = words("be was were is are a an only just all merely")
_PROVED = words("was were is are be")
#: Words from a weapon to what it proved to be.
_TOLD = 20


def extract(doc: Doc, published: date | None) -> Iterator[Mention]:
    """Yield each weapon named in ``doc``, and what tells of one (``weak``)."""
    for span, entry in find(doc, "weapons"):
        fields = entry.fields
        if fields["category"] == "none" or _dismissed(span, entry):
            continue
        weak = fields.get("weak", False)
        feigned = not weak and _feigned(span)
        yield Mention.from_span(
            span if weak else modified(span),
            "WEAPON",
            entry.id,
            __name__,
            category="fake" if feigned else fields["category"],
            attack_type=None if feigned else fields.get("attack_type"),
            weak="1" if weak else None,
            kept="1" if not weak and _kept(span) else None,
        )


def _kept(span: Span) -> bool:
    """Whether it was only found or bought: *found two rifles*, *rifles were found*."""
    behind = words_before(span, _NEAR)
    after = words_after(span, 4)
    passive = {"was", "were", "been"} & {*after[:3]}
    return bool(_KEEPING & {*behind} or (passive and _KEPT & {*after}))


def _feigned(span: Span) -> bool:
    """Whether it is no weapon: *a mock grenade*, *the bomb proved to be a dummy*."""
    if _FEIGNED & {*words_before(span, 2)}:
        return True
    after = words_after(span, _TOLD)
    for n, word in enumerate(after):
        if word in _FEIGNED:
            i = n - 1
            while i >= 0 and after[i] in _PROVING - _PROVED:
                i -= 1
            return (
                i >= 0 and after[i] in _PROVED and after[n + 1 : n + 2] in ([], [","])
            )
    return False


def _dismissed(span: Span, entry: Entry) -> bool:
    """A vehicle that nobody drives at people, or the fire of state forces."""
    if entry.fields.get("ramming"):
        return not _rams(span)
    return entry.id == "shooting" and _by_the_state(span)


def _rams(span: Span) -> bool:
    """Told by a verb of ramming, or by a verb of driving *into* or *at* people."""
    left, right = words_before(span, _NEAR), words_after(span, _NEAR)
    if right[:1] and right[0] in {"bomb", "bombs"}:
        return False
    near = {*left, *right}
    if near & _DRIVEN:
        return True
    at = {*right} & {"into", "at", "through"}
    return bool(near & _STEERED and at and any(map(_several, right)))


def _several(word: str) -> bool:
    """Whether ``word`` names many people, or where they gather."""
    return word in _CROWDS or (is_plural(word) and is_person(word))


def _by_the_state(span: Span) -> bool:
    """Whether it was police or soldiers who shot."""
    shooter: Token | None = before(span)
    if shooter is not None and _of_state(shooter.lower_):
        follows = words_after(span, 1)
        # "soldiers shot by rebels" are no shooters, "police shot dead two" are
        return follows[:1] != ["by"]
    follows = words_after(span, 4)
    return follows[:1] == ["by"] and any(map(_of_state, follows[1:]))


def _of_state(word: str) -> bool:
    return is_state(word) or word in {"guard", "guards"}
