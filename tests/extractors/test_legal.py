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


def steps(nlp, text):
    return [(m.text.lower(), m.value) for m in legal.extract(nlp(text), None)]


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        *((f"He was {word} arrested.", "negated") for word in ("not", "never")),
        ("Nobody was arrested.", "negated"),
        ("He went without being arrested.", "negated"),
        ("He cannot be arrested.", "negated"),
        ("Not one of the two men was arrested.", ""),
        *(
            (f"He {word} be arrested.", "hypothetical")
            for word in "will would could may might should shall must can".split()
        ),
        ("If arrested, he will talk.", "hypothetical"),
        ("Unless arrested he talks.", "hypothetical"),
        ("He is to be arrested.", "hypothetical"),
        ("He is expected to be arrested.", "hypothetical"),
        ("He hoped they were arrested.", "hypothetical"),
        ("They came to arrest him.", "hypothetical"),
        ("They came to detain him.", "hypothetical"),
        ("He would, they say, have been arrested.", ""),
        ("He was arrested.", ""),
    ],
)
def test_what_was_not_done(nlp, text, attribute):
    found = list(legal.extract(nlp(text), None))
    assert [[name for name, _ in m.attributes] for m in found] == [
        [attribute] if attribute else []
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The suspect was released.", True),
        ("He was released on bail.", True),
        ("The detainee was released from custody.", True),
        ("The suspect was released; a hostage fled.", True),
        ("The suspect and a hostage were released.", False),
        ("Police released a statement.", False),
        ("Police released the long audio tape.", False),
        ("Schoolgirls were released by the court.", False),
        ("He was released.", False),
        ("He was executed by the court.", True),
        ("He was executed for murder, a judge said.", True),
        ("He was executed.", False),
        ("The court executed a warrant.", False),
        ("The court said they executed an attack.", False),
        ("He was hanged.", True),
        ("He was charged.", True),
        ("The mob charged at police.", False),
        ("He charged toward it.", False),
        ("Police charged.", False),
        ("Two men charged with it fled.", True),
        ("Charges were filed.", True),
        ("The charge was dropped.", True),
        ("The case of the two was dropped.", True),
        ("A bomb was dropped.", False),
        ("He was deported.", True),
        ("He was expelled from the school.", False),
        ("He was expelled from the party.", False),
        ("He was expelled from the land.", True),
    ],
)
def test_which_steps_are_of_a_court(nlp, text, told):
    assert bool(steps(nlp, text)) == told
