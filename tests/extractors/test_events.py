"""Words that tell of an attack or a plot, and what the grammar says of them."""

import pytest

from incidents.extractors import events
from tests.told import cases, parsed, parsed_cases, told


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
The attack dog barked. The attack ads ran. The attack helicopters came.
Gunmen hit a base.
  EVENT struck | hit | kind=attack
The wave hit a base.
Gunmen came from the hills of the far north and hit a base.
They threw a grenade.
  EVENT threw | threw | kind=attack
They threw a party.
They threw it all away on the ground near the grenade.
The blast shook it, a blast shook it, another blast shook it, his attack shook it.
  EVENT explosion | blast | attack_type=bombing kind=attack reference=definite
  EVENT explosion | blast | attack_type=bombing kind=attack reference=new
  EVENT explosion | blast | attack_type=bombing kind=attack reference=new
  EVENT attack | attack | kind=attack reference=definite
Attack!
  EVENT attack | Attack | kind=attack
They would attack.
  EVENT attack | attack | kind=attack
"""),
)
def test_unparsed(nlp, text, lines):
    assert told(text, events.extract(nlp(text), None)) == lines


@pytest.mark.parametrize(
    ("text", "parse", "lines"),
    parsed_cases(r"""
The attack killed two men.
  = DT/det/1 NN/nsubj/2 VBD/ROOT/2//kill CD/nummod/4/CARDINAL NNS/dobj/2 ./punct/2
  EVENT attack | attack | kind=attack reference=definite
  EVENT killed | killed | kind=attack
An attack killed two men.
  = DT/det/1 NN/nsubj/2 VBD/ROOT/2//kill CD/nummod/4/CARDINAL NNS/dobj/2 ./punct/2
  EVENT attack | attack | kind=attack reference=new
  EVENT killed | killed | kind=attack
Another bombing followed.
  = DT/det/1 NN/nsubj/2 VBD/ROOT/2//follow ./punct/2
  EVENT bombing | bombing | attack_type=bombing kind=attack reference=new
Two bombings followed in May.
  = CD/nummod/1/CARDINAL NNS/ROOT/1 VBN/acl/1//follow IN/prep/2 NNP/pobj/3/DATE ./punct/1
  EVENT bombing | bombings | attack_type=bombing kind=attack number=plural reference=new
Attacks rose.
  = NNS/nsubj/1 VBD/ROOT/1//rise ./punct/1
  EVENT attack | Attacks | kind=attack number=plural
Attack planning went on.
  = NN/compound/1 NN/nsubj/2 VBD/ROOT/2//go RP/prt/2 ./punct/2
  EVENT plotted | Attack planning | kind=plot number=plural
No attack took place.
  = DT/det/1 NN/nsubj/2 VBD/ROOT/2//take NN/dobj/2 ./punct/2
  EVENT attack | attack | kind=attack modality=negated
There was no bombing.
  = EX/expl/1 VBD/ROOT/1//be DT/det/3 NN/attr/1 ./punct/1
  EVENT bombing | bombing | attack_type=bombing kind=attack modality=negated
They left without an attack.
  = PRP/nsubj/1 VBD/ROOT/1//leave IN/prep/1 DT/det/4 NN/pobj/2 ./punct/1
  EVENT attack | attack | kind=attack modality=negated reference=new
The group did not attack the base.
  = DT/det/1 NN/nsubj/4 VBD/aux/4 RB/neg/4 VB/ROOT/4 DT/det/6 NN/dobj/4 ./punct/4
  EVENT attack | attack | kind=attack modality=negated
Two boys planned, it said, two raids and murders.
  = CD/nummod/1 NNS/nsubj/2 VBD/ROOT/2//plan ,/punct/2 PRP/nsubj/5 VBD/parataxis/2//say ,/punct/2 CD/nummod/8 NNS/dobj/2 CC/cc/8 NNS/conj/8 ./punct/2
  EVENT prepared | planned | kind=plot
  EVENT raid | raids | attack_type=armed_assault kind=attack modality=hypothetical number=plural reference=new
  EVENT murder | murders | kind=attack modality=hypothetical number=plural
