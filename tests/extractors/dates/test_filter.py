"""Words that only look like dates."""

from datetime import date

import pytest

from incidents.extractors import dates
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


def values(nlp, text):
    return [m.value for m in dates.extract(nlp(text), None)]


@pytest.mark.parametrize(
    "word",
    "people persons men women children civilians troops soldiers fighters militants "
    "prisoners refugees members victims casualties residents homes houses villagers "
    "protesters demonstrators police officers students dollars euros pounds rupees "
    "rounds tons tonnes votes others inmates workers passengers followers strong "
    "percent km miles meters kg million billion degrees feet acres hectares".split(),
)
def test_what_is_counted(nlp, word):
    assert values(nlp, f"They had 2014 {word} there.") == []
    assert values(nlp, f"They had 2014 old {word} there.") in ([], ["2014"])


@pytest.mark.parametrize(
    "word",
    "resolution resolutions page pages p. pp. no. nr. number flight room route highway "
    "article section paragraph chapter battalion case building bus model least than "
    "nearly almost some approximately roughly over estimated only killed killing "
    "wounded injured another additional".split(),
)
def test_what_numbers_things(nlp, word):
    assert values(nlp, f"It was {word} 2014 there.") == []


@pytest.mark.parametrize("words", ["up to", "total of", "population of"])
def test_words_before_a_count(nlp, words):
    assert values(nlp, f"It was {words} 2014 there.") == []


@pytest.mark.parametrize(
    "word",
    "in of since by until till from to during before after between and or late early "
    "mid year around circa through the spring summer autumn winter fall a an about as "
    "on for throughout its his their that this pre post".split(),
)
def test_what_a_round_year_leans_on(nlp, word):
    assert [v[:4] for v in values(nlp, f"It was {word} 2000.")] == ["2000"]
    assert values(nlp, "It was nice 2000.") == []


@pytest.mark.parametrize("mark", "$ € £ # § US$".split())
def test_signs(nlp, mark):
    assert values(nlp, f"It was {mark} 2014.") == []


@pytest.mark.parametrize(
    "word",
    "in of since by until till from to during before after between and or late early "
    "mid last next this that around through throughout every each following previous "
    "about for beginning end middle start".split(),
)
def test_what_a_month_leans_on(nlp, word):
    found = list(dates.extract(nlp(f"It came {word} May."), None))
    assert any("May" in m.text for m in found)
    assert not list(dates.extract(nlp("It came there May."), None))


@pytest.mark.parametrize(
    "month", "March May Mar. Jan. Jun. Apr. Dec. Sep. Sept.".split()
)
def test_months_that_are_words(nlp, month):
    assert [m.value for m in dates.extract(nlp(f"He saw {month} there."), None)] == []


@pytest.mark.parametrize("month", "April June August".split())
def test_months_that_are_names(nlp, month):
    assert not list(dates.extract(nlp(f"He saw Anna {month} there."), None))
    assert not list(dates.extract(nlp(f"He saw {month} Berg there."), None))
    assert list(dates.extract(nlp(f"He saw {month} there."), None))


@pytest.mark.parametrize(
    "words", ["on Rome", "for Peace", "of Men", "said", "told", "12"]
)
def test_a_march(nlp, words):
    assert values(nlp, f"It was in March {words}.") in ([], [""])
    assert not [
        m for m in dates.extract(nlp(f"It was in March {words}."), None) if m.end == 15
    ]


@pytest.mark.parametrize(
    "word",
    "black organization organisation revolutionary movement group brigade".split(),
)
def test_names_of_groups(nlp, word):
    assert values(nlp, f"The {word} September came.") == []
    assert values(nlp, f"The {word} 17 November came.") == []


@pytest.mark.parametrize(
    "word",
    "Organization Organisation Group Movement Brigade Brigades group Martyrs".split(),
)
def test_groups_named_after_a_day(nlp, word):
    assert values(nlp, f"The 17 November {word} came.") == []


@pytest.mark.parametrize(
    "word",
    "mass prayer prayers service services school schools worship market markets Times "
    "Telegraph Mail Express Herald Tribune League".split(),
)
def test_what_is_of_every_week(nlp, word):
    assert values(nlp, f"They met at Sunday {word} there.") == []


@pytest.mark.parametrize(
    "word", "hours times dollars miles days men people percent".split()
)
def test_rates(nlp, word):
    found = [m.text for m in dates.extract(nlp(f"It took many {word} a day."), None)]
    assert "a day" not in found


@pytest.mark.parametrize(
    "heading",
    [
        "References",
        "Bibliography",
        "WORKS CITED",
        "Literature",
        "Endnotes:",
        "# Sources",
    ],
)
def test_what_follows_the_sources(nlp, heading):
    text = f"In 2014 it fell, and it went on for long.\n\n{heading}\n\nIn 2015.\n"
    assert values(nlp, text) == ["2014"]
    assert values(nlp, f"{text}\nAnnex\nIn 2016.") == ["2014", "2016"]
    assert values(nlp, f"{text}\nAppendix\nIn 2016.") == ["2014", "2016"]


@pytest.mark.parametrize("word", ["accessed", "Retrieved on", "last visited"])
def test_when_it_was_read(nlp, word):
    assert values(nlp, f"It stands there, {word} 3 March 2014.") == []


@pytest.mark.parametrize("word", "in since during".split())
def test_a_year_in_which_people_came(nlp, word):
    assert values(nlp, f"It was {word} 2015 people came.") == ["2015"]
    assert values(nlp, "It was by 2015 people.") == []
