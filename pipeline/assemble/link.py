"""Which frames tell of one incident.

Rows and timeline entries stand first, each an incident of its own; every sentence then
joins the incident that it is most like, or begins another. Each join keeps its reasons.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline import edtf
from pipeline.assemble.frames import ARREST, DETAIL, PLOT, Frame
from pipeline.assemble.traits import Traits, is_known, joined, of_frame

#: From this likeness on, a frame joins; found on the development reports.
JOIN_AT = 1.0
#: Strength of the frame that an incident begins with, and of one that only goes on.
FIRST, FOLLOWS = 10.0, 0.5
#: An arrest of so many after an attack is a sweep, with a record of its own.
SWEEP = 20


@dataclass(slots=True)
class Cluster:
    """Frames of one incident, in the order of joining.

    Attributes:
        frames: All of them.
        strengths: For each, how surely it is of this incident.
        reasons: For each, why it joined, in words.
        traits: Of all frames that tell of the event.
    """

    frames: list[Frame] = field(default_factory=list)
    strengths: list[float] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    traits: Traits = field(default_factory=Traits)

    def add(self, frame: Frame, strength: float, reason: str) -> None:
        """Let ``frame`` join."""
        self.frames.append(frame)
        self.strengths.append(strength)
        self.reasons.append(reason)
        if frame.kind != DETAIL:
            self.traits = joined([self.traits, of_frame(frame)])


def link(structured: Sequence[Frame], prose: Sequence[Frame]) -> list[Cluster]:
    """Clusters of frames.

    Args:
        structured: Frames of table rows and timeline entries.
        prose: Frames of sentences, in reading order.

    Returns:
        Clusters in the order of their first frames' places in the text.
    """
    clusters: list[Cluster] = []
    for frame in structured:
        _join(clusters, frame, None, structured=True)
    current: Cluster | None = None
    for frame in prose:
        current = _join(clusters, frame, current, structured=False)
    clusters = _absorb(clusters)
    return sorted(clusters, key=lambda c: min(f.start for f in c.frames))


def _join(
    clusters: list[Cluster], frame: Frame, current: Cluster | None, structured: bool
) -> Cluster | None:
    """Add ``frame`` to the likeliest cluster or a new one; returns the current one."""
    traits = of_frame(frame)
    if frame.kind == DETAIL or (not traits.evidence and not structured):
        return _follow(clusters, frame, current)
    scored = [
        (likeness(frame, traits, c), n)
        for n, c in enumerate(clusters)
        if not (frame.kind == ARREST and _apart(frame, traits, c))
    ]
    best = max(scored, key=lambda s: (s[0][0], -s[1]), default=None)
    need = 4.0 if structured else JOIN_AT
    if best is not None and best[0][0] >= need:
        clusters[best[1]].add(frame, *best[0])
        return clusters[best[1]]
    cluster = Cluster()
    apart = f"; not of the nearest: {best[0][1]}" if best is not None else ""
    cluster.add(frame, FIRST, f"first told here{apart}")
    clusters.append(cluster)
    return cluster


def _apart(frame: Frame, traits: Traits, cluster: Cluster) -> bool:
    """Whether arrests after an attack stand on their own: many, or on another day."""
    if "attack" not in cluster.traits.kinds:
        return False
    many = any(
        int(m.value.partition("..")[0] or 0) >= SWEEP for m in frame.of("SUSPECTS")
    )
    return many or bool(traits.dates)


def _follow(
    clusters: list[Cluster], frame: Frame, current: Cluster | None
) -> Cluster | None:
    """A sentence with no day, place or target of its own goes on with what precedes."""
    if current is None:
        return None
    last = current.frames[-1]
    if frame.block == last.block and frame.reference != "new":
        current.add(frame, FOLLOWS, "goes on in the same paragraph")
        return current
    main = max(clusters, key=lambda c: len(c.frames))
    if frame.section == last.section and frame.reference != "new":
        target = main if len(main.frames) > 2 * len(current.frames) else current
        if last.origin not in ("row", "entry"):
            target.add(frame, FOLLOWS, "goes on in the same section")
    return current


def likeness(frame: Frame, traits: Traits, cluster: Cluster) -> tuple[float, str]:
    """How like ``frame`` is to ``cluster``, and why, in words."""
    other = cluster.traits
    parts = [
        *_dates(traits, other),
        *_places(traits, other),
        *_targets(traits, other),
        *_kinds(traits, other),
        *_tolls(traits, other),
    ]
    shared = any(p > 0 for p, _ in parts)
    parts += _nearness(frame, cluster, shared)
    return sum(p for p, _ in parts), "; ".join(f"{why} {p:+g}" for p, why in parts)


Part = tuple[float, str]


def _dates(a: Traits, b: Traits) -> list[Part]:
    if not a.dates or not b.dates:
        return []
    pairs = [(x, y) for x in a.dates for y in b.dates if edtf.overlap(x, y)]
    if not pairs:
        return [(-4.0, "other day")]
    coarse = min(max(edtf.days(x), edtf.days(y)) for x, y in pairs)
    if coarse <= 3:
        return [(3.0, "same day")]
    return [(2.0, "same month")] if coarse <= 31 else [(0.7, "same year")]


def _places(a: Traits, b: Traits) -> list[Part]:
    if a.places & b.places:
        return [(2.0, "same place")]
    if a.countries and b.countries and not a.countries & b.countries:
        return [(-4.0, "other country")]
    # a place in no table may be a part of the other
    if all(any(map(is_known, traits.places)) for traits in (a, b)):
        return [(-2.0, "other place")]
    return [(0.7, "same country")] if a.countries & b.countries else []


def _targets(a: Traits, b: Traits) -> list[Part]:
    if a.targets & b.targets:
        return [(1.5, "same target")]
    return [(-0.5, "other target")] if a.targets and b.targets else []


def _kinds(a: Traits, b: Traits) -> list[Part]:
    parts: list[Part] = []
    if a.kinds and b.kinds and not a.kinds & b.kinds:
        pair = a.kinds | b.kinds
        parts.append((-0.5 if {ARREST, PLOT} <= pair else -2.0, "other kind"))
    if a.types and b.types:
        parts.append(
            (0.5, "same attack type")
            if a.types & b.types
            else (-1.0, "other attack type")
        )
    if a.names & b.names:
        parts.append((2.0, "same name"))
    return parts


def _tolls(a: Traits, b: Traits) -> list[Part]:
    if {ARREST} == a.kinds == b.kinds and a.counts and b.counts:
        same = a.counts & b.counts
        return [(1.5, "as many arrested") if same else (-2.5, "other number arrested")]
    least_a = {t.partition("..")[0] for t in a.tolls}
    least_b = {t.partition("..")[0] for t in b.tolls}
    if least_a & least_b - {"1"}:
        return [(1.5, "same toll")]
    return [(-1.0, "other toll")] if least_a and least_b else []


def _nearness(frame: Frame, cluster: Cluster, shared: bool) -> list[Part]:
    parts: list[Part] = []
    last = cluster.frames[-1]
    if any(f.block == frame.block for f in cluster.frames[-3:]):
        parts.append((1.0, "same paragraph"))
    elif not shared:
        parts.append((-1.0, "nothing in common"))
    elif last.section == frame.section:
        parts.append((0.4, "same section"))
    if frame.kind != ARREST and frame.reference == "definite":
        parts.append((0.8, "spoken of as known"))
    elif frame.reference == "new":
        parts.append((-1.0, "spoken of as new"))
    return parts


def _absorb(clusters: list[Cluster]) -> list[Cluster]:
    """Join clusters that know too little for a record to the likeliest of the rest."""
    strong = [c for c in clusters if c.traits.evidence >= 2]
    for weak in (c for c in clusters if c.traits.evidence < 2):
        scored = [
            (likeness(weak.frames[0], weak.traits, c), n) for n, c in enumerate(strong)
        ]
        best = max(scored, key=lambda s: (s[0][0], -s[1]), default=None)
        if best is not None and best[0][0] >= 0.4:
            for frame in weak.frames:
                reason = f"no record of its own; {best[0][1]}"
                strong[best[1]].add(frame, best[0][0], reason)
    return strong
