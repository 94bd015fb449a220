"""Which side the person named Berg stands on."""

import pytest

from extractors.figures.words import words
from extractors.people.cues import role, settled

SUSPECT = """
Police arrested Mr Berg.
Berg was arrested.
Berg, who lived there, was charged.
Berg has been convicted.
Berg is suspected.
Berg, accused of it, slept.
Berg opened fire.
Berg pleaded guilty.
Berg threw a bomb.
Berg and two others fled.
Berg, a suspected bomber, slept.
Berg, the gunman, slept.
The ringleader Berg slept.
The gunman was Berg.
The defendant, Berg, slept.
He was accused with Berg.
The alleged plotter, Berg, slept.
Against Berg they had much.
"""
VICTIM = """
Berg was killed.
Berg had been shot.
Berg was later taken away.
Berg died.
Berg survived.
Berg succumbed.
The victim Berg slept.
The killing of Berg shook us.
The murder of Berg shook us.
They kidnapped Berg.
They shot and wounded Berg.
The dead, including Berg, slept.
"""
OFFICIAL = """
Berg said so.
Berg condemned it.
According to Berg it fell.
It fell, said Berg.
It fell, said Berg, a guard.
Senator Berg slept.
Berg, the mayor, slept.
Berg, a defense minister, slept.
The governor of Oslo, Berg, slept.
"""
UNKNOWN = """
Berg slept.
Berg was not there.
Berg was opened.
Berg the cook slept.
They said that Berg slept.
It fell, said Berg slept.
Berg, in the very long hall of the big old town of that far land, was arrested.
Berg in the very long hall of the big town was arrested.
Berg arrested two men.
Berg slept; he was arrested.
Vitamins helped Berg.
"""


def read(nlp, text):
    found = words(nlp(text))
    at = found.low.index("berg")
    return role(found, at, at + 1)


@pytest.mark.parametrize("text", UNKNOWN.strip().splitlines())
def test_unknown(nlp, text):
    assert read(nlp, text) == "unknown"


@pytest.mark.parametrize("text", SUSPECT.strip().splitlines())
def test_suspect(nlp, text):
    assert read(nlp, text) == "suspect"


@pytest.mark.parametrize("text", VICTIM.strip().splitlines())
def test_victim(nlp, text):
    assert read(nlp, text) == "victim"


@pytest.mark.parametrize("text", OFFICIAL.strip().splitlines())
def test_official(nlp, text):
    assert read(nlp, text) == "official"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The trial of Abdul B. began.", "suspect"),
        ("Abdul B., of the cell, slept.", "suspect"),
        ("Abdul B. slept.", "unknown"),
        ("The trial of Abdul Be. began.", "unknown"),
        ("The trial began. Abdul B. slept.", "unknown"),
    ],
)
def test_a_surname_cut_short(nlp, text, told):
    found = words(nlp(text))
    at = found.low.index("abdul")
    assert role(found, at, at + 2) == told


@pytest.mark.parametrize(
    ("roles", "told"),
    [
        ([], "unknown"),
        (["unknown", "unknown", "official"], "official"),
        (["official", "official", "suspect"], "suspect"),
        (["official", "official", "official", "official", "suspect"], "official"),
        (["victim", "suspect"], "suspect"),
        (["victim", "suspect", "victim"], "victim"),
        (["official", "official", "official", "victim"], "official"),
    ],
)
def test_settled(roles, told):
    assert settled(roles) == told
