"""Words of harm, and for each form where the people are looked for."""

import pytest

from incidents.extractors import figures
from tests.told import cases, told


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
Two men were killed and three women were wounded.
  KILLED 2 | Two men were killed | number=<Two> role=victim trigger=<killed> victims=men
  INJURED 3 | three women were wounded | number=<three> role=victim trigger=<wounded> victims=women
Gunmen killed two men and a child.
  KILLED 3 | killed two men and a child | number=<two> role=victim sum=1 trigger=<killed> victims=men child
The bomb wounded a man, a woman and two children.
  INJURED 4 | wounded a man, a woman and two children | number=<a> role=victim sum=1 trigger=<wounded> victims=man woman children
Two men were murdered, three assassinated, four executed, five massacred.
  KILLED 2 | Two men were murdered | number=<Two> role=victim trigger=<murdered> victims=men
  KILLED 3 | three assassinated | number=<three> role=victim trigger=<assassinated>
  KILLED 4 | four executed | number=<four> role=victim trigger=<executed>
  KILLED 5 | five massacred | number=<five> role=victim trigger=<massacred>
Two men were slain, three beheaded.
  KILLED 2 | Two men were slain | number=<Two> role=victim trigger=<slain> victims=men
  KILLED 3 | three beheaded | number=<three> role=victim trigger=<beheaded>
Two men were lynched. Three men were strangled. Four men were gunned down. Five men were slaughtered. A mob slew six men.
  KILLED 2 | Two men were lynched | number=<Two> role=victim trigger=<lynched> victims=men
  KILLED 3 | Three men were strangled | number=<Three> role=victim trigger=<strangled> victims=men
  KILLED 4 | Four men were gunned down | number=<Four> role=victim trigger=<gunned down> victims=men
  KILLED 5 | Five men were slaughtered | number=<Five> role=victim trigger=<slaughtered> victims=men
  KILLED 6 | slew six men | number=<six> role=victim trigger=<slew> victims=men
Two men were injured, three hurt, four maimed.
  INJURED 2 | Two men were injured | number=<Two> role=victim trigger=<injured> victims=men
  INJURED 3 | three hurt | number=<three> role=victim trigger=<hurt>
  INJURED 4 | four maimed | number=<four> role=victim trigger=<maimed>
They killed or wounded ten soldiers. Ten soldiers were killed or injured.
  CASUALTIES 10 | killed or wounded ten soldiers | number=<ten> role=victim trigger=<killed or wounded> victims=soldiers
  CASUALTIES 10 | Ten soldiers were killed or injured | number=<Ten> role=victim trigger=<killed or injured> victims=soldiers
They wounded and killed ten soldiers. Ten soldiers were wounded/killed.
  CASUALTIES 10 | wounded and killed ten soldiers | number=<ten> role=victim trigger=<wounded and killed> victims=soldiers
  CASUALTIES 10 | Ten soldiers were wounded/killed | number=<Ten> role=victim trigger=<wounded/killed> victims=soldiers
The blast fatally injured a guard and mortally wounded a nurse.
  KILLED 1 | injured a guard | number=<a> role=victim trigger=<injured> victims=guard
  KILLED 1 | wounded a nurse | number=<a> role=victim trigger=<wounded> victims=nurse
Ten people were killed and injured.
  CASUALTIES 10 | Ten people were killed and injured | number=<Ten> role=victim trigger=<killed and injured> victims=people
No one was killed or wounded.
  INJURED 0 | No one was killed or wounded | negated=1 role=victim trigger=<killed or wounded>
  KILLED 0 | No one was killed or wounded | negated=1 role=victim trigger=<killed or wounded>
They would have killed ten men. They could kill ten men. It might kill ten men.
They did not kill ten men. Ten men were not killed. He never killed two men.
They kill ten men. A bomb kills two. It injures three women.
  KILLED 10 | kill ten men | number=<ten> role=victim trigger=<kill> victims=men
  KILLED 2 | kills two | number=<two> role=victim trigger=<kills>
  INJURED 3 | injures three women | number=<three> role=victim trigger=<injures> victims=women
It kills the mayor. It kills men. They came to kill ten men and kill two guards.
A gunman murders a judge; a mob assassinates two men; a squad executes three men.
  KILLED 1 | murders a judge | number=<a> role=victim trigger=<murders> victims=judge
  KILLED 2 | assassinates two men | number=<two> role=victim trigger=<assassinates> victims=men
  KILLED 3 | executes three men | number=<three> role=victim trigger=<executes> victims=men
Killing two men and wounding three, they fled.
  KILLED 2 | Killing two men | number=<two> role=victim trigger=<Killing> victims=men
  INJURED 3 | wounding three | number=<three> role=victim trigger=<wounding>
