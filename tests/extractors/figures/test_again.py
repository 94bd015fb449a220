"""Figures that are given again without the word of harm."""

import pytest

from incidents.extractors import figures


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nurses counted 14 dead; the army put the number at nine.", "14 9?army"),
        ("Nurses counted 14 dead. The army put it at nine.", "14 9?army"),
        ("Three men were killed; by night the figure stood at seven.", "3 7?"),
        ("Three men were killed. The count had risen to 7 by Sunday.", "3 7?"),
        ("Nurses said 28 were killed and the mayor said 35.", "28 35?mayor"),
        ("Nurses said two were hurt. The mayor said five, but left.", "2 5?mayor"),
    ],
)
def test_again(nlp, text, told):
    assert shown(nlp(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Three men were killed. He said two.",
        "Three men were killed. The mayor said 12 suspects fled.",
        "Three men were killed. The mayor said 14 May was dark.",
        "Three men were killed. The number of suspects stood at seven.",
        "Three men were killed. He put it at the gate.",
        "Three men were killed.\n\nThe mayor said two.",
        "Three men were killed. "
        + "It was a market day there. " * 6
        + "Aides said two.",
    ],
)
def test_what_is_of_something_else(nlp, text):
    assert shown(nlp(text)) == "3"


def test_nothing_was_told_before(nlp):
    assert shown(nlp("The mayor said two. The count stood at seven.")) == ""


def shown(doc):
    """Each figure in order; of those that are given again, by whom."""
    found = figures.extract(doc, None)
    return " ".join(
        f"{m.value}?{m.get('source') or ''}" if m.get("again") else m.value
        for m in found
    )
