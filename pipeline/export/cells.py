"""Cells that no spreadsheet takes for more than text."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from incidents.pipeline.review.export import cell

#: What XML, and so a workbook, cannot hold: control characters and lone surrogates.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    r"""``text`` with a mark for each character that no file of text can hold.

    >>> clean("a\x00b")
    'a\ufffdb'
    """
    return _UNFIT.sub("\ufffd", text)


def written(value: Any) -> str:
    """A cell of CSV; none is a formula.

    >>> written(None), written(12), written("=1+1"), written(True)
    ('', '12', "'=1+1", 'true')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float | date):
        return str(value)
    return cell(clean(str(value)))
