import pytest

from incidents.pipeline.assemble.tell import lead, led, prose, reference
from incidents.pipeline.segment import Block
from tests.pipeline.assemble.made import event, found, mention, reader, word

TEXT = "Police said on Monday that gunmen bombed a court in Tarn."
PARSE = (
    "NNS/nsubj/1 VBD/ROOT/1 IN/prep/1 NNP/pobj/2 IN/mark/6 NNS/nsubj/6 VBD/ccomp/1"
    " DT/det/8 NN/dobj/6 IN/prep/6 NNP/pobj/9 ./punct/1"
)
SAID = found(TEXT, "said", "CUE", "speech")
MONDAY = found(TEXT, "Monday", "DATE", "2021-03-01")
TARN = found(TEXT, "Tarn", "PLACE", "7")
COURT = found(TEXT, "court", "TARGET", "government")
POLICE = found(TEXT, "Police", "TARGET", "police")


def told(text, parse, *mentions, title=False, start=0, **block):
    given = {"kind": "PARAGRAPH", "section": -1} | block
    read = reader(text, *mentions, parse=parse)
    return list(prose(read, Block(start, len(text), **given), title))


def bombed(**said):
    return found(TEXT, "bombed", "EVENT", **said)


@pytest.mark.parametrize("kind", ["REFERENCE", "FRONT", "CAPTION", "HEADER", "ROW"])
def test_what_tells_nothing(kind):
    assert told(TEXT, PARSE, bombed(), title=True, kind=kind) == []


def test_headings_tell_at_the_head_alone():
    assert told(TEXT, PARSE, bombed(), kind="HEADING") == []
    (one,) = told(TEXT, PARSE, bombed(), kind="HEADING", title=True)
    assert one.origin == "title"


def test_a_sentence_without_mentions_and_a_block_without_words_tell_nothing():
    assert told(TEXT, PARSE) == []
    assert told(TEXT, PARSE, bombed(), start=len(TEXT)) == []


def test_a_sentence_is_an_event_not_yet_judged():
    (one,) = told(TEXT, PARSE, SAID, bombed(), TARN, kind="ITEM", section=-1)
    assert one == event(
        bombed(), TARN, end=len(TEXT), kind="none", listed=True, section=-1
    )


def test_where_it_stands():
    text = "Now. They bombed Tarn."
    parse = "RB/ROOT/0 ./punct/0 PRP/nsubj/3 VBD/ROOT/3 NNP/dobj/3 ./punct/3"
    one = found(text, "bombed", "EVENT")
    (sentence,) = told(text, parse, one, start=5, section=3)
    assert (sentence.start, sentence.end) == (5, len(text))
    assert (sentence.block, sentence.section) == (5, 3)
    assert (sentence.origin, sentence.listed) == ("sentence", False)
    assert sentence.words == (one,)


def test_each_sentence_is_told_apart():
    text = "Now. They bombed Tarn."
    parse = "RB/ROOT/0 ./punct/0 PRP/nsubj/3 VBD/ROOT/3 NNP/dobj/3 ./punct/3"
    now, one = found(text, "Now", "DATE", "2021"), found(text, "bombed", "EVENT")
    assert [e.mentions for e in told(text, parse, now, one)] == [(now,), (one,)]


def test_the_day_of_the_saying_is_none_of_the_event():
    (one,) = told(TEXT, PARSE, SAID, MONDAY, bombed(), TARN, COURT)
    assert one.mentions == (bombed(), COURT, TARN)


def test_another_day_than_that_of_the_saying_is_the_events():
    text = "They bombed it on Monday, police said on Tuesday."
    parse = (
        "PRP/nsubj/1 VBD/ccomp/7 PRP/dobj/1 IN/prep/7 NNP/pobj/3 ,/punct/7"
        " NNS/nsubj/7 VBD/ROOT/7 IN/prep/1 NNP/pobj/8 ./punct/7"
    )
    said = found(text, "said", "CUE", "speech", reach="0:47")
    monday = found(text, "Monday", "DATE", "2021-03-01")
    tuesday = found(text, "Tuesday", "DATE", "2021-03-02")
    word = found(text, "bombed", "EVENT")
    (one,) = told(text, parse, word, monday, said, tuesday)
    assert one.mentions == (word, monday)
    (alone,) = told(text, parse, word, said, tuesday)
    assert alone.mentions == (word, tuesday)


