import pytest

from incidents.pipeline.assemble.lists import members
from incidents.pipeline.assemble.split import Part
from tests.pipeline.assemble.made import found, mention, reader

BRACKETS = "Deadly attacks in Vasa (2019) and Tarn (2021) by Red Front"


def listed(text, *mentions, number="plural"):
    """Each member: its words, and the texts of what it reaches."""
    word = next(w for w in ("attacks", "bombings") if w in text)
    told = found(text, word, "EVENT", number=number)
    part = Part(0, len(text), (told,), tuple(sorted([told, *mentions])))
    return [
        (text[p.start : p.end], " ".join(m.text for m in p.mentions))
        for p in members(reader(""), part)
    ]


VASA, TARN = (found(BRACKETS, w, "PLACE") for w in ("Vasa", "Tarn"))
FIRST, LAST = (found(BRACKETS, y, "DATE", y) for y in ("2019", "2021"))
GROUP = found(BRACKETS, "Red Front", "GROUP")
ALL = (VASA, TARN, FIRST, LAST, GROUP)
WHOLE = (BRACKETS, "attacks Vasa 2019 Tarn 2021 Red Front")


@pytest.mark.parametrize("number", ["singular", None])
def test_a_singular_word_is_never_several(number):
    assert listed(BRACKETS, *ALL, number=number) == [WHOLE]


@pytest.mark.parametrize(
    "days",
    [
        [],
        [FIRST],
        [FIRST, found(BRACKETS, "2021", "DATE", "2019-05")],
        [FIRST, found(BRACKETS, "2021", "DATE", "2021", name="1")],
        [FIRST, found(BRACKETS, "2021", "GROUP", "2021")],
    ],
)
def test_one_day_is_one_event(days):
    told = " ".join(["attacks", *(d.text for d in days)])
    assert listed(BRACKETS, *days) == [(BRACKETS, told)]


def test_one_day_and_another_are_two_events_of_whatever_word():
    text = "bombings on 2 May 2019 and 3 June 2019"
    days = [
        found(text, "2 May 2019", "DATE", "2019-05-02"),
        found(text, "3 June 2019", "DATE", "2019-06-03"),
    ]
    word = found(text, "bombings", "EVENT")
    part = Part(0, len(text), (word,), (word, *days))
    assert len(list(members(reader(text), part))) == 2
    coarse = [days[0], found(text, "3 June 2019", "DATE", "2019-06")]
    part = Part(0, len(text), (word,), (word, *coarse))
    assert len(list(members(reader(text), part))) == 1
    apart = text.replace(" and ", " till ")
    part = Part(0, len(text), (word,), (word, *days))
    assert len(list(members(reader(apart), part))) == 1


def test_a_year_told_again_of_another_place():
    text = "attacks: Vasa (2019), Tarn (2019)"
    places = [found(text, w, "PLACE") for w in ("Vasa", "Tarn")]
    days = [
        found(text, "2019", "DATE", "2019"),
        mention("DATE", "2019", start=text.rindex("2019"), text="2019"),
    ]
    told = [words for _, words in listed(text, *places, *days)]
    assert told == ["attacks Vasa 2019", "attacks Tarn 2019"]


def test_years_in_brackets():
    assert listed(BRACKETS, *ALL) == [
        ("Vasa (2019", "attacks Vasa 2019 Red Front"),
        (") and Tarn (2021) by Red Front", "attacks Tarn 2021 Red Front"),
    ]


def test_a_day_told_twice_is_one_of_the_list():
    again = found(BRACKETS, "attacks", "DATE", "2019-05")
    assert len(listed(BRACKETS, *ALL, again)) == 2
    between = found(BRACKETS, "and", "DATE", "2019-05")
    assert len(listed(BRACKETS, *ALL, between)) == 2


