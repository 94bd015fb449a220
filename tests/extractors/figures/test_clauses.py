"""Who is harmed, by the clause around a word of harm."""

import pytest

from incidents.extractors import figures
from tests.told import cases, parsed, parsed_cases, told


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
Two men, who were later killed, fled. Two men that were killed fled. Two men (killed) fled.
  KILLED 2 | Two men, who were later killed | number=<Two> role=victim trigger=<killed> victims=men
  KILLED 2 | Two men that were killed | number=<Two> role=victim trigger=<killed> victims=men
Reports of 40 dead came. Eight men with guns were killed. Ten people in the car were killed.
  KILLED 40 | 40 dead | number=<40> role=victim trigger=<dead>
  KILLED 8 | Eight men with guns were killed | number=<Eight> role=victim trigger=<killed> victims=men
  KILLED 10 | Ten people in the car were killed | number=<Ten> role=victim trigger=<killed> victims=people
After the fire two men were killed.
  KILLED 2 | two men were killed | number=<two> role=victim trigger=<killed> victims=men
On Monday two men were reportedly killed. Two men had also been killed. Two men got killed.
  KILLED 2 | two men were reportedly killed | hedged=1 number=<two> role=victim trigger=<killed> victims=men
  KILLED 2 | Two men had also been killed | number=<Two> role=victim trigger=<killed> victims=men
  KILLED 2 | Two men got killed | number=<Two> role=victim trigger=<killed> victims=men
Two men were shot and killed. Two men were kidnapped and killed.
  KILLED 2 | Two men were shot and killed | number=<Two> role=victim trigger=<killed> victims=men
  KILLED 2 | Two men were kidnapped and killed | number=<Two> role=victim trigger=<killed> victims=men
Two men were killed before three women were wounded.
  KILLED 2 | Two men were killed | number=<Two> role=victim trigger=<killed> victims=men
Three came. Two men were killed by two gunmen. Two men were killed in 2014.
  KILLED 2 | Two men were killed | number=<Two> role=victim trigger=<killed> victims=men
  KILLED 2 | Two men were killed | number=<Two> role=victim trigger=<killed> victims=men
Two men were killed\n\nand three fled. Two were\n\nkilled.
  KILLED 2 | Two men were killed | number=<Two> role=victim trigger=<killed> victims=men
Two women and three men were severely wounded.
  INJURED 5 | Two women and three men were severely wounded | number=<Two> role=victim sum=1 trigger=<wounded> victims=women men
When police came two men were killed. They said two men were killed. It said that two men were killed, while three were hurt.
  KILLED 2 | two men were killed | number=<two> role=victim trigger=<killed> victims=men
  KILLED 2 | two men were killed | number=<two> role=victim trigger=<killed> victims=men
  KILLED 2 | two men were killed | number=<two> role=victim trigger=<killed> victims=men
  INJURED 3 | three were hurt | number=<three> role=victim trigger=<hurt>
Police arrested two men, killed three. They had killed also two men. They killed only two men.
  KILLED 3 | killed three | number=<three> role=victim trigger=<killed>
  KILLED 2 | killed also two men | number=<two> role=victim trigger=<killed> victims=men
  KILLED 2 | killed only two men | number=<only two> role=victim trigger=<killed> victims=men
Two men and a child, all from Oslo, were killed. Two men, both guards, were killed.
  KILLED 3 | Two men and a child, all from Oslo, were killed | number=<Two> role=victim sum=1 trigger=<killed> victims=men child
  KILLED 2 | Two men, both guards, were killed | number=<Two> role=victim trigger=<killed> victims=men
Two were killed, three injured. Two killed, three injured in the blast. Two killed as bus burns.
  KILLED 2 | Two were killed | number=<Two> role=victim trigger=<killed>
  INJURED 3 | three injured | number=<three> role=victim trigger=<injured>
  KILLED 2 | Two killed | number=<Two> role=victim trigger=<killed>
  INJURED 3 | three injured | number=<three> role=victim trigger=<injured>
  KILLED 2 | Two killed | number=<Two> role=victim trigger=<killed>
Eight men with guns arrested. At least 12 killed in blast. Dozens killed.
  KILLED 12.. | At least 12 killed | number=<At least 12> role=victim trigger=<killed>
  KILLED 24.. | Dozens killed | number=<Dozens> role=victim trigger=<killed>
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    assert told(text, figures.extract(nlp(text), None)) == lines


