"""Something told is asserted; a doubt and a denial need their words."""

import pytest

from incidents.pipeline.assemble.support import stance
from tests.pipeline.assemble.support.made import ATTACK, case
from tests.pipeline.assemble.support.marks import (
    BACK,
    BOMB,
    HIT,
    NOT_TRUE,
    RIGA,
    TRIED,
    aside,
    cue,
)


def stands(term, *quotes, field="assertion", **more):
    more = {"assertion": term} | more
    return stance.bears(term, case(field, *quotes, **more))


@pytest.mark.parametrize("term", ["denied", "alleged"])
def test_a_stance_needs_its_words(term):
    assert not stands(term, ATTACK)
    assert not stands(term, aside("planned", HIT))
    assert not stands(term, "A day.", beside=cue("denied", HIT))


@pytest.mark.parametrize("category", ["denied", "negation", "refuted"])
def test_a_denial(category):
    assert stands("denied", cue(category, HIT))


def test_a_denial_by_the_act_itself():
    assert stands("denied", "It [hit](EVENT hit; modality=negated).")
    assert not stands("denied", "It [hit](EVENT hit; modality=threat).")


def test_a_denial_that_follows():
    marked = f"It was {HIT}. {BACK}"
    assert stands("denied", marked, cited="It was hit.")
    assert not stands("denied", marked.replace("refuted", "speech"), cited="It was")


@pytest.mark.parametrize("field", ["assertion", "incident_type", "outcome", "groups"])
@pytest.mark.parametrize(
    ("term", "category"),
    [
        ("denied", "denied"),
        *(
            ("alleged", c)
            for c in "claim court denied hedge speech suspected attributed".split()
        ),
    ],
)
def test_a_stance_stands_where_the_event_is_told(field, term, category):
    assert stands(term, aside(category, HIT), field=field)


def test_a_stance_of_another_value_is_none():
    assert not stands("denied", cue("denied", HIT), field="weapons")


def test_a_legal_step_is_an_allegation():
    assert stands("alleged", f"He was {TRIED}.")


def test_a_hedge_denied_is_none():
    assert not stands(
        "alleged",
        "It is [not](CUE negation; reach=not reported) [reported](CUE hedge).",
    )


@pytest.mark.parametrize(
    "quotes",
    [
        pytest.param([cue(c, HIT)], id=c)
        for c in NOT_TRUE
    ] + [
        pytest.param([cue("refuted", HIT), cue("refuted", f"a {BOMB}")], id="both"),
        pytest.param([cue("refuted", "[two died](KILLED 2)")], id="harm"),
        pytest.param([cue("refuted", "a tale")], id="of no act"),
    ],
)  # fmt: skip
def test_what_is_told_as_untrue_is_not_asserted(quotes):
    assert not stands("asserted", *quotes)
    assert not stands("asserted", event=quotes[0]) or len(quotes) > 1


@pytest.mark.parametrize(
    "quotes",
    [
        pytest.param([], id="nothing cited"),
        pytest.param(["A day."], id="no word"),
        pytest.param([cue("hedge", "A day.")], id="a cue alone"),
        pytest.param(
            [f"[The film](CUE fiction; reach=hit): {HIT} at {RIGA}."],
            id="an act of a tale, whatever else",
        ),
    ],
)
def test_what_tells_nothing_asserts_nothing(quotes):
    assert not stands("asserted", *quotes)


@pytest.mark.parametrize(
    "quotes",
    [
        pytest.param([ATTACK], id="an act"),
        pytest.param([f"That was in {RIGA}."], id="a place"),
        pytest.param([cue("negation", HIT)], id="negated"),
        pytest.param([cue("refuted", HIT), ATTACK], id="one of two"),
        pytest.param([cue("refuted", HIT), f"In {RIGA}."], id="one of two of no act"),
    ],
)
def test_what_is_told_is_asserted(quotes):
    assert stands("asserted", *quotes)


@pytest.mark.parametrize("step", ["convicted", "executed", "killed"])
def test_a_step_that_decides_leaves_no_allegation(step):
    assert not stands("alleged", f"He was [taken](LEGAL {step}).")
