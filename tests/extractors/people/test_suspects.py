"""How many plotters, attackers or arrested people."""

import pytest

from incidents.extractors import people
from tests.told import cases, told


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
Nine people were arrested. Police detained two men. Two men were charged. Three women were convicted.
  SUSPECTS 9 | Nine people were arrested | kind=arrested number=<Nine> people=people role=suspect trigger=<arrested>
  SUSPECTS 2 | detained two men | kind=arrested number=<two> people=men role=suspect trigger=<detained>
  SUSPECTS 2 | Two men were charged | kind=arrested number=<Two> people=men role=suspect trigger=<charged>
  SUSPECTS 3 | Three women were convicted | kind=arrested number=<Three> people=women role=suspect trigger=<convicted>
Two men were sentenced. Two men were indicted. Two men were apprehended. Two men were jailed. Two men were nabbed.
  SUSPECTS 2 | Two men were sentenced | kind=arrested number=<Two> people=men role=suspect trigger=<sentenced>
  SUSPECTS 2 | Two men were indicted | kind=arrested number=<Two> people=men role=suspect trigger=<indicted>
  SUSPECTS 2 | Two men were apprehended | kind=arrested number=<Two> people=men role=suspect trigger=<apprehended>
  SUSPECTS 2 | Two men were jailed | kind=arrested number=<Two> people=men role=suspect trigger=<jailed>
  SUSPECTS 2 | Two men were nabbed | kind=arrested number=<Two> people=men role=suspect trigger=<nabbed>
Two men were imprisoned. Two men were accused. They are arresting two men. They kept charging two men.
  SUSPECTS 2 | Two men were imprisoned | kind=arrested number=<Two> people=men role=suspect trigger=<imprisoned>
  SUSPECTS 2 | Two men were accused | kind=arrested number=<Two> people=men role=suspect trigger=<accused>
  SUSPECTS 2 | charging two men | kind=arrested number=<two> people=men role=suspect trigger=<charging>
Two men would be arrested. Two men were not arrested. No one was arrested. Several men were arrested.
  SUSPECTS 3.. | Several men were arrested | kind=arrested number=<Several> people=men role=suspect trigger=<arrested>
The arrest of four men followed. The trial of two brothers began. The detention of a man lasted. The conviction of two men fell. Four arrests came.
  SUSPECTS 4 | arrest of four men | kind=arrested number=<four> people=men role=suspect trigger=<arrest>
  SUSPECTS 2 | trial of two brothers | kind=arrested number=<two> people=brothers role=suspect trigger=<trial>
  SUSPECTS 1 | detention of a man | kind=arrested number=<a> people=man role=suspect trigger=<detention>
  SUSPECTS 2 | conviction of two men | kind=arrested number=<two> people=men role=suspect trigger=<conviction>
The indictment of three men came. Arrests of two men followed. He was arrested. The driver was arrested.
  SUSPECTS 3 | indictment of three men | kind=arrested number=<three> people=men role=suspect trigger=<indictment>
  SUSPECTS 2 | Arrests of two men | kind=arrested number=<two> people=men role=suspect trigger=<Arrests>
  SUSPECTS 1 | The driver was arrested | implied=1 kind=arrested people=driver role=suspect trigger=<arrested>
Police arrested a man, his two sons and a cousin. Police arrested three men and the wife of one. A father and his son were charged.
  SUSPECTS 4 | arrested a man, his two sons and a cousin | implied=1 kind=arrested role=suspect trigger=<arrested>
  SUSPECTS 4 | arrested three men and the wife | implied=1 kind=arrested role=suspect trigger=<arrested>
  SUSPECTS 2 | A father and his son were charged | implied=1 kind=arrested role=suspect trigger=<charged>
Police arrested several men and the wife of one. Police arrested two men and a guard.
  SUSPECTS 3.. | arrested several men | kind=arrested number=<several> people=men role=suspect trigger=<arrested>
  SUSPECTS 1 | arrested several men and the wife | implied=1 kind=arrested people=wife role=suspect trigger=<arrested>
  SUSPECTS 2 | arrested two men | kind=arrested number=<two> people=men role=suspect trigger=<arrested>
  SUSPECTS 1 | arrested two men and a guard | kind=arrested number=<a> people=guard role=suspect trigger=<arrested>
