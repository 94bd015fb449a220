"""What a report is: its day, its order of day and month, a history or not."""

from datetime import date

import pytest

from incidents.extractors import dates
from tests.told import cases, told

DAY = date(2024, 3, 22)  # a Friday


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
He fled from 24 July to 26 August 2014.
  DATE 2014-07-24/2014-08-26 | 24 July to 26 August 2014 | derived_from=<26 August 2014> ends=<24 July>=2014-07-24 <26 August 2014>=2014-08-26
He fled on 24 July or early May 2015.
  DATE 2014-07-24 | 24 July | derived_from=<May 2015>
  DATE 2015-05 | early May 2015 | mod=EARLY
From December to May 2014 he fled.
  DATE 2013-12/2014-05 | December to May 2014 | derived_from=<May 2014> ends=<December>=2013-12 <May 2014>=2014-05
In March, April and May of 2014 he fled.
  DATE 2014-03 | March | derived_from=<May of 2014>
  DATE 2014-04 | April | derived_from=<May of 2014>
  DATE 2014-05 | May of 2014
In March - May 2014 he fled. In June he came.
  DATE 2014-03/2014-05 | March - May 2014 | derived_from=<May 2014> ends=<March>=2014-03 <May 2014>=2014-05
  DATE 2014-06 | June | derived_from=<May 2014>
In November, and the early May 2014 light, he fled.
  DATE | November | grain=M
  DATE 2014-05 | the early May 2014 | mod=EARLY
In March, a month of 2014, he fled.
  DATE | March | grain=M
  DURATION P1M | a month
  DATE 2014 | 2014
It was reported from March till 5 May 2014.
  DATE 2014-03/2014-05-05 | March till 5 May 2014 | derived_from=<5 May 2014> ends=<March>=2014-03 <5 May 2014>=2014-05-05
Monday, May 6, 2024\n\nAn attack on January 3 failed.
  DATE 2024-05-06 | Monday, May 6, 2024
  DATE 2024-01-03 | January 3 | derived_from=<Monday, May 6, 2024>
Published: May 6, 2024, 9:00\n\nAn attack on January 3 failed.
  DATE 2024-05-06 | May 6, 2024
  TIME 2024-05-06T09:00 | 9:00 | derived_from=<May 6, 2024>
  DATE 2024-01-03 | January 3 | derived_from=<May 6, 2024>
Updated on 6 May 2024 by us\n\nAn attack on January 3 failed.
  DATE 2024-05-06 | 6 May 2024
  DATE 2024-01-03 | January 3 | derived_from=<6 May 2024>
LONDON, England, May 6, 2024 (Agency) - An attack on January 3 failed.
  DATE 2024-05-06 | May 6, 2024
  DATE 2024-01-03 | January 3 | derived_from=<May 6, 2024>
LONDON, May 6, 2024 - An attack on January 3 failed.
  DATE 2024-05-06 | May 6, 2024
  DATE 2024-01-03 | January 3 | derived_from=<May 6, 2024>
London, May 6, 2024 - An attack on January 3 failed.
  DATE 2024-05-06 | May 6, 2024
  DATE 2024-01-03 | January 3 | derived_from=<May 6, 2024>
On the morning of May 6, 2024\nan attack failed. It was planned on January 3.
  DATE 2024-05-06 | the morning of May 6, 2024 | part=MO
  DATE 2024-01-03 | January 3 | derived_from=<the morning of May 6, 2024>
By our own man there on May 6, 2024\nAn attack on January 3 failed.
  DATE 2024-05-06 | May 6, 2024
  DATE 2024-01-03 | January 3 | derived_from=<May 6, 2024>
A. Writer | 6 May 2024 | World\n\nAn attack on January 3 failed.
  DATE 2024-05-06 | 6 May 2024
  DATE 2024-01-03 | January 3 | derived_from=<6 May 2024>
6 May 2024 was calm. An attack on January 3 failed.
  DATE 2024-05-06 | 6 May 2024
  DATE 2024-01-03 | January 3 | derived_from=<6 May 2024>
2024-05-06\nAn attack on January 3 failed.
  DATE 2024-05-06 | 2024-05-06
  DATE 2024-01-03 | January 3 | derived_from=<2024-05-06>
May 2024\n\nAn attack on January 3 failed.
  DATE 2024-05 | May 2024
  DATE 2024-01-03 | January 3 | derived_from=<May 2024>
4 Feb 90 (Agency) He fled on January 3.
  DATE 1990-02-04 | 4 Feb 90
  DATE 1990-01-03 | January 3 | derived_from=<4 Feb 90>
Due 03/04/2023, paid 28/04/2023.
  DATE 2023-04-03 | 03/04/2023
  DATE 2023-04-28 | 28/04/2023
