from dataclasses import replace

import pytest

from incidents.pipeline.assemble.fill.suspects import suspects
from incidents.pipeline.assemble.support import Reading, supported
from incidents.pipeline.records import Incident, Person, Report, Suspects
from tests.pipeline.assemble.fill.made import bare, context, passage, shown, told
from tests.pipeline.assemble.read import mentions

ABEL = "[Abel](PERSON Abel; role=suspect)"
CAIN = "[Cain](PERSON Cain; role=unknown)"
AGED = "[23](AGE 23; role=suspect)"
COURT = "[court](CUE court)"
FROM_IRAQ = "[Iraq](PLACE 2; kind=country; country=IQ; reached=origin@0:4)"


def read(*passages):
    telling = told(*passages)
    incident, citations = suspects(telling, bare())
    cited = [c for c in citations if "people" not in c.field]
    return replace(incident.suspects, people=()), shown(telling, cited)


@pytest.mark.parametrize(
    "made",
    [
        pytest.param("[Abel](PERSON Abel; role=victim) died", id="a victim"),
        pytest.param("[40](AGE 40; role=victim), dead", id="a victim's age"),
        pytest.param("[Six](SUSPECTS 6; role=victim) men", id="not of suspects"),
        pytest.param("[Six](SUSPECTS; role=suspect) men", id="of no number"),
        pytest.param(context(f"{ABEL}, {AGED}"), id="of another story"),
        pytest.param(f"{CAIN} spoke in {COURT}", id="not in a detail on a court"),
        pytest.param(passage(f"{CAIN} spoke", "detail"), id="in no court"),
        pytest.param(
            passage(f"{CAIN} before {COURT} with [Seth](PERSON Seth)", "detail"),
            id="not alone before the court",
        ),
        pytest.param(
            passage(f"[Eve](PERSON Eve; role=judge) in {COURT}", "detail"), id="a judge"
        ),
        pytest.param("a [Tajik](NATIONALITY TJ) tourist died", id="a tourist's"),
        pytest.param(
            "a [Tajik](NATIONALITY TJ) border post, six militants", id="of no people"
        ),
        pytest.param(
            "a [Chechen](NATIONALITY; role=suspect) gunman", id="of no country"
        ),
        pytest.param(
            f"guests from {FROM_IRAQ}",
            id="from there, and no suspect in sight",
        ),
        pytest.param(
            "[one](SUSPECTS 1) in [Iraq](PLACE 2; kind=country; country=IQ)",
            id="in a country, not from it",
        ),
    ],
)
def test_who_is_none(made):
    told, cited = read(made)
    assert (told.nationalities, told.names, told.ages) == ((), (), ())
    assert [field for field, _ in cited if field != "suspects.count"] == []


def _with(telling, name, label, start, end):
    """Names, where another extractor has read ``start:end`` as ``label``."""
    other = replace(name, label=label, start=start, end=end)
    part = telling.story.parts[0]
    event = replace(part.event, mentions=(*part.event.mentions, other))
    story = replace(telling.story, parts=(replace(part, event=event),))
    return suspects(replace(telling, story=story), bare())[0].suspects.names


class TestCount:
    def test_the_largest_and_it_alone_is_cited(self):
        found, cited = read(
            "[two](SUSPECTS 2; role=suspect)",
            "[over 11](SUSPECTS 12..; role=suspect), [3](SUSPECTS 3; role=suspect)",
        )
        assert (found.count_min, found.count_max) == (12, None)
        assert cited == [("suspects.count", "over 11")]

    def test_of_equals_the_first(self):
        twice = "[two](SUSPECTS 2; role=suspect), [both](SUSPECTS 2; role=suspect)"
        assert read(twice)[1] == [("suspects.count", "two")]

    @pytest.mark.parametrize("column", ["", "; column=0:2"])
    def test_of_two_who_are_named_only_a_row_s_column_tells_how_many(self, column):
        seth, abel = (
            f"[{n}](PERSON {n}; role=suspect{column})" for n in ("Seth", "Abel")
        )
        found, cited = read(f"{seth} | {abel}")
        many = 2 if column else None
        assert (found.count_min, found.count_max) == (many, many)
        counted = [words for field, words in cited if field == "suspects.count"]
        assert counted == (["Seth", "Abel"] if column else [])

    def test_the_only_one_who_is_named_is_one(self):
        found, cited = read(ABEL)
        assert (found.count_min, found.count_max) == (1, 1)
        assert cited[0] == ("suspects.count", "Abel")

    def test_a_number_that_is_told_stands_before_it(self):
        found, cited = read(f"[two](SUSPECTS 2; role=suspect), {ABEL}")
        assert (found.count_min, cited[0]) == (2, ("suspects.count", "two"))


