"""Is the count of keys true? ``python tests/pressed.py RUN DOCUMENT...``.

Reviews documents as ``tests/keystrokes.py`` does, with every key pressed in Chromium,
and prints the keys of the model beside those that were pressed. Lists of names that the
browser opens under a field cannot be driven without a screen: such a name is typed out,
and counted as its first letters.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from incidents.pipeline.fields import BY_NAME  # noqa: E402
from incidents.pipeline.kinds import Kind  # noqa: E402
from incidents.pipeline.review.desk import Desk  # noqa: E402
from incidents.pipeline.review.state import State  # noqa: E402
from incidents.pipeline.review.store import Store  # noqa: E402
from tests.amiss import Task  # noqa: E402
from tests.browsing import Keys, start  # noqa: E402
from tests.keystrokes import (  # noqa: E402
    NOTE,
    Reviewer,
    begun,
    gold_records,
    printed,
    report,
    typed,
)
from tests.pipeline.review.browser.page import DeskPage  # noqa: E402
from tests.pipeline.review.browser.served import Served  # noqa: E402

_SELECT = """
const place = (offset, isEnd) => {
  const all = [...document.querySelectorAll("#source [data-start]")];
  const holder = all.filter((e) => e.dataset.start < offset + !isEnd).at(-1);
  let left = offset - holder.dataset.start;
  const texts = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const points = [...node.data];
    if (left <= points.length) return [node, points.slice(0, left).join("").length];
    left -= points.length;
  }
};
const [from, to] = [place(arguments[0], false), place(arguments[1], true)];
getSelection().setBaseAndExtent(...from, ...to);
"""
_SHOWN = """
const value = (name) => document.querySelector(`#main input[name=${name}]`)?.value;
return value("seen") === undefined ? null : [value("doc"), value("seen")];
"""
_AT = "return document.activeElement.name"
_SEEN = """
for (const said of document.querySelectorAll("#fault p")) said.dataset.seen = "";
"""
_OFFERS = """
return [...document.querySelectorAll(".near")].map((e) =>
  Object.fromEntries(new FormData(e.querySelector("form"))));
