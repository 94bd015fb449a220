import pytest

from pipeline.assemble.fill.day import day, days
from pipeline.records import Derivation
from tests.pipeline.assemble.fill.made import bare, context, passage, shown, told

#: The second word and the last hang together, the third is told of by nobody.
LOOSE = "NN/ROOT/0 NN/ROOT/1"


def read(*passages, incident=None):
    telling = told(*passages)
    incident, citations = day(telling, incident or bare())
    words = [w for field, w in shown(telling, citations) if field == "date"]
    return incident.date, words


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(
            passage("[Hit](EVENT hit) [May](DATE 2014-05)", "detail"), id="detail"
        ),
        pytest.param(
            passage("[Hit](EVENT hit) [May](DATE 2014-05)", strength=0.4), id="unsure"
        ),
        pytest.param(
            context("[Hit](EVENT hit) [May](DATE 2014-05)"), id="another story"
        ),
        pytest.param("[Hit](EVENT hit) [May](PLACE 2014-05)", id="no day"),
    ],
)
def test_none(made):
    telling = told(made)
    incident, citations = day(telling, bare())
    assert (incident.date, incident.date_basis, citations) == (None, None, [])


@pytest.mark.parametrize(
    ("passages", "expected", "cited"),
    [
        pytest.param(
            [
                passage("[Hit](EVENT hit) [Monday](DATE 2014-03-03)", parse=LOOSE),
                "a [hit](EVENT hit) on [May 3](DATE 2014-05-03)",
            ],
            "2014-05-03",
            ["May 3"],
            id="not a day that nothing ties, though told first",
        ),
        pytest.param(
            [
                "a [hit](EVENT hit) on [3 March](DATE 2014-03-03)",
                "a [hit](EVENT hit) on [4 March](DATE 2014-03-04)",
            ],
            "2014-03-03",
            ["3 March"],
            id="of two days the first told",
        ),
        pytest.param(
            [
                "a [hit](EVENT hit) on [3 March](DATE 2014-03-03)",
                "a [hit](EVENT hit) on [4 March](DATE 2014-03-04)",
                "a [hit](EVENT hit) on [4 March](DATE 2014-03-04)",
            ],
            "2014-03-04",
            ["4 March", "4 March"],
            id="the day told more often, cited each time",
        ),
        pytest.param(
            [
                "a [hit](EVENT hit) on [4 May](DATE 2014-05-04)",
                "a [hit](EVENT hit) on [3 March](DATE 2014-03-03)",
                "a [hit](EVENT hit) in [March](DATE 2014-03)",
            ],
            "2014-03-03",
            ["3 March"],
            id="its month speaks for a day",
        ),
        pytest.param(
            ["a [hit](EVENT hit) in [2014](DATE 2014), in [March](DATE 2014-03)"],
            "2014-03",
            ["March"],
            id="the most exact words that give it",
        ),
        pytest.param(
            ["a [hit](EVENT hit) [then](DATE 2014-03), [later](DATE 2014-04)"],
            "2014-04",
            ["later"],
            id="as likely and as exact: always the same",
        ),
        pytest.param(
            [
                passage("[1 May](DATE 2014-05-01), [2 May](DATE 2014-05-02)", "detail"),
                passage("on [5 May](DATE 2014-05-05)", origin="row"),
                "a [hit](EVENT hit) on [6 May](DATE 2014-05-06)",
            ],
            "2014-05-05",
            ["5 May"],
            id="a row says so",
        ),
    ],
)
def test_of_several(passages, expected, cited):
    assert read(*passages) == (expected, cited)


@pytest.mark.parametrize(
    ("kind", "outcome", "basis"),
    [
        ("attack", "completed", "attack"),
        ("arrest", None, "arrest"),
        ("plot", "foiled", "foiled"),
        ("plot", "unknown", "planned"),
        ("plot", "abandoned", "planned"),
    ],
)
def test_the_basis_is_cited_by_the_day(kind, outcome, basis):
    telling = told(
        "a [hit](EVENT hit) [today](DATE 2014-03-03; derived_from=published)"
    )
    incident, citations = day(telling, bare(kind, outcome=outcome))
    assert (incident.date, incident.date_basis) == ("2014-03-03", basis)
    assert shown(telling, citations) == [("date", "today"), ("date_basis", "today")]
    assert {c.derived_from for c in citations} == {Derivation("published")}


def test_days_count_less_the_later_they_are_told():
    found = days(
        told(
            "a [hit](EVENT hit) [then](DATE 2014-03-03)",
            "a [hit](EVENT hit) [now](DATE 2014-03-04)",
            passage("a [hit](EVENT hit) [now](DATE 2014-03-05)", "detail"),
        )
    )
    assert [(pytest.approx(w), m.value) for w, (m, _) in found] == [
        (3, "2014-03-03"),
        (3 / 1.1, "2014-03-04"),
    ]
