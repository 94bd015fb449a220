"""How many keys does a review take? ``python tests/keystrokes.py RUN``.

Reviews a run over the shipped corpus against its gold, as one who knows it would: what
is right is accepted, what is wrong is mended, what is missing is added. Every decision
goes to the desk as its page would send it, and is counted in the keys that the page has
for it; ``tests/pressed.py`` presses them in Chromium. Prints how often a key and
the pointer were used, what these take by the keystroke-level model (Card, Moran and
Newell 1980: .2 s a key, 3.2 s to point, drag and come back), and how the records that
leave the desk score. ``python tests/keystrokes.py RUN 4`` takes one document in four.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from incidents.pipeline.evaluate import evaluate  # noqa: E402
from incidents.pipeline.fields import BY_NAME, FIELDS  # noqa: E402
from incidents.pipeline.kinds import Kind  # noqa: E402
from incidents.pipeline.reconcile import Judgement, reconcile  # noqa: E402
from incidents.pipeline.review.desk import Desk  # noqa: E402
from incidents.pipeline.review.export import gold as exported  # noqa: E402
from incidents.pipeline.review.lines import lines  # noqa: E402
from incidents.pipeline.review.nearby import Near, nearby  # noqa: E402
from incidents.pipeline.review.reading import Offer, offers  # noqa: E402
from incidents.pipeline.review.state import State  # noqa: E402
from incidents.pipeline.review.store import Store  # noqa: E402
from incidents.pipeline.review.values import Value  # noqa: E402
from tests.amiss import Task, alike, tasks  # noqa: E402
from tests.pipeline.review.conftest import Browser  # noqa: E402

KEY, POINTER = 0.2, 3.2
NOTE = "as the text goes"
#: Letters of a name after which the desk offers it, and the keys that take it.
OFFERED = 6


class Reviewer:
    """One who knows the gold, at the desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.browser = desk, Browser(desk)
        self.used: Counter[str] = Counter()
        self.done: Counter[str] = Counter()
        self.at = 0  # the value that is lit

    def review(self, doc_id: str, gold: Sequence[Mapping[str, Any]]) -> None:
        """Read a document: its records, then those that are missing."""
        found = list(self.desk.folded("final", doc_id).records.values())
        pairs = reconcile(gold, [s.record for s in found])
        aim = {
            m.candidate["incident_id"]: m.gold
            for m in pairs
            if m.judgement is Judgement.SAME and m.candidate and m.gold
        }
        for state in found:
            self.record(state, aim.get(state.id))
        for match in pairs:
            if match.judgement is Judgement.MISSING and match.gold:
                self.missed(doc_id, match.gold)
        self.press(2)  # to the document; all of it is read
        self.save("read", doc=doc_id)

    def press(self, keys: int) -> None:
        """Press as many keys."""
        self.used["keys"] += keys

    def save(self, kind: str, **form: Any) -> str:
        """Send a form, and see what comes of it; returns why it was not kept."""
        doc_id = form["doc"]
        seen = self.desk.store.heads("final").get(doc_id, 0)
        answer = self.browser.post(kind=kind, seen=str(seen), **form)
        self.done[kind] += answer.status_code == 303
        return "" if answer.status_code == 303 else answer.text

    def record(self, state: State, gold: Mapping[str, Any] | None) -> None:
        """Judge one record of the run."""
        self.done["records judged"] += 1
        self.at = 0
        if gold is None:
            self.press(1)
            self.save("no_incident", doc=state.doc_id, record=state.id)
            return
        self.mend(state, gold)
        self.press(1)
        self.save("accept_record", doc=state.doc_id, record=state.id)
        if self.desk.state("final", state.id, state.doc_id).status != "done":
            self.done["not done"] += 1
            self.press(1)  # to the next

    def mend(self, state: State, gold: Mapping[str, Any]) -> None:
        """Do to its values what has to be done."""
        shown = [v.id for v in self.shown(state)]
        todo = list(tasks(state.values, gold))
        todo.sort(key=lambda t: shown.index(t.value.id) if t.value else len(shown))
        for task in todo:
            form = {"doc": state.doc_id, "record": state.id}
            if task.value:
                self.step_to(state, task.value.id)
                form["value_id"] = task.value.id
            if task.act == "reject":
                self.press(1)
                self.save("reject", **form)
            elif task.value or not self.offered(task, state, form):
                self.type(task, form)
            if task.value:
                self.go_on(state)

    def shown(self, state: State) -> list[Value]:
        """The values, as the desk orders them."""
        now = self.desk.state("final", state.id, state.doc_id)
        return [line.value for line in lines(now.values)]

    def near(self, state: State, within: tuple[int, int] | None) -> Iterable[Near]:
        """What the desk offers to add."""
        now = self.desk.state("final", state.id, state.doc_id)
        mentions = self.desk.run.mentions.of(state.doc_id)
        return nearby(now, self.desk.document(state.doc_id), mentions, within)

    def offered(self, task: Task, state: State, form: Mapping[str, str]) -> bool:
        """Add a value by the key that the desk offers it with, if it does."""
        for within in (None, (task.start, task.end)):
            self.used["pointer"] += within is not None
            for near in self.near(state, within):
                same = near.value.field == task.field
                if same and alike(BY_NAME[task.field], near.value.value, task.want):
                    self.press(1)
                    self.done["offered"] += 1
                    return not self.save("add", **form, **near.form)
        return False

    def step_to(self, state: State, id: str) -> None:
        """Step to a value with ``j`` and ``k``."""
        to = [v.id for v in self.shown(state)].index(id)
        self.press(abs(to - self.at))
        self.at = to

    def go_on(self, state: State) -> None:
        """After a decision on a value the desk lights the next that is open."""
        shown = self.shown(state)
        later = (n for n, v in enumerate(shown) if n > self.at and v.status == "open")
        self.at = next(later, self.at)

    def type(self, task: Task, form: Mapping[str, str]) -> None:
        """Type a value into the form for it, and save it."""
        words = self.words(task, form["doc"])
        told = typed(task, words)
        self.press(1 + sum(map(len, told)) + len(told) - 1 + 1)
        if task.act == "add":
            labels = [f.label for f in FIELDS]
            self.press(len(begun(BY_NAME[task.field].label, labels)) + 1)
        cited = task.value.citations if task.value else ()
        more = {}
        if not any(c["start"] < task.end and task.start < c["end"] for c in cited):
            self.used["pointer"] += task.act == "fix"  # for others they are selected
            more = {"start": str(words[0]), "end": str(words[1])}
        sent = {**form, "field": task.field, **filled(task), **more}
        if self.save(task.act, **sent):
            self.explain()
            if self.save(task.act, **sent, reading=NOTE):
                self.done["given up"] += 1

    def explain(self) -> None:
        """Say why it is read so; the field is at hand, and has the note typed last."""
        self.press(1 if self.done["explained"] else len(NOTE) + 1)
        self.done["explained"] += 1

    def words(self, task: Task, doc_id: str) -> tuple[int, int]:
        """The words to drag over: those of the value itself where they are there."""
        text = self.desk.document(doc_id).text[task.start : task.end]
        own = printed(task)
        at = text.find(own) if own else -1
        if at < 0:
            return task.start, task.end
        return task.start + at, task.start + at + len(own)

    def missed(self, doc_id: str, gold: Mapping[str, Any]) -> None:
        """Make a record that the run did not."""
        self.done["records missed"] += 1
        self.press(1)  # to the document
        kind = next(iter(tasks([], gold)))
        near = [n for n, o in enumerate(self.left(doc_id)) if within(o, kind)]
        if near:
            self.press(near[0] + 1)
            offer = self.left(doc_id)[near[0]]
            cited = offer.value.citations[0]
            more = {"value": offer.value.value, "otherwise": offer.reason}
        else:
            self.used["pointer"] += 1
            terms = BY_NAME["incident_type"].terms
            self.press(1 + len(begun(gold["incident_type"], terms)) + 1)
            cited = {"start": kind.start, "end": kind.end}
            more = {"value": gold["incident_type"]}
        span = {key: str(cited[key]) for key in ("start", "end")}
        if self.save("new", doc=doc_id, **span, **more):
            self.explain()
            if self.save("new", doc=doc_id, **span, **more, reading=NOTE):
                self.done["given up"] += 1
                return
        *_, made = self.desk.folded("final", doc_id).records.values()
        self.at = 0
        self.mend(made, gold)

    def left(self, doc_id: str) -> list[Offer]:
        """What the document's page shows as left out."""
        told = self.desk.folded("final", doc_id).records.values()
        return list(offers(self.desk.document(doc_id), self.desk.run.mentions, told))


