import pytest

from incidents.pipeline.assemble.alternatives import alternatives
from incidents.pipeline.assemble.support import Reading
from incidents.pipeline.records import Range
from tests.pipeline.assemble.fill.made import bare, context, told

DIED = "Bombs killed [14 people](KILLED 14)."
LATER = "Bombs killed [17 people](KILLED 17)."
DAY = "They [hit](EVENT hit) it on [3 March 2014](DATE 2014-03-03)."
OTHER = "They [hit](EVENT hit) it on [5 March 2014](DATE 2014-03-05)."


def read(*passages, **values):
    telling = told(*passages)
    reader = telling.reader
    mentions = sorted([*reader.mentions, *reader.cued(0, 999, "refuted")])
    known = Reading(telling.citer.report, mentions)
    found = alternatives(telling, bare(**values), known)
    for a in found:
        assert a.citation.field == a.field
    return [(a.field, a.value, a.citation.quote) for a in found]


@pytest.mark.parametrize(
    ("passages", "values"),
    [
        pytest.param([DIED], {"killed": Range(14, 14)}, id="the record's own"),
        pytest.param([DIED], {}, id="the record has none: it was refused"),
        pytest.param([context(DIED)], {"killed": Range(17, 17)}, id="another story's"),
        pytest.param(
            ["Bombs may have killed [14](KILLED 14; reached=fear@6:9)."],
            {"killed": Range(17, 17)},
            id="not borne out by its quote",
        ),
        pytest.param(
            ["Bombs killed [14 people](KILLED 14; earlier=1)."],
            {"killed": Range(17, 17)},
            id="no toll of this",
        ),
        pytest.param([DAY], {"date": "2014-03-03"}, id="the day itself"),
        pytest.param([DAY], {"date": "2014-03"}, id="within its month"),
        pytest.param([context(DAY)], {"date": "2014-03-05"}, id="not its own"),
        pytest.param(
            ["They [hit](EVENT hit) it on [3 March](DATE XX-03-03)."],
            {"date": "2014-03-05"},
            id="no day of a calendar",
        ),
        pytest.param(
            [
                "They [hit](EVENT hit) it on [3 March](DATE 2014-03-03),"
                " [falsely](CUE refuted; reach=0:37)."
            ],
            {"date": "2014-03-05"},
            id="a day that its quote takes back",
        ),
    ],
)
def test_none(passages, values):
    assert read(*passages, **values) == []


def test_another_figure_with_its_own_words():
    assert read(DIED, LATER, killed=Range(17, 17)) == [
        ("killed", "14", "Bombs killed 14 people.")
    ]


def test_each_once_as_it_is_told_first():
    twice = "Again, bombs killed [14 people](KILLED 14)."
    assert read(DIED, twice, killed=Range(17, 17)) == [
        ("killed", "14", "Bombs killed 14 people.")
    ]


def test_another_day():
    assert read(DAY, OTHER, date="2014-03-03") == [
        ("date", "2014-03-05", "They hit it on 5 March 2014.")
    ]


def test_a_day_where_the_record_has_none():
    assert read(DAY) == [("date", "2014-03-03", "They hit it on 3 March 2014.")]


def test_in_the_order_of_field_and_value():
    more = "Bombs killed [12 people](KILLED 12)."
    hurt = "Bombs wounded [9 people](INJURED 9)."
    found = read(
        LATER, DIED, more, hurt, OTHER, DAY,
        killed=Range(20, 20), injured=Range(8, 8), date="2013",
    )  # fmt: skip
    assert [(field, value) for field, value, _ in found] == [
        ("date", "2014-03-03"),
        ("date", "2014-03-05"),
        ("injured", "9"),
        ("killed", "12"),
        ("killed", "14"),
        ("killed", "17"),
    ]
