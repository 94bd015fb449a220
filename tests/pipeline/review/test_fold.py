import json

import pytest

from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.forms import save
from incidents.pipeline.review.store import Store
from tests.pipeline.review.runs import TEXT, document, lahore, quetta, write_run


class Reviewer:
    """Someone at the desk, deciding by hand."""

    def __init__(self, desk, name="anna", layer="final"):
        self.desk, self.name, self.layer = desk, name, layer

    def record(self, id):
        return self.desk.state(self.layer, id)

    def value(self, id, field):
        return next(v for v in self.record(id).values if v.field == field)

    def decide(self, kind, id="story/one", field=None, **form):
        seen = self.desk.folded(self.layer, "story").seq
        if field and kind != "add":
            form["value_id"] = self.value(id, field).id
        elif field:
            form["field"] = field
        given = {"kind": kind, "doc": "story", "record": id, "seen": str(seen), **form}
        return save(self.desk, self.name, self.layer, given)

    def undo(self):
        last = self.desk.last(self.layer, self.name)
        return self.desk.undo(self.name, self.layer, last.id)


@pytest.fixture
def anna(desk):
    return Reviewer(desk)


@pytest.fixture
def rerun(run, store):
    """What anna sees once the pipeline ran again with other results."""

    def again(records=(), documents=()):
        write_run(run, documents, records)
        return Reviewer(Desk(run, store))

    return again


def test_a_record_is_to_do_then_begun_then_done(anna):
    assert anna.record("story/one").status == "todo"
    anna.decide("accept", field="date")
    assert anna.value("story/one", "date").status == "accepted"
    assert anna.record("story/one").status == "begun"
    anna.decide("accept_record")
    assert anna.record("story/one").status == "done"
    assert {v.status for v in anna.record("story/one").values} == {"accepted"}


def test_reject_takes_a_value_out(anna):
    anna.decide("reject", field="places")
    assert anna.record("story/one").record["places"] == []


def test_fix_keeps_what_was_and_its_quote(anna):
    anna.decide("fix", field="killed", min="12", max="", reading="it rose")
    fixed = anna.value("story/one", "killed")
    assert (fixed.value, fixed.was) == (
        {"min": 12, "max": None},
        {"min": 12, "max": 12},
    )
    assert [c["quote"] for c in fixed.citations] == ["killed 12 people"]
    anna.decide("fix", field="killed", min="12", max="12", quote="kills 12")
    fixed = anna.value("story/one", "killed")
    assert fixed.was == {"min": 12, "max": 12}
    assert [(c["quote"], "derived_from" in c) for c in fixed.citations] == [
        ("kills 12", False)
    ]


def test_add_counts_in_code_points(anna):
    start = TEXT.index("Taliban")
    anna.decide(
        "add",
        field="groups",
        value="Taliban",
        term="claimed",
        start=str(start - 1),
        end=str(start + 8),
    )
    (cited,) = anna.value("story/one", "groups").citations
    assert (cited["start"], cited["quote"]) == (start, "Taliban")


def test_add_finds_typed_words_and_tells_them_apart(anna):
    anna.decide("add", field="places", value="Quetta", quote="Quetta", nth="2")
    added = anna.record("story/one").values[-1]
    assert added.citations[0]["start"] == TEXT.rindex("Quetta")


def test_no_incident_and_note(anna):
    anna.decide("note", text=" see <b> ")
    anna.decide("no_incident")
    state = anna.record("story/one")
    assert state.status == "no_incident"
    assert [(n["by"], n["text"]) for n in state.notes] == [("anna", "see <b>")]


def test_on_second_thoughts_it_is_an_incident(anna):
    anna.decide("no_incident")
    anna.decide("accept_record")
    assert anna.record("story/one").status == "done"


