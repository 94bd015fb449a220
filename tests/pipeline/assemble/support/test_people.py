"""What is said of one person is said of that person, and of no other."""

import pytest

from incidents.pipeline.assemble.support import people
from incidents.pipeline.records import Derivation, Person, Suspects
from tests.pipeline.assemble.support.made import case

CHARGED, FREED = "[charged](LEGAL charged)", "[freed](LEGAL released)"
HELD = "[arrested](LEGAL arrested)"
IDA, JON = "[Ida Holm](PERSON Ida Holm)", "[Jon Berg](PERSON Jon Berg)"


def bears(person, *quotes, others=("Jon Berg",), field="suspects.people", **more):
    told = Suspects(people=(person, *map(Person, others)))
    return people.bears(person, case(field, *quotes, suspects=told, **more))


def is_told(step, marked, name="Ida Holm", **more):
    return bears(Person(name, legal=(step,)), marked, **more)


@pytest.mark.parametrize(
    ("person", "marked"),
    [
        pytest.param(Person("Ida Holm"), f"{JON} came.", id="another's name"),
        pytest.param(Person("Ida Holm"), "Ida Holmes came.", id="part of a word"),
        pytest.param(Person("Ida Holm"), "The holm is near.", id="no capital"),
        pytest.param(Person("Ida Holm"), "Ida came.", id="the first name"),
        pytest.param(Person(" "), "A day.", id="no name"),
        pytest.param(Person("Ida Holm", 20), f"{IDA}, [19](AGE 19).", id="age"),
        pytest.param(
            Person("Ida Holm", 19), f"{IDA}, [19](AGE 19; role=victim).", id="a victim"
        ),
        pytest.param(
            Person("Ida Holm", nationality="SE"),
            f"{IDA}, a [Dane](NATIONALITY DK).",
            id="nationality",
        ),
        pytest.param(
            Person("Ida Holm", nationality="LV"),
            f"{IDA} came to [Riga](PLACE 1; country=LV).",
            id="where she was",
        ),
        pytest.param(
            Person("Ida Holm", legal=("charged", "convicted")),
            f"{IDA} was {CHARGED}.",
            id="one of two steps",
        ),
        pytest.param(
            Person("Ida Holm", legal=("charged",)), f"{IDA} came.", id="no step"
        ),
        pytest.param(
            Person("Ida Holm", legal=("charged",)),
            f"{IDA} was [charged](LEGAL charged; negated=1).",
            id="a step not taken",
        ),
    ],
)
def test_not_said(person, marked):
    assert not bears(person, marked)


@pytest.mark.parametrize(
    ("person", "marked"),
    [
        pytest.param(Person("Ida Holm"), f"{IDA} came.", id="name"),
        pytest.param(Person("Ida Holm"), "IDA HOLM came.", id="in capitals"),
        pytest.param(Person("Ida Holm"), "Then Holm came.", id="surname"),
        pytest.param(Person("Ida Holm", 19), f"{IDA}, [19](AGE 19).", id="age"),
        pytest.param(
            Person("Ida Holm", nationality="DK"),
            f"{IDA}, a [Dane](NATIONALITY DK).",
            id="nationality",
        ),
        pytest.param(
            Person("Ida Holm", 19, "DK", ("arrested", "charged")),
            f"{IDA}, [19](AGE 19), a [Dane](NATIONALITY DK), {HELD} and {CHARGED}.",
            id="all",
        ),
        pytest.param(
            Person("Ida Holm", legal=("killed",)),
            f"{IDA} was [shot](KILLED 1; role=attacker).",
            id="killed",
        ),
    ],
)
def test_said(person, marked):
    assert bears(person, marked)


def test_what_another_passage_says_of_another_is_not_said():
    quotes = f"{IDA} came.", f"{JON}, [19](AGE 19), was {CHARGED}."
    assert not bears(Person("Ida Holm", 19), *quotes)
    assert not bears(Person("Ida Holm", legal=("charged",)), *quotes)
    assert bears(Person("Jon Berg", 19, None, ("charged",)), *quotes)


def test_of_the_only_suspect_a_passage_need_not_name_him():
    quotes = f"{IDA} came.", f"She, [19](AGE 19), was {CHARGED}."
    person = Person("Ida Holm", 19, legal=("charged",))
    assert bears(person, *quotes, others=())
    assert not bears(person, quotes[0], quotes[1].replace("She", "One"))  # who was it?
    assert not bears(person, f"{IDA} came.", f"{JON}, [19](AGE 19).", others=())
    assert not bears(person, quotes[1], others=())  # who is it?
    other = f"{JON} said that he was {CHARGED}."
    assert not bears(Person("Ida Holm", legal=("charged",)), IDA, other, others=())


