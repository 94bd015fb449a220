import pytest

from incidents.pipeline.assemble.fill.tolls import rivals, spread, stated, tolls
from incidents.pipeline.records import Range
from tests.pipeline.assemble.fill.made import bare, context, passage, shown, told


def read(*passages):
    telling = told(*passages)
    incident, citations = tolls(telling, bare())
    return incident.casualties, [words for _, words in shown(telling, citations)]


@pytest.mark.parametrize(
    "made",
    [
        pytest.param("[Two](KILLED 2; role=attacker) died", id="attackers"),
        pytest.param("[Ten](KILLED 10; aggregate=1) since May", id="of many attacks"),
        pytest.param("[Six](KILLED 6; earlier=1) before", id="of an earlier one"),
        pytest.param("[Six](KILLED 6; shot=1) by police", id="shot by police"),
        pytest.param("[some](KILLED) died", id="of no number"),
        pytest.param(context("[Six](KILLED 6)"), id="of another story"),
        pytest.param("[Six](SUSPECTS 6)", id="not of victims"),
    ],
)
def test_what_is_no_toll(made):
    telling = told(made)
    incident, citations = tolls(telling, bare())
    assert (incident.killed, incident.injured, incident.casualties) == (None,) * 3
    assert citations == []
    assert not any(stated(telling).values())


@pytest.mark.parametrize(
    ("passages", "expected", "cited"),
    [
        pytest.param(
            ["[Ten](CASUALTIES 10) died, with [two](CASUALTIES 2; role=attacker)"],
            Range(10, 10),
            ["Ten"],
            id="attackers are not added",
        ),
        pytest.param(
            ["[Ten](CASUALTIES 10) died", "at first [none](CASUALTIES 0; negated=1)"],
            Range(10, 10),
            ["Ten"],
            id="none at first",
        ),
        pytest.param(
            ["[Nobody](CASUALTIES 0; negated=1) died"],
            Range(0, 0),
            ["Nobody"],
            id="none is a figure",
        ),
        pytest.param(
            ["[Ten](CASUALTIES 10) died", "[two](CASUALTIES 2) of them women"],
            Range(10, 10),
            ["Ten"],
            id="a part is no rival",
        ),
        pytest.param(
            ["[Ten](CASUALTIES 10) died", "[four](CASUALTIES 4) of them women"],
            Range(10, 10),
            ["Ten"],
            id="nor is less than half",
        ),
        pytest.param(
            ["[Four](CASUALTIES 4) died", "[two](CASUALTIES 2) women"],
            Range(4, 4),
            ["Four"],
            id="nor one or two",
        ),
        pytest.param(
            ["[17](CASUALTIES 17) died", "[more than 13](CASUALTIES 14..)"],
            Range(17, 17),
            ["17"],
            id="nor what the larger holds",
        ),
        pytest.param(
            ["[17](CASUALTIES 17) died", "by then [up to 12](CASUALTIES ..12)"],
            Range(17, 17),
            ["17"],
            id="nor an upper end",
        ),
        pytest.param(
            ["[Ten](CASUALTIES 10) died", "again [ten](CASUALTIES 10)"],
            Range(10, 10),
            ["Ten"],
            id="nor the same again",
        ),
        pytest.param(
            ["[14](CASUALTIES 14) died", "later [17](CASUALTIES 17)"],
            Range(14, 17),
            ["17", "14"],
            id="figures that differ, both cited",
        ),
        pytest.param(
            ["[Six](CASUALTIES 6) died", "later [three](CASUALTIES 3)"],
            Range(3, 6),
            ["Six", "three"],
            id="three and a half are enough to differ",
        ),
        pytest.param(
            [
                "[14](CASUALTIES 14)",
                "[16](CASUALTIES 16)",
                "[more than 20](CASUALTIES 21..)",
            ],
            Range(14, None),
            ["more than 20", "14", "16"],
            id="with an open one it is open",
        ),
        pytest.param(
            ["[two](CASUALTIES 2) women and [four](CASUALTIES 4) men"],
            Range(6, 6),
            ["two", "four"],
            id="a passage's are added",
        ),
        pytest.param(
            ["[two](CASUALTIES 2) women, the [two](CASUALTIES 2) were sisters"],
            Range(2, 2),
            ["two", "two"],
            id="the same number is added once",
        ),
        pytest.param(
            ["[two](CASUALTIES 2) women and [over 4](CASUALTIES 5..) men"],
            Range(7, None),
            ["two", "over 4"],
            id="an open one opens the sum",
        ),
        pytest.param(
            ["[up to 2](CASUALTIES ..2) or [up to 4](CASUALTIES ..4)"],
            Range(None, 6),
            ["up to 2", "up to 4"],
            id="upper ends alone",
        ),
        pytest.param(
            [
                "[Ten](CASUALTIES 10; total=1):"
                " [two](CASUALTIES 2) and [eight](CASUALTIES 8)"
            ],
            Range(10, 10),
            ["Ten", "two", "eight"],
            id="a total is not added to",
        ),
        pytest.param(
            ["first [nine](CASUALTIES 9; total=1), then [ten](CASUALTIES 10; total=1)"],
            Range(10, 10),
            ["nine", "ten"],
            id="the last total",
        ),
        pytest.param(
            ["[A woman](CASUALTIES 1; implied=1), [5](CASUALTIES 5) in all"],
            Range(5, 5),
            ["5"],
            id="what is implied gives way",
        ),
        pytest.param(
            ["[A woman](CASUALTIES 1; implied=1) died"],
            Range(1, 1),
            ["A woman"],
            id="and stands alone",
        ),
        pytest.param(
            ["[Five](CASUALTIES 5)", passage("[Nine](CASUALTIES 9)", "detail")],
            Range(5, 5),
            ["Five"],
            id="a detail gives way",
        ),
        pytest.param(
            [
                "[Five](CASUALTIES 5)",
                passage("[Nine](CASUALTIES 9; total=1)", "detail"),
            ],
            Range(5, 9),
            ["Nine", "Five"],
            id="but not with a total",
        ),
        pytest.param(
            ["It hit.", passage("[Nine](CASUALTIES 9)", "detail")],
            Range(9, 9),
            ["Nine"],
            id="nor where it is all there is",
        ),
        pytest.param(
            [
                "[30](CASUALTIES 30) died",
                passage("[9](CASUALTIES 9), [10](CASUALTIES 10)", origin="row"),
            ],
            Range(9, 9),
            ["9"],
            id="a row's first figure decides",
        ),
    ],
)
def test_casualties(passages, expected, cited):
    assert read(*passages) == (expected, cited)


