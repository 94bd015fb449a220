"""How many suspects, from where and how old: of them, and not of those they hurt."""

import pytest

from incidents.pipeline.assemble.support import suspects
from tests.pipeline.assemble.support.made import case
from tests.pipeline.assemble.support.marks import HIT, NOT_TRUE, TO_COME

TWO = "[Two men](SUSPECTS 2)"
IDA, JON, KAI = (f"[{n}](PERSON {n})" for n in ("Ida", "Jon", "Kai"))


def counts(value, *quotes, **more):
    low, high = value if isinstance(value, tuple) else (value, value)
    return suspects.counts(low, high, case("suspects.count", *quotes, **more))


@pytest.mark.parametrize(
    ("value", "marked"),
    [
        pytest.param(2, "Two men.", id="read as nobody"),
        pytest.param(3, f"{TWO} came.", id="another number"),
        pytest.param((2, None), f"{TWO} came.", id="open above"),
        pytest.param((None, 2), f"{TWO} came.", id="open below"),
        pytest.param(2, "[Two died](KILLED 2).", id="victims"),
        pytest.param(2, "[Two died](KILLED 2; role=victim).", id="victims by role"),
        pytest.param(2, "[Two hurt](INJURED 2; role=attacker).", id="hurt"),
        pytest.param(1, "A day.", id="nobody"),
        pytest.param(1, f"{TWO} came.", id="one of several"),
        pytest.param(2, f"{IDA} came.", id="one named"),
        pytest.param(2, f"{IDA}, {JON} and {KAI}.", id="three named"),
        pytest.param((2, 4), f"{IDA}, {JON} and {KAI}.", id="to more than are named"),
        pytest.param((4, None), f"{IDA}, {JON} and {KAI}.", id="more than are named"),
        pytest.param(2, f"{IDA} came. {IDA} shot.", id="one named twice"),
        pytest.param(2, f"{IDA} [J](PERSON J; role=victim).", id="a victim named"),
        pytest.param(2, f"{IDA} [J](PERSON J; role=official).", id="official named"),
        pytest.param((None, None), "[Men](SUSPECTS) came.", id="no number"),
        pytest.param(0, "A day.", id="none"),
    ],
)
def test_not_so_many(value, marked):
    assert not counts(value, marked)


@pytest.mark.parametrize(
    ("value", "marked"),
    [
        pytest.param(2, f"{TWO} came.", id="as read"),
        pytest.param((2, None), "[Two or more](SUSPECTS 2..).", id="open above"),
        pytest.param(2, "[Two died](KILLED 2; role=attacker).", id="who died"),
        pytest.param(5, f"{TWO}, [three women](SUSPECTS 3).", id="sum"),
        pytest.param((2, 3), f"{TWO} or [three](SUSPECTS 3).", id="spread"),
        pytest.param(3, f"{IDA}, {JON} and {KAI}.", id="so many named"),
        pytest.param((2, None), f"{IDA}, {JON} and {KAI}.", id="and more named"),
        pytest.param((2, 3), f"{IDA}, {JON} and {KAI}.", id="up to all named"),
        pytest.param((3, None), f"{IDA}, {JON} and {KAI}.", id="so many and more"),
        pytest.param((1, 2), f"[One](SUSPECTS 1): {IDA} and {JON}.", id="to all named"),
        pytest.param(1, f"{IDA} came.", id="one named"),
        pytest.param(1, "[One](SUSPECTS 1) of them.", id="one"),
        pytest.param(1, "[One](SUSPECTS 1), [Dane](NATIONALITY DK).", id="one, told"),
        *(
            pytest.param(1, f"A man, [so]({label} x).", id=f"one by {label}")
            for label in ("AGE", "NATIONALITY", "PERSON")
        ),
        pytest.param(1, "[A man](SUSPECTS).", id="one by SUSPECTS"),
    ],
)
def test_so_many(value, marked):
    assert counts(value, marked)


def test_one_by_a_word_for_somebody_only():
    assert not counts(1, "It was [hit](EVENT x) in [Riga](PLACE 1).")


def test_figures_of_several_quotes():
    quotes = f"{TWO} came.", "[Three](SUSPECTS 3) left."
    assert counts(5, *quotes)
    assert counts((2, 3), *quotes)
    assert not counts(4, *quotes)
    assert counts(2, f"{IDA} came.", f"{JON} left.")


def test_the_number_at_the_focus():
    marked = f"{TWO} of [nine](SUSPECTS 9)."
    assert counts(9, marked, focus="nine")
    assert not counts(2, marked, focus="nine")


def is_from(code, *quotes, **more):
    return suspects.nationality(code, case("suspects.nationalities", *quotes, **more))


DANE = "[Danish](NATIONALITY DK)"


