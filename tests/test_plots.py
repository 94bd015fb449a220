"""How the cells of a printed table are counted, and how many come out right."""

import pytest

from tests import plots

PLOT = {
    "outcome": "foiled",
    "date": "2021-03",
    "countries": ["DE"],
    "places": ["Kiel"],
    "targets": [{"text": "a market", "category": "business"}],
    "groups": [{"name": "X", "link": "directed"}],
    "weapons": [{"text": "knife", "category": "melee"}],
    "legal": ["arrested", "convicted"],
    "suspects": {
        "count_min": 2,
        "count_max": 2,
        "nationalities": ["TJ"],
        "ages": [19, 22],
    },
}


def suspects(**more):
    return {"suspects": PLOT["suspects"] | more}


@pytest.mark.parametrize(
    ("name", "cell", "ours", "right"),
    [
        ("date", "03/2021", {"date": "2021-03-09"}, True),
        ("date", "03/2021", {"date": "2021"}, False),
        ("date", "03/2021", {"date": None}, False),
        ("location", "Kiel, Germany", {}, True),
        ("location", "Kiel, Germany", {"places": ["Bremen"]}, False),
        ("location", "Kiel, Germany", {"countries": ["DE", "AT"]}, False),
        ("location", "Kiel, Germany/Austria", {"countries": ["DE", "AT"]}, True),
        ("target", "a market", {"targets": [{"text": "the market"}]}, True),
        ("target", "a market", {"targets": []}, False),
        ("target", "a market", {"targets": [{"text": "market"}, {"text": "x"}]}, False),
        ("outcome", "Foiled; sentenced", {}, True),
        ("outcome", "Foiled; sentenced", {"legal": []}, False),
        ("outcome", "Foiled; sentenced", {"outcome": "unknown"}, False),
        ("connection", "directives", {"groups": [{"link": "alleged"}]}, False),
        ("size", "2", {}, True),
        ("size", "2", suspects(count_max=3), False),
        ("nationality", "Tajik", {}, True),
        ("nationality", "Tajik, Russian", suspects(nationalities=["RU", "TJ"]), True),
        ("nationality", "Tajik", suspects(nationalities=["TJ", "AF"]), False),
        ("age", "19, 22, the rest unknown", {}, True),
        ("age", "older than 18", suspects(ages=[]), True),
        ("age", "older than 18", suspects(ages=[18]), False),
        ("weapons", "knife", {"weapons": [{"category": "melee"}]}, True),
        ("weapons", "knife", {"weapons": []}, False),
    ],
)
def test_a_cell(name, cell, ours, right):
    assert plots.RIGHT[name](cell, PLOT, PLOT | ours) is right


def test_a_conviction_that_nobody_coded():
    gold = PLOT | {"legal": ["arrested"]}
    assert not plots.outcome("Foiled", gold, PLOT)


def test_the_parts_of_a_report():
    rows = ["\t".join(f"{n}{i}" for i in range(9)) for n in "ab"]
    text = "\n".join(["Title", "", "One.", "Table 1. Plots", *rows, "Two."])
    told = plots.parts(text)
    assert told["prose"] == "Title\n\nOne.\nTable 1. Plots\nTwo.\n"
    assert told["table"].endswith("Table 1. Plots\n\n" + "\n".join(rows) + "\n")


@pytest.mark.model
@pytest.mark.suite
def test_no_cell_is_lost(shared):
    """What is right today; 58 from the table and 40 from the prose are wanted."""
    right = {
        part: sum(map(sum, columns.values()))
        for part, columns in plots.score(shared).items()
    }
    assert right["table"] >= 53
    assert right["prose"] >= 17