class TestAges:
    def test_they_are_in_order_and_each_cited_by_itself(self):
        found, cited = read(
            f"[41](AGE 41; role=suspect), {AGED}, [9](AGE 9; role=suspect)"
        )
        assert found.ages == (9, 23, 41)
        assert cited == [
            ("suspects.ages[0]", "9"),
            ("suspects.ages[1]", "23"),
            ("suspects.ages[2]", "41"),
        ]

    def test_one_told_twice_in_prose_is_one(self):
        assert read(f"{AGED}", f"{AGED} again")[0].ages == (23,)

    def test_two_of_one_age_in_a_row_are_two(self):
        row = passage(f"{AGED}, {AGED}", origin="row")
        assert read("[30](AGE 30; role=suspect)", row)[0].ages == (23, 23)


class TestNames:
    def test_each_once_in_the_order_of_the_events(self):
        found, cited = read(
            f"[Seth](PERSON Seth; role=suspect) and {ABEL}",
            "[Mr Seth](PERSON Seth; role=suspect)",
        )
        assert found.names == ("Seth", "Abel")
        assert cited == [("suspects.names[0]", "Seth"), ("suspects.names[1]", "Abel")]


class TestNationalities:
    def test_a_tourist_s_is_none_beside_a_suspect_s(self):
        found, cited = read(
            "a [Tajik](NATIONALITY TJ) gunman shot a [French](NATIONALITY FR) tourist"
        )
        assert found.nationalities == ("TJ",)
        assert cited == [("suspects.nationalities[0]", "Tajik")]

    @pytest.mark.parametrize(
        "words",
        [
            "[Tajik](NATIONALITY TJ) armed young gunman",
            "[Tajik](NATIONALITY TJ; role=suspect)",
            "[TJ](NATIONALITY TJ; column=0:2)",
            f"{AGED}, [Tajik](NATIONALITY TJ)",
            f"{AGED} (a man, [Tajik](NATIONALITY TJ))",
            f"[Tajik](NATIONALITY TJ) man named {ABEL}",
            f"{ABEL}, a [Tajik](NATIONALITY TJ) national",
        ],
    )
    def test_of_suspects(self, words):
        assert read(words)[0].nationalities == ("TJ",)

    def test_a_column_for_it_says_it_alone(self):
        found, _ = read(
            "[Tajik](NATIONALITY TJ; column=0:2), told by an "
            "[Afghan](NATIONALITY AF; role=suspect) gunman"
        )
        assert found.nationalities == ("TJ",)

    @pytest.mark.parametrize(
        "words",
        [
            "[Tajik](NATIONALITY TJ) armed and very young gunman",
            f"{AGED}, who was never [Tajik](NATIONALITY TJ) by birth",
            "[23](AGE 23; role=victim), [Tajik](NATIONALITY TJ)",
            f"{ABEL}, near the [Tajik](NATIONALITY TJ) border",
            f"{ABEL} {'x' * 70} a [Tajik](NATIONALITY TJ) man",
            f"a [Tajik](NATIONALITY TJ) man {'x' * 50} {ABEL}",
        ],
    )
    def test_of_others(self, words):
        assert read(words)[0].nationalities == ()

    def test_each_once_cited_where_it_is_told_first(self):
        found, cited = read(
            "[Iraqi](NATIONALITY IQ) rebels, [Tajik](NATIONALITY TJ; role=suspect)",
            "[Tajiks](NATIONALITY TJ; role=suspect)",
        )
        assert found.nationalities == ("IQ", "TJ")
        assert cited == [
            ("suspects.nationalities[0]", "Iraqi"),
            ("suspects.nationalities[1]", "Tajik"),
        ]

    @pytest.mark.parametrize(
        "suspect", ["[two](SUSPECTS 2)", "[Arab](NATIONALITY; role=suspect)"]
    )
    def test_from_a_country(self, suspect):
        found, cited = read(f"{suspect} from {FROM_IRAQ}")
        assert found.nationalities == ("IQ",)
        assert ("suspects.nationalities[0]", "Iraq") in cited

    def test_from_where_no_country_is_known(self):
        far = "[Erewhon](PLACE; kind=country; reached=origin@0:4)"
        assert read(f"[two](SUSPECTS 2) from {far}")[0].nationalities == ()


