"""Groups that no gazetteer has."""

import pytest

from incidents.extractors import groups
from tests.told import cases, told


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
A group calling itself the Sons of Dawn fled. A group known as the Sons of Dusk fled. A rebel group known as the Sons of Noon fled.
  GROUP | Sons of Dawn | name=Sons of Dawn
  GROUP | Sons of Dusk | name=Sons of Dusk
  GROUP | Sons of Noon | name=Sons of Noon
A cell, which is called the Sons of Dawn, fled with militants. A movement that is styled “Night Eagles” struck; militants fled. A network named Dawn fled; militants fled.
  GROUP | Sons of Dawn | name=Sons of Dawn
  GROUP | Night Eagles | name=Night Eagles
A little-known group, the Levant Army, fled. It was claimed by the Red Dawn Brigade. The responsibility was taken by the Red Dawn Front. The members of the Red Dawn Army fled. The fighters from a group called the Red Dawn Movement fled.
  GROUP | Levant Army | name=Levant Army
  GROUP | Red Dawn Brigade | name=Red Dawn Brigade
  GROUP | Red Dawn Front | name=Red Dawn Front
  GROUP | Red Dawn Army | name=Red Dawn Army
  GROUP | Red Dawn Movement | name=Red Dawn Movement
The Red Dawn Brigade claimed responsibility. The Red Dawn Brigade has claimed the attack. Red Dawn has claimed responsibility. The Red Dawn Army later claimed the bombing. The Red Dawn Army claimed victory. The Peruvian Red Army claimed responsibility. The National Police claimed responsibility.
  GROUP | Red Dawn Brigade | name=Red Dawn Brigade
  GROUP | Red Dawn Brigade | name=Red Dawn Brigade
  GROUP | Red Dawn Army | name=Red Dawn Army
A band calling themselves the Red Dawn sang. A group calling itself Police of Dawn fled. A group calling itself Red Dawn's fled.
  GROUP | Red Dawn | name=Red Dawn
A militant group The Red Dawn Brigade fled. A shadowy organisation, "Red Dawn Brigade", fled. A group, self-styled the Red Dawn, fled: rebels too.
  GROUP | Red Dawn Brigade | name=Red Dawn Brigade
  GROUP | Red Dawn Brigade | name=Red Dawn Brigade
  GROUP | Red Dawn | name=Red Dawn
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    assert told(text, groups.extract(nlp(text), None)) == lines
