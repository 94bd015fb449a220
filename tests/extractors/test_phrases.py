"""The words around a match, told by punctuation; its modifiers, told by a parse."""

import pytest

from incidents.extractors import _phrases as phrases
from tests.told import parsed

TEXT = "Two big men. A guard in the old\nhall | saw, then shot it\n\nAt last"


def span(doc, words):
    start = doc.text.index(words)
    return doc.char_span(start, start + len(words))


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        ("Two", [], ["big", "men"]),
        ("guard", ["a"], ["in", "the", "old"]),
        ("hall", ["in", "the", "old"], []),
        ("saw", [], [",", "then", "shot"]),
        ("shot", ["saw", ",", "then"], ["it"]),
        ("last", ["at"], []),
    ],
)
def test_words_around(nlp, words, before, after):
    here = span(nlp(TEXT), words)
    assert phrases.words_before(here, 3) == before
    assert phrases.words_after(here, 3) == after


@pytest.mark.parametrize(
    ("words", "word"), [("Two", ""), ("big", "Two"), ("hall", "old"), ("A", "")]
)
def test_before(nlp, words, word):
    found = phrases.before(span(nlp(TEXT), words))
    assert (found.text if found else "") == word


@pytest.mark.parametrize("stop", [".", "!", "?", ";", "|", "\n\n", "\t", " \t", "\f"])
def test_stops(nlp, stop):
    assert phrases.words_after(nlp(f"men {stop} fled")[:1], 5) == []


@pytest.mark.parametrize(
    ("text", "shouted"),
    [
        ("THE MAYOR DIED", True),
        ("the MAYOR died", True),
        ("the UN GATE died", False),
        ("the mayor DIED THERE", False),
    ],
)
def test_shouted(nlp, text, shouted):
    assert phrases.shouted(nlp(text)[1:2]) == shouted


@pytest.mark.parametrize(
    ("text", "parse", "words", "whole"),
    [
        (
            "the two young guards",
            "DT/det/3 CD/nummod/3 JJ/amod/3 NNS/ROOT/3",
            "guards",
            "two young guards",
        ),
        (
            "the same guards",
            "DT/det/2 JJ/amod/2 NNS/ROOT/2",
            "guards",
            "guards",
        ),
        (
            "Monday guards",
            "NNP/compound/1/DATE NNS/ROOT/1",
            "guards",
            "guards",
        ),
        (
            "- old guards",
            "HYPH/punct/2 JJ/amod/2 NNS/ROOT/2",
            "guards",
            "old guards",
        ),
        (
            "saw old guards",
            "VBD/ROOT/0 JJ/amod/2 NNS/dobj/0",
            "guards",
            "old guards",
        ),
        (
            "a b c d e f g guards",
            " ".join(["JJ/amod/7"] * 7) + " NNS/ROOT/7",
            "guards",
            "b c d e f g guards",
        ),
    ],
)
def test_modified(nlp, text, parse, words, whole):
    doc = parsed(nlp, text, parse)
    assert phrases.modified(span(doc, words)).text == whole


def test_a_place_may_modify_where_it_is_asked_for(nlp):
    doc = parsed(nlp, "Lisbon airport", "NNP/compound/1/GPE NN/ROOT/1")
    assert phrases.modified(doc[1:2]).text == "airport"
    assert phrases.modified(doc[1:2], settings=True).text == "Lisbon airport"


def test_without_a_parse_nothing_modifies(nlp):
    doc = nlp("two young guards")
    assert phrases.modified(doc[2:3]).text == "guards"
    assert not phrases.compounded(doc[1:2], title=False)
    assert phrases.named(doc[:1]).text == "two"


@pytest.mark.parametrize(
    ("text", "parse", "title", "compounded"),
    [
        ("airport security", "NN/compound/1 NN/ROOT/1", False, True),
        ("airport attack", "NN/compound/1 NN/ROOT/1", False, False),
        ("Minister Berg", "NN/compound/1 NNP/ROOT/1", False, True),
        ("Minister Berg", "NN/compound/1 NNP/ROOT/1", True, False),
        ("airport is", "NN/nsubj/1 VBZ/ROOT/1", False, False),
        ("airport big security", "NN/compound/2 JJ/amod/2 NN/ROOT/2", False, False),
    ],
)
def test_compounded(nlp, text, parse, title, compounded):
    assert phrases.compounded(parsed(nlp, text, parse)[:1], title) == compounded


