from dataclasses import replace

import pytest

from incidents.pipeline.cli import main
from incidents.pipeline.export import Choice, export, read_back
from incidents.pipeline.export.reading import read_bundle
from incidents.pipeline.export.spans import Span, labelled
from incidents.pipeline.gold.from_spans import corrected
from incidents.pipeline.recordfile import load
from tests.pipeline.export import runs
from tests.pipeline.export.runs import TEXT


@pytest.fixture
def bundle(tmp_path):
    return read_bundle(runs.write(tmp_path / "run", [runs.trial()]), Choice())


def span(words, label):
    start = TEXT.index(words)
    return Span(start, start + len(words), label)


def of(bundle, gone=(), new=()):
    """The trial's record after some spans were deleted and others drawn."""
    (document,) = (d for d in labelled(bundle) if d.doc_id == "trial")
    spans = (set(document.spans) - set(gone)) | set(new)
    found = corrected(bundle, [replace(document, spans=tuple(sorted(spans)))])
    return found.records, found.remarks


def test_what_was_not_touched_is_as_it_was(bundle):
    (record,), remarks = of(bundle)
    assert remarks == []
    before = bundle.told[0].row
    assert {k: record[k] for k in before if k != "citations"} == {
        k: before[k] for k in before if k != "citations"
    }
    spans = {(c["field"], c["start"], c["end"]) for c in record["citations"]}
    assert spans >= {(c["field"], c["start"], c["end"]) for c in before["citations"]}


def test_a_deleted_span_drops_its_value(bundle):
    (record,), _ = of(bundle, [span("At least 2 people were hurt", "injured")])
    assert record["injured"] is None
    assert not any(c["field"] == "injured" for c in record["citations"])


def test_a_moved_span_moves_the_quote(bundle):
    old, new = span("At least 2 people were hurt", "injured"), "2 people were hurt"
    (record,), _ = of(bundle, [old], [span(new, "injured")])
    assert record["injured"] == {"min": 2, "max": None}
    (cited,) = (c for c in record["citations"] if c["field"] == "injured")
    assert (cited["quote"], cited["page"]) == (new, 2)
    assert TEXT[cited["start"] : cited["end"]] == new


def test_words_that_are_the_value_change_with_it(tmp_path):
    row = runs.trial(cited={"incident_type": "bomb plot", "places": "Solingen"})
    bundle = read_bundle(runs.write(tmp_path / "run", [row]), Choice())
    wider = span("Solingen, western Germany", "places")
    (record,), _ = of(bundle, [span("Solingen", "places")], [wider])
    assert record["places"] == ["Solingen, western Germany"]


def test_a_new_span_is_a_new_value(bundle):
    new = [span("27", "suspects.ages"), span("Germany", "places")]
    (record,), remarks = of(bundle, (), new)
    assert record["suspects"]["ages"] == [27, 27]
    assert record["places"] == ["Solingen", "Germany"]
    assert remarks == []


@pytest.mark.parametrize(
    ("new", "why"),
    [
        (("Police", "legal"), "does not say its value"),
        (("one of two", "injured"), "does not say its value"),
        (("western Germany", "countries"), "does not say its value"),
        (("27", "injured"), "second value"),
    ],
)
def test_what_a_span_does_not_say_is_told(bundle, new, why):
    (record,), (remark,) = of(bundle, (), [span(*new)])
    assert why in remark
    assert record["injured"] == {"min": 2, "max": None}


def test_a_new_span_between_two_records_is_told(tmp_path):
    rows = [runs.trial(), runs.trial(incident_id="trial/2")]
    bundle = read_bundle(runs.write(tmp_path / "run", rows), Choice())
    _, (remark,) = of(bundle, (), [span("western", "places")])
    assert "no one record" in remark


def test_a_record_whose_event_is_deleted_is_gone(bundle):
    records, remarks = of(bundle, [span("bomb plot", "incident_type")])
    assert records == []
    assert "no longer an incident" in remarks[0]


def test_another_text_is_refused(bundle):
    (document,) = (d for d in labelled(bundle) if d.doc_id == "trial")
    with pytest.raises(ValueError, match="another"):
        corrected(bundle, [replace(document, text=document.text + "!")])


@pytest.mark.parametrize("tool", ["doccano", "inception"])
def test_the_command(tmp_path, tool, capsys):
    run = runs.write(tmp_path / "run", [runs.trial()])
    path, _ = export(run, tool, tmp_path / "spans")
    assert list(read_back(tool, path))
    out = tmp_path / "gold.jsonl"
    given = ["gold", "from", tool, str(path), "--run", str(run), "--out", str(out)]
    assert main(given) == 0
    (record,) = load(out)
    assert record["incident_id"] == "trial/one"
    assert "1 records" in capsys.readouterr().out
