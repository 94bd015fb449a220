"""What the sentence says of a figure: hedged, outdated, over a period."""

import pytest

from incidents.extractors import figures
from tests.told import cases, told


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
Two men were reportedly killed. Two men were allegedly killed. Two men are feared dead. Two are presumed dead.
  KILLED 2 | Two men were reportedly killed | hedged=1 number=<Two> role=victim trigger=<killed> victims=men
  KILLED 2 | Two men were allegedly killed | hedged=1 number=<Two> role=victim trigger=<killed> victims=men
  KILLED 2 | Two men are feared dead | hedged=1 number=<Two> role=victim trigger=<dead> victims=men
  KILLED 2 | Two are presumed dead | hedged=1 number=<Two> role=victim trigger=<dead>
It is believed that two men were killed. It is believed in the north and south of the country that two men were killed.
  KILLED 2 | two men were killed | hedged=1 number=<two> role=victim trigger=<killed> victims=men
  KILLED 2 | two men were killed | number=<two> role=victim trigger=<killed> victims=men
It killed 12 people since 1998. It killed 12 people so far this year. It killed 12 people last year.
  KILLED 12 | killed 12 people | aggregate=1 number=<12> role=victim trigger=<killed> victims=people
  KILLED 12 | killed 12 people | aggregate=1 number=<12> role=victim trigger=<killed> victims=people
  KILLED 12 | killed 12 people | aggregate=1 number=<12> role=victim trigger=<killed> victims=people
It killed 12 people per year. It killed 12 men annually. It killed 12 in the past two years. It killed 12 in recent months.
  KILLED 12 | killed 12 people | aggregate=1 number=<12> role=victim trigger=<killed> victims=people
  KILLED 12 | killed 12 men | aggregate=1 number=<12> role=victim trigger=<killed> victims=men
  KILLED 12 | killed 12 | aggregate=1 number=<12> role=victim trigger=<killed>
  KILLED 12 | killed 12 | aggregate=1 number=<12> role=victim trigger=<killed>
A wave of attacks killed 12 people. Dozens of bombings killed 12. A series of recent killings claimed 12 lives. A string of shootings killed 12.
  KILLED 12 | killed 12 people | aggregate=1 number=<12> role=victim trigger=<killed> victims=people
  KILLED 12 | killed 12 | aggregate=1 number=<12> role=victim trigger=<killed>
  KILLED 12 | 12 lives | aggregate=1 number=<12> role=victim trigger=<lives> victims=lives
  KILLED 12 | killed 12 | aggregate=1 number=<12> role=victim trigger=<killed>
It killed 12 over the years. The insurgency killed 12. The civil war killed 12. It killed 12 in a decade.
  KILLED 12 | killed 12 | aggregate=1 number=<12> role=victim trigger=<killed>
  KILLED 12 | killed 12 | aggregate=1 number=<12> role=victim trigger=<killed>
  KILLED 12 | killed 12 | aggregate=1 number=<12> role=victim trigger=<killed>
  KILLED 12 | killed 12 | aggregate=1 number=<12> role=victim trigger=<killed>
It killed 1 person since 1998. It killed 10,000 people. It killed 10,001 people. It killed 20,000 people.
  KILLED 1 | killed 1 person | number=<1> role=victim trigger=<killed> victims=person
  KILLED 10000 | killed 10,000 people | number=<10,000> role=victim trigger=<killed> victims=people
  KILLED 10001 | killed 10,001 people | aggregate=1 number=<10,001> role=victim trigger=<killed> victims=people
  KILLED 20000 | killed 20,000 people | aggregate=1 number=<20,000> role=victim trigger=<killed> victims=people
An earlier toll spoke of 12 killed. Initial reports spoke of 12 killed. A preliminary count had 12 killed. A revised figure: 12 killed.
  KILLED 12 | earlier toll spoke of 12 | earlier=1 number=<12> role=victim total=1 trigger=<earlier toll>
  KILLED 12 | 12 killed | earlier=1 number=<12> role=victim trigger=<killed>
  KILLED 12 | 12 killed | earlier=1 number=<12> role=victim trigger=<killed>
  KILLED 12 | 12 killed | earlier=1 number=<12> role=victim trigger=<killed>
