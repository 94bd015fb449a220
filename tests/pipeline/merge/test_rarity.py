import pytest

from incidents.pipeline.merge.rarity import alike, common, rare


def test_words_that_many_documents_have_are_not_rare():
    assert rare(frozenset({"police", "sundholm"})) == {"sundholm"}
    assert common()["police"] < common()["basketball"]


@pytest.mark.parametrize(
    ("a", "b", "share"),
    [
        ({"sundholm"}, {"sundholm"}, 1.0),
        ({"sundholm"}, {"vasklot"}, 0.0),
        ({"sundholm"}, set(), 0.0),
    ],
)
def test_alike(a, b, share):
    assert alike(frozenset(a), frozenset(b)) == pytest.approx(share)


def test_what_is_rare_counts_for_more():
    base = {"police", "sundholm"}
    assert alike(frozenset(base), frozenset({"sundholm", "man"})) > alike(
        frozenset(base), frozenset({"police", "man"})
    )
