"""A report as words: what ends a sentence, what stands beyond its ends."""

import pytest

from incidents.extractors.figures.words import words


def read(nlp, text):
    return words(nlp(text))


def test_white_space_is_left_out(nlp):
    found = read(nlp, "Two  men\nfled.\n\nThree came.\fFour")
    assert found.low == ("two", "men", "fled", ".", "three", "came", ".", "four")
    assert [found.low[i] for i, new in enumerate(found.breaks) if new] == [
        "three",
        "four",
    ]
    assert len(found) == 8


def test_the_line_of_a_table_ends_what_it_says(nlp):
    found = read(nlp, "Place\tKilled\nGao\ttwo men\nthree\nfour")
    assert [found.low[i] for i, new in enumerate(found.breaks) if new] == [
        "gao",
        "three",
    ]


def test_there_is_nothing_beyond_the_ends(nlp):
    found = read(nlp, "Two men")
    assert [found.at(i) for i in (-1, 0, 1, 2)] == ["", "two", "men", ""]
    assert [found.ends(i) for i in (-1, 0, 1, 2)] == [True, False, False, True]


@pytest.mark.parametrize("stop", ". ; ! ? : -- — [ ] ( ) | •".split())
def test_stops(nlp, stop):
    assert read(nlp, f"men {stop} fled").ends(1)


def test_a_paragraph_ends_without_a_mark(nlp):
    found = read(nlp, "men\n\nfled .")
    assert [found.ends(i) for i in range(3)] == [False, True, True]
    assert [found.stops(i) for i in (-1, 0, 1, 2, 3)] == [
        True,
        False,
        False,
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("i", "span"), [(0, (0, 4)), (3, (0, 4)), (4, (4, 7)), (7, (7, 9))]
)
def test_sentence(nlp, i, span):
    assert read(nlp, "Two men fled. Three came!\n\nFour slept").sentence(i) == span


@pytest.mark.parametrize("mark", "* - + • · ▪ –".split())
def test_an_item_is_a_sentence_of_its_own(nlp, mark):
    found = read(nlp, f"* A revolt\n  {mark} Two men fled\n  from it")
    assert found.sentence(5) == (3, 9)
    assert not read(nlp, f"two men {mark} three").breaks[2]


def test_a_sentence_is_looked_for_so_far_only(nlp):
    assert read(nlp, "men " * 100).sentence(50, reach=7) == (43, 57)


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("TWO MEN WERE KILLED", True),
        ("Two men were KILLED", False),
        ("KILLED WOUNDED ARRESTED HURT Five fled", True),
        ("KILLED WOUNDED ARRESTED HURT Came fled went", False),
        ("THE MAN", False),
        ("", False),
    ],
)
def test_capitals(nlp, text, capitals):
    assert read(nlp, text).capitals == capitals


def test_the_group_is_no_verb(nlp):
    assert "IS" in read(nlp, "The men of IS fled there").low
    assert "is" in read(nlp, "THE GUARD OF THIS MARKET IS THERE").low
