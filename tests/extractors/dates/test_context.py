"""The year and the day that a date leans on."""

from datetime import date

import pytest

from incidents.extractors import dates
from tests.told import cases, told

DAY = date(2024, 3, 22)  # a Friday


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
On 22 May he came.
  DATE 2024-05-22 | 22 May | derived_from=published
The bomb went off on 21 May. The bomb went off on 23 May.
  DATE 2024-05-21 | 21 May | derived_from=published
  DATE 2023-05-23 | 23 May | derived_from=published
It began in January. It will open on 16 January. It will open on 20 January.
  DATE 2024-01 | January | derived_from=published
  DATE 2025-01-16 | 16 January | derived_from=published
  DATE 2025-01-20 | 20 January | derived_from=<16 January>
On 5 March 2019 he fled; papers released in 2023 show it. In May he came.
  DATE 2019-03-05 | 5 March 2019
  DATE 2023 | 2023
  DATE 2019-05 | May | derived_from=<5 March 2019>
On 5 March 2019 he fled. In 2020 he came. In May he went.
  DATE 2019-03-05 | 5 March 2019
  DATE 2020 | 2020
  DATE 2020-05 | May | derived_from=<2020>
In 1990 he fled; he came in 2015 and again in 2017. In May he went.
  DATE 1990 | 1990
  DATE 2015 | 2015
  DATE 2017 | 2017
  DATE 2017-05 | May | derived_from=<2017>
In 2019 it grew. It was seen in 1960 too. In May it fell.
  DATE 2019 | 2019
  DATE 1960 | 1960
  DATE 2019-05 | May | derived_from=<2019>
On 30 November 2019 he fled. On 3 March he came.
  DATE 2019-11-30 | 30 November 2019
  DATE 2024-03-03 | 3 March | derived_from=published
On 30 May 2019 he fled.\n\nOn 12 June he came.
  DATE 2019-05-30 | 30 May 2019
  DATE 2023-06-12 | 12 June | derived_from=published
On 30 May 2019 he fled, as on 12 April.
  DATE 2019-05-30 | 30 May 2019
  DATE 2019-04-12 | 12 April | derived_from=<30 May 2019>
On 30 May 2019 he fled. On 12 April he came. On 30 May he slept.
  DATE 2019-05-30 | 30 May 2019
  DATE 2024-04-12 | 12 April | derived_from=published
  DATE 2023-05-30 | 30 May | derived_from=published
On 30 May 2024 he fled. On 12 June he came.
  DATE 2024-05-30 | 30 May 2024
  DATE 2023-06-12 | 12 June | derived_from=published
He will meet them on 1 December. He met them on 1 December.
  DATE 2024-12-01 | 1 December | derived_from=published
  DATE 2023-12-01 | 1 December | derived_from=published
The talks are due to begin in November. The talks began in November.
  DATE 2024-11 | November | derived_from=published
  DATE 2023-11 | November | derived_from=published
The talks are set for May 20. The talks, scheduled for June 20, were moved.
  DATE 2024-05-20 | May 20 | derived_from=published
  DATE 2024-06-20 | June 20 | derived_from=published
The deadline is in August. He plans to come in August. He won't come in August.
  DATE 2024-08 | August | derived_from=published
  DATE 2024-08 | August | derived_from=published
  DATE 2024-08 | August | derived_from=published
He comes by late August; he comes as early as August; he waits until 9 a.m. Monday.
  DATE 2024-08 | late August | derived_from=published mod=LATE
  DATE 2024-08 | August | derived_from=published
  TIME 2024-03-25T09:00 | 9 a.m. | derived_from=<Monday>
  DATE 2024-03-25 | Monday | derived_from=published grain=D relative=1
He will come, he said, on Monday. He will come, police said on Monday. He'll come on Monday.
  DATE 2024-03-18 | Monday | derived_from=published grain=D relative=1
  DATE 2024-03-18 | Monday | derived_from=published grain=D relative=1
  DATE 2024-03-25 | Monday | derived_from=published grain=D relative=1
He will come Monday morning. It will rain Monday said he.
  DATE 2024-03-25 | Monday morning | derived_from=published grain=D part=MO relative=1
  DATE 2024-03-18 | Monday | derived_from=published grain=D relative=1
In March he came. In April he went. On March 22 he slept. On March 23 he woke.
  DATE 2024-03 | March | derived_from=published
  DATE 2023-04 | April | derived_from=published
  DATE 2024-03-22 | March 22 | derived_from=published
  DATE 2024-03-23 | March 23 | derived_from=published
