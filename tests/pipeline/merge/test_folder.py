import json
from pathlib import Path

import pytest

from incidents.pipeline.cli import main
from incidents.pipeline.files import digest
from incidents.pipeline.files import read_lines as rows
from incidents.pipeline.merge.weights import learned, of_account
from tests.pipeline.merge.made import quay


def write(folder, *records, text="A text.", **document):
    folder.mkdir()
    ids = sorted({r["doc_id"] for r in records})
    documents = [{"doc_id": id, "text": text, **document} for id in ids]
    for name, lines in (("records", records), ("documents", documents)):
        written = "".join(json.dumps(line) + "\n" for line in lines)
        (folder / f"{name}.jsonl").write_text(written, "utf-8")
    return str(folder)


def merge(out, *folders):
    return main(["merge", *folders, "--out", str(out)])


def test_runs_are_merged_to_events(tmp_path, capsys):
    one = write(tmp_path / "one", quay("a"), published="2021-03-05")
    two = write(tmp_path / "two", quay("b"), quay("c", date=None, countries=["PE"]))
    out = tmp_path / "out"
    assert merge(out, one, two) == 0
    first, second = rows(out / "events.jsonl")
    assert first["incident_ids"] == ["a/1", "b/1"]
    assert (
        first["fields"]["date"]["values"][0]["claims"][0]["published"] == "2021-03-05"
    )
    assert second["incident_ids"] == ["c/1"]
    keys = [r["event_key"] for r in rows(out / "records.jsonl")]
    assert keys == ["a/1", "a/1", "c/1"]
    said = capsys.readouterr().out
    assert "2 events of 3 records in 3 documents; 1 told in several reports" in said
    assert "1 records have no date" in said


def test_the_order_of_runs_shows_nowhere(tmp_path):
    one = write(tmp_path / "one", quay("a"), quay("d"))
    two = write(tmp_path / "two", quay("b"), quay("c", date="2021-06-01"))
    for out, folders in (("x", [one, two]), ("y", [two, one])):
        assert merge(tmp_path / out, *folders) == 0
    for name in ("events", "records", "unsure", "documents"):
        x, y = ((tmp_path / out / f"{name}.jsonl").read_bytes() for out in "xy")
        assert x == y


def test_what_was_read_of_each_document_is_carried_over(tmp_path, capsys):
    one = write(tmp_path / "one", quay("b"), quay("d"))
    two = write(tmp_path / "two", quay("a"), quay("d"))
    told = [{"doc_id": id, "mentions": [{"text": f"é {id}"}]} for id in "bzda"]
    for folder, rows_ in ((one, told[:3]), (two, told[2:])):
        lines = "\n\n".join(json.dumps(row) for row in rows_)  # without a last newline
        (Path(folder) / "mentions.jsonl").write_text(lines)
    assert merge(tmp_path / "out", one, two) == 0
    found = list(rows(tmp_path / "out" / "mentions.jsonl"))
    assert found == [told[3], told[0], told[2]]
    (Path(two) / "mentions.jsonl").write_text('{"doc": 1}\n')
    assert merge(tmp_path / "out", one, two) == 2
    assert "mentions.jsonl, line 1: not as a run writes it" in capsys.readouterr().err


def test_a_document_of_two_runs_counts_once_and_is_named(tmp_path, capsys):
    one, two = (write(tmp_path / name, quay("a")) for name in ("one", "two"))
    assert merge(tmp_path / "out", one, two) == 0
    assert len(list(rows(tmp_path / "out" / "events.jsonl"))) == 1
    assert "it counts once" in " ".join(capsys.readouterr().err.split())


def test_a_file_under_two_ids_is_named(tmp_path, capsys):
    one = write(tmp_path / "one", quay("a"), quay("b"), sha256="77")
    assert merge(tmp_path / "out", one) == 0
    (row,) = rows(tmp_path / "out" / "events.jsonl")
    assert row["same_file"] == [["a", "b"]]
    assert row["origins"] == 1
    assert "a, b are one file" in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize(
    ("records", "document", "said"),
    [
        ([quay("a")], {"text": "Another text."}, "hold a in two versions"),
        ([quay("a", date="2021")], {}, "says something else than in another run"),
    ],
)
def test_two_versions_are_refused(tmp_path, capsys, records, document, said):
    one = write(tmp_path / "one", quay("a"))
    two = write(tmp_path / "two", *records, **document)
    assert merge(tmp_path / "out", one, two) == 2
    assert said in " ".join(capsys.readouterr().err.split())
    assert not (tmp_path / "out").exists()


