"""Rows in the columns of other data sets, opened by pandas, and what they lose."""

from dataclasses import replace

import pandas
import pytest

from incidents.pipeline.export import Choice, export
from incidents.pipeline.export.coder import Coder, book
from incidents.pipeline.export.coding import fill
from incidents.pipeline.export.reading import read_bundle
from incidents.pipeline.fields import BY_NAME, FIELDS
from incidents.pipeline.records import LINKS
from tests.pipeline.export import runs

BASQUES = "Euskadi Ta Askatasuna"
SETS = ("acled", "gtd", "jped", "ucdp")


def opened(path, suffix=""):
    path = path.with_name(f"x{suffix}{path.suffix}") if suffix else path
    return pandas.read_csv(path, keep_default_na=False, dtype=str)


def attack(**values):
    given = {
        "incident_type": "attack",
        "outcome": "completed",
        "date_basis": "attack",
        "killed": {"min": 3, "max": 5},
        "groups": [{"name": "Islamic State", "link": "claimed"}],
        "targets": [{"text": "patrol", "category": "military"}],
        "attack_types": ["bombing", "armed_assault"],
        "weapons": [{"text": "rockets", "category": "missile"}],
    }
    return runs.trial(**{**given, **values})


def coded(tmp_path, name, record, **choice):
    run = runs.write(tmp_path / "run", [record])
    path, said = export(run, name, tmp_path / "x.csv", Choice(**choice))
    return opened(path).to_dict("records"), opened(path, "-losses"), said


@pytest.mark.parametrize(
    ("name", "columns", "first", "last"),
    [
        ("acled", 31, "event_id_cnty", "timestamp"),
        ("gtd", 135, "eventid", "related"),
        ("ucdp", 49, "id", "gwnob"),
    ],
)
def test_columns_are_the_data_set_s(name, columns, first, last):
    found = list(book(name)["columns"])
    assert (len(found), found[0], found[-1]) == (columns, first, last)


@pytest.mark.parametrize("name", SETS)
def test_every_term_has_a_code_or_none(name):
    for field, codes in book(name).get("codes", {}).items():
        assert set(codes) == set(BY_NAME[field].terms)
    for links in book(name).get("links", {}).values():
        assert set(links) < set(LINKS)


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("events", [False, True])
def test_every_value_is_said_implied_or_lost(tmp_path, name, events):
    rows = [attack(), runs.yemen(), runs.trial(incident_id="trial/3")]
    bundle = read_bundle(runs.write(tmp_path / "run", rows), Choice(events=events))
    for unit in bundle.units:
        coder = Coder(unit, book(name))
        fill(coder)
        gone = [x for x in coder.losses if x.loss == "left_out" and not x.column]
        for field in FIELDS:
            values = unit.of(field.name)
            implied = book(name)["implied"].get(field.name, ())
            said = {n for f, n in coder._said if f == field.name}
            unsaid = [
                v for n, v in enumerate(values) if n not in said and v not in implied
            ]
            assert len([x for x in gone if x.field == field.name]) == len(unsaid)
        assert all(loss.why for loss in coder.losses)


@pytest.mark.parametrize("name", SETS)
def test_the_first_head_has_no_byte_order_mark(exported, name):
    assert exported(name).read_text().startswith(next(iter(book(name)["columns"])))


def test_gtd(tmp_path):
    (row,), losses, _ = coded(tmp_path, "gtd", attack())
    assert (row["iyear"], row["imonth"], row["iday"]) == ("2014", "3", "3")
    assert (row["country"], row["country_txt"]) == ("75", "Germany")
    assert (row["region"], row["region_txt"]) == ("8", "Western Europe")
    assert (row["attacktype1"], row["attacktype2"]) == ("3", "2")
    assert (row["targtype1"], row["target1"]) == ("4", "patrol")
    assert (row["gname"], row["claimed"], row["guncertain1"]) == (
        "Islamic State",
        "1",
        "0",
    )
    assert (row["nkill"], row["specificity"], row["success"]) == ("3", "1", "1")
    assert (row["weaptype1"], row["weaptype1_txt"]) == ("6", "Explosives")
    told = {(r["field"], r["loss"]): r for _, r in losses.iterrows()}
    assert told["killed", "coarsened"]["written"] == "3"
    assert told["killed", "coarsened"]["value"] == "3 to 5"
    assert "subtype" in told["weapons", "coarsened"]["why"]
    assert ("legal", "left_out") in told
    assert ("assertion", "left_out") not in told


def test_an_outcome_without_a_code_of_its_own_is_a_loss(tmp_path):
    (row,), losses, _ = coded(tmp_path, "gtd", attack(outcome="abandoned"))
    assert row["success"] == "0"
    (gone,) = losses[losses["field"] == "outcome"].to_dict("records")
    assert (gone["loss"], gone["written"]) == ("coarsened", "unsuccessful")


def test_a_term_without_a_code_is_left_out(tmp_path):
    (row,), losses, _ = coded(tmp_path, "gtd", attack(outcome="unknown"))
    assert row["success"] == ""
    (gone,) = losses[losses["field"] == "outcome"].to_dict("records")
    assert (gone["loss"], gone["why"]) == ("left_out", "no code")


