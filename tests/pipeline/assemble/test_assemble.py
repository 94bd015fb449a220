"""Small whole documents to records: each shows one thing that assembly must do."""

from datetime import date

import pytest

from incidents.extractors import extract
from incidents.pipeline.assemble import assemble
from incidents.pipeline.parse import parse
from incidents.pipeline.records import Derivation, GroupLink, Incident, Range, Report
from incidents.pipeline.segment import segment

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def told(trained):
    def read(text: str, published: date | None = None) -> list[Incident]:
        report = Report("doc", "doc.txt", "0", "text/plain", text, published=published)
        blocks = segment(text)
        doc = parse(text, blocks, trained)
        incidents = assemble(report, doc, blocks, extract(doc, published)).incidents
        for incident in incidents:
            for c in incident.citations:
                assert text[c.start : c.end] == c.quote
                assert c.focus is None or c.start <= c.focus[0] < c.focus[1] <= c.end
        return list(incidents)

    return read


def test_several_sentences_on_one_attack_are_one_record(told):
    (incident,) = told(
        "Gunmen attacked a mosque in Sinai, Egypt, on 24 November 2017. The attack"
        " killed 305 people and injured more than 120 others. No group claimed"
        " responsibility for the attack.",
    )
    assert incident.incident_type == "attack"
    assert incident.outcome == "completed"
    assert incident.date == "2017-11-24"
    assert incident.countries == ("EG",)
    assert incident.killed == Range(305, 305)
    assert incident.injured == Range(121, None)
    assert incident.groups == ()
    assert [t.category for t in incident.targets] == ["religious"]


def test_an_earlier_attack_told_in_passing_is_a_record_of_its_own(told):
    first, second = told(
        "A car bomb killed 9 people at a hotel in Mogadishu on 2 March 2018. It was the"
        " worst attack in Somalia since 14 October 2017, when a truck bomb killed 587"
        " people in Baidoa.",
    )
    assert [first.date, second.date] == ["2018-03-02", "2017-10-14"]
    assert first.killed == Range(9, 9)


def test_a_row_is_read_by_its_columns_and_prose_adds_to_it(told):
    incidents = told(
        "Table 1. Plots\n\n"
        "Date\tLocation\tTarget\tOutcome\tNumber of suspects\tAge of suspects\n"
        "09/2007\tOberursel, Germany\tAir base\tFoiled\t3\t22, 28, 28\n"
        "08/2006\tLondon, United Kingdom\tAirliners\tFoiled\t24\tUnknown\n\n"
        "In September 2007, German police arrested three men who had plotted to bomb an"
        " air base in Germany.\n",
    )
    assert [(i.incident_type, i.outcome, i.date) for i in incidents] == [
        ("plot", "foiled", "2007-09"),
        ("plot", "foiled", "2006-08"),
    ]
    assert [i.suspects.count_min for i in incidents] == [3, 24]
    assert [i.suspects.ages for i in incidents] == [(22, 28, 28), ()]
    assert incidents[0].places == ("Oberursel",)
    assert "arrested" in incidents[0].legal


def test_a_timeline_entry_takes_its_date_line(told):
    first, second = told(
        "Key events\n\n"
        "July 22, 2011\n\nTERROR ATTACK [NORWAY]\n\n"
        "A car bomb exploded outside government offices in Oslo.\n\n"
        "March 15, 2019\n\nTERROR ATTACK [NEW ZEALAND]\n\n"
        "A gunman opened fire at a mosque in Christchurch. Result: 51 killed.\n",
    )
    assert [first.date, second.date] == ["2011-07-22", "2019-03-15"]
    assert [first.countries, second.countries] == [("NO",), ("NZ",)]
    assert second.killed == Range(51, 51)


def test_claim_and_denial_are_told_apart(told):
    (incident,) = told(
        "A bomb exploded at a train station in Madrid, Spain, on 11 March 2004, killing"
        " 191 people. Al-Qaeda claimed responsibility for the bombing.",
    )
    assert GroupLink("Al-Qaeda", "claimed") in incident.groups


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (
            "A car bomb was left outside a police station in Derry, Northern Ireland,"
            " on 3 May 1991 but failed to explode.",
            "failed",
        ),
        (
            "The cell plotted to bomb a market in Strasbourg, France, in December 2000"
            " and then abandoned the plan.",
            "abandoned",
        ),
        (
            "Police foiled a plot to bomb a market in Strasbourg, France, in December"
            " 2000.",
            "foiled",
        ),
    ],
)
def test_how_it_ended(told, text, outcome):
    (incident,) = told(text)
    assert incident.outcome == outcome


def test_a_row_of_nothing_known_is_passed_over(told):
    rows = "Date\tLocation\tTarget\nblue\tgreen\tred\nfar\tnear\tfurther\n"
    assert told(f"Table 1. Plots\n\n{rows}") == []


def test_the_day_of_a_dateline_is_the_reports(told):
    (incident,) = told(
        "NAIROBI, May 7 (Reuters) - Gunmen killed 12 people at a market in Garissa,"
        " Kenya, on Sunday, police said.",
        date(2012, 5, 7),
    )
    assert incident.date == "2012-05-06"


@pytest.mark.parametrize(
    "text",
    [
        "Attacks in Afghanistan have declined since 2019, the minister said.",
        "The group threatened to attack stadiums in Madrid and London in 2024.",
        "Troops killed 30 militants in an air strike on a camp in Mali on 3 May 2019.",
        "No attack took place in Denmark in 2019.",
        "The team beat its rivals in Paris on 3 May 2019.",
    ],
    ids=["trend", "threat", "state operation", "negated", "sport"],
)
def test_talk_is_no_incident(told, text):
    assert told(text) == []


def test_references_are_no_source_of_incidents(told):
    assert (
        told(
            "References\n\nSmith, J. (2019). Bomb kills 12 in Kabul, 3 May 2018. Press."
        )
        == []
    )


def test_a_place_that_no_table_has_may_be_part_of_another(told):
    (attack,) = told(
        "A bomb at a church in Cairo killed at least 25 people on 11 December 2016.\n\n"
        "The explosion in the Umbradze district hit the church on Sunday morning. It"
        " injured dozens."
    )
    assert attack.countries == ("EG",)
    assert attack.killed == Range(25, None)


def test_a_citation_says_where_its_words_are_and_what_they_rest_on(told):
    text = (
        "Date\tLocation\tTarget\tKilled\n"
        "May 2012\tLyon, France\tA school\t12\n\n"
        "A bomb killed two people at a market in Kano on Monday.\n"
    )
    row, prose = told(text, date(2014, 3, 7))
    (killed,) = [c for c in row.citations if c.field == "killed"]
    header = text.index("Killed")
    assert killed.derived_from == Derivation("column", header, header + 6)
    (day,) = [c for c in prose.citations if c.field == "date"]
    assert text[slice(*day.focus)] == "Monday"
    assert day.derived_from == Derivation("published")
    (country,) = [c for c in prose.citations if c.field == "countries[0]"]
    assert text[slice(*country.focus)] == "Kano"
    assert country.derived_from == Derivation("place")