def test_split_shares_the_values_out(anna):
    values = anna.record("story/one").values
    shared = ("places", "incident_type", "assertion")
    to = {f"to.{v.id}": "both" if v.field in shared else "stay" for v in values}
    to[f"to.{anna.value('story/one', 'date').id}"] = "go"
    made = anna.decide("split", **to)
    part = anna.record(f"#{made.id}")
    assert sorted({v.field for v in part.values} - {"assertion"}) == [
        "date",
        "incident_type",
        "places",
    ]
    assert "date" not in [v.field for v in anna.record("story/one").values]
    assert "places" in [v.field for v in anna.record("story/one").values]
    anna.decide("accept", part.id, field="date")
    assert anna.record(part.id).status == "begun"
    assert list(anna.desk.folded("final", "story").records) == [
        "story/one",
        part.id,
        "story/two",
    ]


def test_merge_keeps_what_differs_as_an_alternative(anna):
    anna.decide("merge", other="story/two")
    one, two = anna.record("story/one"), anna.record("story/two")
    assert (two.status, two.merged_into) == ("merged", "story/one")
    (other,) = anna.value("story/one", "date").alternatives
    assert other["value"] == "2014-07"
    assert [c["quote"] for c in other["citations"]] == ["July 2014"]
    assert one.record["places"] == ["Quetta", "Lahore"]


def test_merge_takes_what_is_chosen(anna):
    two = {v.field: v.id for v in anna.record("story/two").values}
    chosen = {f"take.{two['date']}": "instead", f"take.{two['places']}": "leave"}
    anna.decide("merge", other="story/two", **chosen)
    date = anna.value("story/one", "date")
    assert (date.value, date.alternatives[0]["value"]) == ("2014-07", "2014-06-10")
    assert anna.record("story/one").record["places"] == ["Quetta"]
    targets = anna.record("story/one").record["targets"]
    assert [t["text"] for t in targets] == ["market", "church"]


def test_what_has_many_values_takes_another_beside_them(anna):
    two = {v.field: v.id for v in anna.record("story/two").values}
    anna.decide("merge", other="story/two", **{f"take.{two['places']}": "instead"})
    assert anna.record("story/one").record["places"] == ["Quetta", "Lahore"]


def test_merge_gives_one_value_both_quotes(rerun):
    anna = rerun([quetta(), lahore(date="2014-06-10")])
    anna.decide("merge", other="story/two")
    date = anna.value("story/one", "date")
    assert date.alternatives == ()
    assert [c["quote"] for c in date.citations] == ["10 June 2014", "July 2014"]


def test_a_missed_incident_is_a_record(anna):
    made = anna.decide(
        "new", "", value="arrest", reading="x", quote="Two men were held"
    )
    state = anna.record(f"#{made.id}")
    assert state.record["incident_type"] == "arrest"
    anna.decide("add", state.id, field="places", value="Lahore", quote="Lahore")
    assert anna.record(state.id).record["places"] == ["Lahore"]


def test_undo_goes_back_step_by_step(anna):
    anna.decide("accept", field="date")
    anna.decide("split", **{f"to.{anna.value('story/one', 'places').id}": "go"})
    anna.undo()
    assert list(anna.desk.folded("final", "story").records) == [
        "story/one",
        "story/two",
    ]
    assert anna.value("story/one", "date").status == "accepted"
    anna.undo()
    assert anna.value("story/one", "date").status == "open"
    assert anna.desk.last("final", "anna") is None
    assert len(anna.desk.store.read("final")) == 4  # nothing is taken away


def test_a_rerun_with_the_same_result_finds_every_decision(anna, rerun):
    anna.decide("fix", field="killed", min="11", max="12", reading="x")
    made = anna.decide("split", **{f"to.{anna.value('story/one', 'places').id}": "go"})
    anna.decide("accept_record", f"#{made.id}")
    again = rerun()
    assert again.value("story/one", "killed").value == {"min": 11, "max": 12}
    assert again.record(f"#{made.id}").status == "done"
    assert again.desk.stale("final") == []


def test_a_rerun_that_reads_more_keeps_what_still_fits(anna, rerun):
    anna.decide("accept", field="date")
    anna.decide("reject", field="places")
    changed = quetta(countries=["PK"])
    changed["incident_id"] = "story/another"
    again = rerun([changed, lahore()])
    assert again.value("story/another", "date").status == "accepted"
    assert again.value("story/another", "places").status == "rejected"
    assert again.value("story/another", "countries").status == "open"
    assert again.desk.stale("final") == []


