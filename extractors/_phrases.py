"""Words around a match: its modifiers, and its neighbours in the same sentence.

The neighbours are told by punctuation alone, so that they are the same on a text that
nobody parsed, in a table cell, and in capitals, where the parser is poor.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token


def words(text: str) -> frozenset[str]:
    """The words of ``text``, as a set."""
    return frozenset(text.split())


_STOPS = frozenset(".!?;|")
_MODIFIERS = words("amod nummod compound nmod quantmod punct npadvmod advmod poss case")
_SETTINGS = frozenset({"DATE", "GPE", "LOC", "TIME"})  # place and day stand apart
_TAGS = words("CD JJ JJR JJS NN NNS NNP NNPS VBN HYPH AFX POS")
_DEEDS = words(
    "attack attacks bombing bombings blast blasts shooting shootings massacre siege"
    " plot plots killing killings murder murders kidnapping kidnappings ambush"
)  # of a church bombing the church is the target
_NO_MODIFIERS = words(
    "same such other several many own more targeted alleged least than most dead shot"
)
_CARRYING = words("carrying transporting bringing taking ferrying")
_CONNECTED = words(
    "and or , & the a an two three four five several as well at on against"
)
_GAP = 4  # words
_REACH = 6  # words; longer runs are tables and lists


def stops(token: Token) -> bool:
    """Whether a sentence, a cell or a paragraph ends at ``token``."""
    text = token.text
    apart = token.is_space and (text.count("\n") > 1 or not {*"\t\f"}.isdisjoint(text))
    return apart or text in _STOPS


def words_before(span: Span, count: int) -> list[str]:
    """Up to ``count`` words before ``span`` in its sentence, lower case, in order."""
    near: list[str] = []
    for token in reversed(span.doc[max(0, span.start - 2 * count) : span.start]):
        if stops(token) or len(near) == count:
            break
        if not token.is_space:
            near.append(token.lower_)
    return near[::-1]


def words_after(span: Span, count: int) -> list[str]:
    """Up to ``count`` words after ``span`` in its sentence, lower case."""
    near: list[str] = []
    for token in span.doc[span.end : span.end + 2 * count]:
        if stops(token) or len(near) == count:
            break
        if not token.is_space:
            near.append(token.lower_)
    return near


def before(span: Span) -> Token | None:
    """The word before ``span``, if its sentence has one."""
    for token in reversed(span.doc[max(0, span.start - 2) : span.start]):
        if stops(token):
            return None
        if not token.is_space:
            return token
    return None


def shouted(span: Span) -> bool:
    """Whether ``span`` stands in capitals, as old wire reports do; acronyms do not."""
    return span.text.isupper() and any(
        t.is_upper and len(t) > 4
        for t in span.doc[max(0, span.start - 3) : span.end + 3]
    )


def modified(span: Span, settings: bool = False) -> Span:
    """``span`` with the numerals, adjectives and nouns that modify it from the left.

    Args:
        span: A noun.
        settings: Whether a place may stand among them, as in ``Kabul airport``.

    Returns:
        ``span`` itself without a parse, and in capitals, where tags are not trusted.
    """
    doc = span.doc
    if not span[-1].has_dep() or shouted(span):
        return span
    start = span.start
    while start > 0 and span.start - start < _REACH:
        token = doc[start - 1]
        if not _modifies(token, start, span):
            break
        if token.ent_type_ in _SETTINGS and not (settings and token.tag_ == "NNP"):
            break
        start -= 1
    while start < span.start and doc[start].tag_ in {"HYPH", "AFX", "POS", "SYM"}:
        start += 1
    return doc[start : span.end]


def _modifies(token: Token, start: int, span: Span) -> bool:
    return (
        token.tag_ in _TAGS
        and token.dep_ in _MODIFIERS
        and token.lower_ not in _NO_MODIFIERS
        and start - 2 <= token.head.i < span.end
        and not token.is_space
    )


def compounded(span: Span, title: bool) -> bool:
    """Whether ``span`` only modifies the noun after it, as in ``airport security``.

    Args:
        span: A noun.
        title: Whether it may stand before a name, as ``Minister`` does.
    """
    last = span[-1]
    if not last.has_dep() or shouted(span):
        return False
    return (
        last.dep_ == "compound"
        and last.head.i == last.i + 1
        and last.head.tag_ in ({"NN", "NNS"} if title else {"NN", "NNS", "NNP", "NNPS"})
        and last.head.lower_ not in _DEEDS
    )


def named(span: Span) -> Span:
    """``span`` with the name after it: ``Church`` ``of Santa Maria``."""
    doc, end = span.doc, span.end
    if not span[-1].has_dep() or shouted(span):
        return span
    of = end < len(doc) and doc[end].lower_ == "of" and _proper(doc, end + 1)
    end += of
    while end - span.end < _REACH:
        both = of and doc[end : end + 1].text == "and"  # of St. Peter and St. Paul
        if not _proper(doc, end + both):
            break
        end += 1 + both
    return doc[span.start : end]


def _proper(doc: Doc, i: int) -> bool:
    if i >= len(doc) or doc[i].is_space:
        return False
    return doc[i].tag_ == "NNP" and doc[i].ent_type_ not in {"DATE", "TIME"}


def gap(doc: Doc, end: int, start: int) -> list[str]:
    """The words between two phrases, lower case; none if they are over four."""
    if not 0 < start - end <= _REACH:
        return []
    between = [t.lower_ for t in doc[end:start] if not t.is_space]
    return between if len(between) <= _GAP else []


def joined(doc: Doc, end: int, start: int) -> bool:
    """Whether only commas, ``and`` and the like part what ends from what starts."""
    between = gap(doc, end, start)
    return bool({"and", "or", ","} & {*between}) and all(
        w in _CONNECTED or w.isdigit() for w in between
    )


def carried(span: Span, follower: Span) -> bool:
    """Whether ``span`` holds ``follower``: a bus *carrying* soldiers."""
    between = gap(span.doc, span.end, follower.start)
    return bool(between) and between[0] in _CARRYING


def outside(span: Span, follower: Span) -> bool:
    """Whether ``span`` are people *outside* ``follower``."""
    between = gap(span.doc, span.end, follower.start)
    return bool(between) and between[0] == "outside"
