import pytest

from incidents.pipeline.assemble.offers import Document, offers
from incidents.pipeline.assemble.story import Story
from incidents.pipeline.assemble.who import around, person
from tests.pipeline.assemble.fill.made import context, passage, told

RAID = "a [raid](EVENT raid)"
CAIN = "[Cain](PERSON Cain)"


def seen(*passages, sign=person, kind="PERSON", value="Cain", others=0):
    telling = told(*passages)
    stories = [telling.story, *[Story()] * others]
    found = offers(Document(telling.reader, stories), telling.story)[kind]
    offer = next(o for o in found if o.value == value)
    return {said for near in offer.near for said in sign(offer, near)}


def test_only_of_people():
    made = f"{RAID} on [1 May](DATE 2014-05-01)"
    assert seen(made, kind="DATE", value="2014-05-01") == set()
    made = [passage(RAID), context("x." * 20), context("[1 May](DATE 2014-05-01)")]
    assert seen(*made, sign=around, kind="DATE", value="2014-05-01") == set()


@pytest.mark.parametrize(
    ("made", "parse", "expected"),
    [
        (
            f"The bomber {CAIN} fled",
            "DT/det/2 NN/compound/2 NNP/nsubj/3 VBD/ROOT/3//flee",
            {"called attacker", "nsubj of flee"},
        ),
        (
            f"{CAIN}, a suspect, fled",
            "NNP/nsubj/5 ,/punct/0 DT/det/3 NN/appos/0 ,/punct/0 VBD/ROOT/5//flee",
            {"called suspect", "nsubj of flee"},
        ),
        (
            f"{CAIN} was a nurse",
            "NNP/nsubj/1 VBD/ROOT/1//be DT/det/3 NN/attr/1",
            {"called civilian", "nsubj of be"},
        ),
        (
            f"It was set by {CAIN}",
            "PRP/nsubjpass/2 VBD/auxpass/2 VBN/ROOT/2//set IN/agent/2 NNP/pobj/3",
            {"after by of set"},
        ),
        (
            f"Abel and {CAIN} fled",
            "NNP/nsubj/3 CC/cc/0 NNP/conj/0 VBD/ROOT/3//flee",
            {"nsubj of flee"},
        ),
    ],
)
def test_what_somebody_is_called_and_does(made, parse, expected):
    assert seen(passage(made, parse=parse)) == {"one word", *expected}


FAR = [context("x" * 400 + ".")] * 3


def test_how_far_off_and_what_is_told_between():
    made = [passage(RAID), *FAR, context(CAIN)]
    assert seen(*made, sign=around) == {"told last before", "0 paragraphs off"}
    assert seen(f"{RAID} by {CAIN}", sign=around) == set()
    made = [context(CAIN), *FAR, passage(RAID)]
    assert seen(*made, sign=around) == {"told first after", "0 paragraphs off"}
