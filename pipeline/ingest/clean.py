"""Characters that print nothing: left out of canonical text, and some reported."""

from __future__ import annotations

import re

#: Controls, halves of characters, soft hyphens: leftovers of typesetting.
_SILENT = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\ufeff\ufffe\uffff\ud800-\udfff]"
)
#: Marks that hide in words, turn their order, or spell what nobody sees.
_HIDDEN = re.compile(
    "[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\U000e0000-\U000e0fff]"
)
_JOINERS = re.compile("(?<![\u0600-\u0dff])[\u200c\u200d]|[\u200c\u200d](?=[a-zA-Z])")
_SPACES = re.compile(r"\s+")


class Cleaner:
    """Takes them out, and counts those that could mislead a reader."""

    def __init__(self) -> None:
        self.hidden = 0

    def __call__(self, text: str) -> str:
        """``text`` without characters that print nothing."""
        if text.isascii() and text.isprintable():
            return text
        text = _SILENT.sub("", text)
        for pattern in (_HIDDEN, _JOINERS):
            text, count = pattern.subn("", text)
            self.hidden += count
        return text


def single_spaced(text: str) -> str:
    """``text`` with each run of white space made one space."""
    return _SPACES.sub(" ", text).strip()
