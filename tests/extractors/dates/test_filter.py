"""Words that only look like dates."""

from datetime import date

import pytest

from extractors import dates
from tests.told import cases, told

DAY = date(2024, 3, 22)  # a Friday


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
Some 2000 people, 1500 km, 2000 fighters, 1800 others, 1900 houses.
Of 2015 people none came. In 2015 people came. In 2015 police came.
  DATE 2015 | 2015
  DATE 2015 | 2015
Resolution 1989, page 1998, Flight 1907, room 2013, no. 2014, at least 2014, some 2015.
More than 2016, nearly 2017, up to 2018, only 2019, killed 2012, a total of 2013.
At 2030 he came; then at 2031. $2014, US$ 2015, #2016, § 2017.
He came 2000 ago. In 2000 he came. 1700 came. A 1999 song. 1999 songs. The 1999 songs.
  DATE 2000 | 2000
  DATE 1999 | 1999
  DATE 1999 | 1999
  DATE 1999 | 1999
See https://a.example/2014/03/03, www.b.example/2015, me@2016.example, doi: 10.1234/2017, ISBN 978-2018-1999, +44 2014 2015.
He came (accessed 3 March 2014). Retrieved on 4 March 2014. He visited on 5 March 2014.
  DATE 2014-03-05 | 5 March 2014
The March on Rome, the March for peace, March was killed, in March 2014.
  DATE 2014-03 | March 2014
It may rain. In May it rains. May rains. Since May, by May, for May.
  DATE 2023-05 | May | derived_from=published
  DATE 2023-05 | May | derived_from=<May> mod=AFTER
  DATE 2023-05 | May | derived_from=<May>
  DATE 2023-05 | May | derived_from=<May>
In April he came. April Jones came. To April he spoke. Anna June came. In June Anna came. By August Smith came.
  DATE 2023-04 | April | derived_from=published
  DATE 2023-04 | April | derived_from=<April>
  DATE 2023-06 | June | derived_from=<April>
  DATE 2023-08 | August | derived_from=<June>
Black September came, the September 17 group, the 17 November group, 17 November Organization, organisation 19 April.
Sunday mass, Friday prayers, Monday market, Sunday Times, on Sunday he came.
  DATE 2024-03-17 | Sunday | derived_from=published grain=D relative=1
24 hours a day, 20 miles a day, 3 times a year, a day.
  DURATION PT24H | 24 hours
  SET P1Y | 3 times a year
  DURATION P1D | a day
The This Week paper. This Week it came. Last Year He Came.
  DATE 2024-03-18/2024-03-24 | The This Week | derived_from=published grain=W relative=1
From 1992-95, page 1992-95, 1992-95 people.
  DATE 1992/1995 | 1992-95 | ends=<1992>=1992 <95>=1995
At 10:30% he came, 10:30 he came.
  TIME T10:30 | 10:30
Jan Smith came. In Jan. he came. Mar Smith. Dec 2014. Sep came.
  DATE 2024-01 | Jan. | derived_from=published
  DATE 2014-12 | Dec 2014
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    assert told(text, dates.extract(nlp(text), DAY)) == lines