@pytest.mark.parametrize("field", ["suspects", "suspects.people", "suspects.names"])
def test_the_passages_are_those_of_all_suspects(field):
    told = Suspects(people=(Person("Ida Holm"),))
    shown = case(field, IDA, suspects=told)
    assert people.bears(Person("Ida Holm"), shown)
    assert not people.bears(Person("Ida Holm"), case("places", IDA, suspects=told))


TWO = [
    (f"{IDA} was {CHARGED} and {JON} was {FREED}.", "ida", "jon"),
    (f"{IDA} was {CHARGED}, {JON} {FREED}.", "ida", "jon"),
    (f"{IDA} was {CHARGED}. {JON} was {FREED}.", "ida", "jon"),
    (f"A judge {CHARGED} {IDA} and {FREED} {JON}.", "ida", "jon"),
    (f"The day after {IDA} was {CHARGED}; {JON} was {FREED}.", "ida", "jon"),
    (f"The judge had {CHARGED} {IDA}, but {FREED} was {JON}.", "ida", None),
    (f"{IDA} was {CHARGED}\n{JON} was {FREED}", "ida", "jon"),
    (f"{IDA}, {CHARGED} in May, met {JON}, {FREED} in June.", "ida", "jon"),
    (f"They {CHARGED} the baker {IDA}; {FREED} of {JON}.", "ida", "jon"),
    (f"Held: {JON}! The court {CHARGED} against {IDA} it.", "ida", None),
]


@pytest.mark.parametrize(("marked", "charged", "freed"), TWO)
def test_the_steps_of_two_are_never_mixed_up(marked, charged, freed):
    names = {"ida": ("Ida Holm", "Jon Berg"), "jon": ("Jon Berg", "Ida Holm")}
    for step, who in (("charged", charged), ("released", freed)):
        if who:
            own, other = names[who]
            assert is_told(step, marked, own, others=(other,))
            assert not is_told(step, marked, other, others=(own,))


@pytest.mark.parametrize(
    "marked",
    [
        f"{IDA} and {JON} were {CHARGED}.",
        f"{IDA}, {JON} were {CHARGED}.",
        f"{IDA}, and {JON} were {CHARGED}.",
        f"{IDA}, 31, and {JON} were {CHARGED}.",
        f"{IDA}, 31, {JON} were {CHARGED}.",
        f"Police {CHARGED} {IDA} and {JON}.",
        f"Police {CHARGED} a baker, {IDA}, and {JON}.",
        f"They {CHARGED} {IDA}, {JON}.",
    ],
)
def test_a_list_shares_its_step(marked):
    assert is_told("charged", marked)
    assert is_told("charged", marked, "Jon Berg", others=("Ida Holm",))


@pytest.mark.parametrize(
    ("marked", "own"),
    [
        pytest.param(f"{IDA}, but not {JON}, was {CHARGED}.", "Jon Berg", id="but"),
        pytest.param(f"{IDA} met {JON}, who was {CHARGED}.", "Jon Berg", id="words"),
        pytest.param(f"{IDA}; {JON} was {CHARGED}.", "Jon Berg", id="stop"),
        pytest.param(
            f"{IDA}, {FREED}, {JON}, who was {CHARGED}.", "Jon Berg", id="another step"
        ),
        pytest.param(
            f"{IDA}, a man who is forty years old or a bit more, {JON} was {CHARGED}.",
            "Jon Berg",
            id="far",
        ),
        pytest.param(f"They {CHARGED} {IDA} not {JON}.", "Ida Holm", id="not"),
    ],
)
def test_no_list(marked, own):
    other = "Ida Holm" if own == "Jon Berg" else "Jon Berg"
    assert is_told("charged", marked, own, others=(other,))
    assert not is_told("charged", marked, other, others=(own,))


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("", True),
        ("of", True),
        ("against", True),
        ("the young baker", True),
        ("a baker,", True),
        ("one two three four", True),
        ("one two three four five", False),
        ("and", False),
        ("in", False),
        ("with", False),
        ("of in", False),
        (". Then", False),
        (FREED, False),
    ],
)
def test_who_stands_right_after_a_step_is_its_object(between, expected):
    marked = f"For {JON} they {CHARGED} {between} {IDA}.".replace("  ", " ")
    assert is_told("charged", marked) is expected
    assert is_told("charged", marked, "Jon Berg", others=("Ida Holm",)) is not expected


@pytest.mark.parametrize("verb", ["was", "were", "had been", "to be", "being", "is"])
def test_a_step_said_of_its_subject_has_no_object(verb):
    marked = f"{JON} {verb} {CHARGED} {IDA}."
    passive = verb != "is"
    assert is_told("charged", marked) is not passive
    assert is_told("charged", marked, "Jon Berg", others=("Ida Holm",)) is passive


