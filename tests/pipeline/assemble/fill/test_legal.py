from dataclasses import replace

import pytest

from incidents.pipeline.assemble.fill.legal import legal
from incidents.pipeline.records import Citation, Person, Suspects
from tests.pipeline.assemble.fill.made import bare, context, passage, shown, told

HELD = "[held](LEGAL arrested)"
TRIED = "[convicted](LEGAL convicted)"


def read(*passages):
    telling = told(*passages)
    incident, citations = legal(telling, bare())
    return incident.legal, shown(telling, citations)


@pytest.mark.parametrize(
    "made",
    [
        pytest.param("nobody was [held](LEGAL arrested; negated=1)", id="negated"),
        pytest.param(
            "he could be [held](LEGAL arrested; hypothetical=1)", id="not yet"
        ),
        pytest.param(context(f"others were {HELD}"), id="of another story"),
        pytest.param("[detained](LEGAL pondered)", id="no step of the codebook"),
        pytest.param("[arrested](EVENT arrested)", id="no legal step"),
    ],
)
def test_none(made):
    assert read(made) == ((), [])


def test_a_negated_step_does_not_hide_the_one_that_was_taken():
    steps, cited = read("not [jailed](LEGAL arrested; negated=1)", f"but {HELD}")
    assert (steps, cited) == (("arrested",), [("legal[0]", "held")])


def test_in_the_codebook_s_order_each_once_and_of_details_too():
    steps, cited = read(f"He was {TRIED}", passage(f"{HELD}, {HELD}", "detail"))
    assert steps == ("arrested", "convicted")
    assert cited == [("legal[0]", "held"), ("legal[1]", "convicted")]


def test_the_first_telling_of_a_step_is_cited():
    assert read(f"He was {TRIED}", "[guilty](LEGAL convicted)")[1] == [
        ("legal[0]", "convicted")
    ]


def test_the_steps_against_somebody_named_are_among_them():
    telling = told(f"Cain was {TRIED}")
    people = (Person("Cain", legal=("arrested", "charged")),)
    cited = Citation("suspects.people[0].legal[0]", 1, 0, 4, "Cain")
    incident = replace(bare(), suspects=Suspects(people=people), citations=(cited,))
    incident, citations = legal(telling, incident)
    assert incident.legal == ("arrested", "convicted")  # for charged nothing is cited
    assert citations[0] == replace(cited, field="legal[0]")
