"""Dates that are read from their own words."""

from datetime import date

import pytest

from incidents.extractors import dates
from tests.told import cases, told

DAY = date(2024, 3, 22)  # a Friday


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
On 5 March he fled; in November he came; on 30 June he went.
  DATE 2024-03-05 | 5 March | derived_from=published
  DATE 2023-11 | November | derived_from=published
  DATE 2023-06-30 | 30 June | derived_from=<November>
The class of '58 met.
  DATE 1958 | '58 | derived_from=published
In 1876-1910, 1992-95, 2023/24 and 2014-2012 it ran.
  DATE 1876/1910 | 1876-1910 | ends=<1876>=1876 <1910>=1910
  DATE 1992/1995 | 1992-95 | ends=<1992>=1992 <95>=1995
  DATE 2023/2024 | 2023/24 | ends=<2023>=2023 <24>=2024
On the 24th-26th of March he fled.
  DATE 2024-03-24/2024-03-26 | 24th-26th of March | derived_from=published ends=<24th>=2024-03-24 <26th of March>=2024-03-26
On 24 and 26 March he came.
  DATE 2024-03-24 | 24 | derived_from=published
  DATE 2024-03-26 | 26 March | derived_from=published
On 3-4-2024 he came.
  DATE 2024 | 3-4-2024
On 13.4.2024 and 3/4/24 he came.
  DATE 2024-04-13 | 13.4.2024
  DATE 2024-04-03 | 3/4/24
On 4/13/24 he came.
  DATE 2024-04-13 | 4/13/24
The 1980s, the 2020s, the '90s, the '20s, 1950's.
  DATE 198X | The 1980s
  DATE 202X | the 2020s
  DATE 199X | the '90s
  DATE 202X | the '20s
  DATE 195X | 1950's
The 19th century, the twenty-first century, the first century, the 22nd century, the third-century walls.
  DATE 18XX | The 19th century
  DATE 20XX | the twenty-first century
  DATE 02XX | the third-century
The summer of 2023, spring 2022, autumn of 2021, fall 2020, winter 2019-20, the summer of 480 BC.
  DATE 2023-22 | The summer of 2023
  DATE 2022-21 | spring 2022
  DATE 2021-23 | autumn of 2021
  DATE 2020-23 | fall 2020
  DATE 2019-24 | winter 2019-20
  DATE -0480-22 | the summer of 480 BC
The first quarter of 2019, Q4 2020, the second half of 2021, 3rd quarter of 2022, last quarter of 2018, the last half of 2017.
  DATE 2019-01/2019-03 | The first quarter of 2019 | grain=Q
  DATE 2020-10/2020-12 | Q4 2020 | grain=Q
  DATE 2021-07/2021-12 | the second half of 2021 | grain=H
  DATE 2022-07/2022-09 | 3rd quarter of 2022 | grain=Q
  DATE 2018-10/2018-12 | last quarter of 2018 | grain=Q
  DATE 2017-07/2017-12 | the last half of 2017 | grain=H
The first quarter of the year, the second half of last year, Q3 next year, fourth quarter of this year.
  DATE 2024-01/2024-03 | The first quarter of the year | derived_from=published grain=Q
  DATE 2023-07/2023-12 | the second half of last year | derived_from=published grain=H
  DATE 2025-07/2025-09 | Q3 next year | derived_from=published grain=Q
  DATE 2024-10/2024-12 | fourth quarter of this year | derived_from=published grain=Q
The first week of May 2023, the second week of May 2023, the last days of May 2023, the final weekend of June 2022, the third week of June.
  DATE 2023-05 | The first week of May 2023 | mod=START
  DATE 2023-05 | the second week of May 2023 | mod=MID
  DATE 2023-05 | the last days of May 2023 | mod=END
  DATE 2022-06 | the final weekend of June 2022 | mod=END
  DATE 2022-06 | the third week of June | derived_from=<the final weekend of June 2022>
The first Monday of May 2023, the last Friday in June 2022, the second Tuesday of June, the fourth Sunday of May 2023, the third Wednesday of May 2023.
  DATE 2023-05-01 | The first Monday of May 2023
  DATE 2022-06-24 | the last Friday in June 2022
  DATE 2022-06-14 | the second Tuesday of June | derived_from=<the fourth Sunday of May 2023>
  DATE 2023-05-28 | the fourth Sunday of May 2023
  DATE 2023-05-17 | the third Wednesday of May 2023
The September 11 attacks, 9/11, the Sept. 11 hijackers, the 11 September 2001 terror attacks.
  DATE 2001-09-11 | September 11
  DATE 2001-09-11 | 9/11
  DATE 2001-09-11 | Sept. 11
  DATE 2001-09-11 | 11 September 2001
On September 11 he fled.
  DATE 2023-09-11 | September 11 | derived_from=published
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    assert told(text, dates.extract(nlp(text), DAY)) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    cases("""
The first Monday of May was calm.
  DATE | The first Monday of May | grain=M
The first week of May was calm.
  DATE | The first week of May | grain=M
On 24 and 26 May it was calm.
  DATE | 24 and 26 May | grain=D
Easter Monday was calm.
  DATE | Easter Monday
Q3 this year was calm.
  DATE | Q3 this year
"""),
)
def test_without_a_year(nlp, text, lines):
    assert told(text, dates.extract(nlp(text), None)) == lines
