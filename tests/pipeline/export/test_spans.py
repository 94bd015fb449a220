"""Spans for labelling tools, opened by cassis and spaCy, and read back."""

import json
import zipfile

import cassis
import pytest
import spacy

from incidents.pipeline.export import export, read_back
from incidents.pipeline.export.spans import Span, Units
from tests.pipeline.export.runs import TEXT

ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
TOOLS = ("label-studio", "doccano", "inception")


def back(name, path):
    return {d.doc_id: d for d in read_back(name, path)}


def annotated(path):
    """What Label Studio exports once its predictions are accepted as they are."""
    tasks = json.loads(path.read_text())
    for task in tasks:
        result = task.pop("predictions")[0]["result"]
        task["annotations"] = [{"result": result, "was_cancelled": False}]
    path.write_text(json.dumps(tasks))
    return path


@pytest.mark.parametrize("name", TOOLS)
def test_what_is_written_is_read_back(exported, name):
    path = exported(name)
    if name == "label-studio":
        path = annotated(path)
    found = back(name, path)
    assert set(found) == {"trial", "sea"}
    spans = found["trial"].spans
    where = TEXT.index("At least 2")
    assert Span(where, where + len("At least 2 people were hurt"), "injured") in spans
    assert {"PERSON", "PLACE", "targets"} <= {s.label for s in spans}


def test_a_cas_is_opened(exported):
    folder = exported("inception")
    with (folder / "TypeSystem.xml").open("rb") as file:
        types = cassis.load_typesystem(file)
    with (folder / "trial.xmi").open("rb") as file:
        cas = cassis.load_cas_from_xmi(file, typesystem=types)
    assert cas.sofa_string == TEXT.replace("\f", "\n")
    told = {(e.value, e.get_covered_text()) for e in cas.select(ENTITY)}
    assert ("injured", "At least 2 people were hurt") in told
    assert ("PLACE", "Solingen") in told


def test_an_archive_of_archives_is_read(exported, tmp_path):
    folder = exported("inception")
    inner = tmp_path / "trial.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        archive.write(folder / "trial.xmi", "trial.xmi")
    outer = tmp_path / "project.zip"
    with zipfile.ZipFile(outer, "w") as archive:
        archive.write(inner, "annotation/trial.zip")
    assert set(back("inception", outer)) == {"trial"}


def test_doccano_spans_are_spacy_s(exported):
    nlp = spacy.blank("en")
    for line in exported("doccano").read_text().splitlines():
        row = json.loads(line)
        doc = nlp(row["text"])
        for start, end, label in row["label"]:
            span = doc.char_span(start, end, label, alignment_mode="expand")
            assert row["text"][start:end] in span.text


def test_label_studio_has_a_label_for_each_span(exported):
    path = exported("label-studio")
    config = path.with_name("x-config.xml").read_text()
    task = json.loads(path.read_text())[0]
    for region in task["predictions"][0]["result"]:
        value = region["value"]
        assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
        assert f'value="{value["labels"][0]}"' in config


def test_old_label_studio_counts_units(exported):
    path = annotated(exported("label-studio"))
    tasks = json.loads(path.read_text())
    for task in tasks:
        units = Units(task["data"]["text"])
        for region in task["annotations"][0]["result"]:
            for end in ("start", "end"):
                region["value"][end] = units.units(region["value"][end])
    old = path.with_name("old.json")
    old.write_text(json.dumps(tasks))
    assert back("label-studio", old) == back("label-studio", path)


def test_units_are_those_of_utf_16():
    text = "a🙂b🙂🙂c"
    units = Units(text)
    for n in range(len(text) + 1):
        wide = len(text[:n].encode("utf-16-le")) // 2
        assert (units.units(n), units.place(wide)) == (wide, n)


@pytest.mark.parametrize("name", TOOLS)
def test_text_cannot_be_under_pseudonyms(run, tmp_path, name):
    from incidents.pipeline.export import Choice

    with pytest.raises(ValueError, match="own text"):
        export(run, name, tmp_path / "x", Choice(pseudonyms=tmp_path / "key"))
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("label-studio", "[1]"),
        ("label-studio", "{"),
        ("label-studio", '[{"annotations": [{"result": [{"value": {}}]}]}]'),
        ("doccano", '{"text": "a", "label": [[0, 9, "x"]]}'),
        ("doccano", '{"text": "a", "label": [[0]]}'),
        ("doccano", "[]"),
        ("inception", "<x/>"),
        ("inception", "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"),
    ],
)
def test_what_is_no_export_is_refused(tmp_path, name, content):
    path = tmp_path / ("x.xmi" if name == "inception" else "x.json")
    path.write_text(content)
    with pytest.raises(ValueError):
        back(name, path)
