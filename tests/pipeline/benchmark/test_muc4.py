from datetime import date
from typing import Any

import pytest

from incidents.pipeline.benchmark import muc4
from incidents.pipeline.benchmark.reading import read
from incidents.pipeline.records import (
    GroupLink,
    Incident,
    Report,
    Suspects,
    Target,
    Weapon,
)

TEXT = "The F.T.V. (Front of Tarn) and four hooded men came. The Reds denied it."
REPORT = Report("a", "a.txt", "", "text/plain", TEXT)


def incident(**fields: Any) -> Incident:
    return Incident("a", **({"incident_type": "attack"} | fields))


def cite(field: str, words: str):
    start = TEXT.index(words)
    return REPORT.cite(field, 0, len(TEXT), focus=(start, start + len(words)))


def template(**fields: Any) -> dict[str, Any]:
    (found,) = muc4.templates([incident(**fields)], REPORT)
    return found


def kinds(**fields: Any) -> list[str]:
    return [t["incident_type"] for t in muc4.templates([incident(**fields)], REPORT)]


def weapons(*categories: str) -> tuple[Weapon, ...]:
    return tuple(Weapon(f"{c} thing", c) for c in categories)


@pytest.mark.parametrize(
    ("types", "armed", "expected"),
    [
        pytest.param((), (), ["attack"], id="of no manner"),
        pytest.param(("armed_assault",), ("firearms",), ["attack"], id="with guns"),
        pytest.param(("assassination",), (), ["attack"], id="assassination"),
        pytest.param(("facility_attack",), ("sabotage",), ["attack"], id="sabotage"),
        pytest.param(("bombing",), ("explosives",), ["bombing"], id="bomb"),
        pytest.param(("bombing",), (), ["bombing"], id="bomb not named"),
        pytest.param(
            ("assassination", "bombing"), (), ["bombing"], id="by a bomb, no attack"
        ),
        pytest.param(("bombing",), ("missile",), ["attack"], id="rockets"),
        pytest.param(
            ("bombing",), ("missile", "explosives"), ["bombing"], id="rockets and bombs"
        ),
        pytest.param(("kidnapping",), (), ["kidnapping"], id="kidnapping"),
        pytest.param(("barricade",), ("firearms",), ["kidnapping"], id="siege"),
        pytest.param(
            ("kidnapping", "barricade"), (), ["kidnapping"], id="each type once"
        ),
        pytest.param(("facility_attack",), ("incendiary",), ["arson"], id="fire"),
        pytest.param(
            ("bombing", "facility_attack"),
            ("explosives", "incendiary"),
            ["bombing", "arson"],
            id="bomb and fire",
        ),
    ],
)
def test_types(types, armed, expected):
    assert kinds(attack_types=types, weapons=weapons(*armed)) == expected


def test_what_has_no_template():
    assert kinds(incident_type="arrest") == []
    assert kinds(assertion="denied") == []
    assert kinds(assertion="alleged") == ["attack"]
    assert kinds(incident_type="plot", outcome="foiled") == ["attack"]


def test_a_record_of_nothing_has_a_template_of_nothing():
    assert template() == {"incident_type": "attack", **{r: [] for r in muc4.ROLES}}


def test_each_record_has_a_template_of_its_own():
    told = [incident(targets=(Target(t, "transport"),)) for t in ("bus", "lorry")]
    found = [t["Target"] for t in muc4.templates(told, REPORT)]
    assert found == [[["bus"]], [["lorry"]]]


def test_organisations_are_printed_names_but_of_groups_cleared():
    groups = (
        GroupLink("Reds", "denied"),
        GroupLink("Front of Tarn", "claimed"),
        GroupLink("Sons of Vasa", "alleged"),
    )
    found = template(
        groups=groups,
        citations=(
            cite("groups[0]", "Reds"),
            REPORT.cite("groups[1]", 0, 9),
            cite("groups[1].link", "came"),
            cite("groups[1]", "F.T.V."),
            cite("groups[1]", "Front of Tarn"),
            cite("groups", "hooded men"),
        ),
    )
    assert found["PerpOrg"] == [["F.T.V."], ["Sons of Vasa"]]


def test_perpetrators_are_suspects_named_and_those_counted():
    found = template(
        suspects=Suspects(4, 4, names=("Per Lund", "Ida Holm")),
        citations=(
            cite("suspects.count", "four hooded men"),
            cite("suspects.names[0]", "The Reds"),
        ),
    )
    assert found["PerpInd"] == [["Per Lund"], ["Ida Holm"], ["hooded men"]]


def test_targets_are_things_and_victims_are_named():
    found = template(
        targets=(
            Target("two bank\nbranches", "business"),
            Target("the bank branches", "business"),
            Target("judge Ida Holm", "government"),
            Target("the judge", "government"),
        )
    )
    assert found["Target"] == [["bank branches"]]
    assert found["Victim"] == [["Ida Holm"]]


def test_weapons():
    armed = (Weapon("two rifles", "firearms"), Weapon("opened fire", "firearms"))
    assert template(weapons=armed)["Weapon"] == [["rifles"]]


@pytest.mark.model
def test_a_report_in_capitals(trained):
    text = (
        "LIMA, 4 MAY 90 -- [TEXT] TWO GUNMEN BLEW UP A BANK IN AYACUCHO WITH DYNAMITE"
        " ON 3 MAY.  THE SHINING PATH CLAIMED RESPONSIBILITY FOR THE ATTACK."
    )
    seen = read({"doc_id": "a", "text": text}, trained, date(1990, 5, 4))
    assert muc4.templates(seen.incidents, seen.report) == [
        {
            "incident_type": "bombing",
            "PerpInd": [["GUNMEN"]],
            "PerpOrg": [["SHINING PATH"]],
            "Target": [["BANK"]],
            "Victim": [],
            "Weapon": [["DYNAMITE"]],
        }
    ]
