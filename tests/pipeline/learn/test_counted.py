import json

import pytest
import spacy

from incidents.pipeline.learn.counted import Counted, counted, kinds, told, worths
from tests.pipeline.assemble.made import event, mention, reader, weights, word

#: Days make an attack likely, places likelier.
SURE = weights(
    attack={"always": -2, "date to the day": 2.5, "place city": 9},
    join={"always": -9.0},
)
DAY = mention("DATE", "2021-03-04")
TOWN = mention("PLACE", "7", kind="city")
LIKELIEST = event(word(), DAY, TOWN, kind="none")
LIKELY = event(word(), DAY, kind="none")
HARDLY = event(word(), kind="none")
WORDLESS = event(DAY, TOWN, kind="none")


def document(number, *told):
    return Counted("d", reader(""), told, number)


def labels(number, *told):
    return [label for _, label in kinds(document(number, *told), SURE)]


def test_of_a_document_with_incidents_the_likeliest_is_one():
    assert labels(1, HARDLY) == ["attack"]
    assert labels(1, HARDLY, LIKELIEST) == ["attack"]


def test_what_is_as_good_as_sure_is_one_as_well_and_doubt_is_left_out():
    assert labels(2, LIKELIEST, LIKELY, HARDLY) == ["attack", "attack"]


def test_what_has_no_word_is_not_the_likeliest():
    seen = [s for s, _ in kinds(document(1, WORDLESS, HARDLY), SURE)]
    assert ["no event word" in s for s in seen] == [False]


def test_of_a_document_without_incidents_all_is_talk():
    assert labels(0, LIKELIEST, HARDLY) == ["none", "none"]


def test_of_what_was_foiled_nothing_is_said():
    found = word("defused", kind="foil")
    assert labels(1, event(word(), found, DAY, TOWN, kind="none"), HARDLY) == []


@pytest.mark.parametrize(
    ("number", "rights"), [(0, [False, False]), (1, [True]), (2, [True])]
)
def test_the_surest_story_is_a_record(number, rights):
    told = document(number, LIKELIEST, LIKELY)
    assert [e.right for e in worths(told, SURE)] == rights


def test_of_stories_of_arrests_nothing_is_said():
    held = weights(arrest={"always": 9.0})
    assert list(worths(document(0, LIKELY), held)) == []


def test_counted_reads_json_lines(tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    rows = [
        {"doc_id": "a", "text": "A bomb went off."},
        {"doc_id": "b", "text": "It rained.", "templates": []},
        {
            "doc_id": "c",
            "text": "x",
            "templates": [1, 2],
            "dateline_date": "1990-01-03",
        },
    ]
    path = tmp_path / "docs.jsonl"
    path.write_text("\n\n".join(map(json.dumps, rows)), "utf-8")
    found = list(counted(path, nlp))
    assert [(c.doc_id, c.incidents) for c in found] == [("a", 1), ("b", 0), ("c", 2)]
    assert [len(c.told) for c in found] == [1, 0, 0]


def test_what_was_counted_is_told(tmp_path):
    path = tmp_path / "short.jsonl"
    path.write_text("{}\n\n{}\n", "utf-8")
    (line,) = told([path])
    assert line.startswith("- short: 2 counted, ") and len(line.split()[-1]) == 16