def within(offer: Offer, kind: Task) -> bool:
    """Whether an event word is in the words that gold cites for the type."""
    start, end = offer.value.citations[0]["focus"]
    return kind.start <= start and end <= kind.end


def begun(term: str, terms: Sequence[str]) -> str:
    """The letters that, typed one after another, choose ``term`` in a list."""
    for many in range(1, len(term) + 1):
        if next(t for t in terms if t.lower().startswith(term[:many].lower())) == term:
            return term[:many]
    return term


def alone(term: str, terms: Sequence[str]) -> str:
    """How ``term`` begins, and no other does, as the desk asks where it is typed."""
    for many in range(1, len(term) + 1):
        if sum(t.startswith(term[:many]) for t in terms) == 1:
            return term[:many]
    return term


def printed(task: Task) -> str:
    """The words of a value that is coded as the document writes it."""
    field, want = BY_NAME[task.field], task.want
    if field.kind is Kind.PEOPLE:
        return str(want["name"])
    if field.printed:
        return str(want[field.parts[0]] if field.kind is Kind.NAMED else want)
    return ""


def typed(task: Task, words: tuple[int, int]) -> list[str]:
    """What is typed for each part of a value; nothing where it is there already."""
    field, want = BY_NAME[task.field], task.want
    own = printed(task)
    dragged = task.act == "add" and own and words[1] - words[0] == len(own)
    name = "" if dragged else own
    if field.kind is Kind.TERM:
        return [begun(want, field.terms)]
    if field.kind is Kind.FIGURE:
        return [number(want[end]) for end in ("min", "max")]
    if field.kind is Kind.NAMED:
        offered = name if own else want["name"][:OFFERED]
        return [offered, begun(want[field.parts[1]], field.terms)]
    if field.kind is Kind.PEOPLE:
        told = (number(want["age"]), want["nationality"] or "")
        legal = (alone(step, field.terms) for step in want["legal"] or ())
        return [name, *told, ", ".join(legal)]
    return [name if own else str(want)]