def test_the_day_of_a_verb_that_the_event_is_told_under():
    text = "Crowds met on Monday where a mill burned in March."
    parse = (
        "NNS/nsubj/1 VBD/ROOT/1 IN/prep/1 NNP/pobj/2 WRB/advmod/7 DT/det/6 NN/nsubj/7"
        " VBD/relcl/1 IN/prep/7 NNP/pobj/8 ./punct/1"
    )
    monday = found(text, "Monday", "DATE", "2021-03-01", relative="1")
    march = found(text, "March", "DATE", "2020-03")
    word, met = found(text, "burned", "EVENT"), found(text, "met", "EVENT")
    held = found(text, "met", "LEGAL", "arrested")
    assert told(text, parse, monday, word, march)[0].mentions == (word, march)
    assert told(text, parse, monday, word)[0].mentions == (monday, word)
    for other in (met, held):
        (event, *_) = told(text, parse, other, monday, word, march)
        assert monday in event.mentions


@pytest.mark.parametrize("words", [[], [bombed(modality="fear")]])
def test_where_nothing_is_told_to_have_happened_days_stay(words):
    (one,) = told(TEXT, PARSE, SAID, MONDAY, *words)
    assert MONDAY in one.mentions
    assert one.words == ()


def test_only_days_and_places_are_of_the_saying():
    (one,) = told(TEXT, PARSE, SAID, POLICE, bombed())
    assert POLICE in one.mentions


FAR = "They bombed " + "in " * 12 + "Tarn , , , ."
FAR_PARSE = " ".join(
    [
        "PRP/nsubj/1 VBD/ROOT/1",
        *(f"IN/prep/{n}" for n in range(1, 13)),
        "NNP/pobj/13 ,/punct/1 ,/punct/1 ,/punct/1 ./punct/1",
    ]
)


def test_a_known_event_needs_a_nearer_tie_than_a_new_one():
    longer = FAR.replace("They bombed", "They bombed , , , ,")
    parse = FAR_PARSE.split()
    moved = [p if n < 2 else _moved(p) for n, p in enumerate(parse)]
    moved[2:2] = [",/punct/1"] * 4
    tarn = found(longer, "Tarn", "PLACE", "7")
    for spoken, kept in (("definite", False), ("new", True)):
        one = found(longer, "bombed", "EVENT", reference=spoken)
        (sentence,) = told(longer, " ".join(moved), one, tarn)
        assert (tarn in sentence.mentions) is kept


def _moved(word):
    tag, dep, head = word.split("/")
    return f"{tag}/{dep}/{int(head) + 4 * (int(head) > 1)}"


@pytest.mark.parametrize(
    ("mentions", "spoken"),
    [
        ([], ""),
        ([mention("TARGET", reference="new")], ""),
        ([word()], ""),
        ([word(), word(reference="definite")], "definite"),
        ([word(reference="definite"), word(reference="new")], "new"),
    ],
)
def test_reference(mentions, spoken):
    assert reference(mentions) == spoken


def test_two_events_of_one_sentence():
    text = "They bombed Vasa on Monday and shelled Tarn on Friday."
    parse = (
        "PRP/nsubj/1 VBD/ROOT/1 NNP/dobj/1 IN/prep/1 NNP/pobj/3 CC/cc/1 VBD/conj/1"
        " NNP/dobj/6 IN/prep/6 NNP/pobj/8 ./punct/1"
    )
    words = [found(text, w, "EVENT") for w in ("bombed", "shelled")]
    days = [
        found(text, "Monday", "DATE", "2021-03-01"),
        found(text, "Friday", "DATE", "2021-03-05"),
    ]
    assert [e.mentions for e in told(text, parse, *words, *days)] == [
        (words[0], days[0]),
        (words[1], days[1]),
    ]


