"""Whom words mean that name nobody, and who stands in one list."""

import pytest

from incidents.pipeline.assemble.support.meant import listed, meant
from tests.pipeline.assemble.support.made import passage


def names(text, *found):
    places = [(text.index(n), text.index(n) + len(n)) for n in found]
    return sorted(zip(places, found, strict=True))


@pytest.mark.parametrize(
    ("text", "together"),
    [
        pytest.param("Ida and Jon", True, id="and"),
        pytest.param("Ida, 19, and Jon", True, id="an age"),
        pytest.param("Ida, 19, a baker, and Jon", True, id="an age and a trade"),
        pytest.param("Ida and the baker Jon", True, id="a trade before"),
        pytest.param("Ida (known as Red) and Jon", True, id="in brackets"),
        pytest.param("Ida but not Jon", False, id="a contrast"),
        pytest.param("Ida, but not he, and Jon", False, id="set off by a contrast"),
        pytest.param("Ida met Jon", False, id="a verb"),
        pytest.param("Ida. And Jon", False, id="another sentence"),
        pytest.param("Ida, [freed](LEGAL released), and Jon", False, id="a step"),
    ],
)
def test_listed(text, together):
    shown = passage(text)
    told = names(shown.text, "Ida", "Jon")
    assert listed(told, shown) == ({"Ida", "Jon"} if together else {"Ida"})


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ida and Jon met Per and Eva. Both ", {"Per", "Eva"}),
        ("Ida met Per. Both ", {"Ida", "Per"}),
        ("Ida met Per. She ", {"Per"}),
        ("Ida met Per. Somebody ", set()),
        ("Ida met Per. The theatre ", set()),
        ("Ida met Per. The three ", {"Ida", "Per"}),
        ("Ida met Per. The 3 ", {"Ida", "Per"}),
        ("Ida met Per. All four ", set()),
        ("Ida and Jon met Per and Eva. The two ", {"Per", "Eva"}),
        ("Ida met Per. And ", {"Per"}),
        ("It rained. He ", set()),
    ],
)
def test_meant(text, who):
    shown = passage(text)
    told = names(shown.text, *(n for n in ("Ida", "Jon", "Per", "Eva") if n in text))
    start = shown.text.rindex(". ") + 2
    assert meant((start, len(text)), told[::-1], 3, shown) == who


def test_a_list_ends_where_somebody_is_parted_from_it():
    shown = passage("Ida met Jon and Per")
    told = names(shown.text, "Ida", "Jon", "Per")
    assert listed(told, shown) == {"Ida"}
    assert listed(told[::-1], shown) == {"Jon", "Per"}
