"""Run folders made by hand, in a moment and without a model."""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from incidents.pipeline.fields import empty

TEXT = (
    "Bomb kills 12 at market in Quetta\n"
    "A bomb 💣 killed 12 people at a market in Quetta on 10 June 2014. 🙂 Taliban of"
    " the province claimed it.\n"
    "Two men were held in Lahore in July 2014 over a plan to attack a church.\n"
)


def cite(text: str, field: str, quote: str) -> dict[str, Any]:
    start = text.index(quote)
    page = 1 + text.count("\f", 0, start)
    end = start + len(quote)
    return {"field": field, "page": page, "start": start, "end": end, "quote": quote}


def record(doc_id: str, id: str, text: str = TEXT, **values: Any) -> dict[str, Any]:
    """A record; ``cited`` gives for each field the quotes that support it."""
    cited: Mapping[str, str] = values.pop("cited", {})
    return {
        "doc_id": doc_id,
        "incident_id": f"{doc_id}/{id}",
        "event_key": f"{doc_id}/{id}",
        **empty(),
        "incident_type": "attack",
        "suspects": {},
        **values,
        "citations": [cite(text, field, quote) for field, quote in cited.items()],
    }


def quetta(doc_id: str = "story", text: str = TEXT, **values: Any) -> dict[str, Any]:
    given = {
        "date": "2014-06-10",
        "date_basis": "attack",
        "assertion": "asserted",
        "places": ["Quetta"],
        "killed": {"min": 12, "max": 12},
        "targets": [{"text": "market", "category": "business"}],
        "cited": {
            "incident_type": "A bomb 💣 killed 12 people",
            "date": "10 June 2014",
            "places": "Quetta on",
            "killed": "killed 12 people",
            "targets": "a market",
        },
    }
    return record(doc_id, "one", text, **{**given, **values})


def lahore(doc_id: str = "story", text: str = TEXT, **values: Any) -> dict[str, Any]:
    given = {
        "incident_type": "plot",
        "date": "2014-07",
        "date_basis": "foiled",
        "assertion": "asserted",
        "places": ["Lahore"],
        "targets": [{"text": "church", "category": "religious"}],
        "cited": {
            "incident_type": "a plan to attack",
            "date": "July 2014",
            "places": "Lahore",
            "targets": "a church",
        },
    }
    return record(doc_id, "two", text, **{**given, **values})


def document(doc_id: str = "story", text: str = TEXT, **values: Any) -> dict[str, Any]:
    return {
        "doc_id": doc_id,
        "source": f"{doc_id}.txt",
        "sha256": sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        "media_type": "text/plain",
        "title": None,
        "publisher": None,
        "published": None,
        "text": text,
        **values,
    }


def write_run(
    folder: Path,
    documents: Iterable[Mapping[str, Any]] = (),
    records: Iterable[Mapping[str, Any]] = (),
    layouts: Mapping[str, Any] | None = None,
    inputs: Mapping[str, Any] | None = None,
    mentions: Iterable[Mapping[str, Any]] = (),
) -> Path:
    """Write a run's folder; without documents the story with its two records."""
    documents = list(documents) or [document()]
    records = list(records) or [quetta(), lahore()]
    (folder / "layout").mkdir(parents=True, exist_ok=True)
    for name, rows in (
        ("records", records),
        ("documents", documents),
        ("mentions", mentions),
    ):
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(lines)
    for doc_id, layout in (layouts or {}).items():
        (folder / "layout" / f"{doc_id}.json").write_text(json.dumps(layout))
    (folder / "run.json").write_text(json.dumps({"inputs": inputs or {}}))
    return folder


def hostile_run(folder: Path, hostile: str) -> Path:
    """A run of which every word that it can give is ``hostile``."""
    text = f"{hostile}\n{TEXT}"
    row = quetta("x", text)
    row |= {"places": [hostile], "groups": [{"name": hostile, "link": hostile}]}
    row |= {"event_key": hostile, "suspects": {"names": [hostile]}}
    row["citations"] += [{**row["citations"][0], "field": "groups", "quote": hostile}]
    given = document("x", text, title=hostile, publisher=hostile)
    return write_run(folder, [given], [row, lahore("x", text)])
