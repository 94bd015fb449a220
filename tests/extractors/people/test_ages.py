"""Ages, and whose they are."""

import pytest

from incidents.extractors import people
from tests.told import cases, told


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
A 22-year-old man, a 22 year old man, a man who is 22 years old, a thirty-five-year-old judge.
  AGE 22 | 22-year-old | of=<man> role=unknown
  AGE 22 | 22 year old | of=<man> role=unknown
  AGE 22 | 22 years old | role=unknown
  AGE 35 | thirty-five-year-old | of=<judge> role=unknown
Anna Berg, a 62-year-old nurse, slept. The nurse, 22 years old, slept.
  PERSON Anna Berg | Anna Berg | role=unknown
  AGE 62 | 62-year-old | of=<Anna Berg> role=unknown
  AGE 22 | 22 years old | role=unknown
Anna Berg, 62 years old, slept. It is two years old. It is 116 years old. It is 115 years old. A 0-year-old.
  PERSON Anna Berg | Anna Berg | role=unknown
  AGE 62 | 62 years old | role=unknown
  AGE 2 | two years old | role=unknown
  AGE 115 | 115 years old | role=unknown
They were aged 14, 17, and 20. They were ages 14 to 17. He was of age. She was aged twelve.
  AGE 14 | aged 14 | role=unknown
  AGE 17 | 17 | role=unknown
  AGE 20 | 20 | role=unknown
  AGE 14 | ages 14 | role=unknown
  AGE 12 | aged twelve | role=unknown
At the age of 30 she left; at age 22 he came; boys aged between 12 and 14 slept; aged of 13.
  AGE 30 | age of 30 | role=unknown
  AGE 22 | age 22 | role=unknown
  AGE 12 | aged between 12 | role=unknown
  AGE 14 | 14 | role=unknown
  AGE 13 | aged of 13 | role=unknown
Anna Berg, aged 62, and Omar Hassan, age 22, slept. Anna Berg aged 62 slept.
  AGE 62 | aged 62 | role=unknown
  AGE 22 | age 22 | role=unknown
  AGE 62 | aged 62 | role=unknown
They named Anna Berg, 62, of Oslo. Mr Hassan (22) came. Mr Hassan (22 came.
  PERSON Anna Berg | Anna Berg | role=unknown
  AGE 62 | 62 | of=<Anna Berg> role=unknown
  PERSON Hassan | Hassan | role=unknown
  AGE 22 | 22 | of=<Hassan> role=unknown
  PERSON Hassan | Hassan | role=unknown
They named Anna Berg, 62; Omar Hassan, 22. They named Anna Berg, 62 was nice. They named Anna Berg, 62 men. They named Anna Berg (62 men).
  PERSON Anna Berg | Anna Berg | role=unknown
  AGE 62 | 62 | of=<Anna Berg> role=unknown
  PERSON Omar Hassan | Omar Hassan | role=unknown
  AGE 22 | 22 | of=<Omar Hassan> role=unknown
  PERSON Anna Berg | Anna Berg | role=unknown
  AGE 62 | 62 | of=<Anna Berg> role=unknown
  PERSON Anna Berg | Anna Berg | role=unknown
  PERSON Anna Berg | Anna Berg | role=unknown
They named Anna Berg, 4, and Omar Hassan, 5, there. They named Anna Berg, 62 and Omar Hassan, 22 from Oslo.
  PERSON Anna Berg | Anna Berg | role=unknown
  PERSON Omar Hassan | Omar Hassan | role=unknown
  AGE 5 | 5 | of=<Omar Hassan> role=unknown
  PERSON Anna Berg | Anna Berg | role=unknown
  AGE 62 | 62 | of=<Anna Berg> role=unknown
  PERSON Omar Hassan | Omar Hassan | role=unknown
  AGE 22 | 22 | of=<Omar Hassan> role=unknown
They named Anna Berg, 62 is here, and Omar Hassan, 1000, there.
  PERSON Anna Berg | Anna Berg | role=unknown
  AGE 62 | 62 | of=<Anna Berg> role=unknown
  PERSON Omar Hassan | Omar Hassan | role=unknown
He slept for two years. Old men. The year-old war. Several years old.
Name\tAge\nBerg\t22\nHassan\t33, 44\n\nNext\t55\n
  AGE 22 | 22 | role=unknown
  AGE 33 | 33 | role=unknown
  AGE 44 | 44 | role=unknown
Name\tAges of members\tTown\nBerg\tunknown\t12\nHassan\t(33) and 44%, 55\t66\nFoo\nBar\t77\n
  AGE 55 | 55 | role=unknown
  AGE 77 | 77 | role=unknown
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    assert told(text, people.extract(nlp(text), None)) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
A student of 22 fled. A judge of 22 cases fled. A crowd of 80 fled. Two men of 30 fled. A woman of 34 years fled.
A student of 22, fled.
  AGE 22 | 22 | of=<student> role=suspect
The guard, who is 45, fled. A trainee, 18, fled. A trainee, 9, fled. Two men, 21 and 24 years old, fled. A trainee, then 27, fled.
  AGE 45 | 45 | of=<guard> role=unknown
  AGE 18 | 18 | of=<trainee> role=suspect
  AGE 21 | 21 | role=suspect
  AGE 24 | 24 years old | role=suspect
  AGE 27 | 27 | of=<trainee> role=suspect
"""),  # noqa: E501
)
def test_ages_beside_a_noun(nlp, text, lines):
    assert told(text, people.extract(nlp(text), None)) == lines
