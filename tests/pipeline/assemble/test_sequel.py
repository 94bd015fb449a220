import pytest

from incidents.pipeline.assemble.sequel import sequel
from tests.pipeline.assemble.made import found, reader

TEXT = "Guards came to Tarn on 5 May, {} days {} gunmen shot a judge."


def counted(side="after", long="P2D", day="2014-05-05", text=TEXT, *, shot=True):
    text = text.format("two", side)
    mentions = [found(text, "two days", "DURATION", long)]
    if day:
        mentions.append(found(text, "5 May", "DATE", day))
    if shot:
        mentions.append(found(text, "shot", "EVENT"))
    told = sequel(reader(text, *mentions), 0, len(text))
    if told is None:
        return None
    cut, found_day = told
    return text[cut:], found_day and (found_day.text, found_day.value)


@pytest.mark.parametrize(
    "said",
    [
        pytest.param({"day": ""}, id="no day to count from"),
        pytest.param({"day": "2014-05"}, id="a month is no day"),
        pytest.param({"shot": False}, id="no second event"),
        pytest.param({"side": "and"}, id="counted from nothing"),
        pytest.param(
            {"text": "{} days {} a judge was shot, on 5 May."}, id="day told later"
        ),
    ],
)
def test_none(said):
    assert counted(**said) is None


@pytest.mark.parametrize(
    ("long", "day"),
    [("P2W", "2014-05-05"), ("P2D", "2014-05-XX"), ("P2D", "0001-01-01")],
)
def test_a_day_that_cannot_be_counted_stays_open(long, day):
    assert counted(long=long, day=day) == ("two days after gunmen shot a judge.", None)


def test_the_day_of_the_second_event():
    after = "two days after gunmen shot a judge."
    assert counted() == (after, ("two days after", "2014-05-03"))
    assert counted("before")[1] == ("two days before", "2014-05-07")
