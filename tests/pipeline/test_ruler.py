"""What the ruler matches, remembered: the same as it matches by itself."""

import pytest
import spacy

from incidents.pipeline.model import MODEL
from incidents.pipeline.parse import load
from incidents.pipeline.ruler import Remembering, hasten

#: A token by its form, two tokens, two patterns of one rule, what no token is known by.
RULES = (
    ([[{"LOWER": "bombs"}]], {"LEMMA": "bomb"}, 0),
    ([[{"LOWER": "gon"}, {"LOWER": "na"}]], {"LEMMA": "to"}, 1),
    ([[{"LOWER": "gets"}], [{"LOWER": "got"}]], {"LEMMA": "get"}, 0),
    ([[{"SHAPE": "dddd"}]], {"LEMMA": "year"}, 0),
    ([[{"IS_SPACE": True}]], {"LEMMA": " "}, 0),
    ([[{"LOWER": "bombs", "TAG": {"IN": ["NNS", "VBZ"]}}]], {"POS": "NOUN"}, 0),
)
TEXTS = (
    "",
    "Bombs, bombs  and 2014: they gon na get what he got.\n",
    "na gon 2015 gets BOMBS 2014",
)


def ruled(hastened):
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    for patterns, attributes, at in RULES:
        ruler.add(patterns, attributes, at)
    if hastened:
        hasten(nlp)
    return nlp


def told(nlp, text):
    doc = nlp(text)
    return [(t.lemma_, t.pos_, t.tag_, t.dep_, str(t.morph)) for t in doc]


def test_tokens_are_told_alike_also_the_second_time():
    own, hastened = ruled(False), ruled(True)
    for text in TEXTS * 2:
        assert told(hastened, text) == told(own, text)
    assert ("bomb", "", "", "", "") in told(hastened, TEXTS[1])
    assert ("to", "", "", "", "") in told(hastened, TEXTS[1])


def test_a_tag_makes_it_another_kind_of_token():
    nlp = ruled(True)
    doc = nlp.make_doc("bombs bombs")
    doc[1].tag_ = "NNS"
    ruler = nlp.get_pipe("attribute_ruler")
    assert [t.pos_ for t in ruler(doc)] == ["", "NOUN"]


def test_what_is_remembered_has_an_end(monkeypatch):
    monkeypatch.setattr("incidents.pipeline.ruler._MOST", 2)
    nlp = ruled(True)
    known = nlp.get_pipe("attribute_ruler").matcher._known
    for word in ("one", "two", "three", "four", "five", "six"):
        nlp(word)
        assert len(known) <= 3


def test_a_model_without_a_ruler_is_left_as_it_is():
    nlp = spacy.blank("en")
    hasten(nlp)
    assert nlp.pipe_names == []


@pytest.mark.model
def test_the_model_tags_alike():
    own, hastened = spacy.load(MODEL), load()
    text = (
        "He'd gone; they weren't gonna say it's that. You got what she's been doing:\n"
        "the U.S. does have had it, and nothing was done about what I may do to you."
    )
    assert isinstance(hastened.get_pipe("attribute_ruler").matcher, Remembering)
    for _ in range(2):
        assert told(hastened, text) == told(own, text)
