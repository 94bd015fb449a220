"""Whether the group's people are those who were attacked."""

import pytest

from incidents.pipeline.assemble.struck import is_struck, only_speaks
from tests.pipeline.assemble.fill.made import passage, told

REDS = "[Reds](GROUP reds; name=Red Army)"
RAIDED = "[raided](EVENT raided; kind=attack)"
RAID = "[raid](EVENT raid; kind=attack)"


@pytest.mark.parametrize(
    ("marked", "parse", "expected"),
    [
        pytest.param(
            f"{REDS} rebels {RAIDED} it",
            "NNPS/compound/1 NNS/nsubj/2 VBD/ROOT/2 PRP/dobj/2",
            False,
            id="they attack",
        ),
        pytest.param(
            f"Two {REDS} gunmen were [killed](EVENT killed; kind=attack)",
            "CD/nummod/2 NNPS/compound/2 NNS/nsubjpass/4 VBD/auxpass/4 VBN/ROOT/4",
            False,
            id="attackers who died",
        ),
        pytest.param(
            f"They {RAIDED} it with {REDS} rebels",
            "PRP/nsubj/1 VBD/ROOT/1 PRP/dobj/1 IN/prep/1 NNPS/compound/5 NNS/pobj/3",
            False,
            id="beside others",
        ),
        pytest.param(
            f"They {RAIDED} a [hall](TARGET business) on orders of {REDS}",
            "PRP/nsubj/1 VBD/ROOT/1 DT/det/3 NN/dobj/1 IN/prep/1 NNS/pobj/4"
            " IN/prep/5 NNPS/pobj/6",
            False,
            id="by their orders",
        ),
        pytest.param(
            f"A [bomb](WEAPON b) of {REDS} {RAIDED} it",
            "DT/det/1 NN/nsubj/4 IN/prep/1 NNPS/pobj/2 VBD/ROOT/4 PRP/dobj/4",
            False,
            id="their arms",
        ),
        pytest.param(
            f"They {RAIDED} an office of {REDS}",
            "PRP/nsubj/1 VBD/ROOT/1 DT/det/3 NN/dobj/1 IN/prep/3 NNPS/pobj/4",
            True,
            id="what is theirs",
        ),
        pytest.param(
            f"They [shot](EVENT shot; kind=attack) at a [hall](TARGET office) of"
            f" {REDS}",
            "PRP/nsubj/1 VBD/ROOT/1 IN/prep/1 DT/det/4 NN/pobj/2 IN/prep/4 NNPS/pobj/5",
            True,
            id="at what is theirs",
        ),
        pytest.param(
            f"They {RAIDED} a car carrying {REDS} rebels",
            "PRP/nsubj/1 VBD/ROOT/1 DT/det/3 NN/dobj/1 VBG/acl/3"
            " NNPS/compound/6 NNS/dobj/4",
            True,
            id="what carried them",
        ),
        pytest.param(
            f"They {RAIDED} {REDS} rebels",
            "PRP/nsubj/1 VBD/ROOT/1 NNPS/compound/3 NNS/dobj/1",
            True,
            id="their people",
        ),
        pytest.param(
            f"{REDS} defectors were [killed](EVENT killed; kind=attack)",
            "NNPS/compound/1 NNS/nsubjpass/3 VBD/auxpass/3 VBN/ROOT/3",
            True,
            id="who left them",
        ),
        pytest.param(
            f"{REDS} were {RAIDED}",
            "NNPS/nsubjpass/2 VBD/auxpass/2 VBN/ROOT/2",
            True,
            id="they themselves",
        ),
    ],
)
def test_is_struck(marked, parse, expected):
    telling = told(passage(marked, parse=parse))
    (event,) = telling.story.events
    (group,) = event.of("GROUP")
    assert is_struck(group, event, telling.reader) is expected


@pytest.mark.parametrize(
    ("marked", "parse", "expected"),
    [
        pytest.param(
            f"A {REDS} official [said](CUE speech) mills {RAIDED} it",
            "DT/det/2 NNPS/compound/2 NN/nsubj/3 VBD/ROOT/3 NNS/nsubj/5 VBD/ccomp/3"
            " PRP/dobj/5",
            True,
            id="an official says",
        ),
        pytest.param(
            f"{REDS} [said](CUE speech) mills {RAIDED} it",
            "NNPS/nsubj/1 VBD/ROOT/1 NNS/nsubj/3 VBD/ccomp/1 PRP/dobj/3",
            False,
            id="they themselves",
        ),
        pytest.param(
            f"A {REDS} fighter [said](CUE speech) mills {RAIDED} it",
            "DT/det/2 NNPS/compound/2 NN/nsubj/3 VBD/ROOT/3 NNS/nsubj/5 VBD/ccomp/3"
            " PRP/dobj/5",
            False,
            id="one of theirs",
        ),
        pytest.param(
            f"A {REDS} official {RAIDED} it",
            "DT/det/2 NNPS/compound/2 NN/nsubj/3 VBD/ROOT/3 PRP/dobj/3",
            False,
            id="one who acts",
        ),
    ],
)
def test_only_speaks(marked, parse, expected):
    telling = told(passage(marked, parse=parse))
    (event,) = telling.story.events
    (group,) = event.of("GROUP")
    assert only_speaks(group, telling.reader) is expected
