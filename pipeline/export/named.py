"""Finding names in texts, in time that grows with the text and not with the names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from incidents.extractors.places.names import fold

_WORD = re.compile(r"[^\W_]+")
#: What may stand between two words of a name: a blank, a line's end, a hyphen, a stop.
_GAP = re.compile(r"[\s.,'’-]{1,4}")
_SHORT = 4  # letters from which a last word alone stands for its bearer
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Names, and the last words of those that have several.

    Attributes:
        whole: By its first word, each name as folded words, the longest first.
        bearers: By a last word as printed, the names that end in it.
    """

    whole: Mapping[str, tuple[Words, ...]]
    bearers: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, names: Iterable[str]) -> Names:
        """Names to be found."""
        whole: dict[str, set[Words]] = {}
        bearers: dict[str, set[str]] = {}
        for name in names:
            printed = _WORD.findall(name)
            folded = tuple(folded_words(name))
            if not folded:
                continue
            whole.setdefault(folded[0], set()).add(folded)
            if len(folded) > 1 and len(printed[-1]) >= _SHORT:
                bearers.setdefault(printed[-1], set()).add(" ".join(folded))
        return cls(
            {k: tuple(sorted(v, key=lambda w: (-len(w), w))) for k, v in whole.items()},
            {k: frozenset(v) for k, v in bearers.items()},
        )

    def replace(self, text: str, by: Callable[[str], str]) -> str:
        """``text`` with each name in it replaced.

        Args:
            text: Any text.
            by: What stands for a name, given as folded words.
        """
        made, done, n = [], 0, 0
        words = list(_WORD.finditer(text))
        while n < len(words):
            name, count = self._at(text, words, n)
            if count:
                made += [text[done : words[n].start()], by(name)]
                done = words[n + count - 1].end()
            n += count or 1
        return "".join((*made, text[done:]))

    def _at(self, text: str, words: list[re.Match[str]], n: int) -> tuple[str, int]:
        """The name that begins at word ``n``, and how many words it has; or none."""
        for name in self.whole.get(fold(words[n][0]), ()):
            run = words[n : n + len(name)]
            if len(run) == len(name) and all(
                fold(word[0]) == part for word, part in zip(run, name, strict=True)
            ):
                gaps = (text[a.end() : b.start()] for a, b in pairwise(run))
                if all(_GAP.fullmatch(gap) for gap in gaps):
                    return self._sole(words[n][0], " ".join(name)), len(name)
        printed = words[n][0]
        for word in (printed, printed.capitalize() if printed.isupper() else ""):
            if word in self.bearers:
                return self._sole(word, fold(word)), 1
        return "", 0

    def _sole(self, printed: str, name: str) -> str:
        """The whole name that a last word is short for, where it is but one's."""
        of = self.bearers.get(printed, frozenset())
        return next(iter(of)) if len(of) == 1 and " " not in name else name


def folded_words(name: str) -> list[str]:
    """The words of a name, levelled: what case and accents make no other name."""
    return [fold(word) for word in _WORD.findall(name)]
