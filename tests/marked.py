"""Examples written as the report reads, each mention marked where it stands.

    unmark("On [3 March 2014](DATE 2014-03-03) it began.")

What is not marked must not be found. An unresolved mention is marked ``(DATE)``.

What cues reach is marked with their categories: ``"[No](CUE negation)
[bomb](|negation) went off, but [shots](|) were fired."``
"""

import re

from incidents.extractors import Mention

_MARK = re.compile(r"\[([^]]+)\]\(([A-Z]+)?(?: ([^)|]+))?(?:\|([a-z,]*))?\)")


def unmark(marked: str, extractor: str) -> tuple[str, list[Mention]]:
    """The plain text of an example, and the mentions it marks."""
    text, mentions, _ = _read(marked, extractor)
    return text, mentions


def reaches(marked: str) -> list[tuple[Mention, set[str]]]:
    """The stretches of an example that say what reaches them, and those categories."""
    return _read(marked, "")[2]


def _read(
    marked: str, extractor: str
) -> tuple[str, list[Mention], list[tuple[Mention, set[str]]]]:
    text, mentions, probes, last = "", [], [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        words, label, value, reached = match.groups()
        span = len(text), len(text) + len(words)
        if label:
            mentions.append(Mention(*span, label, words, value or "", extractor))
        if reached is not None:
            probe = Mention(*span, "PROBE", words, "", extractor)
            probes.append((probe, set(filter(None, reached.split(",")))))
        text += words
        last = match.end()
    return text + marked[last:], mentions, probes