def test_counted_named_and_aged():
    found, cited = read(
        f"[Two](SUSPECTS 2; role=suspect) [Tajik](NATIONALITY TJ) men, {ABEL}, {AGED}"
    )
    assert found == Suspects(2, 2, ("TJ",), (23,), ("Abel",))
    assert cited == [
        ("suspects.count", "Two"),
        ("suspects.nationalities[0]", "Tajik"),
        ("suspects.ages[0]", "23"),
        ("suspects.names[0]", "Abel"),
    ]


BERG, RASK = "[Berg](PERSON Berg; role=suspect)", "[Rask](PERSON Rask; role=suspect)"
BOTH = passage(
    f"{BERG} was [convicted](LEGAL convicted) and {RASK} [acquitted](LEGAL acquitted).",
    parse="NNP/nsubjpass/2 VBD/auxpass/2 VBN/ROOT/2 CC/cc/2 NNP/nsubjpass/5"
    " VBN/conj/2 ./punct/2",
)


def test_one_is_convicted_and_the_other_acquitted():
    telling = told(BOTH)
    incident, citations = suspects(telling, bare())
    assert incident.suspects.people == (
        Person("Berg", legal=("convicted",)),
        Person("Rask", legal=("acquitted",)),
    )
    assert shown(telling, citations)[2:] == [
        ("suspects.people[0].name", "Berg"),
        ("suspects.people[0].legal[0]", "convicted"),
        ("suspects.people[1].name", "Rask"),
        ("suspects.people[1].legal[0]", "acquitted"),
    ]


@pytest.mark.parametrize(
    "said",
    ["negated=1", "hypothetical=1", "reached=negation@0:3", "reached=planned@0:3"],
)
def test_a_step_not_taken_is_none(said):
    one = passage(
        f"{BERG} was [charged](LEGAL charged; {said}).",
        parse="NNP/nsubjpass/2 VBD/auxpass/2 VBN/ROOT/2 ./punct/2",
    )
    incident, _ = suspects(told(one), bare())
    assert incident.suspects.people == (Person("Berg"),)


HE = "He was [freed](LEGAL released){}."


@pytest.mark.parametrize(
    ("before", "step", "legal"),
    [
        (ABEL, HE.format(""), ("released",)),
        (f"{ABEL} and [Cain](PERSON Cain; role=suspect)", HE.format(""), ()),
        (ABEL, HE.format(" with [Seth](PERSON Seth; role=unknown)"), ()),
        (ABEL, HE.format(" by [Seth](PERSON Seth; role=official)"), ("released",)),
        (ABEL, HE.format(" and [two](SUSPECTS 2; kind=arrested) held"), ()),
        (ABEL, "He was not [freed](LEGAL released; negated=1).", ()),
    ],
)
def test_a_step_is_of_the_only_one_who_is_named(before, step, legal):
    incident, cited = suspects(told(f"{before} fled.", step), bare())
    assert incident.suspects.people[0].legal == legal
    places = [c.derived_from.kind for c in cited if "legal" in c.field]
    assert places == ["passage"] * len(legal)


def test_whom_a_step_was_taken_against_is_a_suspect():
    one = passage(
        "[Berg](PERSON Berg; role=unknown) was [charged](LEGAL charged).",
        parse="NNP/nsubjpass/2 VBD/auxpass/2 VBN/ROOT/2 ./punct/2",
    )
    incident, _ = suspects(told(one), bare())
    assert incident.suspects.names == ("Berg",)
    assert incident.suspects.people == (Person("Berg", legal=("charged",)),)


def test_an_age_is_of_whom_it_stands_beside():
    incident, _ = suspects(told(f"{BERG}, [31](AGE 31; of=0:4), and {RASK}"), bare())
    assert incident.suspects.people == (Person("Berg", 31), Person("Rask"))


def test_of_two_ages_neither_stands():
    ages = "[31](AGE 31; of=0:4), later [32](AGE 32; of=0:4)"
    incident, _ = suspects(told(f"{BERG}, {ages}"), bare())
    assert incident.suspects.people == (Person("Berg"),)


