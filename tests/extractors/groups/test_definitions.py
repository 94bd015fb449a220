"""Acronyms that a report defines itself."""

import pytest

from extractors import groups
from tests.told import cases, told


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
Rebels of the Lions of the Levant Front (LLF) fled. The LLF fled. An LLF-led cell fled. The LLFs fled.
  GROUP | Lions of the Levant Front | name=Lions of the Levant Front
  GROUP | LLF | name=Lions of the Levant Front
  GROUP | LLF | name=Lions of the Levant Front
  GROUP | LLF | name=Lions of the Levant Front
Rebels of the "Lions of the Levant Front" ("LLF") fled. The LLF fled.
  GROUP | Lions of the Levant Front | name=Lions of the Levant Front
  GROUP | LLF | name=Lions of the Levant Front
  GROUP | LLF | name=Lions of the Levant Front
Rebels of the Lions of the Levant Front [LLF] fled. The LLF fled.
  GROUP | Lions of the Levant Front | name=Lions of the Levant Front
  GROUP | LLF | name=Lions of the Levant Front
  GROUP | LLF | name=Lions of the Levant Front
Rebels of the Lions of the Levant (LLX) fled. The LLX fled.
Rebels of the Red Lions Movement (RLM) fled; the RLM too. The Red Lions Club (RLC) fled; the RLC too.
  GROUP | Red Lions Movement | name=Red Lions Movement
  GROUP | RLM | name=Red Lions Movement
  GROUP | RLM | name=Red Lions Movement
Rebels saw the Red National Army (RNA). Rebels saw the Peruvian Red Army (PRA). Rebels saw the Task Forces Front (TFF). Rebels saw the World Health Organization (WHO).
The Islamic State, or ISX, fled. The ISX fled. The Islamic State, known as IST, fled. The IST fled. The Islamic State, also known as ISL, fled; the ISL too.
  GROUP islamic-state | Islamic State | name=Islamic State
  GROUP islamic-state | Islamic State | name=Islamic State
  GROUP islamic-state | IST | name=Islamic State
  GROUP islamic-state | IST | name=Islamic State
  GROUP islamic-state | Islamic State | name=Islamic State
  GROUP islamic-state | ISL | name=Islamic State
  GROUP islamic-state | ISL | name=Islamic State
The Islamic State (ISZ) fled. In ISZ they fled. The Islamic State (QQQ) fled; the QQQ too.
  GROUP islamic-state | Islamic State | name=Islamic State
  GROUP islamic-state | Islamic State | name=Islamic State
The Liberation Tigers of Tamil Elam (LTTE) fled. The Libration Tigers of Tamil Elam (LTTE) fled. The Long Tale of Two Eels (LTTE) fled.
  GROUP liberation-tigers-of-tamil-eelam | Liberation Tigers of Tamil Elam | name=Liberation Tigers of Tamil Eelam
  GROUP liberation-tigers-of-tamil-eelam | LTTE | name=Liberation Tigers of Tamil Eelam
  GROUP liberation-tigers-of-tamil-eelam | Libration Tigers of Tamil Elam | name=Liberation Tigers of Tamil Eelam
  GROUP liberation-tigers-of-tamil-eelam | LTTE | name=Liberation Tigers of Tamil Eelam
  GROUP liberation-tigers-of-tamil-eelam | LTTE | name=Liberation Tigers of Tamil Eelam
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    assert told(text, groups.extract(nlp(text), None)) == lines