Two attackers were identified. Two men were identified. Three suspected gunmen fled.
  SUSPECTS 2 | Two attackers | kind=attacker number=<Two> people=attackers role=suspect trigger=<attackers>
  SUSPECTS 3 | Three suspected gunmen | kind=attacker number=<Three> people=gunmen role=suspect trigger=<gunmen>
It was a cell of five. It was a group of five. It was a gang of five gunmen. It was a team of two bombers. A cell of the group.
  SUSPECTS 5 | cell of five | kind=attacker number=<five> role=suspect trigger=<cell>
  SUSPECTS 5 | gang of five gunmen | kind=attacker number=<five> people=gunmen role=suspect trigger=<gang>
  SUSPECTS 2 | team of two bombers | kind=attacker number=<two> people=bombers role=suspect trigger=<team>
Two gunmen fled. A gunman fled. The gunman fled. The gunmen fled. The three attackers fled. Two rebel soldiers fled. The rebel forces fled. One rebel opened fire. Two of the bombers died.
  SUSPECTS 2 | Two gunmen | kind=attacker number=<Two> people=gunmen role=suspect trigger=<gunmen>
  SUSPECTS 1 | A gunman | kind=attacker number=<A> people=gunman role=suspect trigger=<gunman>
  SUSPECTS 1 | The gunman | implied=1 kind=attacker people=gunman role=suspect trigger=<gunman>
  SUSPECTS 3 | The three attackers | kind=attacker number=<The three> people=attackers role=suspect trigger=<attackers>
  SUSPECTS 1 | One rebel | kind=attacker number=<One> people=rebel role=suspect trigger=<rebel>
  SUSPECTS 2 | Two of the bombers | kind=attacker number=<Two> people=bombers role=suspect trigger=<bombers>
Two masked men opened fire. Two armed men stormed it. Three men on a motorcycle threw a bomb. Four people planned it. Three youths plotted it.
  SUSPECTS 2 | Two masked men | kind=attacker number=<Two> people=men role=suspect trigger=<masked>
  SUSPECTS 2 | Two armed men | kind=attacker number=<Two> people=men role=suspect trigger=<armed>
  SUSPECTS 3 | Three men | kind=attacker number=<Three> people=men role=suspect trigger=<motorcycle>
  SUSPECTS 4 | Four people | kind=attacker number=<Four> people=people role=suspect trigger=<planned>
  SUSPECTS 3 | Three youths | kind=attacker number=<Three> people=youths role=suspect trigger=<plotted>
Two men were shot by gunmen. Two men who fled opened fire. Two men, armed, entered. With two men he entered. A policeman shot two men entering.
Two men slept. Then the guard opened fire. Two men slept in the house at the end of the long road and opened fire.
Five nationals detonated a bomb. Two teenagers drove a car. Two women rammed a gate. A boy hurled a stone. Two supporters ambushed it. Two brothers burst in. Three citizens raided it. Two individuals kidnapped her. Two members abducted him. A person planted it. A youth seized it. A teenager stabbed her. A woman hijacked it. Two others executed her.
  SUSPECTS 5 | Five nationals | kind=attacker number=<Five> people=nationals role=suspect trigger=<detonated>
  SUSPECTS 2 | Two teenagers | kind=attacker number=<Two> people=teenagers role=suspect trigger=<drove>
  SUSPECTS 2 | Two women | kind=attacker number=<Two> people=women role=suspect trigger=<rammed>
  SUSPECTS 1 | A boy | kind=attacker number=<A> people=boy role=suspect trigger=<hurled>
  SUSPECTS 2 | Two supporters | kind=attacker number=<Two> people=supporters role=suspect trigger=<ambushed>
  SUSPECTS 2 | Two brothers | kind=attacker number=<Two> people=brothers role=suspect trigger=<burst>
  SUSPECTS 3 | Three citizens | kind=attacker number=<Three> people=citizens role=suspect trigger=<raided>
  SUSPECTS 2 | Two individuals | kind=attacker number=<Two> people=individuals role=suspect trigger=<kidnapped>
  SUSPECTS 2 | Two members | kind=attacker number=<Two> people=members role=suspect trigger=<abducted>
  SUSPECTS 1 | A person | kind=attacker number=<A> people=person role=suspect trigger=<planted>
  SUSPECTS 1 | A youth | kind=attacker number=<A> people=youth role=suspect trigger=<seized>
  SUSPECTS 1 | A woman | kind=attacker number=<A> people=woman role=suspect trigger=<hijacked>
  SUSPECTS 2 | Two others | kind=attacker number=<Two> people=others role=suspect trigger=<executed>
