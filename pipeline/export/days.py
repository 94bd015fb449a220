"""A date's first day, last day and precision, as data sets code them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from incidents.pipeline import edtf


@dataclass(frozen=True, slots=True)
class Dated:
    """What an EDTF date says in days.

    Attributes:
        edtf: As the record has it.
        first: The first day that it may mean.
        last: The last.
        precision: ``day``, ``interval``, ``month``, ``season``, ``year`` or ``decade``.
        about: Whether it is marked as approximate or uncertain.
    """

    edtf: str
    first: date
    last: date
    precision: str
    about: bool

    @property
    def days(self) -> int:
        """How many days it may mean."""
        return (self.last - self.first).days + 1

    @property
    def ucdp(self) -> int:
        """``date_prec`` of UCDP GED: 1 a day to 5 more than a month.

        UCDP's 2 is up to six days, 3 a week, 4 up to a month.
        """
        bounds = ((1, 1), (6, 2), (7, 3), (31, 4))
        return next((code for most, code in bounds if self.days <= most), 5)

    @property
    def acled(self) -> int | None:
        """``time_precision`` of ACLED: 1 a day, 2 a week, 3 a month, else none."""
        bounds = ((1, 1), (7, 2), (31, 3))
        return next((code for most, code in bounds if self.days <= most), None)


def dated(value: str | None) -> Dated | None:
    """The days of an EDTF date; None where there is none, or none of the codebook's.

    >>> dated("2014-03").last.isoformat(), dated("2014-03").precision
    ('2014-03-31', 'month')
    """
    span = edtf.bounds(value) if value else None
    if value is None or span is None:
        return None
    return Dated(value, *span, _precision(value), any(c in value for c in "~?%"))


def _precision(value: str) -> str:
    if "/" in value:
        return "interval"
    bare = value.rstrip("~?%")
    if bare.endswith("X"):
        return "decade"
    if bare.count("-") == 1 and bare[5:] > "12":
        return "season"
    return ("year", "month", "day")[bare.count("-")]
