import json

import pytest

from incidents.pipeline.export import export, names
from incidents.pipeline.export.choice import Choice
from incidents.pipeline.export.places import in_gazetteer
from incidents.pipeline.export.reading import read_bundle
from incidents.pipeline.merge.claims import agreement
from incidents.pipeline.merge.folder import merge
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.event_forms import save_event
from incidents.pipeline.review.events import EventDesk
from incidents.pipeline.review.forms import save
from incidents.pipeline.review.store import Store, address
from tests.pipeline.export import runs
from tests.pipeline.review.test_events import Ruler


def told(run, n=0, **choice):
    return read_bundle(run, Choice(**choice)).told[n]


def test_a_place_has_its_id_point_precision_and_evidence(run):
    (place,) = told(run).places
    assert (place.geonames, place.lat, place.lon) == (2831580, 51.17, 7.08)
    assert (place.ucdp, place.acled, place.is_point) == (1, 1, True)
    assert place.evidence == "Solingen, western Germany"


def test_a_sea_a_continent_and_a_country_are_no_points(run):
    sea, continent, country = told(run, 1).places
    assert (sea.name, sea.ucdp, sea.acled, sea.is_point) == ("Atlantic", 7, None, False)
    assert (continent.name, continent.ucdp) == ("Europe", None)
    assert not continent.is_point
    assert (country.name, country.kind, country.ucdp) == ("YE", "country", 6)
    assert country.acled is None
    assert not country.is_point


def test_a_place_that_no_mention_tells_is_nowhere(tmp_path):
    run = runs.write(tmp_path / "run", [runs.trial(places=["Nowhere"])])
    place, *_ = told(run).places
    assert (place.lat, place.ucdp, place.is_point) == (None, None, False)
    assert place.country == "DE"


