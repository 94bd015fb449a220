"""What is read around a citation is what a run reads."""

import pytest

from extractors.mention import Mention, pack
from pipeline.assemble.support import reading
from pipeline.assemble.support.reading import Reading
from pipeline.records import Report


def report(text):
    return Report("d", "d.txt", "0", "text/plain", text)


def mention(start, end, label="PLACE", **attributes):
    return Mention(
        start, end, label, "x" * (end - start), "", "hand", pack(**attributes)
    )


def test_given_mentions_are_cut_to_what_overlaps():
    mentions = [mention(0, 20), mention(2, 4), mention(5, 9), mention(9, 12)]
    found = Reading(report("x" * 30), mentions).over(6, 9)
    assert [(m.start, m.end) for m in found] == [(0, 20), (5, 9)]


def test_without_mentions_only_the_blocks_asked_for_are_read(monkeypatch):
    asked = []
    monkeypatch.setattr(reading, "_mentions", lambda text, *_: asked.append(text) or ())
    Reading(report("One.\n\nTwo.\n\nThree.\n"), None).over(6, 8)
    assert asked == ["Two.\n\n"]


def test_a_block_read_apart_stands_where_it_stands_in_the_report(monkeypatch):
    found = mention(0, 3, number="1:2", reached="fear@0:3|hedge@2:3", value="4:5")
    monkeypatch.setattr(reading, "_mentions", lambda *_: (found,))
    (moved,) = Reading(report("One.\n\nTwo.\n"), None).over(6, 8)
    assert (moved.start, moved.end) == (6, 9)
    assert moved.get("number") == "7:8"
    assert moved.get("reached") == "fear@6:9|hedge@8:9"
    assert moved.get("value") == "4:5"


@pytest.mark.model
def test_a_block_is_read_as_the_extractors_read_it(trained):
    text = "A quiet day.\n\nA bomb killed two people in Riga.\n"
    found = Reading(report(text), None).over(14, len(text))
    read = {(m.label, text[m.start : m.end]) for m in found}
    assert ("PLACE", "Riga") in read
    assert ("WEAPON", "bomb") in read
