import json

import pytest
from jsonschema import Draft202012Validator

from incidents.pipeline.merge.folder import merge
from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.decisions import EVENTS
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.event_forms import digest, save_event
from incidents.pipeline.review.event_view import beside, counted, listed, toll
from incidents.pipeline.review.events import EventDesk
from incidents.pipeline.review.store import Conflict
from incidents.pipeline.schema import event_schema
from tests.pipeline.review.runs import document, quetta, write_run
from tests.pipeline.review.test_fold import Reviewer

#: The bombing in three papers that all agree, and a fourth with another toll and place.
PAPERS = ("dawn", "dusk", "noon")


def told(doc_id, killed=12, **values):
    row = quetta(doc_id, killed={"min": killed, "max": killed}, **values)
    full = {"countries": ["PK"], "outcome": "completed", "date_basis": "attack"}
    return row | full | {"assertion": "asserted"}


def papers(*records):
    rows = [told(id) for id in PAPERS] + list(records)
    days = {"dawn": "2014-06-11", "dusk": "2014-06-12", "noon": "2014-06-13"}
    ids = dict.fromkeys(r["doc_id"] for r in rows)
    return [document(id, published=days.get(id)) for id in ids], rows


class Ruler:
    """Someone who decides on events."""

    def __init__(self, run, store, layer="final", name="anna"):
        self.run, self.layer, self.name = run, layer, name
        self.desk = Desk(run, store)
        self.events = EventDesk(self.desk)

    @property
    def now(self):
        return self.events.of(self.layer)

    def groups(self):
        return sorted(tuple(row["incident_ids"]) for row in self.now.rows.values())

    def decide(self, kind, one, seen=None, **form):
        seen = self.now.seen if seen is None else seen
        rows = [self.now.of(id) for id in (one, *filter(None, [form.get("other")]))]
        given = {"kind": kind, "one": one, "seen": str(seen), "as": digest(rows)}
        return save_event(self.events, self.name, self.layer, {**given, **form})

    def undo(self):
        last = self.desk.last(self.layer, self.name)
        return self.desk.undo(self.name, self.layer, last.id)


@pytest.fixture
def folder(tmp_path):
    far = told("far", killed=40, places=["Lahore"], date="2014-09-01")
    return write_run(tmp_path / "papers", *papers(far))


@pytest.fixture
def anna(folder, store):
    return Ruler(folder, store)


TOGETHER = ("dawn/one", "dusk/one", "noon/one")


def test_the_events_are_those_of_the_merge(anna):
    assert anna.groups() == [TOGETHER, ("far/one",)]
    assert counted(anna.now.of("dusk/one")) == "3 reports, 1 independent origin"


def test_what_no_merge_joins_a_person_does_bars_and_all_and_undoes(anna):
    anna.decide("join", "far/one", other="dawn/one")
    assert anna.groups() == [tuple(sorted((*TOGETHER, "far/one")))]
    row = anna.now.of("far/one")
    assert row["tolls"]["killed"] == {"low": 12, "best": 12, "high": 40}
    assert "killed" in row["disagree"]
    anna.undo()
    assert anna.groups() == [TOGETHER, ("far/one",)]


def test_what_is_split_stays_apart(anna):
    anna.decide("split", "dawn/one", **{"go.noon/one": "1"})
    assert anna.groups() == [("dawn/one", "dusk/one"), ("far/one",), ("noon/one",)]
    assert anna.now.unsure == ()  # what a person decided is not asked again
    anna.decide("join", "noon/one", other="dawn/one")  # on second thoughts
    assert anna.groups() == [TOGETHER, ("far/one",)]


def test_a_pair_that_is_not_the_same_is_never_joined(anna):
    anna.decide("split", "dawn/one", **{"go.noon/one": "1"})
    anna.decide("apart", "noon/one", other="far/one")
    assert ("noon/one",) in anna.groups()


def test_rulings_of_the_blind_are_their_own(anna, folder, store):
    ben = Ruler(folder, store, "blind:ben", "ben")
    ben.decide("split", "dawn/one", **{"go.noon/one": "1"})
    assert len(ben.groups()) == 3
    assert len(anna.groups()) == 2


@pytest.mark.parametrize(
    ("kind", "form", "fault"),
    [
        ("split", {}, "mark the reports"),
        ("split", {f"go.{id}": "1" for id in TOGETHER}, "mark the reports"),
        ("split", {"go.noon/one": "1", "as": "0"}, "no longer as it was shown"),
        ("join", {"other": "noon/one"}, "one event already"),
        ("use", {"field": "places", "of": "dawn/one", "reading": "x"}, "one value"),
        ("use", {"field": "killed", "of": "dawn/one", "reading": "99"}, "a report"),
        ("accept", {}, "no such decision"),
    ],
)
def test_what_cannot_be_kept_is_said(anna, kind, form, fault):
    with pytest.raises(Refused, match=fault):
        anna.decide(kind, "dawn/one", **form)
    assert anna.desk.store.read("final") == []


