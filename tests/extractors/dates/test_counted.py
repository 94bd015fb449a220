"""Days counted from publication or from the day before them."""

from datetime import date

import pytest

from incidents.extractors import dates
from tests.told import cases, told

DAY = date(2024, 3, 22)  # a Friday


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
He fled the day before yesterday, and will be back the day after tomorrow.
  DATE 2024-03-20 | the day before yesterday | derived_from=published grain=D relative=1
  DATE 2024-03-24 | the day after tomorrow | derived_from=published grain=D relative=1
He fled yesterday morning; tomorrow night he is back; tonight he sleeps.
  DATE 2024-03-21 | yesterday morning | derived_from=published grain=D part=MO relative=1
  DATE 2024-03-23 | tomorrow night | derived_from=published grain=D part=NI relative=1
  DATE 2024-03-22 | tonight | derived_from=published grain=D part=NI relative=1
He said: "I fled yesterday." He fled yesterday.
  DATE 2024-03-21 | yesterday | derived_from=published grain=D relative=1
  DATE 2024-03-21 | yesterday | derived_from=published grain=D relative=1
He said: “I fled yesterday.” He fled yesterday.
  DATE 2024-03-21 | yesterday | derived_from=published grain=D relative=1
  DATE 2024-03-21 | yesterday | derived_from=published grain=D relative=1
He fled today.
  DATE 2024-03-22 | today | derived_from=published grain=D relative=1
He fled exactly a decade ago; two decades ago today; a decade ago.
  DATE 2014-03-22 | exactly a decade ago | derived_from=published grain=D relative=1
  DATE 2004-03-22 | two decades ago today | derived_from=published grain=D relative=1
  DATE 201X | a decade ago | derived_from=published grain=DE relative=1
He fled on Friday, on Thursday and on Saturday.
  DATE 2024-03-22 | Friday | derived_from=published grain=D relative=1
  DATE 2024-03-21 | Thursday | derived_from=published grain=D relative=1
  DATE 2024-03-16 | Saturday | derived_from=published grain=D relative=1
He fled on Friday night and on Monday morning.
  DATE 2024-03-22 | Friday night | derived_from=published grain=D part=NI relative=1
  DATE 2024-03-18 | Monday morning | derived_from=published grain=D part=MO relative=1
He fled last Friday and last Thursday.
  DATE 2024-03-15 | last Friday | derived_from=published grain=D relative=1
  DATE 2024-03-21 | last Thursday | derived_from=published grain=D relative=1
He fled this Friday, and this Monday he came.
  DATE 2024-03-22 | this Friday | derived_from=published grain=D relative=1
  DATE 2024-03-25 | this Monday | derived_from=published grain=D relative=1
He comes next Friday and next Monday.
  DATE 2024-03-29 | next Friday | derived_from=published grain=D relative=1
  DATE 2024-03-25 | next Monday | derived_from=published grain=D relative=1
He fled this past Monday. He came the previous Thursday.
  DATE 2024-03-18 | this past Monday | derived_from=published grain=D relative=1
  DATE 2024-03-14 | the previous Thursday | derived_from=<this past Monday> grain=D relative=1
On 5 March 2024 he fled; the following Tuesday he came, the same Friday he left.
  DATE 2024-03-05 | 5 March 2024
  DATE 2024-03-12 | the following Tuesday | derived_from=<5 March 2024> grain=D relative=1
  DATE 2024-03-08 | the same Friday | derived_from=<the following Tuesday> grain=D relative=1
On 5 March 2024 he fled; the previous Tuesday he came.
  DATE 2024-03-05 | 5 March 2024
  DATE 2024-02-27 | the previous Tuesday | derived_from=<5 March 2024> grain=D relative=1
He comes the coming Friday. He fled the past Friday.
  DATE 2024-03-29 | the coming Friday | derived_from=published grain=D relative=1
  DATE 2024-03-15 | the past Friday | derived_from=published grain=D relative=1
He will come on Friday. He will come on Saturday, he said.
  DATE 2024-03-22 | Friday | derived_from=published grain=D relative=1
  DATE 2024-03-23 | Saturday | derived_from=published grain=D relative=1
Next week he comes, next month he stays, next year he goes.
  DATE 2024-03-25/2024-03-31 | Next week | derived_from=published grain=W relative=1
  DATE 2024-04 | next month | derived_from=published grain=M relative=1
  DATE 2025 | next year | derived_from=published grain=Y relative=1
