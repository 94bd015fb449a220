"""Lists of people: who is counted, and who is not."""

import pytest

from incidents.extractors import figures
from tests.told import cases, told


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
They killed a policeman, two soldiers and a child.
  KILLED 4 | killed a policeman, two soldiers and a child | number=<a> role=victim sum=1 trigger=<killed> victims=policeman soldiers child
They killed a policeman as well as two soldiers. They killed a guard & a nurse. They killed one guard plus two nurses.
  KILLED 3 | killed a policeman as well as two soldiers | number=<a> role=victim sum=1 trigger=<killed> victims=policeman soldiers
  KILLED 2 | killed a guard & a nurse | number=<a> role=victim sum=1 trigger=<killed> victims=guard nurse
  KILLED 3 | killed one guard plus two nurses | number=<one> role=victim sum=1 trigger=<killed> victims=guard nurses
They killed a man, a guard. They killed the mayor, a lawyer, and two guards.
  KILLED 1 | killed a man | number=<a> role=victim trigger=<killed> victims=man
  KILLED 3 | killed the mayor, a lawyer, and two guards | number=<two> role=victim sum=1 trigger=<killed> victims=mayor guards
They killed the mayor and his driver. They killed her husband. They killed her. They killed him and two guards.
  KILLED 2 | killed the mayor and his driver | implied=1 role=victim sum=1 trigger=<killed> victims=mayor driver
  KILLED 1 | killed her husband | implied=1 role=victim trigger=<killed> victims=husband
  KILLED 1 | killed her | implied=1 role=victim trigger=<killed> victims=her
  KILLED 3 | killed him and two guards | number=<two> role=victim sum=1 trigger=<killed> victims=him guards
They killed the mayor Juan Perez. They killed the market. They killed the mayors. They killed those guards.
  KILLED 1 | killed the mayor | implied=1 role=victim trigger=<killed> victims=mayor
They killed two others, another three men, another man, another, one other guard and a third.
  KILLED 9 | killed two others, another three men, another man, another, one other guard and a third | number=<two> role=victim sum=1 trigger=<killed> victims=others men man guard
They killed a fourth man. They killed a fourth of the men. They killed a tenth. They killed a second.
  KILLED 1 | killed a fourth man | number=<a> role=victim trigger=<killed> victims=man
  KILLED 1 | killed a tenth | number=<a tenth> role=victim trigger=<killed>
They killed four of the guards. They killed two of them. They freed five, three of whom were killed. They killed ten of 20 men.
  KILLED 4 | killed four of the guards | number=<four> role=victim trigger=<killed> victims=guards
  KILLED 2 | killed two of them | number=<two> role=victim trigger=<killed>
  KILLED 5 | five, three of whom were killed | number=<five> role=victim trigger=<killed>
  KILLED 10 | killed ten of 20 men | number=<ten> role=victim trigger=<killed> victims=men
They killed dozens of men. They killed hundreds of civilians.
  KILLED 24.. | killed dozens of men | number=<dozens of> role=victim trigger=<killed> victims=men
  KILLED 200.. | killed hundreds of civilians | number=<hundreds of> role=victim trigger=<killed> victims=civilians
They killed the two guards. They killed the other three guards. They killed the first two men. They killed these five nuns. They killed the remaining two. They killed an additional two.
  KILLED 2 | killed the two guards | number=<the two> role=victim trigger=<killed> victims=guards
  KILLED 3 | killed the other three guards | number=<three> role=victim trigger=<killed> victims=guards
  KILLED 2 | killed the first two men | number=<two> role=victim trigger=<killed> victims=men
  KILLED 5 | killed these five nuns | number=<five> role=victim trigger=<killed> victims=nuns
  KILLED 2 | killed the remaining two | number=<two> role=victim trigger=<killed>
  KILLED 2 | killed an additional two | number=<an additional two> role=victim trigger=<killed>
They killed both guards. They killed both. They killed nobody. They killed no guards. They killed none of the guards. They killed no one. They killed neither of the guards.
  KILLED 2 | killed both guards | number=<both> role=victim trigger=<killed> victims=guards
  KILLED 0 | killed nobody | negated=1 role=victim trigger=<killed>
  KILLED 0 | killed no guards | negated=1 role=victim trigger=<killed> victims=guards
  KILLED 0 | killed none of the guards | negated=1 role=victim trigger=<killed>
  KILLED 0 | killed no one | negated=1 role=victim trigger=<killed>
  KILLED 0 | killed neither of the guards | negated=1 role=victim trigger=<killed>
They killed two dogs. They killed three cars. They killed ten cows.
They killed 12 members of the National Police and two others. They killed two men from Oslo and a child.
  KILLED 14 | killed 12 members of the National Police and two others | number=<12> role=victim sum=1 trigger=<killed> victims=members others
  KILLED 3 | killed two men from Oslo and a child | number=<two> role=victim sum=1 trigger=<killed> victims=men child
They killed Anna Berg, 62, and two men. They killed two men, 22, and a child.
  KILLED 3 | killed two men, 22, and a child | number=<two> role=victim sum=1 trigger=<killed> victims=men child
They killed a civilian delivering bread.
  KILLED 1 | killed a civilian | number=<a> role=victim trigger=<killed> victims=civilian
They killed the mayor's son. They killed Mayor Juan Perez and two guards. They killed soldiers. They killed two soldiers and several civilians.
  KILLED 1 | killed the mayor's son | implied=1 role=victim trigger=<killed> victims=son
  KILLED 5.. | killed two soldiers and several civilians | number=<two> role=victim sum=1 trigger=<killed> victims=soldiers civilians
