"""How many were held: the words, the reading of several, and what bears it out."""

from dataclasses import replace

import pytest

from incidents.extractors import hostages
from incidents.pipeline.assemble.fill.tolls import tolls
from incidents.pipeline.assemble.support import Reading, supported
from incidents.pipeline.records import Incident, Range, Report
from tests.marked import unmark
from tests.pipeline.assemble.fill.made import bare, context, shown, told
from tests.pipeline.assemble.read import mentions

NONE = [
    "The court seized two men.",
    "Police seized three guards.",
    "Three guards were seized by soldiers.",
    "They seized 40 rifles.",
    "Two gunmen were kidnapped.",
    "Two men were not kidnapped.",
    "They would have kidnapped two guards.",
    "Nobody was kidnapped.",
    "They held two meetings.",
    "The hostages were tired.",
    "Villagers were kidnapped.",
    "Police held 30 men.",
    "Two men were held by police after gunmen fled.",
    "Militants held two towns.",
    "The rebels kept 40 rifles.",
    "Two guards were not held by gunmen.",
    "A bus with 22 passengers crashed.",
    "The plane was hijacked. It had carried 55 passengers.",
]
SOME = [
    "Rebels [kept 54 nurses](HOSTAGES 54) in a train.",
    "[Eleven nurses were held](HOSTAGES 11) by militants for a week.",
    "The plane, hijacked by two men, carried [55 passengers](HOSTAGES 55).",
    "Two men hijacked a bus with [22 people](HOSTAGES 22) aboard.",
    "[Seven guards were kidnapped](HOSTAGES 7).",
    "They [abducted at least 20 guards](HOSTAGES 20..).",
    "They [kidnapped three nurses and a doctor](HOSTAGES 4) there.",
    "They [kidnapped two nurses and many women](HOSTAGES 2..) there.",
    "The [kidnapping of two nurses](HOSTAGES 2) was told.",
    "The [abduction of a nurse](HOSTAGES 1) was told.",
    "It freed [over 200 kidnapped girls](HOSTAGES 201..).",
    "They left with [70 hostages](HOSTAGES 70).",
    "They [took 66 sailors hostage](HOSTAGES 66).",
    "They [took one hostage](HOSTAGES 1).",
    "[Nine nurses were taken hostage](HOSTAGES 9).",
    "[Nine nurses held hostage](HOSTAGES 9) slept.",
    "Rebels [snatched three guards](HOSTAGES 3).",
    "[He was kidnapped](HOSTAGES 1).",
]


@pytest.mark.parametrize("marked", [*NONE, *SOME])
def test_words(nlp, marked):
    text, expected = unmark(marked, hostages.__name__)
    assert list(hostages.extract(nlp(text), None)) == expected


def test_a_mention_says_where_word_and_figure_stand(nlp):
    text = "They kidnapped two nurses. He was abducted."
    printed, implied = hostages.extract(nlp(text), None)
    assert printed.attributes == (("number", "15:18"), ("trigger", "5:14"))
    assert implied.attributes == (("implied", "1"), ("trigger", "34:42"))


@pytest.mark.parametrize(
    ("passages", "expected", "cited"),
    [
        pytest.param(["[Ten](SUSPECTS 10)"], None, [], id="not their captors"),
        pytest.param([context("[Ten](HOSTAGES 10)")], None, [], id="another story"),
        pytest.param(
            ["[Ten](HOSTAGES 10; reached=negation@0:3)"], None, [], id="negated"
        ),
        pytest.param(
            ["[Ten](HOSTAGES 10; reached=threat@0:3)"], None, [], id="threatened"
        ),
        pytest.param(
            ["[700](HOSTAGES 700) seized", "the last [72](HOSTAGES 72)"],
            Range(700, 700),
            ["700"],
            id="all ever held",
        ),
        pytest.param(
            ["[a guard](HOSTAGES 1; implied=1) and [up to 9](HOSTAGES ..9)"],
            Range(None, 9),
            ["up to 9"],
            id="a figure first",
        ),
        pytest.param(
            ["[a guard](HOSTAGES 1; implied=1)"],
            Range(1, 1),
            ["a guard"],
            id="one told of alone",
        ),
    ],
)
def test_all_that_were_ever_held(passages, expected, cited):
    telling = told(*passages)
    incident, citations = tolls(telling, bare())
    assert incident.hostages == expected
    assert shown(telling, citations) == [("hostages", words) for words in cited]


@pytest.mark.model
@pytest.mark.parametrize(
    ("quote", "value", "stands"),
    [
        ("They kidnapped two nurses.", Range(3, 3), False),
        ("They kidnapped two nurses.", Range(2, None), False),
        ("They did not kidnap two nurses.", Range(2, 2), False),
        ("They killed two nurses.", Range(2, 2), False),
        ("They kidnapped 12 men and killed 3.", Range(3, 3), False),
        ("Police seized three men.", Range(3, 3), False),
        ("They met two nurses.", Range(2, 2), False),
        ("They kidnapped nurses.", Range(0, 0), False),
        ("They kidnapped two nurses.", Range(2, 2), True),
        ("Over 200 girls were abducted.", Range(201, None), True),
        ("They took 66 sailors hostage.", Range(66, 66), True),
        ("Ida Berg was kidnapped.", Range(1, 1), True),
    ],
)
def test_what_bears_it_out(quote, value, stands):
    report = Report("d", "d.txt", "0", "text/plain", quote)
    given = Incident("d", "attack", hostages=value)
    cited = tuple(
        report.cite(field, 0, len(quote)) for field in ("incident_type", "hostages")
    )
    kept, _ = supported(
        replace(given, citations=cited), Reading(report, mentions(report))
    )
    assert kept.hostages == (value if stands else None)
