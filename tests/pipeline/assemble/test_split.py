import pytest

from incidents.pipeline.assemble import split as module
from incidents.pipeline.assemble.grammar import root
from incidents.pipeline.assemble.split import Part, Word, split
from tests.pipeline.assemble.made import found, mention, reader

DAY, OTHER = "2021-03-04", "2021-05-06"

#: Two clauses, the second of them a day before the first.
AFTER = "Bombs hit a hall a day after gunmen shot a judge in Tarn."
AFTER_PARSE = (
    "NNS/nsubj/1 VBD/ROOT/1 DT/det/3 NN/dobj/1 DT/det/5 NN/npadvmod/6 IN/mark/8"
    " NNS/nsubj/8 VBD/advcl/1 DT/det/10 NN/dobj/8 IN/prep/8 NNP/pobj/11 ./punct/1"
)
HIT, SHOT = found(AFTER, "hit", "EVENT"), found(AFTER, "shot", "EVENT")
HALL, JUDGE = found(AFTER, "hall", "TARGET"), found(AFTER, "judge", "TARGET")
A_DAY_AFTER = found(AFTER, "day after", "CUE", "sequence")

#: A bomb and what it did.
ONE = "A bomb killed six men in Tarn on Monday."
ONE_PARSE = (
    "DT/det/1 NN/nsubj/2 VBD/ROOT/2 CD/nummod/4 NNS/dobj/2 IN/prep/2 NNP/pobj/5"
    " IN/prep/2 NNP/pobj/7 ./punct/2"
)
BOMB, KILLED = found(ONE, "bomb", "EVENT"), found(ONE, "killed", "EVENT")


def parts(text, parse, words, *others):
    return split(reader(text, *words, *others, parse=parse), 0, len(text), words)


def test_the_bomb_and_the_killed_of_each_other_are_one():
    toll = found(ONE, "six", "KILLED", "6")
    whole = Part(0, len(ONE), (BOMB, KILLED), (BOMB, KILLED, toll))
    assert parts(ONE, ONE_PARSE, [BOMB, KILLED], toll) == [whole]


def test_a_bomb_another_day_than_its_killed_is_still_asked_for_words_of_its_own():
    """A day of the clause is as near to either word and parts nothing."""
    day = found(ONE, "Monday", "DATE", DAY)
    assert len(parts(ONE, ONE_PARSE, [BOMB, KILLED], day)) == 1


@pytest.mark.parametrize("words", [[], [HIT]])
def test_one_word_is_not_parted(words):
    told = [*words, HALL, JUDGE, A_DAY_AFTER]
    read = reader(AFTER, *told, parse=AFTER_PARSE)
    mentions = (*words, HALL, JUDGE)
    assert split(read, 0, 57, words) == [Part(0, 57, tuple(words), mentions)]


def test_words_that_are_not_of_the_text_part_nothing():
    lost = mention("EVENT", start=900)
    read = reader(AFTER, HIT, A_DAY_AFTER, parse=AFTER_PARSE)
    assert split(read, 0, 57, [HIT, lost]) == [Part(0, 57, (HIT, lost), (HIT,))]


VASA = found(AFTER, "Bombs", "PLACE", "8", kind="city")
IN_TARN = found(AFTER, "Tarn", "PLACE", "7", kind="city")


def test_a_day_after_in_another_town_parts():
    told = [VASA, HALL, JUDGE, IN_TARN, A_DAY_AFTER]
    first, second = parts(AFTER, AFTER_PARSE, [HIT, SHOT], *told)
    assert first == Part(0, AFTER.index(" a day"), (HIT,), (VASA, HIT, HALL))
    assert second == Part(SHOT.start, len(AFTER), (SHOT,), (SHOT, JUDGE, IN_TARN))


def test_two_towns_alone_do_not_part():
    assert len(parts(AFTER, AFTER_PARSE, [HIT, SHOT], VASA, IN_TARN)) == 1


def test_a_day_after_parts_alone():
    assert len(parts(AFTER, AFTER_PARSE, [HIT, SHOT], A_DAY_AFTER)) == 2


LIST = "They bombed Vasa on Monday and shelled Tarn on Friday."
LIST_PARSE = (
    "PRP/nsubj/1 VBD/ROOT/1 NNP/dobj/1 IN/prep/1 NNP/pobj/3 CC/cc/1 VBD/conj/1"
    " NNP/dobj/6 IN/prep/6 NNP/pobj/8 ./punct/1"
)
BOMBED, SHELLED = (found(LIST, w, "EVENT") for w in ("bombed", "shelled"))
MONDAY = found(LIST, "Monday", "DATE", DAY)
FRIDAY = found(LIST, "Friday", "DATE", OTHER)


def test_other_days_part():
    first, second = parts(LIST, LIST_PARSE, [BOMBED, SHELLED], MONDAY, FRIDAY)
    assert first == Part(0, MONDAY.end, (BOMBED,), (BOMBED, MONDAY))
    assert second == Part(SHELLED.start, len(LIST), (SHELLED,), (SHELLED, FRIDAY))