A group of two men attacked it. Killed two men who attacked it.
  SUSPECTS 2 | two men | kind=attacker number=<two> people=men role=suspect trigger=<attacked>
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    assert told(text, people.extract(nlp(text), None)) == lines


def values(nlp, text):
    found = people.extract(nlp(text), None)
    return [(m.value, m.get("kind")) for m in found if m.label == "SUSPECTS"]


@pytest.mark.parametrize(
    "word",
    "arrested detained charged convicted sentenced indicted apprehended jailed "
    "imprisoned accused nabbed".split(),
)
def test_arrested(nlp, word):
    assert values(nlp, f"Two men were {word}.") == [("2", "arrested")]
    assert values(nlp, f"Two men in the car were {word}.") == [("2", "arrested")]


@pytest.mark.parametrize("word", "arresting detaining charging apprehending".split())
def test_arresting(nlp, word):
    assert values(nlp, f"They left, {word} two men.") == [("2", "arrested")]


@pytest.mark.parametrize(
    "word", "arrest arrests detention conviction trial indictment".split()
)
def test_the_arrest_of(nlp, word):
    assert values(nlp, f"The {word} of two men came.") == [("2", "arrested")]


@pytest.mark.parametrize(
    "word",
    "opened fired threw attacked detonated stormed planted rammed drove hurled "
    "ambushed burst entered raided kidnapped abducted planned plotted plotting "
    "planning armed motorcycle motorbike masked carried seized hijacked boarded struck "
    "blew tried attempted stabbing storm storming seize seizing".split(),
)
def test_what_attackers_do(nlp, word):
    assert values(nlp, f"Two men {word} it.") == [("2", "attacker")]


@pytest.mark.parametrize("word", "slept came saw met".split())
def test_what_others_do(nlp, word):
    assert values(nlp, f"Two men {word} it.") == []


@pytest.mark.parametrize(
    "word",
    "men people individuals nationals youths teenagers women boys supporters brothers "
    "citizens others".split(),
)
def test_anyone(nlp, word):
    assert values(nlp, f"Two {word} stormed it.") == [("2", "attacker")]


@pytest.mark.parametrize("word", "guards nuns judges".split())
def test_not_everyone(nlp, word):
    assert values(nlp, f"Two {word} stormed it.") == []


@pytest.mark.parametrize("word", "cell gang band team group".split())
def test_bands(nlp, word):
    assert values(nlp, f"It was a {word} of five bombers.") == [("5", "attacker")]
    alone = [("5", "attacker")] if word == "cell" else []
    assert values(nlp, f"It was a {word} of five.") == alone


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two men near the long old road stormed it.", [("2", "attacker")]),
        ("Two men near the very long old road then stormed it.", []),
        ("In two men stormed it.", []),
        ("They killed two men who stormed it.", []),
        ("Two men were there and stormed it.", []),
        ("Two men, by night, stormed it.", []),
        ("Two of the men stormed it.", [("2", "attacker")]),
        ("The rebel stormed it.", [("1", "attacker")]),
        ("The rebel tanks stormed it.", []),
        ("Two men. They stormed it.", []),
    ],
)
def test_reach(nlp, text, found):
    assert values(nlp, text) == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It was hit by two men.", id="another verb"),
        pytest.param("He was killed. Then by two men.", id="another sentence"),
        pytest.param("He was killed\n\nthen by two men", id="another paragraph"),
        pytest.param("They killed her by two men.", id="active"),
        pytest.param("The killed were found by two men.", id="another passive"),
        pytest.param("He was never ever once killed by two men.", id="passive far off"),
        pytest.param("He was shot a b c d e f g h i j by two men.", id="verb far off"),
        pytest.param("He was killed near two men.", id="not by them"),
    ],
)
def test_by_whom_it_was_not_done(nlp, text):
    assert values(nlp, text) == []


