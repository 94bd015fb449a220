from dataclasses import replace

import pytest

from incidents.pipeline.assemble.belonging import Chosen
from incidents.pipeline.assemble.fill.day import day
from incidents.pipeline.records import Derivation
from tests.pipeline.assemble.fill.made import bare, context, passage, shown, told


def read(*passages, incident=None):
    telling = told(*passages)
    incident, citations = day(telling, incident or bare())
    words = [w for field, w in shown(telling, citations) if field == "date"]
    return incident.date, words


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(
            context("[Hit](EVENT hit) [May](DATE 2014-05)"), id="another story"
        ),
        pytest.param("[Hit](EVENT hit) [May](PLACE 2014-05)", id="no day"),
    ],
)
def test_none(made):
    telling = (
        told(passage("It was."), made) if made.__class__ is not str else told(made)
    )
    incident, citations = day(telling, bare())
    assert (incident.date, incident.date_basis, citations) == (None, None, [])


def test_of_two_as_likely_none():
    days = (Chosen("2014-03-03", 0.6), Chosen("2014-03-04", 0.6))
    telling = replace(told("It was."), chosen={"DATE": days})
    assert day(telling, bare()) == (bare(), [])


def test_every_telling_of_the_likeliest_is_cited():
    assert read(
        "a [hit](EVENT hit) on [3 March](DATE 2014-03-03)",
        "a [hit](EVENT hit) on [4 March](DATE 2014-03-04)",
        "on [3 March](DATE 2014-03-03), it is said",
    ) == ("2014-03-03", ["3 March", "3 March"])


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