"""


class Presser(Reviewer):
    """One who knows the gold, with a keyboard."""

    def __init__(self, desk: Desk, page: DeskPage) -> None:
        super().__init__(desk)
        self.page = page
        self.task: Task | None = None
        self.span = (0, 0)

    def hit(self, *keys: str, of: int = 0) -> None:
        """Press keys, and count them; ``of`` is what they count for, if not as many."""
        self.page.press(*keys)
        self.used["pressed"] += of or sum(1 if k in _SPECIAL else len(k) for k in keys)

    def review(self, doc_id: str, gold: Sequence[Mapping[str, Any]]) -> None:
        has = self.desk.folded("final", doc_id).records
        self.page.go(f"?doc={doc_id}" + ("" if has else f"&read={doc_id}"))
        super().review(doc_id, gold)

    def lit(self) -> str:
        """The id of the value that is lit."""
        return str(self.look("return document.querySelector('.current').dataset.value"))

    def look(self, script: str, *given: object) -> Any:
        """What a script finds on the page, which may change at any time."""
        return self.page.chrome.execute_script(script, *given)

    def step_to(self, state: State, id: str) -> None:
        super().step_to(state, id)
        ids = [v.id for v in self.shown(state)]
        while (now := self.lit()) != id:
            self.hit("j" if ids.index(now) < ids.index(id) else "k")

    def offered(self, task: Task, state: State, form: Mapping[str, str]) -> bool:
        self.span = task.start, task.end
        return super().offered(task, state, form)

    def type(self, task: Task, form: Mapping[str, str]) -> None:
        self.task = task
        super().type(task, form)

    def save(self, kind: str, **form: Any) -> str:
        """Do it with keys; returns what the desk says if it is not kept."""
        before = self.desk.store.heads("final").get(form["doc"], 0)
        self.look(_SEEN)
        if form.get("reading"):
            self.explain_it()
        else:
            getattr(self, kind)(form)
        self.page.wait(lambda: self.is_kept(form["doc"], before) or self.fault())
        kept = self.is_kept(form["doc"], before)
        if kept:
            self.page.wait(lambda: self.is_shown(form["doc"]))
            self.done[kind] += 1
        return "" if kept else self.fault()

    def is_kept(self, doc_id: str, before: int) -> bool:
        return self.desk.store.heads("final").get(doc_id, 0) > before

    def is_shown(self, doc_id: str) -> bool:
        """Whether the page is of the last decision; another document's always is."""
        shown = self.look(_SHOWN)
        if shown is None or shown[0] != doc_id:
            return True
        return int(shown[1]) == self.desk.store.heads("final").get(doc_id, 0)

    def is_in_a_panel(self) -> bool:
        """Whether what is typed goes into a form that has been opened."""
        script = "return !!document.activeElement.closest('.panel[open] form')"
        return bool(self.look(script))

    def fault(self) -> str:
        """Why the last was not kept; empty where it was, or there is no answer yet."""
        return self.page.text("#fault p:not([data-seen])").strip()

    # One for each kind of decision

    def no_incident(self, form: Mapping[str, Any]) -> None:
        self.hit("n")

    def accept_record(self, form: Mapping[str, Any]) -> None:
        self.hit("A")

    def reject(self, form: Mapping[str, Any]) -> None:
        self.hit("x")

    def read(self, form: Mapping[str, Any]) -> None:
        if self.page.all("[data-key=d]"):
            self.hit("d")
        self.page.wait(lambda: self.page.all("#main button[data-key=r]"))
        self.hit("r")

    def new(self, form: Mapping[str, Any]) -> None:
        if self.page.all("[data-key=d]"):
            self.hit("d")
        self.page.wait(lambda: self.page.all("#main button[data-key=r]"))
        if "otherwise" in form:
            found = self.page.all("#main .value [name=start]")
            starts = [e.get_attribute("value") for e in found]
            self.hit(*"j" * starts.index(form["start"]), "a")
            return
        self.select(int(form["start"]), int(form["end"]))
        self.hit("i")
        self.page.wait(self.is_in_a_panel)
        terms = BY_NAME["incident_type"].terms
        self.list(form["value"], begun(form["value"], terms))
        self.hit(Keys.ENTER)

    def fix(self, form: Mapping[str, Any]) -> None:
        self.hit("f")
        self.page.wait(self.is_in_a_panel)
        if "start" in form:
            self.select(int(form["start"]), int(form["end"]))
        self.fill_in(form)

    def add(self, form: Mapping[str, Any]) -> None:
        if "from" in form:
            self.add_offered(form)
            return
        self.select(int(form["start"]), int(form["end"]))
        self.hit("v")
        self.page.wait(self.is_in_a_panel)
        label = BY_NAME[form["field"]].label
        labels = [field.label for field in BY_NAME.values()]
        self.list(form["field"], begun(label, labels))
        self.hit(Keys.TAB)
        self.fill_in(form)

    def add_offered(self, form: Mapping[str, Any]) -> None:
        """By the key that stands before it, once its words are selected."""
        wanted = {k: v for k, v in form.items() if k not in ("doc", "record")}

        def at() -> int:
            held = self.look(_OFFERS)
            found = (n for n, o in enumerate(held, 1) if wanted.items() <= o.items())
            return next(found, 0)

        if not at():
            self.select(*self.span)
        self.hit(str(self.page.wait(at)))

    def fill_in(self, form: Mapping[str, Any]) -> None:
        """Type the parts of a value, and save it."""
        assert self.task is not None
        field = BY_NAME[self.task.field]
        words = self.words(self.task, form["doc"])
        named = field.kind is Kind.NAMED and not printed(self.task)
        parts = typed(self.task, words)
        full = list(filled_in(self.task, form))
        for n, (part, whole) in enumerate(zip(parts, full, strict=True)):
            if n:
                self.hit(Keys.TAB)
            here = self.page.chrome.switch_to.active_element
            if here.tag_name == "select":
                self.list(whole, part)
            elif named and not n:
                self.hit(whole, of=len(part))
            elif part:
                self.hit(part)
            elif not whole and here.get_attribute("value"):
                self.hit(Keys.DELETE)
        self.hit(Keys.ENTER)

    def list(self, term: str, begins: str) -> None:
        """Choose in the list that has the focus by how a term begins."""
        here = self.page.chrome.switch_to.active_element
        if here.get_attribute("value") != term:
            self.hit(begins)

    def select(self, start: int, end: int) -> None:
        """Drag over words of the source."""
        self.look(_SELECT, start, end)

    def explain_it(self) -> None:
        self.page.wait(lambda: self.look(_AT) == "reading")
        held = self.look("return document.activeElement.value")
        self.hit(*([] if held else [NOTE]), Keys.ENTER)


_SPECIAL = (Keys.TAB, Keys.ENTER, Keys.DELETE)


def filled_in(task: Task, form: Mapping[str, Any]) -> Sequence[str]:
    """What the parts of the form have to say, in the order of its fields."""
    names = {
        Kind.FIGURE: ("min", "max"),
        Kind.NAMED: ("value", "term"),
        Kind.PEOPLE: ("value", "age", "nationality", "legal"),
    }
    return [form[n] for n in names.get(BY_NAME[task.field].kind, ("value",))]


def main(run: Path, doc_ids: Sequence[str]) -> None:
    """Print the keys of the model beside those that were pressed."""
    gold = gold_records()
    with tempfile.TemporaryDirectory() as held:
        desk = Desk(run, Store(f"sqlite:///{held}/reviews.sqlite"))
        served, chrome = Served(desk), start(f"{held}/chrome")
        presser = Presser(desk, DeskPage(chrome, served.address))
        before: dict[str, int] = {}
        print("| document | by the model | pressed |\n| --- | ---: | ---: |")
        for doc_id in doc_ids:
            presser.review(doc_id, gold.get(doc_id, []))
            now = {name: presser.used[name] for name in ("keys", "pressed")}
            told = (now[name] - before.get(name, 0) for name in now)
            print(f"| {doc_id} | {' | '.join(map(str, told))} |", flush=True)
            before = now
        report(presser, [row for id in doc_ids for row in gold.get(id, [])])
        chrome.quit()
        served.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