def test_each_field_has_its_own_figure_and_words():
    telling = told(
        "[2](KILLED 2) died, [3](INJURED 3) hurt, [more than 80](CASUALTIES 81..)"
    )
    incident, citations = tolls(telling, bare())
    assert incident.killed == Range(2, 2)
    assert incident.injured == Range(3, 3)
    assert incident.casualties == Range(81, None)
    assert shown(telling, citations) == [
        ("killed", "2"),
        ("injured", "3"),
        ("casualties", "more than 80"),
    ]


def disputing(*marked):
    """The values of those that dispute the first."""
    found = list(told(*marked).found("KILLED"))
    return [m.value for m, _ in rivals(found[0][0], found)]


@pytest.mark.parametrize(
    ("passages", "values"),
    [
        pytest.param(["[9](KILLED 9)", "[4](KILLED 4)"], [], id="nobody gives them"),
        pytest.param(
            ["[9](KILLED 9; source=army), [4](KILLED 4; source=army)"],
            [],
            id="one gives both",
        ),
        pytest.param(
            ["[9](KILLED 9; source=army), [4](KILLED 4; source=nurses)"],
            ["4"],
            id="two give them",
        ),
        pytest.param(
            [
                "[9 men](KILLED 9; source=army; victims=men),"
                " [4 boys](KILLED 4; source=nurses; victims=boys)"
            ],
            [],
            id="of others",
        ),
        pytest.param(
            [
                "[9](KILLED 9; source=army; victims=people),"
                " [4 boys](KILLED 4; source=nurses; victims=boys)"
            ],
            ["4"],
            id="of people of whatever kind",
        ),
        pytest.param(
            ["[4](KILLED 4), the toll rose to [9](KILLED 9; total=1)"],
            ["9"],
            id="a toll that rose",
        ),
        pytest.param(
            ["the toll is [9](KILLED 9; total=1), [4](KILLED 4) in a car"],
            [],
            id="a part of a toll",
        ),
        pytest.param(
            ["[9](KILLED 9; total=1), [4](KILLED 4; total=1)"],
            [],
            id="of two tolls the one chosen",
        ),
        pytest.param(
            ["[4](KILLED 4), the toll of the war is [900](KILLED 900; total=1)"],
            [],
            id="a toll of far more than this",
        ),
        pytest.param(
            ["[4](KILLED 4; source=army), [80](KILLED 80; source=nurses)"],
            ["80"],
            id="two sources far apart",
        ),
        pytest.param(
            ["[9](KILLED 9; reached=denied@0:1), [4](KILLED 4)"],
            ["4"],
            id="one is denied",
        ),
        pytest.param(
            ["[9](KILLED 9; source=army), [A man](KILLED 1; source=aide; implied=1)"],
            [],
            id="no figure is printed",
        ),
    ],
)
def test_rivals(passages, values):
    assert disputing(*passages) == values


@pytest.mark.parametrize(
    ("values", "whole"),
    [
        (["9"], Range(9, 9)),
        (["9", "4"], Range(4, 9)),
        (["9", "12.."], Range(9, None)),
        (["..9", "4"], Range(4, 9)),
        (["..9"], Range(None, 9)),
    ],
)
def test_spread(values, whole):
    assert spread(values) == whole


def test_a_figure_given_again_by_another_is_a_rival():
    telling = told(
        "The [raid](EVENT raid): [six](KILLED 6; source=aides; trigger=4:8) dead,"
        " nurses said [nine](KILLED 9; source=nurses; again=1)"
    )
    incident, _ = tolls(telling, bare())
    assert incident.killed == Range(6, 9)
