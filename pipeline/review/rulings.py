"""What people decided of events, found again in this run.

A ruling is tied to records as decisions on records are: the text of each document has
to be the same, and the record told by the same words. What fits no more is listed, and
rules nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import product

from incidents.pipeline.review import refit
from incidents.pipeline.review.decisions import EVENTS, Decision, standing
from incidents.pipeline.review.desk import GONE, Desk
from incidents.pipeline.review.effects import NO_PART
from incidents.pipeline.review.refit import Unfit
from incidents.pipeline.review.state import Folded, Stale

NO_MORE = "a record of it was merged into another, or is no incident"


@dataclass(slots=True)
class Rulings:
    """What stands of the decisions on events; the last on a pair or a field rules.

    Attributes:
        pairs: By the ids of two records, the decision that joins or parts them.
        uses: By record and field, the decision that its value is the one to use.
        stale: What fits nothing in this run.
    """

    pairs: dict[frozenset[str], Decision] = field(default_factory=dict)
    uses: dict[tuple[str, str], Decision] = field(default_factory=dict)
    stale: list[Stale] = field(default_factory=list)

    @property
    def ruled(self) -> dict[frozenset[str], bool]:
        """Whether two records are one event, as ``merge.join`` asks for it."""
        return {pair: d.kind == "join" for pair, d in self.pairs.items()}


def rulings(desk: Desk, layer: str, folds: Mapping[str, Folded]) -> Rulings:
    """The rulings of a layer.

    Args:
        desk: Whose run and decisions they are.
        layer: Whose decisions.
        folds: The records of every document, as the layer has them.
    """
    found = Rulings()
    for decision in standing(desk.store.read(layer, EVENTS)):
        if decision.kind == "use":
            _use(decision, desk, folds, found)
        else:
            _rule(decision, desk, folds, found)
    return found


def _rule(
    decision: Decision, desk: Desk, folds: Mapping[str, Folded], found: Rulings
) -> None:
    these, those = (
        list(_located(decision, decision.payload[side], desk, folds, found))
        for side in ("these", "those")
    )
    for one, other in product(these, those):
        if one != other:
            found.pairs[frozenset((one, other))] = decision


def _use(
    decision: Decision, desk: Desk, folds: Mapping[str, Folded], found: Rulings
) -> None:
    for id in _located(decision, [decision.payload["of"]], desk, folds, found):
        found.uses.pop((id, decision.payload["field"]), None)  # the last stands last
        found.uses[id, decision.payload["field"]] = decision


def _located(
    decision: Decision,
    ids: Iterable[str],
    desk: Desk,
    folds: Mapping[str, Folded],
    found: Rulings,
) -> Iterable[str]:
    """What the records are known as in this run; those that are gone are noted."""
    for id in ids:
        try:
            yield _locate(decision, id, desk, folds)
        except Unfit as unfit:
            found.stale.append(Stale(decision, f"{id}: {unfit}"))


def _locate(
    decision: Decision, id: str, desk: Desk, folds: Mapping[str, Folded]
) -> str:
    shown = decision.shown["records"][id]
    document = desk.run.documents.get(shown["doc_id"])
    if document is None:
        raise Unfit(GONE)
    if not id.startswith("#"):
        of_it = replace(decision, text_sha256=shown["text_sha256"])
        id = refit.find(of_it, id, shown["incident"], document)
    state = folds[document.id].records.get(id)
    if state is None:
        raise Unfit(NO_PART)
    if not state.stands:
        raise Unfit(NO_MORE)
    return state.known_as
