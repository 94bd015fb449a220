"""A nationality is a suspect's by the nouns after it, or by a suspect near by."""

import pytest

from incidents.pipeline.assemble.nationals import of_suspect, words_after
from tests.pipeline.assemble.made import found, mention

AGED = {"start": 0, "role": "suspect"}


def is_suspects(text, *told, **said):
    return of_suspect(found(text, "Danish", "NATIONALITY", "DK", **said), told, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two Danish gunmen came.", True),
        ("Two Danish masked gunmen came.", True),
        ("Two Danish nurses fled from gunmen.", False),
        ("The Danish navy came.", False),
    ],
)
def test_by_the_nouns_after_it(text, expected):
    assert is_suspects(text) is expected


def test_by_what_was_read_of_it():
    assert is_suspects("Danish", role="suspect")
    assert is_suspects("Danish", column="0:3")
    assert not is_suspects("Danish", role="victim")


def test_by_a_suspect_near_by():
    text = "Ali, a Danish man, and the Danish"
    suspect = mention("PERSON", "Ali", **AGED)
    assert is_suspects(text, suspect)
    assert not is_suspects(text, mention("PERSON", "Ali", start=0, role="victim"))
    assert not is_suspects(text, mention("DATE", "Ali", **AGED))
    assert not is_suspects("Ali, the Danish navy, the", suspect)
    assert not is_suspects(text, mention("PERSON", "Ali", start=200, role="suspect"))


def test_by_an_age_right_before():
    assert is_suspects("22, a Danish", mention("AGE", "22", **AGED))
    assert not is_suspects("22 of the other Danish", mention("AGE", "22", **AGED))


def test_three_words_after_it():
    text = "The Danish royal household guard sang"
    nationality = found(text, "Danish", "NATIONALITY")
    assert words_after(nationality, text) == ["royal", "household", "guard"]
