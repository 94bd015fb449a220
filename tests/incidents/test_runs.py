import subprocess
import sys
from datetime import date
from pathlib import Path

import pandas
import pytest

import incidents
from incidents.pipeline.account import Summary
from incidents.pipeline.plan import Settings
from tests.conftest import ROOT
from tests.pipeline.export import runs
from tests.pipeline.review.runs import document, quetta, write_run


@pytest.fixture
def kept(tmp_path):
    return runs.write(tmp_path / "run")


@pytest.fixture
def stand_in(monkeypatch):
    """A run that writes one record, or none, without a model; keeps what it is told."""
    told = []

    def make(settings, interrupted=False):
        told.append(settings)
        write_run(settings.out, [document()], [quetta()])
        return Summary(1, 1, 0, 0, interrupted)

    monkeypatch.setattr("incidents.pipeline.run.run", make)
    return told, make


def test_tables_are_typed(kept):
    run = incidents.load(kept)
    plot = run.records.set_index("doc_id").loc["trial"]
    assert plot["date"] == "2014-03-03"
    assert plot["date_first"] == plot["date_last"] == date(2014, 3, 3)
    assert (plot["injured_min"], plot["latitude"]) == (2, 51.17)
    assert plot["injured_max"] is pandas.NA
    types = run.records.dtypes
    assert (types["injured_min"], types["latitude"]) == ("Int64", "Float64")
    assert types["date"] == "string"


def test_a_month_stays_a_month(kept):
    told = incidents.load(kept).records.set_index("doc_id").loc["sea"]
    assert told["date"] == "2015-05"
    days = told["date_first"], told["date_last"]
    assert days == (date(2015, 5, 1), date(2015, 5, 31))


def test_the_other_tables(kept):
    run = incidents.load(str(kept))
    assert len(run.records) == len(run)
    assert set(run.values["incident_id"]) == set(run.records["incident_id"])
    assert set(run.events["event_key"]) == set(run.records["event_key"])
    assert set(run.documents["doc_id"]) >= set(run.records["doc_id"])
    assert "date" in set(run.codebook["field"])
    quotes = run.values.dropna(subset=["quote"])
    texts = run.bundle.texts
    for row in quotes.itertuples():
        assert texts[row.doc_id][row.start : row.end] == row.quote


def test_a_table_is_made_once(kept):
    run = incidents.load(kept)
    assert run.records is run.records


def test_records_by_id_and_in_order(kept):
    run = incidents.load(kept)
    assert [r.id for r in run] == list(run.records["incident_id"])
    first = next(iter(run))
    assert run[first.id] is first
    assert first.values
    assert first.row["incident_id"] == first.id
    with pytest.raises(KeyError):
        run["nowhere/1"]


def test_what_is_said_of_them(kept):
    run = incidents.load(kept)
    assert repr(run).startswith(f"<Run: {len(run)} records, ")
    assert repr(next(r for r in run if r.row["doc_id"] == "trial")).endswith(
        ": plot, 2014-03-03, Solingen>"
    )


def test_only_reviewed_records(kept):
    assert len(incidents.load(kept, reviewed=True)) == 0


def test_pseudonyms(kept, tmp_path):
    run = incidents.load(kept, pseudonyms=tmp_path / "key")
    told = run.records.to_csv() + run.values.to_csv() + run.documents.to_csv()
    told += "".join(r._repr_html_() for r in run)
    assert "Person " in told
    assert "Yilmaz" not in told
    assert "Yilmaz" in incidents.load(kept).values.to_csv()


def test_no_run(tmp_path):
    with pytest.raises(ValueError, match=r"holds no run: there is no run\.json"):
        incidents.load(tmp_path)


def test_failures_are_told(kept):
    row = '{"source": "a.pdf", "problem": "is locked", "mend": "unlock it",'
    (kept / "failures.jsonl").write_text(row + ' "severity": "error"}\n')
    assert incidents.load(kept).failures == (
        incidents.Failure("a.pdf", "is locked", "unlock it"),
    )


@pytest.mark.parametrize("line", ["{", '{"source": 1}', "[1]"])
def test_failures_that_no_run_wrote(kept, line):
    (kept / "failures.jsonl").write_text(line + "\n")
    with pytest.raises(ValueError, match=r"failures\.jsonl"):
        incidents.load(kept)


def test_run_is_told_what_the_command_is_told(stand_in, tmp_path):
    told, _ = stand_in
    out = tmp_path / "out"
    made = incidents.run(["a.txt", Path("b")], out, workers=2, weights="w", force=True)
    assert told == [
        Settings(
            inputs=(Path("a.txt"), Path("b")),
            out=out,
            workers=2,
            weights=Path("w"),
            force=True,
        )
    ]
    assert list(made.records["killed_min"]) == [12]


def test_one_path_is_no_list_of_letters(stand_in, tmp_path):
    told, _ = stand_in
    incidents.run("reports", tmp_path / "out")
    assert told[0].inputs == (Path("reports"),)


def test_read_keeps_nothing_on_the_disk(stand_in):
    told, _ = stand_in
    made = incidents.read("story.txt")
    assert list(made.values["field"])
    assert not told[0].out.parent.exists()


def test_read_of_what_cannot_be_read(stand_in, monkeypatch):
    _, make = stand_in
    row = '{"source": "a.pdf", "problem": "is locked", "mend": "unlock it"}\n'

    def none(settings):
        made = make(settings)
        for name in ("records", "documents"):
            (settings.out / f"{name}.jsonl").write_text("")
        (settings.out / "failures.jsonl").write_text(row)
        return made

    monkeypatch.setattr("incidents.pipeline.run.run", none)
    with pytest.raises(ValueError, match=r"^a\.pdf: is locked; unlock it$"):
        incidents.read("a.pdf")


def test_a_run_that_was_stopped(stand_in, monkeypatch, tmp_path):
    _, make = stand_in
    monkeypatch.setattr(
        "incidents.pipeline.run.run", lambda s: make(s, interrupted=True)
    )
    with pytest.raises(KeyboardInterrupt):
        incidents.run("a.txt", tmp_path / "out")
    assert (tmp_path / "out" / "records.jsonl").is_file()


def test_nothing_to_read(tmp_path):
    with pytest.raises(ValueError, match="no such file or folder"):
        incidents.read(tmp_path / "none.txt")


@pytest.mark.model
def test_a_report_is_read():
    made = incidents.read(ROOT / "corpus" / "reports" / "peshawar-school.txt")
    assert list(made.records["incident_type"]) == ["attack"]
    assert set(made.documents["doc_id"]) == {"peshawar-school"}


@pytest.mark.model
def test_a_script_of_two_lines_is_enough(tmp_path):
    """It does not ask whether it is the main module, and is run once."""
    report = ROOT / "corpus" / "reports" / "minneapolis-travellers.txt"
    script = tmp_path / "script.py"
    script.write_text(
        f"import incidents\nprint(len(incidents.read({str(report)!r})))\n"
    )
    given = [sys.executable, str(script)]
    said = subprocess.run(
        given, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(ROOT)}
    )
    assert (said.stdout, said.stderr) == ("1\n", "")
