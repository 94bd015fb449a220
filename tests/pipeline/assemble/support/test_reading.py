"""What is read around a citation is what a run reads."""

from incidents.extractors.mention import Mention, pack
from incidents.pipeline.assemble.support.reading import Reading
from incidents.pipeline.records import Report


def report(text):
    return Report("d", "d.txt", "0", "text/plain", text)


def mention(start, end, label="PLACE", **attributes):
    return Mention(
        start, end, label, "x" * (end - start), "", "hand", pack(**attributes)
    )


def test_mentions_are_cut_to_what_overlaps():
    mentions = [mention(0, 20), mention(2, 4), mention(5, 9), mention(9, 12)]
    found = Reading(report("x" * 30), mentions).over(6, 9)
    assert [(m.start, m.end) for m in found] == [(0, 20), (5, 9)]


def test_a_mention_that_ends_where_it_begins_is_outside():
    found = Reading(report("x" * 30), [mention(0, 5), mention(9, 20)])
    assert found.over(5, 9) == ()
    assert [m.start for m in found.over(4, 10)] == [0, 9]


def test_a_long_mention_before_others_is_not_missed():
    mentions = [mention(0, 20), *(mention(n, n + 1) for n in range(1, 12))]
    assert [m.start for m in Reading(report("x" * 30), mentions).over(15, 16)] == [0]


def test_a_report_may_have_no_mentions():
    assert Reading(report("x"), []).over(0, 1) == ()
