import pytest

from incidents.pipeline.review.lines import lines
from incidents.pipeline.review.values import Value


def value(id, field, start, confidence=None, status="open"):
    cited = ({"start": start, "end": start + 9, "quote": "x" * 9},)
    return Value(id, field, "v", cited, confidence, status=status)


VALUES = [
    value("t", "incident_type", 0),
    value("d", "date", 50, 0.9),
    value("p", "places", 50, 0.3),
    value("k", "killed", 0, 0.7),
    Value("l", "legal", "charged"),
    Value("m", "legal", "released"),
]


@pytest.mark.parametrize(
    ("order", "ids", "shares"),
    [("", "pdktlm", "dt"), ("codebook", "tkdplm", "kp")],
)
def test_values_of_one_quote_stand_together(order, ids, shares):
    shown = lines(VALUES, order)
    assert "".join(line.value.id for line in shown) == ids
    assert "".join(line.value.id for line in shown if line.shares) == shares


def test_what_was_decided_moves_nothing():
    before = [line.value.id for line in lines(VALUES)]
    done = [value("p", "places", 50, 0.3, "accepted")]
    after = lines([v for v in VALUES if v.id != "p"] + done)
    assert [line.value.id for line in after] == before


def test_a_line_says_how_sure_its_value_is():
    bands = {line.value.id: line.band for line in lines(VALUES)}
    assert bands == {
        "t": "",
        "d": "sure",
        "p": "doubtful",
        "k": "fair",
        "l": "",
        "m": "",
    }
