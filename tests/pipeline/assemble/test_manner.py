import pytest

from incidents.pipeline.assemble.manner import assassinates, manners
from incidents.pipeline.assemble.offers import Document
from tests.pipeline.assemble.fill.made import passage, told

SHOT = "[shot](EVENT shot; attack_type=armed_assault)"
KILLED = "[killed](EVENT killed; kind=attack)"
TAKEN = "[took](EVENT took; kind=attack; attack_type=kidnapping)"
BOMB = "a [bomb](WEAPON bomb; attack_type=bombing; category=explosives)"


def read(*passages):
    telling = told(*passages)
    return dict(manners(Document(telling.reader, [telling.story]), telling.story))


def test_types_that_words_tell():
    found = read(f"They {SHOT} with {BOMB}")
    assert found.keys() == {"armed_assault", "bombing"}
    assert {"told", "told by event", "told first", "2 types told"} <= found[
        "armed_assault"
    ]
    assert "told by weapon" in found["bombing"]
    assert "told first" not in found["bombing"]
    assert {
        "bombing: word shot",
        "bombing: weapon explosives, named",
        "bombing: story of attack",
        "bombing: told armed_assault",
    } <= found["bombing"]


def test_a_detail_tells_none():
    assert read("It was.", passage(f"They {SHOT}", "detail")) == {}


@pytest.mark.parametrize(
    ("whom", "sign"),
    [
        ("[Cain](PERSON Cain; role=victim)", "person victim"),
        ("[a judge](TARGET government; victim=1)", "target victim government"),
        ("[him](KILLED 1)", "killed one"),
    ],
)
def test_who_was_attacked_may_tell_one(whom, sign):
    found = read(f"They [hit](EVENT hit) {whom}")
    assert found.keys() == {"assassination"}
    assert {"not told", "0 types told", f"assassination: {sign}"} <= found[
        "assassination"
    ]


def test_other_victims_tell_none():
    assert read("They [hit](EVENT hit) [an inn](TARGET business; object=1)") == {}
    assert read("They [hit](EVENT hit) [six](KILLED 6)") == {}


def test_a_rare_type_has_its_own_words_only():
    plane = "[took](EVENT took; attack_type=hijacking)"
    assert read(plane)["hijacking"] == {
        "always",
        "type hijacking",
        "1 types told",
        "told",
        "told by event",
        "told first",
    }


def test_what_the_victim_is_of_the_event_word():
    parse = "PRP/nsubj/1 VBD/ROOT/1 NNP/dobj/1"
    made = passage(f"They {SHOT} [Cain](PERSON Cain; role=victim)", parse=parse)
    assert "assassination: person dobj of the event word" in read(made)["assassination"]


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        (f"They {KILLED} [a judge](TARGET government; head=judge; victim=1)", True),
        (f"They {KILLED} [two judges](TARGET government; head=judges; victim=1)", True),
        (f"They {KILLED} [a guard](TARGET police; head=guard; victim=1)", False),
        (f"They {KILLED} by [a judge](TARGET government; head=judge)", False),
        (f"They {TAKEN} [a judge](TARGET government; head=judge; victim=1)", False),
        ("They saw [a judge](TARGET government; head=judge; victim=1)", False),
    ],
)
def test_who_is_chosen_for_an_office(marked, said):
    assert assassinates(told(marked).story) is said