Last year he came, last decade he went, last century he was.
  DATE 2023 | Last year | derived_from=published grain=Y relative=1
  DATE 201X | last decade | derived_from=published grain=DE relative=1
  DATE 19XX | last century | derived_from=published grain=CE relative=1
This week, this month, this year and this decade he stays.
  DATE 2024-03-18/2024-03-24 | This week | derived_from=published grain=W relative=1
  DATE 2024-03 | this month | derived_from=published grain=M relative=1
  DATE 2024 | this year | derived_from=published grain=Y relative=1
  DATE 202X | this decade | derived_from=published grain=DE relative=1
This morning he came; this evening he goes; that night he slept.
  DATE 2024-03-22 | This morning | derived_from=published grain=D part=MO relative=1
  DATE 2024-03-22 | this evening | derived_from=published grain=D part=EV relative=1
  DATE 2024-03-22 | that night | derived_from=<this evening> grain=D part=NI relative=1
Last night, last evening and last weekend he slept.
  DATE 2024-03-21 | Last night | derived_from=published grain=D part=NI relative=1
  DATE 2024-03-21 | last evening | derived_from=published grain=D part=EV relative=1
  DATE 2024-03-16/2024-03-17 | last weekend | derived_from=published grain=WE relative=1
On 5 March 2024 he fled. The next day he came, the next week he went.
  DATE 2024-03-05 | 5 March 2024
  DATE 2024-03-06 | The next day | derived_from=<5 March 2024> grain=D relative=1
  DATE 2024-03-11/2024-03-17 | the next week | derived_from=<The next day> grain=W relative=1
On 5 March 2024 he fled. The following week he came. That same month he went.
  DATE 2024-03-05 | 5 March 2024
  DATE 2024-03-11/2024-03-17 | The following week | derived_from=<5 March 2024> grain=W relative=1
  DATE 2024-03 | That same month | derived_from=<The following week> grain=M relative=1
On 5 March 2024 he fled. That day he came. On this day he left. The same year he went.
  DATE 2024-03-05 | 5 March 2024
  DATE 2024-03-05 | That day | derived_from=<5 March 2024> grain=D relative=1
  DATE 2024-03-05 | this day | derived_from=<That day> grain=D relative=1
  DATE 2024 | The same year | derived_from=<this day> grain=Y relative=1
On 5 March 2024 he fled. The previous day he came. The preceding year he went.
  DATE 2024-03-05 | 5 March 2024
  DATE 2024-03-04 | The previous day | derived_from=<5 March 2024> grain=D relative=1
  DATE 2023 | The preceding year | derived_from=<The previous day> grain=Y relative=1
On 5 March 2024 he fled. The ensuing month he came. The coming month he goes.
  DATE 2024-03-05 | 5 March 2024
  DATE 2024-04 | The ensuing month | derived_from=<5 March 2024> grain=M relative=1
  DATE 2024-04 | The coming month | derived_from=published grain=M relative=1
On 5 March 2024 he fled. The last year he came. The past year he stayed.
  DATE 2024-03-05 | 5 March 2024
  DATE 2023 | The last year | derived_from=published grain=Y relative=1
  DURATION P1Y | The past year
The next decade will be calm. The past week was calm. Next decade will be calm.
  DURATION P10Y | The next decade
  DURATION P1W | The past week
  DATE 203X | Next decade | derived_from=published grain=DE relative=1
The next hour was calm. This minute he came. That second he went. This second attack.
Next quarter he comes. Last quarter he went.
Last spring he came; next winter he goes; that autumn he slept.
  DATE 2023-21 | Last spring | derived_from=published relative=1
  DATE 2024-24 | next winter | derived_from=published relative=1
  DATE 2024-23 | that autumn | derived_from=<next winter> relative=1
Last June he came; next June he goes; this June he stays.
  DATE 2023-06 | Last June | derived_from=published grain=M relative=1
  DATE 2024-06 | next June | derived_from=published grain=M relative=1
  DATE 2024-06 | this June | derived_from=published grain=M relative=1
Last March he came; next March he goes; last February he slept.
  DATE 2023-03 | Last March | derived_from=published grain=M relative=1
  DATE 2025-03 | next March | derived_from=published grain=M relative=1
  DATE 2024-02 | last February | derived_from=published grain=M relative=1
