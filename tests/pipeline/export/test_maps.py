"""GeoJSON opened by shapely, KML by an XML parser."""

import json
from xml.etree import ElementTree

import pytest
from shapely.geometry import shape

from tests.pipeline.export import runs

KML = "{http://www.opengis.net/kml/2.2}"


def test_a_feature_a_record(exported):
    found = json.loads(exported("geojson").read_text())
    assert found["type"] == "FeatureCollection"
    assert "as printed" in found["choice"]
    one, two = found["features"]
    point = shape(one["geometry"])
    assert (point.geom_type, point.x, point.y) == ("Point", 7.08, 51.17)
    assert one["properties"]["date_first"] == "2014-03-03"
    assert one["properties"]["targets"] == runs.EVIL
    assert two["geometry"] is None
    assert two["properties"]["ucdp_precision"] == 6
    assert two["properties"]["place_kind"] == "country"


def test_two_towns_are_two_points(tmp_path):
    from incidents.pipeline.export import Choice, export

    rows = [runs.trial(event_key="e"), runs.trial(event_key="e", incident_id="trial/2")]
    run = runs.write(tmp_path / "run", rows)
    lines = (run / "mentions.jsonl").read_text().splitlines()
    trial = json.loads(lines[0])
    elsewhere = {**trial["mentions"][0], "lat": 50.0, "text": "Köln", "name": "Köln"}
    trial["mentions"].append(elsewhere)
    (run / "mentions.jsonl").write_text(json.dumps(trial) + "\n")
    records = [json.loads(x) for x in (run / "records.jsonl").read_text().splitlines()]
    records[1]["places"] = ["Köln"]
    (run / "records.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records))
    path, _ = export(run, "geojson", tmp_path / "x", Choice(events=True))
    (feature,) = json.loads(path.read_text())["features"]
    spots = shape(feature["geometry"])
    assert [(p.x, p.y) for p in spots.geoms] == [(7.08, 51.17), (7.08, 50.0)]


@pytest.mark.parametrize("choice", [{}, {"events": True}])
def test_placemarks_have_spans(exported, choice):
    root = ElementTree.parse(exported("kml", **choice)).getroot()
    (mark,) = root.iter(f"{KML}Placemark")
    assert next(mark.iter(f"{KML}coordinates")).text == "7.08,51.17"
    assert next(mark.iter(f"{KML}begin")).text == "2014-03-03"
    told = {d.get("name"): d[0].text for d in mark.iter(f"{KML}Data")}
    assert told["targets"] == runs.EVIL
    assert not list(root.iter("script"))