They fled, murdering two men, assassinating one guard, executing three men, beheading four men, massacring five men, slaughtering six men, slaying seven men.
  KILLED 2 | murdering two men | number=<two> role=victim trigger=<murdering> victims=men
  KILLED 1 | assassinating one guard | number=<one> role=victim trigger=<assassinating> victims=guard
  KILLED 3 | executing three men | number=<three> role=victim trigger=<executing> victims=men
  KILLED 4 | beheading four men | number=<four> role=victim trigger=<beheading> victims=men
  KILLED 5 | massacring five men | number=<five> role=victim trigger=<massacring> victims=men
  KILLED 6 | slaughtering six men | number=<six> role=victim trigger=<slaughtering> victims=men
  KILLED 7 | slaying seven men | number=<seven> role=victim trigger=<slaying> victims=men
They fled, injuring two men, hurting three men and maiming four men.
  INJURED 2 | injuring two men | number=<two> role=victim trigger=<injuring> victims=men
  INJURED 3 | hurting three men | number=<three> role=victim trigger=<hurting> victims=men
  INJURED 4 | maiming four men | number=<four> role=victim trigger=<maiming> victims=men
They fled, killing and wounding ten men.
  CASUALTIES 10 | killing and wounding ten men | number=<ten> role=victim trigger=<killing and wounding> victims=men
They fled, wounding or killing ten men.
  CASUALTIES 10 | wounding or killing ten men | number=<ten> role=victim trigger=<wounding or killing> victims=men
They fled without killing two men. The killing of two men followed. The wounding of two men followed.
  KILLED 2 | killing of two men | number=<two> role=victim trigger=<killing of> victims=men
They fled, fatally wounding a guard.
  KILLED 1 | wounding a guard | number=<a> role=victim trigger=<wounding> victims=guard
Two men died. Two men perished. Two men succumbed. He dies.
  KILLED 2 | Two men died | number=<Two> role=victim trigger=<died> victims=men
  KILLED 2 | Two men perished | number=<Two> role=victim trigger=<perished> victims=men
  KILLED 2 | Two men succumbed | number=<Two> role=victim trigger=<succumbed> victims=men
  KILLED 1 | He dies | implied=1 role=victim trigger=<dies> victims=he
Two men could have died. Two men did not die.
Two men were found dead. Two men are dead. Two men were not dead.
  KILLED 2 | Two men were found dead | number=<Two> role=victim trigger=<dead> victims=men
  KILLED 2 | Two men are dead | number=<Two> role=victim trigger=<dead> victims=men
Two dead, three wounded. At least 40 dead and 60 hurt.
  KILLED 2 | Two dead | number=<Two> role=victim trigger=<dead>
  INJURED 3 | three wounded | number=<three> role=victim trigger=<wounded>
  KILLED 40.. | At least 40 dead | number=<At least 40> role=victim trigger=<dead>
  INJURED 60 | 60 hurt | number=<60> role=victim trigger=<hurt>
A raid left two men dead and three hurt.
  KILLED 2 | two men dead | number=<two> role=victim trigger=<dead> victims=men
  INJURED 3 | three hurt | number=<three> role=victim trigger=<hurt>
They shot two men dead. Two men were shot dead. They stabbed dead one man.
  KILLED 2 | two men dead | number=<two> role=victim trigger=<dead> victims=men
  KILLED 2 | Two men were shot dead | number=<Two> role=victim trigger=<shot dead> victims=men
  KILLED 1 | stabbed dead one man | number=<one> role=victim trigger=<stabbed dead> victims=man
Two men were stabbed to death. Two men were hacked to death. Two men were beaten to death. Two men were burned to death.
  KILLED 2 | Two men were stabbed to death | number=<Two> role=victim trigger=<stabbed to death> victims=men
  KILLED 2 | Two men were hacked to death | number=<Two> role=victim trigger=<hacked to death> victims=men
  KILLED 2 | Two men were beaten to death | number=<Two> role=victim trigger=<beaten to death> victims=men
  KILLED 2 | Two men were burned to death | number=<Two> role=victim trigger=<burned to death> victims=men
Two men were stoned to death. Two men were clubbed to death. Two men were bludgeoned to death. Two men were tortured to death.
  KILLED 2 | Two men were stoned to death | number=<Two> role=victim trigger=<stoned to death> victims=men
  KILLED 2 | Two men were clubbed to death | number=<Two> role=victim trigger=<clubbed to death> victims=men
  KILLED 2 | Two men were bludgeoned to death | number=<Two> role=victim trigger=<bludgeoned to death> victims=men
  KILLED 2 | Two men were tortured to death | number=<Two> role=victim trigger=<tortured to death> victims=men
Two men were knifed to death. Two men were crushed to death. Two men were strangled to death. Two men were trampled to death.
  KILLED 2 | Two men were knifed to death | number=<Two> role=victim trigger=<knifed to death> victims=men
  KILLED 2 | Two men were crushed to death | number=<Two> role=victim trigger=<crushed to death> victims=men
  KILLED 2 | Two men were strangled to death | number=<Two> role=victim trigger=<strangled to death> victims=men
  KILLED 2 | Two men were trampled to death | number=<Two> role=victim trigger=<trampled to death> victims=men
