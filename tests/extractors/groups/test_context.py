"""Names that are also something else, or of two groups."""

from collections import Counter

import pytest

from incidents.extractors import groups
from incidents.extractors.groups.context import Context
from tests.told import cases, told


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
Militants of Islamic Jihad saw the EIJ flee.
  GROUP | Islamic Jihad | candidates=egyptian-islamic-jihad|islamic-jihad-organization|palestinian-islamic-jihad
The rebel National Liberation Army [NLA] fled.
  GROUP national-liberation-army-of-macedonia | National Liberation Army | name=National Liberation Army of Macedonia
  GROUP national-liberation-army-of-macedonia | NLA | name=National Liberation Army of Macedonia
The rebel National Liberation Army, NLA, fled.
  GROUP | National Liberation Army | candidates=ejercito-de-liberacion-nacional-de-bolivia|national-liberation-army-of-colombia|national-liberation-army-of-macedonia|people-s-mujahedin-of-iran
IS Khorasan, ISIS Khorasan Province and Daesh Khorasan fled.
  GROUP islamic-state-khorasan-province | IS Khorasan | name=Islamic State Khorasan Province
  GROUP islamic-state-khorasan-province | ISIS Khorasan Province | name=Islamic State Khorasan Province
  GROUP islamic-state-khorasan-province | Daesh Khorasan | name=Islamic State Khorasan Province
The rebels met. At noon, and all through the rest of that very long and warm day, they met ETA.
THE REBELS FLED FROM ETA. EVERYBODY SAW THE FLIGHT OF THOSE.
In THE ETA CELL.
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
IS men fled. IS fled. Pro-IS men fled. He IS here. The men of IS fled. THE MAN IS HERE WITH IS FIGHTERS OF LATER DAYS AND MORE OF THE SAME.
  GROUP islamic-state | IS | name=Islamic State
ETA fled. ETA militants fled. ETA claimed it. The ETA bombers fled. ETA's leaders fled. The group ETA fled. Members of ETA fled. It was blamed on ETA. ETA was blamed. ETA is believed to be behind it.
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
ETA took responsibility. An ETA splinter fled. ETA-linked men fled. The separatist "ETA" fled. Allegiance to ETA. He joined ETA. On behalf of ETA he fled. Attributed to ETA. A movement called ETA fled. ETA prisoners fled. The time of ETA. ETA plots failed. Suspected ETA fled.
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
In Spain ETA fled.
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
In Peru ETA fled.
Spanish police found ETA.
  GROUP euskadi-ta-askatasuna | ETA | name=Euskadi Ta Askatasuna
In Bolivia the ELN fled.
  GROUP ejercito-de-liberacion-nacional-de-bolivia | ELN | name=Ejército de Liberación Nacional de Bolivia
In Colombia and Bolivia the ELN fled.
Colombia, Colombia, Colombia, Bolivia: the ELN fled.
  GROUP national-liberation-army-of-colombia | ELN | name=National Liberation Army of Colombia
Colombia, Colombia, Bolivia: the ELN fled.
Colombian guards saw the ELN. Colombian guards saw the National Liberation Army.
  GROUP national-liberation-army-of-colombia | ELN | name=National Liberation Army of Colombia
  GROUP national-liberation-army-of-colombia | National Liberation Army | name=National Liberation Army of Colombia
The EPL fled. The Popular Liberation Army (EPL) fled with rebels of Colombia.
  GROUP popular-liberation-army-of-colombia | EPL | name=Popular Liberation Army of Colombia
  GROUP popular-liberation-army-of-colombia | EPL | name=Popular Liberation Army of Colombia
THE ELN AND ALL THAT CAME OF IT FLED FROM COLOMBIA.
  GROUP national-liberation-army-of-colombia | ELN | name=National Liberation Army of Colombia
THE ELN AND ALL THAT CAME OF IT FLED FROM PERU.
THE ELN GUERRILLAS AND ALL THAT CAME OF IT FLED.
  GROUP | ELN | candidates=ejercito-de-liberacion-nacional-de-bolivia|national-liberation-army-of-colombia
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    assert told(text, groups.extract(nlp(text), None)) == lines


OLD, NEW = "irish-republican-army", "provisional-irish-republican-army"


@pytest.mark.parametrize(
    ("years", "left"),
    [
        ({1972: 5, 1921: 1}, {NEW}),
        ({1921: 5, 1972: 1}, {OLD}),
        ({1921: 2, 1972: 1}, {OLD, NEW}),
        ({2021: 1}, {NEW}),
        ({}, {NEW}),
    ],
)
def test_of_one_name_those_of_the_years_told_are_left(years, left):
    read = Context("", frozenset(), Counter(), Counter(years))
    assert read._by_years(frozenset({OLD, NEW})) == left
