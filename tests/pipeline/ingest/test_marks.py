import pytest

from incidents.pipeline.ingest.marks import gap, is_mark, unmarked


@pytest.mark.parametrize(
    ("before", "raised", "after"),
    [
        pytest.param("an area of 30 km", "2", "", id="exponent"),
        pytest.param("30 m", "3", "of earth", id="exponent of a metre"),
        pytest.param("the area of x", "2", "", id="of a letter"),
        pytest.param("2 x 10", "6", "", id="of ten"),
        pytest.param("an inch and 1", "1", "/2", id="fraction"),
        pytest.param("on the 3", "rd", " of May", id="ordinal"),
        pytest.param("Acme", "TM", "", id="trade mark"),
        pytest.param("", "2", " The count of the court.", id="before its note"),
    ],
)
def test_raised_text_that_is_no_mark(before, raised, after):
    assert not is_mark(raised, before, after)


@pytest.mark.parametrize(
    ("before", "raised"),
    [
        ("It killed 17", "2"),
        ("on 4 July 2011.", "12"),
        ("in Quito,", "3,4"),
        ("in Quito", "3–5"),
        ("of whom 17", "*"),
        ("killed 17 ", "b"),
        ("killed 17", "[note 2]"),
        ("by the EU", "1"),
    ],
)
def test_marks(before, raised):
    assert is_mark(raised, before)


@pytest.mark.parametrize(
    "text",
    [
        "[2] The count of the court.",
        "He said [they] would kill[ed] 17.",
        "See [2](https://example.org).",
        "It covers 30 km² of land.",
        "They paid 1⁷⁄₈ dollars.",
        "a list [12] of names",
    ],
)
def test_text_that_stays(text):
    assert unmarked(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("It killed 17[2] there.", "It killed 17 there."),
        ("In Quito.[3][14] He", "In Quito. He"),
        ("In Quito.[3]He fled", "In Quito. He fled"),
        ("as police said [12].", "as police said."),
        ("It ended. [12] He fled.", "It ended. He fled."),
        ("It killed 17² there.", "It killed 17 there."),
        ("In Quito.³He fled.", "In Quito. He fled."),
    ],
)
def test_marks_that_are_characters(text, left):
    assert unmarked(text) == left


def test_gap():
    assert (gap("17", "people"), gap("17", " people"), gap("17", ",")) == (" ", "", "")