@pytest.mark.parametrize(
    ("code", "marked", "more"),
    [
        pytest.param("DK", "A Danish man.", {}, id="read as nothing"),
        pytest.param("SE", f"A {DANE} man.", {}, id="of another"),
        pytest.param("IR", "In [Qom](PLACE 1; country=IR).", {}, id="in a place"),
        pytest.param("DK", "[D](AGE DK) [E](WEAPON x; country=DK)", {}, id="no word"),
        pytest.param(
            "DK",
            f"Two {DANE} men died.",
            {"also": {"Two Danish men died": "KILLED 2; role=victim"}},
            id="who died",
        ),
        pytest.param(
            "DK",
            f"Two {DANE} men fell.",
            {"also": {"Two Danish men": "INJURED 2; role=victim"}},
            id="who were hurt",
        ),
        pytest.param(
            "DK",
            f"From {DANE} to [Qom](PLACE 1; country=IR).",
            {"focus": "Qom"},
            id="not at the focus",
        ),
        pytest.param(
            "DK", f"The {DANE} navy came.", {}, id="of a thing that is theirs"
        ),
        pytest.param(
            "DK",
            f"He shot a {DANE} nurse.",
            {"also": {"Danish nurse": "TARGET business; head=nurse"}},
            id="of a target",
        ),
        pytest.param(
            "DK",
            f"He took a {DANE} man.",
            {"also": {"took a Danish man": "HOSTAGES 1"}},
            id="who was taken",
        ),
        pytest.param(
            "IR",
            "He shot [six](KILLED 6; role=victim) [from](CUE origin)"
            " [Qom](PLACE 1; country=IR).",
            {},
            id="where the dead were from",
        ),
        *(
            pytest.param("DK", f"[Maybe](CUE {c}) {HIT} a {DANE}.", {}, id=c)
            for c in [*NOT_TRUE, *TO_COME]
        ),
    ],
)
def test_not_from_there(code, marked, more):
    assert not is_from(code, marked, **more)


@pytest.mark.parametrize(
    ("code", "marked", "more"),
    [
        pytest.param("DK", f"A {DANE} man.", {}, id="as read"),
        pytest.param(
            "IR", "[From](CUE origin) [Qom](PLACE 1; country=IR).", {}, id="from"
        ),
        pytest.param("DK", f"He is a {DANE}.", {}, id="by itself"),
        pytest.param("DK", "Two [Danes](NATIONALITY DK) fled.", {}, id="several"),
        pytest.param(
            "DK", f"A {DANE} was [held](LEGAL arrested).", {}, id="who was arrested"
        ),
        pytest.param(
            "DK",
            f"The {DANE} navy man, a [cook](SUSPECTS 1; role=suspect), fled.",
            {},
            id="of a suspect near by",
        ),
        pytest.param(
            "DK",
            f"Two {DANE} men died.",
            {"also": {"Two Danish men died": "KILLED 2; role=attacker"}},
            id="attackers who died",
        ),
        pytest.param(
            "DK",
            f"A {DANE} man shot; [two](KILLED 2; role=victim) died.",
            {},
            id="beside the dead",
        ),
    ],
)
def test_from_there(code, marked, more):
    assert is_from(code, marked, **more)


def is_old(years, *quotes, **more):
    return suspects.age(years, case("suspects.ages", *quotes, **more))


@pytest.mark.parametrize(
    ("years", "marked"),
    [
        pytest.param(19, "Ida, 19.", id="read as no age"),
        pytest.param(20, "Ida, [19](AGE 19).", id="another"),
        pytest.param(1, "Ida, [19](AGE 19).", id="one figure of it"),
        pytest.param(19, "Ida, [19](SUSPECTS 19).", id="a number"),
        pytest.param(19, "Ida, [19](AGE 19; role=victim).", id="a victim's"),
        pytest.param(19, "Ida, [19](AGE 19; role=official).", id="an official's"),
    ],
)
def test_not_so_old(years, marked):
    assert not is_old(years, marked)


def test_so_old():
    assert is_old(19, "Ida, [19](AGE 19).")
    assert is_old(19, "A day.", "Ida, [19](AGE 19; role=suspect).")
    marked = "[19](AGE 19) or [20](AGE 20)"
    assert is_old(20, marked, focus="20")
    assert not is_old(19, marked, focus="20")


@pytest.mark.parametrize(
    ("marked", "ends", "told"),
    [
        pytest.param(f"Six young men {HIT}.", (6, 6), True, id="people who act"),
        pytest.param(f"Six young men {HIT}.", (5, 5), False, id="another number"),
        pytest.param("Six young men came.", (6, 6), False, id="nothing is told"),
        pytest.param(f"Six officials {HIT}.", (6, 6), False, id="officials"),
        pytest.param(f"Six of the men {HIT}.", (6, 6), False, id="some of more"),
        pytest.param(f"Six bakeries {HIT}.", (6, 6), False, id="things"),
        pytest.param(f"The bombers {HIT}.", (2, None), True, id="two and more"),
        pytest.param(f"The bomber {HIT}.", (2, None), False, id="one"),
        pytest.param(f"[Six men](KILLED 6) were {HIT}.", (6, 6), False, id="the dead"),
    ],
)
def test_people_that_nothing_reads_as_others(marked, ends, told):
    assert suspects.counts(*ends, case("suspects", marked)) == told


def test_a_number_of_suspects_stands_before_one_of_people():
    marked = f"[Two gunmen](SUSPECTS 2) and six men {HIT}."
    assert not suspects.counts(6, 6, case("suspects", marked))


@pytest.mark.parametrize(
    "marked",
    [
        "[Two men](SUSPECTS 2; role=suspect) hit the Danish officers.",
        "[Two men](SUSPECTS 2; role=suspect) hit the Danish consul.",
    ],
)
def test_an_origin_of_officials_is_not_of_suspects(marked):
    danish = marked.replace("Danish", "[Danish](NATIONALITY DK)")
    more = {"also": {"Danish consul": "TARGET diplomatic; head=consul"}}
    more = more if "consul" in marked else {}
    assert not suspects.nationality("DK", case("suspects", danish, **more))