@pytest.mark.parametrize(
    "word",
    "killed murdered assassinated injured wounded shot stabbed beheaded captured "
    "bombed assaulted taken beaten massacred seized kidnapped".split(),
)
def test_by_whom_it_was_done(nlp, word):
    for text in (
        f"He was {word} by two men.",
        f"It had been {word} in May by two men.",
    ):
        (found,) = (m for m in people.extract(nlp(text), None) if m.label == "SUSPECTS")
        assert (found.value, found.get("kind")) == ("2", "attacker")
        start = text.index(word)
        assert found.get("trigger") == f"{start}:{start + len(word)}"


@pytest.mark.parametrize("verb", ["was", "were", "had been", "is being"])
def test_forms_of_the_passive(nlp, verb):
    assert values(nlp, f"They {verb} taken by two men.") == [("2", "attacker")]
    assert values(nlp, f"They {verb} not then taken by two men.") != []
    assert values(nlp, f"They {verb} not so then taken by two men.") == []


def test_how_far_before_by_a_deed_may_stand(nlp):
    assert values(nlp, "He was shot in the park of the old town by two men.") != []
    assert (
        values(nlp, "He was shot in the park of the big old old town by two men.") == []
    )


def test_attackers_open_a_paragraph(nlp):
    assert values(nlp, "It fell.\n\nTwo men stormed it.") == [("2", "attacker")]
    assert values(nlp, "Two men\n\nstormed it.") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
Police held a nurse over it. Six men were being held for planning it. Two men were held. Guards held nine men. Rebels held nine men for ransom.
  SUSPECTS 1 | held a nurse | kind=arrested number=<a> people=nurse role=suspect trigger=<held>
  SUSPECTS 6 | Six men were being held | kind=arrested number=<Six> people=men role=suspect trigger=<held>
Police rounded up 12 members. Detectives picked up a tailor. A van picked up nine men. Two men are in custody. A man was taken into custody. Two men would be in custody.
  SUSPECTS 12 | rounded up 12 members | kind=arrested number=<12> people=members role=suspect trigger=<rounded up>
  SUSPECTS 1 | picked up a tailor | kind=arrested number=<a> people=tailor role=suspect trigger=<picked up>
  SUSPECTS 2 | Two men are in custody | kind=arrested number=<Two> people=men role=suspect trigger=<in custody>
  SUSPECTS 1 | A man was taken into custody | kind=arrested number=<A> people=man role=suspect trigger=<taken into custody>
A seven-man cell hid. A five-strong gang of thieves hid. A six-man jury sat. The nine-year cell hid.
  SUSPECTS 7 | seven-man cell | kind=attacker number=<seven> people=cell role=suspect trigger=<cell>
  SUSPECTS 5 | five-strong gang | kind=attacker number=<five> people=gang role=suspect trigger=<gang>
The trio was arrested. A duo was arrested. The quartet was arrested.
  SUSPECTS 3 | The trio was arrested | kind=arrested number=<The trio> role=suspect trigger=<arrested>
  SUSPECTS 2 | A duo was arrested | kind=arrested number=<A duo> role=suspect trigger=<arrested>
  SUSPECTS 4 | The quartet was arrested | kind=arrested number=<The quartet> role=suspect trigger=<arrested>
Two men and a woman were arrested. Two men and a guard were arrested.
  SUSPECTS 3 | Two men and a woman were arrested | implied=1 kind=arrested role=suspect trigger=<arrested>
  SUSPECTS 2 | Two men and a guard were arrested | kind=arrested number=<Two> people=men role=suspect trigger=<arrested>
  SUSPECTS 1 | a guard were arrested | kind=arrested number=<a> people=guard role=suspect trigger=<arrested>
A judge held that one of them lied. Police held nobody. Police held that a man fled.
Police arrested a 19-year-old. Police arrested a 19-year-old car.
  SUSPECTS 1 | arrested a 19-year-old | kind=arrested number=<a> role=suspect trigger=<arrested>
  AGE 19 | 19-year-old | role=suspect
  AGE 19 | 19-year-old | of=<car> role=suspect
"""),  # noqa: E501
)
def test_who_is_held_and_how_many_a_band_is(nlp, text, lines):
    assert told(text, people.extract(nlp(text), None)) == lines
