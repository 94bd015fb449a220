"""Figures that stand beside each other."""

import pytest

from incidents.extractors import figures
from tests.told import cases, told


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
140 casualties; 500 injuries. 140 casualties. 140 casualties and no injuries.
  KILLED 140 | 140 casualties | number=<140> role=victim trigger=<casualties>
  INJURED 500 | 500 injuries | number=<500> role=victim trigger=<injuries>
  CASUALTIES 140 | 140 casualties | number=<140> role=victim trigger=<casualties>
  CASUALTIES 140 | 140 casualties | number=<140> role=victim trigger=<casualties>
  INJURED 0 | no injuries | negated=1 number=<no> role=victim trigger=<injuries>
Three militants and two guards were killed. A gunman was killed. He killed himself. He killed himself and nine others.
  KILLED 5 | Three militants and two guards were killed | number=<Three> role=both sum=1 trigger=<killed> victims=militants guards
  KILLED 1 | A gunman was killed | number=<A> role=attacker trigger=<killed> victims=gunman
  KILLED 1 | killed himself | implied=1 role=attacker trigger=<killed> victims=himself
  KILLED 1 | killed himself | implied=1 role=attacker trigger=<killed> victims=himself
  KILLED 9 | killed himself and nine others | number=<nine> role=victim trigger=<killed> victims=others
Two of the attackers were killed. Three suicide bombers died. Two rebels and a child died.
  KILLED 2 | Two of the attackers were killed | number=<Two> role=attacker trigger=<killed> victims=attackers
  KILLED 3 | Three suicide bombers died | number=<Three> role=attacker trigger=<died> victims=bombers
  KILLED 3 | Two rebels and a child died | number=<Two> role=both sum=1 trigger=<died> victims=rebels child
Twelve people were killed, of whom two were guards.
  KILLED 12 | Twelve people were killed | number=<Twelve> role=victim trigger=<killed> victims=people
Seven men were killed. He said seven men were killed.
  KILLED 7 | Seven men were killed | number=<Seven> role=victim trigger=<killed> victims=men
  KILLED 7 | seven men were killed | number=<seven> role=victim trigger=<killed> victims=men
TWO MEN WERE KILLED AND THREE WOUNDED. IS KILLED TWO MEN.
  KILLED 2 | TWO MEN WERE KILLED | number=<TWO> role=victim trigger=<KILLED> victims=men
  INJURED 3 | THREE WOUNDED | number=<THREE> role=victim trigger=<WOUNDED>
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    assert told(text, figures.extract(nlp(text), None)) == lines
