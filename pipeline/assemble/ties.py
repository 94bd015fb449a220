"""How closely the grammar ties a day or a place to an event of the same sentence."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from extractors.mention import Mention

#: Verbs and nouns of telling and of the courts: their day is not the event's.
_SAYING = frozenset(
    "say tell report announce add state claim quote explain declare condemn confess"
    " write publish sentence convict try release deport confirm warn speak note plead"
    " indict arraign interview describe accuse blame recall testify praise meet visit"
    " arrive fly vow rule acquit appear mourn commemorate remember".split()
)
CLOSE, NEAR, FAR, SAID = 3.0, 1.0, 0.5, 0.2


def tie(doc: Doc, mention: Mention, events: Iterable[Mention]) -> float:
    """The closest tie of ``mention`` to one of ``events``.

    Returns:
        ``CLOSE`` in one clause, ``NEAR`` in one sentence, ``FAR`` where the grammar
        does not say, ``SAID`` where it belongs to who told of the event.
    """
    root = _root(doc, mention)
    others = [o for e in events if (o := _root(doc, e)) is not None]
    if root is None or not others:
        return FAR
    return max(_pair(root, other) for other in others)


def _pair(a: Token, b: Token) -> float:
    path = _path(a, b)
    if path is None:
        return FAR
    if any(t.lemma_ in _SAYING for t in path):
        return SAID
    if len(path) <= 4:
        return CLOSE
    return NEAR if abs(a.i - b.i) < 15 else FAR


def _root(doc: Doc, mention: Mention) -> Token | None:
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def _path(a: Token, b: Token) -> list[Token] | None:
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
