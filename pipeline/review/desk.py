"""The desk: a run, its decisions, and the records that the two make."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.decisions import EVENTS, Decision, standing
from incidents.pipeline.review.fold import fold
from incidents.pipeline.review.folder import Document, Run, account, read_run
from incidents.pipeline.review.state import Folded, Stale, State
from incidents.pipeline.review.store import Store

GONE = "the document is no longer in the run"


class Desk:
    """What every page and every save goes through."""

    def __init__(self, folder: Path, store: Store) -> None:
        """Open the run in ``folder``, with its decisions in ``store``."""
        self.folder = folder
        self.store = store
        self._lock = Lock()
        self._folded: dict[tuple[str, str], tuple[Document, Folded]] = {}
        self._stamp = 0
        self._run = self._read()

    @property
    def run(self) -> Run:
        """The run; read again once the folder holds another."""
        with self._lock:
            if self._stamped() not in (self._stamp, 0):
                self._folded.clear()
                self._run = self._read()
            return self._run

    def _read(self) -> Run:
        stamp = self._stamped()
        run = read_run(self.folder)
        self._stamp = stamp
        return run

    def _stamped(self) -> int:
        try:
            return account(self.folder).stat().st_mtime_ns
        except OSError:  # a run is being written: the last one stands till then
            return 0

    def document(self, doc_id: str) -> Document:
        """A document of the run.

        Raises:
            Refused: There is none of this id.
        """
        document = self.run.documents.get(doc_id)
        if document is None:
            raise Refused("there is no such document in this run")
        return document

    def folded(self, layer: str, doc_id: str) -> Folded:
        """The records of a document as a layer has them."""
        return self._fold(layer, doc_id, self.store.heads(layer).get(doc_id, 0))

    def _fold(self, layer: str, doc_id: str, seq: int) -> Folded:
        document = self.document(doc_id)
        of, held = self._folded.get((layer, doc_id), (None, None))
        if held is None or of is not document or held.seq != seq:
            decisions = self.store.read(layer, doc_id) if seq else []
            held = fold(document, decisions)
            self._folded[layer, doc_id] = document, held
        return held

    def folds(self, layer: str) -> dict[str, Folded]:
        """The records of every document as a layer has them, in the order of the run.

        What no decision has changed since it was asked for last is the same object.
        """
        heads = self.store.heads(layer)
        return {
            doc_id: self._fold(layer, doc_id, heads.get(doc_id, 0))
            for doc_id in self.run.documents
        }

    def states(self, layer: str) -> list[State]:
        """Every record as a layer has it, in the order of the run."""
        return [s for f in self.folds(layer).values() for s in f.records.values()]

    def stale(self, layer: str) -> list[Stale]:
        """The decisions of a layer on records that fit nothing in this run."""
        found: list[Stale] = []
        for doc_id, seq in sorted(self.store.heads(layer).items()):
            if doc_id == EVENTS:
                continue
            if doc_id in self.run.documents:
                found += self._fold(layer, doc_id, seq).stale
            else:
                kept = standing(self.store.read(layer, doc_id))
                found += [Stale(decision, GONE) for decision in kept]
        return found

    def state(self, layer: str, id: str, doc_id: str = "") -> State:
        """One record.

        Raises:
            Refused: There is none of this id.
        """
        home = doc_id or self.run.home.get(id, "")
        homes = [home] if home else self.store.heads(layer)
        for home in homes:
            if home in self.run.documents:
                state = self.folded(layer, home).records.get(id)
                if state is not None:
                    return state
        raise Refused("there is no such record in this run")

    def last(self, layer: str, reviewer: str) -> Decision | None:
        """The reviewer's last decision that stands."""
        return self.store.last(layer, reviewer)

    def undo(self, reviewer: str, layer: str, id: int) -> Decision:
        """Undo the reviewer's decision ``id``, if it is still the last.

        Raises:
            Refused: It is not.
            Conflict: Somebody decided on its record since.
        """
        last = self.last(layer, reviewer)
        if last is None:
            raise Refused("there is nothing to undo")
        if last.id != id:
            raise Refused("that was not your last decision, or it is undone already")
        together = [last]
        batch = last.payload.get("batch")
        if batch and "of" not in last.payload:  # else it was taken over alone
            together = self.store.batch(layer, batch)
        undoing = [_undoing(decision, reviewer) for decision in together]
        return self.store.append_all(undoing, self.store.heads(layer))[-1]


def _undoing(last: Decision, reviewer: str) -> Decision:
    """The decision that undoes another."""
    other = last.payload.get("other") or last.makes or None
    payload = {"undoes": last.id, "kind": last.kind, "other": other}
    payload |= {k: last.payload[k] for k in ("these", "those") if k in last.payload}
    return Decision(
        "undo",
        last.doc_id,
        last.subject or f"#{last.id}",
        last.value_id,
        payload,
        text_sha256=last.text_sha256,
        reviewer=reviewer,
        layer=last.layer,
    )
