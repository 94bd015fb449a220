"""Verbs that tell of violence by the weapon beside them; the verb in brackets."""

import pytest

from incidents.extractors._armed import several, strikes, struck_with

OBJECT = """
fired: They [fired] two rockets.
fired: Two rockets were [fired] at noon.
fired: Rockets [fired] at noon fell.
thrown: They [threw] a petrol bomb.
thrown: A stick was [thrown].
planted: Men [left] a large bomb.
bomb: A car bomb was [found].
hostage: They [took] six men hostage.
premises: They [seized] the old embassy.
deed: They [planned] to blow up a train.
"""
NO_OBJECT = """
fired: They [fired] two clerks.
fired: They [fired] a clerk. Rockets fell.
fired: The rocket men [fired] clerks.
thrown: The party was [thrown] at dusk.
planted: Men [left] the town.
bomb: The man was [found].
hostage: They [took] six loaves.
deed: They [planned] to open a shop.
"""
SUBJECT = """
armed: A bomb [damaged] the shop.
armed: The shop was [damaged] by a big bomb.
armed: The shop was [damaged] with dynamite.
fired: A mortar shell [landed] there.
"""
NO_SUBJECT = """
armed: Rain [damaged] the shop.
armed: The shop was [damaged] by rain.
armed: The shop was [damaged] by rain. A bomb fell.
armed: It [damaged] the bomb.
fired: The plane [landed] there.
"""


def bracketed(nlp, marked):
    """The words in brackets, in their sentence."""
    before, _, rest = marked.partition("[")
    inside, _, after = rest.partition("]")
    doc = nlp(before + inside + after)
    return doc.char_span(len(before), len(before) + len(inside))


def lines(block):
    return [line.partition(": ")[::2] for line in block.strip().splitlines()]


@pytest.mark.parametrize(("thing", "marked"), lines(OBJECT))
def test_struck_with(nlp, thing, marked):
    assert struck_with(bracketed(nlp, marked), thing)


@pytest.mark.parametrize(("thing", "marked"), lines(NO_OBJECT))
def test_not_struck_with(nlp, thing, marked):
    assert not struck_with(bracketed(nlp, marked), thing)


@pytest.mark.parametrize(("thing", "marked"), lines(SUBJECT))
def test_strikes(nlp, thing, marked):
    assert strikes(bracketed(nlp, marked), thing)


@pytest.mark.parametrize(("thing", "marked"), lines(NO_SUBJECT))
def test_does_not_strike(nlp, thing, marked):
    assert not strikes(bracketed(nlp, marked), thing)


def test_several(nlp):
    assert several(bracketed(nlp, "They [left] dozens of bombs."))
    assert not several(bracketed(nlp, "They [left] two bombs by many roads."))
