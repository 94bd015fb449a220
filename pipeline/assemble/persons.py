"""Of whom a legal step or a nationality is said, by the grammar of the sentence.

Where two people are equally near it is of nobody: who was charged and who acquitted
must never be mixed up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.grammar import root
from incidents.pipeline.assemble.reader import Reader

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What the accused does: pleads guilty, stands trial, faces charges, serves a sentence.
_OWN = frozenset({"plead", "stand", "face", "serve", "receive"})
_SUBJECTS = frozenset({"nsubjpass", "nsubj"})
#: How many sentences back a pronoun may reach.
_BACK = 2


def said(reader: Reader) -> Mapping[str, Sequence[tuple[Mention, Mention]]]:
    """By name, the steps, ages and origins of somebody, with where the name stands."""
    found: dict[str, list[tuple[Mention, Mention]]] = defaultdict(list)
    for mention in reader.mentions:
        for name in _of_whom(reader, mention):
            found[name.value].append((mention, name))
    return found


def _of_whom(reader: Reader, mention: Mention) -> tuple[Mention, ...]:
    if mention.label == "LEGAL":
        return of_step(reader, mention)
    if mention.label == "AGE":
        return of_age(reader, mention)
    if mention.label == "NATIONALITY" and mention.value:
        name = of_nationality(reader, mention)
        return (name,) if name else ()
    return ()


def of_age(reader: Reader, age: Mention) -> tuple[Mention, ...]:
    """Who is named where the words say whose age it is."""
    start, _, end = str(age.get("of") or "0:0").partition(":")
    return tuple(_people(reader.within(int(start), int(end))))


def of_step(reader: Reader, step: Mention) -> tuple[Mention, ...]:
    """The people whom a legal step was taken against, as they are named."""
    word = root(reader.doc, step)
    if word is None:
        return ()
    own = range(step.start, step.end)
    for token in _taken(word):
        found = tuple(_named(reader, token))
        if found:
            return found
        if token.tag_ in ("PRP", "PRP$") and token.idx not in own:
            return _meant(reader, token)
    return ()


def of_nationality(reader: Reader, nationality: Mention) -> Mention | None:
    """Who is said to be of a country: *Omar Ziani, a Moroccan*."""
    word = root(reader.doc, nationality)
    if word is None:
        return None
    noun = word.head if word.dep_ in ("amod", "compound", "nmod") else word
    near = [noun, *(c for c in noun.children if c.dep_ == "appos"), *_named_so(noun)]
    if noun.dep_ == "appos":
        near.append(noun.head)
    if noun.dep_ == "attr":
        near += [c for c in noun.head.children if c.dep_ == "nsubj"]
    found = [m for t in near for m in _persons(reader, t)]
    return found[0] if len({m.value for m in found}) == 1 else None


def _named_so(noun: Token) -> Iterator[Token]:
    """*a Moroccan called Omar Ziani*."""
    for child in noun.children:
        if child.dep_ == "acl":
            yield from (c for c in child.children if c.dep_ in ("oprd", "attr", "dobj"))


def _taken(word: Token) -> Iterator[Token]:
    """Words for whom a step is taken against, the nearest first."""
    if word.pos_ not in ("VERB", "AUX"):
        yield from _of_noun(word)
        verb, _ = _verb_of(word)
        if verb is None or verb.lemma_ not in _OWN:
            return
        word = verb
    if word.lemma_ in _OWN:
        yield from _subject(word)
        return
    objects = [c for c in word.children if c.dep_ == "dobj"]
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in word.children)
    if objects and not passive:
        yield from objects
        return
    if passive or word.tag_ == "VBN":
        yield from _subject(word)


def _of_noun(noun: Token) -> Iterator[Token]:
    """*his arrest*, *Ziani's conviction*, *the arrest of Ziani*, *charges against*."""
    for child in noun.children:
        if child.dep_ == "poss":
            yield child
        if child.dep_ == "prep" and child.lower_ in ("of", "against"):
            yield from (c for c in child.children if c.dep_ == "pobj")


def _verb_of(noun: Token) -> tuple[Token | None, bool]:
    head = noun.head
    if head.dep_ == "prep":
        head = head.head
    return (head, True) if head.pos_ == "VERB" else (None, False)


def _subject(verb: Token) -> Iterator[Token]:
    """Of a verb, or of the verb whose subject it shares; of *who*, what it is of."""
    for _ in range(4):
        found = [c for c in verb.children if c.dep_ in _SUBJECTS]
        if found:
            relative = verb.dep_ == "relcl" and found[0].tag_ in ("WP", "WDT")
            yield verb.head if relative else found[0]
            return
        if verb.dep_ == "acl":
            yield verb.head
            return
        if verb.dep_ not in ("conj", "xcomp"):
            return
        verb = verb.head


def _named(reader: Reader, token: Token) -> Iterator[Mention]:
    """Those that a noun names, with who stands beside them: *Ziani and Amrani*."""
    for one in (token, *token.conjuncts, *_including(token)):
        denied = any(c.dep_ == "neg" for c in one.children)
        if not denied and (one is token or one.i > token.i):
            yield from _alone(reader, one)


def _including(noun: Token) -> Iterator[Token]:
    """*several men, including Ziani and Amrani*."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "including":
            for one in (c for c in child.children if c.dep_ == "pobj"):
                yield from (one, *one.conjuncts)


def _alone(reader: Reader, token: Token) -> tuple[Mention, ...]:
    beside = [c for c in token.children if c.dep_ == "appos"]
    if token.dep_ == "appos":
        beside.append(token.head)
    found = [m for t in (token, *beside) for m in _persons(reader, t)]
    return tuple(found[:1]) if len({m.value for m in found}) == 1 else ()


def _persons(reader: Reader, token: Token) -> Sequence[Mention]:
    """The name that ``token`` is a word of."""
    end = token.idx + len(token)
    near = reader.within(max(0, token.idx - 60), end + 60)
    return [m for m in near if m.label == "PERSON" and m.start <= token.idx < m.end]


def _meant(reader: Reader, pronoun: Token) -> tuple[Mention, ...]:
    """Whom a pronoun stands for: the only person spoken of so far, nobody of two."""
    if pronoun.lower_ in ("they", "them", "their"):
        return ()
    sentence = pronoun.sent
    end = pronoun.idx
    for _ in range(_BACK + 1):
        start = sentence.start_char
        said = _people(reader.within(start, end))
        if said:
            return (said[-1],) if len({m.value for m in said}) == 1 else ()
        if sentence.start == 0 or "\n\n" in reader.text[max(0, start - 2) : start]:
            return ()
        sentence = reader.doc[sentence.start - 1].sent
        end = start
    return ()


def _people(mentions: Iterable[Mention]) -> list[Mention]:
    return [m for m in mentions if m.label == "PERSON"]
