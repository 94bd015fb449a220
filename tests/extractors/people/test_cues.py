"""Which side the person named Berg stands on."""

import pytest

from incidents.extractors.figures.words import words
from incidents.extractors.people.cues import role, settled, told

SUSPECT = """
Police arrested Mr Berg.
Berg was arrested.
Berg, who lived there, was charged.
Berg has been convicted.
Berg is suspected.
Berg, accused of it, slept.
Berg opened fire.
Berg pleaded guilty.
Berg threw a bomb.
Berg and two others fled.
Berg, a suspected bomber, slept.
Berg, the gunman, slept.
The ringleader Berg slept.
The gunman was Berg.
The defendant, Berg, slept.
He was accused with Berg.
The alleged plotter, Berg, slept.
Against Berg they had much.
It was carried out by Berg.
A court jailed Berg.
"""
VICTIM = """
Berg was killed.
Berg had been shot.
Berg was later taken away.
Berg died.
Berg survived.
Berg succumbed.
The victim Berg slept.
The killing of Berg shook us.
The murder of Berg shook us.
They kidnapped Berg.
They shot and wounded Berg.
A gunman shot Berg.
The dead, including Berg, slept.
"""
OFFICIAL = """
Berg said so.
Berg condemned it.
According to Berg it fell.
It fell, said Berg.
It fell, said Berg, a guard.
Senator Berg slept.
Berg, the mayor, slept.
Berg, a defense minister, slept.
The governor of Oslo, Berg, slept.
"""
UNKNOWN = """
Berg slept.
Berg was not there.
Berg was opened.
Berg the cook slept.
They said that Berg slept.
It fell, said Berg slept.
Berg, in the very long hall of the big old town of that far land, was arrested.
Berg in the very long hall of the big town was arrested.
Berg arrested two men.
Berg slept; he was arrested.
Vitamins helped Berg.
"""


def read(nlp, text):
    found = words(nlp(text))
    at = found.low.index("berg")
    return role(found, at, at + 1)


@pytest.mark.parametrize("text", UNKNOWN.strip().splitlines())
def test_unknown(nlp, text):
    assert read(nlp, text) == "unknown"


@pytest.mark.parametrize("text", SUSPECT.strip().splitlines())
def test_suspect(nlp, text):
    assert read(nlp, text) == "suspect"


@pytest.mark.parametrize("text", VICTIM.strip().splitlines())
def test_victim(nlp, text):
    assert read(nlp, text) == "victim"


@pytest.mark.parametrize("text", OFFICIAL.strip().splitlines())
def test_official(nlp, text):
    assert read(nlp, text) == "official"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The trial of Abdul B. began.", "suspect"),
        ("Abdul B., of the cell, slept.", "suspect"),
        ("Abdul B. slept.", "unknown"),
        ("The trial of Abdul Be. began.", "unknown"),
        ("The trial began. Abdul B. slept.", "unknown"),
    ],
)
def test_a_surname_cut_short(nlp, text, told):
    found = words(nlp(text))
    at = found.low.index("abdul")
    assert role(found, at, at + 2) == told


@pytest.mark.parametrize(
    ("roles", "told"),
    [
        ([], "unknown"),
        (["unknown", "unknown", "official"], "official"),
        (["official", "official", "suspect"], "suspect"),
        (["official", "official", "official", "official", "suspect"], "official"),
        (["victim", "suspect"], "suspect"),
        (["victim", "suspect", "victim"], "victim"),
        (["official", "official", "official", "victim"], "official"),
    ],
)
def test_settled(roles, told):
    assert settled(roles) == told


@pytest.mark.parametrize(
    "word",
    "arrested detained charged convicted sentenced indicted apprehended jailed "
    "imprisoned accused nabbed extradited captured remanded acquitted prosecuted "
    "suspected tried interrogated questioned handcuffed".split(),
)
def test_accused(nlp, word):
    assert read(nlp, f"Berg was {word}.") == "suspect"


@pytest.mark.parametrize(
    "word",
    "killed injured wounded murdered assassinated shot stabbed abducted kidnapped "
    "beheaded executed slain hurt hit struck gunned attacked ambushed hospitalized "
    "hospitalised taken pronounced beaten targeted".split(),
)
def test_harmed(nlp, word):
    assert read(nlp, f"Berg was {word}.") == "victim"


@pytest.mark.parametrize(
    "word",
    "killed shot stabbed attacked opened detonated fired threw admitted confessed "
    "pleaded pled planned plotted surrendered carried rammed drove fled bombed "
    "murdered assassinated blew planted recruited masterminded orchestrated pledged "
    "hijacked radicalized injured wounded allegedly".split(),
)
def test_did(nlp, word):
    assert read(nlp, f"Berg {word} it.") == "suspect"


@pytest.mark.parametrize(
    "word", "died survived escaped succumbed suffered perished".split()
)
def test_suffered(nlp, word):
    assert read(nlp, f"Berg {word}.") == "victim"


@pytest.mark.parametrize(
    "word",
    "said says told added announced stated condemned confirmed declared explained "
    "warned noted argued wrote reported denied vowed tweeted commented".split(),
)
def test_spoke(nlp, word):
    assert read(nlp, f"Berg {word} it.") == "official"


@pytest.mark.parametrize(
    "word",
    "defendant co-defendant ringleader mastermind perpetrator accomplice operative "
    "recruiter leader financier".split(),
)
def test_blamed(nlp, word):
    assert read(nlp, f"The {word} Berg slept.") == "suspect"


@pytest.mark.parametrize(
    "words",
    ["victim", "deceased", "survivor"]
    + [f"{deed} of" for deed in "killing murder assassination death shooting".split()],
)
def test_mourned(nlp, words):
    assert read(nlp, f"The {words} Berg slept.") == "victim"


@pytest.mark.parametrize(
    "word",
    "minister president spokesman spokeswoman spokesperson judge prosecutor attorney "
    "governor mayor senator secretary director commissioner ambassador premier sheriff "
    "congressman justice magistrate chairman inspector detective".split(),
)
def test_offices(nlp, word):
    assert read(nlp, f"The {word} Berg slept.") == "official"
    assert read(nlp, f"Berg, the {word}, slept.") == "official"


def test_what_stands_before_and_after_is_told_apart(nlp):
    read = words(nlp("The gunman Berg was killed, said an aide."))
    assert told(read, 2, 3) == ("victim", "suspect")
    assert told(words(nlp("There Berg sat.")), 1, 2) == (None, None)
