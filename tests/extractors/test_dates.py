"""What is not marked must not be found; every sentence here was made up."""

from datetime import date

import pytest

from incidents.extractors import dates
from tests.marked import unmark

FRIDAY = date(2024, 3, 22)


def check(nlp, marked, published=FRIDAY):
    text, expected = unmark(marked, dates.__name__)
    assert list(dates.extract(nlp(text), published)) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "On [3 March 2014](DATE 2014-03-03) it began.",
        "On [Monday, the 3rd of March, 2014](DATE 2014-03-03) it began.",
        "[March 3rd, 2014](DATE 2014-03-03): a start.",
        "On [March 3,2014](DATE 2014-03-03), it began.",
        "SANAA, [NOV. 3 , 2014](DATE 2014-11-03) (Agency)",
        "Stamped [2014-03-03](DATE 2014-03-03).",
        "[2014 March 03](DATE 2014-03-03)",
        "In [March 2014](DATE 2014-03) and [March of 2015](DATE 2015-03).",
        "Row\t[04/2020](DATE 2020-04)\tHamburg",
        "In [2014](DATE 2014) and by [1876](DATE 1876).",
        "He left in [mid-2014](DATE 2014) for good.",
        "The class of ['58](DATE 1958) met.",
        "[The 1980s](DATE 198X) and [the '90s](DATE 199X) were calm.",
        "In [the nineteenth century](DATE 18XX) and [the 20th century](DATE 19XX).",
        "In [480 BC](DATE -0480) they came.",
        "[Q1 2019](DATE 2019-01/2019-03).",
        "[The second half of 2022](DATE 2022-07/2022-12).",
        "On [28 June in 2020](DATE 2020-06-28), [January first 2000](DATE 2000-01-01).",
    ],
)
def test_printed(nlp, marked):
    check(nlp, marked)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("In [Early December 2023](DATE 2023-12) they met.", id="early"),
        pytest.param("It was [around July 2023](DATE 2023-07~).", id="about"),
        pytest.param("In [the summer of 2023](DATE 2023-22) they met.", id="season"),
        pytest.param("[Easter Monday 2023](DATE 2023-04-10) was calm.", id="feast"),
        pytest.param("[New Year\u2019s Eve 2015](DATE 2015-12-31).", id="apostrophe"),
        pytest.param("At [Christmas 2016](DATE 2016-12) he fled.", id="no day said"),
        pytest.param(
            "[The first week of March 2020](DATE 2020-03).", id="part of month"
        ),
        pytest.param("[The first Monday of May 2023](DATE 2023-05-01).", id="nth"),
        pytest.param(
            "The trial of [the week of March 4, 2024](DATE 2024-03-04/2024-03-10).",
            id="week of",
        ),
    ],
)
def test_as_said(nlp, marked):
    check(nlp, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[24-26 July 2024](DATE 2024-07-24/2024-07-26)",
        "between [24 and 26 July 2024](DATE 2024-07-24/2024-07-26)",
        "on [24](DATE 2024-07-24) and [26 July 2024](DATE 2024-07-26)",
        "[July 24-26, 2024](DATE 2024-07-24/2024-07-26)",
        "[The night of 3-4 March 2024](DATE 2024-03-03/2024-03-04)",
        "from [March to May 2019](DATE 2019-03/2019-05)",
        "from [December to May 2019](DATE 2018-12/2019-05)",
        "([June 14 through July 14, 2023](DATE 2023-06-14/2023-07-14))",
        "in [1992-95](DATE 1992/1995) and [2014-2017](DATE 2014/2017)",
        "between [2014 and 2017](DATE 2014/2017)",
        "in [2014](DATE 2014) and [2017](DATE 2017)",
    ],
)
def test_interval(nlp, marked):
    check(nlp, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "It may be a second attack; Theresa May said so.",
        "The March on Rome. They march to the sea.",
        "Some 2000 people, 2,000 men and 1,300 others; 1500 troops.",
        "Resolution 1989, page 1998, Flight 1907, $2014, room 2013.",
        "See https://example.org/2014/03/03 or call +44 2014 2015.",
        "The group Black September and the 17 November group.",
        "At Sunday mass and at Friday prayers.",
        "February 30, 2019 is no day.",
        "The fall of the city; a spring of water.",
        "They struck at 2030 and fled.",
        "Some 3/4 of version 1.2.3 and 24/7.",
    ],
)
def test_no_date(nlp, marked):
    check(nlp, marked)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("He spoke on [Friday](DATE 2024-03-22).", id="the day itself"),
        pytest.param("He spoke on [Monday](DATE 2024-03-18).", id="looking back"),
        pytest.param("He will speak on [Monday](DATE 2024-03-25).", id="looking ahead"),
        pytest.param("He has until [Monday](DATE 2024-03-25).", id="until"),
        pytest.param("He fled [last Friday](DATE 2024-03-15).", id="last"),
        pytest.param("He fled [yesterday](DATE 2024-03-21).", id="yesterday"),
        pytest.param("It rained [last night](DATE 2024-03-21).", id="last night"),
        pytest.param("[Last week](DATE 2024-03-11/2024-03-17) it rained.", id="week"),
        pytest.param("[Last month](DATE 2024-02), [next year](DATE 2025).", id="units"),
        pytest.param("[Two years ago](DATE 2022) he fled.", id="years: no finer"),
        pytest.param("[Two weeks ago](DATE 2024-03-04/2024-03-10).", id="weeks"),
        pytest.param("[Last summer](DATE 2023-22) was hot.", id="season"),
        pytest.param("On [January 3](DATE 2024-01-03) he fled.", id="day, this year"),
        pytest.param("On [Nov. 14](DATE 2023-11-14) he fled.", id="day, last year"),
        pytest.param("Talks on [April 2](DATE 2024-04-02).", id="day, soon"),
        pytest.param("In [October](DATE 2023-10) he fled.", id="month"),
        pytest.param("He planned to strike in [October](DATE 2023-10).", id="a plan"),
        pytest.param("[Several days later](DATE) he fled.", id="how many?"),
    ],
)
def test_counted_from_publication(nlp, marked):
    check(nlp, marked)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In January last year it fell.", "2023-01"),
        ("In May this year it fell.", "2024-05"),
        ("On 3 May of last year it fell.", "2023-05-03"),
        ("On May 3 next year it falls.", "2025-05-03"),
        ("In May and last year it fell.", "2023-05"),
        ("On Monday last week it fell.", "2024-03-11"),
        ("On Monday of this week it fell.", "2024-03-18"),
        ("On Sunday next week it falls.", "2024-03-31"),
    ],
)
def test_words_after_a_date_tell_its_year_or_week(nlp, text, value):
    first = next(m for m in dates.extract(nlp(text), FRIDAY) if m.label == "DATE")
    assert (first.value, first.get("derived_from")) == (value, "published")


