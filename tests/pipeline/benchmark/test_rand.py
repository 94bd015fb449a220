import pytest

from incidents.pipeline.benchmark import rand
from incidents.pipeline.benchmark.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "coded"),
    [
        pytest.param(
            "PERU. On 3 May 1990, gunmen of the Shining Path shot dead two policemen in"
            " Ayacucho and wounded a third.",
            {
                "date": "1990-05-03",
                "city": "Ayacucho",
                "country": "Peru",
                "perpetrator": "Shining Path",
                "weapon": "Firearms",
                "killed": 2,
                "injured": 1,
            },
            id="all of it",
        ),
        pytest.param(
            "A petrol bomb was thrown at a bank. No one was hurt.",
            {"weapon": "Fire or Firebomb", "killed": 0, "injured": 0},
            id="nobody",
        ),
        pytest.param(
            "A bomb planted by the Revolutionary Armed Forces of Colombia (FARC) on"
            " June 3 killed one person.",
            {
                "perpetrator": "Revolutionary Armed Forces of Colombia (FARC)",
                "weapon": "Explosives",
                "killed": 1,
            },
            id="a group with its acronym; no year, no date; the injured unsaid",
        ),
    ],
)
def test_code(trained, text, coded):
    found = rand.code(read({"doc_id": "a", "text": text}, trained))
    said = {k: v for k, v in found.items() if v is not None}
    if "country" not in coded:
        said.pop("country", None)
    assert said == {"doc_id": "a", **coded}
