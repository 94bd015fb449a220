"""RO-Crate (Process Run Crate): the tables, with what was run on what.

A folder with the files of a data package and ``ro-crate-metadata.json``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from incidents.pipeline import files
from incidents.pipeline.export.bundle import Bundle
from incidents.pipeline.export.formats import datapackage
from incidents.pipeline.export.formats.webannotation import source_of

SUFFIX = "/"
_CRATE = "https://w3id.org/ro/crate/1.1"
_PROFILE = "https://w3id.org/ro/wfrun/process/0.5"
_TOOL = "#incident-pipeline"
_EPOCH = "1970-01-01"  # where no document says when it appeared
Entity = dict[str, Any]


def write(bundle: Bundle, out: Path) -> Sequence[str]:
    """Write the folder."""
    datapackage.write(bundle, out)
    written = [*sorted(p.name for p in out.glob("*.csv")), "datapackage.json"]
    graph = [_descriptor(), *_root(bundle, written), *_files(written)]
    graph += [_tool(bundle), _action(bundle, written), *_inputs(bundle)]
    files.write_json(
        out / "ro-crate-metadata.json",
        {"@context": f"{_CRATE}/context", "@graph": graph},
    )
    return []


def _ref(id: str) -> Entity:
    return {"@id": id}


def _descriptor() -> Entity:
    return {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "conformsTo": _ref(_CRATE),
        "about": _ref("./"),
    }


def _root(bundle: Bundle, written: Sequence[str]) -> Iterator[Entity]:
    days = (str(row.get("published") or "") for row in bundle.documents.values())
    yield {
        "@id": "./",
        "@type": "Dataset",
        "name": "Incidents, each value with its quote",
        "description": f"Exported: {bundle.choice}.",
        "datePublished": max(days, default="") or _EPOCH,
        "license": "Of the documents, the terms that documents.csv gives for each.",
        "conformsTo": [_ref(_PROFILE)],
        "hasPart": [_ref(name) for name in written],
        "mentions": [_ref("#run")],
    }
    yield {
        "@id": _PROFILE,
        "@type": "CreativeWork",
        "name": "Process Run Crate",
        "version": "0.5",
    }


def _files(written: Sequence[str]) -> Iterator[Entity]:
    for name in written:
        kind = "application/json" if name.endswith(".json") else "text/csv"
        yield {"@id": name, "@type": "File", "name": name, "encodingFormat": kind}


def _tool(bundle: Bundle) -> Entity:
    versions = bundle.run.get("versions") or {}
    return {
        "@id": _TOOL,
        "@type": "SoftwareApplication",
        "name": "incident-pipeline",
        "version": str(versions.get("incident-pipeline", "unknown")),
        "url": "https://pypi.org/project/incident-pipeline/",
        "softwareRequirements": [f"{name} {v}" for name, v in sorted(versions.items())],
    }


def _action(bundle: Bundle, written: Sequence[str]) -> Entity:
    failed = (bundle.run.get("counts") or {}).get("interrupted")
    status = "Failed" if failed else "Completed"
    return {
        "@id": "#run",
        "@type": "CreateAction",
        "name": "Records read from reports",
        "actionStatus": _ref(f"http://schema.org/{status}ActionStatus"),
        "instrument": _ref(_TOOL),
        "object": [_ref(_input(id)) for id in bundle.documents],
        "result": [_ref(name) for name in written],
    }


def _input(doc_id: str) -> str:
    return f"#document-{quote(doc_id, safe='')}"


def _inputs(bundle: Bundle) -> Iterator[Entity]:
    for id, row in bundle.documents.items():
        told = {
            "name": row.get("title") or id,
            "publisher": row.get("publisher"),
            "datePublished": row.get("published"),
            "encodingFormat": row.get("media_type"),
            "license": row.get("licence"),
            "inLanguage": row.get("language"),
        }
        yield {
            "@id": _input(id),
            "@type": "CreativeWork",
            "identifier": f"urn:sha256:{row.get('sha256')}",
            "url": source_of(row),
            **{key: str(value) for key, value in told.items() if value},
        }
