"""What was said where: annotations, the run, the documents' references."""

import json

import bibtexparser
import pytest
from jsonschema import Draft202012Validator
from rocrate.rocrate import ROCrate

from incidents.pipeline.export.formats.bibtex import _text
from tests.pipeline.export.runs import OTHER, TEXT

#: What the W3C's model and vocabulary ask of an annotation.
TEXT_SCHEMA = {"type": "string", "minLength": 1}
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "target"],
    "properties": {
        "id": {"type": "string", "pattern": "^urn:[^ ]+$"},
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["describing"]},
        "body": {
            "type": "array",
            "items": {
                "properties": {
                    "type": {"const": "TextualBody"},
                    "value": TEXT_SCHEMA,
                    "purpose": {"enum": ["tagging", "describing", "linking"]},
                },
                "required": ["type", "value"],
            },
        },
        "target": {
            "properties": {
                "source": {"type": "string", "pattern": "^(https?|urn):[^ <>]+$"},
                "selector": {"type": "array", "minItems": 2},
            },
            "required": ["source", "selector"],
        },
    },
}


def annotations(path):
    return json.loads(path.read_text())["items"]


def test_annotations_are_of_the_model(exported):
    found = annotations(exported("webannotation"))
    assert len(found) > 10
    validator = Draft202012Validator(ANNOTATION)
    assert not [e.message for a in found for e in validator.iter_errors(a)]
    assert len({a["id"] for a in found}) == len(found)


def test_annotations_find_their_quote(exported):
    for item in annotations(exported("webannotation")):
        place, quote, *_ = item["target"]["selector"]
        text = TEXT if "example.org" in item["target"]["source"] else OTHER
        assert text[place["start"] : place["end"]] == quote["exact"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert around in text


def test_annotations_under_pseudonyms_show_no_text_around(exported, tmp_path):
    path = exported("webannotation", pseudonyms=tmp_path / "key")
    assert "Yilmaz" not in path.read_text()
    assert "prefix" not in path.read_text()


def test_a_crate_tells_what_was_run_on_what(exported):
    crate = ROCrate(str(exported("ro-crate")))
    assert "as printed" in crate.description
    (action,) = (e for e in crate.get_entities() if e.type == "CreateAction")
    assert action["instrument"]["name"] == "incident-pipeline"
    assert {e["name"] for e in action["object"]} == {
        "+Trial of Adem Yilmaz",
        "At sea",
    }
    assert "records.csv" in {e.id for e in action["result"]}
    assert all((crate.source / e.id).is_file() for e in crate.data_entities)


def test_csl_items(exported):
    one, two = json.loads(exported("csl-json").read_text())
    assert one["issued"] == {"date-parts": [[2014, 5, 1]]}
    assert two["issued"] == {"date-parts": [[2015, 6]]}
    assert (one["id"], one["type"]) == ("trial", "document")
    assert "as printed" in one["annote"]
    assert (one["title"], one["publisher"]) == ("+Trial of Adem Yilmaz", "The @Paper")


def test_bibtex_is_read(exported):
    library = bibtexparser.parse_file(str(exported("bibtex")))
    assert not library.failed_blocks
    one = library.entries_dict["trial"]
    assert one["title"].strip("{}") == "+Trial of Adem Yilmaz"
    assert (one["year"], one["month"]) == ("2014", "may")
    assert one["url"] == "https://example.org/a?b=1&c=<d>"


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("50% & more_#1", r"50\% \& more\_\#1"),
        ("}\n@misc{x,", r"\} @misc\{x,"),
        ("\\input{/etc/passwd}", r"\textbackslash{}input\{/etc/passwd\}"),
    ],
)
def test_titles_are_no_tex(text, tex):
    assert _text(text) == tex
