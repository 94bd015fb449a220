"""Words that tell of an attack or a plot, from ``gazetteers/events.toml``.

The value is the entry's id. Attributes say what the grammar says of it:

- ``kind``: ``attack``, ``plot`` or ``foil`` (a plot or attack stopped);
- ``attack_type``: the GTD type, where the word fixes it;
- ``number``: ``plural`` for more than one;
- ``reference``: ``definite`` (*the blast*) or ``new`` (*a blast*, *another blast*);
- ``modality``: ``negated``, ``hypothetical`` (*would*, *if*), ``threat`` (*vowed to*),
  or ``generic`` (plural attacks of no count, day or place);
- ``agent``: ``state`` where soldiers, police or aircraft are the ones who act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from spacy.tokens import Doc, Span, Token

from incidents.extractors._armed import several, strikes, struck_with
from incidents.extractors._gazetteer import Entry, find
from incidents.extractors._nouns import is_person, is_plural, is_state
from incidents.extractors._phrases import words, words_after
from incidents.extractors.mention import Mention

_DEFINITE = {"the", "this", "that", "these", "those", "its", "his", "their", "her"}
_NEW = {"a", "an", "another", "one", "two", "three", "several", "second", "third"}
_MODALS = {"would", "could", "may", "might", "can", "should", "will", "must", "shall"}
_THREATS = frozenset(
    (
        "threaten warn urge vow promise incite encourage fear call advocate"
        " instruct direct ask order want hope seek aim pledge discuss simulate"
    ).split()
)
_IRREALIS = frozenset(
    (
        "charge task threat threats warning warnings risk possibility fear fears"
        " prevent"
        " preventing against possible potential future attempt ability capability"
        " motivation"
    ).split()
)
_PREPARING = words("plan prepare ready")
_DOING = frozenset("carry conduct launch commit perpetrate stage mount execute".split())
_VIOLENT = re.compile(
    r"bomb|blast|explosi|attack|gunm[ae]n|militant|rocket|missile|mortar|grenade|shell"
    r"|suicide|rebel|insurgent|terrorist|assailant|guerrilla|fighter|extremist|van$"
    r"|truck|lorry|car$|shooting|cell|plot|bullet|drone",
    re.IGNORECASE,
)
_CRITICISED = words("for over after critics lawmakers opposition")
#: Of what is tried it is said elsewhere that it was (cues of an attempt).
_TRYING = words("try attempt")
_ARMED_FORCES_OF_OTHERS = re.compile(
    r"former|ex-|off-duty|militia|rebel|dissident|guerrilla|democratic|revolutionary"
    r"|people|fake|disguised|dressed|uniform",
    re.IGNORECASE,
)


def extract(doc: Doc, published: date | None) -> Iterator[Mention]:
    """Yield each word or phrase in ``doc`` that tells of an attack or a plot."""
    for span, entry in find(doc, "events"):
        if _tells(span, entry):
            yield Mention.from_span(
                span,
                "EVENT",
                entry.id,
                __name__,
                kind=entry.fields["kind"],
                attack_type=entry.fields.get("attack_type"),
                number=_number(span, entry),
                reference=_reference(span),
                modality=_modality(span),
                agent=_agent(span),
            )


def _tells(span: Span, entry: Entry) -> bool:
    """Whether words of many uses (*hit*, *threw*) are used of violence here."""
    doc, pos = span.doc, entry.fields["pos"]
    thing, doer = entry.fields.get("object"), entry.fields.get("subject")
    if thing is not None or doer is not None:
        return (thing is None or struck_with(span, thing)) and (
            doer is None or strikes(span, doer)
        )
    if pos == "hit":
        before = doc[max(span.start - 8, span.sent.start if _parsed(doc) else 0) :]
        return any(
            _VIOLENT.search(t.text) for t in before[: span.start - before.start]
        ) or strikes(span, "armed")
    if entry.id == "under-fire":
        return _CRITICISED.isdisjoint(words_after(span, 3))
    if entry.id == "shot" and span.text.lower() == "shot" and span.root.tag_ == "NN":
        return False
    if entry.id == "attack" and span.end < len(doc):
        return doc[span.end].lower_ not in {"helicopter", "helicopters", "ads", "dog"}
    return True


def _parsed(doc: Doc) -> bool:
    return doc.has_annotation("DEP")


def _number(span: Span, entry: Entry) -> str | None:
    """Whether a noun is plural: *attacks*, and *two bombings* of one day as well.

    A verb is where it has dozens of bombs for its object.
    """
    if entry.fields.get("object") and several(span):
        return "plural"
    mass = span.text.lower().endswith((" planning", " plotting"))
    return "plural" if mass or span.root.tag_ in {"NNS", "NNPS"} else None


def _reference(span: Span) -> str | None:
    root = span.root
    words = [t.lower_ for t in root.lefts] if _parsed(span.doc) else []
    if not words and span.start:
        words = [span.doc[span.start - 1].lower_]
    if any(w in _NEW for w in words):
        return "new"
    return "definite" if any(w in _DEFINITE for w in words) else None


def _modality(span: Span) -> str | None:
    if not _parsed(span.doc):
        return None
    root = span.root
    if any(t.lower_ in {"no", "not", "n't", "never", "without"} for t in root.children):
        return "negated"
    if root.head.lower_ in {"no", "without"}:
        return "negated"
    if root.pos_ == "NOUN" and _reference(span) == "definite":
        return None  # "the attack" took place, whatever is denied of it
    if _is_prepared(root):
        return "hypothetical"
    verb = root if root.pos_ == "VERB" else _governor(root)
    if verb is not None:
        found = _verb_modality(verb, root)
        if found:
            return found
    chain = [root, *_up(root, 3)]
    if any(t.lower_ in _IRREALIS for t in chain[1:]) or any(
        t.lower_ in {"possible", "potential", "future", "further", "similar", "any"}
        for t in root.lefts
    ):
        return "hypothetical"
    return None


def _is_prepared(noun: Token) -> bool:
    """Whether an attack is what somebody prepares: ``planned, with her, raids``."""
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    return noun.dep_ == "dobj" and noun.head.lemma_ in _PREPARING


def _verb_modality(verb: Token, root: Token) -> str | None:
    children = list(verb.children)
    if any(t.dep_ == "neg" for t in children):
        return "negated"
    if any(t.lower_ in _MODALS and t.dep_ == "aux" for t in children):
        return "hypothetical"
    was_to = {t.lower_ for t in children if t.dep_ == "aux"} >= {"to", "have"}
    if was_to and verb.head.lemma_ == "be":
        return "hypothetical"  # "was to have exploded"
    to_be = {t.lower_ for t in children if t.dep_ in {"aux", "auxpass"}}
    if to_be >= {"to", "be"} and "have" not in to_be:
        return "hypothetical"  # "those to be shot"
    if any(t.dep_ == "mark" and t.lower_ in {"if", "unless"} for t in children):
        return "hypothetical"
    if any(t.lemma_ in _THREATS for t in (verb, *_up(verb, 2)) if t is not root):
        return "threat"
    infinitive = verb.tag_ == "VB" and any(t.lower_ == "to" for t in children)
    doing = verb is root or verb.lemma_ in _DOING
    doing = doing and verb.head.lemma_ not in _TRYING
    return "hypothetical" if infinitive and doing and verb.head is not verb else None


def _governor(noun: Token) -> Token | None:
    """The verb that ``noun`` is the subject or object of."""
    if noun.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "conj", "pobj"}:
        return next((t for t in _up(noun, 3) if t.pos_ in {"VERB", "AUX"}), None)
    return None


def _up(token: Token, steps: int) -> list[Token]:
    found = []
    while steps and token.head is not token:
        token, steps = token.head, steps - 1
        found.append(token)
    return found


_WAGING = words(
    "plane planes airplane airplanes aircraft aeroplanes helicopter helicopters gunship"
    " gunships artillery regime squadron infantry warships"
)


def _acts(noun: str) -> bool:
    """Whether ``noun`` is a body of a state or its arms; one soldier is none."""
    body = is_state(noun) and (is_plural(noun) or not is_person(noun))
    return body or noun in _WAGING


def _agent(span: Span) -> str | None:
    """``state`` where the one who acts is an army, police or an aircraft."""
    if not _parsed(span.doc):
        return None
    root = span.root
    doer = root
    if root.dep_ == "dobj":  # "the army carried out a raid", not "condemned a raid"
        doer = root.head if root.head.lemma_ in _DOING else root
    actors = [t for t in doer.children if t.dep_ == "nsubj"]
    actors += [
        p
        for by in root.children
        if by.lower_ == "by"
        for p in by.children
        if p.dep_ == "pobj"
    ]
    actors += [t for t in root.lefts if t.dep_ in {"poss", "compound", "amod"}]
    for actor in actors:
        words = span.doc[actor.left_edge.i : actor.i + 1].text
        if _acts(actor.lower_) and not _ARMED_FORCES_OF_OTHERS.search(words):
            return "state"
    return None