@pytest.mark.parametrize(
    ("text", "parse", "lines"),
    parsed_cases(r"""
Anna Berg, a judge from Oslo, was shot dead at home.
  = NNP/compound/1/PERSON NNP/nsubjpass/9/PERSON ,/punct/1 DT/det/4 NN/appos/1 IN/prep/4 NNP/pobj/5/GPE ,/punct/1 VBD/auxpass/9 VBN/ROOT/9 JJ/oprd/9 IN/prep/9 NN/pobj/11 ./punct/9
  KILLED 1 | Anna Berg, a judge from Oslo, was shot dead | implied=1 role=victim trigger=<shot dead> victims=berg
A driver who tried to flee was killed.
  = DT/det/1 NN/nsubjpass/7 WP/nsubj/3 VBD/relcl/1 TO/aux/5 VB/xcomp/3 VBD/auxpass/7 VBN/ROOT/7 ./punct/7
  KILLED 1 | A driver who tried to flee was killed | number=<A> role=victim trigger=<killed> victims=driver
Two men whose car had burned in the night were killed.
  = CD/nummod/1/CARDINAL NNS/nsubjpass/10 WP$/poss/3 NN/nsubj/5 VBD/aux/5 VBN/relcl/1 IN/prep/5 DT/det/8/TIME NN/pobj/6/TIME VBD/auxpass/10 VBN/ROOT/10 ./punct/10
  KILLED 2 | Two men whose car had burned in the night were killed | number=<Two> role=victim trigger=<killed> victims=men
The gunman killed a guard and wounded his son.
  = DT/det/1 NN/nsubj/2 VBD/ROOT/2 DT/det/4 NN/dobj/2 CC/cc/2 VBD/conj/2 PRP$/poss/8 NN/dobj/6 ./punct/2
  KILLED 1 | killed a guard | number=<a> role=victim trigger=<killed> victims=guard
  INJURED 1 | wounded his son | implied=1 role=victim trigger=<wounded> victims=son
Police killed Anna Berg.
  = NNS/nsubj/1 VBD/ROOT/1 NNP/compound/3/PERSON NNP/dobj/1/PERSON ./punct/1
  KILLED 1 | killed Anna Berg | implied=1 role=victim trigger=<killed> victims=berg
They killed General Anna Berg and two guards.
  = PRP/nsubj/1 VBD/ROOT/1 NNP/compound/4 NNP/compound/4/PERSON NNP/dobj/1/PERSON CC/cc/4 CD/nummod/7/CARDINAL NNS/conj/4 ./punct/1
  KILLED 3 | killed General Anna Berg and two guards | number=<two> role=victim sum=1 trigger=<killed> victims=berg guards
They killed Oslo Bank and two guards.
  = PRP/nsubj/1 VBD/ROOT/1 NNP/compound/3/ORG NNP/dobj/1/ORG CC/cc/3 CD/nummod/6/CARDINAL NNS/conj/3 ./punct/1
They killed a civilian delivering bread.
  = PRP/nsubj/1 VBD/ROOT/1 DT/det/3 JJ/dobj/1 VBG/acl/3 NN/dobj/4 ./punct/1
  KILLED 1 | killed a civilian | number=<a> role=victim trigger=<killed> victims=civilian
They killed a policeman wearing a vest and two nurses.
  = PRP/nsubj/1 VBD/ROOT/1 DT/det/3 NN/dobj/1 VBG/acl/3 DT/det/9 JJ/amod/9 CC/cc/6 CD/nummod/9/CARDINAL NNS/dobj/4 ./punct/1
  KILLED 1 | killed a policeman | number=<a> role=victim trigger=<killed> victims=policeman
They killed two men badly.
  = PRP/nsubj/1 VBD/ROOT/1 CD/nummod/3/CARDINAL NNS/dobj/1 RB/advmod/1 ./punct/1
  KILLED 2 | killed two men | number=<two> role=victim trigger=<killed> victims=men
The dog killed last year was killed.
  = DT/det/1 NN/nsubjpass/6 VBD/acl/1 JJ/amod/4/DATE NN/npadvmod/2/DATE VBD/auxpass/6 VBN/ROOT/6 ./punct/6
The driver suffered minor injuries.
  = DT/det/1 NN/nsubj/2 VBD/ROOT/2 JJ/amod/4 NNS/dobj/2 ./punct/2
  INJURED 1 | The driver suffered minor injuries | implied=1 role=victim trigger=<suffered minor injuries> victims=driver
They killed the pilot John Smith.
  = PRP/nsubj/1 VBD/ROOT/1 DT/det/3 NN/dobj/1 NNP/compound/5/PERSON NNP/appos/3/PERSON ./punct/1
  KILLED 1 | killed the pilot John Smith | implied=1 role=victim trigger=<killed> victims=pilot
He was killed. She was wounded.
  = PRP/nsubjpass/2 VBD/auxpass/2 VBN/ROOT/2 ./punct/2 PRP/nsubjpass/6 VBD/auxpass/6 VBN/ROOT/6 ./punct/6
  KILLED 1 | He was killed | implied=1 role=victim trigger=<killed> victims=he
  INJURED 1 | She was wounded | implied=1 role=victim trigger=<wounded> victims=she
The man shot at them and was killed.
  = DT/det/1 NN/nsubj/2 VBD/ROOT/2 IN/prep/2 PRP/pobj/3 CC/cc/2 VBD/auxpass/7 VBN/conj/2 ./punct/2
  KILLED 1 | The man shot at them and was killed | implied=1 role=victim trigger=<killed> victims=man
"""),  # noqa: E501
)
def test_parsed(nlp, text, parse, lines):
    assert told(text, figures.extract(parsed(nlp, text, parse), None)) == lines


