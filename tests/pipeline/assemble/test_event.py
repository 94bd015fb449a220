import pytest

from tests.pipeline.assemble.made import event, mention, word


def test_a_word_of_what_did_not_happen_is_not_told():
    happened = word("attack")
    told = event(word("bombing", modality="hypothetical"), happened, mention("DATE"))
    assert told.told() == (happened,)


def test_mentions_of_other_labels_are_not_of_it():
    day, place = mention("DATE", "2021"), mention("PLACE", "Tarn")
    told = event(day, place, mention("GROUP", "Red Front"))
    assert told.of() == ()
    assert told.of("PLACE", "DATE") == (day, place)


@pytest.mark.parametrize(
    ("origin", "structured"),
    [("sentence", False), ("title", False), ("row", True), ("entry", True)],
)
def test_structured(origin, structured):
    assert event(origin=origin).structured is structured
