"""Nouns of harm."""

import pytest

from incidents.extractors import figures
from tests.told import cases, told


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
The death toll rose from 12 to 17. The death toll stands at 40. The death toll is now at least 9.
  KILLED 17 | death toll rose from 12 to 17 | number=<17> role=victim total=1 trigger=<death toll>
  KILLED 40 | death toll stands at 40 | number=<40> role=victim total=1 trigger=<death toll>
  KILLED 9.. | death toll is now at least 9 | number=<at least 9> role=victim total=1 trigger=<death toll>
The death toll rose to 17 on Monday and 3 others fled. The death toll of May 2014. The death toll: 12.
  KILLED 17 | death toll rose to 17 | number=<17> role=victim total=1 trigger=<death toll>
The death toll is between 12 to 17, with 4 missing. The death toll in the north of the country since the start of that long war is 12.
  KILLED 17 | death toll is between 12 to 17 | number=<17> role=victim total=1 trigger=<death toll>
The number of dead rose to 12. The number of people injured increased to 30. The death toll climbed to 12.
  KILLED 12 | dead rose to 12 | number=<12> role=victim total=1 trigger=<dead>
  INJURED 30 | injured increased to 30 | number=<30> role=victim total=1 trigger=<injured>
  KILLED 12 | death toll climbed to 12 | number=<12> role=victim total=1 trigger=<death toll>
The number of wounded jumped to 30. The number of fatalities grew to 12. Prices rose to 12.
  INJURED 30 | wounded jumped to 30 | number=<30> role=victim total=1 trigger=<wounded>
  KILLED 12 | fatalities grew to 12 | number=<12> role=victim total=1 trigger=<fatalities>
The number of guests rose to 12. Killed. Prices rose to 12. The killed rose to 12.
The number of deaths is rising to 12; the number of injuries has risen to 30; the death toll rises to 7; the death toll jumps to 8; the death toll climbs to 9.
  KILLED 12 | deaths is rising to 12 | number=<12> role=victim total=1 trigger=<deaths>
  INJURED 30 | injuries has risen to 30 | number=<30> role=victim total=1 trigger=<injuries>
  KILLED 7 | death toll rises to 7 | number=<7> role=victim total=1 trigger=<death toll>
  KILLED 8 | death toll jumps to 8 | number=<8> role=victim total=1 trigger=<death toll>
  KILLED 9 | death toll climbs to 9 | number=<9> role=victim total=1 trigger=<death toll>
Five deaths, 100+ casualties, six fatalities, a fatality, two bodies, three corpses.
  KILLED 5 | Five deaths | number=<Five> role=victim trigger=<deaths>
  CASUALTIES 100.. | 100+ casualties | number=<100+> role=victim trigger=<casualties>
  KILLED 6 | six fatalities | number=<six> role=victim trigger=<fatalities>
  KILLED 2 | two bodies | number=<two> role=victim trigger=<bodies>
  KILLED 3 | three corpses | number=<three> role=victim trigger=<corpses>
There were no deaths, no injuries and no casualties. There was not any casualty. Nobody reported casualties.
  KILLED 0 | no deaths | negated=1 number=<no> role=victim trigger=<deaths>
  INJURED 0 | no injuries | negated=1 number=<no> role=victim trigger=<injuries>
  CASUALTIES 0 | no casualties | negated=1 number=<no> role=victim trigger=<casualties>
  CASUALTIES 0 | any casualty | negated=1 number=<any> role=victim trigger=<casualty>
  CASUALTIES 0 | Nobody reported casualties | negated=1 number=<Nobody> role=victim trigger=<casualties>
There were no serious injuries but casualties. It passed without fatalities. There were neither deaths nor injuries.
  KILLED 0 | without fatalities | negated=1 number=<without> role=victim trigger=<fatalities>
  KILLED 0 | neither deaths | negated=1 number=<neither> role=victim trigger=<deaths>
  INJURED 0 | nor injuries | negated=1 number=<nor> role=victim trigger=<injuries>
There were no reports of deaths. No further injuries. There were not many casualties.
  KILLED 0 | no reports of deaths | negated=1 number=<no> role=victim trigger=<deaths>
