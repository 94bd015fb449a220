"""Legal steps against suspects, from ``gazetteers/legal.toml``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from spacy.tokens import Doc, Span

from incidents import gazetteers
from incidents.extractors._gazetteer import find
from incidents.extractors._nouns import beside_suspects
from incidents.extractors._phrases import words, words_after, words_before
from incidents.extractors.mention import Mention

_NEGATIONS = frozenset(
    word for word in gazetteers.words("cues", "not", "no") if " " not in word
) | words("n\u2019t cannot denied yet")
_FUTURE = words("will would could may might should shall if 'll until unless can must")
_BARE = words("arrest detain apprehend indict convict release deport acquit drop")
_PUT_OFF = words("expected likely hope hopes hoped want wants wanted fear")
_HOSTAGES = words(
    "hostage hostages captive captives kidnapped kidnappers abducted abductors"
    " abduction ransom girls schoolgirls students pupils prisoners"
)
_SUSPECTS = words(
    "suspect suspects suspected arrest arrested arrests detained detainee detainees"
    " custody bail charge charges charged prison jail police court judge accused"
    " sentence sentenced trial interrogation questioned questioning militants"
)
_ISSUED = words(
    "statement statements video videos report reports footage communique communiqué"
    " tape recording photos photographs pictures details information names audio"
    " image images documents document findings study issue magazine film toll"
    " figures letter song detonator gas"
)
_COURTS = words(
    "court courts convicted sentenced sentence death prison judiciary authorities"
    " government trial guilty penalty hanging gallows appeal judge iran iraq"
)
_DEEDS = words(
    "attack attacks plan plans plot plots operation operations bombing order orders"
    " mission strike warrant policy assault"
)
_CASES = words("charge charges case cases proceedings investigation investigations")
_CROWDS = words("crowd at into toward towards through forward protesters")
_PUPILS = words("school pupil pupils student students party team")
_WITH = "with"
_TAKERS = beside_suspects("takers") | words(
    "custody charges suspicion suspected suspects suspect questioning cell cells"
    " network forged"
)
_HELD_FOR = beside_suspects("held_for")
_FORCES = words("police troops soldiers guards officers")
_REACH = 12  # words; a clause and a half


def extract(doc: Doc, published: date | None) -> Iterator[Mention]:
    """Yield each legal step; ``negated`` or ``hypothetical`` where it was not taken."""
    for span, entry in sorted(find(doc, "legal"), key=lambda m: m[0].start):
        step = entry.fields["step"]
        if step == "none" or not _HOLDS.get(step, _always)(span):
            continue
        if entry.fields.get("shy") and not _by_police(span):
            continue
        yield Mention.from_span(
            span,
            "LEGAL",
            step,
            __name__,
            negated="1" if _negated(span) else None,
            hypothetical="1" if _hypothetical(span) else None,
        )


def _negated(span: Span) -> bool:
    return bool(_NEGATIONS & {*words_before(span, 4)})


def _hypothetical(span: Span) -> bool:
    near = words_before(span, 3)
    verb = span[0].lower_ in _BARE
    if near[-2:] == ["to", "be"] or (verb and near[-1:] == ["to"]):
        return True
    return bool(_FUTURE & {*near[-2:]}) or bool(_PUT_OFF & {*near})


def _around(span: Span) -> set[str]:
    return {*words_before(span, _REACH), *words_after(span, _REACH)}


def _always(span: Span) -> bool:
    return True


def _of_suspects(span: Span) -> bool:
    """Whether suspects were let go, and neither hostages nor a video."""
    near = _around(span)
    if _ISSUED & {*words_after(span, 4)} or _HOSTAGES & near:
        return False
    return bool(_SUSPECTS & ({*near} | {t.lower_ for t in span}))


def _by_court(span: Span) -> bool:
    """Whether it was a sentence, and not a murder or the carrying out of a plan."""
    if _DEEDS & {*words_after(span, 3)}:
        return False
    return bool(_COURTS & _around(span)) or "hang" in span.text.lower()


def _by_police(span: Span) -> bool:
    """Whether people were taken who are suspects, and no hostages."""
    near = _around(span)
    held_for = span[-1].lower_ == "held" and _HELD_FOR & {*words_after(span, _REACH)}
    return bool(_TAKERS & near or held_for) and not _HOSTAGES & near


def _in_court(span: Span) -> bool:
    """Whether somebody was accused, and no crowd charged."""
    if span.text.lower() != "charged":
        return True
    if _WITH in words_after(span, _REACH):
        return True  # police charged a man with murder
    if _CROWDS & {*words_after(span, 2)}:
        return False
    return not (_FORCES & {*words_before(span, 1)})


def _of_court(span: Span) -> bool:
    """Whether what was dropped was a charge."""
    near = {*words_before(span, _REACH)} | {t.lower_ for t in span}
    return bool(_CASES & near)


def _from_country(span: Span) -> bool:
    return not _PUPILS & {*words_after(span, 4)}


_HOLDS: dict[str, Callable[[Span], bool]] = {
    "charged": _in_court,
    "charges_dropped": _of_court,
    "deported": _from_country,
    "executed": _by_court,
    "released": _of_suspects,
}
