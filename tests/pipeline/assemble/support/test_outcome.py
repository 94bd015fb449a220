"""What became of it is told, or shown by the harm and by who is held."""

import pytest

from incidents.pipeline.assemble.support import outcome
from tests.pipeline.assemble.support.made import ATTACK, case
from tests.pipeline.assemble.support.marks import (
    BACK,
    BOMB,
    HELD,
    HIT,
    NOT_TRUE,
    PLAN,
    TRIED,
    aside,
    cue,
)


def ended(term, kind, *quotes, **more):
    return outcome.bears(term, case("outcome", *quotes, incident_type=kind, **more))


@pytest.mark.parametrize("kind", ["attack", "arrest"])
def test_only_of_a_plot_the_outcome_is_unknown(kind):
    assert not ended("unknown", kind, ATTACK)
    assert ended("unknown", "plot", ATTACK)


@pytest.mark.parametrize("kind", ["plot", "arrest"])
def test_only_an_attack_is_completed(kind):
    assert not ended("completed", kind, ATTACK)


@pytest.mark.parametrize(
    "marked",
    [
        *(
            pytest.param(cue(c, HIT), id=c)
            for c in ["abandoned", "failed", "foiled", "negation", *NOT_TRUE]
        ),
        pytest.param(cue("failed", f"a {BOMB}"), id="weapon"),
        pytest.param(cue("failed", "[none hurt](INJURED 0)"), id="nobody was hurt"),
        pytest.param(cue("failed", "[people hurt](INJURED)"), id="no number"),
    ],
)
def test_what_did_not_work_is_not_completed(marked):
    assert not ended("completed", "attack", marked)
    assert not ended("completed", "attack", "A day.", event=marked)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(ATTACK, id="an act"),
        pytest.param(cue("failed", f"{HIT}, [two died](KILLED 2)"), id="harm: killed"),
        pytest.param(cue("failed", f"{HIT}, [two](INJURED 2)"), id="harm: hurt"),
        pytest.param(cue("failed", f"{HIT}, [two](CASUALTIES 2)"), id="harm"),
        pytest.param(aside("failed", HIT), id="something else failed"),
        pytest.param(f"[No](CUE negation; reach=No one) one; {HIT} {HIT}", id="one"),
        pytest.param(
            f"[No](CUE negation; reach=No hit) {HIT}; {BOMB}", id="one of two real"
        ),
    ],
)
def test_an_attack_is_completed_unless_told_otherwise(marked):
    assert ended("completed", "attack", marked)


@pytest.mark.parametrize("term", ["failed", "foiled", "abandoned"])
def test_other_ends_need_their_words(term):
    assert not ended(term, "plot", ATTACK, PLAN)
    assert not ended(term, "plot", aside("speech", HIT))
    assert not ended(term, "plot", "He was [charged](LEGAL charged; negated=1).")


@pytest.mark.parametrize(
    ("term", "category"),
    [
        ("failed", "attempt"),
        ("failed", "failed"),
        ("failed", "foiled"),
        ("failed", "negation"),
        ("foiled", "foiled"),
        ("abandoned", "abandoned"),
    ],
)
def test_a_cue_tells_the_end(term, category):
    marked = cue(category, HIT)
    assert ended(term, "plot", marked)
    assert not ended(term, "plot", "A day.", event=marked)
    assert not ended(term, "arrest", marked)


@pytest.mark.parametrize(
    ("term", "category"),
    [
        ("failed", "abandoned"),
        ("foiled", "failed"),
        ("foiled", "abandoned"),
        ("foiled", "attempt"),
        ("foiled", "negation"),
        ("abandoned", "failed"),
        ("abandoned", "foiled"),
        ("abandoned", "planned"),
    ],
)
def test_a_cue_of_another_end_does_not(term, category):
    assert not ended(term, "plot", cue(category, HIT))


@pytest.mark.parametrize("category", ["foiled", "abandoned"])
def test_a_negated_end_is_none(category):
    marked = (
        f"It was [not](CUE negation; reach=not so) so"
        f" [ended](CUE {category}; reach=ended)."
    )
    assert ended(category, "plot", marked)
    marked = (
        f"It was [not](CUE negation; reach=not ended)"
        f" [ended](CUE {category}; reach=ended)."
    )
    assert not ended(category, "plot", marked)


def test_harm_to_nobody_is_a_failure():
    assert ended("failed", "attack", "[None died](KILLED 0).")
    assert ended("failed", "attack", "[None hurt](INJURED 0).")
    assert ended("failed", "attack", "[None](CASUALTIES 0).")
    assert not ended("failed", "attack", "[Two died](KILLED 2).")


@pytest.mark.parametrize(
    "marked", [TRIED, HELD, "[foiled](EVENT foil; kind=foil)", cue("foiled", HIT)]
)
def test_who_is_held_is_stopped(marked):
    assert ended("foiled", "plot", marked)
    assert not ended("foiled", "attack", marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[foiled](EVENT foil; kind=foil; modality=negated)",
        cue("negation", HELD),
        cue("negation", TRIED),
        "[Two](SUSPECTS 2; kind=attacker) came",
    ],
)
def test_what_was_not_stopped_is_not_foiled(marked):
    assert not ended("foiled", "plot", marked)


def test_an_end_that_is_taken_back_is_none():
    marked = f"{cue('foiled', HIT)} {BACK}"
    assert ended("foiled", "plot", marked.replace("refuted", "speech"))
    assert not ended("foiled", "plot", marked)
