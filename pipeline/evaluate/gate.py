"""Whether extraction got worse since a stored baseline, and how much chance explains.

Extraction is deterministic, so any change is a change of the code; what is left to
chance is which records it happened to hit. Under the null hypothesis a change helps as
readily as it hurts, so that within each unit the two runs may be swapped (a paired
permutation test, one-sided, on F1). The unit is the document where there are enough of
them, since records of one document share its layout and dates and rise and fall
together. With few documents no swapping of documents could ever come out significant;
the unit is then the gold record with its candidate (and a document's spurious
candidates together), and the verdict says so; a change that hits whole documents at
random then alarms more often than stated. A document that falls silent is no matter of
chance, and fails by itself.

All measures are tested, with Holm's step-down correction in the form that knows how
they move together, so that a change that neither helps nor hurts fails the gate at most
once in twenty times. Two thirds of that go to the figures in all, ``incident`` and
``slots``, so that the many fields, which have the rest, do not drown them.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from incidents.pipeline.evaluate import MEASURES, Evaluation, as_counts, chance
from incidents.pipeline.evaluate.baseline import Baseline, baseline_of
from incidents.pipeline.evaluate.measures import Figure
from incidents.pipeline.reconcile.score import SCORED

#: False alarms of the figures in all, and of the fields; together well under the one in
#: twenty promised, which costs little since p goes in steps, halving with each unit.
LEVELS = (0.02, 0.01)
_FAMILIES = (slice(0, 2), slice(2, None))
#: Share of losses as large as stated that are found: over the four in five promised.
POWER = 0.85
#: Documents from which on they are the units of the test.
ENOUGH_DOCUMENTS = 12
#: Records found in a document from which on it cannot fall silent by chance.
SILENCED_AT = 5

_NOTHING = dict.fromkeys(MEASURES, Figure())


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one measure's F1.

    Attributes:
        measure: Such as ``slots`` or ``date``.
        before: F1 of the baseline.
        after: F1 now.
        low: Lower end of the difference, for 95 % of such sets of documents.
        high: Upper end.
        p: How often chance alone makes it fall as far.
        adjusted: The same, corrected for the number of measures.
    """

    measure: str
    before: float
    after: float
    low: float
    high: float
    p: float
    adjusted: float

    @property
    def lost(self) -> bool:
        """Whether it is a loss that chance does not explain."""
        return self.adjusted <= LEVELS[self.measure in SCORED]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the gate is passed, and on what ground.

    Attributes:
        failures: Why it is not, in words; empty when it is.
        changes: Every measure, before and after.
        gained: Gold records found now and not before, by id.
        lost: Those found before and not now.
        unit: What was swapped, ``document`` or ``record``.
        detectable: By measure, the smallest fall in F1 that is found four times in
            five where records are lost at random; None where no loss can be.
    """

    failures: tuple[str, ...]
    changes: tuple[Change, ...]
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    unit: str
    detectable: Mapping[str, float | None]

    @property
    def passed(self) -> bool:
        """Whether nothing speaks against the run."""
        return not self.failures

    def to_json(self) -> dict[str, Any]:
        """The verdict as a JSON object."""
        return {"passed": self.passed, **asdict(self)}


def compare(baseline: Baseline, evaluation: Evaluation) -> Verdict:
    """Set an evaluation against a baseline taken on the same gold set.

    Raises:
        ValueError: The gold set is another one, or there is nothing to compare.
    """
    now = baseline_of(evaluation)
    _need_same_gold(baseline, now)
    keys = sorted({*baseline.units, *now.units})
    if not keys:
        raise ValueError("no gold record and no candidate: nothing to compare")
    before, after = (
        as_counts(run.units.get(key, _NOTHING) for key in keys)
        for run in (baseline, now)
    )
    changes, unit = measure_changes(before, after, [doc_id for doc_id, _ in keys])
    failures = (
        *_losses(changes),
        *_silenced(baseline, now),
        *(f"{i} must pass and is lost" for i in sorted(baseline.must_pass - now.found)),
        *_unsupported(evaluation),
    )
    return Verdict(
        failures,
        changes,
        tuple(sorted(now.found - baseline.found)),
        tuple(sorted(baseline.found - now.found)),
        unit,
        detectable(before, [doc_id for doc_id, _ in keys]),
    )


def _need_same_gold(baseline: Baseline, now: Baseline) -> None:
    before, after = (
        {
            key: [f.gold for f in unit.values()]
            for key, unit in run.units.items()
            if key[1]
        }
        for run in (baseline, now)
    )
    for key in sorted({*before, *after}):
        if before.get(key) != after.get(key):
            raise ValueError(
                f"gold record {key[1]} of {key[0]} is not what it was when the "
                "baseline was taken: take the baseline again"
            )


def _losses(changes: Sequence[Change]) -> Iterator[str]:
    for change in changes:
        if change.lost:
            yield (
                f"{change.measure}: F1 fell from {change.before:.3f} to "
                f"{change.after:.3f} (p {change.p:.4f}, "
                f"corrected {change.adjusted:.4f})"
            )


def _silenced(baseline: Baseline, now: Baseline) -> Iterator[str]:
    telling = {
        doc for (doc, _), unit in now.units.items() if unit["incident"].predicted
    }
    found = Counter(
        doc for (doc, _), unit in baseline.units.items() if unit["incident"].hits
    )
    for doc, records in sorted(found.items()):
        if records >= SILENCED_AT and doc not in telling:
            yield f"{doc}: {records} records were found, and no candidate is left"


def _unsupported(evaluation: Evaluation) -> Iterator[str]:
    for name, share in (("cited", evaluation.cited), ("verbatim", evaluation.verbatim)):
        if share and share.part < share.whole:
            yield f"{name}: {share.whole - share.part} of {share.whole} are not"


def measure_changes(
    before: chance.Counts,
    after: chance.Counts,
    documents: Sequence[str],
    draws: int = chance.PERMUTATIONS,
) -> tuple[tuple[Change, ...], str]:
    """Test every measure.

    Args:
        before: Counts of the baseline, units by ``MEASURES`` by three.
        after: Counts of the run, alike.
        documents: The document each unit is of.
        draws: How many swaps to try.

    Returns:
        The changes, and the unit that was swapped.
    """
    whole = [_by_document(counts, documents) for counts in (before, after)]
    unit = _unit(documents)
    was, now = whole if unit == "document" else (before, after)
    p_values, adjusted = chance.loss_p_values(was, now, _FAMILIES, draws)
    old, new = (chance.f1(counts.sum(axis=0)) for counts in whole)
    spread = chance.resample(np.concatenate(whole, axis=1))
    differences = chance.f1(spread[:, len(MEASURES) :]) - chance.f1(
        spread[:, : len(MEASURES)]
    )
    changes = tuple(
        Change(
            measure,
            float(old[i]),
            float(new[i]),
            *chance.interval(differences[:, i]),
            float(p_values[i]),
            float(adjusted[i]),
        )
        for i, measure in enumerate(MEASURES)
    )
    return changes, unit


def _unit(documents: Sequence[str]) -> str:
    return "document" if len(set(documents)) >= ENOUGH_DOCUMENTS else "record"


def _by_document(counts: chance.Counts, documents: Sequence[str]) -> chance.Counts:
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for row, doc_id in enumerate(documents):
        rows[doc_id].append(row)
    return np.array([counts[rows[doc_id]].sum(axis=0) for doc_id in sorted(rows)])


def detectable(
    counts: chance.Counts, documents: Sequence[str]
) -> dict[str, float | None]:
    """The smallest fall in F1 of records and of values found with ``POWER``.

    The loss supposed takes whole records at random, with all their values, and nothing
    is gained. It is then found as soon as it reaches so many units that as many tosses
    alike, for either figure, are rarer than its level. The same loss of F1 spread over
    single values reaches more units, and is found sooner; one in a single document is
    left to the records that must pass.
    """
    found = counts[:, :1, 0]
    sizes = _by_document(found, documents) if _unit(documents) == "document" else found
    units = math.ceil(-math.log2(LEVELS[0] / 2))
    share = chance.units_lost(sizes[:, 0].astype(int).tolist(), units, POWER)
    if share is None:
        return dict.fromkeys(MEASURES[:2])
    now = counts.sum(axis=0)
    lost = (counts[found[:, 0] > 0]).sum(axis=0) * share
    lost[:, 2] = 0  # what there is to find stays
    falls = chance.f1(now) - chance.f1(now - lost)
    return {measure: float(falls[i]) for i, measure in enumerate(MEASURES[:2])}
