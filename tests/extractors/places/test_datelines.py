"""Where a wire writes from."""

import pytest

from incidents.extractors.places.datelines import is_dateline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TARN - Two men fled.", True),
        ("TARN, Vasaland - Two men fled.", True),
        ("TARN (AP) -- Two men fled.", True),
        ("TARN, Vasaland, Jan. 4 (Wire) \u2014 Two men fled.", True),
        ("TARN: Two men fled.", True),
        ("Tarn, 4 January 2015 - Two men fled.", True),
        ("Tarn (Wire) - Two men fled.", True),
        ("Two men fled.\n\nTARN - Two men came.", True),
        ("**TARN** - Two men fled.", False),
        ("Tarn - Two men fled.", False),
        ("TARN burned.", False),
        ("TARN-born men fled.", False),
        ("Men of TARN - two - fled.", False),
        ("Tarn, 4 January 2015.", False),
    ],
)
def test_is_dateline(text, expected):
    start = text.lower().index("tarn")
    assert is_dateline(text, start, start + 4) == expected
