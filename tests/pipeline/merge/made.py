"""Records of made-up events, as several reports might tell them."""

from typing import Any

from incidents.pipeline.merge.claims import Source
from incidents.pipeline.merge.marks import Marks, of_record

Record = dict[str, Any]


def quay(doc_id: str, number: int = 1, **values: Any) -> Record:
    """The bombing of a quay as one report tells it; ``values`` go over it."""
    told = {
        "doc_id": doc_id,
        "incident_id": f"{doc_id}/{number}",
        "incident_type": "attack",
        "outcome": "completed",
        "date": "2021-03-04",
        "date_basis": "attack",
        "countries": ["FI"],
        "places": ["Vaasa"],
        "attack_types": ["bombing"],
        "targets": [{"text": "the Sundholm quay", "category": "maritime"}],
        "groups": [{"name": "Red Front", "link": "claimed"}],
        "suspects": {"count_min": 2, "count_max": 2, "names": ["Ida Holm"]},
        "weapons": [{"text": "a bomb", "category": "explosives"}],
        "killed": {"min": 14, "max": 14},
        "assertion": "asserted",
    } | values
    quote = f"A bomb at the Sundholm quay, said {doc_id}"
    cited = [
        {"field": field, "page": 1, "start": 0, "end": len(quote), "quote": quote}
        for field in ("incident_type", "date", "places", "targets", "groups", "killed")
        if told.get(field)
    ]
    return told | {"citations": told.get("citations", cited)}


def marks(record: Record, published: Any = None) -> Marks:
    return of_record(record, published)


def sources(*records: Record, **published: str) -> dict[str, Source]:
    """A source for each document of ``records``; its day by its id."""
    ids = {r["doc_id"] for r in records}
    return {id: Source(id, f"The {id} Post", published.get(id)) for id in sorted(ids)}