def test_a_decision_on_a_value_that_changed_is_listed(anna, rerun):
    anna.decide("accept", field="date")
    anna.decide("reject", field="killed")
    changed = quetta(killed={"min": 13, "max": 13})
    again = rerun([changed, lahore()])
    assert again.value("story/one", "killed").status == "open"
    assert again.value("story/one", "date").status == "accepted"
    (stale,) = again.desk.stale("final")
    assert (stale.decision.kind, stale.reason) == (
        "reject",
        "the value or its quote is no longer the same",
    )


def test_a_value_read_from_other_words_is_another(anna, rerun):
    anna.decide("accept", field="killed")
    cited = {"incident_type": "A bomb 💣 killed 12 people", "killed": "Bomb kills 12"}
    again = rerun([quetta(cited=cited), lahore()])
    assert again.value("story/one", "killed").status == "open"
    assert len(again.desk.stale("final")) == 1


def test_an_accepted_record_that_changed_is_done_no_more(anna, rerun):
    anna.decide("accept_record")
    again = rerun([quetta(killed={"min": 13, "max": 13}), lahore()])
    assert again.record("story/one").status == "begun"
    (stale,) = again.desk.stale("final")
    assert stale.reason.endswith("no longer the same: killed")


def test_nothing_is_attached_to_a_text_that_changed(anna, rerun):
    anna.decide("accept", field="date")
    anna.decide("new", "", value="arrest", reading="x", quote="Two men were held")
    text = TEXT + "Correction: all of this is wrong.\n"
    again = rerun(
        [quetta(text=text), lahore(text=text)],
        [document(text=text)],
    )
    assert again.value("story/one", "date").status == "open"
    assert [s.reason for s in again.desk.stale("final")] == [
        "the text of the document has changed"
    ] * 2
    assert rerun().value("story/one", "date").status == "accepted"


def test_a_document_that_is_gone_is_said(anna, rerun):
    anna.decide("no_incident")
    again = rerun([quetta("other")], [document("other")])
    (stale,) = again.desk.stale("final")
    assert stale.reason == "the document is no longer in the run"


def test_between_two_records_alike_none_is_chosen(anna, rerun):
    anna.decide("no_incident")
    twins = [quetta(), quetta(outcome="completed")]
    for n, twin in enumerate(twins):
        twin["incident_id"] = f"story/twin{n}"
    again = rerun(twins)
    assert [again.record(t["incident_id"]).status for t in twins] == ["todo", "todo"]
    (stale,) = again.desk.stale("final")
    assert stale.reason == "several records are told by the same words"


def test_what_was_shown_is_kept(anna):
    anna.decide("accept", field="date")
    (kept,) = anna.desk.store.read("final")
    assert kept.shown["incident"] == quetta()
    shown = {v["field"]: v["status"] for v in kept.shown["values"]}
    assert shown["date"] == "open"
    assert json.dumps(kept.shown)


def test_a_run_made_anew_is_read_anew(anna, run):
    anna.decide("accept", field="date")
    write_run(run, (), [quetta(countries=["PK"]), lahore()])
    assert anna.value("story/one", "countries").value == "PK"
    assert anna.value("story/one", "date").status == "accepted"


def test_decisions_lie_beside_the_run(run):
    from incidents.pipeline.review.export import reviewed_gold
    from incidents.pipeline.review.store import address

    store = Store(address(None, run))
    Reviewer(Desk(run, store)).decide("accept_record")
    store.close()
    assert [r["incident_id"] for r in reviewed_gold(run)] == ["story/one"]


def test_split_leaves_no_record_without_its_type(anna):
    values = anna.record("story/one").values
    to = {f"to.{v.id}": "stay" for v in values}
    to[f"to.{anna.value('story/one', 'date').id}"] = "go"
    with pytest.raises(Refused, match="needs its type"):
        anna.decide("split", **to)
