"""Seasons that name no year."""

from datetime import date

import pytest

from incidents.extractors import dates
from incidents.extractors.dates.calendars import Anchor
from incidents.extractors.dates.seasons import season
from tests.told import cases, told

DAY = date(2024, 3, 22)  # a Friday


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
He came last spring, last summer, last autumn, last fall and last winter.
  DATE 2023-21 | last spring | derived_from=published relative=1
  DATE 2023-22 | last summer | derived_from=published relative=1
  DATE 2023-23 | last autumn | derived_from=published relative=1
  DATE 2023-23 | last fall | derived_from=published relative=1
  DATE 2023-24 | last winter | derived_from=published relative=1
He comes next spring; he comes next summer; he comes next autumn; he comes next winter.
  DATE 2024-21 | next spring | derived_from=published relative=1
  DATE 2024-22 | next summer | derived_from=published relative=1
  DATE 2024-23 | next autumn | derived_from=published relative=1
  DATE 2024-24 | next winter | derived_from=published relative=1
He fled in the spring, in the autumn, in the fall.
  DATE 2023-21 | the spring | derived_from=published
  DATE 2023-23 | the autumn | derived_from=<the spring>
On 5 March 2023 he fled; that winter he came.
  DATE 2023-03-05 | 5 March 2023
  DATE 2023-24 | that winter | derived_from=<5 March 2023> relative=1
On 5 March 2023 he fled; the previous winter he came, the same summer he went.
  DATE 2023-03-05 | 5 March 2023
  DATE 2022-24 | the previous winter | derived_from=<5 March 2023> relative=1
  DATE 2023-22 | the same summer | derived_from=<5 March 2023> relative=1
In 480 BC he fled; that summer he came.
  DATE -0480 | 480 BC
  DATE -0480-22 | that summer | derived_from=<480 BC> relative=1
"""),
)
def test_from_publication(nlp, text, lines):
    assert told(text, dates.extract(nlp(text), DAY)) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
He came last spring, he fled in the summer.
  DATE | last spring | relative=1
  DATE | the summer
In December 2019 he came; the next winter he fled.
  DATE 2019-12 | December 2019
  DATE 2020-24 | the next winter | derived_from=<December 2019> relative=1
In 2019 he came; the following spring he fled; the following autumn he slept.
  DATE 2019 | 2019
  DATE 2020-21 | the following spring | derived_from=<2019> relative=1
  DATE 2020-23 | the following autumn | derived_from=<the following spring> relative=1
"""),
)
def test_from_the_story(nlp, text, lines):
    assert told(text, dates.extract(nlp(text), None)) == lines


@pytest.mark.parametrize(
    ("steps", "word", "month", "year"),
    [
        (-1, "spring", 5, 2023),
        (-1, "spring", 6, 2024),
        (-1, "summer", 8, 2023),
        (-1, "summer", 9, 2024),
        (-1, "autumn", 11, 2023),
        (-1, "fall", 12, 2024),
        (-1, "winter", 1, 2023),
        (-1, "winter", 12, 2023),
        (-1, "summer", None, 2023),
        (-1, "spring", None, 2024),
        (1, "spring", 3, 2024),
        (1, "spring", 4, 2025),
        (1, "summer", 6, 2024),
        (1, "summer", 7, 2025),
        (1, "autumn", 9, 2024),
        (1, "autumn", 10, 2025),
        (1, "winter", 11, 2024),
        (1, "winter", 12, 2025),
        (1, "summer", None, 2025),
        (1, "autumn", None, 2024),
        (0, "winter", 1, 2024),
    ],
)
def test_which_year(steps, word, month, year):
    found = season(steps, word, Anchor(2024, month, None, "1:5"))
    code = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}[word]
    assert found.value == f"{year}-{code}"
