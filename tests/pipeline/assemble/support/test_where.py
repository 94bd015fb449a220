"""A country is told by a place of it, its people, or its very name."""

import pytest

from incidents.pipeline.assemble.support import where
from incidents.pipeline.records import Derivation
from tests.pipeline.assemble.support.made import case
from tests.pipeline.assemble.support.marks import HIT

RIGA = "[Qorbuk](PLACE 1; country=LV)"


def bears(code, *quotes, **more):
    return where.country(code, case("countries", *quotes, **more))


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        pytest.param("LV", "A bomb hit Qorbuk.", id="no place"),
        pytest.param("EE", f"A bomb hit {RIGA}.", id="a place of another"),
        pytest.param("LV", "A [thing](WEAPON x; country=LV).", id="no mention of one"),
        pytest.param("OM", "A woman from Roman ruins.", id="within a word"),
        pytest.param("US", "It told us.", id="no capitals"),
        pytest.param("US", "The RUS team.", id="within capitals"),
        pytest.param("US", "The R.US team.", id="after a stop"),
        pytest.param("US", "The USX team.", id="the beginning of capitals"),
        pytest.param("XX", "A bomb.", id="no country"),
        *(
            pytest.param("LV", f"[Maybe](CUE {c}) {HIT} {RIGA}.", id=c)
            for c in "refuted exercise fiction fear hypothetical planned threat".split()
        ),
    ],
)
def test_no_country(code, marked):
    assert not bears(code, marked)


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        pytest.param("LV", f"A bomb hit {RIGA}.", id="a place"),
        pytest.param("LV", "The [Qorbi](NATIONALITY LV) came.", id="its people"),
        pytest.param("LV", "In latvia.", id="its name"),
        pytest.param("LV", "Latvian towns.", id="a word for its people"),
        pytest.param("US", "In the US.", id="short"),
        pytest.param("GB", "The United\nKingdom.", id="a name over two lines"),
    ],
)
def test_a_country(code, marked):
    assert bears(code, marked)


def test_the_place_at_the_focus():
    marked = f"From {RIGA} to [Qom](PLACE 2; country=IR)."
    assert bears("IR", marked, focus="Qom")
    assert not bears("LV", marked, focus="Qom")


def test_one_quote_of_it_is_enough():
    assert bears("LV", "A bomb fell.", f"It hit {RIGA}.")
    assert bears("LV", "A bomb fell.", "It hit Latvia.")


def test_a_column_under_the_name_of_a_country():
    column = Derivation("column", 0, 6)
    assert bears("LV", "Latvia: a bomb", cited="a bomb", derived=column)
    assert not bears("LV", "Latvia: a bomb", cited="a bomb", derived="column")
    assert not bears("EE", "Latvia: a bomb", cited="a bomb", derived=column)


@pytest.mark.parametrize("code", ["CD", "CG", "C", ""])
def test_a_word_for_two_countries_tells_neither(code):
    assert not bears(code, "Congolese men.")


FROM = "[from](CUE origin; reach=from Zugdut)"
ELSEWHERE = "[Zugdut](PLACE 2; country=EE)"


@pytest.mark.parametrize(
    "marked",
    [
        f"A man {FROM} {ELSEWHERE} {HIT} {RIGA}.",
        f"An [Estonian](NATIONALITY EE) consul was {HIT} in {RIGA}.",
        f"Estonia's consul was {HIT} in {RIGA}.",
    ],
)
def test_a_country_of_another_role_beside_that_of_the_event(marked):
    assert not bears("EE", marked)
    assert bears("LV", marked)


def test_a_country_that_somebody_is_named_like():
    also = {"Zugdut": "PLACE 2; country=EE", "Ida Zugdut": "PERSON Ida Zugdut"}
    assert not bears("EE", f"Ida Zugdut was {HIT} in {RIGA}.", also=also)


def test_a_country_told_by_its_people_alone():
    assert bears("EE", f"An [Estonian](NATIONALITY EE) consul was {HIT}.")
    assert bears("EE", f"A man {FROM} {ELSEWHERE} was {HIT}.")
    marked = f"An [Estonian](NATIONALITY EE) was {HIT} in [Riga](PLACE)."
    assert bears("EE", marked)
