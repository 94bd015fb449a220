"""Which of its namesakes a place is, and what decides."""

from dataclasses import replace

import pytest

from incidents.extractors import places
from tests.told import cases, told

KEPT = {"candidates", "country", "derived_from", "precision"}


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
In Paris, Texas, it fell. In Paris it fell. In Paris, France, it fell. In Paris (Texas) it fell. In Paris, in Texas, it fell.
  PLACE 4717560 | Paris | country=US derived_from=<Texas> precision=1
  PLACE 4736286 | Texas | country=US precision=4
  PLACE 4717560 | Paris | country=US precision=1
  PLACE 2988507 | Paris | country=FR derived_from=<France> precision=1
  PLACE 3017382 | France | country=FR precision=6
  PLACE 4717560 | Paris | country=US derived_from=<Texas> precision=1
  PLACE 4736286 | Texas | country=US precision=4
  PLACE 4717560 | Paris | country=US derived_from=<Texas> precision=1
  PLACE 4736286 | Texas | country=US precision=4
In Springfield, Ohio, it fell. Springfield burned. In Springfield, Illinois, it fell. Springfield burned.
  PLACE 4525353 | Springfield | country=US derived_from=<Ohio> precision=1
  PLACE 5165418 | Ohio | country=US precision=4
  PLACE 4525353 | Springfield | country=US precision=1
  PLACE 4250542 | Springfield | country=US derived_from=<Illinois> precision=1
  PLACE 4896861 | Illinois | country=US precision=4
  PLACE 4250542 | Springfield | country=US precision=1
Nigeria's Borno state fell. Turkey's capital, Ankara, fell. Iraq's northern city of Mosul fell.
  PLACE 2328926 | Nigeria | country=NG precision=6
  PLACE 2346794 | Borno state | country=NG derived_from=<Nigeria> precision=4
  PLACE 298795 | Turkey | country=TR precision=6
  PLACE 323786 | Ankara | country=TR derived_from=<Turkey> precision=1
  PLACE 99237 | Iraq | country=IQ precision=6
  PLACE 99072 | Mosul | country=IQ derived_from=<Iraq> precision=1
The town of Umbradze in Borno state fell. Umbradze, Borno, fell. Umbradze, northern Nigeria, fell.
  PLACE | Umbradze | country=NG derived_from=<Borno state>
  PLACE 2346794 | Borno state | country=NG precision=4
  PLACE 2346794 | Borno | country=NG precision=4
  PLACE 2328926 | Nigeria | country=NG precision=6
The city of Lima fell. Lima province fell. Lima region fell. The province of Lima fell. New York state fell. In New York it fell.
  PLACE 3936456 | Lima | country=PE precision=1
  PLACE 3936451 | Lima province | country=PE precision=4
  PLACE 3936451 | Lima region | country=PE precision=4
  PLACE 3936451 | Lima | country=PE precision=4
  PLACE 5128638 | New York state | country=US precision=4
  PLACE 5128638 | New York | country=US precision=4
BEIRUT - In Tripoli it fell.
  PLACE 276781 | BEIRUT | country=LB precision=1
  PLACE 266826 | Tripoli | country=LB precision=1
BEIRUT - In Tripoli, Libya, it fell.
  PLACE 276781 | BEIRUT | country=LB precision=1
  PLACE 2210247 | Tripoli | country=LY derived_from=<Libya> precision=1
  PLACE 2215636 | Libya | country=LY precision=6
BEIRUT - Libyan men fell in Tripoli.
  PLACE 276781 | BEIRUT | country=LB precision=1
  PLACE 2210247 | Tripoli | country=LY precision=1
TUNIS - In Tripoli it fell.
  PLACE 2464470 | TUNIS | country=TN precision=1
  PLACE 2210247 | Tripoli | country=LY precision=1
WASHINGTON - In Paris it fell.
  PLACE | WASHINGTON | candidates=4140963|5815135 country=US derived_from=<Paris>
  PLACE 2988507 | Paris | country=FR precision=1
In Atlanta, Georgia, it fell. In Tbilisi, Georgia, it fell.
  PLACE 4180439 | Atlanta | country=US derived_from=<Georgia> precision=1
  PLACE 4197000 | Georgia | country=US precision=4
  PLACE 611717 | Tbilisi | country=GE derived_from=<Georgia> precision=1
  PLACE 614540 | Georgia | country=GE precision=6
American troops in Georgia fled.
  PLACE 614540 | Georgia | country=GE precision=6
In Georgia it fell.
  PLACE 614540 | Georgia | country=GE precision=6
In Tripoli, Lebanon, it fell.
  PLACE 266826 | Tripoli | country=LB derived_from=<Lebanon> precision=1
  PLACE 272103 | Lebanon | country=LB precision=6
Libyan men in Tripoli fled.
  PLACE 2210247 | Tripoli | country=LY precision=1
In Hyderabad, Pakistan, it fell.
  PLACE 1176734 | Hyderabad | country=PK derived_from=<Pakistan> precision=1
  PLACE 1168579 | Pakistan | country=PK precision=6
In Hyderabad it fell.
  PLACE 1269843 | Hyderabad | country=IN precision=1
In Cordoba it fell.
  PLACE | Cordoba | candidates=3860255|3685889|3860259|2519240
Spanish police in Cordoba fled.
  PLACE | Cordoba | candidates=3860255|2519240|2519239|3685889|3860259
Argentine police in Cordoba fled.
  PLACE 3860259 | Cordoba | country=AR precision=1
In Valencia, Spain; in Valencia, Venezuela.
  PLACE 2509954 | Valencia | country=ES derived_from=<Spain> precision=1
  PLACE 2510769 | Spain | country=ES precision=6
  PLACE 3625549 | Valencia | country=VE derived_from=<Venezuela> precision=1
  PLACE 3625428 | Venezuela | country=VE precision=6
In Birmingham, Alabama, it fell. Then in Birmingham, England, it fell. Birmingham burned.
  PLACE 4049979 | Birmingham | country=US derived_from=<Alabama> precision=1
  PLACE 4829764 | Alabama | country=US precision=4
  PLACE 2655603 | Birmingham | country=GB derived_from=<England> precision=1
  PLACE 6269131 | England | country=GB precision=4
  PLACE 2655603 | Birmingham | country=GB precision=1
The bomb fell in Mosul, Iraq's second city. It fell close to Mosul, 30 km south of Mosul, on the outskirts of Mosul, in the vicinity of Mosul.
  PLACE 99072 | Mosul | country=IQ derived_from=<Iraq> precision=1
  PLACE 99237 | Iraq | country=IQ precision=6
  PLACE 99072 | Mosul | country=IQ precision=2
  PLACE 99072 | Mosul | country=IQ precision=2
  PLACE 99072 | Mosul | country=IQ precision=2
  PLACE 99072 | Mosul | country=IQ precision=2
It fell in Kashmir, in Darfur.
  PLACE kashmir | Kashmir | precision=7
  PLACE darfur | Darfur | country=SD precision=7
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    found = [
        replace(m, attributes=tuple(a for a in m.attributes if a[0] in KEPT))
        for m in places.extract(nlp(text), None)
    ]
    assert told(text, found) == lines
