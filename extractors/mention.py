"""What every extractor yields."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Span


Attribute = tuple[str, str | int | float]


@dataclass(frozen=True, slots=True, order=True)
class Reached:
    """A cue that reaches a mention: its category, and where it stands."""

    category: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A stretch of report text that one extractor read, and what it took it to mean.

    Attributes:
        start: First character, in code points from the start of the report text.
        end: One past the last character, so ``text[start:end]`` is the mention.
        label: Kind of thing named, such as ``DATE`` or ``WEAPON``.
        text: The words as printed.
        value: The reading: an EDTF date, a number or range (``12``, ``81..``,
            ``..399``, ``10..15``), the id of a gazetteer entry. Empty where the
            words were found and could not be resolved.
        extractor: Module that read it.
        attributes: What else the words say (``category``, ``country``, ``role``), and
            for a derived value its evidence: ``derived_from`` is ``published``, or the
            ``start:end`` of the words that it leans on. Sorted by name.
    """

    start: int
    end: int
    label: str
    text: str
    value: str
    extractor: str
    attributes: tuple[Attribute, ...] = field(default=(), compare=False)

    @classmethod
    def from_span(
        cls,
        span: Span,
        label: str,
        value: str,
        extractor: str,
        **attributes: str | int | float | None,
    ) -> Mention:
        """Read a spaCy span as a mention of ``label``; None attributes are left out."""
        return cls(
            span.start_char,
            span.end_char,
            label,
            span.text,
            value,
            extractor,
            pack(**attributes),
        )

    def get(self, name: str) -> Any:
        """Attribute ``name``, or None."""
        for key, value in self.attributes:
            if key == name:
                return value
        return None

    def with_attribute(self, name: str, value: str) -> Mention:
        """The same mention with one more attribute."""
        return Mention(
            self.start,
            self.end,
            self.label,
            self.text,
            self.value,
            self.extractor,
            tuple(sorted((*self.attributes, (name, value)))),
        )

    def reached(self, *categories: str) -> tuple[Reached, ...]:
        """The cues that reach it, of ``categories`` where any are given.

        They are what ``extract`` has found for the attribute ``reached``.
        """
        told = self.get("reached")
        found = map(_reached, told.split("|")) if told else ()
        return tuple(r for r in found if not categories or r.category in categories)


def _reached(told: str) -> Reached:
    """Read ``negation@120:123``."""
    category, _, place = told.partition("@")
    start, _, end = place.partition(":")
    return Reached(category, int(start), int(end))


def pack(**attributes: str | int | float | None) -> tuple[Attribute, ...]:
    """Attributes as a mention keeps them: sorted by name, without the missing."""
    return tuple(sorted((k, v) for k, v in attributes.items() if v is not None))
