"""Words that shade a date, and two dates that are one interval."""

import pytest

from incidents.extractors import dates
from tests.told import cases, told


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
The night of 3 March 2014 was calm.
  DATE 2014-03-03 | The night of 3 March 2014 | part=NI
In the early morning of 3 March 2014 it began.
  DATE 2014-03-03 | the early morning of 3 March 2014 | part=MO
In the late evening hours of 3 March 2014 it ended.
  DATE 2014-03-03 | the late evening hours of 3 March 2014 | part=EV
At dawn on 3 March 2014 it began.
  DATE 2014-03-03 | dawn on 3 March 2014 | part=MO
On the afternoon of the 3rd of March 2014 it began.
  DATE 2014-03-03 | the afternoon of the 3rd of March 2014 | part=AF
In mid-March 2014 they met.
  DATE 2014-03 | mid-March 2014 | mod=MID
Late in March 2014 they met.
  DATE 2014-03 | Late in March 2014 | mod=LATE
At the beginning of March 2014 they met.
  DATE 2014-03 | the beginning of March 2014 | mod=START
At the start of 2014 they met.
  DATE 2014 | the start of 2014 | mod=START
In the middle of 2014 they met.
  DATE 2014 | the middle of 2014 | mod=MID
By the end of 2014 they had met.
  DATE 2014 | the end of 2014 | mod=END
In the second half of 2014 they met.
  DATE 2014-07/2014-12 | the second half of 2014 | grain=H
In the early days of March 2014 they met.
  DATE 2014-03 | the early days of March 2014 | mod=EARLY
In the early part of 2014 they met.
  DATE 2014 | the early part of 2014 | mod=EARLY
In the latter part of 2014 they met.
  DATE 2014 | the latter part of 2014 | mod=LATE
In the closing months of 2014 they met.
  DATE 2014 | the closing months of 2014 | mod=LATE
On or about 3 March 2014 they met.
  DATE 2014-03-03~ | On or about 3 March 2014 | mod=APPROX
They met around March 2014, or circa 2013.
  DATE 2014-03~ | around March 2014 | mod=APPROX
  DATE 2013~ | circa 2013 | mod=APPROX
Ca. 2014 it turned, or c. 2013.
  DATE 2014~ | Ca. 2014 | mod=APPROX
  DATE 2013~ | c. 2013 | mod=APPROX
About 480 BC it turned.
  DATE -0480~ | About 480 BC | mod=APPROX
He had left before 3 March 2014 or prior to 2013.
  DATE 2014-03-03 | 3 March 2014 | mod=BEFORE
  DATE 2013 | 2013 | mod=BEFORE
After March 2014 and since 2016 he slept.
  DATE 2014-03 | March 2014 | mod=AFTER
  DATE 2016 | 2016 | mod=AFTER
The week of March 5, 2014 was calm.
  DATE 2014-03-03/2014-03-09 | The week of March 5, 2014 | grain=W
The week of March 2014 was calm.
  DATE | The week of March 2014 | grain=W
The 2014 World Cup was calm, and the 2015 Conference of the Parties.
  DATE 2014 | 2014 | name=1
  DATE 2015 | 2015 | name=1
The 2014 Women's Rugby World Cup was calm.
  DATE 2014 | 2014 | name=1
The March 2014 Summit was calm.
  DATE 2014-03 | March 2014
Euro 2016 was calm; so was the Treaty 2004.
  DATE 2016 | 2016 | name=1
  DATE 2004 | 2004 | name=1
The 2014 cup of tea was calm. Around 2014 Olympics were held.
  DATE 2014 | 2014
  DATE 2014~ | Around 2014 | mod=APPROX
It ran from 3 March 2014 to 5 April 2014.
  DATE 2014-03-03/2014-04-05 | 3 March 2014 to 5 April 2014 | ends=<3 March 2014>=2014-03-03 <5 April 2014>=2014-04-05
It ran 3 March 2014 to 5 April 2014.
  DATE 2014-03-03 | 3 March 2014
  DATE 2014-04-05 | 5 April 2014
It ran 3 March 2014 - 5 April 2014.
  DATE 2014-03-03/2014-04-05 | 3 March 2014 - 5 April 2014 | ends=<3 March 2014>=2014-03-03 <5 April 2014>=2014-04-05
It ran from 5 April 2014 to 3 March 2014.
  DATE 2014-04-05 | 5 April 2014
  DATE 2014-03-03 | 3 March 2014
It ran from 3 March 2014 until 3 March 2014.
  DATE 2014-03-03 | 3 March 2014
  DATE 2014-03-03 | 3 March 2014
It ran between 3 March 2014 and 5 April 2014.
  DATE 2014-03-03/2014-04-05 | 3 March 2014 and 5 April 2014 | ends=<3 March 2014>=2014-03-03 <5 April 2014>=2014-04-05
On 3 March 2014 and 5 April 2014 it ran.
  DATE 2014-03-03 | 3 March 2014
  DATE 2014-04-05 | 5 April 2014
It ran from March 2014 through May 2015.
  DATE 2014-03/2015-05 | March 2014 through May 2015 | ends=<March 2014>=2014-03 <May 2015>=2015-05
It ran from 2014 to March 2014.
  DATE 2014 | 2014
  DATE 2014-03 | March 2014
It ran from 2014 to December 2014.
  DATE 2014 | 2014
  DATE 2014-12 | December 2014
From early March 2014 to late May 2015 it ran.
  DATE 2014-03/2015-05 | early March 2014 to late May 2015 | ends=<early March 2014>=2014-03 <late May 2015>=2015-05 mod=LATE