On 5 March 2023 he fled; the following March he came, the previous March he went, the same April he slept.
  DATE 2023-03-05 | 5 March 2023
  DATE 2024-03 | the following March | derived_from=<5 March 2023> grain=M relative=1
  DATE 2023-03 | the previous March | derived_from=<the following March> grain=M relative=1
  DATE 2023-04 | the same April | derived_from=<the previous March> grain=M relative=1
That June he came. The following May he went.
  DATE | That June | grain=M relative=1
  DATE | The following May | grain=M relative=1
On 5 March 2024 he fled; three days later he came, a week earlier he went.
  DATE 2024-03-05 | 5 March 2024
  DATE 2024-03-08 | three days later | derived_from=<5 March 2024> grain=D relative=1
  DATE 2024-02-26/2024-03-03 | a week earlier | derived_from=<three days later> grain=W relative=1
On 5 March 2024 he fled; two months later he came; one year before, he went.
  DATE 2024-03-05 | 5 March 2024
  DATE 2024-05 | two months later | derived_from=<5 March 2024> grain=M relative=1
  DATE 2023 | one year before | derived_from=<two months later> grain=Y relative=1
On 5 March 2024 he fled; a decade later he came; two weeks afterwards, he went.
  DATE 2024-03-05 | 5 March 2024
  DATE 203X | a decade later | derived_from=<5 March 2024> grain=DE relative=1
  DATE 2024-03-18/2024-03-24 | two weeks afterwards | derived_from=<5 March 2024> grain=W relative=1
A year ago today he fled. Ten years ago to the day, he came. Two months ago today he slept. A week ago today he ate.
  DATE 2023-03-22 | A year ago today | derived_from=published grain=D relative=1
  DATE 2014-03-22 | Ten years ago to the day | derived_from=published grain=D relative=1
  DATE 2024-01-22 | Two months ago today | derived_from=published grain=D relative=1
  DATE 2024-03-15 | A week ago today | derived_from=published grain=D relative=1
A year ago on Monday he fled. Three years ago this week he came.
  DATE 2023 | A year ago on Monday | derived_from=published grain=Y relative=1
  DATE 2021 | Three years ago this week | derived_from=published grain=Y relative=1
Three days ago he fled; a week ago he came; two months ago he slept; ten years ago he ate.
  DATE 2024-03-19 | Three days ago | derived_from=published grain=D relative=1
  DATE 2024-03-11/2024-03-17 | a week ago | derived_from=published grain=W relative=1
  DATE 2024-01 | two months ago | derived_from=published grain=M relative=1
  DATE 2014 | ten years ago | derived_from=published grain=Y relative=1
About three days ago he fled; more than two years ago he came; less than a month ago he went.
  DATE 2024-03-19~ | About three days ago | derived_from=published grain=D mod=APPROX relative=1
  DATE 2022~ | more than two years ago | derived_from=published grain=Y mod=MORE_THAN relative=1
  DATE 2024-02~ | less than a month ago | derived_from=published grain=M mod=LESS_THAN relative=1
Almost two years ago, some three weeks ago, just over a year ago, at least ten days ago, just under two months ago.
  DATE 2022~ | Almost two years ago | derived_from=published grain=Y mod=APPROX relative=1
  DATE 2024-02-26/2024-03-03 | some three weeks ago | derived_from=published grain=W mod=APPROX relative=1
  DATE 2023~ | just over a year ago | derived_from=published grain=Y mod=MORE_THAN relative=1
  DATE 2024-03-12~ | at least ten days ago | derived_from=published grain=D mod=MORE_THAN relative=1
  DATE 2024-01~ | just under two months ago | derived_from=published grain=M mod=LESS_THAN relative=1
Two days from now he comes; a week hence he goes.
  DATE 2024-03-24 | Two days from now | derived_from=published grain=D relative=1
  DATE 2024-03-25/2024-03-31 | a week hence | derived_from=published grain=W relative=1
On 5 March 2024 he fled; the day before, he came; the day after, he went.
  DATE 2024-03-05 | 5 March 2024
  DATE 2024-03-04 | the day before | derived_from=<5 March 2024> grain=D relative=1
  DATE 2024-03-05 | the day after | derived_from=<the day before> grain=D relative=1