def filled(task: Task) -> dict[str, str]:
    """The same as the form sends it."""
    field, want = BY_NAME[task.field], task.want
    if field.kind is Kind.FIGURE:
        return {end: number(want[end]) for end in ("min", "max")}
    if field.kind is Kind.NAMED:
        words, term = (want[part] for part in field.parts)
        return {"value": words, "term": term}
    if field.kind is Kind.PEOPLE:
        land = want["nationality"] or ""
        told = {"age": number(want["age"]), "nationality": land, "legal": steps(want)}
        return {"value": want["name"], **told}
    return {"value": str(want)}


def number(want: int | None) -> str:
    """A number as it is typed."""
    return "" if want is None else str(want)


def steps(person: Mapping[str, Any]) -> str:
    """What was done to a person, as it is typed."""
    return ", ".join(person["legal"] or ())


def gold_records() -> dict[str, list[Any]]:
    """The gold of the shipped corpus, by document."""
    gold: dict[str, list[Any]] = {}
    for line in (ROOT / "corpus/gold/gold.jsonl").read_text().splitlines():
        row = json.loads(line)
        gold.setdefault(row["doc_id"], []).append(row)
    return gold


def main(run: Path, every: int = 1) -> None:
    """Print the table, of one document in ``every``."""
    gold = gold_records()
    with tempfile.TemporaryDirectory() as held:
        desk = Desk(run, Store(f"sqlite:///{held}/reviews.sqlite"))
        reviewer = Reviewer(desk)
        ids = list(desk.run.documents)[::every]
        for doc_id in ids:
            reviewer.review(doc_id, gold.get(doc_id, []))
        wanted = [row for id in ids for row in gold.get(id, [])]
        print(f"{len(ids)} documents, {len(wanted)} gold records")
        report(reviewer, wanted)


def report(reviewer: Reviewer, wanted: Sequence[Mapping[str, Any]]) -> None:
    """Print what it took, and what came of it."""
    used, made = reviewer.used, list(exported(reviewer.desk.states("final")))
    by_model = used["keys"] * KEY + used["pointer"] * POINTER
    print(", ".join(f"{n} {name}" for name, n in reviewer.done.items()))
    print("| keys | pointer | seconds by the model |")
    print("| ---: | ---: | ---: |")
    print(f"| {used['keys']:,} | {used['pointer']:,} | {by_model:,.0f} |")
    figures = evaluate(wanted, made).figures
    of = ", ".join(f"{name} {figures[name].f1:.3f}" for name in ("incident", "slots"))
    print(f"F1 of what leaves the desk: {of}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:3]))