Due 03/04/2023, paid 04/28/2023.
  DATE 2023-03-04 | 03/04/2023
  DATE 2023-04-28 | 04/28/2023
Due 03/04/2023, paid 28/04/2023 or 04/28/2023.
  DATE 2023 | 03/04/2023
  DATE 2023 | 28/04/2023
  DATE 2023 | 04/28/2023
Due 03/04/2023, paid 12/12/2023 or 32/01/2023.
  DATE 2023 | 03/04/2023
  DATE 2023-12-12 | 12/12/2023
Due 03/04/2023, paid 31/12/2023.
  DATE 2023-04-03 | 03/04/2023
  DATE 2023-12-31 | 31/12/2023
Due 03/04/2023, paid 12/31/2023.
  DATE 2023-03-04 | 03/04/2023
  DATE 2023-12-31 | 12/31/2023
Due 03.04.2023, paid 05/06/2023.
  DATE 2023-04-03 | 03.04.2023
  DATE 2023-06-05 | 05/06/2023
Due 3/4/23, paid 28/4/23.
  DATE 2023-04-03 | 3/4/23
  DATE 2023-04-28 | 28/4/23
In 490 BC, 480 BC, 479 BC and 478 BC they fought. In 465, he died.
  DATE -0490 | 490 BC
  DATE -0480 | 480 BC
  DATE -0479 | 479 BC
  DATE -0478 | 478 BC
  DATE -0465 | 465
In 490 BC, 480 BC and 479 BC they fought. In 465, he died.
  DATE -0490 | 490 BC
  DATE -0480 | 480 BC
  DATE -0479 | 479 BC
"""),  # noqa: E501
)
def test_headed(nlp, text, lines):
    assert told(text, dates.extract(nlp(text), None)) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
In 2016 it began, in 2017 it grew. He fled on Monday.
  DATE 2016 | 2016
  DATE 2017 | 2017
  DATE 2024-03-18 | Monday | derived_from=published grain=D relative=1
In 2016, 2017, 2017, 2018 and 2019 it grew. He fled on Monday.
  DATE 2016 | 2016
  DATE 2017 | 2017
  DATE 2017 | 2017
  DATE 2018 | 2018
  DATE 2019 | 2019
  DATE | Monday | grain=D relative=1
In 2016, 2017, 2017 and 2018 it grew. He fled on Monday.
  DATE 2016 | 2016
  DATE 2017 | 2017
  DATE 2017 | 2017
  DATE 2018 | 2018
  DATE 2024-03-18 | Monday | derived_from=published grain=D relative=1
In 2019, 2020, 2021, 2022 and 2023 it grew. He fled on Monday.
  DATE 2019 | 2019
  DATE 2020 | 2020
  DATE 2021 | 2021
  DATE 2022 | 2022
  DATE 2023 | 2023
  DATE 2024-03-18 | Monday | derived_from=published grain=D relative=1
In 2016, 2017, 2017, 2018 and 2019 it grew. He fled on Monday; yesterday he came.
  DATE 2016 | 2016
  DATE 2017 | 2017
  DATE 2017 | 2017
  DATE 2018 | 2018
  DATE 2019 | 2019
  DATE 2024-03-18 | Monday | derived_from=published grain=D relative=1
  DATE 2024-03-21 | yesterday | derived_from=published grain=D relative=1
In 2016, 2017, 2017, 2018, 2019, 2019 and 2019 it grew. He fled on Monday; last year he came.
  DATE 2016 | 2016
  DATE 2017 | 2017
  DATE 2017 | 2017
  DATE 2018 | 2018
  DATE 2019 | 2019
  DATE 2019 | 2019
  DATE 2019 | 2019
  DATE | Monday | grain=D relative=1
  DATE | last year | grain=Y relative=1
In 2016, 2017, 2017, 2018, 2019, 2019 and 2019 it grew. He said "Come on Monday" and fled last June, two years ago.
  DATE 2016 | 2016
  DATE 2017 | 2017
  DATE 2017 | 2017
  DATE 2018 | 2018
  DATE 2019 | 2019
  DATE 2019 | 2019
  DATE 2019 | 2019
  DATE | Monday | grain=D relative=1
  DATE | last June | grain=M relative=1
  DATE | two years ago | grain=Y relative=1
"""),  # noqa: E501
)
def test_history(nlp, text, lines):
    assert told(text, dates.extract(nlp(text), DAY)) == lines


@pytest.mark.parametrize(
    "after",
    [
        "In 2020 he came, in June he went.",
        "On 3 June he came, then 2020 came.",
        "Two days later, in June, he came.",
        "In June he came, and so in July.",
    ],
)
def test_what_comes_later_takes_no_lent_year_away(nlp, after):
    first, *_ = dates.extract(nlp(f"From March to May 2019 he slept. {after}"), None)
    assert first.value == "2019-03/2019-05"
