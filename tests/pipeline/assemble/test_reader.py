import pytest
import spacy

from incidents.pipeline.assemble.reader import Reader
from tests.pipeline.assemble.made import event, found, mention, reader
from tests.told import parsed


def own(text, words, label="DATE", value="2021-03-04", **said):
    """Whether a mention of ``words`` counts as one of what is told."""
    one = found(text, words, label, value, **said)
    return reader(text, one).within(0, len(text)) == (one,)


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        pytest.param("on Monday", "Monday", {"value": ""}, id="a day not read"),
        pytest.param("(Holm 2021)", "2021", {"citation": "1"}, id="of a citation"),
        pytest.param("It burned (Holm 2021).", "2021", {}, id="of a work"),
        pytest.param("It burned (Holm and Roe, 2021).", "2021", {}, id="of two"),
        pytest.param("since March", "March", {"mod": "AFTER"}, id="after"),
        pytest.param("by March", "March", {"mod": "BEFORE"}, id="before"),
        pytest.param("early March", "March", {"mod": "START"}, id="start"),
        pytest.param("late March", "March", {"mod": "END"}, id="end"),
        pytest.param("TARN, March 4 (Wire) Gunmen", "March 4", {}, id="wire"),
        pytest.param(
            "TARN, Vasa, March 4 -- Gunmen", "March 4", {}, id="wire, country"
        ),
        pytest.param(
            "OLD TARN, March 4, 2021 – Gunmen", "March 4", {}, id="wire, year"
        ),
    ],
)
def test_days_that_are_not_the_events(text, words, said):
    assert not own(text, words, **said)


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        pytest.param("It burned (in 2021).", "2021", {}, id="in brackets"),
        pytest.param("It burned (Holm 2021, 3).", "2021", {}, id="and more"),
        pytest.param("about March", "March", {"mod": "APPROX"}, id="about"),
        pytest.param("since the March attack", "March", {"mod": "AFTER"}, id="the"),
        pytest.param("before March, when", "March", {"mod": "BEFORE"}, id="when"),
        pytest.param("Tarn, March 4 (Wire)", "March 4", {}, id="no capitals"),
        pytest.param("TARN, March 4 and", "March 4", {}, id="no mark"),
        pytest.param("TARN saw, March 4 (Wire)", "March 4", {}, id="not before"),
    ],
)
def test_days_that_are_the_events(text, words, said):
    assert own(text, words, **said)


QUOTED = "He said: “They bombed Tarn.” In Vasa all was quiet."


@pytest.mark.parametrize("label", ["PLACE", "TARGET", "WEAPON"])
@pytest.mark.parametrize(
    "text",
    [
        QUOTED,
        'He said: "They bombed Tarn." In Vasa all was quiet.',
        "He said: ‘They aren’t in Tarn.’ In Vasa all was quiet.",
    ],
)
def test_places_in_quoted_words_are_not_the_events(label, text):
    assert not own(text, "Tarn", label)
    assert own(text, "Vasa", label)


@pytest.mark.parametrize(
    ("labels", "is_own"),
    [
        (("EVENT",), False),
        (("DATE",), False),
        (("EVENT", "DATE"), True),
        (("EVENT", "KILLED"), True),
        (("EVENT", "GROUP"), False),
    ],
)
def test_quoted_words_that_tell_of_an_event_are_as_any(labels, is_own):
    text = "“Arsonists burned two mills in Tarn in March,” he said."
    place = found(text, "Tarn", "PLACE", "1")
    told = [found(text, "Arsonists", label, "x") for label in labels]
    assert (place in reader(text, *told, place).within(0, len(text))) == is_own


def test_what_else_stands_in_quoted_words_is():
    assert own(QUOTED, "Tarn", "GROUP")


@pytest.mark.parametrize(
    ("text", "said", "is_own"),
    [
        ("Sweden's minister", {"kind": "country"}, False),
        ("Sweden’s minister", {"kind": "country"}, False),
        ("Sweden's minister", {"kind": "city"}, True),
        ("Sweden", {"kind": "country"}, True),
        ("Sweden", {"part_of": "0:3"}, False),
        ("Sweden", {"reached": "origin@0:4"}, False),
        ("Sweden", {"reached": "hedge@0:4"}, True),
    ],
)
def test_places(text, said, is_own):
    assert own(text, "Sweden", "PLACE", **said) is is_own


A, B, C = (mention("GROUP", start=n, text="abcd") for n in (0, 5, 10))


@pytest.mark.parametrize(
    ("start", "end", "inside"),
    [
        (0, 14, [A, B, C]),
        (1, 13, [B]),
        (5, 9, [B]),
        (5, 8, []),
        (0, 5, [A]),
        (14, 99, []),
    ],
)
def test_within(start, end, inside):
    assert list(reader("aaaa bbbb cccc", A, B, C).within(start, end)) == inside


def cue(category, start, **said):
    return mention("CUE", category, "no", start=start, **said)


def test_cues_are_none_of_the_mentions():
    read = reader("aaaa bbbb cccc", A, cue("speech", 5))
    assert read.mentions == [A]
    assert read.within(0, 14) == (A,)


def test_cued():
    first, hedge, last = cue("speech", 0), cue("hedge", 5), cue("speech", 10)
    read = reader("aaaa bbbb cccc", first, hedge, last)
    assert read.cued(0, 14) == ()
    assert read.cued(1, 10, "speech") == ()
    assert read.cued(0, 11, "speech") == (first, last)
    assert read.cued(5, 6, "speech", "hedge") == (hedge,)


