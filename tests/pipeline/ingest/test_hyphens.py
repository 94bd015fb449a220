import pytest

from incidents.pipeline.ingest.hyphens import is_own


@pytest.mark.parametrize(
    ("word", "following"),
    [
        ("govern", "ment"),
        ("terror", "ism."),
        ("sus", "pects"),
        ("explo", "sives,"),
        ("under", "standing"),
        ("mar", "ket"),
        ("pro", "vince"),
        ("counter-terror", "ism"),
        ("Zlato", "grad"),
    ],
)
def test_a_hyphen_that_only_parts_a_word(word, following):
    assert not is_own(word, following, frozenset())


@pytest.mark.parametrize(
    ("word", "following"),
    [
        ("27-year", "old"),
        ("(27-year", "old)"),
        ("20", "year-old"),
        ("three", "storey"),
        ("twenty", "five"),
        ("anti", "government"),
        ("self", "styled"),
        ("car", "bomb"),
        ("hand", "grenade"),
        ("right", "wing"),
    ],
)
def test_a_hyphen_of_a_compound(word, following):
    assert is_own(word, following, frozenset())


def test_the_document_decides_first():
    assert not is_own("car", "bomb", frozenset(("carbomb",)))
    assert is_own("sus", "pects", frozenset(("sus-pects",)))
    assert is_own("pre", "war", frozenset(), suspended=True)