def test_what_no_word_has_nearest_is_of_all_parts():
    group = found(LIST, "They", "GROUP")
    for part in parts(LIST, LIST_PARSE, [BOMBED, SHELLED], MONDAY, FRIDAY, group):
        assert group in part.mentions


def test_one_day_does_not_part():
    friday = found(LIST, "Friday", "DATE", DAY)
    assert len(parts(LIST, LIST_PARSE, [BOMBED, SHELLED], MONDAY, friday)) == 1


def test_a_third_word_goes_with_the_likest():
    text = "They bombed Vasa on Monday and shelled Tarn on Friday, killing six."
    parse = (
        "PRP/nsubj/1 VBD/ROOT/1 NNP/dobj/1 IN/prep/1 NNP/pobj/3 CC/cc/1 VBD/conj/1"
        " NNP/dobj/6 IN/prep/6 NNP/pobj/8 ,/punct/6 VBG/advcl/6 CD/dobj/11 ./punct/1"
    )
    words = [found(text, w, "EVENT") for w in ("bombed", "shelled", "killing")]
    days = [
        found(text, "Monday", "DATE", DAY),
        found(text, "Friday", "DATE", OTHER),
    ]
    told = [p.words for p in parts(text, parse, words, *days)]
    assert told == [(words[0],), (words[1], words[2])]


def features(feature, text, parse, a, b, *others):
    read = reader(text, a, b, *others, parse=parse)
    ones = module._words(read, [a, b], read.within(0, len(text)))
    return list(feature(read, *ones))


def own(label="PLACE", *values, **said):
    """A word with ``values`` of its own."""
    token = root(reader(LIST, parse=LIST_PARSE).doc, BOMBED)
    given = tuple(mention(label, value, "x", **said) for value in values)
    return Word(BOMBED, token, given)


@pytest.mark.parametrize(
    ("ones", "others", "seen"),
    [
        ([], [DAY], []),
        ([DAY], [], []),
        ([DAY], [OTHER], ["other day"]),
        ([DAY], ["2021-03"], ["same day"]),
        ([DAY, OTHER], [OTHER], ["same day"]),
    ],
)
def test_days(ones, others, seen):
    pair = own("DATE", *ones), own("DATE", *others)
    assert list(module.days(reader(""), *pair)) == seen


def test_days_are_no_places():
    assert list(module.days(reader(""), own("PLACE", DAY), own("DATE", DAY))) == []
    assert own("DATE", DAY).of("PLACE") == []


@pytest.mark.parametrize(
    ("ones", "others", "kind", "seen"),
    [
        (["7"], [], "city", []),
        ([], ["7"], "city", []),
        (["7"], ["7"], "city", []),
        (["7", "8"], ["8"], "city", []),
        (["7"], ["8"], "country", []),
        (["7"], ["8"], "admin1", []),
        (["7"], [""], "city", []),
        (["7"], ["8"], "city", ["other town"]),
        (["7"], ["8"], "admin2", ["other town"]),
        (["7"], ["8"], "", ["other town"]),
    ],
)
def test_towns(ones, others, kind, seen):
    pair = own("PLACE", *ones, kind=kind), own("PLACE", *others, kind=kind)
    assert list(module.towns(reader(""), *pair)) == seen


@pytest.mark.parametrize(
    ("words", "category", "seen"),
    [
        ("day after", "hedge", []),
        ("Bombs", "sequence", []),
        ("Tarn", "sequence", []),
        ("day after", "sequence", ["parted by words"]),
        ("day after", "comparison", ["parted by words"]),
    ],
)
def test_between(words, category, seen):
    cue = found(AFTER, words, "CUE", category)
    for pair in ((HIT, SHOT), (SHOT, HIT)):
        assert features(module.between, AFTER, AFTER_PARSE, *pair, cue) == seen


BESIDE = "In addition to a raid in Tarn the bands bombed a hall."
BESIDE_PARSE = (
    "IN/prep/8 NN/pobj/0 IN/prep/1 DT/det/4 NN/pobj/2 IN/prep/4 NNP/pobj/5 DT/det/8"
    " NNS/nsubj/9 VBD/ROOT/9 DT/det/11 NN/dobj/9 ./punct/9"
)
RAID, BOMBED_TOO = found(BESIDE, "raid", "EVENT"), found(BESIDE, "bombed", "EVENT")


@pytest.mark.parametrize(
    ("category", "seen"), [("hedge", []), ("addition", ["parted by words"])]
)
def test_what_is_told_in_addition_to_another(category, seen):
    cue = found(BESIDE, "In addition to", "CUE", category)
    pair = RAID, BOMBED_TOO
    assert features(module.between, BESIDE, BESIDE_PARSE, *pair, cue) == seen


def test_two_that_are_both_in_addition_are_not_parted():
    cue = found(BESIDE, "In addition to", "CUE", "addition")
    town = found(BESIDE, "Tarn", "EVENT")
    assert features(module.between, BESIDE, BESIDE_PARSE, RAID, town, cue) == []


