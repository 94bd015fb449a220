"""Scores of answers against gold, as the scorers published with the sets count them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]

#: RAND's names of weapons that are one kind to us.
_SAME_WEAPON = {"Remote-detonated explosive": "Explosives"}
_TEXTS = ("city", "country", "perpetrator")
_COUNTS = ("killed", "injured")


@dataclass(frozen=True, slots=True)
class Score:
    """Right answers among those given, and among those asked for.

    Attributes:
        right: Answers that are right.
        answered: Answers given.
        gold: Answers asked for.
    """

    right: int
    answered: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the answers that are right."""
        return self.right / self.answered if self.answered else 0.0

    @property
    def recall(self) -> float:
        """Share of what was asked for that was rightly answered."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def coded(
    gold: Iterable[Row], predictions: Iterable[Row], stated: bool = False
) -> dict[str, Score]:
    """Score coded fields of incidents, the field names as keys.

    Args:
        gold: Rows with ``doc_id`` and the fields; None is not asked for.
        predictions: Rows of the same form; None is no answer.
        stated: Ask only for what the text is flagged to state. ``weapon`` has no flag.
    """
    answers = {row["doc_id"]: row for row in predictions}
    tally: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for row in gold:
        answer = answers.get(row["doc_id"], {})
        flags = row.get("stated") or {}
        for field in ("date", *_TEXTS, *_COUNTS, "weapon"):
            wanted, given = row.get(field), answer.get(field)
            unflagged = stated and field != "weapon" and not flags.get(field)
            if wanted in (None, "") or unflagged:
                continue
            if given == "":
                given = None
            counts = tally[field]
            counts[0] += given is not None and _right(field, wanted, given)
            counts[1] += given is not None
            counts[2] += 1
    return {field: Score(*counts) for field, counts in tally.items()}


def _right(field: str, wanted: Any, given: Any) -> bool:
    if field in _TEXTS:
        a, b = f" {_folded(wanted)} ", f" {_folded(given)} "
        return bool(a.strip() and b.strip()) and (a in b or b in a)
    if field == "date":
        return str(wanted)[:10] == str(given)[:10]
    if field == "weapon":
        return bool(_SAME_WEAPON.get(wanted, wanted) == given)
    return bool(wanted == given)


def _folded(text: object) -> str:
    plain = unicodedata.normalize("NFKD", str(text)).encode("ascii", "ignore").decode()
    return " ".join(re.findall(r"[^\W_]+", plain.lower()))


def spans(
    gold: Iterable[Row], predictions: Iterable[Row], kind: str, exact: bool
) -> Score:
    """Score entities of one type, paired one to one, the largest overlap first."""
    answers = {row["doc_id"]: row["entities"] for row in predictions}
    total = Counter[str]()
    for row in gold:
        wanted = [e for e in row["entities"] if e["type"] == kind]
        given = [e for e in answers.get(row["doc_id"], ()) if e["type"] == kind]
        total["right"] += _paired(wanted, given, exact)
        total["answered"] += len(given)
        total["gold"] += len(wanted)
    return Score(total["right"], total["answered"], total["gold"])


def _paired(wanted: Sequence[Row], given: Sequence[Row], exact: bool) -> int:
    pairs = sorted(
        (-shared, not same, i, j)
        for i, a in enumerate(wanted)
        for j, b in enumerate(given)
        for shared in [min(a["end"], b["end"]) - max(a["start"], b["start"])]
        for same in [(a["start"], a["end"]) == (b["start"], b["end"])]
        if (same if exact else shared > 0)
    )
    left, right = set[int](), set[int]()
    for _, _, i, j in pairs:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
    return len(left)
