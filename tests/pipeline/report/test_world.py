from importlib.resources import files

import pytest

from incidents import gazetteers
from incidents.pipeline.report.build_world import outlines


def test_each_line_is_a_country():
    lines = (files("incidents.pipeline.report") / "world.tsv").read_text().splitlines()
    codes = [line.split("\t")[0] for line in lines]
    known = {str(e.fields["iso"]) for e in gazetteers.load("nationalities").values()}
    assert len(codes) == len(set(codes)) == 174
    assert {*codes} - known <= {"EH", "FK", "GL", "NC", "PR", "TF", "XK"}


@pytest.fixture
def square():
    """A square of two arcs, one of which its ring runs backwards."""
    return {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [[[0, 0], [1, 0], [0, 1]], [[0, 0], [0, 1], [1, 0]]],
        "objects": {
            "countries": {
                "geometries": [
                    {"id": "276", "type": "Polygon", "arcs": [[0, -2]]},
                    {
                        "id": "010",
                        "type": "Polygon",
                        "arcs": [[0, -2]],
                        "properties": {"name": "Antarctica"},
                    },
                ]
            }
        },
    }


def test_an_outline_is_in_tenths_of_a_degree_with_north_up(square):
    assert outlines(square) == {"DE": "M0 0l10 0 0-10-10 0 0 10z"}


def test_a_ring_goes_on_beyond_the_180th_meridian(square):
    square["arcs"] = [[[179, 0], [-358, 0], [0, 1]], [[179, 0], [0, 1], [-358, 0]]]
    assert outlines(square) == {"DE": "M1790 0l20 0 0-10-20 0 0 10z"}


def test_parts_without_a_number_are_of_the_country_named(square):
    (shape, _) = square["objects"]["countries"]["geometries"]
    shape |= {"id": None, "type": "MultiPolygon", "arcs": [[[0, -2]], [[0]]]}
    shape["properties"] = {"name": "N. Cyprus"}
    assert outlines(square)["CY"].count("M") == 2
