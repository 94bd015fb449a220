"""Web Annotation (W3C): each quote of each value as an annotation of its document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from incidents.pipeline.export.bundle import Bundle, Row, Told
from incidents.pipeline.export.cells import clean
from incidents.pipeline.export.json_array import write_members
from incidents.pipeline.review.values import Value
from incidents.pipeline.review.words import label, say

SUFFIX = ".jsonld"
_AROUND = 32  # characters before and after a quote, by which it is found again


def write(bundle: Bundle, out: Path) -> Sequence[str]:
    """Write the annotations, one by one."""
    head = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:incidents:annotations",
        "type": "AnnotationPage",
        "partOf": {
            "id": "urn:incidents:collection",
            "type": "AnnotationCollection",
            "label": f"Incidents: {bundle.choice}",
        },
        "startIndex": 0,
    }
    write_members(out, (a for t in bundle.told for a in _annotations(t)), head, "items")
    return []


def source_of(document: Row) -> str:
    """The IRI of a document: its address, or one made of its bytes."""
    url = str(document.get("url") or "")
    if url.startswith(("http://", "https://")):
        return quote(clean(url), safe=":/?#[]@!$&'()*+,;=%~")
    return f"urn:sha256:{document.get('sha256')}"


def _annotations(told: Told) -> Iterator[dict[str, Any]]:
    for value in told.values:
        for n, citation in enumerate(value.citations):
            key = quote(clean(f"{told.id}:{value.field}:{value.id}:{n}"), safe="")
            yield {
                "id": f"urn:incidents:{key}",
                "type": "Annotation",
                "motivation": "describing",
                "body": _bodies(told, value),
                "target": _target(told, citation),
            }


def _bodies(told: Told, value: Value) -> list[dict[str, Any]]:
    texts = {
        "tagging": value.field,
        "describing": f"{label(value.field)}: {say(value.value)}",
        "linking": told.id,
    }
    return [
        {"type": "TextualBody", "format": "text/plain", "purpose": why, "value": text}
        for why, text in texts.items()
    ]


def _target(told: Told, citation: Mapping[str, Any]) -> dict[str, Any]:
    start, end = citation["start"], citation["end"]
    text = str(told.document["text"])
    exact: dict[str, Any] = {
        "type": "TextQuoteSelector",
        "exact": str(citation.get("quote") or ""),
    }
    if text:
        exact["prefix"] = text[max(0, start - _AROUND) : start]
        exact["suffix"] = text[end : end + _AROUND]
    selectors: list[dict[str, Any]] = [
        {"type": "TextPositionSelector", "start": start, "end": end},
        exact,
    ]
    if told.document.get("media_type") == "application/pdf":
        selectors.append(
            {
                "type": "FragmentSelector",
                "conformsTo": "http://tools.ietf.org/rfc/rfc3778",
                "value": f"page={citation.get('page')}",
            }
        )
    return {"source": source_of(told.document), "selector": selectors}