def test_a_nationality_is_of_whom_it_is_said():
    one = passage(
        f"{BERG}, a [Dane](NATIONALITY DK), met {RASK}.",
        parse="NNP/nsubj/5 ,/punct/0 DT/det/3 NN/appos/0 ,/punct/0 VBD/ROOT/5"
        " NNP/dobj/5 ./punct/5",
    )
    incident, _ = suspects(told(one), bare())
    people = incident.suspects.people
    assert people == (Person("Berg", nationality="DK"), Person("Rask"))


def test_a_pronoun_leans_on_the_name():
    one = passage(
        f"{BERG} ran. He was [charged](LEGAL charged).",
        parse="NNP/nsubj/1 VBD/ROOT/1 ./punct/1"
        " PRP/nsubjpass/5 VBD/auxpass/5 VBN/ROOT/5 ./punct/5",
    )
    telling = told(one)
    incident, _ = suspects(telling, bare())
    assert incident.suspects.people == (Person("Berg", legal=("charged",)),)


def stands(quote: str, *people: Person):
    """Those of ``people`` that the quote bears out."""
    report = Report("d", "d.txt", "0", "text/plain", quote)
    cited = tuple(
        report.cite(field, 0, len(quote)) for field in ("incident_type", "suspects")
    )
    given = Incident("d", "arrest", suspects=Suspects(people=people), citations=cited)
    kept, _ = supported(given, Reading(report, mentions(report)))
    return kept.suspects.people


TWO = [
    ("Berg was convicted and Rask was acquitted.", "convicted", "acquitted"),
    ("Berg was convicted, Rask acquitted.", "convicted", "acquitted"),
    ("Jan Berg was convicted. Rask was acquitted.", "convicted", "acquitted"),
    ("A judge convicted Berg and acquitted Rask.", "convicted", "acquitted"),
    ("The arrest of Berg led to Rask, who was charged.", "arrested", "charged"),
    ("Berg, who was acquitted, and Rask, who was charged.", "acquitted", "charged"),
]


@pytest.mark.model
@pytest.mark.parametrize(("quote", "first", "second"), TWO)
def test_the_steps_of_two_are_never_mixed_up(quote, first, second):
    berg, rask = Person("Berg", legal=(first,)), Person("Rask", legal=(second,))
    assert stands(quote, berg, rask) == (berg, rask)
    wrong = replace(berg, legal=(second,)), replace(rask, legal=(first,))
    assert stands(quote, *wrong) == ()


@pytest.mark.parametrize(
    "quote",
    [
        "Berg and Rask were charged.",
        "Berg, 31, and Rask were charged.",
        "Prosecutors charged Berg and Rask.",
        "Prosecutors charged a baker, Berg, and Rask.",
    ],
)
@pytest.mark.model
def test_a_list_shares_its_step(quote):
    both = Person("Berg", legal=("charged",)), Person("Rask", legal=("charged",))
    assert stands(quote, *both) == both


@pytest.mark.model
@pytest.mark.parametrize(
    ("quote", "person"),
    [
        ("Rask was charged.", Person("Berg")),
        ("Berg was not charged.", Person("Berg", legal=("charged",))),
        ("Berg was charged.", Person("Berg", legal=("convicted",))),
        ("Berg, 31, was charged.", Person("Berg", 32)),
        ("Berg, a Dane, was charged.", Person("Berg", nationality="SE")),
    ],
)
@pytest.mark.model
def test_what_no_quote_says_is_dropped(quote, person):
    assert stands(quote, person) == ()


@pytest.mark.model
def test_all_of_one_person():
    berg = Person("Jan Berg", 31, "DK", ("charged",))
    assert stands("Jan Berg, 31, a Dane, was charged.", berg) == (berg,)


def test_what_is_said_elsewhere_of_one_who_is_named():
    far = context(
        "[Cain](PERSON Cain), [23](AGE 23; of=0:4), [Abel](PERSON Abel), "
        "[40](AGE 40; of=10:14)"
    )
    telling = told("[Cain](PERSON Cain; role=suspect) fled.", far)
    incident, cited = suspects(telling, bare())
    assert incident.suspects.ages == (23,)
    assert incident.suspects.people == (Person("Cain", age=23),)
    assert ("suspects.ages[0]", "23") in shown(telling, cited)
