"""What is told of suspects far from a story: paragraphs after it, as courts are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.beside import ELSEWHERE, Near, core
from incidents.pipeline.assemble.story import Story

#: The mentions that give each value.
Values = Mapping[str, Sequence[Mention]]
#: So many stories at most has a document all of which may be of each.
_FEW = 3
#: How many values are looked at far off, and at how many places each.
_MANY, _TIMES = 12, 3
_PARAGRAPH = re.compile(r"\n\n")


class Far:
    """The values of a document by where they stand between its stories."""

    def __init__(self, text: str, stories: Sequence[Story]) -> None:
        """Lay the stories out along ``text``."""
        self._few = len(stories) <= _FEW
        begun = sorted(
            (part.event.start, n)
            for n, story in enumerate(stories)
            for part in core(story)
        )
        self._starts = [start for start, _ in begun]
        self._stories = [stories[n] for _, n in begun]
        self._text = text

    @cached_property
    def _paragraphs(self) -> list[int]:
        return [m.start() for m in _PARAGRAPH.finditer(self._text)]

    def before(self, mention: Mention) -> Story | None:
        """The story told last before a mention."""
        n = bisect_right(self._starts, mention.start)
        return self._stories[n - 1] if n else None

    def after(self, mention: Mention) -> Story | None:
        """The story told first after a mention."""
        n = bisect_right(self._starts, mention.start)
        return self._stories[n] if n < len(self._stories) else None

    def paragraphs(self, one: int, other: int) -> int:
        """How many paragraphs end between two places."""
        first, last = sorted((one, other))
        ends = self._paragraphs
        return bisect_right(ends, last) - bisect_right(ends, first)

    def since(self, values: Values) -> Callable[[Story], Values]:
        """Of ``values``, those that may be a story's: all, if the document has few.

        Of more stories, to each goes what is told after it and before the next.
        """
        if self._few:
            return lambda story: values
        own: dict[int, dict[str, list[Mention]]] = {}
        for value, mentions in values.items():
            for mention in mentions:
                told = own.setdefault(id(self.before(mention)), {})
                told.setdefault(value, []).append(mention)
        return lambda story: own.get(id(story), {})


def far_off(
    values: Values, known: Mapping[str, object], story: Story
) -> Iterator[Near]:
    """Where the first of ``values`` stand that are not ``known`` to a story."""
    parts = core(story)
    if not parts:
        return
    for value in [v for v in values if v not in known][:_MANY]:
        for mention in values[value][:_TIMES]:
            nearest = min(parts, key=lambda p: abs(p.event.start - mention.start))
            yield Near(mention, nearest, ELSEWHERE)
