import json
from pathlib import Path

import pytest

from corpus.anchor import read_corpus
from incidents.pipeline.fields import empty
from incidents.pipeline.gold.check import check, uncited
from incidents.pipeline.gold.codebook import breaches
from incidents.pipeline.recordfile import GOLD_KEYS, load

ROOT = Path(__file__).parents[3]
TEXT = "On 4 March 2021 a bomb killed 12 in Vasa.\n"


def cited(field, quote, **more):
    start = TEXT.index(quote)
    end = start + len(quote)
    return {
        "field": field,
        "page": 1,
        "start": start,
        "end": end,
        "quote": quote,
        **more,
    }


def gold(**fields):
    citations = [
        cited("incident_type", "a bomb"),
        cited("outcome", "killed"),
        cited("assertion", "killed"),
        cited("date", "4 March 2021"),
        cited("date_basis", "4 March 2021"),
        cited("places", "Vasa"),
    ]
    return {
        "doc_id": "a",
        "incident_id": "a/01",
        "event_key": "vasa",
        **empty(),
        "incident_type": "attack",
        "outcome": "completed",
        "date": "2021-03-04",
        "date_basis": "attack",
        "places": ["Vasa"],
        "assertion": "asserted",
        "citations": citations,
        **fields,
    }


def problems(*records, texts=True):
    found = check(records, {"a": TEXT} if texts else None)
    return [(f.severity, f.problem) for f in found]


def test_a_sound_record_has_no_fault():
    assert problems(gold()) == []
    assert problems(gold(), texts=False) == []


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        (
            {"outcome": "won"},
            "outcome: 'won' is not valid under any of the given schemas",
        ),
        ({"killed": 3}, "killed: 3 is not valid under any of the given schemas"),
        ({"countries": ["fr"]}, "countries[0]: 'fr' does not match '^[A-Z]{2}$'"),
        (
            {"outcome": "foiled"},
            "outcome: 'foiled' is none of an incident of type attack",
        ),
        (
            {"date_basis": "planned"},
            "date_basis: 'planned' is none of an incident of type attack",
        ),
        ({"date": "4 March"}, "date: '4 March' is no EDTF date of the codebook"),
        ({"date": "2021-02-30"}, "date: '2021-02-30' is no EDTF date of the codebook"),
        ({"date": "2021/2020"}, "date: '2021/2020' ends before it begins"),
        ({"date": None}, "date_basis: stands with a date, and not without one"),
        ({"places": ["Vasa", "Vasa"]}, "places: Vasa stands 2 times"),
        ({"places": []}, "places: is cited, and has no value"),
        ({"legal": ["charged"]}, "legal[0]: has a value, and is not cited"),
        ({"killed": {"min": 3, "max": 2}}, "killed: 3 to 2 ends before it begins"),
        (
            {"killed": {"min": None, "max": None}},
            "killed: a range without ends is null",
        ),
        ({"countries": ["XX"]}, "countries: 'XX' is no country of ISO 3166-1"),
        ({"places": [" "]}, "places: the words are empty"),
    ],
)
def test_what_is_wrong_is_said(fields, problem):
    assert ("error", problem) in problems(gold(**fields))


@pytest.mark.parametrize(
    ("suspects", "problem"),
    [
        ({"ages": [19, 19]}, None),
        ({"names": ["Ida", "Ida"]}, "suspects.names: Ida stands 2 times"),
        ({"names": [""]}, "suspects.names: the words are empty"),
        ({"count_min": 1, "count_max": 0}, "suspects.count: 1 to 0 ends before it be"),
        ({"people": [{"name": "Ida", "nationality": None}]}, None),
        ({"people": [{"name": "", "nationality": None}]}, "people: the words are e"),
        ({"people": [{"name": "Ida", "nationality": "XX"}]}, "people: 'XX' is no cou"),
    ],
)
def test_what_is_wrong_with_suspects_is_said(suspects, problem):
    found = list(breaches({"suspects": suspects}))
    assert len(found) == bool(problem)
    assert not problem or problem in found[0]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        (["places[0]", "places[1]"], []),
        (["places"], []),
        (["places[1]"], ["places[0]: has a value, and is not cited"]),
        (["places", "places[2]"], ["places[2]: is cited, and has no value"]),
        (["places", "killed"], ["killed: is cited, and has no value"]),
        (["places", "plaecs[0]"], ["plaecs[0]: is cited, and is no field"]),
    ],
)
def test_a_citation_is_of_a_field_or_of_one_value(fields, found):
    record = {**empty(), "places": ["Vasa", "Vaasa"]}
    record["citations"] = [cited(field, "Vasa") for field in fields]
    assert list(uncited(record)) == found


def test_a_key_of_no_field_is_named():
    ((severity, problem),) = problems(gold(plaecs=["Vasa"]))
    assert severity == "error"
    assert "'plaecs' was unexpected" in problem


def test_a_group_of_no_gazetteer_is_doubted():
    groups = [{"name": "Sons of Vasa", "link": "claimed"}]
    record = gold(groups=groups)
    record["citations"] = [*record["citations"], cited("groups", "a bomb")]
    assert problems(record) == [
        ("warning", "groups: 'Sons of Vasa' is no name of the gazetteer")
    ]


def test_quotes_stand_where_they_say():
    record = gold()
    moved = {**record["citations"][0], "start": 1}
    paged = {**record["citations"][1], "page": 2}
    record["citations"] = [moved, paged, *record["citations"][2:]]
    assert problems(record) == [
        ("error", "incident_type: not at 1 to 22 of the text: 'a bomb'"),
        ("error", "outcome: not on page 2"),
    ]
    assert problems(record, texts=False) == []
    ((_, problem),) = problems(gold(doc_id="b"))
    assert problem == "doc_id: no text of 'b' to look quotes up"


def test_a_value_that_is_not_printed_is_doubted():
    assert problems(gold(places=["Waza"])) == [
        ("warning", "places: 'Waza' is not as the document writes it")
    ]


def test_duplicates_are_named():
    assert problems(gold(), gold()) == [("error", "incident_id: used 2 times")]
    assert problems(gold(), gold(incident_id="a/02")) == [
        ("warning", "event_key: 'vasa' is told by a/01, a/02 of a"),
        ("error", "is the same as a/01"),
    ]


def test_the_shipped_gold_is_sound():
    records = load(ROOT / "corpus" / "gold" / "gold.jsonl", GOLD_KEYS)
    texts = {doc_id: report.text for doc_id, report in read_corpus().items()}
    assert check(records, texts) == []


def test_hostile_records_are_faults_and_never_raise():
    for line in ("{}", '{"citations": 3, "suspects": []}', '{"date": {"a": []}}'):
        assert check([json.loads(line)])
