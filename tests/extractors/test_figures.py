import time

import pytest

from incidents.extractors import figures
from tests.marked import unmark

PLAIN = [
    "It began with [killing 13](KILLED 13) and [injuring 40](INJURED 40).",
    "[Nine soldiers were killed](KILLED 9).",
    "[Two were killed](KILLED 2) and [four wounded](INJURED 4).",
    "It left [31 people dead](KILLED 31) and [wounded over 90 others](INJURED 91..).",
    "[At least 20 were hurt](INJURED 20..).",
    "[44 dead](KILLED 44)",
    "[Four people in the car were killed](KILLED 4).",
    "The [death toll rose from 12 to 17](KILLED 17).",
    "The death toll from January 3 to 17 is unknown.",
    "The number of people [killed in the fire increases to six](KILLED 6).",
    "It claimed the [lives of 12](KILLED 12).",
    "It claimed [12 lives](KILLED 12).",
    "[A total of 39 are confirmed dead](KILLED 39).",
    "There were reports of [40 dead](KILLED 40).",
    "They [shot dead two policemen](KILLED 2).",
    "The blast [killed four guards](KILLED 4) and [injured a fifth](INJURED 1).",
    "The [killing of one guard](KILLED 1) followed.",
    "The blast caused [injuries to three guards](INJURED 3).",
    "[He was fatally shot](KILLED 1).",
    "The blast fatally [wounded a guard](KILLED 1).",
    "[No one was injured](INJURED 0).",
    "There were [no casualties](CASUALTIES 0).",
    "[One casualty](CASUALTIES 1).",
    "There were [100+ casualties](CASUALTIES 100..).",
    "Toll: [60 casualties](KILLED 60); [75 injuries](INJURED 75).",
    "[Thirty were killed or injured](CASUALTIES 30).",
    "They [killed two soldiers](KILLED 2..) and many civilians.",
    "They [killed two guards and several boys](KILLED 5..) there.",
    "[The mayor and his driver were killed](KILLED 2).",
    "[A policeman, two soldiers and a child were killed](KILLED 4).",
    "[One man, a guard, was injured](INJURED 1).",
    "He [shot four people](INJURED 3), [killing one](KILLED 1).",
    "[TWO PEASANTS WERE KILLED](KILLED 2) AND [3 SOLDIERS WOUNDED](INJURED 3).",
    "[Fifteen recruits were kidnapped and killed](KILLED 15).",
    "It [killed ten](KILLED 10) and [six were hurt](INJURED 6).",
    "It [killed ten men](KILLED 10) and [two boys were hurt](INJURED 2).",
    "It [killed no fewer than 12 men](KILLED 12..).",
    "[No fewer than 12 were killed](KILLED 12..).",
    "It [killed not less than 12 men](KILLED 12..).",
    "It [killed 12 people or more](KILLED 12..).",
    "They [killed a cook and his two sons](KILLED 3).",
    "There were [70 casualties](KILLED 70), [90 injured](INJURED 90).",
    "Doctors put [the toll at 19](KILLED 19).",
    "The blast took a heavy toll on 12 shops.",
    "It could have killed 500 people.",
    "Two people died in a car accident.",
    "He died of a heart attack.",
    "The vote killed the bill.",
    "Many people were killed.",
    "[Several people were killed](KILLED 3..).",
    "[A number of people were killed](KILLED 2..).",
    "Nobody claimed the attack, which damaged two cars.",
]


@pytest.mark.parametrize("marked", PLAIN)
def test_extract(nlp, marked):
    text, expected = unmark(marked, figures.__name__)
    assert list(figures.extract(nlp(text), None)) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    "marked",
    [
        *PLAIN,
        "[Anna Berg, a judge, was shot dead](KILLED 1) at home.",
        "[A driver who tried to flee was killed](KILLED 1).",
        "The gunman [killed a guard](KILLED 1) and [wounded his son](INJURED 1).",
        "[The driver suffered minor injuries](INJURED 1).",
        "A bomb exploded and [ten people were hurt](INJURED 10).",
    ],
)
def test_extract_with_the_model(trained, marked):
    text, expected = unmark(marked, figures.__name__)
    assert list(figures.extract(trained(text), None)) == expected


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("Two were killed.", {"role": "victim"}),
        ("Three militants were killed.", {"role": "attacker"}),
        ("A guard and two gunmen were killed.", {"role": "both", "sum": "1"}),
        ("The mayor was killed.", {"role": "victim", "implied": "1"}),
        ("No one was killed.", {"role": "victim", "negated": "1"}),
        ("Two were reportedly killed.", {"role": "victim", "hedged": "1"}),
        ("The death toll reached 12.", {"role": "victim", "total": "1"}),
        ("Earlier reports spoke of 40 dead.", {"role": "victim", "earlier": "1"}),
        ("It killed 900 since 1998.", {"role": "victim", "aggregate": "1"}),
        ("Two men were shot.", {"role": "victim", "shot": "1"}),
    ],
)
def test_attributes(nlp, text, attributes):
    (mention,) = figures.extract(nlp(text), None)
    told = dict(mention.attributes)
    for found_elsewhere in ("trigger", "number", "victims"):
        told.pop(found_elsewhere, None)
    assert told == attributes


def test_offsets_of_trigger_and_number(nlp):
    text = "On Monday at least nine nurses were killed."
    (mention,) = figures.extract(nlp(text), None)
    spans = [mention.get(name).split(":") for name in ("trigger", "number")]
    assert [text[int(a) : int(b)] for a, b in spans] == ["killed", "at least nine"]
    assert mention.get("victims") == "nurses"


def test_an_attackers_own_death_stands_apart(nlp):
    found = list(figures.extract(nlp("He killed himself and nine others."), None))
    assert [(m.value, m.get("role")) for m in found] == [
        ("1", "attacker"),
        ("9", "victim"),
    ]


def test_the_rest_of_those_shot_cite_the_dead(nlp):
    text = "He shot four people, killing one."
    injured, _ = figures.extract(nlp(text), None)
    start, end = injured.get("derived_from").split(":")
    assert (injured.value, text[int(start) : int(end)]) == ("3", "one")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "killed",
        "\n\n \f",
        "killed and " * 3000,
        "one " * 6000,
        "a, " * 6000,
        "two men, " * 3000 + "were killed",
        "was " * 3000 + "killed",
        "\u202e\x00killed \U0001f631" + "9" * 5000,
    ],
    ids=range(9),
)
def test_hostile_text(nlp, text):
    doc = nlp(text)
    began = time.process_time()
    found = list(figures.extract(doc, None))
    assert time.process_time() - began < 3
    assert all(text[m.start : m.end] == m.text for m in found)