They planned the raid.
  = PRP/nsubj/1 VBD/ROOT/1//plan DT/det/3 NN/dobj/1 ./punct/1
  EVENT prepared | planned | kind=plot
  EVENT raid | raid | attack_type=armed_assault kind=attack reference=definite
It was to have exploded.
  = PRP/nsubj/1 VBD/ROOT/1//be TO/aux/4 VB/aux/4//have VBN/xcomp/1//explode ./punct/1
  EVENT exploded | exploded | attack_type=bombing kind=attack modality=hypothetical
The group would attack the base.
  = DT/det/1 NN/nsubj/3 MD/aux/3 VB/ROOT/3 DT/det/5 NN/dobj/3 ./punct/3
  EVENT attack | attack | kind=attack modality=hypothetical
Unless they attack, it stands.
  = IN/mark/2 PRP/nsubj/2 VBP/advcl/5 ,/punct/5 PRP/nsubj/5 VBZ/ROOT/5//stand ./punct/5
  EVENT attack | attack | kind=attack modality=hypothetical
They threatened to attack the base.
  = PRP/nsubj/1 VBD/ROOT/1//threaten TO/aux/3 VB/xcomp/1 DT/det/5 NN/dobj/3 ./punct/1
  EVENT attack | attack | kind=attack modality=threat
They urged an attack on the base.
  = PRP/nsubj/1 VBD/ROOT/1//urge DT/det/3 NN/dobj/1 IN/prep/3 DT/det/6 NN/pobj/4 ./punct/1
  EVENT attack | attack | kind=attack modality=threat reference=new
They planned to attack the base.
  = PRP/nsubj/1 VBD/ROOT/1//plan TO/aux/3 VB/xcomp/1 DT/det/5 NN/dobj/3 ./punct/1
  EVENT plotted | planned to attack | kind=plot
They wanted to carry out an attack.
  = PRP/nsubj/1 VBD/ROOT/1//want TO/aux/3 VB/xcomp/1 RP/prt/3 DT/det/6 NN/dobj/3 ./punct/1
  EVENT attack | attack | kind=attack modality=threat reference=new
He came to commit an attack.
  = PRP/nsubj/1 VBD/ROOT/1//come TO/aux/3 VB/advcl/1 DT/det/5 NN/dobj/3 ./punct/1
  EVENT attack | attack | kind=attack modality=hypothetical reference=new
The threat of an attack grew.
  = DT/det/1 NN/nsubj/5 IN/prep/1 DT/det/4 NN/pobj/2 VBD/ROOT/5//grow ./punct/5
  EVENT attack | attack | kind=attack modality=hypothetical reference=new
A possible attack was feared.
  = DT/det/2 JJ/amod/2 NN/nsubjpass/4 VBD/auxpass/4 VBN/ROOT/4//fear ./punct/4
  EVENT attack | attack | kind=attack modality=threat reference=new
Any attack would fail.
  = DT/det/1 NN/nsubj/3 MD/aux/3 VB/ROOT/3 ./punct/3
  EVENT attack | attack | kind=attack modality=hypothetical
The possible bombing of a base was feared.
  = DT/det/2 JJ/amod/2 NN/nsubjpass/7 IN/prep/2 DT/det/5 NN/pobj/3 VBD/auxpass/7 VBN/ROOT/7//fear ./punct/7
  EVENT bombing | bombing | attack_type=bombing kind=attack reference=definite
The attack did not succeed.
  = DT/det/1 NN/nsubj/4 VBD/aux/4 RB/neg/4 VB/ROOT/4 ./punct/4
  EVENT attack | attack | kind=attack reference=definite
The army attacked the village.
  = DT/det/1 NN/nsubj/2 VBD/ROOT/2//attack DT/det/4 NN/dobj/2 ./punct/2
  EVENT attacked | attacked | agent=state kind=attack
The army carried out a raid on the village.
  = DT/det/1 NN/nsubj/2 VBD/ROOT/2//carry RP/prt/2 DT/det/5 NN/dobj/2 IN/prep/5 DT/det/8 NN/pobj/6 ./punct/2
  EVENT raid | raid | agent=state attack_type=armed_assault kind=attack reference=new
