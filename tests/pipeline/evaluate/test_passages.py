import pytest

from incidents.pipeline.evaluate.measures import Share
from incidents.pipeline.evaluate.passages import right_passages
from tests.pipeline.invented import cite, record

TEXT = "A bomb went off in Vasa. Police said 12 died there.\n\nIn Tarn nobody was hurt."


def right(quote, field="killed", texts=None):
    gold = [record("a", citations=[cite(TEXT, "12 died", "killed")])]
    found = [record("a", citations=[cite(TEXT, quote, field)])]
    shares = right_passages(gold, found, {"a": TEXT} if texts is None else texts)
    return shares["a"]


@pytest.mark.parametrize(
    ("quote", "field", "part"),
    [
        ("12 died there", "killed", 1),
        ("Police", "killed", 1),
        ("Vasa", "killed", 0),
        ("Tarn", "killed", 0),
        ("12 died", "injured", 0),
    ],
)
def test_a_passage_is_right_in_a_sentence_that_gold_cites(quote, field, part):
    assert right(quote, field) == Share(part, 1)


def test_without_the_text_a_citation_must_overlap():
    assert right("Police", texts={}) == Share(0, 1)
    assert right("died there", texts={}) == Share(1, 1)


def test_a_list_s_citation_that_repeats_its_first_value_s_counts_once():
    lists, value = (cite(TEXT, "Vasa", f) for f in ("places", "places[0]"))
    shares = right_passages([], [record("a", citations=[lists, value])], {"a": TEXT})
    assert shares["a"] == Share(0, 1)
