r"""Cases as blocks of text: what is read, and below it each mention with all it says.

    Two days after 3 March 2014 he fled.
      DATE 2014-03-03 | 3 March 2014 | mod=AFTER

What is not listed must not be found, and no attribute but these be given. One that is a
place in the text is shown as the words there, ``<3 March 2014>``; ``\n``, ``\t`` and
``\f`` in what is read are these characters.
"""

import re
from collections.abc import Iterable

import pytest

from extractors import Mention

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


def told(text: str, mentions: Iterable[Mention]) -> list[str]:
    """Each mention as a line of a case."""
    return [
        " | ".join(
            filter(None, (f"{m.label} {m.value}".strip(), m.text, _said(text, m)))
        )
        for m in sorted(mentions)
    ]


def _said(text: str, mention: Mention) -> str:
    pairs = (
        (k, _PLACE.sub(lambda m: _at(text, m), str(v))) for k, v in mention.attributes
    )
    return " ".join(f"{name}={value}" for name, value in pairs)


def _at(text: str, place: re.Match[str]) -> str:
    return f"<{text[int(place[1]) : int(place[2])]}>"
