"""Where a name begins and ends."""

import pytest

from incidents.extractors import people
from tests.told import cases, parsed, parsed_cases, told


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
Anna Berg, 62, slept. Mrs Berg slept. Ms. Lund slept. Berg slept. Lund slept.
  PERSON Anna Berg | Anna Berg | role=unknown
  AGE 62 | 62 | of=<Anna Berg> role=unknown
  PERSON Anna Berg | Berg | role=unknown
  PERSON Lund | Lund | role=unknown
  PERSON Anna Berg | Berg | role=unknown
  PERSON Lund | Lund | role=unknown
He was named Jan van der Berg. He was called Omar bin Hassan. She is known as Anna Berg. Men such as Anna Berg.
  PERSON Jan van der Berg | Jan van der Berg | role=unknown
  PERSON Omar bin Hassan | Omar bin Hassan | role=unknown
  PERSON Anna Berg | Anna Berg | role=unknown
  PERSON Jan van der Berg | Berg | role=unknown
General Ahmed Wali spoke. Turkish President Recep Erdogan spoke. The mayor of Oslo Anna Berg.
  PERSON Ahmed Wali | Ahmed Wali | role=official
  PERSON Recep Erdogan | Recep Erdogan | role=official
Abdusamad A. lived there. Ibrahim M. G. lived there. A. Berg lived there. Vitamin A. Plan B works.
  PERSON Abdusamad A. | Abdusamad A. | role=unknown
  PERSON Ibrahim M. G. | Ibrahim M. G. | role=unknown
Police arrested John Smith, 22. Islamic State, 22. Park Road, 22.
  PERSON John Smith | John Smith | before=suspect role=suspect
  AGE 22 | 22 | of=<John Smith> role=suspect
Sheikh Omar al-Baghdadi, Dr. Li and Prince Al Fahd came.
  PERSON Omar al-Baghdadi | Omar al-Baghdadi | role=unknown
  PERSON Al Fahd | Al Fahd | role=unknown
Mr Anna\n\nBerg came. Mr Smith. Anna came.
  PERSON Anna | Anna | role=unknown
  PERSON Smith | Smith | role=unknown
  PERSON Anna | Anna | role=unknown
He was named Anna Berg Lund Moe Dahl Vik Hagen Strand, 22.
  PERSON Anna Berg Lund Moe Dahl Vik Hagen | Anna Berg Lund Moe Dahl Vik Hagen | role=unknown
JOHN SMITH, 22, CAME. MR SMITH CAME.
He was named ANNA Berg. He was named Anna BERG. He was named Anna B. He was named Anna-Lena O'Neill.
  PERSON Anna B. | Anna B. | role=unknown
  PERSON Anna-Lena O'Neill | Anna-Lena O'Neill | role=unknown
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    assert told(text, people.extract(nlp(text), None)) == lines


@pytest.mark.parametrize(
    ("text", "parse", "lines"),
    parsed_cases(r"""
Canadian Ambassador Anthony Vincent said so.
  = JJ/amod/1/NORP NNP/compound/3 NNP/compound/3/PERSON NNP/nsubj/4/PERSON VBD/ROOT/4 RB/advmod/4 ./punct/4
  PERSON Anthony Vincent | Anthony Vincent | after=official role=official
Omar Khalid was arrested in Paris.
  = NNP/compound/1/PERSON NNP/nsubjpass/3/PERSON VBD/auxpass/3 VBN/ROOT/3 IN/prep/3 NNP/pobj/4/GPE ./punct/3
  PERSON Omar Khalid | Omar Khalid | after=suspect role=suspect
He met Oslo Bank, 22, there.
  = PRP/nsubj/1 VBD/ROOT/1 NNP/compound/3/ORG NNP/dobj/1/ORG ,/punct/3 CD/appos/3/DATE ,/punct/3 RB/advmod/1 ./punct/1
Anna Berg Lund slept. He saw Berg.
  = NNP/compound/2/PERSON NNP/compound/2/PERSON NNP/nsubj/3/PERSON VBD/ROOT/3 ./punct/3 PRP/nsubj/6 VBD/ROOT/6 NNP/dobj/6/PERSON ./punct/6
  PERSON Anna Berg Lund | Anna Berg Lund | role=unknown
The guards of John Smith slept.
  = DT/det/1 NNS/nsubj/5 IN/prep/1 NNP/compound/4/PERSON NNP/pobj/2/PERSON VBD/ROOT/5 ./punct/5
  PERSON John Smith | John Smith | role=unknown
A rebel fled to Oslo.
  = DT/det/1 NN/nsubj/2 VBD/ROOT/2 IN/prep/2 NNP/pobj/3/GPE ./punct/2
  SUSPECTS 1 | A rebel | kind=attacker number=<A> people=rebel role=suspect trigger=<rebel>
Police said Anna fled.
  = NNS/nsubj/1 VBD/ROOT/1 NNP/nsubj/3/PERSON VBD/ccomp/1 ./punct/1
Nurse Olga Petrova was charged.
  = NNP/compound/2 NNP/compound/2/PERSON NNP/nsubjpass/4/PERSON VBD/auxpass/4 VBN/ROOT/4 ./punct/4
  PERSON Olga Petrova | Olga Petrova | after=suspect role=suspect
Nurse Petrova was charged.
  = NNP/compound/1/PERSON NNP/nsubjpass/3/PERSON VBD/auxpass/3 VBN/ROOT/3 ./punct/3
  PERSON Nurse Petrova | Nurse Petrova | after=suspect role=suspect
It was set by Ugo Bassi, his brother Enzo Bassi and Rita Neri.
  = PRP/nsubjpass/2 VBD/auxpass/2 VBN/ROOT/2 IN/agent/2 NNP/compound/5/PERSON NNP/pobj/3/PERSON ,/punct/5 PRP$/poss/8 NN/appos/5 NNP/compound/10/PERSON NNP/appos/8/PERSON CC/cc/10 NNP/compound/13/PERSON NNP/conj/10/PERSON ./punct/2
  PERSON Ugo Bassi | Ugo Bassi | role=unknown
  PERSON Enzo Bassi | Enzo Bassi | role=unknown
  PERSON Rita Neri | Rita Neri | role=unknown
It was planted by Ugo Bassi, his brother Enzo Bassi and Rita Neri.
  = PRP/nsubjpass/2 VBD/auxpass/2 VBN/ROOT/2 IN/agent/2 NNP/compound/5/PERSON NNP/pobj/3/PERSON ,/punct/5 PRP$/poss/8 NN/appos/5 NNP/compound/10/PERSON NNP/appos/8/PERSON CC/cc/10 NNP/compound/13/PERSON NNP/conj/10/PERSON ./punct/2
  PERSON Ugo Bassi | Ugo Bassi | before=suspect role=suspect
  PERSON Enzo Bassi | Enzo Bassi | role=suspect
  PERSON Rita Neri | Rita Neri | role=suspect
"""),  # noqa: E501
)
def test_parsed(nlp, text, parse, lines):
    assert told(text, people.extract(parsed(nlp, text, parse), None)) == lines
