from incidents.pipeline.merge.copies import copies, origins, told
from incidents.pipeline.merge.event import event
from tests.pipeline.merge.made import quay, sources

WIRE = (
    "A bomb hidden in a fish crate went off on the Sundholm quay early on Thursday and"
    " killed fourteen people, the harbour police of Vaasa said."
)
OTHER = (
    "Fourteen people died when an explosion tore through the quay at Sundholm; a mayor"
    " spoke of a crate that nobody had looked into for a whole week."
)


def test_a_wire_report_printed_twice_is_one_origin():
    (copy,) = copies({"a/1": WIRE, "b/1": f"Vaasa (FNA) - {WIRE.upper()} More soon."})
    assert (copy.a, copy.b) == ("a/1", "b/1")
    (copy,) = copies({"a/1": WIRE, "b/1": WIRE.replace("early on", "late on")})
    assert copy.passage.startswith("on Thursday and killed") or "hidden" in copy.passage
    assert origins(["a/1", "b/1"], [copy]) == {"a/1": "a/1", "b/1": "a/1"}


def test_the_same_facts_in_other_words_are_two_origins():
    assert copies({"a/1": WIRE, "b/1": OTHER}) == []


def test_a_few_words_make_no_copy():
    assert (
        copies({"a/1": "killed fourteen people", "b/1": "killed fourteen people"}) == []
    )


def test_copies_of_copies_are_one_origin():
    found = copies({"a": WIRE, "b": WIRE, "c": OTHER, "d": WIRE})
    origin = origins("abcd", found)
    assert origin == {"a": "a", "b": "a", "c": "c", "d": "a"}


def test_a_story_printed_often_raises_nothing():
    """Three prints of one report say eleven, two reports of their own fourteen."""
    cite = [{"field": "killed", "page": 1, "start": 0, "end": 9, "quote": WIRE}]
    printed = [
        quay(d, outcome="failed", citations=cite, killed={"min": 11, "max": 11})
        for d in "abc"
    ]
    own = [quay("d"), quay("e", citations=[{**cite[0], "quote": OTHER}])]
    one = event([*printed, *own], sources(*printed, *own))
    assert (one["reports"], one["origins"]) == (5, 3)
    assert one["fields"]["killed"]["best"] == {"min": 14, "max": 14}
    assert one["fields"]["killed"]["rule"] == "most independent origins"
    assert all(WIRE[:40] in c["passage"] for c in one["copies"])


def test_what_is_told_is_the_passages_where_the_text_is_known():
    record = quay("a", passages=[{"start": 10, "end": 14}, {"start": 0, "end": 4}])
    assert told(record, "once upon a time") == "once a ti"
    assert told(record, "") == record["citations"][0]["quote"]
