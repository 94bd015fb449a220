"""Lines of record files as the records they were, whatever fields these have."""

import types
from dataclasses import is_dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints

from incidents.pipeline.records import Derivation, Incident


def from_row(row: dict[str, Any]) -> Incident:
    """A line of ``gold.jsonl`` or ``records.jsonl`` as a record."""
    cited = [{"page": 1, **c} for c in row["citations"]]
    given = {k: v for k, v in row.items() if k not in ("alternatives", "passages")}
    return made(Incident, given | {"citations": cited})


def made(hint: Any, given: Any) -> Any:
    """What ``to_json`` wrote, as the type that it was; other keys are left out."""
    if hint == Derivation | None:
        return Derivation.read(given)
    if get_origin(hint) in (Union, types.UnionType) and given is not None:
        hint = get_args(hint)[0]
    if given is None:
        return None
    if get_origin(hint) is tuple:
        return tuple(made(get_args(hint)[0], value) for value in given)
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        return hint(**{k: made(hints[k], v) for k, v in given.items() if k in hints})
    return given
