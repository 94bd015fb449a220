"""Names of places that the table lacks, and where a name ends."""

import pytest

from incidents.extractors.places.reader import Reader, spots_at

FOUND = """
He sat in [Umbradze], then.
He sat in [Umbradze]. Then.
He sat in [Umbra Dze], then.
He sat in Umbra Dze Moe, then.
He sat in Umbra DZE, then.
He sat in Umbra4, then.
He sat in Umbradze’s house.
He sat in Umbradze on it.
He sat in Singing, then.
He sat in Umbra Singing, then.
He sat in Umbra Peruvian, then.
He sat in Monday Umbradze, then.
He sat at Umbradze, then.
Shells hit it at [Umbradze], then.
The [Umbradze] village fell.
The [Umbra Dze] village fell.
The umbradze village fell.
He drove through [Umbradze District], then.
The village of [Umbradze] fell.
The province of [Umbradze] fell.
A house of Umbradze fell.
He sat in Somalia Province, then.
He sat in ABC, then.
He lives in [Barrie], [Ont]., then.
It was Ont. then.
He lives in [Athens], [Ga]., then.
He lives in [Athens]. Ga. fell.
It was Ga. then.
In [Rio de Janeiro] it fell.
In the [Democratic Republic of the Congo] it fell.
He lives in [Upper Lima], then.
"""


@pytest.mark.parametrize("marked", FOUND.strip().splitlines())
def test_names(nlp, marked):
    text = marked.replace("[", "").replace("]", "")
    for spot in reversed(Reader(nlp(text)).spots()):
        text = f"{text[: spot.start]}[{spot.text}]{text[spot.end :]}"
    assert text == marked


@pytest.mark.parametrize(
    ("text", "word", "typed", "values"),
    [
        ("The city of Lima fell", "Lima", "city", "3936456"),
        ("The province of Lima fell", "Lima", "admin", "3936456"),
        ("US fell", "US", None, "6252001"),
        ("Umbradze fell", "Umbradze", None, ""),
        ("The village of Umbradze fell", "Umbradze", "city", ""),
    ],
)
def test_spots_that_are_given(nlp, text, word, typed, values):
    start = text.index(word)
    (spot,) = spots_at(nlp(text), [(start, start + len(word))])
    assert (spot.text, spot.typed) == (word, typed)
    assert ([o.place.value for o in spot.options] or [""])[0] == values or (
        values in [o.place.value for o in spot.options]
    )
