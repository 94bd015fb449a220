import pytest

from incidents.pipeline.export.days import dated


@pytest.mark.parametrize(
    ("edtf", "first", "last", "precision", "ucdp", "acled"),
    [
        ("2014-03-03", "2014-03-03", "2014-03-03", "day", 1, 1),
        ("2014-03-03/2014-03-05", "2014-03-03", "2014-03-05", "interval", 2, 2),
        ("2014-03-03/2014-03-09", "2014-03-03", "2014-03-09", "interval", 3, 2),
        ("2014-02", "2014-02-01", "2014-02-28", "month", 4, 3),
        ("2014-22", "2014-06-01", "2014-08-31", "season", 5, None),
        ("2014", "2014-01-01", "2014-12-31", "year", 5, None),
        ("201X", "2010-01-01", "2019-12-31", "decade", 5, None),
    ],
)
def test_a_date_has_two_days_and_a_precision(edtf, first, last, precision, ucdp, acled):
    found = dated(edtf)
    assert (str(found.first), str(found.last)) == (first, last)
    assert (found.precision, found.ucdp, found.acled) == (precision, ucdp, acled)
    assert not found.about


def test_about_is_told():
    assert dated("2014-03~").about
    assert dated("2014-03~").precision == "month"


@pytest.mark.parametrize("value", [None, "", "last week", "2014-13-45"])
def test_what_is_no_date_has_no_days(value):
    assert dated(value) is None
