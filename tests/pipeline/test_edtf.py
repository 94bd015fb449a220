from datetime import date

import pytest

from incidents.pipeline import edtf


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-03-22", date(2024, 3, 22), date(2024, 3, 22)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12~", date(2023, 12, 1), date(2023, 12, 31)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-22", date(2023, 6, 1), date(2023, 8, 31)),
        ("198X", date(1980, 1, 1), date(1989, 12, 31)),
        ("2024-07-24/2024-07-26", date(2024, 7, 24), date(2024, 7, 26)),
    ],
)
def test_bounds(value, first, last):
    assert edtf.bounds(value) == (first, last)


@pytest.mark.parametrize("value", ["", "2023-02-30", "2023-13", "P3D", "2024/", "soon"])
def test_no_bounds(value):
    assert edtf.bounds(value) is None


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2023-12", "2023-12-25", True),
        ("2023", "2023-22", True),
        ("2023-12", "2024-01", False),
        ("2023-12-25", "", False),
    ],
)
def test_overlap(a, b, expected):
    assert edtf.overlap(a, b) is expected
    assert edtf.overlap(b, a) is expected


def test_days_sorts_the_precise_first():
    assert sorted(["2023", "2023-12", "2023-12-25"], key=edtf.days)[0] == "2023-12-25"