On 5 March 2024 he fled; the day before the fire he came; two days before the fire he slept.
  DATE 2024-03-05 | 5 March 2024
  DURATION P2D | two days
On 5 March 2024 he fled; a day after the fire he came; two days later than usual he slept.
  DATE 2024-03-05 | 5 March 2024
  DURATION P1D | a day
  DURATION P2D | two days
On 5 March 2024 he fled; the days before, he came.
  DATE 2024-03-05 | 5 March 2024
On 5 March 2024 he fled; two hours later he came; ten minutes earlier he slept.
  DATE 2024-03-05 | 5 March 2024
  DATE | two hours later | relative=1
  DATE | ten minutes earlier | relative=1
On 5 March 2024 he fled; several days later he came; a few years before, he slept; 1.5 years later he ate.
  DATE 2024-03-05 | 5 March 2024
  DATE | several days later | grain=D relative=1
  DATE | a few years before | grain=Y relative=1
  DATE | 1.5 years later | grain=Y relative=1
On 5 March 2024 he fled; a full year later he came.
  DATE 2024-03-05 | 5 March 2024
  DATE 2025 | a full year later | derived_from=<5 March 2024> grain=Y relative=1
In two weeks' time he comes; in a month's time he goes; in ten years' time he rests.
  DATE 2024-04-01/2024-04-07 | In two weeks' time | derived_from=published grain=W relative=1
  DATE 2024-04 | in a month's time | derived_from=published grain=M relative=1
  DATE 2034 | in ten years' time | derived_from=published grain=Y relative=1
On 30 May 2024 he fled; on the 13th, he came. On the 31st of that month he went.
  DATE 2024-05-30 | 30 May 2024
  DATE 2024-05-13 | the 13th | derived_from=<30 May 2024> grain=D relative=1
  DATE 2024-05-31 | the 31st of that month | derived_from=<the 13th> grain=D relative=1
He fled on the 13th. He comes on the 30th.
  DATE | the 13th | grain=D relative=1
  DATE | the 30th | grain=D relative=1
The weekend was calm. He will come at the weekend.
  DATE 2024-03-16/2024-03-17 | The weekend | derived_from=published grain=WE relative=1
  DATE 2024-03-23/2024-03-24 | the weekend | derived_from=published grain=WE relative=1
At the end of the year he came. At the beginning of this month he went.
  DATE 2024 | the end of the year | derived_from=published grain=Y mod=END relative=1
  DATE 2024-03 | the beginning of this month | derived_from=published grain=M mod=START relative=1
At the start of next year he comes. In the middle of last week he went.
  DATE 2025 | the start of next year | derived_from=published grain=Y mod=START relative=1
  DATE 2024-03-11/2024-03-17 | the middle of last week | derived_from=published grain=W mod=MID relative=1
At the end of that year he came. Early in the year he went; late in the week he slept.
  DATE 2024 | the end of that year | derived_from=published grain=Y mod=END relative=1
  DATE 2024 | Early in the year | derived_from=<the end of that year> grain=Y mod=EARLY relative=1
  DATE | late in the week | grain=W mod=LATE relative=1
At year's end he comes; at month's end he goes.
  DATE 2024 | year's end | derived_from=published grain=Y mod=END relative=1
  DATE | month's end | grain=M mod=END relative=1
On 5 March 2023 he fled. At the end of the year he came. By the end of that month he slept.
  DATE 2023-03-05 | 5 March 2023
  DATE 2023 | the end of the year | derived_from=<5 March 2023> grain=Y mod=END relative=1
  DATE | the end of that month | grain=M mod=END relative=1
The end of the decade is near.
  DATE 202X | The end of the decade | derived_from=published grain=DE mod=END relative=1
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    assert told(text, dates.extract(nlp(text), DAY)) == lines


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("The next decade", "P10Y"),
        ("The coming decade", "P10Y"),
        ("The coming century", "P100Y"),
        ("The past week", "P1W"),
        ("The past decade", "P10Y"),
        ("Next decade", "203X"),
        ("The following decade", ""),
        ("That decade", ""),
        ("This decade", "202X"),
    ],
)
def test_a_long_time_or_a_date(nlp, words, value):
    (found,) = dates.extract(nlp(f"{words} was calm."), DAY)
    assert found.value == value
