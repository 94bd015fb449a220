"""What the grammar says of a word of violence; the words are in the gazetteer."""

import pytest

from extractors import events


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "agents"),
    [
        pytest.param("Police stopped an attack.", {"attack": None}, id="stopped it"),
        pytest.param(
            "Governments condemned the raid.", {"raid": None}, id="spoke of it"
        ),
        pytest.param("A soldier shot two men.", {"shot": None}, id="one soldier"),
        pytest.param("Former soldiers raided a bank.", {"raided": None}, id="no more"),
        pytest.param("Soldiers raided a house.", {"raided": "state"}, id="subject"),
        pytest.param(
            "The army carried out a raid.", {"raid": "state"}, id="carried it out"
        ),
        pytest.param("It was a raid by troops.", {"raid": "state"}, id="by"),
        pytest.param("It was an army raid.", {"raid": "state"}, id="compound"),
    ],
)
def test_who_acts(trained, text, agents):
    found = {m.text: m.get("agent") for m in events.extract(trained(text), None)}
    assert found == agents