On May 21 he came; on May 22 he went.
  DATE 2024-05-21 | May 21 | derived_from=published
  DATE 2024-05-22 | May 22 | derived_from=published
On 30 November 2019 he fled, and on 3 January he came.
  DATE 2019-11-30 | 30 November 2019
  DATE 2020-01-03 | 3 January | derived_from=<30 November 2019>
On 30 September 2019 he fled, and on 3 January he came.
  DATE 2019-09-30 | 30 September 2019
  DATE 2019-01-03 | 3 January | derived_from=<30 September 2019>
On 30 October 2019 he fled, and on 3 February he came.
  DATE 2019-10-30 | 30 October 2019
  DATE 2020-02-03 | 3 February | derived_from=<30 October 2019>
On 30 November 2019 he fled, and on 3 March he came.
  DATE 2019-11-30 | 30 November 2019
  DATE 2019-03-03 | 3 March | derived_from=<30 November 2019>
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    assert told(text, dates.extract(nlp(text), DAY)) == lines


def day(nlp, text):
    *_, last = dates.extract(nlp(text), DAY)
    return last.value


@pytest.mark.parametrize(
    "words",
    [
        *("will meet", "shall meet", "say he'll meet", "say he’ll meet", "won't meet"),
        *(f"are {w} to meet" for w in "due set expected scheduled going".split()),
        *("is to meet", "has scheduled it", "have scheduled it", "scheduled for it"),
        *("set to meet", "expected to meet", "plan to meet", "plans to meet"),
        *(f"came to {w}" for w in "begin meet open resume start".split()),
        *("postponed it", "the upcoming one", "the deadline"),
    ],
)
def test_what_is_to_come(nlp, words):
    assert day(nlp, f"They {words} on 1 December.") == "2024-12-01"
    assert day(nlp, f"They {words}; it was on 1 December.") == "2023-12-01"


@pytest.mark.parametrize("word", ["by", "until", "till", "as soon as", "as early as"])
def test_until(nlp, word):
    assert day(nlp, f"They met {word} 1 December.") == "2024-12-01"
    assert day(nlp, f"They met {word} late 1 December.") == "2024-12-01"
    assert day(nlp, f"They met {word} 9 a.m. 1 December.")[:10] == "2024-12-01"


@pytest.mark.parametrize("words", ["met", "said they will meet", "will meet, he said,"])
def test_what_has_been(nlp, words):
    expected = "2024-12-01" if words == "said they will meet" else "2023-12-01"
    assert day(nlp, f"They {words} on 1 December.") == expected


@pytest.mark.parametrize("after", [" said he", " morning said he", " killed two"])
def test_what_the_words_after_tell(nlp, after):
    assert day(nlp, f"They will meet on Monday{after}.") == "2024-03-18"


@pytest.mark.parametrize(
    ("first", "year"),
    [
        ("In 2019 it grew.", "2019"),
        ("In 2019 it grew.\n\nIt went on.", "2023"),
        ("In 2019 it grew. It was so since 2020.", "2020"),
        ("In 2019 it grew. In 2021 it was so.", "2021"),
        ("In 2019 it grew.\n\nIt was so, all told, in 2020.", "2020"),
        ("In 2019 it grew.\n\nIt was so, all told, in 2023.", "2023"),
        ("In 1990 it grew and was so, all told, in 2019.", "2019"),
        ("In 1980 it grew and was so, all told, in 2019.", "1980"),
        ("In May 2019 it grew and was so, all told, in 2020.", "2019"),
    ],
)
def test_the_year_a_story_has_got_to(nlp, first, year):
    assert day(nlp, f"{first} In June it fell.") == f"{year}-06"


@pytest.mark.parametrize(
    ("heading", "year"),
    [
        ("The events of the year 2009", "2009"),
        ("The events of the year 2009.", "2019"),
        ('The events "of the year 2009"', "2019"),
        (
            "The year 2009 told in a line of less than eighty characters, no stop",
            "2009",
        ),
        ("The events of the year 2009 " + "told at length " * 4, "2019"),
        ("Of the 2009 events", "2009"),
        ("It was of the 2009 events.", "2019"),
    ],
)
def test_a_heading_moves_the_story(nlp, heading, year):
    text = f"In May 2019 he fled.\n\n{heading}\n\nIn June he came."
    *_, june = dates.extract(nlp(text), None)
    assert june.value == f"{year}-06"
