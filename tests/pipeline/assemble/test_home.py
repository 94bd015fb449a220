import pytest

from incidents.pipeline.assemble.home import at_home
from tests.pipeline.assemble.made import found, reader

TAKEN = "Kenyan police charged a miller"


def homes(text, *more, nationality="Kenyan", value="KE"):
    known = found(text, nationality, "NATIONALITY", value)
    step = found(text, "charged", "LEGAL", "charged")
    mentions = tuple(sorted([known, step, *more]))
    near = reader(text, *mentions)
    return [(m.text, m.get("country")) for m in at_home(near, mentions)]


@pytest.mark.parametrize(
    "text",
    ["Kenyan millers were charged", "Kenyan. The police charged", "a Kenyan charged"],
)
def test_only_of_those_who_act_at_home(text):
    assert homes(text) == []


def test_a_place_that_is_named_is_enough():
    text = f"{TAKEN} in Oslo"
    assert homes(text, found(text, "Oslo", "PLACE", "1")) == []


def test_no_step_no_home():
    known = found(TAKEN, "Kenyan", "NATIONALITY", "KE")
    assert at_home(reader(TAKEN, known), (known,)) == ()


def test_a_nationality_of_two_countries_is_none():
    text = "Congolese police charged a miller"
    assert homes(text, nationality="Congolese", value="") == []


def test_police_act_in_their_own_country():
    assert homes(TAKEN) == [("Kenyan", "KE")]
    assert homes("A Kenyan appeals court charged him") == [("Kenyan", "KE")]