def test_a_vague_date_of_the_gtd(tmp_path):
    (row,), _, _ = coded(tmp_path, "gtd", attack(date="2014-03"))
    assert (row["iyear"], row["imonth"], row["iday"]) == ("2014", "3", "0")
    assert row["approxdate"] == "2014-03"


def test_what_a_data_set_has_not_is_left_out_whole(tmp_path):
    rows, losses, said = coded(tmp_path, "gtd", runs.trial())
    assert rows == []
    assert list(losses["field"]) == ["*"]
    assert "1 left out: the GTD has no plots that were not launched" in said


def test_acled(tmp_path):
    (row,), losses, _ = coded(tmp_path, "acled", attack(date="2014-03"))
    assert (row["event_date"], row["time_precision"]) == ("2014-03-16", "3")
    assert row["event_type"] == "Explosions/Remote violence"
    assert row["actor1"] == "Islamic State"
    assert row["actor2"] == "Military Forces of Germany"
    assert (row["iso"], row["region"], row["geo_precision"]) == ("276", "Europe", "1")
    assert "the middle of the days it may be" in set(losses["why"])


def test_acled_plots_and_unknown_actors(tmp_path):
    (row,), *_ = coded(tmp_path, "acled", runs.trial(groups=[]))
    assert row["sub_event_type"] == "Disrupted weapons use"
    assert row["actor1"] == "Unidentified Armed Group (Germany)"


def test_acled_has_no_event_of_a_whole_year(tmp_path):
    rows, losses, _ = coded(tmp_path, "acled", attack(date="2014"))
    assert (rows, list(losses["loss"])) == ([], ["left_out"])


def test_ucdp(tmp_path):
    (row,), *_ = coded(tmp_path, "ucdp", attack())
    assert (row["type_of_violence"], row["side_a"]) == ("1", "Government of Germany")
    assert (row["side_b"], row["gwnoa"], row["country_id"]) == (
        "Islamic State",
        "260",
        "260",
    )
    assert (row["best"], row["low"], row["high"]) == ("3", "3", "5")
    assert (row["where_prec"], row["date_prec"]) == ("1", "1")
    assert row["geom_wkt"] == "POINT (7.08 51.17)"
    assert row["priogrid_gid"] == "203415"


def test_ucdp_of_a_country_alone_has_no_point(tmp_path):
    (row,), *_ = coded(tmp_path, "ucdp", runs.yemen(places=[]))
    assert (row["where_prec"], row["latitude"], row["geom_wkt"]) == ("6", "", "")


def test_jped_takes_plots_in_western_europe_by_jihadis(tmp_path):
    (row,), losses, _ = coded(tmp_path, "jped", runs.trial())
    assert (row["launched_or_foiled"], row["country"]) == ("foiled", "Germany")
    assert (row["group"], row["perpetrators"]) == ("Islamic State", "2")
    names = losses[losses["field"] == "suspects.names"]
    assert list(names["value"]) == ["Adem Yilmaz", "Bo Black"]


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"countries": ["YE"]},
        {"countries": []},
        {"groups": [{"name": BASQUES, "link": "claimed"}]},
        {"incident_type": "arrest"},
        {"assertion": "denied"},
    ],
)
def test_jped_leaves_others_out(tmp_path, elsewhere):
    assert coded(tmp_path, "jped", runs.trial(**elsewhere))[0] == []


def test_a_group_that_is_cleared_did_nothing(tmp_path):
    groups = [
        {"name": "Hamas", "link": "denied"},
        {"name": "Islamic State", "link": "alleged"},
    ]
    (row,), losses, _ = coded(tmp_path, "gtd", attack(groups=groups))
    assert (row["gname"], row["guncertain1"], row["gname2"]) == (
        "Islamic State",
        "1",
        "",
    )
    (gone,) = losses[losses["field"] == "groups"].to_dict("records")
    assert "Hamas" in gone["value"]


def test_no_cell_is_a_formula(tmp_path):
    (row,), losses, _ = coded(tmp_path, "jped", runs.trial())
    assert row["target"].startswith("'=")
    assert not [v for v in losses["value"] if v.startswith("=")]


def test_a_country_without_a_code_is_a_loss(tmp_path):
    _, losses, _ = coded(tmp_path, "gtd", attack(countries=["GL"]))
    assert "no gtd of this country is known here" in set(losses["why"])


def test_country_and_place_of_a_row_are_one(tmp_path):
    (row,), losses, _ = coded(tmp_path, "gtd", attack(countries=["FR", "DE"]))
    assert (row["country_txt"], row["city"]) == ("Germany", "Solingen")
    (gone,) = losses[losses["field"] == "countries"].to_dict("records")
    assert gone["value"] == "FR"


def test_a_unit_is_not_changed(tmp_path):
    unit = read_bundle(runs.write(tmp_path / "run"), Choice()).told[0]
    before = replace(unit)
    fill(Coder(unit, book("gtd")))
    assert unit == before
