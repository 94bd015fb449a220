"""What cues and grammar say of an event word, without a model."""

import pytest

from incidents.extractors.mention import Mention, pack
from incidents.pipeline.assemble.realis import HAPPENED, realis, was_taken


def word(*categories, modality=None):
    reached = "|".join(f"{c}@0:3" for c in categories) or None
    given = pack(reached=reached, modality=modality)
    return Mention(10, 16, "EVENT", "attack", "attack", "test", given)


@pytest.mark.parametrize("cue", ["speech", "hedge", "claim", "court", "motive"])
def test_who_tells_it_does_not_make_it_unreal(cue):
    assert realis(word(cue)) == HAPPENED


@pytest.mark.parametrize(
    ("cue", "told"),
    [
        ("refuted", "denied"),
        ("negation", "denied"),
        ("fiction", "fiction"),
        ("exercise", "exercise"),
        ("threat", "threatened"),
        ("fear", "feared"),
        ("hypothetical", "supposed"),
        ("planned", "planned"),
        ("attempt", "attempted"),
    ],
)
def test_a_cue_says_how_it_is_told(cue, told):
    assert realis(word("speech", cue)) == told


@pytest.mark.parametrize(
    ("modality", "told"),
    [
        ("negated", "denied"),
        ("hypothetical", "supposed"),
        ("threat", "threatened"),
        ("generic", "general"),
    ],
)
def test_the_words_own_grammar_says_so_too(modality, told):
    assert realis(word(modality=modality)) == told


def test_what_is_planned_in_a_novel_is_fiction_and_what_is_denied_there_denied():
    assert realis(word("planned", "fiction")) == "fiction"
    assert realis(word("fiction", "negation")) == "denied"


@pytest.mark.parametrize(
    ("said", "taken"),
    [({}, True), ({"negated": "1"}, False), ({"hypothetical": "1"}, False)],
)
def test_a_step_that_is_denied_or_awaited_was_not_taken(said, taken):
    step = Mention(0, 7, "LEGAL", "charged", "charged", "test", pack(**said))
    assert was_taken(step) is taken