def test_an_event_that_is_none_is_said(anna):
    given = {"kind": "join", "one": "dawn/one", "other": "nobody/one"}
    with pytest.raises(Refused, match="no such event"):
        save_event(anna.events, "anna", "final", given)


def test_of_two_who_rule_on_one_event_the_second_is_told(anna, folder, store):
    anna.decide("join", "far/one", other="dawn/one")
    anna.undo()
    ben = Ruler(folder, store, name="ben")
    with pytest.raises(Conflict):
        ben.decide("split", "dawn/one", seen=0, **{"go.noon/one": "1"})


def reading(row, field, value):
    from incidents.pipeline.merge.claims import agreement

    assert any(v["value"] == value for v in row["fields"][field]["values"])
    return agreement(value)


def test_events_are_joined_by_what_the_run_was_given(tmp_path, store):
    run = write_run(tmp_path / "papers", *papers())
    assert any(len(ids) > 1 for ids in Ruler(run, store).groups())
    account = json.loads((run / "run.json").read_text())
    never = {"join": 1.1, "unsure": 1.1, "least": 0}
    told = {"event_weights": {"likeness": {}, "thresholds": never}}
    (run / "run.json").write_text(json.dumps(account | {"settings": told}))
    assert all(len(ids) == 1 for ids in Ruler(run, store).groups())
    told["event_weights"]["thresholds"] = {}
    (run / "run.json").write_text(json.dumps(account | {"settings": told}))
    with pytest.raises(ValueError, match=r"run\.json: no weights of events"):
        Ruler(run, store).groups()


def choose_40(anna):
    anna.decide("join", "far/one", other="dawn/one")
    forty = {"min": 40, "max": 40}
    key = reading(anna.now.of("far/one"), "killed", forty)
    anna.decide("use", "far/one", field="killed", of="far/one", reading=key)
    return anna.now.of("far/one")


def test_the_value_to_use_can_be_chosen(anna):
    row = choose_40(anna)
    killed = row["fields"]["killed"]
    assert (killed["best"], killed["rule"]) == (
        {"min": 40, "max": 40},
        "chosen by anna",
    )
    assert row["tolls"]["killed"] == {"low": 12, "best": 40, "high": 40}
    against = [v["value"] for v in killed["values"] if v.get("contradicts")]
    assert against == [{"min": 12, "max": 12}]
    faults = Draft202012Validator(event_schema()).iter_errors(row)
    assert [fault.message for fault in faults] == []
    anna.undo()
    assert anna.now.of("far/one")["fields"]["killed"]["best"]["min"] == 12


def test_a_choice_ends_where_a_report_gives_another_value(anna):
    choose_40(anna)
    late = Reviewer(anna.desk)
    killed = late.value("noon/one", "killed")
    late.desk.store.append(
        decision_on(late, "noon", "noon/one", killed.id, {"min": 13, "max": 13}), 0
    )
    row = anna.now.of("far/one")
    assert row["fields"]["killed"]["rule"] != "chosen by anna"
    (stale,) = anna.now.stale
    assert "another value since" in stale.reason


def decision_on(reviewer, doc_id, id, value_id, value):
    from incidents.pipeline.review.decisions import Decision

    document = reviewer.desk.document(doc_id)
    state = reviewer.record(id)
    payload = {"field": "killed", "value": value, "citations": []}
    return Decision(
        "fix",
        doc_id,
        id,
        value_id,
        payload,
        {"incident": dict(state.row), "values": []},
        document.text_sha256,
        "anna",
    )


def test_after_a_re_run_rulings_fit_the_records_told_by_the_same_words(
    anna, folder, store
):
    anna.decide("join", "far/one", other="dawn/one")
    again = told("far", killed=40, places=["Lahore"], date="2014-09-01")
    write_run(folder, *papers({**again, "incident_id": "far/renamed"}))
    later = Ruler(folder, store)
    assert later.groups() == [tuple(sorted((*TOGETHER, "far/renamed")))]
    assert later.now.stale == ()


