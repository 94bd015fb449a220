"""Days that go by a name."""

from datetime import date

import pytest

from incidents.extractors import dates
from incidents.extractors.dates.feasts import feast
from tests.told import cases, told

DAY = date(2024, 3, 22)  # a Friday


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
Easter Monday 2023, Christmas Eve of 2022, Halloween 2021, Christmas in 2020, Thanksgiving 2019.
  DATE 2023-04-10 | Easter Monday 2023
  DATE 2022-12-24 | Christmas Eve of 2022
  DATE 2021-10-31 | Halloween 2021
  DATE 2020-12 | Christmas in 2020
  DATE 2019-11-28 | Thanksgiving 2019
He came on Good Friday, on Halloween and at Christmas.
  DATE 2024-03-29 | Good Friday | derived_from=published
  DATE 2023-10-31 | Halloween | derived_from=published
  DATE 2023-12 | Christmas | derived_from=<Halloween>
He came last Christmas, last Halloween, last May Day, next Easter Monday and this New Year's Eve.
  DATE 2023-12 | last Christmas | derived_from=published
  DATE 2023-10-31 | last Halloween | derived_from=published
  DATE 2023-05-01 | last May Day | derived_from=published
  DATE 2025-04-21 | next Easter Monday | derived_from=published
  DATE 2024-12-31 | this New Year's Eve | derived_from=published
Easter Monday 1400 is none. The Christmas market was calm.
New Year’s Day 2023, Valentine's Day 2023, St. Patrick's Day 2023, Boxing Day 2022, Bastille Day 2022.
  DATE 2023-01-01 | New Year’s Day 2023
  DATE 2023-02-14 | Valentine's Day 2023
  DATE 2023-03-17 | St. Patrick's Day 2023
  DATE 2022-12-26 | Boxing Day 2022
  DATE 2022-07-14 | Bastille Day 2022
International Women's Day 2022, Fourth of July 2021, Veterans Day 2021, Armistice Day 2021, New Year's Eve 2021, Christmas Day 2021.
  DATE 2022-03-08 | International Women's Day 2022
  DATE 2021-07-04 | Fourth of July 2021
  DATE 2021-11-11 | Veterans Day 2021
  DATE 2021-11-11 | Armistice Day 2021
  DATE 2021-12-31 | New Year's Eve 2021
  DATE 2021-12-25 | Christmas Day 2021
Palm Sunday 2023, Maundy Thursday 2023, Good Friday 2023, Easter Sunday 2023, Whit Monday 2023, Ash Wednesday 2023.
  DATE 2023-04-02 | Palm Sunday 2023
  DATE 2023-04-06 | Maundy Thursday 2023
  DATE 2023-04-07 | Good Friday 2023
  DATE 2023-04-09 | Easter Sunday 2023
  DATE 2023-05-29 | Whit Monday 2023
  DATE 2023-02-22 | Ash Wednesday 2023
Martin Luther King Day 2023, Memorial Day 2023, Labor Day 2023, Columbus Day 2023, Thanksgiving Day 2023, Xmas 2022, May Day 2022.
  DATE 2023-01-16 | Martin Luther King Day 2023
  DATE 2023-05-29 | Memorial Day 2023
  DATE 2023-09-04 | Labor Day 2023
  DATE 2023-10-09 | Columbus Day 2023
  DATE 2023-11-23 | Thanksgiving Day 2023
  DATE 2022-12 | Xmas 2022
  DATE 2022-05-01 | May Day 2022
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    assert told(text, dates.extract(nlp(text), DAY)) == lines


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("Easter  Sunday", 1583, (4, 10)),
        ("Easter Sunday", 4099, (4, 19)),
        ("Easter Sunday", 1582, None),
        ("Easter Sunday", 4100, None),
        ("Christmas", 1000, (12, None)),
        ("Xmas", 2020, (12, None)),
        ("new years eve", 2020, (12, 31)),
        ("Womens day", 2020, None),
        ("The Feast of Fools", 2020, None),
    ],
)
def test_feast(name, year, day):
    assert feast(name, year) == day
