import pytest

from incidents.pipeline.assemble.aspect import aspect
from tests.pipeline.assemble.made import found, reader

NOUN = "Raids/NNS/nsubj/1 ended/VBD/ROOT/1"


@pytest.mark.parametrize(
    ("text", "parse", "told"),
    [
        ("They raided us", "PRP/nsubj/1 VBD/ROOT/1 PRP/dobj/1", "past"),
        ("They raid us", "PRP/nsubj/1 VBP/ROOT/1 PRP/dobj/1", "present"),
        (
            "They are raiding us",
            "PRP/nsubj/2 VBP/aux/2 VBG/ROOT/2 PRP/dobj/2",
            "going on",
        ),
        ("They came raiding us", "PRP/nsubj/1 VBD/ROOT/1 VBG/advcl/1 PRP/dobj/2", ""),
        ("We were raided", "PRP/nsubjpass/2 VBD/auxpass/2 VBN/ROOT/2", "past"),
        ("We are raided", "PRP/nsubjpass/2 VBP/auxpass/2 VBN/ROOT/2", "present"),
        (
            "We were being raided",
            "PRP/nsubjpass/3 VBD/aux/3 VBG/auxpass/3 VBN/ROOT/3",
            "past",
        ),
        ("The raid ended", "DT/det/1 NN/nsubj/2 VBD/ROOT/2", ""),
    ],
)
def test_aspect(text, parse, told):
    word = next(w for w in text.split() if w.startswith("raid"))
    told_of = reader(text, parse=parse)
    assert aspect(told_of, found(text, word, "EVENT")) == told


def test_nothing_is_told_without_a_parse():
    assert aspect(reader("They raid us"), found("They raid us", "raid", "EVENT")) == ""
