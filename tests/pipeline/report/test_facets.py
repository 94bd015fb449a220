from incidents.pipeline.export.choice import Choice
from incidents.pipeline.export.reading import read_bundle
from incidents.pipeline.report.facets import facets
from tests.pipeline.review.runs import document, lahore, quetta, write_run


def of(tmp_path, *rows):
    run = write_run(tmp_path / "run", [document()], rows)
    return {f.name: f for f in facets(read_bundle(run, Choice()).events)}


def test_events_can_be_chosen_by_what_they_have(tmp_path):
    group = {"groups": [{"name": "X", "link": "linked"}]}
    found = of(tmp_path, quetta(), lahore(countries=["PK", "ZZ"], **group))
    assert found["incident_type"].of == ((0,), (1,))
    assert found["countries"].terms == ("PK", "ZZ")
    assert found["countries"].said == ("Pakistan", "ZZ")
    assert (found["groups"].said, found["groups.link"].said) == (("X",), ("linked",))
    assert found["targets.category"].of == ((0,), (1,))
    assert found["weapons.category"].terms == ()


def test_a_span_of_years_has_its_first_and_last(tmp_path):
    found = of(tmp_path, quetta(date="2014/2017"), lahore(date=None))
    assert found["year"].terms == ("2014", "2017")
    assert found["year"].of == ((0, 1), ())


def test_the_most_frequent_comes_first_but_years_in_order(tmp_path):
    rows = [lahore(date="2016"), lahore(date="2016"), quetta(date="2015")]
    rows = [
        {**row, "incident_id": f"story/{n}", "event_key": f"story/{n}"}
        for n, row in enumerate(rows)
    ]
    found = of(tmp_path, *rows)
    assert found["incident_type"].terms == ("plot", "attack")
    assert found["year"].terms == ("2015", "2016")
