"""MUC-4's templates from what the pipeline reads: types and five roles, verbatim.

A template is a document's telling of one kind of incident. Records say which passages
tell of incidents; roles that records lack (who the attackers are called, who of the
named was hit) are read off the mentions of those passages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.benchmark.muc4_relevance import ENOUGH, relevance
from pipeline.benchmark.muc4_roles import (
    attributed,
    organisations,
    perpetrators,
    targets,
    victims,
    weapons,
)
from pipeline.benchmark.muc4_tell import Telling, tellings
from pipeline.benchmark.reading import Read, read, rows
from pipeline.parse import load

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
_MOST = 4  # targets of one template
_FEW = 2  # attackers' descriptions and organisations of one template


def predictions(path: Path, split: str = "dev") -> Iterator[dict[str, Any]]:
    """Fill templates for each document, as ``score_muc4.py`` reads them.

    Args:
        path: A file of documents, or the folder that has one for each split.
        split: ``train``, ``dev`` or ``test``.
    """
    nlp = load()
    for row in rows(path, split):
        day = row.get("dateline_date")
        seen = read(row, nlp, date.fromisoformat(day) if day else None)
        yield {"doc_id": row["doc_id"], "templates": templates(seen)}


def templates(seen: Read) -> list[dict[str, Any]]:
    """The templates of one document."""
    by_kind: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings(seen):
        by_kind[telling.kind].append(telling)
    return [
        _template(kind, told, seen)
        for kind, told in by_kind.items()
        if relevance(seen, kind, told) >= ENOUGH
    ]


def _template(kind: str, told: Sequence[Telling], seen: Read) -> dict[str, Any]:
    attackers, groups = _actors(told, seen)
    roles = {
        "PerpInd": attackers,
        "PerpOrg": groups,
        "Target": _distinct(x for t in told for x in targets(t))[:_MOST],
        "Victim": _named(x for t in told for x in victims(t)),
        "Weapon": _distinct(x for t in told for x in weapons(t)),
    }
    return {"incident_type": kind} | {
        role: [[_printed(text, seen)] for text in texts]
        for role, texts in roles.items()
    }


def _printed(text: str, seen: Read) -> str:
    """``text``, which was read in natural case, as the report prints it."""
    start = seen.doc.text.find(text)
    return seen.report.text[start : start + len(text)] if start >= 0 else text


def _actors(told: Sequence[Telling], seen: Read) -> tuple[list[str], list[str]]:
    """Attackers and organisations, of the tellings and of what lays blame."""
    attackers: dict[str, int] = defaultdict(int)
    groups: dict[str, int] = defaultdict(int)
    events = {t.order: {e.start for e in t.events} for t in told}
    for order, sentence in enumerate(seen.doc.sents):
        if order not in events and not (
            {order - 1, order + 1, order - 2} & set(events)
            and attributed(sentence.text)
        ):
            continue
        starts = events.get(order, set())
        mentions = [
            m
            for m in seen.of("GROUP")
            if sentence.start_char <= m.start < sentence.end_char
        ]
        for text, sure in perpetrators(sentence, starts):
            attackers[text] = max(attackers[text], sure)
        for text, sure in organisations(sentence, mentions, starts):
            groups[text] = max(groups[text], sure)
    return _best(attackers, 1), _best(_by_name(groups, seen), 1)


def _by_name(groups: dict[str, int], seen: Read) -> dict[str, int]:
    """One name for each group: the first printed."""
    names = {m.text: m.get("name") or m.text for m in seen.of("GROUP")}
    best: dict[str, tuple[int, str]] = {}
    for text, sure in groups.items():
        name = names.get(text, text)
        old = best.get(name, (0, text))
        best[name] = (max(old[0], sure), old[1])
    return {text: sure for sure, text in best.values()}


def _best(scored: dict[str, int], least: int) -> list[str]:
    kept = [t for t, sure in scored.items() if sure >= least]
    kept.sort(key=lambda t: -scored[t])
    return _distinct(kept)[:_FEW]


def _distinct(texts: Iterable[str]) -> list[str]:
    """Each once, whatever its case or number."""
    found: dict[str, str] = {}
    for text in texts:
        key = re.sub(r"\W+", " ", text.lower()).strip()
        found.setdefault(key.rstrip("s"), text)
    return list(found.values())


def _named(names: Iterable[str]) -> list[str]:
    """The fullest form of each name."""
    kept: list[str] = []
    for name in sorted(set(names), key=lambda n: (-len(n), n)):
        if not any(set(name.lower().split()) <= set(k.lower().split()) for k in kept):
            kept.append(name)
    return sorted(kept)