An airstrike by the army killed two men.
  = DT/det/1 NN/nsubj/5 IN/prep/1 DT/det/4 NN/pobj/2 VBD/ROOT/5//kill CD/nummod/7/CARDINAL NNS/dobj/5 ./punct/5
  EVENT killed | killed | agent=state kind=attack
Planes bombed the village.
  = NNS/nsubj/1 VBD/ROOT/1//bomb DT/det/3 NN/dobj/1 ./punct/1
  EVENT bombed | bombed | agent=state attack_type=bombing kind=attack
They tried to attack the base.
  = PRP/nsubj/1 VBD/ROOT/1//try TO/aux/3 VB/xcomp/1 DT/det/5 NN/dobj/3 ./punct/1
  EVENT attack | attack | kind=attack
The former soldiers attacked the village.
  = DT/det/2 JJ/amod/2 NNS/nsubj/3 VBD/ROOT/3//attack DT/det/5 NN/dobj/3 ./punct/3
  EVENT attacked | attacked | kind=attack
Rebel forces attacked the village.
  = NN/compound/1 NNS/nsubj/2 VBD/ROOT/2//attack DT/det/4 NN/dobj/2 ./punct/2
  EVENT attacked | attacked | kind=attack
An army attack killed two men.
  = DT/det/2 NN/compound/2 NN/nsubj/3 VBD/ROOT/3//kill CD/nummod/5/CARDINAL NNS/dobj/3 ./punct/3
  EVENT attack | attack | agent=state kind=attack reference=new
  EVENT killed | killed | kind=attack
The army's attack killed two men.
  = DT/det/1 NN/poss/3 POS/case/1 NN/nsubj/4 VBD/ROOT/4//kill CD/nummod/6/CARDINAL NNS/dobj/4 ./punct/4
  EVENT attack | attack | agent=state kind=attack
  EVENT killed | killed | kind=attack
Gunmen attacked the army.
  = NNS/nsubj/1 VBD/ROOT/1//attack DT/det/3 NN/dobj/1 ./punct/1
  EVENT attacked | attacked | kind=attack
They shot two men.
  = PRP/nsubj/1 VBD/ROOT/1//shoot CD/nummod/3/CARDINAL NNS/dobj/1 ./punct/1
  EVENT shot | shot | attack_type=armed_assault kind=attack
A soldier shot two men.
  = DT/det/1 NN/nsubj/2 VBD/ROOT/2//shoot CD/nummod/4/CARDINAL NNS/dobj/2 ./punct/2
  EVENT shot | shot | attack_type=armed_assault kind=attack
The shot was heard.
  = DT/det/1 NN/nsubjpass/3 VBD/auxpass/3 VBN/ROOT/3//hear ./punct/3
A shot hit the man.
  = DT/det/1 NN/nsubj/2 VBD/ROOT/2 DT/det/4 NN/dobj/2 ./punct/2
Gunmen hit a base.
  = NNS/nsubj/1 VBD/ROOT/1 DT/det/3 NN/dobj/1 ./punct/1
  EVENT struck | hit | kind=attack
The wave hit a base.
  = DT/det/1 NN/nsubj/2 VBD/ROOT/2 DT/det/4 NN/dobj/2 ./punct/2
They threw a grenade at the base.
  = PRP/nsubj/1 VBD/ROOT/1//throw DT/det/3 NN/dobj/1 IN/prep/1 DT/det/6 NN/pobj/4 ./punct/1
  EVENT threw | threw | kind=attack
They threw a party at the base.
  = PRP/nsubj/1 VBD/ROOT/1//throw DT/det/3 NN/dobj/1 IN/prep/1 DT/det/6 NN/pobj/4 ./punct/1
The attack helicopter fell.
  = DT/det/2 NN/compound/2 NN/nsubj/3 VBD/ROOT/3//fall ./punct/3
It said that police shot him.
  = PRP/nsubj/1 VBD/ROOT/1//say IN/mark/4 NNS/nsubj/4 VBD/ccomp/1//shoot PRP/dobj/4 ./punct/1
  EVENT shot | shot | agent=state attack_type=armed_assault kind=attack reference=definite