def read(nlp, text):
    return [(m.label, m.value, m.text) for m in figures.extract(nlp(text), None)]


@pytest.mark.parametrize(
    "word",
    "shot attacked ambushed kidnapped abducted captured tortured stabbed beaten robbed "
    "detained arrested blindfolded seized executed mutilated burned raped beheaded "
    "taken dragged hacked".split(),
)
def test_who_was_something_else_first(nlp, word):
    text = f"Two men were {word} and killed"
    assert ("KILLED", "2", text) in read(nlp, f"{text}.")


@pytest.mark.parametrize(
    "being",
    ["is", "are", "was", "were", "got", "gets", "had been", "were being", "to be"],
)
def test_passive(nlp, being):
    found = read(nlp, f"Two men in the car {being} killed.")
    assert [f[:2] for f in found] == ([] if being == "to be" else [("KILLED", "2")])


@pytest.mark.parametrize(
    "adverb",
    "also later seriously critically slightly badly severely lightly gravely "
    "reportedly allegedly instantly immediately apparently presumably believed feared "
    "confirmed reported thought said known both all subsequently accidentally brutally "
    "mildly moderately otherwise only already still now then just even initially "
    "presumed officially wrongly deliberately eventually found".split(),
)
def test_adverbs_part_nobody_from_the_verb(nlp, adverb):
    (found,) = read(nlp, f"Two men in the car were {adverb} wounded.")
    assert found[:2] == ("INJURED", "2")


@pytest.mark.parametrize("word", "would could might can should must will to".split())
def test_what_did_not_happen(nlp, word):
    assert read(nlp, f"Two men {word} be killed.") == []


@pytest.mark.parametrize("word", ["not", "n't", "never"])
def test_what_is_denied(nlp, word):
    assert read(nlp, f"Two men were {word} killed.") == []
    assert read(nlp, f"They did {word} kill two men.") == []


@pytest.mark.parametrize(
    "word",
    "in on at near with for from to into onto against between among amid inside "
    "outside during under over through around along across behind within aboard off "
    "toward including via about beside beneath above below".split(),
)
def test_where_they_were(nlp, word):
    text = f"Two men {word} the car were killed"
    assert read(nlp, f"{text}.") == [("KILLED", "2", text)]


@pytest.mark.parametrize("word", "who whom that".split())
def test_relatives(nlp, word):
    assert [f[:2] for f in read(nlp, f"Two men {word} were killed fled.")] == [
        ("KILLED", "2")
    ]


def test_people_far_before_the_verb_are_not_its_own(nlp):
    near, far = (
        "Two men in the car" + " near it" * n + " were killed." for n in (5, 14)
    )
    assert [f[:2] for f in read(nlp, near)] == [("KILLED", "2")]
    assert read(nlp, far) == []


def values(nlp, text):
    return [(m.label, m.value) for m in figures.extract(nlp(text), None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell.\n\nTen guards were killed.", [("KILLED", "10")]),
        ("It fell.\n\n12 were wounded.", [("INJURED", "12")]),
        ("A blast\n\nTen dead in Oslo", [("KILLED", "10")]),
        ("A blast\n\nTen\n\nwere killed", []),
        ("They killed\n\nten men.", []),
        ("They killed.\n\nTen men came.", []),
    ],
)
def test_a_figure_opens_a_paragraph(nlp, text, expected):
    assert values(nlp, text) == expected


@pytest.mark.parametrize(
    ("bound", "value"),
    [
        ("more than 100", "101.."),
        ("as many as 100", "..100"),
    ],
)
def test_a_bound_belongs_to_its_figure(nlp, bound, value):
    told = [("KILLED", "2"), ("INJURED", value)]
    assert values(nlp, f"It killed two and {bound} were injured.") == told
    assert values(nlp, f"It fell and {bound} were injured.") == told[1:]


@pytest.mark.model
def test_a_deed_beside_another_is_no_party(trained):
    text = "They attacked it, killing eight and abducting others."
    assert [m.value for m in figures.extract(trained(text), None)] == ["8"]
    text = "They attacked it, killing eight and many others."
    assert [m.value for m in figures.extract(trained(text), None)] == ["8.."]


def test_a_tagged_deed_is_no_party(nlp):
    doc = parsed(
        nlp,
        "killing eight and abducting others",
        "VBG/ROOT/0 CD/dobj/0 CC/cc/0 VBG/conj/0 NNS/dobj/3",
    )
    assert [m.value for m in figures.extract(doc, None)] == ["8"]
