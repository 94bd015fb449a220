"""Acronyms that a report defines itself."""

import pytest

from incidents.extractors import groups
from incidents.extractors.groups.definitions import acronym_after, armed_name, unlisted
from incidents.extractors.groups.names import words
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


@pytest.mark.parametrize(
    ("name", "armed"),
    [
        ("Red Dawn Front", True),
        ("Red Dawn Army", True),
        ("Army of Red Dawn", True),
        ("Peruvian Army", False),
        ("Peruvian Army of Dawn", True),
        ("Red Dawn Club", False),
        ("Red Dawn Police", False),
        ("National Army", False),
        ("Joint Dawn Forces", False),
        ("Rapid Forces", False),
        ("Trade Dawn Organization", False),
        ("Dawn Organisation", True),
        ("Revolutionary Guards", False),
    ],
)
def test_armed_name(name, armed):
    assert armed_name(name) == armed


@pytest.mark.parametrize(
    ("text", "acronyms"),
    [
        ("the Lions of the Levant Front (LLF)", ["LLF"]),
        ("the Lions of the Levant Front (LLF-X)", []),
        ("the Lions on the Levant Front (LLF)", ["LLF"]),
        ("the Lions by the Levant Front (LLF)", []),
        ("the Lions, Levant Front (LLF)", []),
        ("the Lions-Levant Front (LLF)", ["LLF"]),
        ("the lions Levant Front (LLF)", []),
        ("the Lions of the Levant Front(LLF)", []),
        ("the Lions of the Levant Front (Llf)", []),
        ("(LLF)", []),
    ],
)
def test_unlisted(text, acronyms):
    assert [d.acronym for d in unlisted(text, words(text))] == acronyms


@pytest.mark.parametrize(
    ("text", "armed"),
    [
        ("Rebels fled. The Dawn Levant Front (DLF) sings.", False),
        ("The Dawn Levant Front (DLF) sings. Rebels fled.", False),
        ("The Dawn Levant Front (DLF) has rebels. It sings.", True),
        ("It sings. Rebels of the Dawn Levant Front (DLF).", True),
        ("Rebels fled.\n\nThe Dawn Levant Front (DLF) sings", False),
        ("The Rebels Levant Front (RLF) sings", False),
    ],
)
def test_only_its_sentence_makes_it_armed(text, armed):
    (definition,) = unlisted(text, words(text))
    assert definition.group == armed


def test_acronym_after():
    text = "Dawn Levant Front, or DLF, and"
    assert acronym_after(text, 17, text[:17]) == ("DLF", 22)
    assert acronym_after("Dawn Front (XF)", 10, "Dawn Front") is None
    assert acronym_after("Dawn Front (DX)", 10, "Dawn Front") is None
    assert acronym_after("Dawn Front DF", 10, "Dawn Front") is None


@pytest.mark.parametrize("small", "of the for and in to a de la y el al on".split())
def test_small_words_have_no_initial(small):
    text = f"the Lions {small} Levant Front (LLF)"
    assert [d.acronym for d in unlisted(text, words(text))] == ["LLF"]
