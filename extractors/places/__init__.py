"""Places; the value is the GeoNames id, or a region's key in ``places.toml``.

A name that two places fit keeps an empty value and its ``candidates``, and a
``country`` where all of them, or the words around, leave but one. A resolved place has
``lat``, ``lon``, ``country``, ``admin1``, ``kind``, canonical ``name`` and
``precision``, which follows the UCDP: 1 the place itself, 2 near it, 3 a second-order
subdivision, 4 a first-order one, 6 a country, 7 a larger or vaguer region. ``part_of``
is ``venue`` or ``org`` where the name is part of theirs (Cologne Cathedral);
``role`` is ``dateline`` where a wire writes from; ``derived_from`` is where the words
stand that decided between namesakes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from incidents.extractors.mention import Mention, pack
from incidents.extractors.places.datelines import is_dateline
from incidents.extractors.places.reader import spots
from incidents.extractors.places.resolve import Reading, resolve
from incidents.extractors.places.spots import Spot
from incidents.extractors.places.table import place

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PRECISION = {"country": 6, "admin1": 4, "admin2": 3, "city": 1, "region": 7}
_NEAR = re.compile(
    r"\b(?:near|outside|outskirts of|vicinity of|close to|miles \w+ of|km \w+ of"
    r"|kilomet(?:er|re)s \w+ of|(?:north|south|east|west)\w* of)(?: the)? $",
    re.IGNORECASE,
)


def extract(doc: Doc, published: date | None) -> Iterator[Mention]:
    """Yield each place named in ``doc``, resolved where the report settles it."""
    found = spots(doc)
    yield from mentions(doc.text, found, resolve(doc.text, found))


def mentions(
    text: str, found: Iterable[Spot], readings: Iterable[Reading]
) -> Iterator[Mention]:
    """Spots with their readings as mentions."""
    for spot, reading in zip(found, readings, strict=True):
        yield Mention(
            spot.start,
            spot.end,
            "PLACE",
            spot.text,
            reading.place.value if reading.place else "",
            __name__,
            _attributes(text, spot, reading),
        )


def _attributes(
    text: str, spot: Spot, reading: Reading
) -> tuple[tuple[str, str | int | float], ...]:
    found = reading.place
    state = place(found.admin1) if found and found.admin1 else None
    evidence = reading.evidence
    return pack(
        lat=found.lat if found else None,
        lon=found.lon if found else None,
        country=reading.country or None,
        admin1=state.name if state else None,
        kind=found.kind if found else None,
        name=found.name if found else None,
        precision=_precision(text, spot, found.kind) if found else None,
        candidates="|".join(p.value for p in reading.candidates) or None,
        part_of=spot.part_of,
        role="dateline" if is_dateline(text, spot.start, spot.end) else None,
        derived_from=f"{evidence.start}:{evidence.end}" if evidence else None,
    )


def _precision(text: str, spot: Spot, kind: str) -> int:
    exact = _PRECISION[kind]
    near = _NEAR.search(text, max(0, spot.start - 40), spot.start)
    return 2 if exact == 1 and near else exact
