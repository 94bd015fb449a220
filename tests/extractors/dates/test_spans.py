"""Lengths of time, what recurs, times of day."""

from datetime import date

import pytest

from incidents.extractors import dates
from tests.told import cases, told

DAY = date(2024, 3, 22)  # a Friday


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
On 5 March 2024 he slept.\n\nAt 10:30 he came. On 6 March 2024 he went.
  DATE 2024-03-05 | 5 March 2024
  TIME T10:30 | 10:30
  DATE 2024-03-06 | 6 March 2024
At 10:30 he came; on 6 March 2024 he went.
  TIME T10:30 | 10:30
  DATE 2024-03-06 | 6 March 2024
At 10:35 a.m. (0735 GMT) Friday he came. The clock, 10:35, by 3 March 2024.
  TIME 2024-03-22T10:35 | 10:35 a.m. | derived_from=<Friday>
  TIME 2024-03-22T07:35 | 0735 GMT | derived_from=<Friday>
  DATE 2024-03-22 | Friday | derived_from=published grain=D relative=1
  TIME 2024-03-03T10:35 | 10:35 | derived_from=<3 March 2024>
  DATE 2024-03-03 | 3 March 2024
For three days, two and a half hours, half an hour, half a year, half a decade, half a day, half a century.
  DURATION P3D | three days
  DURATION PT2H30M | two and a half hours
  DURATION PT30M | half an hour
  DURATION P6M | half a year
  DURATION P5Y | half a decade
  DURATION PT12H | half a day
  DURATION P50Y | half a century
For a second, two seconds, a minute, one hour, 16-hour, several weeks, a few years, many months.
  DURATION PT2S | two seconds
  DURATION PT1M | a minute
  DURATION PT1H | one hour
  DURATION PT16H | 16-hour
  DURATION PXW | several weeks
  DURATION PXY | a few years
  DURATION PXM | many months
For the past three years, the last two weeks, recent months, the coming days, the next years.
  DURATION P3Y | the past three years
  DURATION P2W | the last two weeks
  DURATION PXM | recent months
  DURATION PXD | the coming days
  DURATION PXY | the next years
For a decade, two centuries, several decades, 1.5 hours, 2 1/2 hours.
  DURATION P10Y | a decade
  DURATION P200Y | two centuries
  DURATION PXY | several decades
  DURATION PT1H30M | 1.5 hours
  DURATION PT2H30M | 2 1/2 hours
A 22-year-old man, a three-week trip, two more days, ten consecutive nights.
  DURATION P22Y | 22-year-old | age=1
  DURATION P3W | three-week
  DURATION P2D | two more days
  DURATION P10D | ten consecutive nights
For weeks he slept; within hours he woke; it took years, over decades.
  DURATION PXW | weeks
  DURATION PTXH | hours
  DURATION PXY | years
  DURATION PXY | decades
Every day, each Monday, every other week, every two years, every single month, each morning, every March, every winter.
  SET P1D | Every day
  SET XXXX-WXX-1 | each Monday
  SET P2W | every other week
  SET P2Y | every two years
  SET P1M | every single month
  SET XXXX-XX-XXTMO | each morning
  SET XXXX-03 | every March
  SET XXXX-WI | every winter
Every evening, every night, each autumn, every spring, every summer, every six months.
  SET XXXX-XX-XXTEV | Every evening
  SET P1D | every night
  SET XXXX-FA | each autumn
  SET XXXX-SP | every spring
  SET XXXX-SU | every summer
  SET P6M | every six months
Once a day, twice a week, three times a year, several times per month.
  SET P1D | Once a day
  SET P1W | twice a week
  SET P1Y | three times a year
  SET P1M | several times per month
Hourly, daily, nightly, weekly, monthly, quarterly, annual, annually and yearly.
  SET PT1H | Hourly
  SET P1D | daily
  SET P1D | nightly
  SET P1W | weekly
  SET P1M | monthly
  SET P3M | quarterly
  SET P1Y | annual
  SET P1Y | annually
  SET P1Y | yearly
On Mondays and Fridays he slept.
  SET XXXX-WXX-1 | Mondays
  SET XXXX-WXX-5 | Fridays
At 10:30 a.m., 12:15 p.m., 12 am, 1 pm, 9.45 pm he slept.
  TIME T10:30 | 10:30 a.m.
  TIME T12:15 | 12:15 p.m.
  TIME T00:00 | 12 am
  TIME T13:00 | 1 pm
  TIME T21:45 | 9.45 pm
At 10:30, 23:59:59, 15:00 GMT, 1530 hours, 0400 UTC, noon, midday, midnight he slept.
  TIME T10:30 | 10:30
  TIME T23:59 | 23:59:59
  TIME T15:00 | 15:00 GMT
  TIME T15:30 | 1530 hours
  TIME T04:00 | 0400 UTC
  TIME T12:00 | noon
  TIME T12:00 | midday
  TIME T00:00 | midnight
At 13 pm, 24:30 or 0:30 a.m. he slept.
It won 3:1 and (12:30) was read, 10:30-11 too.
At 9 a.m. on Tuesday he came. At about 10 pm yesterday he went.
  TIME 2024-03-19T09:00 | 9 a.m. | derived_from=<Tuesday>
  DATE 2024-03-19 | Tuesday | derived_from=published grain=D relative=1
  TIME 2024-03-21T22:00 | 10 pm | derived_from=<yesterday>
  DATE 2024-03-21 | yesterday | derived_from=published grain=D relative=1
On 5 March 2024 he slept. At 10:30 he came.\n\nAt 11:30 he went.
  DATE 2024-03-05 | 5 March 2024
  TIME 2024-03-05T10:30 | 10:30 | derived_from=<5 March 2024>
  TIME T11:30 | 11:30
In March 2024 he slept. At 10:30 he came.
  DATE 2024-03 | March 2024
  TIME T10:30 | 10:30
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    assert told(text, dates.extract(nlp(text), DAY)) == lines
