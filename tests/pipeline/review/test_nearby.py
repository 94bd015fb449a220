import pytest

from incidents.pipeline.review.codebook import read_value
from incidents.pipeline.review.folder import Document
from incidents.pipeline.review.nearby import MOST, nearby
from incidents.pipeline.review.state import State
from incidents.pipeline.review.values import Value
from tests.pipeline.review.conftest import Browser
from tests.pipeline.review.runs import TEXT, document, quetta, write_run

DOCUMENT = Document(document(), ())


def mention(words, label, value, text=TEXT, **more):
    start = text.index(words)
    span = {"start": start, "end": start + len(words), "text": words}
    return {**span, "label": label, "value": value, "extractor": "e", **more}


BOMB = mention("bomb", "WEAPON", "x", category="explosives", attack_type="bombing")
CHURCH = {"text": "church", "category": "religious"}
LAHORE = mention("Lahore", "PLACE", "1", country="PK", kind="city")
TALIBAN = mention(
    "Taliban", "GROUP", "taliban", name="Taliban", reached="speech@1:2|claim@3:4"
)
QUETTA = mention("market in Quetta on", "PLACE", "2", country="PK") | {"text": "Quetta"}


def found(mentions, within=None, **values):
    state = State("a", "story", {**quetta(), "outcome": "completed", **values})
    near = nearby(state, DOCUMENT, mentions, within)
    return [(n.value.field, n.value.value) for n in near]


@pytest.mark.parametrize(
    ("told", "value"),
    [
        (TALIBAN, ("groups", {"name": "Taliban", "link": "claimed"})),
        (LAHORE, ("countries", "PK")),
        (LAHORE, ("places", "Lahore")),
        (mention("July 2014", "DATE", "2014-07"), None),  # it has a date
        (mention("church", "TARGET", "religious"), ("targets", CHURCH)),
        (BOMB, ("weapons", {"text": "bomb", "category": "explosives"})),
        (BOMB, ("attack_types", "bombing")),
        (mention("Two men", "SUSPECTS", "2"), ("suspects.count", {"min": 2, "max": 2})),
        (mention("Two men", "INJURED", "2.."), ("injured", {"min": 2, "max": None})),
        (mention("Two men", "INJURED", ""), None),
        (mention("held", "LEGAL", "arrested"), ("legal", "arrested")),
        (mention("held", "LEGAL", "nonsense"), None),
        (mention("Two", "AGE", "19"), ("suspects.ages", 19)),
        (mention("Two", "AGE", "nineteen"), None),
    ],
)  # fmt: skip
def test_what_was_read_is_offered_as_a_value(told, value):
    near = found([told])
    assert near == [] if value is None else value in near
    if value:
        state = State("a", "story", {**quetta(), "outcome": "completed"})
        (offer,) = [
            n
            for n in nearby(state, DOCUMENT, [told])
            if (n.value.field, n.value.value) == value
        ]
        # the form that adds it says the same
        assert read_value(offer.form["field"], offer.form) == value[1]
        (cited,) = offer.value.citations
        assert TEXT[cited["start"] : cited["end"]] == cited["quote"]
        own = [int(offer.form[end]) for end in ("from", "to")]
        assert TEXT[own[0] : own[1]] == told["text"]


def test_a_person_is_offered_with_an_age_and_the_steps_beside_the_name():
    text = "Police held Ida Holm, 31, who was charged. " + "x" * 200 + " convicted"
    ida = mention("Ida Holm", "PERSON", "Ida Holm", text, role="suspect")
    told = [
        ida,
        mention("31", "AGE", "31", text, of=f"{ida['start']}:{ida['end']}"),
        mention("charged", "LEGAL", "charged", text),
        mention("convicted", "LEGAL", "convicted", text),
    ]
    cited = {"start": 0, "end": 6, "quote": "Police"}
    state = State("a", "t", {}, [Value("v", "date", "2014", (cited,))])
    near = nearby(state, Document(document("t", text), ()), told)
    people = [n.value.value for n in near if n.value.field == "suspects.people"]
    whole = {"name": "Ida Holm", "age": 31, "nationality": None, "legal": ["charged"]}
    assert people == [whole]
    victim = nearby(
        state, Document(document("t", text), ()), [ida | {"role": "victim"}]
    )
    assert victim == ()
    place = ida | {"label": "PLACE", "country": "", "value": ""}
    near = nearby(state, Document(document("t", text), ()), [ida, place])
    assert [n.value.field for n in near] == ["places"]


def test_what_the_record_has_is_not_offered():
    assert ("places", "Quetta") not in found([QUETTA])
    assert ("places", "Quetta") in found([QUETTA], places=["Lahore"])


def test_what_it_lacks_goes_first_and_no_more_than_there_are_keys():
    many = [mention("held", "NATIONALITY", code) for code in ("FR", "GB", "DE")]
    told = [*(LAHORE | {"text": f"Place {n}"} for n in range(20)), *many]
    near = found(told)
    assert len(near) == MOST
    assert [name for name, _ in near[:4]].count("suspects.nationalities") == 3


def test_what_the_codebook_has_for_a_type_is_offered_where_an_event_is_told():
    state = State("a", "story", quetta(date_basis=None))
    told = mention("bomb", "EVENT", "bombing")
    near = [n.value for n in nearby(state, DOCUMENT, [told])]
    assert ("outcome", "completed") in [(v.field, v.value) for v in near]
    assert nearby(state, DOCUMENT, []) == ()


def test_words_that_are_selected_offer_what_was_read_in_them_alone():
    start = LAHORE["start"]
    near = found([LAHORE, TALIBAN], within=(start, start + 6))
    assert near == [("countries", "PK"), ("places", "Lahore")]
    assert found([LAHORE], within=(0, 4)) == []


def test_rows_of_a_table_are_far_from_each_other():
    text = "When\tWhere\n2014\tQuetta\n2015\tLahore\n"
    cited = {"start": 11, "end": 15, "quote": "2014"}
    state = State("a", "t", {}, [Value("v", "date", "2014", (cited,))])
    told = [
        mention(name, "PLACE", "1", text, country=code)
        for name, code in (("Quetta", "PK"), ("Lahore", "IN"))
    ]
    near = nearby(state, Document(document("t", text), ()), told)
    assert [n.value.value for n in near] == ["Quetta", "PK"][::-1]
    assert near[0].value.citations[0]["quote"] == "2014\tQuetta"


def test_an_offer_is_added_with_its_sentence_by_one_form(tmp_path, store):
    from incidents.pipeline.review.desk import Desk

    told = {"doc_id": "story", "mentions": [TALIBAN], "left_out": []}
    run = write_run(tmp_path / "run", [document()], [quetta()], mentions=[told])
    desk = Desk(run, store)
    (near,) = nearby(desk.states("final")[0], desk.document("story"), [TALIBAN])
    answer = Browser(desk).post(kind="add", record="story/one", seen="0", **near.form)
    assert answer.status_code == 303
    added = desk.states("final")[0].values[-1]
    assert added.value == {"name": "Taliban", "link": "claimed"}
    (cited,) = added.citations
    assert cited["quote"].startswith("Taliban of") or "Taliban of" in cited["quote"]
    assert TEXT[slice(*cited["focus"])] == "Taliban"