def test_what_is_no_run_is_refused(tmp_path, capsys):
    assert merge(tmp_path / "out", str(tmp_path)) == 2
    assert "holds no run" in " ".join(capsys.readouterr().err.split())
    one = write(tmp_path / "one", quay("a"))
    assert merge(tmp_path / "one", one) == 2
    assert "name another folder" in " ".join(capsys.readouterr().err.split())
    (tmp_path / "one" / "documents.jsonl").write_text("")
    assert merge(tmp_path / "out", one) == 2
    assert "which documents.jsonl does not have" in capsys.readouterr().err.replace(
        "\n", " "
    )


def test_weights_must_be_weights(tmp_path, capsys):
    one = write(tmp_path / "one", quay("a"))
    bad = tmp_path / "w.toml"
    bad.write_text("[likeness]\n")
    made = main(["merge", one, "--out", str(tmp_path / "o"), "--weights", str(bad)])
    assert made == 2
    assert "no table thresholds" in " ".join(capsys.readouterr().err.split())


NEVER = """
[likeness]
[thresholds]
join = 1.1
unsure = 1.1
least = 0
"""


def test_the_weights_given_join_and_are_told(tmp_path):
    one = write(tmp_path / "one", quay("a"), quay("b"))
    given = tmp_path / "w.toml"
    given.write_text(NEVER)
    out = tmp_path / "out"
    assert main(["merge", one, "--out", str(out), "--weights", str(given)]) == 0
    assert len(list(rows(out / "events.jsonl"))) == 2
    told = json.loads((out / "merge.json").read_text())["settings"]["event_weights"]
    assert told["path"] == str(given)
    assert told["sha256"] == digest(given)
    assert of_account(out / "merge.json").thresholds["join"] == 1.1
    assert merge(out, one) == 0
    assert of_account(out / "merge.json") == learned()


def test_as_of_a_day_tells_what_was_published_by_then(tmp_path, capsys):
    early = write(tmp_path / "one", quay("a"), published="2021-03-05")
    late = write(tmp_path / "two", quay("b"), published="2021-04-01")
    undated = write(tmp_path / "three", quay("c"))
    out = tmp_path / "out"
    as_of = ["--as-of", "2021-03-31"]
    assert main(["merge", early, late, undated, "--out", str(out), *as_of]) == 0
    (row,) = rows(out / "events.jsonl")
    assert row["incident_ids"] == ["a/1"]
    assert [d["doc_id"] for d in rows(out / "documents.jsonl")] == ["a"]
    said = " ".join(capsys.readouterr().err.split())
    assert (
        "as of 2021-03-31: 1 document published later and 1 document without a day of"
        " publication are left out" in said
    )


def test_as_of_no_day_is_refused(tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["merge", str(tmp_path), "--out", "o", "--as-of", "March"])
    assert "'March' is no day, such as 2024-03-31" in capsys.readouterr().err


def test_a_record_edited_by_hand_is_said(tmp_path, capsys):
    quoted = quay("a")["citations"][0]["quote"]
    one = write(tmp_path / "one", quay("a"), text=quoted)
    assert merge(tmp_path / "x", one) == 0
    assert "quote what" not in capsys.readouterr().err
    two = write(tmp_path / "two", quay("a"), text=quoted.upper())
    assert merge(tmp_path / "y", two) == 0
    said = " ".join(capsys.readouterr().err.split())
    assert "1 records quote what their document does not say (a/1)" in said


def test_runs_made_otherwise_are_said(tmp_path, capsys):
    one, two = (write(tmp_path / id, quay(id)) for id in "ab")
    for folder, gazetteers in ((one, ""), (two, "77")):
        settings = {"gazetteers": gazetteers, "model": "m", "weights": {}}
        account = {"versions": {"spacy": "3"}, "settings": settings}
        (tmp_path / folder / "run.json").write_text(json.dumps(account))
    assert merge(tmp_path / "out", one, two) == 0
    said = " ".join(capsys.readouterr().err.split())
    assert "were made with other gazetteers" in said
    assert "other models" not in said
    (tmp_path / "b" / "run.json").write_text("[]")
    assert merge(tmp_path / "out", one, two) == 0
    assert "has no run.json" in " ".join(capsys.readouterr().err.split())
