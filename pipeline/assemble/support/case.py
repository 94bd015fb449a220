"""A value on trial: the record it is of, and what is cited for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.support.apart import Tried, elsewhere
from incidents.pipeline.assemble.support.passage import ACTS, Passage, Span, passage
from incidents.pipeline.assemble.support.reading import Reading
from incidents.pipeline.paths import cites
from incidents.pipeline.records import Citation, Incident

#: What takes a telling back, whatever it tells.
TAKEN_BACK = ("refuted", "exercise", "fiction")
#: What has not happened when it is told.
AHEAD = ("fear", "hypothetical", "planned", "threat")


class Trial:
    """The citations of one record, read as they are asked for."""

    def __init__(self, incident: Incident, reading: Reading) -> None:
        """Try ``incident``; a citation whose quote is not the text is none."""
        report = reading.report
        self.incident, self.report, self._reading = incident, report, reading
        self.citations = tuple(
            c for c in incident.citations if report.text[c.start : c.end] == c.quote
        )
        self._passages: dict[Citation, Passage] = {}
        self._shown: dict[tuple[str, ...], tuple[Passage, ...]] = {}

    def passages(self, *paths: str) -> tuple[Passage, ...]:
        """What the citations that speak for ``paths``, or for parts of them, show."""
        if paths not in self._shown:
            self._shown[paths] = tuple(
                self._passage(c)
                for c in self.citations
                if any(cites(c.field, p) or cites(p, c.field) for p in paths)
            )
        return self._shown[paths]

    def read(self, start: int, end: int, *labels: str) -> tuple[Mention, ...]:
        """Mentions of ``labels`` in the report, cited or not."""
        return tuple(m for m in self._reading.over(start, end) if m.label in labels)

    def _passage(self, citation: Citation) -> Passage:
        if citation not in self._passages:
            self._passages[citation] = passage(citation, self._reading)
        return self._passages[citation]


@dataclass(frozen=True)
class Case:
    """One value's place in a record, and what is cited for it.

    Attributes:
        incident: The record.
        shown: The passages cited for the value.
        trial: What is cited for the record's other values.
        path: Where in the record the value is.
    """

    incident: Incident
    shown: tuple[Passage, ...]
    trial: Trial
    path: str = ""

    @cached_property
    def event(self) -> tuple[Passage, ...]:
        """What is cited for the type of the incident."""
        return self.trial.passages("incident_type")

    def real(self, mention: Mention, *barring: str) -> bool:
        """Whether ``mention`` is told as what happened, or as what the plot was.

        Args:
            mention: Of an act or of its harm.
            barring: Categories of cues that bar it besides: ``negation``.
        """
        return not mention.reached(*self._back(), *self._ahead(), *barring)

    def of(self, shown: Sequence[Passage]) -> Case:
        """The same case with ``shown`` alone, wherever in it the value stands."""
        return replace(self, shown=tuple(replace(p, focus=None) for p in shown))

    def printed(self, text: str) -> Iterator[tuple[Passage, Span]]:
        """Where the quotes have ``text``, told of what happened."""
        for shown in self.shown:
            for span in shown.prints(text):
                if self.told(shown, span):
                    yield shown, span

    def unless_denied(self, *categories: str) -> tuple[str, ...]:
        """``categories``, or none where the record says itself that it is denied."""
        return () if self.incident.assertion == "denied" else categories

    def told(self, passage: Passage, span: Span) -> bool:
        """Whether what stands at ``span`` is told of what happened.

        Words taken back are not; nor are the words of what was to come, where the
        passage tells of no act but that: *would have hit Riga*, not *a planned mall*.
        """
        if self.undone(passage, span[0]) or _reached(passage, span, self._back()):
            return False
        if self.elsewhere(passage, span):
            return False
        ahead = self._ahead()
        if not _reached(passage, span, ahead):
            return True
        acts = passage.of(*ACTS)
        return not acts or any(not m.reached(*ahead) for m in acts)

    def elsewhere(self, passage: Passage, span: Span) -> bool:
        """Whether what stands at ``span`` is told of another event."""
        return elsewhere(passage, span, Tried(self.incident, self.path))

    def undone(self, passage: Passage, at: int | None = None) -> bool:
        """Whether what stands ``at`` is asked, or taken back by what follows.

        Without a place, whether all that the passage tells is.
        """
        if at is not None and passage.asks(at):
            return True
        acts = passage.of(*ACTS)
        if at is None and acts and all(passage.asks(m.start) for m in acts):
            return True
        if not passage.undone or self.incident.assertion == "denied":
            return False
        if at is None:
            return passage.all_undone
        return at < passage.undone

    def _back(self) -> tuple[str, ...]:
        """What takes words back: of what is denied, its denial does not."""
        return TAKEN_BACK[1:] if self.incident.assertion == "denied" else TAKEN_BACK

    def _ahead(self) -> tuple[str, ...]:
        return AHEAD if self.incident.incident_type == "attack" else ()


def _reached(passage: Passage, span: Span, categories: tuple[str, ...]) -> bool:
    return any(
        start < span[1] and span[0] < end
        for start, end in passage.reached_by(*categories)
    )
