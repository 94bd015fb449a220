import pytest

from incidents.pipeline.recase import recase, shouted, unshout, words_of
from incidents.pipeline.segment import segment

#: What a model's lemmatizer would give for the sentences here.
WORDS = frozenset(
    """bomb explode in the town guerrilla kill mayor police report a attack on bus say
    he be member of leader lima castro department hospital near school march the men
    murder said""".split()
)


@pytest.mark.parametrize(
    ("shouting", "natural"),
    [
        pytest.param(
            "THE BOMBS EXPLODED IN USULUTAN.  POLICE REPORTED AN ATTACK.",
            "The bombs exploded in Usulutan.  Police reported an attack.",
            id="sentences, endings, an unknown word",
        ),
        pytest.param(
            "GUERRILLAS KILLED MAYOR OVIDIO CASTRO NEAR SANTA ELENA.",
            "Guerrillas killed Mayor Ovidio Castro near Santa Elena.",
            id="title, name of known and unknown words, saint",
        ),
        pytest.param(
            "MEN ON A BUS NEAR LA LIBERTAD SAID THE COLOMBIAN POLICE MURDERED HIM.",
            "Men on a bus near La Libertad said the Colombian police murdered him.",
            id="article of a name, nationality",
        ),
        pytest.param(
            "ON 3 MARCH, A MARCH; ON MONDAY, 4 MAY.",
            "On 3 March, a march; on Monday, 4 May.",
            id="months beside a figure",
        ),
        pytest.param(
            "MEMBERS OF THE SHINING PATH AND THE FARC, AND A LEADER [KXQ].",
            "Members of the Shining Path and the FARC, and a leader [KXQ].",
            id="groups as printed, unknown acronym",
        ),
        pytest.param(
            "ATTACK ON THE\nSHINING PATH'S BUS IN LIMA",
            "Attack on the\nShining Path's bus in Lima",
            id="over a line, possessive, a capital that is a word",
        ),
    ],
)
def test_recase(shouting, natural):
    assert recase(shouting, WORDS) == natural


@pytest.mark.parametrize(
    "text", ["İSTANBUL ﬁ STRAẞE ΣΊΣΥΦΟΣ ǅ", "", "\x0c 12 ´", "A" * 5000, "ŉ ΐ ﬀ"]
)
def test_no_letter_moves(text):
    for lexicon in (WORDS, frozenset()):
        natural = recase(text, lexicon)
        assert len(natural) == len(text)
        assert [c.casefold() for c in natural] == [c.casefold() for c in text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A BOMB EXPLODED IN THE TOWN TODAY.", True),
        ("A bomb exploded in the town today.", False),
        ("BOMB, 3 MAY", False),  # too little to tell
        ("A BOMB EXPLODED IN THE TOWN, SAID his cousin the mayor", False),
    ],
)
def test_shouted(text, expected):
    assert shouted(text) is expected


def test_a_heading_in_capitals_is_left(nlp):
    text = (
        "BOMB KILLS THREE IN THE TOWN OF TARN\n\nThe mayor said that a bomb went off."
    )
    assert unshout(text, segment(text), nlp) == text


def test_a_text_without_capitals_is_read_anew(nlp):
    text = "gunmen burned two mills near oporto, portugal, on 3 may 2016.\n"
    natural = unshout(text, segment(text), nlp)
    assert natural == "Gunmen burned two mills near oporto, Portugal, on 3 May 2016.\n"
    assert unshout("A" + text, segment("A" + text), nlp) == "A" + text
    assert unshout("3 may, lisbon", segment("3 may, lisbon"), nlp) == "3 may, lisbon"


def test_only_blocks_in_capitals_are_read_anew(nlp):
    text = "THE BOMB EXPLODED IN THE TOWN AND THE POLICE CAME LATE.\n\nby A. Writer\n"
    text = text + "\n" + text[:56].replace("BOMB", "BUS ") * 2
    natural = unshout(text, segment(text), nlp)
    assert natural != text
    assert natural.casefold() == text.casefold()
    assert "by A. Writer" in natural


def test_a_tokeniser_has_no_words(nlp):
    assert words_of(nlp) == frozenset()


@pytest.mark.model
def test_the_model_finds_the_names_again(trained):
    text = (
        "PRESIDENT OVIDIO ZAMBRANO SAID THAT TWO MEN WERE KILLED IN BOGOTA ON MONDAY."
    )
    natural = recase(text, words_of(trained))
    found = {e.text: e.label_ for e in trained(natural).ents}
    assert found["Ovidio Zambrano"] == "PERSON"
    assert found["Bogota"] == "GPE"
