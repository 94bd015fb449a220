"""A group is called by its name, apostrophes or not, or by its first letters."""

import time

import pytest

from incidents.pipeline.assemble.support.spelling import spelt
from tests.pipeline.assemble.support.made import passage

NAME = "Red Farmers Front"


def words(name, marked, **more):
    shown = passage(marked, **more)
    return [shown.text[slice(*span)] for span in spelt(name, shown)]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (NAME, "The Red Farmers Front did it.", ["Red Farmers Front"]),
        (NAME, "The red Farmers’ Front did it.", ["red Farmers’ Front"]),
        ("Red Farmers' Front", "A Red Farmers\nFront.", ["Red Farmers\nFront"]),
        ("Front d’Oc", "The Front dOc.", ["Front dOc"]),
        (NAME, "The Red Farmers Fronts did it.", []),
        (NAME, "The Red Front did it.", []),
        (NAME, "The RFF did it.", []),
        ("", "It did it.", []),
    ],
)
def test_the_name(name, text, expected):
    assert words(name, text) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (NAME, "It was the RFF.", ["RFF"]),
        (NAME, "It was the rff, the RFFA, the RFF-X.", []),
        ("Front of Red Farmers", "It was the FRF.", ["FRF"]),
        ("Red Front", "It was the RF.", []),
    ],
)
def test_the_letters_of_a_name_that_the_report_prints(name, text, expected):
    assert words(name, f"{text} So the {name} said.", cited=text) == expected


@pytest.mark.parametrize("piece", ["A ", "A'", "Red Farmers' "])
def test_hostile_names_take_no_time(piece):
    start = time.process_time()
    words(piece * 200, piece * 2000)
    assert time.process_time() - start < 2