@pytest.mark.parametrize(
    "marked",
    [
        "On [3 March 2014](DATE 2014-03-03) he fled. "
        "[Three days later](DATE 2014-03-06) he was back.",
        "On [3 March 2014](DATE 2014-03-03) he fled; [the next day](DATE 2014-03-04) "
        "he was back, and [the following month](DATE 2014-04) he left again.",
        "On [3 March 2014](DATE 2014-03-03) he fled. [That year](DATE 2014) it snowed "
        "and [a year earlier](DATE 2013) it did not.",
        "In [March 2014](DATE 2014-03) he fled. [Two days later](DATE) he was back.",
        "On [30 May 2014](DATE 2014-05-30) he fled; by [12 June](DATE 2014-06-12) "
        "he was back and on [the 13th](DATE 2014-06-13), he slept.",
        "In [December 1935](DATE 1935-12) it grew. In [January](DATE 1936-01) it fell.",
        "He wrote of it in [March 1920](DATE 1920-03), as papers released in "
        "[2005](DATE 2005) show. In [May](DATE 1920-05) he stopped.",
    ],
)
def test_counted_from_the_story(nlp, marked):
    check(nlp, marked, None)


@pytest.mark.parametrize(
    "marked",
    [
        "He fled on [Friday](DATE).",
        "On [January 3](DATE) he fled.",
        "[Last year](DATE) he fled.",
        "Known since [2009](DATE 2009), they struck on [Friday](DATE), in [May](DATE).",
    ],
)
def test_no_year_is_made_up(nlp, marked):
    check(nlp, marked, None)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("Due [03/04/2023](DATE 2023).", id="either could be the month"),
        pytest.param(
            "Due [03/04/2023](DATE 2023-04-03), paid [28/04/2023](DATE 2023-04-28).",
            id="day first",
        ),
        pytest.param(
            "Due [03/04/2023](DATE 2023-03-04), paid [04/28/2023](DATE 2023-04-28).",
            id="month first",
        ),
        pytest.param("Due [03.04.2023](DATE 2023-04-03).", id="with full stops"),
    ],
)
def test_numeric(nlp, marked):
    check(nlp, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "For [three days](DURATION P3D) and [two and a half hours](DURATION PT2H30M).",
        "A [16-hour](DURATION PT16H) siege; [the past two years](DURATION P2Y).",
        "For [several weeks](DURATION PXW), [half an hour](DURATION PT30M).",
        "It lasted for [a decade](DURATION P10Y), they say.",
        "It took [5 1/2 hours](DURATION PT5H30M), until high noon came.",
        "[Two days](DURATION P2D) after the siege he fled.",
        "[Every day](SET P1D), [each Monday](SET XXXX-WXX-1), [twice a week](SET P1W).",
        "At [10:35 a.m.](TIME 2014-03-03T10:35) on [3 March 2014](DATE 2014-03-03).",
        "At [10:35 a.m.](TIME 2024-03-18T10:35) ([0735 GMT](TIME 2024-03-18T07:35)) "
        "[Monday](DATE 2024-03-18) it began.",
        "At [1530 GMT](TIME T15:30) or at [noon](TIME T12:00).",
    ],
)
def test_durations_sets_times(nlp, marked):
    check(nlp, marked)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(
            "They met in [2016](DATE 2016) (Alder 2019a; Birch 2020, 12-15).",
            id="author and year",
        ),
        pytest.param(
            "It failed (Alder 2019a; Birch et al. 2020). So did others (Cedar 2018).",
            id="a lone one where others are sure",
        ),
        pytest.param("It failed (Paris [2015](DATE 2015)).", id="no text that cites"),
        pytest.param("It failed ([2015](DATE 2015)).", id="a year alone"),
        pytest.param("It failed ([6 April 2024](DATE 2024-04-06)).", id="a day"),
        pytest.param(
            "In [2016](DATE 2016) it began, and it went on.\n\nReferences\n\n"
            "Alder, A. 2019. A book.",
            id="list of sources",
        ),
    ],
)
def test_citations(nlp, marked):
    check(nlp, marked)