It ran from about March 2014 to May 2015.
  DATE 2014-03~/2015-05 | about March 2014 to May 2015 | ends=<about March 2014>=2014-03~ <May 2015>=2015-05 mod=APPROX
It ran from 24-26 July 2014 to 3 August 2014.
  DATE 2014-07-24/2014-07-26 | 24-26 July 2014 | ends=<24>=2014-07-24 <26 July 2014>=2014-07-26
  DATE 2014-08-03 | 3 August 2014
It ran from 10:30 to 5 May 2014.
On 24-26 July 2014, on 2 or 3 August 2014, on 4 and 5 May 2014.
  DATE 2014-07-24/2014-07-26 | 24-26 July 2014 | ends=<24>=2014-07-24 <26 July 2014>=2014-07-26
  DATE 2014-08-02 | 2
  DATE 2014-08-03 | 3 August 2014
  DATE 2014-05-04 | 4
  DATE 2014-05-05 | 5 May 2014
Between 24th and 26th July 2014 it ran.
  DATE 2014-07-24/2014-07-26 | 24th and 26th July 2014 | ends=<24th>=2014-07-24 <26th July 2014>=2014-07-26
On July 24-26, 2014 and August 2 through 3, 2014.
  DATE 2014-07-24/2014-07-26 | July 24-26, 2014 | ends=<July 24>=2014-07-24 <26, 2014>=2014-07-26
  DATE 2014-08-02/2014-08-03 | August 2 through 3, 2014 | ends=<August 2>=2014-08-02 <3, 2014>=2014-08-03
On July 24 and 26, 2014 it ran.
  DATE 2014-07-24 | July 24
  DATE 2014-07-26 | 26, 2014
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    assert told(text, dates.extract(nlp(text), None)) == lines


def read(nlp, text):
    return [
        (m.value, m.get("mod") or m.get("part") or m.get("grain") or m.get("name"))
        for m in dates.extract(nlp(text), None)
    ]


@pytest.mark.parametrize(
    ("words", "mod"),
    [
        ("early", "EARLY"),
        ("Early", "EARLY"),
        ("mid", "MID"),
        ("Mid", "MID"),
        ("middle", "MID"),
        ("late", "LATE"),
        ("Late", "LATE"),
        ("beginning of", "START"),
        ("start of", "START"),
        ("end of", "END"),
        ("first months of", "EARLY"),
        ("early days of", "EARLY"),
        ("early months of", "EARLY"),
        ("early weeks of", "EARLY"),
        ("early part of", "EARLY"),
        ("latter part of", "LATE"),
        ("closing months of", "LATE"),
    ],
)
def test_shades(nlp, words, mod):
    assert ("2014-03", mod) in read(nlp, f"It was there in {words} March 2014.")


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("night", "NI"),
        ("morning", "MO"),
        ("evening", "EV"),
        ("afternoon", "AF"),
        ("dawn", "MO"),
        ("early morning", "MO"),
        ("late evening hours", "EV"),
    ],
)
def test_parts_of_a_day(nlp, word, part):
    assert read(nlp, f"It was on the {word} of 3 March 2014.") == [("2014-03-03", part)]


@pytest.mark.parametrize(
    "word",
    [
        "about",
        "around",
        "on or about",
        "circa",
        "roughly",
        "ca.",
        "c.",
        "approximately",
    ],
)
def test_about(nlp, word):
    assert read(nlp, f"It was by {word} March 2014.") == [("2014-03~", "APPROX")]


@pytest.mark.parametrize(
    ("word", "mod"),
    [
        ("before", "BEFORE"),
        ("prior to", "BEFORE"),
        ("after", "AFTER"),
        ("since", "AFTER"),
    ],
)
def test_sides(nlp, word, mod):
    assert read(nlp, f"It was {word} March 2014.") == [("2014-03", mod)]
    assert read(nlp, f"It was {word} the March 2014.") == [("2014-03", mod)]


@pytest.mark.parametrize("word", "of beginning starting".split())
def test_weeks(nlp, word):
    assert read(nlp, f"The week {word} 5 March 2014.") == [
        ("2014-03-03/2014-03-09", "W")
    ]


@pytest.mark.parametrize(
    "word",
    "Cup Olympics Paralympics Games Championship Summit Conference Festival Expo Index "
    "Convention Act Treaty Agreement Protocol Constitution Strategy Report "
    "Pride Season".split(),
)
def test_names(nlp, word):
    assert read(nlp, f"It was the 2014 {word} there.") == [("2014", "1")]
    assert read(nlp, f"It was the 2014 Red and Blue {word} there.") == [("2014", "1")]
    assert read(nlp, f"It was the {word} 2014 there.") == [("2014", "1")]


@pytest.mark.parametrize("word", "to until till through".split())
def test_from_to(nlp, word):
    assert read(nlp, f"From 3 March 2014 {word} the 5 April 2014.")[0][0] == (
        "2014-03-03/2014-04-05"
    )


@pytest.mark.parametrize("dash", "-–—‐‑")
def test_dashes(nlp, dash):
    assert read(nlp, f"On 3 March 2014 {dash} 5 April 2014.")[0][0] == (
        "2014-03-03/2014-04-05"
    )


@pytest.mark.parametrize(
    "text",
    [
        "From January 2014 to 2014.",
        "From 2014 to December 2014.",
        "From 2014 to 3 March 2014.",
        "From 3 March 2014 to March 2014.",
        "From 2014 to 2013.",
        "Whereof 2014 to 2015.",
        "2014 to 2015.",
    ],
)
def test_no_interval(nlp, text):
    assert all("/" not in m.value for m in dates.extract(nlp(text), None))
