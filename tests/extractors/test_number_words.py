import pytest

from incidents.extractors import _number_words as number_words


@pytest.mark.parametrize(
    ("kind", "word", "worth"),
    [
        pytest.param(number_words.UNIT, "zero", 0, id="unit"),
        pytest.param(number_words.TEN, "ninety", 90, id="ten"),
        pytest.param(number_words.POWER, "dozen", 12, id="power"),
        pytest.param(number_words.VAGUE, "hundreds", 200, id="vague"),
        pytest.param(number_words.PHRASE, "half a dozen", 6, id="phrase"),
        pytest.param(number_words.ORDINAL, "thirtieth", 30, id="ordinal"),
    ],
)
def test_values_from_the_least_on(kind, word, worth):
    found = number_words.values(kind)
    assert found[word] == worth
    assert [*found.values()] == sorted(found.values())


def test_each_unit_has_its_place():
    assert [*number_words.values(number_words.UNIT).values()] == [*range(20)]


def test_bounds():
    found = number_words.bounds()
    assert {found[w] for w in ("at least", "no fewer than")} == {"least"}
    assert set(found.values()) == {"over", "least", "most", "under", "about"}


def test_words_that_make_a_number_no_count():
    assert "km" in number_words.words(number_words.MEASURE)
    assert "flight" in number_words.words(number_words.NAMING)
