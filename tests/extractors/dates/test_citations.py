"""Years of works cited."""

import pytest

from incidents.extractors import dates
from tests.told import cases, told


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
It grew (Alder 2019a; Birch 2020, 12-15). In 2016 it fell.
  DATE 2016 | 2016
It grew (Alder 2019a; Birch 2020: 12). It fell (Cedar 2018), it rose (Cedar, 2017).
  DATE 2017 | 2017
It grew (Alder, 2019a; Birch, 2020, p. 12). It fell (Cedar 2018), it rose (Cedar, 2017).
  DATE 2018 | 2018
It grew (Alder et al. 2019; Birch et al. 2020). Cedar (2018) and Dogwood et al. (2017, 12) fell.
  DATE 2018 | 2018 | citation=1
  DATE 2017 | 2017 | citation=1
It grew (Alder 2019a). It fell (Cedar 2018).
  DATE 2018 | 2018
It grew (Alder 2019a, 2019b, 2020; Birch 2018b). It fell.
It grew (in March 2019; since 2020). It fell (summer 2018).
  DATE 2019-03 | March 2019
  DATE 2020 | 2020 | mod=AFTER
  DATE 2018-22 | summer 2018
It grew (Alder (United Nations) 2019a; Birch 2018b). It fell (Cedar 2017 - ever).
Cedar (2018) fell.
  DATE 2018 | 2018
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    assert told(text, dates.extract(nlp(text), None)) == lines