Two attackers were killed when they stormed the base.
  = CD/nummod/1/CARDINAL NNS/nsubjpass/3 VBD/auxpass/3 VBN/ROOT/3//kill WRB/advmod/6 PRP/nsubj/6 VBD/advcl/3//storm DT/det/8 NN/dobj/6 ./punct/3
  EVENT killed | killed | kind=attack
  EVENT stormed | stormed | attack_type=armed_assault kind=attack
The blast was heard and an explosion followed.
  = DT/det/1 NN/nsubjpass/3 VBD/auxpass/3 VBN/ROOT/3//hear CC/cc/3 DT/det/6 NN/nsubj/7 VBD/conj/3//follow ./punct/7
  EVENT explosion | blast | attack_type=bombing kind=attack reference=definite
  EVENT explosion | explosion | attack_type=bombing kind=attack reference=new
They plotted a bombing of the base.
  = PRP/nsubj/1 VBD/ROOT/1//plot DT/det/3 NN/dobj/1 IN/prep/3 DT/det/6 NN/pobj/4 ./punct/1
  EVENT plotted | plotted | kind=plot
  EVENT bombing | bombing | attack_type=bombing kind=attack reference=new
Police foiled a plot.
  = NNS/nsubj/1 VBD/ROOT/1//foil DT/det/3 NN/dobj/1 ./punct/1
  EVENT foiled | foiled | agent=state kind=foil
  EVENT plot | plot | kind=plot reference=new
If they attack the base, it will fall.
  = IN/mark/2 PRP/nsubj/2 VBP/advcl/8 DT/det/4 NN/dobj/2 ,/punct/8 PRP/nsubj/8 MD/aux/8 VB/ROOT/8 ./punct/8
  EVENT attack | attack | kind=attack modality=hypothetical
The rebels vowed to attack the base.
  = DT/det/1 NNS/nsubj/2 VBD/ROOT/2//vow TO/aux/4 VB/xcomp/2 DT/det/6 NN/dobj/4 ./punct/2
  EVENT attack | attack | kind=attack modality=threat
The army and the police attacked the village.
  = DT/det/1 NN/nsubj/5 CC/cc/1 DT/det/4 NN/conj/1 VBD/ROOT/5//attack DT/det/7 NN/dobj/5 ./punct/5
  EVENT attacked | attacked | agent=state kind=attack
The government-backed militia forces attacked the village.
  = DT/det/5 NN/npadvmod/3 HYPH/punct/3 VBN/amod/5//back NN/compound/5 NNS/nsubj/6 VBD/ROOT/6//attack DT/det/8 NN/dobj/6 ./punct/6
  EVENT attacked | attacked | kind=attack
Further attacks are possible.
  = JJ/amod/1 NNS/nsubj/2 VBP/ROOT/2 JJ/acomp/2 ./punct/2
  EVENT attack | attacks | kind=attack modality=hypothetical number=plural
