import pytest

from incidents.pipeline.assemble.persons import of_nationality, of_step, said
from tests.pipeline.assemble.fill.made import passage, told

BERG, RASK = "[Berg](PERSON Berg)", "[Rask](PERSON Rask)"
WAS_CHARGED = "was [charged](LEGAL charged)"
RAN = "NNP/nsubj/1 VBD/ROOT/1 ./punct/1"


def steps(marked, parse):
    """Of each legal step, whom it was taken against."""
    reader = told(passage(marked, parse=parse)).reader
    return [
        (m.value, [name.value for name in of_step(reader, m)])
        for m in reader.mentions
        if m.label == "LEGAL"
    ]


@pytest.mark.parametrize(
    ("marked", "parse"),
    [
        pytest.param(
            f"{RASK} met {BERG}. He {WAS_CHARGED}.",
            "NNP/nsubj/1 VBD/ROOT/1 NNP/dobj/1 ./punct/1"
            " PRP/nsubjpass/6 VBD/auxpass/6 VBN/ROOT/6 ./punct/6",
            id="he, of two",
        ),
        pytest.param(
            f"{BERG} ran. They were [charged](LEGAL charged).",
            f"{RAN} PRP/nsubjpass/5 VBD/auxpass/5 VBN/ROOT/5 ./punct/5",
            id="they",
        ),
        pytest.param(
            f"He {WAS_CHARGED}.",
            "PRP/nsubjpass/2 VBD/auxpass/2 VBN/ROOT/2 ./punct/2",
            id="he, of nobody",
        ),
        pytest.param(
            f"{BERG} [charged](LEGAL charged).",
            "NNP/nsubj/1 VBD/ROOT/1 ./punct/1",
            id="who charges somebody else",
        ),
        pytest.param(
            f"{BERG} saw the [arrest](LEGAL arrested).",
            "NNP/nsubj/1 VBD/ROOT/1//see DT/det/3 NN/dobj/1 ./punct/1",
            id="who saw an arrest",
        ),
        pytest.param(
            f"The lawyer of {BERG} {WAS_CHARGED}.",
            "DT/det/1 NN/nsubjpass/5 IN/prep/1 NNP/pobj/2 VBD/auxpass/5 VBN/ROOT/5"
            " ./punct/5",
            id="somebody of his",
        ),
    ],
)
def test_of_nobody(marked, parse):
    assert [names for _, names in steps(marked, parse)] == [[]]


@pytest.mark.parametrize(
    ("marked", "parse", "expected"),
    [
        pytest.param(
            f"{BERG} was [convicted](LEGAL convicted) and {RASK}"
            " [acquitted](LEGAL acquitted).",
            "NNP/nsubjpass/2 VBD/auxpass/2 VBN/ROOT/2 CC/cc/2 NNP/nsubjpass/5"
            " VBN/conj/2 ./punct/2",
            [("convicted", ["Berg"]), ("acquitted", ["Rask"])],
            id="each his own",
        ),
        pytest.param(
            f"{BERG} but not {RASK} {WAS_CHARGED}.",
            "NNP/nsubjpass/5 CC/cc/0 RB/neg/3 NNP/conj/0 VBD/auxpass/5 VBN/ROOT/5"
            " ./punct/5",
            [("charged", ["Berg"])],
            id="one and not the other",
        ),
        pytest.param(
            f"{BERG} and {RASK} were [charged](LEGAL charged).",
            "NNP/nsubjpass/4 CC/cc/0 NNP/conj/0 VBD/auxpass/4 VBN/ROOT/4 ./punct/4",
            [("charged", ["Berg", "Rask"])],
            id="both",
        ),
        pytest.param(
            f"{BERG} was [held](LEGAL arrested) and [charged](LEGAL charged).",
            "NNP/nsubjpass/2 VBD/auxpass/2 VBN/ROOT/2 CC/cc/2 VBN/conj/2 ./punct/2",
            [("arrested", ["Berg"]), ("charged", ["Berg"])],
            id="a subject shared",
        ),
        pytest.param(
            f"{RASK} [arrested](LEGAL arrested) {BERG}.",
            "NNP/nsubj/1 VBD/ROOT/1 NNP/dobj/1 ./punct/1",
            [("arrested", ["Berg"])],
            id="the object, not who arrests",
        ),
        pytest.param(
            f"{BERG} [pleaded guilty](LEGAL convicted).",
            "NNP/nsubj/1 VBD/ROOT/1//plead JJ/acomp/1 ./punct/1",
            [("convicted", ["Berg"])],
            id="who pleads",
        ),
        pytest.param(
            f"{BERG} faces [charges](LEGAL charged).",
            "NNP/nsubj/1 VBZ/ROOT/1//face NNS/dobj/1 ./punct/1",
            [("charged", ["Berg"])],
            id="who faces charges",
        ),
        pytest.param(
            f"{BERG}, who {WAS_CHARGED}, met {RASK}.",
            "NNP/nsubj/6 ,/punct/0 WP/nsubjpass/4 VBD/auxpass/4 VBN/relcl/0 ,/punct/0"
            " VBD/ROOT/6 NNP/dobj/6 ./punct/6",
            [("charged", ["Berg"])],
            id="who",
        ),
        pytest.param(
            f"A man, {BERG}, {WAS_CHARGED}.",
            "DT/det/1 NN/nsubjpass/6 ,/punct/1 NNP/appos/1 ,/punct/1 VBD/auxpass/6"
            " VBN/ROOT/6 ./punct/6",
            [("charged", ["Berg"])],
            id="named beside",
        ),
        pytest.param(
            f"The [arrest](LEGAL arrested) of {BERG} came.",
            "DT/det/1 NN/nsubj/4 IN/prep/1 NNP/pobj/2 VBD/ROOT/4 ./punct/4",
            [("arrested", ["Berg"])],
            id="an arrest of",
        ),
        pytest.param(
            f"{BERG} ran. He {WAS_CHARGED}.",
            f"{RAN} PRP/nsubjpass/5 VBD/auxpass/5 VBN/ROOT/5 ./punct/5",
            [("charged", ["Berg"])],
            id="he, of one",
        ),
        pytest.param(
            f"{BERG} ran. His [arrest](LEGAL arrested) came.",
            f"{RAN} PRP$/poss/4 NN/nsubj/5 VBD/ROOT/5 ./punct/5",
            [("arrested", ["Berg"])],
            id="his arrest",
        ),
    ],
)
def test_of_whom(marked, parse, expected):
    assert steps(marked, parse) == expected


