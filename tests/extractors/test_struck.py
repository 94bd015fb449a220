"""What its neighbours say of the noun phrase in brackets."""

import pytest

from extractors._struck import role

VICTIM = """
They killed [two men].
They killed at least seven [men].
The killing of a [judge] shook us.
It injured the other [men].
[Men] were killed.
[Men] have been badly wounded.
[Men] died.
[Men] later perished.
[Men] killed in May came.
[Men] killed.
[Men] who were shot fled.
They shot at [men] as killing [others].
"""
OBJECT = """
They attacked the [base].
They attacked a crowded [base].
They set fire to the [base].
They blew up the [base].
A blast in the [base] shook us.
A blast near the old [base] shook us.
Shots were fired at the [base].
They opened fire on the [base].
The [base] attack shook us.
The [base] bombing shook us.
The [base] was bombed.
The [base] has been badly damaged.
The [base] which was hit fell.
A plot against the [base] failed.
Grenades thrown into the [base] burned.
"""
AGENT = """
According to [police] it fell.
It was taken by the [army].
[Police] said so.
[Police] have also arrested two men.
[Police] sources came.
[Police] later confirmed it.
"""
NEITHER = """
The [base] is large.
They slept in the [base].
They killed two men, and the [base] slept.
They killed two men with a [base].
They killed two men who saw the [base].
[Men] killed two others.
They were near the [base].
They attacked.
[Base]
They attacked it\\n\\n[Base] fell.
They attacked it. The [base] fell.
They attacked it from one two three four five six seven [bases].
[Men] had been arrested.
"""


def read(nlp, marked):
    marked = marked.replace("\\n", "\n")
    before, _, rest = marked.rpartition("[")
    inside, _, after = rest.partition("]")
    before = before.replace("[", "").replace("]", "")
    doc = nlp(before + inside + after)
    return role(doc.char_span(len(before), len(before) + len(inside)))


def lines(block):
    return [line for line in block.strip().splitlines() if "[" in line]


@pytest.mark.parametrize("marked", lines(NEITHER))
def test_neither(nlp, marked):
    assert read(nlp, marked) is None


@pytest.mark.parametrize("marked", lines(VICTIM))
def test_victim(nlp, marked):
    assert read(nlp, marked) == "victim"


@pytest.mark.parametrize("marked", lines(OBJECT))
def test_object(nlp, marked):
    assert read(nlp, marked) == "object"


@pytest.mark.parametrize("marked", lines(AGENT))
def test_agent(nlp, marked):
    assert read(nlp, marked) == "agent"
