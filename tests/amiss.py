"""What a reviewer who knows the gold would do to a record, value by value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from incidents.pipeline.fields import FIELDS, Field, path_of, values
from incidents.pipeline.kinds import Kind
from incidents.pipeline.paths import Cited
from incidents.pipeline.reconcile.score import overlap
from incidents.pipeline.review.values import Value

_ALIKE = 0.5  # as records are scored


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do.

    Attributes:
        act: ``fix``, ``reject`` or ``add``.
        field: Its field.
        value: The value on the desk; None where one is added.
        want: The value that gold has; None where one is rejected.
        start: Where the words are that gold cites for it.
        end: Where they end.
    """

    act: str
    field: str
    value: Value | None = None
    want: Any = None
    start: int = 0
    end: int = 0


def tasks(shown: Sequence[Value], gold: Mapping[str, Any]) -> Iterator[Task]:
    """What turns the values of a record into those of ``gold``."""
    cited = Cited(gold["citations"])
    for field in FIELDS:
        wanted = list(enumerate(values(gold, field)))
        left: list[Value] = []
        for value in (v for v in shown if v.field == field.name and v.stands):
            same = [w for w in wanted if alike(field, value.value, w[1])]
            wanted.remove(same[0]) if same else left.append(value)
        for n, want in wanted:
            found = cited.of(path_of(field, n))
            start, end = (found[0]["start"], found[0]["end"]) if found else (0, 0)
            old = left.pop(0) if left else None
            act = "fix" if old else "add"
            yield Task(act, field.name, old, want, start, end)
        yield from (Task("reject", field.name, old) for old in left)


def alike(field: Field, one: Any, other: Any) -> bool:
    """Whether two values of a field count as the same, as they are scored."""
    if field.kind is Kind.TEXT:
        return overlap(one, other) >= _ALIKE
    if field.name == "targets":
        near = overlap(one["text"], other["text"]) >= _ALIKE
        return near and one["category"] == other["category"]
    if field.name == "weapons":
        return bool(one["category"] == other["category"])
    if field.kind is Kind.PEOPLE:
        near = overlap(one["name"], other["name"]) >= _ALIKE
        return near and set(one["legal"] or ()) == set(other["legal"] or ())
    return bool(one == other)
