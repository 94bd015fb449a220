"""Records made up for tests, by hand and at random from a seeded generator."""

from typing import Any

from numpy.random import Generator

Record = dict[str, Any]

_PLACES = ["Norburg", "Port Ellis", "the port of Ellis", "Vasa", "Old Vasa", "Tarn"]
_TARGETS = ["the town hall", "Vasa town hall", "a market", "fish market", "of the", ""]
_DATES = ["2021-03-04", "2021-03-09", "2021-03", "2021", "2020-03-04", "2021-03-04~"]
_DATES += ["2021-03-03/2021-03-04", "2021-03-04/..", "2021-22", "unknown", ""]
_KINDS = ["business", "police", "religious", "unknown"]
_WEAPONS = ["explosives", "firearms", "unknown"]
_GROUPS = ["Red Front", "Tarn Army", "Sons of Vasa"]
_NAMES = ["Ida Holm", "Holm", "Per Lund"]
_ATTACKS = ["bombing", "armed_assault", "unknown"]
_LEGAL = ["arrested", "charged", "convicted"]


def record(doc_id: str, number: int = 1, **fields: Any) -> Record:
    """A record with the given fields and no others but its ids."""
    return {"doc_id": doc_id, "incident_id": f"{doc_id}/{number:02}", **fields}


def cite(text: str, quote: str, field: str) -> Record:
    """A citation of the first place ``quote`` stands."""
    start = text.index(quote)
    end = start + len(quote)
    return {"field": field, "page": 1, "start": start, "end": end, "quote": quote}


def toll(low: int | None, high: int | None) -> dict[str, int | None]:
    return {"min": low, "max": high}


def random_records(generator: Generator, documents: int) -> list[Record]:
    """Up to six records for each document, some fields null and some left out."""
    return [
        random_record(generator, f"doc{d}", n)
        for d in range(documents)
        for n in range(int(generator.integers(0, 7)))
    ]


def random_record(generator: Generator, doc_id: str, number: int) -> Record:
    fields = {name: make(generator) for name, make in _MAKERS.items()}
    kept = {k: v for k, v in fields.items() if generator.random() > 0.1}
    return record(doc_id, number, **kept)


def perturb(records: list[Record], generator: Generator, rate: float) -> list[Record]:
    """Candidates like ``records``: some left out, some invented, values changed."""
    candidates = []
    for told in records:
        if generator.random() < rate:
            continue
        found = {
            k: _MAKERS[k](generator)
            if k in _MAKERS and generator.random() < rate
            else v
            for k, v in told.items()
            if k not in _MAKERS or generator.random() > rate / 3
        }
        candidates.append(found)
        if generator.random() < rate:
            candidates.append(random_record(generator, told["doc_id"], 90))
    return [candidates[i] for i in generator.permutation(len(candidates))]


def _one(values: list[Any]) -> Any:
    def make(generator: Generator) -> Any:
        i = int(generator.integers(0, len(values) + 1))
        return None if i == len(values) else values[i]

    return make


def _some(values: list[Any], most: int = 2) -> Any:
    def make(generator: Generator) -> list[Any] | None:
        if generator.random() < 0.1:
            return None
        many = int(generator.integers(0, most + 1))
        return [values[int(i)] for i in generator.integers(0, len(values), many)]

    return make


def _entries(**values: list[str]) -> Any:
    def make(generator: Generator) -> list[dict[str, str | None]]:
        many = int(generator.integers(0, 3))
        return [{k: _one(v)(generator) for k, v in values.items()} for _ in range(many)]

    return make


def _toll(generator: Generator) -> dict[str, int | None] | None:
    if generator.random() < 0.4:
        return {} if generator.random() < 0.1 else None
    return {k: _one([3, 4])(generator) for k in ("min", "max")}


def _suspects(generator: Generator) -> dict[str, Any] | None:
    if generator.random() < 0.2:
        return None
    return {
        "count_min": _one([1, 2])(generator),
        "count_max": _one([1, 2])(generator),
        "nationalities": _some(["TJ", "DE"])(generator),
        "ages": _some([19, 20, 20])(generator),
        "names": _some(_NAMES)(generator),
        "people": [
            {"name": name, "legal": _some(_LEGAL)(generator)}
            for name in _some([*_NAMES, " "])(generator) or ()
        ],
    }


def _citations(generator: Generator) -> list[Record]:
    fields = [
        "incident_type",
        "date",
        "places",
        "targets[0]",
        "suspects.ages",
        "killed",
    ]
    return [
        {"field": field, "start": start, "end": start + 4, "quote": quote}
        for field in _some(fields, 4)(generator) or ()
        for start in (int(generator.integers(0, 20)),)
        for quote in (TEXT[start : start + 4], "none", "")[generator.integers(0, 3) :][
            :1
        ]
    ]


#: The text of every random document.
TEXT = "A bomb went off at the town hall of Vasa, police said."

_MAKERS = {
    "event_key": _one(["vasa-hall", "tarn-raid", "ellis-port"]),
    "incident_type": _one(["attack", "plot", "arrest", "unknown"]),
    "outcome": _one(["completed", "foiled", "unknown"]),
    "date": _one(_DATES),
    "countries": _some(["SE", "NO"]),
    "places": _some(_PLACES, 3),
    "attack_types": _some(_ATTACKS),
    "targets": _entries(text=_TARGETS, category=_KINDS),
    "groups": _entries(name=_GROUPS, link=["claimed", "alleged"]),
    "weapons": _entries(text=["a bomb"], category=_WEAPONS),
    "suspects": _suspects,
    "killed": _toll,
    "injured": _toll,
    "casualties": _toll,
    "hostages": _toll,
    "legal": _some(_LEGAL),
    "citations": _citations,
}