Three serious injuries. Two minor injuries. Ten military deaths. Two injuries to the head.
  INJURED 3 | Three serious injuries | number=<Three> role=victim trigger=<injuries>
  INJURED 2 | Two minor injuries | number=<Two> role=victim trigger=<injuries>
  KILLED 10 | Ten military deaths | number=<Ten> role=victim trigger=<deaths>
The death of two guards; the deaths of three guards; the murder of a judge; murders of two men.
  KILLED 2 | death of two guards | number=<two> role=victim trigger=<death of> victims=guards
  KILLED 3 | deaths of three guards | number=<three> role=victim trigger=<deaths of> victims=guards
  KILLED 1 | murder of a judge | number=<a> role=victim trigger=<murder of> victims=judge
The assassination of the mayor; the slaying of a guard; the execution of ten men; the massacre of 40 villagers; the beheading of two men.
  KILLED 1 | assassination of the mayor | implied=1 role=victim trigger=<assassination of> victims=mayor
  KILLED 1 | slaying of a guard | number=<a> role=victim trigger=<slaying of> victims=guard
  KILLED 10 | execution of ten men | number=<ten> role=victim trigger=<execution of> victims=men
  KILLED 40 | massacre of 40 villagers | number=<40> role=victim trigger=<massacre of> victims=villagers
  KILLED 2 | beheading of two men | number=<two> role=victim trigger=<beheading of> victims=men
Injuries to three guards; the wounding of two men; the injury of two men; the injuring of a boy; the maiming of a girl; the hurting of two.
  INJURED 3 | Injuries to three guards | number=<three> role=victim trigger=<Injuries to> victims=guards
It claimed the lives of 12; it took twelve lives; it cost 12 lives; lives of men; 12 long lives.
  KILLED 12 | lives of 12 | number=<12> role=victim trigger=<lives of>
  KILLED 12 | twelve lives | number=<twelve> role=victim trigger=<lives> victims=lives
  KILLED 12 | 12 lives | number=<12> role=victim trigger=<lives> victims=lives
Two men lost their lives; three men were losing their lives.
  KILLED 2 | Two men lost their lives | number=<Two> role=victim trigger=<lost their lives> victims=men
  KILLED 3 | three men were losing their lives | number=<three> role=victim trigger=<losing their lives> victims=men
The driver suffered injuries; two men sustained an injury; a guard received minor injuries.
  INJURED 1 | The driver suffered injuries | implied=1 role=victim trigger=<suffered injuries> victims=driver
  INJURED 2 | two men sustained an injury | number=<two> role=victim trigger=<sustained an injury> victims=men
  INJURED 1 | a guard received minor injuries | number=<a> role=victim trigger=<received minor injuries> victims=guard
The driver could have suffered injuries. The driver did not suffer injuries. He saw injuries.
The bodies of two men; the body of a guard; the corpses of two men.
  KILLED 2 | bodies of two men | number=<two> role=victim trigger=<bodies of> victims=men
  KILLED 1 | body of a guard | number=<a> role=victim trigger=<body of> victims=guard
Two men and one woman died of their injuries.
  KILLED 3 | Two men and one woman died | number=<Two> role=victim sum=1 trigger=<died> victims=men woman
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    assert told(text, figures.extract(nlp(text), None)) == lines


@pytest.mark.parametrize(
    ("text", "values"),
    [
        *(
            (f"The death toll {word} was 12.", ["12"])
            for word in ("last week", "this week", "today", "yesterday")
        ),
        *(
            (f"The death toll of {word} was 12.", [])
            for word in "Monday Sunday June Oct tonight earlier".split()
        ),
        ("The death toll was 12, 30 fled.", ["12"]),
        ("The death toll was 12 and 30 fled.", ["12"]),
        ("The death toll was 12; 30 fled.", ["12"]),
        ("The death toll was 12 30 fled.", ["12"]),
        ("The death toll was 12 to 30 now.", ["30"]),
        ("The death toll rose from 12 all the way to 30 now.", ["30"]),
        ("Casualties rose to 12. The number of killed rose by 12.", []),
        ("The number killed in all these long years rose to 12.", ["12"]),
    ],
)
def test_tolls(nlp, text, values):
    assert [m.value for m in figures.extract(nlp(text), None)] == values


