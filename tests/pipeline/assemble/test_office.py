"""What somebody or some group that is named is as a target."""

import pytest

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.office import named

TEXT = "Cain ran. Ida Berg, the mayor of Tarn, fell. Berg died."


@pytest.mark.parametrize(
    ("label", "words", "value", "category"),
    [
        ("PLACE", "Ida Berg", "", ""),
        ("PERSON", "Cain", "Cain", ""),
        ("PERSON", "Ida Berg", "Ida Berg", "government"),
        ("PERSON", "Berg", "Ida Berg", "government"),
        ("GROUP", "Tuva Front", "tuva", "militia"),
    ],
)
def test_named(label, words, value, category):
    assert named(Mention(0, 4, label, words, value, "x"), TEXT) == category