"""),  # noqa: E501
)
def test_parsed(nlp, text, parse, lines):
    assert told(text, events.extract(parsed(nlp, text, parse), None)) == lines


def modality(nlp, text, parse):
    (found,) = events.extract(parsed(nlp, text, parse), None)
    return found.get("modality")


@pytest.mark.parametrize(
    "word", "would could may might can should will must shall".split()
)
def test_modals(nlp, word):
    parse = "PRP/nsubj/2 MD/aux/2 VB/ROOT/2 DT/det/4 NN/dobj/2"
    assert modality(nlp, f"They {word} attack the base", parse) == "hypothetical"


@pytest.mark.parametrize(
    "word",
    "threaten warn urge vow promise incite encourage fear call advocate instruct "
    "direct ask order want hope seek aim pledge discuss simulate".split(),
)
def test_threats(nlp, word):
    parse = f"PRP/nsubj/1 VBD/ROOT/1//{word} TO/aux/3 VB/xcomp/1 DT/det/5 NN/dobj/3"
    assert modality(nlp, "They did to attack the base", parse) == "threat"


@pytest.mark.parametrize(
    "word", "threat threats warning warnings risk possibility attempt ability".split()
)
def test_what_is_no_deed(nlp, word):
    parse = "DT/det/1 NN/nsubj/5 IN/prep/1 DT/det/4 NN/pobj/2 VBD/ROOT/5"
    assert modality(nlp, f"The {word} of an attack came", parse) == "hypothetical"
    assert modality(nlp, "The news of an attack came", parse) is None


@pytest.mark.parametrize(
    "word", "possible potential future further similar any".split()
)
def test_adjectives(nlp, word):
    parse = "JJ/amod/1 NN/nsubj/2 VBD/ROOT/2"
    assert modality(nlp, f"{word} attack came", parse) == "hypothetical"
    assert modality(nlp, "big attack came", parse) is None


@pytest.mark.parametrize("word", ["no", "not", "n't", "never", "without"])
def test_negations(nlp, word):
    parse = "DT/det/1 NN/nsubj/2 VBD/ROOT/2"
    doc = parsed(nlp, "any attack came", parse)
    doc = type(doc)(
        nlp.vocab,
        [word, "attack", "came"],
        tags=["DT", "NN", "VBD"],
        pos=["X", "NOUN", "VERB"],
        deps=["det", "nsubj", "ROOT"],
        heads=[1, 2, 2],
    )
    (found,) = events.extract(doc, None)
    assert found.get("modality") == "negated"


@pytest.mark.parametrize("word", "if unless".split())
def test_conditions(nlp, word):
    parse = "IN/mark/2 PRP/nsubj/2 VBP/ROOT/2"
    assert modality(nlp, f"{word} they attack", parse) == "hypothetical"


@pytest.mark.parametrize(
    "word", "carry conduct launch commit perpetrate stage mount execute".split()
)
def test_doing(nlp, word):
    parse = f"PRP/nsubj/1 VBD/ROOT/1 TO/aux/3 VB/xcomp/1//{word} DT/det/5 NN/dobj/3"
    assert modality(nlp, "He came to do an attack", parse) == "hypothetical"


@pytest.mark.parametrize(
    "word",
    "troops soldiers army military police officers forces commandos coalition "
    "warplanes jets navy government authorities agents nato marines battalion".split(),
)
def test_the_state_acts(nlp, word):
    doc = parsed(nlp, f"{word} attacked it", "NNS/nsubj/1 VBD/ROOT/1 PRP/dobj/1")
    (found,) = events.extract(doc, None)
    assert found.get("agent") == "state"
    doc = parsed(
        nlp,
        f"An attack by {word} came",
        "DT/det/1 NN/nsubj/4 IN/prep/1 NNS/pobj/2 VBD/ROOT/4",
    )
    (found, *_) = events.extract(doc, None)
    assert found.get("agent") == "state"


@pytest.mark.parametrize(
    "word", "former off-duty militia rebel dissident guerrilla fake disguised".split()
)
def test_who_is_not_the_state(nlp, word):
    text = f"{word} troops attacked it"
    n = len(nlp(text)) - 3
    parse = " ".join([f"JJ/amod/{n}"] * n + [f"NNS/nsubj/{n + 1}", f"VBD/ROOT/{n + 1}"])
    (found,) = events.extract(parsed(nlp, text, f"{parse} PRP/dobj/{n + 1}"), None)
    assert found.get("agent") is None


@pytest.mark.parametrize(
    ("text", "parse", "modality"),
    [
        (
            "men to be shot",
            "NNS/ROOT/0 TO/aux/3 VB/auxpass/3 VBN/relcl/0",
            "hypothetical",
        ),
        (
            "men said to have been shot",
            "NNS/ROOT/0 VBN/acl/0 TO/aux/5 VB/aux/5 VBN/auxpass/5 VBN/xcomp/1",
            None,
        ),
        ("men were shot", "NNS/nsubjpass/2 VBD/auxpass/2 VBN/ROOT/2", None),
    ],
)
def test_who_is_to_be_attacked(nlp, text, parse, modality):
    (found,) = events.extract(parsed(nlp, text, parse), None)
    assert found.get("modality") == modality
