from dataclasses import replace

from incidents.pipeline.assemble.belonging import belong, likeliest
from incidents.pipeline.assemble.offers import Document
from tests.pipeline.assemble.fill.made import context, passage, told
from tests.pipeline.assemble.made import weights

RAID = "a [raid](EVENT raid; attack_type=bombing)"
DAY, LATER = "[1 May](DATE 2014-05-01)", "[2 May](DATE 2014-05-02)"
REDS = "[Reds](GROUP r; name=Reds; reached=claim@0:1)"


def read(kind, *passages, **tables):
    telling = told(*passages)
    document = Document(telling.reader, [telling.story])
    given = weights()
    given = replace(given, belongs={**given.belongs, **tables})
    return belong(document, telling.story, given)[kind]


def test_what_is_likely_enough_the_surest_first():
    found = read(
        "DATE", f"{RAID} on {LATER} or {DAY}", context("[3 May](DATE 2014-05-03)")
    )
    assert [c.value for c in found] == ["2014-05-02", "2014-05-01"]
    assert found[0].sure > found[1].sure >= 0.5


def test_as_sure_the_first_told():
    table = {"always": 1.0}
    found = read("DATE", f"{RAID} on {LATER} or {DAY}", DATE=table)
    assert [c.value for c in found] == ["2014-05-02", "2014-05-01"]
    assert found[0].sure == found[1].sure


def test_the_reason_in_words():
    table = {"in the event": 2.0, "day": -0.5, "month": 9.0}
    (chosen,) = read("DATE", f"{RAID} on {DAY}", DATE=table)
    assert chosen.reason == "in the event +2.0; day -0.5"


def test_the_nearest_mention_is_the_best():
    (chosen,) = read("DATE", context(f"on {DAY}"), f"{RAID} on {DAY}, {DAY}")
    assert [n.where for n in chosen.near] == ["in the event"] * 2 + ["1 before"]
    assert chosen.best.mention.start == len("on 1 May a raid on ")


def test_a_named_weapon_before_a_manner():
    made = f"{RAID}, [shot](WEAPON s; category=firearms; weak=1) by [rifle](WEAPON r;"
    (chosen,) = read("WEAPON", f"{made} category=firearms)")
    assert chosen.best.mention.text == "rifle"


def test_a_group_has_its_likeliest_link():
    (chosen,) = read("GROUP", f"{RAID}, by {REDS}")
    assert (chosen.value, chosen.link) == ("Reds", "claimed")
    assert [c.link for c in read("DATE", f"{RAID} on {DAY}")] == [""]


def test_types():
    (chosen,) = read("TYPE", RAID)
    assert (chosen.value, chosen.near) == ("bombing", ())
    assert read("TYPE", RAID, TYPE={"always": -1.0}) == []


def test_likeliest():
    tables = {"a": {"x": 1.0}, "b": {"y": 1.0}}
    assert likeliest(tables, frozenset("x")) == "a"
    assert likeliest(tables, frozenset("y")) == "b"


def test_what_stands_in_the_rows_own_column():
    never = {"always": -9.0}
    cell = "[Ida Holm](PERSON Ida Holm; column=0:9)"
    (chosen,) = read("PERSON", f"{RAID} by {cell}", PERSON=never)
    assert (chosen.value, chosen.sure, chosen.reason) == (
        "Ida Holm",
        0.9,
        "in its column",
    )
    named = "[Ida Holm](PERSON Ida Holm)"
    assert read("PERSON", f"{RAID} by {named}", PERSON=never) == []
    assert read("PERSON", f"{RAID}", context(f"by {cell}"), PERSON=never) == []


PRESUMED = "presumed [Reds](GROUP r; name=Reds; reached=hedge@0:8)"
#: Weights that take every group for who did it.
DOERS = {"attributed": {"always": 1.0}, "alleged": {"always": -1.0}}


def link(*passages):
    telling = told(*passages)
    document = Document(telling.reader, [telling.story])
    (chosen,) = belong(document, telling.story, replace(weights(), links=DOERS))[
        "GROUP"
    ]
    return chosen.link


def test_who_is_only_presumed_to_be_is_alleged():
    assert link(f"{PRESUMED} and {RAID}") == "alleged"


def test_but_not_where_it_is_told_plainly_too_or_of_those_arrested():
    assert link(f"{PRESUMED} and {RAID} by [Reds](GROUP r; name=Reds)") == "attributed"
    held = passage(f"{PRESUMED}, [held](LEGAL arrested)", "arrest")
    assert link(held) == "attributed"


def test_who_holds_an_office_is_assassinated_with_gun_or_knife_and_no_more():
    judge = "[a judge](TARGET government; head=judge; victim=1)"
    shot = "[shot](EVENT shot; kind=attack; attack_type=armed_assault)"
    blast = "[blast](EVENT blast; kind=attack; attack_type=bombing)"

    def types(marked):
        return {chosen.value for chosen in read("TYPE", marked)}

    assert types(f"They {shot} {judge}") == {"assassination"}
    assert types(f"They {shot} [a guard](TARGET police; head=guard; victim=1)") == {
        "armed_assault"
    }
    assert types(f"a {blast} killed {judge}") == {"assassination", "bombing"}