def test_to_changed_text_no_ruling_is_applied(anna, folder, store):
    anna.decide("join", "far/one", other="dawn/one")
    documents, rows = papers(told("far", 40, places=["Lahore"], date="2014-09-01"))
    documents[-1]["text"] += "Corrected.\n"
    write_run(folder, documents, rows)
    later = Ruler(folder, store)
    assert later.groups() == [TOGETHER, ("far/one",)]
    (stale,) = later.now.stale
    assert stale.reason == "far/one: the text of the document has changed"
    write_run(folder, *papers())
    (stale,) = Ruler(folder, store).now.stale
    assert "no longer in the run" in stale.reason


def test_a_record_that_is_no_incident_is_of_no_event(anna, folder):
    anna.decide("join", "far/one", other="dawn/one")
    state = anna.desk.state("final", "far/one")
    from incidents.pipeline.review.forms import save

    form = {"kind": "no_incident", "doc": "far", "record": state.id, "seen": "0"}
    save(anna.desk, "anna", "final", form)
    assert anna.groups() == [TOGETHER]
    (stale,) = anna.now.stale
    assert "no incident" in stale.reason


def test_a_ruling_that_another_overrides_is_said(anna):
    anna.decide("join", "far/one", other="dawn/one")
    anna.decide("split", "dawn/one", **{"go.dawn/one": "1"})
    # far stays with dusk and noon, and dawn, which it was joined with, is apart
    assert anna.groups() == [("dawn/one",), ("dusk/one", "far/one", "noon/one")]
    assert anna.now.stale == ()  # the last ruling on a pair is the one that stands


def test_the_same_decisions_give_the_same_events_in_any_order(anna, folder, store):
    anna.decide("join", "far/one", other="dawn/one")
    before = list(anna.now.rows.values())
    documents, rows = papers(told("far", 40, places=["Lahore"], date="2014-09-01"))
    write_run(folder, documents[::-1], rows[::-1])
    assert list(Ruler(folder, store).now.rows.values()) == before


def test_what_nothing_changed_is_not_worked_out_again(anna, monkeypatch):
    anna.decide("join", "far/one", other="dawn/one")
    before = anna.now
    assert anna.now is before
    made = []
    monkeypatch.setattr(
        "incidents.pipeline.review.events.join", lambda *_: made.append("join") or 1 / 0
    )
    Reviewer(anna.desk).desk.store.append(note_on(anna, "noon"), 0)
    assert anna.now is not before  # a note joins nothing anew
    assert made == []


def note_on(anna, doc_id):
    from incidents.pipeline.review.decisions import Decision

    sha = anna.desk.document(doc_id).text_sha256
    return Decision(
        "note", doc_id, f"{doc_id}/one", payload={"text": "x"}, text_sha256=sha
    )


def test_reports_stand_side_by_side_conflicts_first(anna):
    anna.decide("join", "far/one", other="dawn/one")
    view = beside(anna.now.of("far/one"), anna.now, anna.desk)
    assert [c.id for c in view.columns] == [*TOGETHER, "far/one"]
    differing = [line.field for line in view.lines if line.differs]
    assert [line.field for line in view.lines][: len(differing)] == differing
    (killed,) = [line for line in view.lines if line.field == "killed"]
    assert [[c.against for c in cell] for cell in killed.cells] == [
        [False],
        [False],
        [False],
        [True],
    ]
    assert killed.cells[0][0].citations[0]["quote"] == "killed 12 people"


def test_the_list_is_narrowed(anna):
    assert [r["event_key"] for r in listed(anna.now, "several", 0).rows] == ["dawn/one"]
    assert listed(anna.now, "all", 0).chosen == 2
    assert listed(anna.now, "differ", 0).chosen == 0
    assert toll(anna.now.of("far/one"), "killed") == "40"
    assert toll(anna.now.of("far/one"), "injured") == ""


def test_decisions_on_events_are_no_decisions_on_a_document(anna):
    anna.decide("join", "far/one", other="dawn/one")
    assert anna.desk.stale("final") == []
    assert {s.status for s in anna.desk.states("final")} == {"todo"}
    assert anna.desk.store.heads("final") == {EVENTS: 1}


def test_runs_that_were_merged_are_reviewed_as_one(tmp_path, store):
    documents, rows = papers()
    runs = [
        write_run(tmp_path / document["doc_id"], [document], [row])
        for document, row in zip(documents, rows, strict=True)
    ]
    merge(runs, tmp_path / "week")
    anna = Ruler(tmp_path / "week", store)
    assert anna.groups() == [TOGETHER]
    anna.decide("split", "dawn/one", **{"go.noon/one": "1"})
    assert len(anna.groups()) == 2
    # and again, once there is another run
    late = write_run(tmp_path / "late", [document("late")], [told("late")])
    merge([*runs, late], tmp_path / "week")
    assert len(Ruler(tmp_path / "week", store).groups()) == 2
