"""Which clusters are incidents by the codebook, and which are talk."""

from __future__ import annotations

from pipeline import edtf
from pipeline.assemble.link import Cluster
from pipeline.records import Incident


def qualifies(incident: Incident, cluster: Cluster) -> bool:
    """Whether two of day, place and target are known, and it is no aggregate.

    An arrest needs a group, and a country with people held or a row of its own, or
    named people in a month.
    """
    known = (
        (incident.date is not None)
        + bool(incident.countries or cluster.traits.places)
        + bool(incident.targets)
    )
    if incident.incident_type == "arrest":
        listed = any(f.origin in ("row", "entry") for f in cluster.frames)
        people = incident.suspects.count_min or incident.suspects.names
        named = incident.suspects.names and _dated(cluster)
        held = (incident.countries and (people or listed)) or named
        return bool(incident.groups and held)
    return known >= 2 and _particular(cluster) and not _aggregate(cluster)


def _particular(cluster: Cluster) -> bool:
    """Whether a month or day, a town or a target tells it from others of its kind."""
    traits = cluster.traits
    listed = any(f.origin in ("row", "entry") for f in cluster.frames)
    return bool(_dated(cluster) or traits.places or traits.targets or listed)


def _dated(cluster: Cluster) -> bool:
    return any(edtf.days(d) <= 31 for d in cluster.traits.dates)


def _aggregate(cluster: Cluster) -> bool:
    """Several attacks in one phrase, that nothing tells apart."""
    traits = cluster.traits
    if traits.places and _dated(cluster):
        return False
    frames = [f for f in cluster.frames if f.kind != "detail"]
    events = [m for f in frames for m in f.events()]
    return (
        bool(events)
        and all(m.get("number") == "plural" for m in events)
        and not any(
            f.of("KILLED", "INJURED", "SUSPECTS") or f.origin in ("row", "entry")
            for f in frames
        )
    )
