from datetime import date

import pytest

from pipeline.benchmark.muc4_roles import targets, victims, weapons
from pipeline.benchmark.muc4_tell import tellings
from pipeline.benchmark.reading import read

pytestmark = pytest.mark.model


def told(text, trained):
    row = {"doc_id": "a", "text": text}
    return tellings(read(row, trained, date(1990, 5, 4)))


def test_what_points_back_is_of_the_kind_told_before(trained):
    text = (
        "Rebels kidnapped a mayor on Monday. The attack took place in Lima."
        " A bomb exploded in a bank on Tuesday. Two bombs were placed in a bus."
        " The president spoke of the economy."
    )
    kinds = [(t.order, t.kind) for t in told(text, trained)]
    assert kinds == [
        (0, "kidnapping"),
        (1, "kidnapping"),
        (2, "bombing"),
        (3, "bombing"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A bomb exploded in Lima in 1985.", id="long ago"),
        pytest.param("The rebels might attack the town.", id="not said to be so"),
        pytest.param("Bombs were found in a house.", id="no violence before it"),
    ],
)
def test_untold(trained, text):
    assert told(text, trained) == []


def test_roles(trained):
    text = "Gunmen killed Mayor Ovidio Zambrano in Lima on Monday with two rifles."
    (found,) = told(text, trained)
    assert list(victims(found)) == ["Ovidio Zambrano"]
    assert list(weapons(found)) == ["rifles"]
    assert list(targets(found)) == []


def test_targets_of_a_bomb_stand_beside_it(trained):
    text = (
        "A powerful bomb exploded in front of the Tarn bank, and a bus was destroyed."
    )
    (found,) = told(text, trained)
    assert list(targets(found)) == ["Tarn bank", "bus"]
    assert list(weapons(found)) == ["bomb"]