Two men were shot to death. Two men were burnt to death. They beat to death two men. Two men were put to death.
  KILLED 2 | Two men were shot to death | number=<Two> role=victim trigger=<shot to death> victims=men
  KILLED 2 | Two men were burnt to death | number=<Two> role=victim trigger=<burnt to death> victims=men
  KILLED 2 | beat to death two men | number=<two> role=victim trigger=<beat to death> victims=men
He shot two men.
  INJURED 2 | shot two men | number=<two> role=victim shot=1 trigger=<shot> victims=men
Two men were shot.
  INJURED 2 | Two men were shot | number=<Two> role=victim shot=1 trigger=<shot> victims=men
Two men were fatally shot.
  KILLED 2 | Two men were fatally shot | number=<Two> role=victim trigger=<shot> victims=men
Two women were stabbed.
  INJURED 2 | Two women were stabbed | number=<Two> role=victim shot=1 trigger=<stabbed> victims=women
A guard was mortally stabbed.
  KILLED 1 | A guard was mortally stabbed | number=<A> role=victim trigger=<stabbed> victims=guard
A guard was shot fatally.
  KILLED 1 | A guard was shot | number=<A> role=victim trigger=<shot> victims=guard
He shot down two men. He shot and robbed two men. He was shot to pieces. He shot himself.
  INJURED 1 | shot himself | implied=1 role=attacker shot=1 trigger=<shot> victims=himself
Two men were shot and wounded. They were shot.
  INJURED 2 | Two men were shot and wounded | number=<Two> role=victim trigger=<wounded> victims=men
He shot four people, killing one. He shot four people and others, killing one.
  INJURED 3 | shot four people | derived_from=<one> number=<four> role=victim shot=1 trigger=<shot> victims=people
  KILLED 1 | killing one | number=<one> role=victim trigger=<killing>
  KILLED 1 | killing one | number=<one> role=victim trigger=<killing>
He shot ten people, killing ten. He shot ten people, killing two.
  KILLED 10 | killing ten | number=<ten> role=victim trigger=<killing>
  INJURED 8 | shot ten people | derived_from=<two> number=<ten> role=victim shot=1 trigger=<shot> victims=people
  KILLED 2 | killing two | number=<two> role=victim trigger=<killing>
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    assert told(text, figures.extract(nlp(text), None)) == lines


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A dog killed: 2 fled.", id="a verb"),
        pytest.param("Deaths - 4", id="no colon"),
        pytest.param("Reading dead 14 times.", id="nothing opens it"),
        pytest.param("They read (dead 14 times) it.", id="nothing closes it"),
        pytest.param("Killed: 2 dogs", id="more than a figure"),
        pytest.param("Killed: none", id="no figure"),
        pytest.param("Killed: ", id="no more"),
        pytest.param("Cars: 2", id="another field"),
    ],
)
def test_no_form(nlp, text):
    assert list(figures.extract(nlp(text), None)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Killed: 2", [("KILLED", "2")], id="a line"),
        pytest.param("Killed: 2 - a raid", [("KILLED", "2")], id="dash"),
        pytest.param("It fell. Killed: 2. It was", [("KILLED", "2")], id="sentence"),
        pytest.param("It fell\n\nKilled: 2\n\nIt was", [("KILLED", "2")], id="block"),
        pytest.param("Dead: at least 12", [("KILLED", "12..")], id="bound"),
        pytest.param(
            "Killed: 2, injured: 3", [("KILLED", "2"), ("INJURED", "3")], id="two"
        ),
        pytest.param(
            "- Killed: 7\n- Wounded: 9", [("KILLED", "7"), ("INJURED", "9")], id="list"
        ),
        pytest.param("• Killed: 7", [("KILLED", "7")], id="bullet"),
        pytest.param(
            "A raid (dead 14, injured 3) came",
            [("KILLED", "14"), ("INJURED", "3")],
            id="brackets",
        ),
        pytest.param(
            "A raid [killed 14; wounded 3] came",
            [("KILLED", "14"), ("INJURED", "3")],
            id="square",
        ),
        pytest.param(
            "Raid | dead 4 | injured 5 |",
            [("KILLED", "4"), ("INJURED", "5")],
            id="bars",
        ),
    ],
)
def test_a_form(nlp, text, expected):
    found = figures.extract(nlp(text), None)
    assert [(m.label, m.value) for m in found] == expected


@pytest.mark.parametrize(
    ("name", "label"),
    [
        *((n, "KILLED") for n in "killed dead deaths fatalities".split()),
        *((n, "INJURED") for n in "injured wounded injuries".split()),
    ],
)
def test_fields_of_a_form(nlp, name, label):
    for text in (f"{name.title()}: 14", f"A raid ({name} 14) came"):
        (found,) = figures.extract(nlp(text), None)
        assert (found.label, found.value) == (label, "14")
        assert found.get("number") == f"{text.index('14')}:{text.index('14') + 2}"
