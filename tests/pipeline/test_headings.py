import pytest

from incidents.pipeline.headings import column


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        pytest.param("", "", id="none"),
        pytest.param("Colour", "", id="unknown"),
        pytest.param("Update", "", id="inside a word"),
        pytest.param("Villages", "", id="end of a word"),
        pytest.param("Age of suspects", "AGE", id="the first of two"),
        pytest.param("Nationality of suspects", "NATIONALITY", id="before suspects"),
        pytest.param("Perpetrator/Group", "PERPETRATORS", id="who did it"),
        pytest.param("Plotters", "SUSPECTS", id="several are suspects"),
        pytest.param("TOTAL CASUALTIES", "CASUALTIES", id="capitals"),
        pytest.param("Weapons and status of preparation", "WEAPON", id="long"),
        pytest.param("What happened", "TYPE", id="two words"),
        pytest.param("Details", "TYPE", id="what happened in other words"),
        pytest.param("International connection", "GROUP", id="connection"),
    ],
)
def test_column(heading, label):
    assert column(heading) == label