@pytest.mark.parametrize(
    "word",
    "rises rose risen rising increases increased climbed climbs jumped jumps".split(),
)
def test_a_number_that_rises(nlp, word):
    text = f"The number of those killed there {word} to 12."
    assert [m.value for m in figures.extract(nlp(text), None)] == ["12"]


@pytest.mark.parametrize("word", "serious other further additional major more".split())
def test_none_of_some_are_not_none_at_all(nlp, word):
    assert list(figures.extract(nlp(f"There were no {word} injuries."), None)) == []


@pytest.mark.parametrize("word", "no without nor neither".split())
def test_none(nlp, word):
    (found,) = figures.extract(nlp(f"It passed {word} injuries."), None)
    assert (found.label, found.value) == ("INJURED", "0")


@pytest.mark.parametrize(
    "word",
    "death deaths killing killings murder assassination slaying execution "
    "massacre beheading murdering assassinating executing slaughtering massacring "
    "lives bodies body".split(),
)
def test_deeds(nlp, word):
    (found,) = figures.extract(nlp(f"The {word} of two men shook us."), None)
    assert (found.label, found.value) == ("KILLED", "2")
    assert list(figures.extract(nlp(f"The {word} to two men."), None)) == []


@pytest.mark.parametrize("word", "injury injuries".split())
def test_injuries(nlp, word):
    (found,) = figures.extract(nlp(f"There was {word} to two men."), None)
    assert (found.label, found.value) == ("INJURED", "2")


@pytest.mark.parametrize("word", "suffered sustained received".split())
def test_who_suffered(nlp, word):
    (found,) = figures.extract(nlp(f"Two men {word} very bad injuries."), None)
    assert (found.label, found.value) == ("INJURED", "2")
    text = f"Two men {word} a very long list of injuries."
    assert list(figures.extract(nlp(text), None)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nine men were treated for light injuries.", [("INJURED", "9")]),
        ("Nine men were taken to a hospital with injuries.", [("INJURED", "9")]),
        ("Nine men needed hospital treatment.", [("INJURED", "9")]),
        ("Nine men were hospitalised.", [("INJURED", "9")]),
        ("Nine men received burns.", [("INJURED", "9")]),
        ("Nine men received a letter about injuries.", []),
        ("The dead number 26.", [("KILLED", "26")]),
        ("The wounded numbered forty.", [("INJURED", "40")]),
        ("They put the number of dead at 35.", [("KILLED", "35")]),
        ("They gave the number of dead as 35.", [("KILLED", "35")]),
        ("The number of wounded stood at 35.", [("INJURED", "35")]),
        ("They wrote of the dead at 35 Mill Road.", []),
        ("They owned to the loss of six guards.", [("KILLED", "6")]),
        ("They owned to the loss of six trucks.", []),
        ("There was no loss of life.", []),
        ("It went off without injuring anyone.", [("INJURED", "0")]),
        (
            "It went off without killing or wounding anybody.",
            [("INJURED", "0"), ("KILLED", "0")],
        ),
        ("It went off without killing the guards.", []),
        ("Nobody was badly hurt.", []),
        ("No one was seriously injured.", []),
        ("No one was hurt.", [("INJURED", "0")]),
    ],
)
def test_who_is_counted(nlp, text, found):
    read = sorted((m.label, m.value) for m in figures.extract(nlp(text), None))
    assert read == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It took 12 lives.", ["12"]),
        ("It took more than 12 lives.", ["13.."]),
        ("Two men lost their lives.", ["2"]),
        ("Two men were losing their lives.", ["2"]),
        ("Lives were lost.", []),
        ("There were not yet any long lists of casualties.", ["0"]),
        ("There were not, it is said, in all the land any casualties.", []),
        ("There were n't any deaths.", ["0"]),
        ("It fell.\n\nNo deaths were seen.", ["0"]),
        ("It fell, they say no.\n\nThe deaths were seen.", []),
    ],
)
def test_lives_and_none(nlp, text, value):
    assert [m.value for m in figures.extract(nlp(text), None)] == value
