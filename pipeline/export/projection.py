"""Rows of another data set, and the report of what they lose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from incidents.pipeline.export.bundle import Bundle
from incidents.pipeline.export.coder import Coder, book
from incidents.pipeline.export.coding import fill
from incidents.pipeline.export.columns import Column
from incidents.pipeline.export.formats.csv import write_table
from incidents.pipeline.export.losses import Loss, lost, write_losses
from incidents.pipeline.export.tables import Table

_CHOICE = Column("export_choice", "string", "What was chosen for the export.")


def project(bundle: Bundle, name: str, out: Path) -> Sequence[str]:
    """Write rows in the columns of ``codebooks/<name>.toml``, and the losses beside.

    Returns:
        How many rows there are, what was left out whole, and where the losses stand.
    """
    told = book(name)
    losses: list[Loss] = []
    counts: Counter[str] = Counter()

    def rows() -> Iterator[dict[str, Any]]:
        for unit in bundle.units:
            coder = Coder(unit, told)
            if why := coder.left_out:
                counts[why] += 1
                what = ", ".join(map(str, unit.of("incident_type")))
                losses.append(lost(unit.id, "*", what, why))
                continue
            counts[""] += 1
            yield fill(coder) | {_CHOICE.name: str(bundle.choice)}
            losses.extend(coder.losses)

    columns = (*(Column(c, "string", "") for c in told["columns"]), _CHOICE)
    write_table(Table(name, columns, rows), out)
    beside = out.with_name(f"{out.stem}-losses{out.suffix}")
    write_losses(beside, losses)
    whole = [f"{n} left out: {why}" for why, n in counts.items() if why]
    said = Counter(loss.loss for loss in losses if loss.field != "*")
    kinds = ", ".join(
        f"{n} values {kind.replace('_', ' ')}" for kind, n in said.items()
    )
    return [f"{counts['']} rows; {kinds or 'no value lost'}: {beside.name}", *whole]