@pytest.mark.parametrize(
    "harm", [{"lat": "x"}, {"lat": 1e9}, {"lat": None}, {"derived_from": "a:b"}]
)
def test_mentions_that_are_odd_do_no_harm(run, harm):
    rows = [json.loads(x) for x in (run / "mentions.jsonl").read_text().splitlines()]
    rows[0]["mentions"][0] |= harm
    rows[0]["mentions"].append({"start": "1", "end": None})
    (run / "mentions.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows))
    place, *_ = told(run).places
    assert place.is_point == ("derived_from" in harm)


def test_mentions_that_are_none_name_the_file(run):
    (run / "mentions.jsonl").write_text("[1]\n")
    with pytest.raises(ValueError, match=r"mentions\.jsonl"):
        told(run)


def test_a_folder_without_a_run_is_refused(tmp_path):
    with pytest.raises(ValueError, match="holds no run"):
        read_bundle(tmp_path, Choice())
    assert list(tmp_path.iterdir()) == []


def decide(desk, id, kind, field=None):
    doc_id = id.partition("/")[0]
    values = desk.state("final", id).values
    value = next((v.id for v in values if v.field == field), "")
    given = {"kind": kind, "doc": doc_id, "record": id, "seen": "0"}
    save(desk, "anna", "final", {**given, **({"value_id": value} if value else {})})


def test_only_reviewed_records(tmp_path):
    rows = [runs.trial(), runs.yemen(assertion="asserted")]
    run = runs.write(tmp_path / "run", rows)
    store = Store(address(None, run))
    desk = Desk(run, store)
    decide(desk, "sea/two", "accept_record")
    decide(desk, "trial/one", "reject", "injured")
    store.close()
    bundle = read_bundle(run, Choice(reviewed=True))
    assert [t.id for t in bundle.told] == ["sea/two"]
    assert bundle.told[0].reviewers
    trial = told(run)
    assert trial.status == "begun"
    assert trial.row["injured"] is None
    assert not any(c["field"] == "injured" for c in trial.row["citations"])


def test_events_are_as_people_joined_them(run):
    store = Store(address(None, run))
    events = EventDesk(Desk(run, store))
    form = {"kind": "join", "one": "trial/one", "other": "sea/two", "seen": "0"}
    save_event(events, "anna", "final", form)
    store.close()
    (event,) = read_bundle(run, Choice()).events
    assert len(event.told) == 2


def test_the_value_to_use_is_the_one_chosen_at_the_desk(tmp_path):
    other = runs.trial(injured={"min": 5, "max": 5})
    other |= {"incident_id": "trial/other"}
    run = runs.write(tmp_path / "run", [runs.trial(), other])
    store = Store(address(None, run))
    desk = Ruler(run, store)
    desk.decide("join", "trial/one", other="trial/other")
    (event,) = read_bundle(run, Choice()).events
    before = event.of("injured")
    keys = {agreement(v["value"]): v for v in event.row["fields"]["injured"]["values"]}
    key = next(key for key, held in keys.items() if [held["value"]] != before)
    desk.decide("use", "trial/one", field="injured", of="trial/one", reading=key)
    store.close()
    (event,) = read_bundle(run, Choice()).events
    assert event.of("injured") == [keys[key]["value"]] != before


def test_events_are_those_of_the_records(tmp_path):
    rows = [runs.trial(event_key="e"), runs.yemen(event_key="e")]
    bundle = read_bundle(runs.write(tmp_path / "run", rows), Choice())
    (event,) = bundle.events
    assert (event.id, len(event.told)) == ("e", 2)
    assert event.place.name == "Solingen"


def test_a_place_named_at_the_desk_is_looked_up(run):
    store = Store(address(None, run))
    desk = Desk(run, store)
    value = next(
        v for v in desk.state("final", "trial/one").values if v.field == "places"
    )
    form = {"kind": "fix", "doc": "trial", "record": "trial/one", "seen": "0"}
    form |= {"value_id": value.id, "value": "Wuppertal", "reading": "as others say"}
    save(desk, "anna", "final", form)
    store.close()
    (place,) = told(run).places
    assert (place.name, place.country, place.ucdp) == ("Wuppertal", "DE", 1)
    assert place.is_point
    assert place.evidence is None


@pytest.mark.parametrize(
    ("name", "countries", "kind"),
    [
        ("Wuppertal", ["DE"], "city"),
        ("Wuppertal", ["FR"], None),  # in no other country
        ("Frankfurt", ["DE"], None),  # on the Main and on the Oder
        ("Nowhere at all", ["DE"], None),
    ],
)
def test_only_one_place_of_a_name_is_taken(name, countries, kind):
    found = in_gazetteer(name, countries)
    assert (found and found["kind"]) == kind


def events(run, **choice):
    return read_bundle(run, Choice(**choice)).events


@pytest.fixture
def merged(run, monkeypatch):
    """A run that has its events, which nobody may make anew."""
    rows = [dict(event.row) for event in events(run)]
    rows[0]["fields"]["places"]["rule"] = "as it was merged"
    (run / "events.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows))
    return run


def rules(run, **choice):
    return [e.row["fields"]["places"]["rule"] for e in events(run, **choice)]


def test_events_are_taken_as_they_were_merged(merged, monkeypatch):
    def again(*_):
        raise AssertionError("made anew")

    monkeypatch.setattr("incidents.pipeline.export.bundle.event", again)
    assert rules(merged) == ["as it was merged", "all that is told"]


def test_events_of_other_records_are_made_anew(merged, tmp_path):
    assert rules(merged, reviewed=True) == []
    # under pseudonyms no row may have the names
    assert rules(merged, pseudonyms=tmp_path / "key") == ["all that is told"] * 2
    told = merged / "events.jsonl"
    told.write_text(told.read_text().replace('"trial/one"', '"trial/two"'))
    assert rules(merged) == ["all that is told"] * 2


@pytest.mark.parametrize(
    "harm",
    [
        {"fields": {"places": {"best": 1}}},
        {"incident_ids": 3},
        {"tolls": {"killed": {}}},
        {"disagree": [{}]},
        {"reports": None},
        {"event_key": ["trial/one"]},
        {"fields": {"date": {"best": 2014, "rule": "", "values": []}}},
        {"fields": {"places": {"best": "Solingen", "rule": "", "values": []}}},
        {"fields": {"injured": {"best": {"min": 2}, "rule": "", "values": []}}},
        {"fields": {"targets": {"best": [{"text": "x"}], "rule": "", "values": []}}},
        {"fields": {"suspects.ages": {"best": [None], "rule": "", "values": []}}},
    ],
)
def test_an_event_of_another_form_is_made_anew(merged, harm):
    told = merged / "events.jsonl"
    first, second = told.read_text().splitlines()
    odd = json.dumps(json.loads(first) | harm)
    told.write_text(f"[]\n{odd}\n{second}\n")
    assert rules(merged) == ["all that is told"] * 2
    told.write_text("{")
    with pytest.raises(ValueError, match=r"events\.jsonl: not as a run writes it"):
        events(merged)


@pytest.mark.parametrize("name", names())
def test_merged_runs_are_exported(run, tmp_path, name):
    out = tmp_path / "merged"
    merge([run], out)
    written, _ = export(out, name, tmp_path / "written")
    assert written.exists()
    assert told(out, 1).place.geonames == 2831580