TOLLS = "They bombed Vasa killing six on Monday and shelled Tarn on Friday."
TOLLS_PARSE = (
    "PRP/nsubj/1 VBD/ROOT/1 NNP/dobj/1 VBG/advcl/1 CD/dobj/3 IN/prep/1 NNP/pobj/5"
    " CC/cc/1 VBD/conj/1 NNP/dobj/8 IN/prep/8 NNP/pobj/10 ./punct/1"
)


@pytest.mark.parametrize("label", ["KILLED", "INJURED", "CASUALTIES"])
def test_a_toll_is_of_no_clause_that_comes_after_it(label):
    words = [found(TOLLS, w, "EVENT") for w in ("bombed", "shelled")]
    days = [
        found(TOLLS, "Monday", "DATE", DAY),
        found(TOLLS, "Friday", "DATE", OTHER),
    ]
    six = found(TOLLS, "six", label, "6")
    first, second = parts(TOLLS, TOLLS_PARSE, words, *days, six)
    assert six in first.mentions
    assert six not in second.mentions


NOUNS = "The bombing and another attack began."
NOUNS_PARSE = "DT/det/1 NN/nsubj/5 CC/cc/1 DT/det/4 NN/conj/1 VBD/ROOT/5 ./punct/5"


def test_another_noun_does_not_part_without_words_of_time():
    then = found(NOUNS, "and", "CUE", "sequence")
    words = [
        found(NOUNS, "bombing", "EVENT"),
        found(NOUNS, "attack", "EVENT", reference="new"),
    ]
    assert len(parts(NOUNS, NOUNS_PARSE, words)) == 1
    assert len(parts(NOUNS, NOUNS_PARSE, words, then)) == 2


@pytest.mark.parametrize(
    ("other", "spoken", "seen"),
    [
        ("attack", "definite", []),
        ("began", "new", []),
        ("attack", "new", ["another"]),
    ],
)
def test_reference(other, spoken, seen):
    pair = (
        found(NOUNS, "bombing", "EVENT"),
        found(NOUNS, other, "EVENT", reference=spoken),
    )
    assert features(module.reference, NOUNS, NOUNS_PARSE, *pair) == seen
    first, second = pair
    swapped = features(module.reference, NOUNS, NOUNS_PARSE, second, first)
    assert swapped == []


@pytest.mark.parametrize(
    ("text", "parse", "words", "seen"),
    [
        pytest.param(
            NOUNS, NOUNS_PARSE, ("bombing", "attack"), ["near each other"], id="listed"
        ),
        pytest.param(
            AFTER, AFTER_PARSE, ("hit", "shot"), ["near each other"], id="clause"
        ),
        pytest.param(ONE, ONE_PARSE, ("bomb", "bomb"), [], id="itself"),
        pytest.param(
            ONE, ONE_PARSE, ("bomb", "killed"), ["of each other"], id="subject"
        ),
        pytest.param(
            ONE, ONE_PARSE, ("Tarn", "killed"), ["of each other"], id="over a word"
        ),
        pytest.param(
            ONE, ONE_PARSE, ("Tarn", "bomb"), ["near each other"], id="over two"
        ),
        pytest.param(ONE, ONE_PARSE, ("Tarn", "Monday"), [], id="too far"),
    ],
)
def test_grammar(text, parse, words, seen):
    a, b = (found(text, w, "EVENT") for w in words)
    assert features(module.grammar, text, parse, a, b) == seen


@pytest.mark.parametrize(
    ("words", "owner"),
    [("Vasa", "bombed"), ("Tarn", "shelled"), ("They", "bombed")],
)
@pytest.mark.parametrize(
    "label", ["DATE", "PLACE", "TARGET", "KILLED", "INJURED", "CASUALTIES", "SUSPECTS"]
)
def test_a_mention_is_the_nearest_words_own(words, owner, label):
    one = found(LIST, words, label)
    read = reader(LIST, parse=LIST_PARSE)
    told = module._words(read, [BOMBED, SHELLED], [one])
    assert [w.mention.text for w in told if w.own == (one,)] == [owner]


def test_what_is_as_near_to_two_or_of_no_such_kind_is_no_words_own():
    read = reader(ONE, parse=ONE_PARSE)
    words = [found(ONE, "Tarn", "EVENT"), found(ONE, "Monday", "EVENT")]
    even = found(ONE, "killed", "DATE")
    assert [w.own for w in module._words(read, words, [even])] == [(), ()]
    read = reader(LIST, parse=LIST_PARSE)
    group = found(LIST, "Vasa", "GROUP")
    lost = mention("DATE", start=900)
    told = module._words(read, [BOMBED, SHELLED], [group, lost])
    assert [w.own for w in told] == [(), ()]


def test_likeness_is_what_all_features_see():
    read = reader(AFTER, A_DAY_AFTER, parse=AFTER_PARSE)
    pair = module._words(read, [HIT, SHOT], [])
    seen = module.likeness(read, *pair)
    assert seen == {"always", "parted by words", "near each other"}


def test_every_sign_has_a_weight_and_the_other_days_are_the_heaviest():
    weights = module.weights()
    assert {*weights} == {
        "always",
        "same day",
        "other day",
        "other town",
        "parted by words",
        "another",
        "of each other",
        "near each other",
    }
    assert min(weights, key=weights.__getitem__) == "other day"
