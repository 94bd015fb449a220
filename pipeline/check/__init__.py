"""A run read again: is every quote in its source, and every value borne out by it?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from incidents.pipeline.check.bearing import Bearing
from incidents.pipeline.check.quotes import Texts, faults_of
from incidents.pipeline.check.sources import sources
from incidents.pipeline.gold.check import Fault, form
from incidents.pipeline.recordfile import GOLD_KEYS, load, load_documents
from incidents.pipeline.seal import SEALED, altered

__all__ = ["Fault", "check"]


def check(run: Path, support: bool = True) -> Iterator[Fault]:
    """Find what is wrong with a run, document by document.

    Args:
        run: Its folder.
        support: Whether documents are parsed again, to see whether quotes bear out the
            values: that takes about as long as the run did.

    Raises:
        ValueError: There is no run there, or it cannot be read at all.
    """
    if not (run / "run.json").is_file():
        raise ValueError(f"{run} holds no run: there is no run.json in it")
    changed = altered(run, SEALED)
    for name in changed:
        yield Fault(name, "is not as the run wrote it")
    documents = {d["doc_id"]: d for d in load_documents(run / "documents.jsonl")}
    told: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in load(run / "records.jsonl", GOLD_KEYS):
        told[record["doc_id"]].append(record)
    for doc_id in told.keys() - documents.keys():
        yield Fault(doc_id, "has records, and is no document of the run")
    texts = Texts({doc_id: row["text"] for doc_id, row in documents.items()})
    bearing = Bearing.of(run) if support else None
    for source in sources(run, documents):
        yield from source.faults
        read = [(record, list(form(record))) for record in told[source.doc_id]]
        for record, wrong in read:
            yield from (Fault(record["incident_id"], problem) for problem in wrong)
            if not wrong:  # what is looked at there rests on the schema's types
                yield from faults_of(record, source, texts)
        sound = [record for record, wrong in read if not wrong]
        if bearing is not None and sound:
            yield from bearing.faults(source, sound, "records.jsonl" not in changed)
