import pytest

from incidents.pipeline.review.folder import Document
from incidents.pipeline.review.reading import DONE, READ, TO_READ, offers, state_of
from incidents.pipeline.review.state import Folded, State
from incidents.pipeline.review.values import Value
from tests.pipeline.review.runs import document

TEXT = "One shot. Then a bomb, he said. It was “loud.”\nA plot failed"


class Left:
    """What a run read and left out, by words."""

    def __init__(self, *words, kinds=()):
        self.words, self.kinds = words, dict(kinds)

    def left_out(self, _):
        starts = [(w, TEXT.index(w)) for w in self.words]
        return [{"start": n, "end": n + len(w), "reason": w} for w, n in starts]

    def of(self, _):
        rows = self.left_out(_)
        return [
            {"label": "EVENT", **row, "kind": self.kinds[row["reason"]]}
            for row in rows
            if row["reason"] in self.kinds
        ]


def found(left, states=()):
    made = Document(document(text=TEXT), ())
    return [
        (o.value.value, o.value.citations[0]["quote"])
        for o in offers(made, left, states)
    ]


def test_each_word_stands_with_its_sentence_and_its_kind():
    kinds = {"plot": "plot", "loud": "foil", "bomb": "attack"}
    assert found(Left("shot", "bomb", "loud", "plot", kinds=kinds)) == [
        ("attack", "One shot."),
        ("attack", "Then a bomb, he said."),
        ("plot", "It was “loud."),  # a word for what was stopped
        ("plot", "A plot failed"),
    ]


def test_what_a_record_was_made_of_is_no_longer_offered():
    cited = {"start": 0, "end": 9, "quote": "One shot."}
    made = State("#1", "story", {}, [Value("v", "incident_type", "attack", (cited,))])
    assert [q for _, q in found(Left("shot", "bomb"), [made])] == [
        "Then a bomb, he said."
    ]
    made.status = "no_incident"
    assert len(found(Left("shot", "bomb"), [made])) == 2


def test_a_word_beyond_the_text_is_passed_over():
    beyond = Left("plot")
    beyond.left_out = lambda _: [{"start": 900, "end": 904, "reason": "x"}]
    assert found(beyond) == []


@pytest.mark.parametrize(
    ("read_by", "status", "state"),
    [("", "done", TO_READ), ("anna", "begun", READ), ("anna", "no_incident", DONE)],
)
def test_state(read_by, status, state):
    records = {"a": State("a", "story", {}, [], status)}
    assert state_of(Folded(records, read_by=read_by)) == state