def test_reference_blocks_are_left_out(nlp):
    doc = nlp("In 2016 it began. Alder, A. 2019. A book.")
    doc.spans["blocks"] = [doc.char_span(18, len(doc.text), "REFERENCE")]
    assert [m.value for m in dates.extract(doc, None)] == ["2016"]


def test_capitals_tell_nothing(nlp):
    marked = (
        "BOGOTA, [3 MAR 90](DATE 1990-03-03) (AGENCY) -- HE FLED [TWO DAYS AGO]"
        "(DATE 1990-03-01). HE MAY RETURN [TODAY](DATE 1990-03-03). IN [MAY 1989]"
        "(DATE 1989-05), [THREE MONTHS LATER](DATE 1989-08), IN [APRIL](DATE 1989-04)."
    )
    check(nlp, marked, None)


def test_dateline_stands_for_publication(nlp):
    marked = (
        "Sunday, May 5, 2024\n\nAn attack on [January 3](DATE 2024-01-03) failed."
    ).replace("Sunday, May 5, 2024", "[Sunday, May 5, 2024](DATE 2024-05-05)")
    check(nlp, marked, None)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Late March 2014.", "mod", "LATE"),
        ("About March 2014.", "mod", "APPROX"),
        ("It stopped before March 2014.", "mod", "BEFORE"),
        ("On the night of 3 March 2014.", "part", "NI"),
        ("The 2022 World Cup.", "name", "1"),
        ("Euro 2024 began.", "name", "1"),
        ("The 2022 market attack.", "name", None),
        ("He fled on Monday.", "derived_from", "published"),
        ("He fled on Monday.", "relative", "1"),
        ("He fled on 3 March 2014.", "derived_from", None),
    ],
)
def test_attributes(nlp, text, name, value):
    (mention,) = dates.extract(nlp(text), FRIDAY)
    assert mention.get(name) == value


