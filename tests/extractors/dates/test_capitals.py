"""Reports in capitals."""

import pytest

from incidents.extractors import dates
from tests.told import cases, told


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
BOGOTA, 3 MAR 90 (AGENCY) -- HE FLED IN MARCH 1989. MAY HE COME. IN JAN. 1988 HE CAME, IN SEPT 1987 TOO.
  DATE 1990-03-03 | 3 MAR 90
  DATE 1989-03 | MARCH 1989
  DATE 1988-01 | JAN. 1988
  DATE 1987-09 | SEPT 1987
BOGOTA, 3 MAR 90 (AGENCY) -- He Fled In March 1989.
  DATE 1990-03-03 | 3 MAR 90
  DATE 1989-03 | March 1989
IT IS 12. THE WEEK OF DECEMBER 1989 WAS CALM.\n\nLAST WEEK HE FLED; NEXT WEEK HE COMES.
  DATE | THE WEEK OF DECEMBER 1989 | grain=W
  DATE | LAST WEEK | grain=W relative=1
  DATE | NEXT WEEK | grain=W relative=1
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    assert told(text, dates.extract(nlp(text), None)) == lines