@pytest.mark.parametrize(
    ("text", "parse", "whole"),
    [
        ("Church of Santa Maria", "NN/a/0 IN/a/0 NNP/a/0 NNP/a/0", "all"),
        ("Church of the town", "NN/a/0 IN/a/0 DT/a/0 NN/a/0", "Church"),
        ("Church Berg fell", "NN/a/0 NNP/a/0 VBD/a/0", "Church Berg"),
        ("Church of Peter and Paul", "NN/a/0 IN/a/0 NNP/a/0 CC/a/0 NNP/a/0", "all"),
        ("Church Peter and Paul", "NN/a/0 NNP/a/0 CC/a/0 NNP/a/0", "Church Peter"),
        ("Church of Monday", "NN/a/0 IN/a/0 NNP/a/0/DATE", "Church"),
        ("Church", "NN/a/0", "Church"),
    ],
)
def test_named(nlp, text, parse, whole):
    found = phrases.named(parsed(nlp, text, parse)[:1]).text
    assert found == (text if whole == "all" else whole)


@pytest.mark.parametrize(
    ("text", "gap", "joined"),
    [
        ("men and nuns", ["and"], True),
        ("men, two nuns", [",", "two"], True),
        ("men , 12 nuns", [",", "12"], True),
        ("men\nand nuns", ["and"], True),
        ("men of nuns", ["of"], False),
        ("men the nuns", ["the"], False),
        ("men and small nuns", ["and", "small"], False),
        ("men and the two three nuns", ["and", "the", "two", "three"], True),
        ("men and the two three four nuns", [], False),
        ("men nuns", [], False),
    ],
)
def test_gap_and_joined(nlp, text, gap, joined):
    doc = nlp(text)
    assert phrases.gap(doc, 1, len(doc) - 1) == gap
    assert phrases.joined(doc, 1, len(doc) - 1) == joined


def test_whom_it_carries_and_who_stands_outside(nlp):
    doc = nlp("bus carrying soldiers outside barracks")
    assert phrases.carried(doc[:1], doc[2:3]) and not phrases.carried(doc[2:3], doc[4:])
    assert phrases.outside(doc[2:3], doc[4:]) and not phrases.outside(doc[:1], doc[2:3])


@pytest.mark.parametrize(
    "word",
    "and or , & the a an two three four five several as well at on against".split(),
)
def test_words_that_join(nlp, word):
    assert phrases.joined(nlp(f"men , {word} nuns"), 1, 3)
    assert not phrases.joined(nlp("men , of nuns"), 1, 3)


@pytest.mark.parametrize("tag", ["NN", "NNS", "NNP", "NNPS"])
def test_any_noun_may_be_modified(nlp, tag):
    doc = parsed(nlp, "airport security", f"NN/compound/1 {tag}/ROOT/1")
    assert phrases.compounded(doc[:1], title=False)
    assert phrases.compounded(doc[:1], title=True) == (tag in {"NN", "NNS"})


@pytest.mark.parametrize(
    "word", "carrying transporting bringing taking ferrying".split()
)
def test_carrying(nlp, word):
    doc = nlp(f"bus {word} men")
    assert phrases.carried(doc[:1], doc[2:])


@pytest.mark.parametrize(
    "word",
    "same such other several many own more targeted alleged least than most".split(),
)
def test_what_modifies_nothing(nlp, word):
    doc = parsed(nlp, f"{word} guards", "JJ/amod/1 NNS/ROOT/1")
    assert phrases.modified(doc[1:2]).text == "guards"


@pytest.mark.parametrize("tag", "CD JJ JJR JJS NN NNS NNP NNPS VBN".split())
@pytest.mark.parametrize("dep", "amod nummod compound nmod poss".split())
def test_what_modifies(nlp, tag, dep):
    doc = parsed(nlp, "old guards", f"{tag}/{dep}/1 NNS/ROOT/1")
    assert phrases.modified(doc[1:2]).text == "old guards"