def test_three_years_in_brackets():
    text = "attacks in Vasa (2019), Tarn (2021) and Ellis (2022)."
    told = [found(text, w, "PLACE") for w in ("Vasa", "Tarn", "Ellis")]
    told += [found(text, y, "DATE", y) for y in ("2019", "2021", "2022")]
    assert [words for _, words in listed(text, *told)] == [
        "attacks Vasa 2019",
        "attacks Tarn 2021",
        "attacks Ellis 2022",
    ]


def test_two_days_of_one_plural_share_what_stands_before_them():
    text = "Two bombings in Tarn, in May 2009 and February 2010, killed none."
    days = (
        found(text, "May 2009", "DATE", "2009-05"),
        found(text, "February 2010", "DATE", "2010-02"),
    )
    town = found(text, "Tarn", "PLACE")
    first, second = listed(text, *days, town, found(text, "none", "KILLED", "0"))
    assert first[1] == "bombings Tarn May 2009"
    assert second[1] == "bombings February 2010 none"


def test_days_that_open_their_members():
    text = "The bombings of 3 May in Vasa, killing 4, and of 9 May in Tarn."
    told = [
        found(text, "3 May", "DATE", "2021-05-03"),
        found(text, "9 May", "DATE", "2021-05-09"),
        found(text, "Vasa", "PLACE"),
        found(text, "Tarn", "PLACE"),
        found(text, "4", "KILLED", "4"),
    ]
    assert listed(text, *told) == [
        ("3 May in Vasa, killing 4, and of ", "bombings 3 May Vasa 4"),
        ("9 May in Tarn.", "bombings 9 May Tarn"),
    ]


@pytest.mark.parametrize("label", ["TARGET", "KILLED", "INJURED", "CASUALTIES"])
def test_what_each_member_has_of_its_own(label):
    one, other = found(BRACKETS, "Vasa", label), found(BRACKETS, "Tarn", label)
    told = [words for _, words in listed(BRACKETS, one, other, VASA, TARN, FIRST, LAST)]
    assert [t.count("Vasa") for t in told] == [2, 0]
    assert [t.count("Tarn") for t in told] == [0, 2]


@pytest.mark.parametrize("label", ["TARGET", "KILLED"])
def test_what_stands_before_the_list_is_of_all(label):
    before = found(BRACKETS, "Deadly", label)
    for _, words in listed(BRACKETS, *ALL, before):
        assert words.startswith("Deadly ")


def test_places_before_the_word_begin_no_list():
    text = "In Tarn attacks on 3 May and 9 May"
    told = [
        found(text, "3 May", "DATE", "2021-05-03"),
        found(text, "9 May", "DATE", "2021-05-09"),
        found(text, "Tarn", "PLACE"),
    ]
    assert listed(text, *told) == [
        ("3 May and ", "Tarn attacks 3 May"),
        ("9 May", "Tarn attacks 9 May"),
    ]


def test_a_list_without_its_word_before_it_begins_with_the_part():
    text = "Vasa (2019) and Tarn (2021): attacks"
    told = [found(text, w, "PLACE") for w in ("Vasa", "Tarn")]
    told += [found(text, y, "DATE", y) for y in ("2019", "2021")]
    assert [words for _, words in listed(text, *told)] == [
        "Vasa 2019 attacks",
        "Tarn 2021 attacks",
    ]
    assert mention("DATE").get("name") is None


def test_a_day_in_brackets_closes_its_member_whatever_that_names():
    text = "attacks: Foo (2019), Tarn (2021)."
    told = [found(text, y, "DATE", y) for y in ("2019", "2021")]
    told.append(found(text, "Tarn", "PLACE"))
    word = found(text, "attacks", "EVENT", number="plural")
    part = Part(0, len(text), (word,), tuple(sorted([word, *told])))
    first, second = members(reader(text), part)
    assert [m.text for m in first.mentions] == ["attacks", "2019"]
    assert [m.text for m in second.mentions] == ["attacks", "Tarn", "2021"]
