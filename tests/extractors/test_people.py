import time

import pytest

from incidents.extractors import people
from tests.marked import unmark

PLAIN = [
    "[Two men](SUSPECTS 2) on a motorcycle threw a grenade.",
    "[A lone gunman](SUSPECTS 1) fled.",
    "[Three gunmen](SUSPECTS 3) fled with the other attackers.",
    "It was a [cell of five](SUSPECTS 5).",
    "[Nine individuals were charged](SUSPECTS 9).",
    "Police [arrested a total of 63 people](SUSPECTS 63).",
    "[Eight nationals with links to IS arrested](SUSPECTS 8) in Lyon.",
    "The [arrest of four men](SUSPECTS 4) followed.",
    "A [22-year-old](AGE 22) man slept.",
    "She is [37 years old](AGE 37).",
    "They were [aged 14](AGE 14), [17](AGE 17), and [20](AGE 20).",
    "At the [age of 30](AGE 30) she left.",
    "A [thirty-five-year-old](AGE 35) judge spoke.",
    "[Abdusamad A.](PERSON Abdusamad A.) lived there.",
    "[Ibrahim M. G.](PERSON Ibrahim M. G.) lived there.",
    "He met Gen. [Ahmed Wali](PERSON Ahmed Wali).",
    "He was named [Jan van der Berg](PERSON Jan van der Berg).",
    "[Anna Berg](PERSON Anna Berg), [62](AGE 62), slept.",
    "[Anna Berg](PERSON Anna Berg), [62](AGE 62), and [Berg](PERSON Anna Berg) again.",
    "[Anna Berg](PERSON Anna Berg), [62](AGE 62), and her son [Olaf](PERSON Olaf).",
    "The son Olaf met, and a son, slept.",
    "The city council met at 22 Park Road.",
    "A 22-year war ended.",
    "Two men were killed.",
    "The police were not arrested.",
]


@pytest.mark.parametrize("marked", PLAIN)
def test_extract(nlp, marked):
    text, expected = unmark(marked, people.__name__)
    assert sorted(people.extract(nlp(text), None)) == sorted(expected)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Canadian Ambassador Anthony Vincent said so.",
            {"Anthony Vincent": "official"},
        ),
        ("John T. Harper, 22, pleaded guilty.", {"John T. Harper": "suspect"}),
        ("Lori Harper, 60, was killed in the attack.", {"Lori Harper": "victim"}),
        ("Omar Khalid was arrested in Paris.", {"Omar Khalid": "suspect"}),
        (
            "The gunman was identified as Mevlut Demir.",
            {"Mevlut Demir": "suspect"},
        ),
        (
            "They shot Mayor Maria Lopez. Lopez died at home. Lopez said nothing.",
            {"Maria Lopez": "victim"},
        ),
    ],
)
def test_roles(trained, text, names):
    found = [m for m in people.extract(trained(text), None) if m.label == "PERSON"]
    assert {m.value: m.get("role") for m in found} == names


def test_an_age_says_whose_it_is(nlp):
    text = "Police held Anna Berg, 62, and a 30-year-old nurse."
    ages = [m for m in people.extract(nlp(text), None) if m.label == "AGE"]
    spans = [m.get("of").split(":") for m in ages]
    assert [text[int(a) : int(b)] for a, b in spans] == ["Anna Berg", "nurse"]


def test_a_count_says_what_shows_it(nlp):
    text = "Nine individuals were charged."
    (count,) = people.extract(nlp(text), None)
    start, end = count.get("trigger").split(":")
    assert (count.get("kind"), text[int(start) : int(end)]) == ("arrested", "charged")
    assert (count.get("people"), count.get("role")) == ("individuals", "suspect")


def test_ages_in_a_table(nlp):
    text = "Cell\tAge of members\tTown\n2\t24, 30, rest unknown\tGera 12\n"
    found = people.extract(nlp(text), None)
    ages = [(m.text, m.value) for m in found if m.label == "AGE"]
    assert ages == [("24", "24"), ("30", "30")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "aged",
        "Aa " * 5000,
        "A. " * 5000,
        "van der " * 4000,
        "arrested " * 4000,
        "aged 1, " * 3000,
        "\t" * 5000,
        "two men " * 4000,
        "\u202e\x00 \U0001f631" + "A" * 5000,
    ],
    ids=range(10),
)
def test_hostile_text(nlp, text):
    doc = nlp(text)
    began = time.process_time()
    found = list(people.extract(doc, None))
    assert time.process_time() - began < 3
    assert all(text[m.start : m.end] == m.text for m in found)


KIN = "Police arrested Anna Berg, 62, and her son Olaf, 19, on Monday."


def test_the_kin_of_a_suspect_is_one_more(nlp):
    found = list(people.extract(nlp(KIN), None))
    told = [(m.label, m.value, m.get("role")) for m in found]
    assert told == [
        ("PERSON", "Anna Berg", "suspect"),
        ("PERSON", "Olaf", "suspect"),
        ("AGE", "62", "suspect"),
        ("AGE", "19", "suspect"),
    ]


def test_kin_that_is_only_spoken_of_is_none(nlp):
    found = people.extract(
        nlp("Police arrested Anna Berg, 62. Her son Olaf slept."), None
    )
    roles = {m.value: m.get("role") for m in found if m.label == "PERSON"}
    assert roles == {"Anna Berg": "suspect", "Olaf": "unknown"}


def test_kin_alone_is_counted(nlp):
    (one,) = people.extract(nlp("Police arrested his brother on Monday."), None)
    assert (one.label, one.value) == ("SUSPECTS", "1")
