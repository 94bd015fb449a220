import pytest

from incidents.pipeline.assemble.fill.outcome import outcome
from incidents.pipeline.records import Derivation
from tests.pipeline.assemble.fill.made import bare, context, passage, shown, told

DUD = "It [misfired](CUE failed)."
HELD = "He was [held](LEGAL arrested)."
STOPPED = "It was [thwarted](EVENT thwarted; kind=foil)."
FOILED = "Thanks to a [foiling](CUE foiled)."
STOPPED_RAID = (
    "The [raid](EVENT raid; kind=attack; reached=foiled@13:21) was"
    " [thwarted](CUE foiled)."
)
DROPPED = "He [gave up](CUE abandoned)."


def test_an_arrest_has_none():
    incident, cited = outcome(told(DUD), bare("arrest"))
    assert (incident.outcome, cited) == (None, [])


@pytest.mark.parametrize(
    ("passages", "kind", "expected"),
    [
        pytest.param(
            [DUD, "It hurt [two](INJURED 2)."],
            "attack",
            "completed",
            id="hurt: not failed",
        ),
        pytest.param(
            [DUD, passage("[Two](KILLED 2) died.", "detail")],
            "attack",
            "completed",
            id="killed, as a detail says",
        ),
        pytest.param(
            [DUD, "[Ten](CASUALTIES 10)."], "attack", "completed", id="casualties"
        ),
        pytest.param(
            ["It never [misfired](CUE failed; reached=negation@0:2)."],
            "attack",
            "completed",
            id="did not fail",
        ),
        pytest.param(
            [context(DUD), "It hit."], "attack", "completed", id="another did"
        ),
        pytest.param(
            ["It hit.", passage(DUD, "detail")],
            "attack",
            "completed",
            id="a detail did",
        ),
        pytest.param(
            ["It hit. [No one](KILLED 0; negated=1) died."],
            "attack",
            "completed",
            id="nobody killed: some may be hurt",
        ),
        pytest.param(
            ["[Nobody](INJURED 0) was hurt but [two](KILLED 2) died."],
            "attack",
            "completed",
            id="nobody hurt but the dead",
        ),
        pytest.param(
            [
                "It [wrecked](EVENT damaged; kind=attack) a shop,"
                " [none](INJURED 0) hurt."
            ],
            "attack",
            "completed",
            id="harm to things",
        ),
        pytest.param(
            [
                "They [burned](EVENT burned; attack_type=facility_attack) a shop,"
                " [none](INJURED 0) hurt."
            ],
            "attack",
            "completed",
            id="arson does harm",
        ),
        pytest.param(
            [passage("raid [0](INJURED 0)", origin="row")],
            "attack",
            "completed",
            id="a row's zero says little",
        ),
        pytest.param([FOILED], "attack", "completed", id="launched: not foiled"),
        pytest.param(
            ["The [raid](EVENT raid; kind=attack) was [thwarted](CUE foiled)."],
            "attack",
            "completed",
            id="another was foiled",
        ),
        pytest.param(
            [f"{STOPPED_RAID} A [blast](EVENT blast; kind=attack) did harm."],
            "attack",
            "completed",
            id="a part was foiled",
        ),
        pytest.param([HELD], "attack", "completed", id="launched, then arrested"),
        pytest.param([DUD], "plot", "unknown", id="a plot's bomb did not work"),
        pytest.param(
            ["Nobody was [held](LEGAL arrested; negated=1)."],
            "plot",
            "unknown",
            id="no arrest",
        ),
        pytest.param(
            ["They would be [held](LEGAL arrested; hypothetical=1)."],
            "plot",
            "unknown",
            id="an arrest that was not made",
        ),
        pytest.param(
            ["It was not [foiled](EVENT foiled; kind=foil; modality=negated)."],
            "plot",
            "unknown",
            id="not stopped",
        ),
        pytest.param(
            ["He was [jailed](LEGAL convicted)."],
            "plot",
            "unknown",
            id="only a verdict",
        ),
        pytest.param(
            ["A [plan](EVENT plan; kind=plot)."],
            "plot",
            "unknown",
            id="its end not told",
        ),
        pytest.param(
            ["They saw [foil](TARGET other; kind=foil)."],
            "plot",
            "unknown",
            id="no event",
        ),
        pytest.param(
            ["A plan.", passage(HELD, "detail")], "plot", "unknown", id="details aside"
        ),
    ],
)
def test_as_the_event_is_told(passages, kind, expected):
    incident, (cited,) = outcome(told(*passages), bare(kind))
    assert incident.outcome == expected
    assert (cited.field, cited.quote) == ("outcome", "told")
    assert cited.derived_from == Derivation("event")


@pytest.mark.parametrize(
    ("passages", "kind", "expected", "words"),
    [
        pytest.param(
            [DUD, passage("[Nobody](INJURED 0; negated=1) was hurt.", "detail")],
            "attack",
            "failed",
            "misfired",
            id="nobody hurt",
        ),
        pytest.param([DUD], "attack", "failed", "misfired", id="failed"),
        pytest.param(
            [STOPPED_RAID], "attack", "failed", "thwarted", id="launched and stopped"
        ),
        pytest.param(
            ["It hit. [No one](INJURED 0; negated=1) was hurt."],
            "attack",
            "failed",
            "No one",
            id="did no harm",
        ),
        pytest.param(
            ["It hit, with [no casualties](CASUALTIES 0; negated=1)."],
            "attack",
            "failed",
            "no casualties",
            id="none of either",
        ),
        pytest.param(
            [passage("It [misfired](CUE failed; reached=hedge@0:2).")],
            "attack",
            "failed",
            "misfired",
            id="only a negation undoes it",
        ),
        pytest.param(
            ["No [dud](CUE failed; reached=negation@0:3), it [fizzled](CUE failed)."],
            "attack",
            "failed",
            "fizzled",
            id="the first that is not negated",
        ),
        pytest.param([STOPPED], "plot", "foiled", "thwarted", id="stopped"),
        pytest.param([HELD], "plot", "foiled", "held", id="arrested"),
        pytest.param(
            ["He was [accused](LEGAL charged)."],
            "plot",
            "foiled",
            "accused",
            id="charged",
        ),
        pytest.param([FOILED], "plot", "foiled", "foiling", id="by a cue"),
        pytest.param([DROPPED], "plot", "abandoned", "gave up", id="abandoned"),
        pytest.param(
            [DROPPED, FOILED], "plot", "foiled", "foiling", id="rather foiled"
        ),
        pytest.param(
            [FOILED, HELD], "plot", "foiled", "held", id="rather by who was arrested"
        ),
    ],
)
def test_as_words_say(passages, kind, expected, words):
    telling = told(*passages)
    incident, citations = outcome(telling, bare(kind))
    assert incident.outcome == expected
    assert shown(telling, citations) == [("outcome", words)]