Police initially said 12 were killed. The first official estimate was 12 killed. It was first. 12 were killed.
  KILLED 12 | 12 were killed | earlier=1 number=<12> role=victim source=police trigger=<killed>
  KILLED 12 | 12 killed | earlier=1 number=<12> role=victim trigger=<killed>
  KILLED 12 | 12 were killed | number=<12> role=victim trigger=<killed>
Two people died in a car accident. Two people died of cancer. Two people died after an illness. Two died from the virus. Two were killed by an avalanche.
Two were killed in an earthquake. Two died in the raid and the crash. Two died. A crash came.
  KILLED 2 | Two died | number=<Two> role=victim trigger=<died>
  KILLED 2 | Two died | number=<Two> role=victim trigger=<died>
Two died in a natural way. Two died by drowning. Two died on the way to a crash. Two died in the raid that caused the long and bad crash.
  KILLED 2 | Two died | number=<Two> role=victim trigger=<died>
  KILLED 2 | Two died | number=<Two> role=victim trigger=<died>
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    assert told(text, figures.extract(nlp(text), None)) == lines


def attributes(nlp, text):
    (found,) = figures.extract(nlp(text), None)
    return {name for name, _ in found.attributes} & {"hedged", "earlier", "aggregate"}


@pytest.mark.parametrize(
    "word",
    "reportedly allegedly unconfirmed apparently feared presumed rumored rumoured "
    "purportedly believed".split(),
)
def test_hedges(nlp, word):
    assert attributes(nlp, f"They say {word} two men were killed.") == {"hedged"}


def test_a_hedge_far_off_is_anothers(nlp):
    near = "It was feared in the far north that two men were killed."
    far = "It was feared in the far north of it that two men were killed."
    assert (attributes(nlp, near), attributes(nlp, far)) == ({"hedged"}, set())


@pytest.mark.parametrize(
    "words",
    [
        "since 1998",
        "since the 1998",
        "since independence",
        "so far this year",
        "this year",
        "last year",
        "each year now",
        "per year",
        "over the years",
        "in recent times",
        "in the past year",
        "in the last decade",
        "in previous long months",
        "in recent weeks",
        "in a decade",
        "in dozens of attacks",
        "in scores of bombings",
        "in a series of long killings",
        "in a string of shootings",
        "in a wave of incidents",
        "in the insurgency",
        "in the civil war",
    ],
)
def test_over_a_period(nlp, words):
    assert attributes(nlp, f"It killed 12 men {words}.") == {"aggregate"}


@pytest.mark.parametrize(
    "words",
    [
        "in the last week",
        "in the last attack",
        "in a series",
        "since Monday",
        "(part of: insurgency in Mali)",
        "in March last year",
        "in May of this year",
        ", the insurgency's worst",
    ],
)
def test_in_one_attack(nlp, words):
    assert attributes(nlp, f"It killed 12 men {words}.") == set()


@pytest.mark.parametrize(
    "words",
    [
        "An earlier toll",
        "An initial report",
        "Previous counts",
        "The first official figure",
        "A preliminary estimate",
        "The revised list",
        "Police initially said it",
        "They initially reported it",
        "They initially put it",
    ],
)
def test_since_revised(nlp, words):
    assert attributes(nlp, f"{words}: 12 men were killed.") == {"earlier"}


@pytest.mark.parametrize(
    "word",
    "accident crash earthquake flood drowning cancer stroke pneumonia illness disease "
    "virus fever overdose collision avalanche landslide cyclone epidemic".split(),
)
@pytest.mark.parametrize("before", "of from in after by when".split())
def test_mishaps(nlp, word, before):
    assert list(figures.extract(nlp(f"Two men died {before} a {word}."), None)) == []


@pytest.mark.parametrize(
    "words", ["near a flood", "in the raid and a flood", "in the raid. A flood came"]
)
def test_no_mishaps(nlp, words):
    assert attributes(nlp, f"Two men died {words}.") == set()