@pytest.mark.parametrize(
    ("marked", "parse", "expected"),
    [
        (
            f"{BERG} shot a [Dane](NATIONALITY DK).",
            "NNP/nsubj/1 VBD/ROOT/1 DT/det/3 NN/dobj/1 ./punct/1",
            None,
        ),
        (
            f"{BERG} left the [Danish](NATIONALITY DK) border.",
            "NNP/nsubj/1 VBD/ROOT/1 DT/det/4 JJ/amod/4 NN/dobj/1 ./punct/1",
            None,
        ),
        (
            f"{BERG}, a [Dane](NATIONALITY DK), ran.",
            "NNP/nsubj/5 ,/punct/0 DT/det/3 NN/appos/0 ,/punct/0 VBD/ROOT/5 ./punct/5",
            "Berg",
        ),
        (
            f"A [Danish](NATIONALITY DK) man, {BERG}, ran.",
            "DT/det/2 JJ/amod/2 NN/nsubj/6 ,/punct/2 NNP/appos/2 ,/punct/2 VBD/ROOT/6"
            " ./punct/6",
            "Berg",
        ),
        (
            f"{BERG} is a [Dane](NATIONALITY DK).",
            "NNP/nsubj/1 VBZ/ROOT/1 DT/det/3 NN/attr/1 ./punct/1",
            "Berg",
        ),
    ],
)
def test_of_what_country(marked, parse, expected):
    reader = told(passage(marked, parse=parse)).reader
    (nationality,) = (m for m in reader.mentions if m.label == "NATIONALITY")
    found = of_nationality(reader, nationality)
    assert (found.value if found else None) == expected


def test_who_is_included():
    assert steps(
        f"They [jailed](LEGAL convicted) men, including {BERG}.",
        "PRP/nsubj/1 VBD/ROOT/1 NNS/dobj/1 ,/punct/2 VBG/prep/2 NNP/pobj/4 ./punct/1",
    ) == [("convicted", ["Berg"])]


def test_of_what_country_one_is_who_is_called_so():
    marked = f"a [Moroccan](NATIONALITY MA) named {BERG}"
    parse = "DT/det/1 NN/ROOT/1 VBN/acl/1 NNP/oprd/2"
    reader = told(passage(marked, parse=parse)).reader
    found = of_nationality(reader, reader.mentions[0])
    assert found is not None and found.value == "Berg"


def test_what_is_said_of_everybody():
    marked = f"{BERG}, [23](AGE 23; of=0:4), {WAS_CHARGED}, [40](AGE 40), {RASK}"
    parse = (
        "NNP/nsubjpass/5 ,/punct/0 CD/appos/0 ,/punct/0 VBD/auxpass/5 VBN/ROOT/5"
        " ,/punct/5 CD/npadvmod/5 ,/punct/5 NNP/npadvmod/5"
    )
    found = said(told(passage(marked, parse=parse)).reader)
    assert {who: [m.text for m, _ in of] for who, of in found.items()} == {
        "Berg": ["23", "charged"]
    }