def test_days_of_a_list_are_several_events():
    text = "Attacks in Vasa (2019), Tarn (2021)"
    parse = (
        "NNS/ROOT/0 IN/prep/0 NNP/pobj/1 -LRB-/punct/4 CD/appos/2 -RRB-/punct/4"
        " ,/punct/2 NNP/conj/2 -LRB-/punct/9 CD/appos/7 -RRB-/punct/9"
    )
    word_ = found(text, "Attacks", "EVENT", number="plural")
    days = [found(text, y, "DATE", y) for y in ("2019", "2021")]
    towns = [found(text, t, "PLACE", t) for t in ("Vasa", "Tarn")]
    assert [e.mentions for e in told(text, parse, word_, *days, *towns)] == [
        (word_, towns[0], days[0]),
        (word_, towns[1], days[1]),
    ]


ITEM = "- 3 May, Herat: They fled. They bombed Tarn."
ITEM_PARSE = (
    ":/punct/1 CD/ROOT/1 NNP/nmod/1 ,/punct/1 NNP/appos/1 :/punct/1 PRP/nsubj/7"
    " VBD/ROOT/7 ./punct/7 PRP/nsubj/10 VBD/ROOT/10 NNP/dobj/10 ./punct/10"
)
LEAD = (
    found(ITEM, "3 May", "DATE", "2021-05-03"),
    found(ITEM, "Herat", "PLACE", "9"),
)
ITEM_WORD = found(ITEM, "bombed", "EVENT")


def last(*mentions, item=ITEM, parse=ITEM_PARSE, kind="ITEM"):
    return told(item, parse, *mentions, kind=kind)[-1].mentions


def test_the_head_of_an_item_is_of_its_sentences():
    assert last(*LEAD, ITEM_WORD) == (*LEAD, ITEM_WORD)


def test_no_head_of_a_paragraph_nor_what_is_no_day_or_place():
    assert last(*LEAD, ITEM_WORD, kind="PARAGRAPH") == (ITEM_WORD,)
    herat = found(ITEM, "Herat", "GROUP", "g")
    assert last(herat, ITEM_WORD) == (ITEM_WORD,)


def test_an_item_without_a_colon_has_no_head():
    item = ITEM.replace(":", ";")
    assert last(*LEAD, ITEM_WORD, item=item) == (ITEM_WORD,)


def test_what_stands_after_the_colon_is_no_head():
    tarn = found(ITEM, "They", "PLACE", "5")
    assert last(tarn, ITEM_WORD) == (ITEM_WORD,)


def test_a_colon_far_into_an_item_is_none_of_its_head():
    item = ITEM.replace(":", " " * 90 + ":")
    parse = ITEM_PARSE.replace(" :/punct", " _SP/dep/1 :/punct")
    for head in (10, 7):
        parse = parse.replace(f"/{head}", f"/{head + 1}")
    told_ = (LEAD[0], LEAD[1], found(item, "bombed", "EVENT"))
    assert last(*told_, item=item, parse=parse) == told_[2:]


def test_an_event_keeps_its_own_day_and_place():
    day = mention("DATE", "2021-03-04", start=50)
    assert led(event(day), LEAD).mentions == (LEAD[1], day)
    both = event(day, mention("PLACE", "7", start=70))
    assert led(both, LEAD) is both
    assert led(both, ()) is both


@pytest.mark.parametrize(
    ("opening", "value", "kind", "led_by_it"),
    [
        ("4 March 2021. ", "2021-03-04", "PARAGRAPH", True),
        ("2. 4 March 2021. ", "2021-03-04", "ITEM", True),
        ("- 4 March 2021 - ", "2021-03-04", "ITEM", True),
        ("4 March 2021 was dull. ", "2021-03-04", "PARAGRAPH", False),
        ("On 4 March 2021. ", "2021-03-04", "PARAGRAPH", False),
        ("2021. ", "2021", "PARAGRAPH", False),
    ],
)
def test_the_day_that_a_passage_opens_with(opening, value, kind, led_by_it):
    text = f"{opening}They bombed it."
    day = found(text, value[:4] if len(value) == 4 else "4 March 2021", "DATE", value)
    word = found(text, "bombed", "EVENT")
    told_of = reader(text, day, word)
    block = Block(0, len(text), kind)
    assert lead(told_of, block) == ((day,) if led_by_it else ())
