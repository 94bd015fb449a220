from incidents.pipeline.fields import empty
from incidents.pipeline.review.values import build, read_values, value_id
from tests.pipeline.review.runs import TEXT, cite, quetta, record


def test_each_value_has_its_own_support():
    row = record(
        "story",
        "one",
        places=["Quetta", "Lahore"],
        suspects={"count_min": 2, "count_max": 2, "names": ["Two men"]},
    )
    row["citations"] = [
        cite(TEXT, "places", "Lahore"),
        cite(TEXT, "places", "Quetta"),
        cite(TEXT, "suspects", "Two men"),
    ]
    assert [
        (v.field, v.value, [c["quote"] for c in v.citations]) for v in read_values(row)
    ] == [
        ("incident_type", "attack", []),
        ("places", "Quetta", ["Quetta"]),
        ("places", "Lahore", ["Lahore"]),
        ("suspects.count", {"min": 2, "max": 2}, ["Two men"]),
        ("suspects.names", "Two men", ["Two men"]),
    ]


def test_a_value_s_own_citation_goes_before_its_field_s():
    row = record("story", "one", places=["the city"])
    row["citations"] = [
        cite(TEXT, "places", "Quetta"),
        cite(TEXT, "places[0]", "Lahore"),
    ]
    assert [c["quote"] for c in read_values(row)[1].citations] == ["Lahore"]


def test_a_value_s_own_citation_is_its_own_alone():
    places = ["Quetta", "Lahore"]
    row = record("story", "one", places=places, groups=[{"name": "T", "link": "x"}])
    row["citations"] = [
        cite(TEXT, "places", "10 June"),
        cite(TEXT, "places[0]", "10 June"),
        cite(TEXT, "places[1]", "July"),
        cite(TEXT, "groups[0]", "Taliban"),
        cite(TEXT, "groups[0].link", "claimed"),
    ]
    found = [[c["quote"] for c in v.citations] for v in read_values(row)[1:]]
    assert found == [["10 June"], ["July"], ["Taliban", "claimed"]]
    made = build(row, read_values(row)[2:])
    assert [c["field"] for c in made["citations"]] == [
        "places[0]",
        "groups[0]",
        "groups[0].link",
    ]


def test_a_country_without_a_quote_is_judged_by_its_place_s():
    row = quetta(countries=["PK"])
    (country,) = [v for v in read_values(row) if v.field == "countries"]
    (cited,) = country.citations
    assert (cited["quote"], cited["derived_from"]) == ("Quetta on", {"kind": "place"})


def test_what_a_run_does_not_cite_is_judged_by_the_quote_it_follows_from():
    row = quetta(outcome="completed", date_basis="attack", casualties={"min": 1})
    row["casualties"]["max"] = None
    found = {v.field: v.citations for v in read_values(row)}
    (outcome,), (basis,) = found["outcome"], found["date_basis"]
    assert outcome["quote"] == "A bomb 💣 killed 12 people"
    assert outcome["derived_from"] == {"kind": "event"}
    assert basis["quote"] == "10 June 2014"
    assert found["casualties"] == ()


def test_an_id_is_of_field_reading_and_passage():
    at = cite(TEXT, "date", "July 2014")
    ids = {
        value_id("date", "2014-07", [at]),
        value_id("date", "2014", [at]),
        value_id("places", "2014-07", [at]),
        value_id("date", "2014-07", [{**at, "start": 0}]),
        value_id("date", "2014-07", [{**at, "quote": "June 2014"}]),
    }
    assert len(ids) == 5
    assert value_id("date", "2014-07", [{**at, "page": 3}]) in ids


def test_equal_values_have_ids_of_their_own():
    row = record("story", "one", places=["Quetta", "Quetta"])
    assert len({v.id for v in read_values(row)}) == 3


def test_what_is_taken_apart_can_be_built_again():
    row = quetta()
    made = build(row, read_values(row))
    row["suspects"] = empty()["suspects"]
    cited = made.pop("citations")
    row |= {"alternatives": [], "passages": []}
    assert made == {k: v for k, v in row.items() if k != "citations"}
    assert [c["field"] for c in cited] == [
        "incident_type",
        "date",
        "date_basis",
        "places[0]",
        "targets[0]",
        "killed",
        "assertion",
    ]


def test_confidence_and_alternatives_are_read_where_the_run_gives_them():
    row = quetta(
        confidence={"killed": 0.4, "targets[0]": 0.9, "date": "sure"},
        alternatives=[
            {"field": "killed", "value": "11..", "citation": {"start": 0, "end": 4}},
            {"field": "killed", "value": "13", "citation": {"start": "0"}},
            "nonsense",
        ],
    )
    found = {v.field: (v.confidence, v.alternatives) for v in read_values(row)}
    assert found["killed"] == (
        0.4,
        (
            {"value": "11..", "citations": [{"start": 0, "end": 4}]},
            {"value": "13", "citations": []},
        ),
    )
    assert found["targets"] == (0.9, ())
    assert found["date"] == (None, ())
