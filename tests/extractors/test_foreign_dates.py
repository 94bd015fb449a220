import pytest

from incidents.extractors import foreign_dates
from tests.marked import unmark


@pytest.mark.parametrize(
    "marked",
    [
        "The plaque reads [14 juillet 2016](DATE 2016-07-14), for all to see.",
        "On the sign: [11 de marzo de 2004](DATE 2004-03-11).",
        pytest.param("Since [enero de 2015](DATE 2015-01) it is shut.", id="month"),
        pytest.param("Die Tat vom [3. März 2019](DATE 2019-03-03).", id="ordinal dot"),
        pytest.param("On [1er\njuin 2009](DATE 2009-06-01) it fell.", id="line break"),
        pytest.param("It landed with Mars 2020 on board.", id="no month without a day"),
        pytest.param("On 3 August 1998 and in September 2001.", id="English"),
        pytest.param("On 45 juillet 2016.", id="no such day"),
    ],
)
def test_extract(nlp, marked):
    text, expected = unmark(marked, foreign_dates.__name__)
    assert list(foreign_dates.extract(nlp(text), None)) == expected
