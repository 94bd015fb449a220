"""The date of a record: read as that day, month or year where it is cited."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.assemble.support.case import Case


def bears(value: str, case: Case) -> bool:
    """Whether the quotes give ``value``, an EDTF date, or both ends of an interval."""
    read = {*_read(case)}
    if value in read:
        return True
    ends = [end for end in value.split("/") if end not in ("", "..")]
    return len(ends) > 1 and read >= {*ends}


def _read(case: Case) -> Iterator[str]:
    """The dates of the quotes, as they were read."""
    for passage in case.shown:
        for m in passage.told("DATE"):
            if case.told(passage, (m.start, m.end)):
                yield m.value
