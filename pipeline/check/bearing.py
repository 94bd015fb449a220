"""Whether the quotes of a record bear out its values, by the first law's own check."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language

from incidents.pipeline.assemble import all_read, tell
from incidents.pipeline.assemble.judge import judge
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.assemble.support import supported
from incidents.pipeline.assemble.support.reading import Reading
from incidents.pipeline.assemble.weights import Weights, learned
from incidents.pipeline.assemble.weights import load as load_weights
from incidents.pipeline.check.incident import incident_of
from incidents.pipeline.check.sources import Source
from incidents.pipeline.document import parse_report
from incidents.pipeline.gold.check import Fault
from incidents.pipeline.model import MODEL
from incidents.pipeline.own_gazetteers import use
from incidents.pipeline.parse import load

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Bearing:
    """What documents are read with.

    Attributes:
        nlp: The model.
        weights: Of assembly's decisions.
    """

    nlp: Language
    weights: Weights

    @classmethod
    def of(cls, run: Path) -> Bearing:
        """As the run had it.

        Raises:
            ValueError: Its model or weights are not there any more.
        """
        told = json.loads((run / "run.json").read_bytes()).get("settings", {})
        use(Path(told["gazetteers"]) if told.get("gazetteers") else None)
        weights = (told.get("weights") or {}).get("path")
        decided = load_weights(Path(weights)) if weights else learned()
        return cls(load(str(told.get("model") or MODEL)), decided)

    def faults(
        self, source: Source, records: Sequence[Row], sealed: bool
    ) -> Iterator[Fault]:
        """What the quotes of the records of a document do not bear out.

        A value may have been borne out beside another that was not, and is not there
        any more: of a record that is as it was written, that is a warning.

        Args:
            source: The document.
            records: Those of it, which keep to the schema.
            sealed: Whether their file is as it was written.
        """
        parsed = parse_report(source.report, self.nlp)
        reader = Reader(parsed.doc, parsed.mentions)
        events = judge(reader, tell(reader, parsed.blocks), self.weights)
        read = Reading(source.report, all_read(parsed.mentions, events))
        for record in records:
            where = str(record["incident_id"])
            incident = incident_of(record)
            written = sealed and incident.incident_id == where
            if incident.incident_id != where:
                yield Fault(where, "incident_id: is not that of what the record says")
            _, drops = supported(incident, read)
            for drop in drops:
                problem = f"{drop.field}: {drop.value} is {drop.reason}"
                yield Fault(where, problem, "warning" if written else "error")
