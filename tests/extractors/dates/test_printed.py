"""How dates are printed."""

import pytest

from incidents.extractors import dates
from tests.told import cases, told


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
2024-03-22T10:15, 2024/03/22, 2024.03.22, 2024-3-22, 12024-03-22.
  DATE 2024-03-22 | 2024-03-22
  TIME 2024-03-22T10:15 | 10:15 | derived_from=<2024/03/22>
  DATE 2024-03-22 | 2024/03/22
  DATE 2024-03-22 | 2024.03.22
22-Mar-2024, Friday, 22nd of March, 2024, Fri 22 March in 2024, the 22nd of the March 2024.
  DATE 2024-03-22 | 22-Mar-2024
  DATE 2024-03-22 | Friday, 22nd of March, 2024
  DATE 2024-03-22 | Fri 22 March in 2024
  DATE 2024-03-22 | 22nd of the March 2024
Mar-22-2024, March the 22nd 2024, Sat., March 23, 2024, March twenty-second, 2024.
  DATE 2024-03-22 | Mar-22-2024
  DATE 2024-03-22 | March the 22nd 2024
  DATE 2024-03-23 | Sat., March 23, 2024
  DATE 2024-03-22 | March twenty-second, 2024
March 22 people came. March 22, people came. March 22nd.
  DATE | March 22 | grain=D
  DATE | March 22nd | grain=D
27 Mar '24; Mar 27, '24; Mar 27 ’24; Mar 27's men.
  DATE 2024-03-27 | 27 Mar '24
  DATE 2024-03-27 | Mar 27, '24
  DATE 2024-03-27 | Mar 27 ’24
  DATE 2024-03-27 | Mar 27 | derived_from=<Mar 27 ’24>
20240322, 120240322, 20241322, A20240322, #20240322, 20240322.5.
  DATE 2024-03-22 | 20240322
2025 January 06.
  DATE 2025-01-06 | 2025 January 06
March, 2024; March of 2024; March-2024; March in 2024.
  DATE 2024-03 | March, 2024
  DATE 2024-03 | March of 2024
  DATE 2024-03 | March-2024
  DATE 2024-03 | March in 2024
04/2020, 13/2020, 04/2020/3.
  DATE 2020-04 | 04/2020
The 28th came. On the 28th, he came. The 28th of the month. The 28th of that month he came.
  DATE | the 28th | grain=D relative=1
  DATE | The 28th of the month | grain=D relative=1
  DATE | The 28th of that month | grain=D relative=1
In 2024's spring. Mid-2024, post-2001, pre-1914. 2024-1. A2024. 2024.5 and 2024.
  DATE 2024 | 2024
  DATE 2024 | Mid-2024 | mod=MID
  DATE 2001 | 2001
  DATE 1914 | 1914
  DATE 2024 | 2024
'58, 58, '58s.
  DATE 1958 | '58
At May's end. In March-April 2024. In March-Smith.
  DATE 2024-03/2024-04 | March-April 2024 | derived_from=<April 2024> ends=<March>=2024-03 <April 2024>=2024-04
On 28 June in 2020, on January first 2000, on the third of May 2001.
  DATE 2020-06-28 | 28 June in 2020
  DATE 2000-01-01 | January first 2000
  DATE 2001-05-03 | third of May 2001
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    assert told(text, dates.extract(nlp(text), None)) == lines


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It was on 23.11.84 there.", ["1984-11-23"]),
        ("Date: 9-14-17", ["2017-09-14"]),
        ("It was on 3.4.84 there.", ["1984"]),
        ("Version 23.11.84 came.", []),
        ("It was on 23.11.84.2 there.", []),
    ],
)
def test_a_day_in_numbers_with_a_short_year(nlp, text, values):
    found = dates.extract(nlp(text), None)
    assert [m.value for m in found if m.label == "DATE"] == values
