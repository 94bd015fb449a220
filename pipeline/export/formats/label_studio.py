"""Label Studio: each document as a task, mentions and values as predicted spans.

``FILE-config.xml`` is the project's labelling configuration. `incidents gold from`
takes what is exported there (JSON) back.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from incidents.pipeline import files
from incidents.pipeline.export.bundle import Bundle
from incidents.pipeline.export.cells import clean
from incidents.pipeline.export.json_array import write_members
from incidents.pipeline.export.spans import (
    Labelled,
    Span,
    Units,
    labelled,
    labels,
    sound,
)

SUFFIX = ".json"
TEXT = True


def write(bundle: Bundle, out: Path) -> Sequence[str]:
    """Write the tasks, and the configuration beside them."""
    said = str(bundle.choice)
    write_members(out, (_task(d, said) for d in labelled(bundle)), {}, "")
    config = out.with_name(f"{out.stem}-config.xml")
    named = (quoteattr(clean(label)) for label in labels(bundle))
    listed = "\n".join(f"    <Label value={name}/>" for name in named)
    with files.whole(config) as file:
        file.write(
            f'<View>\n  <Labels name="label" toName="text">\n{listed}\n  </Labels>\n'
            '  <Text name="text" value="$text" granularity="symbol"/>\n</View>\n'
        )
    return [f"beside it: {config.name}, the project's labelling configuration"]


def read(path: Path) -> Iterator[Labelled]:
    """The documents as they were labelled; a task nobody annotated is passed over.

    Raises:
        ValueError: The file is no export of Label Studio.
    """
    try:
        for task in json.loads(path.read_bytes()):
            done = [a for a in task.get("annotations", ()) if not _dropped(a)]
            if done:
                text = str(task["data"]["text"])
                found = [_span(r, text) for r in done[-1]["result"] if "value" in r]
                yield sound(str(task["data"].get("doc_id") or ""), text, found)
    except (TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(f"{path}: no export of Label Studio: {error!r}") from error


def _dropped(annotation: Mapping[str, Any]) -> bool:
    return bool(annotation.get("was_cancelled"))


def _span(region: Mapping[str, Any], text: str) -> dict[str, object]:
    """A region; versions before 1.8 count in 16-bit units, which its words show."""
    value = region["value"]
    start, end, words = value["start"], value["end"], value.get("text")
    if words is not None and text[start:end] != words:
        units = Units(text)
        start, end = units.place(start), units.place(end)
    return {"start": start, "end": end, "label": next(iter(value["labels"]), None)}


def _task(document: Labelled, choice: str) -> dict[str, Any]:
    regions = [_region(n, s, document.text) for n, s in enumerate(document.spans)]
    return {
        "data": {"doc_id": document.doc_id, "text": document.text, "choice": choice},
        "predictions": [{"model_version": "incident-pipeline", "result": regions}],
    }


def _region(number: int, span: Span, text: str) -> dict[str, Any]:
    return {
        "id": f"s{number}",
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {
            "start": span.start,
            "end": span.end,
            "text": text[span.start : span.end],
            "labels": [span.label],
        },
    }