They killed a woman and two guards, who fled.
  KILLED 3 | killed a woman and two guards | number=<a> role=victim sum=1 trigger=<killed> victims=woman guards
They killed an Israeli. They killed a Jesuit. They killed a dog. They killed a women. They killed an officer.
  KILLED 1 | killed an Israeli | number=<an> role=victim trigger=<killed> victims=israeli
  KILLED 1 | killed a Jesuit | number=<a> role=victim trigger=<killed> victims=jesuit
  KILLED 1 | killed an officer | number=<an> role=victim trigger=<killed> victims=officer
They killed, two said. They killed one. They killed the 12. They killed the only two men.
  KILLED 1 | killed one | number=<one> role=victim trigger=<killed>
  KILLED 12 | killed the 12 | number=<the 12> role=victim trigger=<killed>
  KILLED 2 | killed the only two men | number=<the only two> role=victim trigger=<killed> victims=men
They killed at least two men. They killed more than three women. They killed up to four boys. They killed around five girls.
  KILLED 2.. | killed at least two men | number=<at least two> role=victim trigger=<killed> victims=men
  KILLED 4.. | killed more than three women | number=<more than three> role=victim trigger=<killed> victims=women
  KILLED ..4 | killed up to four boys | number=<up to four> role=victim trigger=<killed> victims=boys
  KILLED 5 | killed around five girls | number=<around five> role=victim trigger=<killed> victims=girls
They killed two to four men. They killed between ten and 15 men. They killed 5-7 men. They killed two or three men.
  KILLED 2..4 | killed two to four men | number=<two to four> role=victim trigger=<killed> victims=men
  KILLED 10..15 | killed between ten and 15 men | number=<between ten and 15> role=victim trigger=<killed> victims=men
  KILLED 5..7 | killed 5-7 men | number=<5-7> role=victim trigger=<killed> victims=men
  KILLED 2..3 | killed two or three men | number=<two or three> role=victim trigger=<killed> victims=men
They killed themselves. They killed himself and two others. He killed herself.
  KILLED 1 | killed themselves | implied=1 role=attacker trigger=<killed> victims=themselves
  KILLED 1 | killed himself | implied=1 role=attacker trigger=<killed> victims=himself
  KILLED 2 | killed himself and two others | number=<two> role=victim trigger=<killed> victims=others
  KILLED 1 | killed herself | implied=1 role=attacker trigger=<killed> victims=herself
They killed two men and three women and four boys and five girls and six nuns and seven monks.
  KILLED 27 | killed two men and three women and four boys and five girls and six nuns and seven monks | number=<two> role=victim sum=1 trigger=<killed> victims=men women boys girls nuns monks
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    assert told(text, figures.extract(nlp(text), None)) == lines


def values(nlp, text):
    return [(m.value, m.get("victims")) for m in figures.extract(nlp(text), None)]


@pytest.mark.parametrize("word", "this that his her their its our your my the".split())
def test_one_who_is_known(nlp, word):
    assert values(nlp, f"They killed {word} guard.") == [("1", "guard")]


@pytest.mark.parametrize("word", "this that these those his the some".split())
def test_many_who_are_not_counted(nlp, word):
    assert values(nlp, f"They killed {word} guards.") == []


@pytest.mark.parametrize("word", "other remaining first additional only".split())
def test_words_before_the_number(nlp, word):
    assert values(nlp, f"They killed the {word} two men.") == [("2", "men")]


@pytest.mark.parametrize("word", "him her he she".split())
def test_pronouns(nlp, word):
    assert values(nlp, f"They killed {word}.") == [("1", word)]


@pytest.mark.parametrize(
    "subject",
    ["No one", "None", "Nobody", "Neither of the men", "No guards", "Nothing"],
)
def test_nobody(nlp, subject):
    (found,) = figures.extract(nlp(f"{subject} was killed."), None)
    assert (found.value, found.get("negated")) == ("0", "1")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They killed a man and a nun.", "2"),
        ("They killed a man or a nun.", "2"),
        ("They killed a man, and a nun.", "2"),
        ("They killed a man, or a nun.", "2"),
        ("They killed a man & a nun.", "2"),
        ("They killed a man plus a nun.", "2"),
        ("They killed a man as well as a nun.", "2"),
        ("They killed a man with a nun.", "1"),
        ("They killed a man. And a nun.", "1"),
        ("They killed a man\n\nand a nun.", "1"),
        ("They killed a man, a nun and a boy.", "3"),
        ("They killed two men, 22, and a nun.", "3"),
        ("They killed two men of the old Red Guard and a nun.", "3"),
        ("They killed two men from Oslo and a nun.", "3"),
        ("They killed two men of the very old and big Red Guard and a nun.", "2"),
    ],
)
def test_joints(nlp, text, value):
    assert [v for v, _ in values(nlp, text)] == [value]


@pytest.mark.parametrize("word", "third fourth fifth sixth tenth".split())
def test_one_more(nlp, word):
    assert values(nlp, f"It killed a {word}.") == [("1", None)]
    assert values(nlp, f"It killed a {word} of the men.") == []
    assert values(nlp, f"It killed a {word} man.") == [("1", "man")]


@pytest.mark.parametrize("word", "first second twentieth".split())
def test_no_more(nlp, word):
    assert values(nlp, f"It killed a {word}.") == []
