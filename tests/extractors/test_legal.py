import pytest

from extractors import legal
from tests.marked import unmark


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("TWO MEN WERE [ARRESTED](LEGAL arrested).", id="capitals"),
        pytest.param("He was [hanged](LEGAL executed).", id="hanged"),
        pytest.param(
            "The charge of arson [was dropped](LEGAL charges_dropped).",
            id="words apart",
        ),
        pytest.param("They released a video of the suspects.", id="a video"),
        pytest.param("The hostages were released by police.", id="hostages"),
        pytest.param("Rebels released ten people.", id="no suspects"),
        pytest.param(
            "The suspect was [released](LEGAL released) by the judge.", id="suspect"
        ),
        pytest.param("The cell executed its plan, police say.", id="plan"),
        pytest.param("Militants executed two farmers.", id="murder"),
        pytest.param("The mob charged at the gate.", id="a charge on foot"),
        pytest.param("A dynamite charge lay there.", id="explosive"),
        pytest.param("", id="no text"),
    ],
)
def test_extract(nlp, marked):
    text, expected = unmark(marked, legal.__name__)
    assert list(legal.extract(nlp(text), None)) == expected


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("Two men were arrested.", {}),
        ("No one was arrested.", {"negated": "1"}),
        ("He has not been charged with it.", {"negated": "1"}),
        ("They could face charges.", {"hypothetical": "1"}),
        ("They vowed to arrest him.", {"hypothetical": "1"}),
        ("They went to life in prison.", {}),
        ("It did not rain. Two men were arrested.", {}),
    ],
)
def test_attributes(nlp, text, attributes):
    (mention,) = legal.extract(nlp(text), None)
    assert dict(mention.attributes) == attributes