@pytest.mark.parametrize(
    ("category", "numbers"),
    [("speech", {1}), ("court", {1}), ("anniversary", {1}), ("hedge", set())],
)
def test_saying(category, numbers):
    assert reader("aaaa bbbb cccc", cue(category, 5)).saying == numbers


def test_a_cue_beyond_the_text_says_nothing():
    assert reader("aaaa", cue("speech", 50)).saying == frozenset()
    assert reader("aaaa", mention("GROUP", "speech", "aa")).saying == frozenset()


@pytest.mark.parametrize(
    ("category", "reach", "negated"),
    [
        ("hedge", "0:14", False),
        ("negation", "0:5", False),
        ("negation", "6:14", False),
        ("negation", "5:6", True),
        ("negation", "0:14", True),
    ],
)
def test_negated(category, reach, negated):
    read = reader("aaaa bbbb cccc", B, cue(category, 0, reach=reach))
    assert read.negated(B) is negated


def test_origins():
    text = "a man from Sweden"
    sweden = found(text, "Sweden", "PLACE", kind="country", reached="origin@6:10")
    told = event(start=0, end=len(text))
    for other in (
        found(text, "Sweden", "PLACE", kind="city", reached="origin@6:10"),
        found(text, "Sweden", "PLACE", kind="country", reached="hedge@6:10"),
        found(text, "Sweden", "GROUP", kind="country", reached="origin@6:10"),
    ):
        assert reader(text, other).origins(told) == ()
    assert reader(text, sweden).origins(event(start=0, end=11)) == ()
    assert reader(text, sweden).origins(event(start=12, end=99)) == ()
    assert reader(text, sweden).origins(event(start=11, end=12)) == (sweden,)


def test_heading():
    text = "Intro\nIn Tarn\nIn Vasa"
    tarn, vasa = found(text, "Tarn", "PLACE"), found(text, "Vasa", "PLACE")
    read: Reader = reader(text, tarn, vasa)
    assert read.heading(-1) == ()
    assert read.heading(6) == (tarn,)
    assert read.heading(14) == (vasa,)
    at_start = reader("Tarn\nIn Vasa", found("Tarn", "Tarn", "PLACE"))
    assert at_start.heading(0) == (at_start.mentions[0],)


def test_sentence():
    parse = "X/ROOT/0 ./punct/0 X/ROOT/2 ./punct/2"
    read = reader("One . Two .", parse=parse)
    assert (read.sentence(0), read.sentence(3)) == ((0, 5), (0, 5))
    assert (read.sentence(6), read.sentence(0, 1)) == ((6, 11), (6, 11))
    assert read.sentence(6, -1) == (0, 5)
    assert (read.sentence(6, 1), read.sentence(0, -1)) == ((6, 6), (0, 0))
    assert reader("One . Two .").sentence(8) == (0, 11)


def test_a_place_and_its_year_are_no_work():
    text = "It burned (Tarn 2021)."
    place, year = (
        found(text, "Tarn", "PLACE", "1"),
        found(text, "2021", "DATE", "2021"),
    )
    assert year in reader(text, place, year).within(0, len(text))
    person = found(text, "Tarn", "PERSON", "Tarn")
    assert year not in reader(text, person, year).within(0, len(text))


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (" on ", True),
        (" ", True),
        (" reporters on ", True),
        (" late on ", True),
        (" that on ", True),
        (" he fled on ", False),
        (". On ", False),
    ],
)
def test_the_day_of_the_saying(between, expected):
    text = f"Aides said{between}Monday"
    cue = found(text, "said", "CUE", "speech", reach="0:10")
    day = found(text, "Monday", "DATE", "2021-03-04")
    assert reader(text, cue, day).of_saying(day) == expected


COMMEMORATED = "VBN/ROOT/0 IN/prep/0 NNP/pobj/1 WRB/advmod/5 NN/nsubj/5 VBD/advcl/0"


@pytest.mark.parametrize(
    ("event", "said", "expected"),
    [
        ("burned", {"relative": "1", "reached": "anniversary@0:7"}, False),
        ("Mourned", {"relative": "1", "reached": "anniversary@0:7"}, True),
        ("burned", {"relative": "1"}, True),
        ("burned", {"reached": "anniversary@0:7"}, True),
    ],
)
def test_the_day_of_a_vigil_is_not_the_events(event, said, expected):
    text = "Mourned on Monday where mills burned"
    day = found(text, "Monday", "DATE", "2021-03-04", **said)
    word = found(text, event, "EVENT", "burned")
    doc = parsed(spacy.blank("en"), text, COMMEMORATED)
    assert (day in Reader(doc, sorted([day, word])).within(0, len(text))) == expected


@pytest.mark.parametrize(
    ("cue", "said", "expected"),
    [
        pytest.param("anniversary", {}, False, id="they mourned that day"),
        pytest.param("anniversary", {"reached": "anniversary@0:7"}, False, id="both"),
        pytest.param("ago-today", {"reached": "anniversary@0:7"}, True, id="its own"),
    ],
)
def test_an_exact_day_of_a_vigil(cue, said, expected):
    text = "Mourned on Monday where mills burned"
    marks = found(text, "Mourned", "CUE", "anniversary", cue=cue)
    day = found(text, "Monday", "DATE", "2021-03-04", **said)
    word = found(text, "burned", "EVENT", "burned")
    doc = parsed(spacy.blank("en"), text, COMMEMORATED)
    made = Reader(doc, sorted([marks, day, word]))
    assert (day in made.within(0, len(text))) == expected
