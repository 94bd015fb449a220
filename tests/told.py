r"""Cases as blocks of text: what is read, and below it each mention with all it says.

    Two days after 3 March 2014 he fled.
      DATE 2014-03-03 | 3 March 2014 | mod=AFTER

A line that begins with ``=`` says what a parser would: of each word its tag, what it is
to which word, of a name its kind, and of a verb its plain form where that is another,
``NNP/nsubj/2/PERSON``, ``VBD/ROOT/2//go``; so no test needs one.
What is not listed must not be found, and no attribute but these be given. One that is a
place in the text is shown as the words there, ``<3 March 2014>``; ``\n``, ``\t`` and
``\f`` in what is read are these characters.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from incidents.extractors import Mention

_PLACE = re.compile(r"\b(\d+):(\d+)\b")
_ESCAPES = {r"\n": "\n", r"\t": "\t", r"\f": "\f"}


def cases(block: str) -> list[object]:
    """The cases of a block, as parameters ``text, lines`` of a test."""
    found: list[tuple[str, list[str]]] = []
    for line in filter(str.strip, block.splitlines()):
        if line.startswith("  "):
            found[-1][1].append(line.strip())
        else:
            found.append((re.sub(r"\\[ntf]", lambda m: _ESCAPES[m[0]], line), []))
    return [pytest.param(text, lines, id=text[:50]) for text, lines in found]


def parsed_cases(block: str) -> list[object]:
    """Likewise, as ``text, parse, lines``; the first line below a text is its parse."""
    told = (param.values for param in cases(block))
    return [
        pytest.param(text, parse.removeprefix("= "), lines, id=text[:50])
        for text, (parse, *lines) in told
    ]


def parsed(nlp: Language, text: str, parse: str) -> Doc:
    """A report with the parse that a case gives it."""
    words = nlp.make_doc(text)
    tags, deps, heads, kinds, lemmas = zip(
        *([*word.split("/"), "", ""][:5] for word in parse.split()), strict=True
    )
    return Doc(
        nlp.vocab,
        [t.text for t in words],
        [bool(t.whitespace_) for t in words],
        tags=list(tags),
        pos=[_pos(*pair) for pair in zip(tags, deps, strict=True)],
        deps=list(deps),
        heads=[int(h) for h in heads],
        lemmas=[lem or t.lower_ for lem, t in zip(lemmas, words, strict=True)],
        ents=[
            f"{'I' if kind == before else 'B'}-{kind}" if kind else "O"
            for before, kind in pairwise(["", *kinds])
        ],
    )


def _pos(tag: str, dep: str) -> str:
    if dep in {"aux", "auxpass"}:
        return "AUX"
    return {"V": "VERB", "N": "NOUN", "J": "ADJ", "R": "ADV"}.get(tag[:1], "X")


def told(text: str, mentions: Iterable[Mention]) -> list[str]:
    """Each mention as a line of a case."""
    return [_line(text, mention) for mention in sorted(mentions)]


def _line(text: str, mention: Mention) -> str:
    said = (
        f"{name}={_PLACE.sub(lambda m: f'<{text[int(m[1]) : int(m[2])]}>', str(value))}"
        for name, value in mention.attributes
    )
    told = f"{mention.label} {mention.value}".strip(), mention.text, " ".join(said)
    line = " | ".join(filter(None, told))
    for escape, character in _ESCAPES.items():
        line = line.replace(character, escape)
    return line
