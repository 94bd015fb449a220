"""What a state did or a quarrel brought about is outside; what a group did is not."""

import pytest

from incidents.pipeline.assemble.outside import by_state, otherwise_moved
from tests.pipeline.assemble.made import mention, word


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, False),
        ({"agent": "state"}, True),
        ({"agent": "group"}, False),
        ({"reached": "operation@0:3"}, True),
        ({"reached": "motive@0:3"}, False),
    ],
)
def test_what_a_state_did(said, expected):
    assert by_state(word(start=40, **said), ()) is expected


@pytest.mark.parametrize(("at", "expected"), [(16, True), (17, False), (45, True)])
def test_a_group_right_before_an_act_did_it(at, expected):
    group = mention("GROUP", "g", "Red Army", start=at)
    assert by_state(word(start=37, agent="state"), [group]) is expected


def test_what_had_another_motive():
    assert otherwise_moved(word(reached="motive@0:3"))
    assert not otherwise_moved(word(reached="operation@0:3"))
    assert not otherwise_moved(word(reached="inspired@4:9|motive@0:3"))
    assert not otherwise_moved(word())
