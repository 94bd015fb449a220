import pytest

from incidents.pipeline.assemble.fill.targets import targets
from tests.pipeline.assemble.fill.made import bare, shown, told

MOSQUE = "[old mosque](TARGET religious; object=1)"


def read(*passages, kind="attack"):
    telling = told(*passages)
    incident, citations = targets(telling, bare(kind))
    return [(t.text, t.category) for t in incident.targets], shown(telling, citations)


def test_an_arrest_has_none():
    assert read(f"hit the {MOSQUE}", kind="arrest") == ([], [])


def test_each_is_cited_by_its_own_words():
    assert read(f"hit [an inn](TARGET; victim=1) and the {MOSQUE}") == (
        [("an inn", "unknown"), ("old mosque", "religious")],
        [("targets[0]", "an inn"), ("targets[1]", "old mosque")],
    )


def test_of_two_in_shared_words_the_surer():
    hall = "a [mosque hall](TARGET police; object=1)"
    assert read(f"{hall}, the {MOSQUE}")[0] == [("old mosque", "religious")]


def test_small_words_are_not_shared():
    inns = "[the inn](TARGET business; object=1), [the fort](TARGET military; object=1)"
    assert len(read(inns)[0]) == 2


def test_three_at_most():
    names = ("inns", "forts", "bars", "vans")
    marked = ", ".join(f"[{name}](TARGET other; object=1)" for name in names)
    assert [text for text, _ in read(marked)[0]] == ["inns", "forts", "bars"]


@pytest.mark.parametrize(
    ("beside", "category"),
    [
        (", [a judge](TARGET government)", "government"),
        (", [an owl](TARGET unknown)", "unknown"),
        (", says [a judge](TARGET government)", "unknown"),
        (", a former judge of the high court", "government"),
    ],
)
def test_of_somebody_named_the_category_of_what_stands_beside(beside, category):
    made = f"shot [Cain](PERSON Cain; victim=1){beside}"
    assert read(made)[0] == [("Cain", category)]


def test_an_office_told_elsewhere_is_theirs():
    made = "shot [Cain](PERSON Cain; victim=1). The judge Cain was old."
    assert read(made)[0] == [("Cain", "government")]


def test_else_it_is_not_known():
    assert read("shot [Cain](PERSON Cain; victim=1)")[0] == [("Cain", "unknown")]
