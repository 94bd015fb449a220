"""STIX opened by stix2; FollowTheMoney and MISP held to what their models ask.

The followthemoney library brings 40 packages, so it is not among the tests' own; nor is
pymisp, which loaded all events of the shipped corpus when this was written.
"""

import json
from hashlib import sha1

import stix2

from incidents.pipeline.export import export
from tests.pipeline.export import runs

#: Of each schema used, the properties used, all of them its own in the model (4.x), and
#: those that it requires.
MODEL = {
    "Event": (
        "name recordId proof sourceUrl description startDate endDate country location"
        " keywords notes addressEntity",
        "name",
    ),
    "Document": ("fileName title publisher date sourceUrl mimeType", "fileName"),
    "Person": ("name nationality", "name"),
    "Organization": ("name", "name"),
    "UnknownLink": ("subject object role", "subject object"),
    "Address": ("full city state country latitude longitude", ""),
}


#: Of each category of MISP used, the types used, all of them its own (pymisp 2.5.34),
#: and what its template of a place (version 8) may hold.
MISP = {
    "Attribution": {"threat-actor"},
    "External analysis": {"link", "text"},
    "Other": {"text", "comment", "float"},
    "Person": {"full-name", "nationality"},
    "Targeting data": {"target-location", "target-external"},
}
GEOLOCATION = {"latitude", "longitude", "text", "countrycode", "region"}


def lines(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_stix_is_parsed(exported):
    bundle = stix2.parse(exported("stix").read_text(), allow_custom=False)
    by_type = {}
    for thing in bundle.objects:
        by_type.setdefault(thing.type, []).append(thing)
    one = next(i for i in by_type["incident"] if "Solingen" in i.name)
    assert one.created.isoformat().startswith("2014-05-01")
    quotes = {r.get("description") for r in one.external_references}
    assert "At least 2 people were hurt" in quotes
    assert [a.name for a in by_type["threat-actor"]] == ["Islamic State"]
    spot = next(p for p in by_type["location"] if p.name == "Solingen")
    assert (spot.latitude, spot.longitude, spot.city) == (51.17, 7.08, "Solingen")
    (land,) = (p for p in by_type["location"] if p.country == "YE")
    assert "latitude" not in land
    ids = {thing.id for thing in bundle.objects}
    assert len(ids) == len(bundle.objects)
    for relation in by_type["relationship"]:
        assert {relation.source_ref, relation.target_ref} <= ids
    for report in by_type["report"]:
        assert ids.issuperset(report.object_refs)
    assert "as printed" in by_type["identity"][0].description


def test_an_alleged_group_is_not_the_attributed_one(exported):
    bundle = stix2.parse(exported("stix").read_text())
    (actor,) = (x for x in bundle.objects if x.type == "threat-actor")
    (tie,) = (x for x in bundle.objects if x.get("target_ref") == actor.id)
    assert tie.relationship_type == "related-to"


def test_ftm_entities_are_of_the_model(exported):
    entities = lines(exported("ftm"))
    ids = {entity["id"] for entity in entities}
    for entity in entities:
        known, required = (part.split() for part in MODEL[entity["schema"]])
        assert set(required) <= set(entity["properties"]) <= set(known)
        assert all(
            isinstance(v, str) for vs in entity["properties"].values() for v in vs
        )
        for prop in ("proof", "addressEntity", "subject", "object"):
            assert ids.issuperset(entity["properties"].get(prop, ()))
    assert {entity["schema"] for entity in entities} == set(MODEL)


def test_ftm_statements_say_where(exported):
    path = exported("ftm")
    statements = lines(path.with_name("x-statements.ftm"))
    (note,) = (s for s in statements if s["value"].startswith("Injured"))
    where = runs.TEXT.index("At least 2")
    assert note["origin"] == f"trial#char={where},{where + 27}"
    key = f"incidents.{note['entity_id']}.notes.{note['value']}"
    assert note["id"] == sha1(key.encode()).hexdigest()
    entities = {e["id"]: e for e in lines(path)}
    for said in statements:
        assert said["value"] in entities[said["entity_id"]]["properties"][said["prop"]]


def test_nobody_is_called_a_criminal(exported):
    said = exported("ftm").read_text()
    assert "topics" not in said
    roles = [
        e["properties"]["role"]
        for e in map(json.loads, said.splitlines())
        if e["schema"] == "UnknownLink"
    ]
    assert ["acquitted"] in roles


def test_names_are_gone_under_pseudonyms(exported, tmp_path):
    for name in ("stix", "ftm"):
        text = exported(name, pseudonyms=tmp_path / "key").read_text()
        assert "Yilmaz" not in text
        assert "Black" not in text


def misp(exported, **choice):
    return [
        e["Event"]
        for e in json.loads(exported("misp", **choice).read_text())["response"]
    ]


def test_misp_events_are_of_its_format(exported):
    one, other = misp(exported)
    assert (one["date"], other["date"]) == ("2014-03-03", "2015-05-01")
    assert one["timestamp"] == "1398902400"  # of the day that the report appeared
    assert (one["published"], one["distribution"], one["analysis"]) == (False, "0", "0")
    assert 'incident-pipeline:outcome="foiled"' in {t["name"] for t in one["Tag"]}
    ids = set()
    for event in (one, other):
        inside = [a for o in event["Object"] for a in o["Attribute"]]
        for attribute in (*event["Attribute"], *inside):
            assert attribute["type"] in MISP[attribute["category"]]
            assert isinstance(attribute["value"], str)
            assert attribute["to_ids"] is False
            ids.add(attribute["uuid"])
        assert {a["object_relation"] for a in inside} <= GEOLOCATION
    assert len(ids) == sum(
        len(e["Attribute"]) + sum(len(o["Attribute"]) for o in e["Object"])
        for e in (one, other)
    )


def test_misp_attributes_carry_their_quotes(exported):
    one, other = misp(exported)
    (actor,) = (a for a in one["Attribute"] if a["type"] == "threat-actor")
    assert (actor["value"], actor["comment"]) == (
        "Islamic State",
        "Group: Islamic State (alleged).",
    )
    said = {a["comment"] for a in one["Attribute"]}
    assert "Injured: 2 or more. “At least 2 people were hurt”" in said
    (place,) = one["Object"]
    assert place["name"] == "geolocation"
    assert other["Object"] == []  # a country is no point


def test_a_group_that_denies_it_is_no_threat_actor_in_misp(tmp_path):
    group = {"name": "X", "link": "denied"}
    run = runs.write(tmp_path / "run", [runs.trial(groups=[group])])
    out, _ = export(run, "misp", tmp_path / "x.json")
    (event,) = (e["Event"] for e in json.loads(out.read_text())["response"])
    kinds = {a["type"] for a in event["Attribute"] if a["value"].startswith("X")}
    assert kinds == {"text"}


def test_misp_under_pseudonyms_names_nobody(exported, tmp_path):
    path = exported("misp", pseudonyms=tmp_path / "key")
    text = path.read_text()
    assert "Yilmaz" not in text
    assert "Person " in text
