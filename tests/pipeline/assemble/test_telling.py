from pipeline.assemble.story import Story
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
