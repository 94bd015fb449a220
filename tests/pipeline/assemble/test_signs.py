import pytest

from incidents.pipeline.assemble.signs import signs
from tests.pipeline.assemble.made import event, found, mention, reader, word

#: What is seen of an event that says nothing, far from the head.
BARE = {
    "always",
    "sentence",
    "no event word",
    "no date",
    "no place",
    "no target",
    "nothing before in its paragraph",
    "nothing after in its paragraph",
    "under no heading",
}


def seen(*mentions, **said):
    (found,) = signs(reader(""), [event(*mentions, **{"block": 400} | said)])
    return found


def more(*mentions, **said):
    """What ``mentions`` add to a bare event, and what they take away."""
    found = seen(*mentions, **said)
    return found - BARE | {f"-{lost}" for lost in BARE - found}


def test_an_event_that_says_nothing():
    assert seen() == BARE


@pytest.mark.parametrize(
    ("told", "gives"),
    [
        pytest.param(
            word("bombing", modality="fear", reference="new", agent="state"),
            {"attack fear", "-no event word"},
            id="what did not happen is not spoken of as anything",
        ),
        pytest.param(
            mention("LEGAL", "charged", negated="1", reached="court@1:2"),
            {"step negated", "-no event word"},
            id="no step",
        ),
        pytest.param(
            mention("LEGAL", "charged", hypothetical="1"),
            {"step hypothetical", "-no event word"},
            id="a step to come",
        ),
        pytest.param(
            mention("LEGAL", "charged", reached="court@1:2"),
            {"step charged", "step", "court of a step", "-no event word"},
            id="a step",
        ),
        pytest.param(
            word("bombing", reached="hedge@1:2|claim@3:4"),
            {
                "word bombing",
                "attack word",
                "attack happened",
                "hedge of a word",
                "claim of a word",
                "-no event word",
            },
            id="cues of a word",
        ),
        pytest.param(
            word("plot", "plot", reference="definite", number="plural", agent="state"),
            {
                "word plot",
                "plot word",
                "plot happened",
                "definite plot",
                "plural plot",
                "state plot",
                "-no event word",
            },
            id="how a word is spoken of",
        ),
        (mention("DATE", "2021"), {"date to the year", "-no date"}),
        (mention("DATE", "2021-03"), {"date to the month", "-no date"}),
        (mention("DATE", "2021-03-04"), {"date to the day", "-no date"}),
        (mention("DATE", "2021-03/2021-05"), {"date to the interval", "-no date"}),
        (mention("PLACE", kind="city"), {"place city", "-no place"}),
        (mention("PLACE"), {"place name", "-no place"}),
        (mention("TARGET"), {"target named", "-no target"}),
        (mention("TARGET", object="1"), {"target struck", "-no target"}),
        (mention("TARGET", object="1", victim="1"), {"target victim", "-no target"}),
        (
            mention("TARGET", generic="1"),
            {"target named", "generic target named", "-no target"},
        ),
        (mention("WEAPON"), {"weapon"}),
        (mention("WEAPON", weak="1"), {"weapon by manner"}),
        (
            mention("KILLED", aggregate="1"),
            {"killed", "killed aggregate", "victims alone"},
        ),
        (mention("CASUALTIES", total="1"), {"casualties", "casualties total"}),
        (mention("SUSPECTS", implied="1"), {"suspects", "suspects implied"}),
        (mention("PERSON", earlier="1"), {"person", "person earlier"}),
        (mention("AGE", role="suspect"), {"age", "age role suspect"}),
        (mention("NATIONALITY", negated="1"), {"nationality", "nationality negated"}),
        (mention("INJURED", shot="1"), {"injured", "injured shot", "victims alone"}),
        (mention("GROUP"), {"group"}),
        (mention("HOSTAGES"), {"hostages"}),
        (mention("DISTANCE"), set()),
    ],
)
def test_own(told, gives):
    assert more(told) == gives


def test_where_it_stands():
    assert more(block=399) == {"at the head"}
    assert more(origin="title") == {"title", "-sentence"}
    assert more(listed=True) == {"item"}


STEP = mention("LEGAL", "charged")


@pytest.mark.parametrize(
    ("told", "gives"),
    [
        ([word()], set()),
        ([word(), mention("LEGAL", negated="1")], set()),
        ([word(), mention("LEGAL", hypothetical="1")], set()),
        ([word(), word("plot", "plot", modality="fear")], set()),
        ([word(), STEP], {"attack + step"}),
        ([word(), mention("INJURED")], {"attack + victims"}),
        ([word(), mention("KILLED")], {"attack + victims"}),
        ([STEP, mention("PERSON")], {"people + step"}),
        ([STEP, mention("SUSPECTS")], {"people + step"}),
        ([STEP, word("plot", "plot"), mention("GROUP")], {"group + plot + step"}),
    ],
)
def test_what_stands_together(told, gives):
    assert {s for s in seen(*told) if " + " in s} == gives


def test_a_group_named_anywhere_in_the_document():
    (found,) = signs(reader("", mention("GROUP")), [event(block=400)])
    assert found == BARE | {"document names a group"}


def near(before, event_, after):
    found = signs(reader(""), [before, event_, after])[1]
    return {s for s in found if s.partition(":")[0] in ("before", "after")}


def test_neighbours_of_another_paragraph_say_nothing():
    other = event(word(), mention("DATE", "2021"), block=9)
    assert near(other, event(), other) == set()


def test_neighbours_of_its_paragraph_are_told_apart():
    before = event(word(modality="fear"), mention("KILLED"), mention("LEGAL"))
    after = event(word(), mention("DATE"), mention("GROUP"))
    assert near(before, event(), after) == {
        "before: killed",
        "before: legal",
        "after: event",
        "after: date",
        "after: group",
    }
    both = event(mention("INJURED"), mention("SUSPECTS"), mention("PLACE"))
    assert near(both, event(), event(block=3)) == {
        "before: injured",
        "before: suspects",
    }
    first, _ = signs(reader(""), [event(), both])
    assert "nothing before in its paragraph" in first
    assert "nothing after in its paragraph" not in first


def test_what_the_heading_names_and_says():
    text = "The attack of ETA\n\nHe came."
    named = [found(text, "ETA", "GROUP"), found(text, "attack", "EVENT")]
    parse = " ".join(f"X/dep/{n}" for n in range(8))
    (under,) = signs(reader(text, *named, parse=parse), [event(block=400, section=0)])
    assert {sign for sign in under if sign.startswith("heading")} == {
        "heading: group",
        "heading: event",
        "heading: eta",
        "heading: attack",
    }
    assert "under no heading" not in under
