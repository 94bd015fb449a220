import pytest

from incidents.pipeline.assemble import event as module
from incidents.pipeline.records import INCIDENT_TYPES
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


def test_kinds_of_events_are_types_of_incidents_and_two_that_begin_none():
    assert (module.ATTACK, module.PLOT, module.ARREST) == INCIDENT_TYPES
    assert (module.DETAIL, module.NONE) == ("detail", "none")


def test_origins_are_the_signs_that_weights_know():
    origins = (module.ROW, module.ENTRY, module.TITLE, module.SENTENCE)
    assert origins == ("row", "entry", "title", "sentence")


def test_a_reason_is_empty_until_it_is_judged():
    assert (event().sure, event().reason) == (0.0, "")
