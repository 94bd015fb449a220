"""The tables, opened by pandas and openpyxl."""

import json
import zipfile
from datetime import date, datetime

import openpyxl
import pandas
import pytest

from incidents.pipeline.export import export
from incidents.pipeline.fields import BY_NAME
from tests.pipeline.export import runs
from tests.pipeline.export.runs import EVIL

FORMULA = ("=", "+", "-", "@")


def read_csv(path):
    return pandas.read_csv(path, keep_default_na=False, dtype=str)


def test_csv_has_a_row_a_record(exported):
    found = read_csv(exported("csv"))
    one, two = found.to_dict("records")
    assert (one["incident_id"], one["date_first"]) == ("trial/one", "2014-03-03")
    assert (one["latitude"], one["longitude"]) == ("51.17", "7.08")
    assert (one["injured_min"], one["injured_max"]) == ("2", "")
    assert one["place_evidence"] == "Solingen, western Germany"
    assert (two["date_first"], two["date_last"]) == ("2015-05-01", "2015-05-31")
    assert (two["latitude"], two["ucdp_precision"]) == ("", "6")
    assert "as printed" in one["choice"]


def test_csv_says_which_record_other_reports_contradict(tmp_path):
    keyed = {"event_key": "one-event", "killed": {"min": 3, "max": 3}}
    rows = [runs.trial(**keyed), runs.yemen(**keyed, date="2015-03-03")]
    run = runs.write(tmp_path / "run", rows)
    out, _ = export(run, "csv", tmp_path / "x.csv")
    trial, sea = read_csv(out)["contradicted"]
    assert "date" in sea.split("; ")
    assert "killed" not in sea.split("; ")
    assert trial == ""


def test_records_of_events_of_their_own_contradict_nothing(exported):
    assert list(read_csv(exported("csv"))["contradicted"]) == ["", ""]


@pytest.mark.parametrize("choice", [{}, {"events": True}])
def test_no_cell_of_csv_is_a_formula(exported, choice):
    path = exported("csv", **choice)
    for file in path.parent.iterdir():
        cells = read_csv(file).to_numpy().ravel()
        assert not [c for c in cells if c.lstrip().startswith(FORMULA)]
    assert f"'{EVIL}" in read_csv(path)["targets"][0]


def test_csv_has_a_row_a_quote(exported):
    path = exported("csv")
    values = read_csv(path.with_name("x-values.csv"))
    one = values[(values["field"] == "injured")].iloc[0]
    assert one["quote"] == "At least 2 people were hurt"
    assert (one["page"], one["value"], one["min"]) == ("2", "2 or more", "2")
    text = read_text(values)
    assert all(
        text[row["doc_id"]][int(row["start"]) : int(row["end"])] == row["quote"]
        for _, row in values.iterrows()
        if not row["quote"].startswith("'")
    )
    other = values[values["reading"] == "alternative"].iloc[0]
    assert (other["value"], other["quote"]) == ("90", "killed")
    assert set(values["field"]) <= set(BY_NAME)


def read_text(values):
    from tests.pipeline.export.runs import OTHER, TEXT

    return {"trial": TEXT, "sea": OTHER}


def test_events_have_a_row_each(exported):
    found = read_csv(exported("csv", events=True))
    assert list(found["event_key"]) == ["trial/one", "sea/two"]
    assert (found["killed_low"][1], found["killed_high"][1]) == ("81", "90")


def test_a_workbook_has_typed_sheets(exported):
    book = openpyxl.load_workbook(exported("xlsx"))
    assert book.sheetnames == ["records", "events", "values", "documents", "codebook"]
    sheet = book["records"]
    heads = {cell.value: n for n, cell in enumerate(sheet[1])}
    row = sheet[2]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert row[heads["date_first"]].value == datetime(2014, 3, 3)
    assert row[heads["latitude"]].value == 51.17
    assert row[heads["injured_min"]].value == 2
    assert row[heads["targets"]].value == EVIL
    assert row[heads["targets"]].data_type == "s"
    assert "as printed" in book.properties.description
    assert not [c for s in book for r in s for c in r if c.data_type == "f"]


def test_a_workbook_holds_no_link_and_no_control_character(exported):
    with zipfile.ZipFile(exported("xlsx")) as archive:
        text = "".join(
            archive.read(n).decode() for n in archive.namelist() if "sheet" in n
        )
    assert "<f>" not in text
    assert "hyperlink" not in text.lower().replace(EVIL.lower(), "").replace(
        "=hyperlink(", ""
    )


def test_the_same_run_gives_the_same_workbook(run, tmp_path):
    one, _ = export(run, "xlsx", tmp_path / "1.xlsx")
    two, _ = export(run, "xlsx", tmp_path / "2.xlsx")
    assert one.read_bytes() == two.read_bytes()


def test_parquet_is_typed(exported):
    path = exported("parquet")
    found = pandas.read_parquet(path)
    assert found["date_last"][1] == date(2015, 5, 31)
    assert found["latitude"].dtype == "float64"
    assert found["killed_min"][1] == 81
    assert found["targets"][0] == EVIL
    assert len(pandas.read_parquet(path.with_name("x-values.parquet"))) > 10


def test_a_data_package_describes_its_files(exported):
    folder = exported("datapackage")
    package = json.loads((folder / "datapackage.json").read_text())
    assert "as printed" in package["description"]
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        days = [f["name"] for f in fields if f["type"] == "date"]
        found = pandas.read_csv(
            folder / resource["path"],
            parse_dates=days,
            dtype={f["name"]: pandas_type(f) for f in fields if f["name"] not in days},
        )
        assert list(found) == [f["name"] for f in fields]
        assert all(f["description"] for f in fields)
        for key in resource["schema"].get("primaryKey", []):
            assert found[key].is_unique


def pandas_type(field):
    return {"integer": "Int64", "number": "float64", "boolean": "bool"}.get(
        field["type"], "string"
    )


def test_terms_of_the_codebook_are_named(exported):
    folder = exported("datapackage")
    package = json.loads((folder / "datapackage.json").read_text())
    fields = {f["name"]: f for f in package["resources"][0]["schema"]["fields"]}
    terms = fields["incident_type"]["constraints"]["enum"]
    assert terms == ["attack", "plot", "arrest"]


def test_pseudonyms_are_told_in_the_file(exported, tmp_path):
    path = exported("csv", pseudonyms=tmp_path / "key")
    for file in path.parent.iterdir():
        assert "Yilmaz" not in file.read_text()
        assert "Bo Black" not in file.read_text()
    assert "pseudonyms" in read_csv(path)["choice"][0]
