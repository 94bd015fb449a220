"""How the grammar of a sentence ties a mention to an event word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.reader import Reader

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CLOSE, NEAR, FAR, SAID = 3.0, 1.0, 0.5, 0.2
#: Relations that lead into another clause.
_CLAUSES = frozenset(
    {"conj", "advcl", "relcl", "acl", "ccomp", "parataxis", "csubj", "dep", "pcomp"}
)

#: Relations of a name to the word that it stands before, and what words these are.
OF = frozenset({"poss", "compound", "nmod", "amod", "npadvmod"})
NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})


def tie(reader: Reader, mention: Mention, events: Iterable[Mention]) -> float:
    """The closest tie of ``mention`` to one of ``events``.

    Returns:
        ``CLOSE`` in one clause, ``NEAR`` in one sentence, ``FAR`` where the grammar
        does not say, ``SAID`` where it belongs to who told of the event.
    """
    word = reader.root(mention)
    others = [o for e in events if (o := reader.root(e)) is not None]
    if word is None or not others:
        return FAR
    return max(_pair(reader, word, other) for other in others)


def _pair(reader: Reader, a: Token, b: Token) -> float:
    between = path(a, b)
    if between is None:
        return FAR
    if any(t.i in reader.saying for t in between):
        return SAID
    if len(between) <= 4:
        return CLOSE
    return NEAR if abs(a.i - b.i) < 15 else FAR


def root(doc: Doc, mention: Mention) -> Token | None:
    """The head of the mention's words."""
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def of_whom(name: Token) -> Token:
    """The noun that a name stands before: *GROUP fighters*."""
    while name.dep_ in OF and name.head.pos_ in NOUNS:
        name = name.head
    return name


def path(a: Token, b: Token) -> list[Token] | None:
    """Tokens between two tokens of one sentence, over their nearest common head."""
    above_a = [a, *a.ancestors]
    above_b = [b, *b.ancestors]
    common = next((t for t in above_a if t in above_b), None)
    if common is None:
        return None
    left = above_a[1 : above_a.index(common)]
    right = above_b[1 : above_b.index(common)]
    middle = [common] if common not in (a, b) else []
    return [*left, *middle, *right]


def hangs(reader: Reader, mention: Mention, category: str) -> bool:
    """Whether a mention hangs on a cue before it: *a year after the Lund case*."""
    token = reader.root(mention)
    if token is None:
        return False
    start, _ = reader.sentence(mention.start)
    cues = reader.cued(start, mention.start, category)
    above = [t.idx for t in token.ancestors] if cues else []
    return any(cue.start <= at < cue.end for cue in cues for at in above)


def steps(a: Token, b: Token) -> list[Token]:
    """The tokens that are climbed from, from either end to the common head."""
    above_a = [a, *a.ancestors]
    above_b = [b, *b.ancestors]
    common = next((t for t in above_a if t in above_b), None)
    if common is None:
        return []
    return above_a[: above_a.index(common)] + above_b[: above_b.index(common)]


def goes_on(a: Token, b: Token) -> bool:
    """Whether ``b`` is in a clause joined on, once that which ``a`` is in has ended.

    *They bombed a hall, killing six, and shot a judge*: of the six, the shot is.
    """
    climbed = [*b.ancestors]
    common = next((t for t in [a, *a.ancestors] if t in climbed), None)
    if common is None or not common.i < a.i:
        return False
    down = [b, *climbed[: climbed.index(common)]]
    return any(t.dep_ == "conj" and t.i > a.i for t in down)


def distance(a: Token, b: Token) -> float:
    """How far apart two words of a sentence stand: edges, those into a clause twice."""
    if a.sent.start != b.sent.start:
        return 99.0
    climbed = steps(a, b)
    clauses = sum(t.dep_ in _CLAUSES for t in climbed)
    return len(climbed) + clauses + abs(a.i - b.i) / 20
