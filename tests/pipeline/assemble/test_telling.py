from dataclasses import replace

import pytest

from incidents.pipeline.assemble.belonging import Chosen
from incidents.pipeline.assemble.beside import beside
from incidents.pipeline.assemble.story import Story
from incidents.pipeline.records import Derivation
from tests.pipeline.assemble.fill.made import context
from tests.pipeline.assemble.fill.made import told as marked
from tests.pipeline.assemble.made import event, mention, telling

DAY = mention("DATE", "2021-03-04")
TOWN = mention("PLACE", "Tarn")


def told(*parts):
    joined = Story()
    for one, strength in parts:
        joined = joined.with_(one, strength, "")
    return telling(joined)


def test_details_and_what_is_unsure_are_not_of_the_core():
    weak, detail = event(DAY, start=5), event(TOWN, kind="detail", start=9)
    of_half = event(start=1)
    assert told((weak, 0.49), (detail, 1.0), (of_half, 0.5)).core == [of_half]


def test_rows_come_before_prose_that_stands_before_them():
    first, row, last = event(start=1), event(start=7, origin="row"), event(start=9)
    assert told((last, 1.0), (row, 1.0), (first, 1.0)).core == [row, first, last]


def test_found_looks_in_the_core_unless_all_are_asked_for():
    detail, sure = event(DAY, TOWN, kind="detail"), event(TOWN, start=3)
    told_ = told((sure, 1.0), (detail, 1.0))
    assert list(told_.found("DATE")) == []
    assert list(told_.found("PLACE", "DATE")) == [(TOWN, sure)]
    assert list(told_.found("DATE", core=False)) == [(DAY, detail)]


def choosing(*sure):
    chosen = [Chosen(str(n), s) for n, s in enumerate(sure)]
    return replace(telling(Story()), chosen={"DATE": chosen})


@pytest.mark.parametrize(
    ("sure", "value"),
    [((), None), ((0.6,), "0"), ((0.6, 0.5), "0"), ((0.6, 0.6), None)],
)
def test_one_is_the_surest_and_none_where_two_are(sure, value):
    one = choosing(*sure).one("DATE")
    assert (one and one.value) == value
    assert choosing(*sure).one("PLACE") is None


RAID = "It was a [raid](EVENT raid) in [Ayt](PLACE 1)."


def cited(*passages, words):
    told_ = marked(*passages)
    near = beside(told_.reader, told_.story)
    return told_.cite("places[0]", next(n for n in near if n.mention.text == words))


def test_what_an_event_reaches_is_cited_from_it():
    found = cited(RAID, words="Ayt")
    assert (found.quote, found.derived_from) == ("It was a raid in Ayt.", None)


def test_what_stands_beside_it_in_its_own_sentence_that_goes_on_it():
    found = cited(RAID, context("Near [Aden](PLACE 2)."), words="Aden")
    assert found.quote == "Near Aden."
    assert found.derived_from == Derivation("passage", 0, len("It was a raid in Ayt."))


def test_unless_it_is_derived_already():
    beside_ = context("Near [Aden](PLACE 2; derived_from=0:4).")
    found = cited(RAID, beside_, words="Aden")
    start = len("It was a raid in Ayt. ")
    assert found.derived_from == Derivation("passage", start, start + 4)


def test_every_telling_inside_is_cited_or_else_the_nearest():
    told_ = marked(RAID, RAID, context("in [Ayt](PLACE 1)."))
    (ayt,) = (c for c in told_.of("PLACE"))
    assert [c.start for c in told_.cited("places[0]", ayt)] == [0, 22]
    beside_ = replace(ayt, near=ayt.near[2:])
    assert [c.quote for c in told_.cited("places[0]", beside_)] == ["in Ayt."]
