import pytest

from incidents.pipeline.assemble.grammar import (
    CLOSE,
    FAR,
    NEAR,
    SAID,
    distance,
    goes_on,
    hangs,
    of_whom,
    path,
    root,
    steps,
    tie,
)
from tests.pipeline.assemble.made import doc, found, mention, reader

TEXT = "Police said on Monday that gunmen bombed a court in Tarn."
PARSE = (
    "NNS/nsubj/1 VBD/ROOT/1 IN/prep/1 NNP/pobj/2 IN/mark/6 NNS/nsubj/6 VBD/ccomp/1"
    " DT/det/8 NN/dobj/6 IN/prep/6 NNP/pobj/9 ./punct/1"
)
SAY = found(TEXT, "said", "CUE", "speech")
BOMBED = found(TEXT, "bombed", "EVENT")
MONDAY, TARN = found(TEXT, "Monday", "DATE"), found(TEXT, "Tarn", "PLACE")


def words(text, parse, *ones):
    read = doc(text, parse)
    return [next(t for t in read if t.text == one) for one in ones]


def test_what_is_said_of_the_saying_is_not_tied_to_what_is_told():
    read = reader(TEXT, SAY, BOMBED, MONDAY, TARN, parse=PARSE)
    assert tie(read, MONDAY, [BOMBED]) == SAID
    assert tie(read, TARN, [BOMBED]) == CLOSE


def test_without_a_word_of_saying_the_grammar_is_enough():
    read = reader(TEXT, BOMBED, MONDAY, parse=PARSE)
    assert tie(read, MONDAY, [BOMBED]) == CLOSE


def test_the_closest_of_several_events():
    read = reader(TEXT, SAY, BOMBED, MONDAY, parse=PARSE)
    other = found(TEXT, "on", "EVENT")
    assert tie(read, MONDAY, [BOMBED, other]) == CLOSE


def test_no_events_or_no_words_tie_nothing():
    read = reader(TEXT, SAY, parse=PARSE)
    assert tie(read, TARN, []) == FAR
    assert tie(read, mention("PLACE", start=900), [BOMBED]) == FAR
    assert tie(read, TARN, [mention("EVENT", start=900)]) == FAR


def test_two_sentences_are_far():
    text = "He fled. Bombs fell."
    read = reader(
        text, parse="PRP/nsubj/1 VBD/ROOT/1 ./punct/1 NNS/nsubj/4 VBD/ROOT/4 ./punct/4"
    )
    assert tie(read, found(text, "He", "X"), [found(text, "Bombs", "EVENT")]) == FAR


def chain(length, between=0):
    """The tie over ``length`` prepositions, ``between`` commas apart."""
    text = "bombed " + "in " * length + ", " * between + "Tarn"
    heads = [0, *range(length), *[0] * between, length]
    tags = ["VBD/ROOT", *["IN/prep"] * length, *[",/punct"] * between, "NNP/pobj"]
    parse = " ".join(f"{t}/{h}" for t, h in zip(tags, heads, strict=True))
    read = reader(text, parse=parse)
    return tie(read, found(text, "Tarn", "PLACE"), [found(text, "bombed", "EVENT")])


@pytest.mark.parametrize(
    ("length", "between", "strength"),
    [(4, 0, CLOSE), (4, 20, CLOSE), (5, 0, NEAR), (5, 8, NEAR), (5, 9, FAR)],
)
def test_a_long_path_is_near_and_far_where_the_words_are(length, between, strength):
    assert chain(length, between) == strength


def test_the_root_of_a_mention_is_the_head_of_its_words():
    read = doc(TEXT, PARSE)
    assert root(read, mention("X", start=900)) is None
    assert root(read, found(TEXT, "a court", "X")).text == "court"
    assert root(read, found(TEXT, "our", "X")).text == "court"


@pytest.mark.parametrize(
    ("a", "b", "between"),
    [
        ("court", "court", []),
        ("court", "bombed", []),
        ("bombed", "court", []),
        ("court", "gunmen", ["bombed"]),
        ("Tarn", "Monday", ["in", "bombed", "said", "on"]),
        ("Monday", "bombed", ["on", "said"]),
    ],
)
def test_path(a, b, between):
    assert [t.text for t in path(*words(TEXT, PARSE, a, b))] == between


