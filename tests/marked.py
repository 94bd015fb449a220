"""Examples written as the report reads, each mention marked where it stands.

    unmark("On [3 March 2014](DATE 2014-03-03) it began.")

What is not marked must not be found. An unresolved mention is marked ``(DATE)``.
"""

import re

from extractors import Mention

_MARK = re.compile(r"\[([^]]+)\]\(([A-Z]+)(?: ([^)]+))?\)")


def unmark(marked: str, extractor: str) -> tuple[str, list[Mention]]:
    """The plain text of an example, and the mentions it marks."""
    text, mentions, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        words, label, value = match.groups()
        end = len(text) + len(words)
        mentions.append(Mention(len(text), end, label, words, value or "", extractor))
        text += words
        last = match.end()
    return text + marked[last:], mentions
