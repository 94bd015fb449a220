"""A legal step is told by its own word, as one that was taken."""

import pytest

from incidents.pipeline.assemble.support import legal
from tests.pipeline.assemble.support.made import case
from tests.pipeline.assemble.support.marks import (
    BACK,
    NOT_TRUE,
    RIGA,
    TO_COME,
    TRIED,
    cue,
)


def steps(term, *quotes, **more):
    return legal.bears(term, case("legal", *quotes, **more))


@pytest.mark.parametrize(
    ("step", "marked"),
    [
        pytest.param("charged", "He came.", id="nothing"),
        pytest.param("convicted", f"He was {TRIED}.", id="another's"),
        pytest.param("charged", "He was [charged](EVENT charged).", id="no legal word"),
        pytest.param("charged", "[charged](LEGAL charged; negated=1)", id="negated"),
        pytest.param("charged", "[x](LEGAL charged; hypothetical=1)", id="awaited"),
        *(
            pytest.param("charged", cue(c, TRIED), id=c)
            for c in ["negation", *NOT_TRUE, *TO_COME]
        ),
        pytest.param("killed", "[Two died](KILLED 2)", id="victims"),
        pytest.param("killed", f"[Two died](KILLED 2) in {RIGA}", id="a place"),
        *(
            pytest.param("killed", f"[Ida](PERSON Ida; role={r}) [x](KILLED 1)", id=r)
            for r in ("official", "victim")
        ),
        pytest.param(
            "killed", "[x](KILLED 1), [the ROG](GROUP rog)", id="a group beside"
        ),
        pytest.param(
            "charged", "[It died](KILLED 1; role=attacker)", id="killed, not charged"
        ),
        pytest.param(
            "killed", cue("refuted", "[x](KILLED 1; role=attacker)"), id="untrue"
        ),
    ],
)
def test_no_step(step, marked):
    assert not steps(step, marked)


@pytest.mark.parametrize(
    ("step", "marked"),
    [
        ("charged", TRIED),
        ("killed", "[shot](LEGAL killed)"),
        ("killed", "[one](KILLED 1; role=attacker)"),
        ("killed", "[one](KILLED 1; role=both)"),
        ("killed", "[Ida](PERSON Ida; role=unknown) [died](KILLED 1)"),
        ("killed", "[Ida](PERSON Ida; role=suspect) [died](KILLED 1)"),
        ("killed", "[Two men](SUSPECTS 2) [died](KILLED 2)"),
    ],
)
def test_a_step(step, marked):
    assert steps(step, marked)


def test_a_step_at_the_focus():
    marked = f"He was [held](LEGAL arrested), then {TRIED}."
    assert steps("charged", marked, focus="charged")
    assert not steps("charged", marked, focus="held")


def test_a_step_taken_back_is_none():
    marked = f"He was {TRIED}. {BACK}"
    assert not steps("charged", marked)