@pytest.mark.parametrize(
    ("words", "passive"),
    [("was now", True), ("was a b c", True), ("was a b c d", False), ("wash", False)],
)
def test_few_words_stand_before_a_step_that_is_said_of_its_subject(words, passive):
    marked = f"{JON} {words} {CHARGED} {IDA}."
    assert is_told("charged", marked, "Jon Berg", others=("Ida Holm",)) is passive


@pytest.mark.parametrize("stop", [".", ";", "!", "?"])
def test_a_step_is_of_its_own_sentence(stop):
    marked = f"{IDA} came{stop} Then {JON} was {CHARGED}{stop} {IDA} left."
    assert not is_told("charged", marked)
    marked = f"{IDA} came{stop} Then a man was {CHARGED}{stop} {IDA} left."
    assert not is_told("charged", marked)


def test_an_initial_ends_no_sentence():
    assert is_told("charged", f"{IDA} met J. Doe and was {CHARGED}.")


def test_a_step_of_nobody_named_is_the_only_suspects():
    marked = f"The man was {CHARGED}. {IDA} left."
    quotes = IDA, f"The man was {CHARGED}."
    person = Person("Ida Holm", legal=("charged",))
    assert bears(person, *quotes, others=())
    assert not bears(person, *quotes)
    assert not bears(person, marked, others=())  # somebody is named


def test_a_step_by_the_name_that_the_value_leans_on():
    marked = f"{IDA} came. The woman was {CHARGED}."
    at = Derivation("passage", 0, 8)
    cited = "The woman was charged."
    assert is_told("charged", marked, cited=cited, derived=at)
    assert not is_told("charged", marked, cited=cited, derived=Derivation("passage"))
    other = Derivation("passage", 9, 13)
    assert not is_told("charged", marked, cited=cited, derived=other)


def test_the_surname_of_a_full_name_is_not_told_twice():
    marked = f"{CHARGED} Ida Holm and Jon Berg"
    assert is_told("charged", marked)
    assert is_told("charged", marked, "Jon Berg", others=("Ida Holm",))


def test_a_step_at_either_end_of_the_quote():
    assert is_told("charged", f"{CHARGED} {IDA}")
    assert is_told("charged", f"{IDA} {CHARGED}")


@pytest.mark.parametrize(
    ("marked", "taken"),
    [
        pytest.param(f"{IDA} and {JON} came. Both were {CHARGED}.", True, id="both"),
        pytest.param(f"{IDA} and {JON} came. They were {CHARGED}.", True, id="they"),
        pytest.param(f"{IDA} came. {JON} left. He was {CHARGED}.", False, id="he"),
        pytest.param(f"{IDA} came. A man left. He was {CHARGED}.", True, id="she"),
        pytest.param(f"{IDA} and {JON} came. Three were {CHARGED}.", False, id="three"),
        pytest.param(f"{IDA}, {JON}. The two were {CHARGED}.", True, id="the two"),
        pytest.param(f"{IDA}, {JON}. The five were {CHARGED}.", False, id="the five"),
        pytest.param(f"{IDA} came. The men were {CHARGED}.", False, id="the men"),
        pytest.param(f"{IDA}. {CHARGED} in May.", True, id="no subject"),
    ],
)
def test_whom_a_step_is_taken_against_that_names_nobody(marked, taken):
    assert is_told("charged", marked) == taken


def test_those_listed_after_a_colon_are_all_meant():
    assert is_told("charged", f"{CHARGED} in May: {JON}; {IDA}, to no avail.") is False
    assert is_told("charged", f"{CHARGED} in May: {JON}, a baker, 19, and {IDA}.")


def test_an_age_is_of_who_was_named_last():
    marked = f"{JON}, [51](AGE 51), is the father of {IDA}, [19](AGE 19)."
    assert bears(Person("Ida Holm", 19), marked)
    assert not bears(Person("Ida Holm", 51), marked)
    assert bears(Person("Jon Berg", 51), marked, others=("Ida Holm",))


def test_a_surname_that_two_have_is_of_who_has_the_first_name():
    marked = f"{IDA} came. [Jon Holm](PERSON Jon Holm) was {CHARGED}."
    assert not is_told("charged", marked)


def test_a_nationality_beside_the_name():
    fijian = "[Fijian](NATIONALITY FJ)"
    ida = Person("Ida Holm", nationality="FJ")
    assert bears(ida, f"{IDA}, a {fijian} baker, came.")
    assert bears(ida, f"The {fijian} baker {IDA} came.")
