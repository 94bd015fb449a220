from datetime import date

import pytest

from pipeline.benchmark import muc4
from pipeline.benchmark.reading import read

pytestmark = pytest.mark.model

PUBLISHED = date(1990, 5, 4)


def templates(text, trained):
    return muc4.templates(read({"doc_id": "a", "text": text}, trained, PUBLISHED))


def test_a_bombing_in_capitals(trained):
    text = (
        "LIMA, 4 MAY 90 -- [TEXT] URBAN GUERRILLAS BLEW UP A BANK IN AYACUCHO ON 3 MAY."
        "  A POWERFUL BOMB EXPLODED IN FRONT OF THE BUILDING.  THE SHINING PATH CLAIMED"
        " RESPONSIBILITY FOR THE ATTACK."
    )
    (found,) = templates(text, trained)
    assert found["incident_type"] == "bombing"
    assert found["PerpInd"] == [["URBAN GUERRILLAS"]]
    assert found["PerpOrg"] == [["SHINING PATH"]]
    assert found["Weapon"] == [["BOMB"]]
    assert ["BANK"] in found["Target"]


def test_a_murder_names_its_victim(trained):
    text = (
        "BOGOTA, 4 MAY 90 -- [TEXT] FORMER MAYOR OVIDIO ZAMBRANO WAS KILLED BY"
        " UNIDENTIFIED GUNMEN IN MEDELLIN ON 3 MAY.  ZAMBRANO WAS LEAVING HIS HOME."
    )
    (found,) = templates(text, trained)
    assert found["incident_type"] == "attack"
    assert found["Victim"] == [["OVIDIO ZAMBRANO"]]
    assert found["PerpInd"] == [["UNIDENTIFIED GUNMEN"]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "BOGOTA, 4 MAY 90 -- [TEXT] WE BELIEVE THAT OUR COUNTRY WILL OVERCOME"
            " VIOLENCE.  ATTACKS MUST NOT GO ON, OUR PRESIDENT SAID.",
            id="a speech",
        ),
        pytest.param(
            "BOGOTA, 4 MAY 90 -- [TEXT] THE TALKS BEGAN IN MEDELLIN ON 3 MAY.",
            id="no violence",
        ),
    ],
)
def test_no_incident(trained, text):
    assert templates(text, trained) == []