def test_derived_from_points_at_the_words_leant_on(nlp):
    doc = nlp("On 3 March 2014 he fled; two days later he was back.")
    first, second = dates.extract(doc, None)
    assert second.get("derived_from") == f"{first.start}:{first.end}"


def test_history_counts_weekday_from_nothing(nlp):
    """A report on years long past says nothing of the week it appeared in."""
    text = (
        "In 1935 it began. In 1936 it grew. In 1937 it spread. In 1938 it fell. "
        "In 1939 it was over, and on Monday he fled."
    )
    *_, monday = dates.extract(nlp(text), FRIDAY)
    assert (monday.text, monday.value) == ("Monday", "")


def test_today_in_a_long_report_is_nowadays(nlp):
    filler = "It has gone on for long and there is more of it to be told. " * 200
    (today,) = dates.extract(nlp(f"{filler}The group is now defunct today."), FRIDAY)
    assert (today.text, today.value) == ("today", "")


@pytest.mark.parametrize(
    "text", ["", "\n", "May " * 5000, "(A 2019, " * 2000, "1990 " * 5000, "A-" * 20_000]
)
def test_any_text_is_read(nlp, text):
    assert all(m.text for m in dates.extract(nlp(text), FRIDAY))


@pytest.mark.model
def test_a_trained_pipeline_makes_no_difference(nlp, trained):
    text = "On 3 March 2014 he fled; two days later, on Wednesday, he was back."
    assert list(dates.extract(trained(text), FRIDAY)) == list(
        dates.extract(nlp(text), FRIDAY)
    )


def test_no_date_runs_over_the_cells_of_a_table(nlp):
    doc = nlp("Town 12\nJune 2013")
    assert [m.text for m in dates.extract(doc, FRIDAY)] == ["12\nJune 2013"]
    doc.spans["blocks"] = [doc.char_span(0, 7, "ROW")]
    assert [m.text for m in dates.extract(doc, FRIDAY)] == ["June 2013"]


ENTRY = "{head}\n\nThe mill burned {when}."


@pytest.mark.parametrize(
    ("head", "when", "value"),
    [
        ("Log\n\n4 March 2021", "yesterday", "2021-03-03"),
        ("Log\n\n## 4 March 2021, 12:30 GMT", "last night", "2021-03-03"),
        ("Log\n\n4 March 2021", "on Monday", "2021-03-01"),
        ("Log\n\n2 March 2021\n\nAll well.\n\n4 March 2021", "today", "2021-03-04"),
        ("## 4 March 2021", "yesterday", "2021-03-03"),
        ("Log\n\nPosted: 4 March 2021", "yesterday", "2021-03-03"),
        ("Log of 4 March 2021", "yesterday", "2021-03-09"),
        ("Log\n\nMarch 2021", "yesterday", "2021-03-09"),
        ("Log\n\n4 March 2021: calm.", "yesterday", "2021-03-09"),
    ],
)
def test_a_day_is_counted_from_its_entry(nlp, head, when, value):
    text = ENTRY.format(head=head, when=when)
    found = list(dates.extract(nlp(text), date(2021, 3, 10)))
    assert found[-1].value == value
