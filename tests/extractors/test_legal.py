import pytest

from incidents.extractors import legal
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


@pytest.mark.parametrize(
    "word",
    "hostage hostages captive captives kidnapped kidnappers abducted abductors "
    "abduction ransom girls schoolgirls students pupils prisoners".split(),
)
def test_hostages_are_no_suspects(nlp, word):
    assert steps(nlp, f"The suspect and {word} were released.") == []


@pytest.mark.parametrize(
    "word",
    "suspect suspects suspected arrest arrested arrests detained detainee detainees "
    "custody bail charge charges prison jail police court judge accused sentence trial "
    "interrogation questioned militants".split(),
)
def test_suspects(nlp, word):
    found = steps(nlp, f"Of the {word} it was said that he was released.")
    assert "released" in {value for _, value in found}


@pytest.mark.parametrize(
    "word",
    "statement video videos report footage communique tape recording photos "
    "photographs pictures details information names audio images documents findings "
    "study issue magazine film toll figures letter song".split(),
)
def test_what_else_police_release(nlp, word):
    assert steps(nlp, f"Police released a {word}.") == []


@pytest.mark.parametrize(
    "word",
    "court courts convicted death prison judiciary authorities government trial guilty "
    "penalty gallows appeal judge Iran Iraq".split(),
)
def test_executed_by_a_court(nlp, word):
    found = steps(nlp, f"By {word} he was executed.")
    assert ("executed", "executed") in found


@pytest.mark.parametrize(
    "word",
    "attack attacks plan plans plot operation operations bombing order mission strike "
    "warrant policy assault".split(),
)
def test_a_plan_is_executed(nlp, word):
    found = steps(nlp, f"The government executed the {word}.")
    assert "executed" not in {value for _, value in found}


@pytest.mark.parametrize("word", "crowd at into toward towards through forward".split())
def test_a_crowd_charges(nlp, word):
    assert steps(nlp, f"They charged {word} it.") == []


@pytest.mark.parametrize("word", "police troops soldiers guards officers".split())
def test_forces_charge(nlp, word):
    assert steps(nlp, f"The {word} charged it.") == []


@pytest.mark.parametrize(
    "word", "school pupil pupils student students party team".split()
)
def test_pupils_are_expelled(nlp, word):
    assert steps(nlp, f"They expelled the {word}.") == []


@pytest.mark.parametrize(
    "word", "no not never nobody none neither nor without yet".split()
)
def test_negated(nlp, word):
    (found,) = legal.extract(nlp(f"Then {word} one of them arrested."), None)
    assert found.get("negated") == "1"


@pytest.mark.parametrize(
    "word", "expected likely hope hopes hoped want wants fear".split()
)
def test_put_off(nlp, word):
    (found,) = legal.extract(nlp(f"They {word} him arrested."), None)
    assert found.get("hypothetical") == "1"


@pytest.mark.parametrize(
    ("step", "words"),
    [
        *(
            ("arrested", w)
            for w in (
                "was captured by police",
                "were captured by troops",
                "was taken alive",
                "gave himself up",
                "gave themselves up",
                "gave herself up",
                "turned himself in",
                "turned themselves in",
                "surrendered to police",
                "surrendered to the authorities",
                "was caught",
                "were caught",
                "had been caught",
                "was caught by police",
                "was behind bars",
            )
        ),
        *(
            ("charged", w)
            for w in (
                "was tried in May",
                "were tried for it",
                "will be tried for it",
                "is to be tried in May",
                "faced the trial of the year",
                "is pending trial",
                "is awaiting trial",
                "appeared in court",
                "was charged in court",
            )
        ),
        *(
            ("convicted", w)
            for w in (
                "was guilty on two counts",
                "heard them: they found him guilty",
                "was condemned to death",
                "is serving life",
                "is on death row",
                "awaits execution",
                "was jailed",
            )
        ),
        *(
            ("released", w)
            for w in (
                "was paroled",
                "was freed on parole",
                "walked free",
                "was allowed to go home",
            )
        ),
    ],
)
def test_words_of_steps(nlp, step, words):
    found = list(legal.extract(nlp(f"The suspect {words}."), None))
    assert {m.value for m in found} == {step}


@pytest.mark.parametrize(
    "words",
    ["executed by firing squad", "killed by firing squad", "guillotined", "hanged"],
)
def test_words_of_executions(nlp, words):
    found = list(legal.extract(nlp(f"The court had the killer {words}."), None))
    assert [m.value for m in found] == ["executed"]


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Two brothers were held for having burned it.", ["arrested"]),
        ("Two brothers were held in a shed.", []),
        ("Two hostages were held for having burned it.", []),
    ],
)
def test_what_they_are_held_for(nlp, text, steps):
    assert [m.value for m in legal.extract(nlp(text), None)] == steps