@pytest.mark.parametrize(
    ("a", "b", "climbed"),
    [
        ("court", "court", []),
        ("court", "bombed", ["court"]),
        ("bombed", "court", ["court"]),
        ("Tarn", "Monday", ["Tarn", "in", "bombed", "Monday", "on"]),
    ],
)
def test_steps(a, b, climbed):
    assert [t.text for t in steps(*words(TEXT, PARSE, a, b))] == climbed


def test_no_path_between_sentences():
    parse = "PRP/nsubj/1 VBD/ROOT/1 ./punct/1 NNS/nsubj/4 VBD/ROOT/4 ./punct/4"
    pair = words("He fled. Bombs fell.", parse, "He", "Bombs")
    assert path(*pair) is None
    assert steps(*pair) == []
    assert distance(*pair) == 99.0


@pytest.mark.parametrize(
    ("a", "b", "far"),
    [
        pytest.param("court", "court", 0, id="one word"),
        pytest.param("gunmen", "bombed", 1 + 1 / 20, id="an edge"),
        pytest.param("court", "gunmen", 2 + 3 / 20, id="two edges"),
        pytest.param("said", "bombed", 2 + 5 / 20, id="into a clause"),
        pytest.param("Monday", "Tarn", 5 + 1 + 7 / 20, id="out of one into another"),
    ],
)
def test_distance(a, b, far):
    assert distance(*words(TEXT, PARSE, a, b)) == pytest.approx(far)


@pytest.mark.parametrize(
    ("relation", "edges"),
    [
        ("dobj", 1),
        ("xcomp", 1),
        *((clause, 2) for clause in ("conj", "advcl", "relcl", "acl", "ccomp")),
        *((clause, 2) for clause in ("parataxis", "csubj", "dep", "pcomp")),
    ],
)
def test_an_edge_into_a_clause_counts_twice(relation, edges):
    parse = f"VBD/ROOT/0 VBG/{relation}/0"
    pair = words("shot fleeing", parse, "shot", "fleeing")
    assert distance(*pair) == pytest.approx(edges + 1 / 20)


def test_the_noun_that_a_name_stands_before():
    text = "Reds youth fighters fled home"
    parse = "NNPS/compound/1 NN/compound/2 NNS/nsubj/3 VBD/ROOT/3 RB/advmod/3"
    reds, fighters, fled = words(text, parse, "Reds", "fighters", "fled")
    assert of_whom(reds) == of_whom(fighters) == fighters
    assert of_whom(fled) == fled


JOINED = "They bombed halls, killing six, and six shot a judge."
JOINED_PARSE = (
    "PRP/nsubj/1 VBD/ROOT/1 NNS/dobj/1 ,/punct/1 VBG/advcl/1 CD/dobj/4 ,/punct/1"
    " CC/cc/1 CD/nsubj/9 VBD/conj/1 DT/det/11 NN/dobj/9 ./punct/1"
)


@pytest.mark.parametrize(
    ("one", "other", "goes"),
    [
        ("killing", "shot", True),
        ("halls", "judge", True),
        ("halls", "killing", False),  # no clause is joined on
        ("They", "shot", False),  # the subject of both
        ("judge", "shot", False),
        ("judge", "bombed", False),  # back from it
    ],
)
def test_what_comes_before_the_next_clause(one, other, goes):
    assert goes_on(*words(JOINED, JOINED_PARSE, one, other)) is goes


def test_two_sentences_do_not_go_on():
    one, other = words(
        "Bombs fell. It", "NNS/nsubj/1 VBD/ROOT/1 ./punct/1 PRP/ROOT/3", "fell", "It"
    )
    assert goes_on(one, other) is False


CASE = "A year after the Lund case a cell met in Tarn."
CASE_PARSE = (
    "DT/det/1 NN/npadvmod/2 IN/prep/8 DT/det/5 NNP/compound/5 NN/pobj/2 DT/det/7"
    " NN/nsubj/8 VBD/ROOT/8 IN/prep/8 NNP/pobj/9 ./punct/8"
)
LUND, TOWN = found(CASE, "Lund", "PLACE"), found(CASE, "Tarn", "PLACE")


def test_what_hangs_on_a_cue():
    cue = found(CASE, "year after", "CUE", "sequence")
    read = reader(CASE, LUND, TOWN, cue, parse=CASE_PARSE)
    assert hangs(read, LUND, "sequence") is True
    assert hangs(read, TOWN, "sequence") is False
    assert hangs(read, LUND, "hedge") is False
    assert hangs(read, found(CASE, "year", "DATE"), "sequence") is False
    assert hangs(read, mention("PLACE", start=900), "sequence") is False
