"""Names of groups, however they are spelt."""

import pytest

from incidents.extractors import groups
from incidents.extractors.groups.names import find, trie, words
from tests.told import cases, told


@pytest.mark.parametrize(
    ("text", "lines"),
    cases(r"""
The Islamic State's Khorasan Province, the Islamic State (Khorasan) and Islamic State, Khorasan fled.
  GROUP islamic-state-khorasan-province | Islamic State's Khorasan Province | name=Islamic State Khorasan Province
  GROUP islamic-state | Islamic State | name=Islamic State
  GROUP islamic-state | Islamic State | name=Islamic State
Al-Shabaab, al Shabab, Al-Shabāb and ash-Shabaab fled. Hizballah, Hezbollah and Hizbullah fled.
  GROUP al-shabaab | Al-Shabaab | name=Al-Shabaab
  GROUP al-shabaab | al Shabab | name=Al-Shabaab
  GROUP al-shabaab | Al-Shabāb | name=Al-Shabaab
  GROUP al-shabaab | ash-Shabaab | name=Al-Shabaab
  GROUP hezbollah | Hizballah | name=Hezbollah
  GROUP hezbollah | Hezbollah | name=Hezbollah
  GROUP hezbollah | Hizbullah | name=Hezbollah
Lashkar-i-Taiba and Lashkar-e-Taiba fled. Boko Haram's men fled. The Boko-Haram men fled.
  GROUP lashkar-e-taiba | Lashkar-i-Taiba | name=Lashkar-e-Taiba
  GROUP lashkar-e-taiba | Lashkar-e-Taiba | name=Lashkar-e-Taiba
  GROUP boko-haram | Boko Haram | name=Boko Haram
  GROUP boko-haram | Boko-Haram | name=Boko Haram
The Taleban, the Taliban and THE TALIBAN fled. The taliban fled. The Mujahideen fled.
  GROUP taliban | Taleban | name=Taliban
  GROUP taliban | Taliban | name=Taliban
  GROUP taliban | TALIBAN | name=Taliban
  GROUP taliban | taliban | name=Taliban
The P.K.K., the PKK, the Pkk and the pkk fled. Farc fled. The FARC's men fled.
  GROUP kurdistan-workers-party | P.K.K. | name=Kurdistan Workers' Party
  GROUP kurdistan-workers-party | PKK | name=Kurdistan Workers' Party
  GROUP revolutionary-armed-forces-of-colombia | Farc | name=Revolutionary Armed Forces of Colombia
  GROUP revolutionary-armed-forces-of-colombia | FARC | name=Revolutionary Armed Forces of Colombia
The Haqqani Network fled. The Haqqani network fled. The haqqani network fled.
  GROUP haqqani-network | Haqqani Network | name=Haqqani Network
  GROUP haqqani-network | Haqqani network | name=Haqqani Network
The Shining Path fled. The shining path fled. the Shining\nPath fled. The Shining\n\nPath fled. The Shining/Path fled.
  GROUP shining-path | Shining Path | name=Shining Path
  GROUP shining-path | Shining\nPath | name=Shining Path
  GROUP shining-path | Shining/Path | name=Shining Path
"""),  # noqa: E501
)
def test_told(nlp, text, lines):
    assert told(text, groups.extract(nlp(text), None)) == lines


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al-Shabaab", "al Shabab"),
        ("Lashkar-i-Taiba", "Lashkar-e-Taiba"),
        ("Organisation", "Organization"),
        ("Defence", "Defense"),
        ("Centre", "Center"),
        ("Labour", "Labor"),
        ("Qaeda", "Qa’ida"),
        ("Kaida", "Qaidah"),
        ("Hizballah", "Hezbollah"),
        ("Mujahideen", "Mujahedin"),
        ("Muhammad", "Mohamed"),
        ("Islamiyya", "Islamiyah"),
        ("Islamiah", "Islamiyya"),
        ("Shabāb", "Shabab"),
    ],
)
def test_fold(one, other):
    assert [w.key for w in words(one)] == [w.key for w in words(other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Al", "El Al"), ("Hamas", "Hama"), ("Labourers", "Labors"), ("as", "al")],
)
def test_what_differs_stays_apart(one, other):
    assert [w.key for w in words(one)] != [w.key for w in words(other)]


def test_words():
    found = words("The P.K.K.’s al-Qa'ida IS's")
    assert [(w.text, w.bare) for w in found] == [
        ("The", "The"),
        ("P.K.K.", "P.K.K."),
        ("s", "s"),
        ("al", "al"),
        ("Qa'ida", "Qa'ida"),
        ("IS's", "IS"),
    ]


NAMES = trie(
    [
        ("lions", "Lions brigade", False),
        ("tigers", "Tigers of the North battalion", False),
        ("llf", "LLF", False),
        ("let", "LeT", False),
        ("eta", "ETA", True),
        ("farc", "FARC", False),
        ("maoists", "Reds (Maoist)", False),
        ("of", "Front of Dawn, Unit", False),
        ("the-base", "The Base", False),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Lions Brigade and the Lions brigade", ["Lions Brigade", "Lions brigade"]),
        ("The lions brigade fled", []),
        ("Lions-Brigade, Lions‑Brigade, Lions‐Brigade, Lions – Brigade", 4),
        ("Tigers of the North Battalion", ["Tigers of the North Battalion"]),
        ("Tigers of the north battalion", []),
        ("The LLF, the L.L.F., the LLF's men, the llf, the Llf", 3),
        ("LeT, Let, LET, let", ["LeT"]),
        ("ETA, Eta, E.T.A.", ["ETA", "E.T.A."]),
        ("FARC, Farc, farc", ["FARC", "Farc"]),
        ("Reds (Maoist) and Reds Maoist", ["Reds (Maoist)"]),
        ("Reds (Maoist fled", []),
        ("Front of Dawn, Unit, Front of Dawn Unit", ["Front of Dawn, Unit"]),
        ("The Base, the base, The base", ["The Base"]),
        ("x" * 10 + " the lions brigade and the llf of let were nice to eta", 4),
        ("the lions brigade and the llf", []),
    ],
)
def test_find(text, found):
    read = [text[m.start : m.end] for m in find(text, words(text), NAMES)]
    assert (len(read) if isinstance(found, int) else read) == found


def test_a_match_knows_what_is_sure():
    text = "ETA and FARC"
    eta, farc = find(text, words(text), NAMES)
    assert (eta.ids, eta.sure) == ({"eta"}, frozenset())
    assert (farc.ids, farc.sure) == ({"farc"}, {"farc"})
    assert eta.names[0].acronym and farc.names[0].acronym


@pytest.mark.parametrize(
    "word",
    "network group cartel clan movement militia gang organization organisation brigade "
    "brigades battalion faction al el as ash".split(),
)
def test_words_that_reports_print_in_lower_case_as_well(word):
    names = trie([("dawn", f"Dawn {word.title()} Red", False)])
    text = f"Dawn {word} Red"
    assert [m.ids for m in find(text, words(text), names)] == [{"dawn"}]


@pytest.mark.parametrize("hyphen", ["-", "‑", "‐"])
def test_an_article_before_any_hyphen(hyphen):
    assert [w.key for w in words(f"As{hyphen}Dawn")] == ["al", "dawn"]
