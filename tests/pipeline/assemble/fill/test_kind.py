import pytest

from incidents.pipeline.assemble.fill.kind import kind
from tests.pipeline.assemble.fill.made import passage, shown, told

RAID = "[Raiders](SUSPECTS 3) [struck](EVENT raid) there."
PLAN = "A [plan](EVENT plot) to hit it."
HELD = "[Three](SUSPECTS 3) were [held](LEGAL arrested)."


@pytest.mark.parametrize(
    ("passages", "expected", "cited"),
    [
        pytest.param(
            [passage(HELD, "arrest"), passage(RAID, "attack", strength=0.49)],
            "arrest",
            "held",
            id="what is hardly of it does not tell",
        ),
        pytest.param(
            [passage(PLAN, "plot"), passage(HELD, "detail"), passage(HELD, "detail")],
            "plot",
            "plan",
            id="nor do details",
        ),
        pytest.param(
            [passage(HELD, "arrest"), passage(HELD, "arrest"), passage(RAID)],
            "attack",
            "struck",
            id="arrests after an attack do not make it one",
        ),
        pytest.param(
            [passage(HELD, "arrest"), passage(PLAN, "plot")],
            "plot",
            "plan",
            id="nor those that stop a plot",
        ),
        pytest.param(
            [passage(RAID), passage(RAID), passage(PLAN, "plot")],
            "attack",
            "struck",
            id="one plan does not undo two attacks",
        ),
        pytest.param(
            [passage(RAID), passage(PLAN, "plot")],
            "plot",
            "plan",
            id="as many plans as attacks: it was not launched",
        ),
        pytest.param(
            [passage(PLAN, "plot"), passage(PLAN, "plot"), passage(HELD, "arrest")],
            "plot",
            "plan",
            id="plans alone",
        ),
        pytest.param(
            [passage(PLAN, "plot"), passage(PLAN, "plot"), passage(RAID, origin="row")],
            "attack",
            "struck",
            id="a row decides",
        ),
        pytest.param(
            [passage(RAID), passage(PLAN, "plot", origin="entry")],
            "plot",
            "plan",
            id="so does a timeline",
        ),
        pytest.param(
            [passage(RAID, strength=0.5), passage(HELD, "arrest")],
            "attack",
            "struck",
            id="just sure enough",
        ),
    ],
)
def test_kind(passages, expected, cited):
    telling = told(*passages)
    incident, citations = kind(telling)
    assert (incident.doc_id, incident.incident_type) == ("doc", expected)
    assert shown(telling, citations) == [("incident_type", cited)]


@pytest.mark.parametrize(
    ("marked", "cited"),
    [
        (
            "[Two](KILLED 2), [one](EVENT raid; modality=feared), [raid](EVENT raid)",
            "raid",
        ),
        ("[Two](KILLED 2) [held](LEGAL arrested) after a [raid](EVENT raid)", "raid"),
        (
            "[2](SUSPECTS 2) [held](LEGAL arrested), no [hit](EVENT hit; modality=no)",
            "held",
        ),
        ("[Two](KILLED 2) in [Ayt](PLACE 7)", "Two"),
    ],
)
def test_the_word_that_tells_it_is_cited(marked, cited):
    telling = told(marked)
    assert shown(telling, kind(telling)[1]) == [("incident_type", cited)]


@pytest.mark.parametrize(
    ("marked", "cited"),
    [
        ("[4 May](DATE 2021-05-04) [axe](WEAPON axe) [3](KILLED 3)", "3"),
        ("[4 May](DATE 2021-05-04) [axe](WEAPON axe)", "axe"),
        ("[4 May](DATE 2021-05-04) [Ayt](PLACE 1)", "4 May"),
    ],
)
def test_without_a_word_for_it_the_harm_tells(marked, cited):
    telling = told(passage(marked, origin="row"))
    _, citations = kind(telling)
    assert [words for _, words in shown(telling, citations)] == [cited]
