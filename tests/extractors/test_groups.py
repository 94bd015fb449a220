import time
from datetime import date

import pytest

from incidents.extractors import _gazetteer, groups
from incidents.extractors.groups.names import fold, words
from tests.marked import unmark

IS, ISKP = "islamic-state", "islamic-state-khorasan-province"
ELN = "national-liberation-army-of-colombia"


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(
            f"[Islamic State Khorasan Province](GROUP {ISKP}) ([ISKP](GROUP {ISKP})) "
            "spoke.",
            id="longest name, and its acronym",
        ),
        pytest.param(
            f"An [ISKP](GROUP {ISKP})-linked cell and pro-[ISIS](GROUP {IS}) men fled.",
            id="inside a token",
        ),
        pytest.param(
            f"[Islamic State](GROUP {IS}) spoke of [IS](GROUP {IS})'s plans.",
            id="possessive stays outside",
        ),
        pytest.param(
            f"[Islamic State](GROUP {IS}) and [IS's Khorasan Province](GROUP {ISKP})"
            " split.",
            id="possessive inside a name",
        ),
        pytest.param(
            "[AL-QA’IDA](GROUP al-qaeda), [al Qaeda](GROUP al-qaeda) and "
            "[al-Qa'ida](GROUP al-qaeda) are one.",
            id="apostrophe, hyphen, case",
        ),
        pytest.param(
            "THE [FARABUNDO MARTI\nNATIONAL LIBERATION FRONT]"
            "(GROUP farabundo-marti-national-liberation-front) "
            "([FMLN](GROUP farabundo-marti-national-liberation-front)) SAID SO.",
            id="capitals over a line end",
        ),
        pytest.param(
            "The [Haqqani network](GROUP haqqani-network) and "
            "[Kurdistan Worker's Party](GROUP kurdistan-workers-party) met.",
            id="head in lower case, apostrophe moved",
        ),
        pytest.param(
            "the men of [boko haram](GROUP boko-haram) and the [farc]"
            "(GROUP revolutionary-armed-forces-of-colombia) were never seen together.",
            id="a text without capitals",
        ),
        pytest.param(
            "[Farc](GROUP revolutionary-armed-forces-of-colombia) men left.",
            id="acronym as a word",
        ),
        pytest.param(
            "The [P.K.K.](GROUP kurdistan-workers-party) denied it.",
            id="acronym with points",
        ),
        pytest.param(
            "[CPI (Maoist)](GROUP communist-party-of-india-maoist) cadres fled.",
            id="bracket inside a name",
        ),
        pytest.param("National Liberation\n\nFront Street", id="not over a paragraph"),
        pytest.param("THE MAYOR IS ILL. THIS IS ALL.", id="IS in capitals"),
        pytest.param("Her ETA is noon, let it be.", id="acronym without support"),
        pytest.param("The shining path of an islamic state.", id="common words"),
    ],
)
def test_names(nlp, marked):
    text, expected = unmark(marked, groups.__name__)
    assert list(groups.extract(nlp(text), None)) == expected


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(
            f"In Colombia the [ELN](GROUP {ELN}) blew up a pipeline.",
            id="country decides",
        ),
        pytest.param("[ELN](GROUP) guerrillas blew up a pipeline.", id="open"),
        pytest.param("The ELN blew up.", id="no support"),
        pytest.param(
            f"Colombian and Bolivian police fear the [National Liberation Army]"
            f"(GROUP {ELN}) of the [Colombian National Liberation Army](GROUP {ELN}).",
            id="full name decides",
        ),
        pytest.param(
            "[Basque Homeland and Freedom](GROUP euskadi-ta-askatasuna) wrote. "
            "[ETA](GROUP euskadi-ta-askatasuna) will stop.",
            id="the same group by its own name",
        ),
        pytest.param(
            "In Belfast, the [IRA](GROUP provisional-irish-republican-army) "
            "called a truce.",
            id="region decides",
        ),
    ],
)
def test_ambiguous(nlp, marked):
    text, expected = unmark(marked, groups.__name__)
    assert list(groups.extract(nlp(text), None)) == expected


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(
            f"[Islamic State Khorasan](GROUP {ISKP}) (IKX) grew. It is an IKX cell.",
            id="letters that the name lacks",
        ),
        pytest.param(
            "SS men. [Abu Sayyaf](GROUP abu-sayyaf-group) ([AS](GROUP "
            "abu-sayyaf-group)) grew. An [AS](GROUP abu-sayyaf-group)-held town.",
            id="own acronym of a known group",
        ),
        pytest.param(
            "The LLF left. Militants of the [Lions of the Levant Front](GROUP) "
            "([LLF](GROUP)) came. The [LLF](GROUP) left.",
            id="unlisted, from its definition on",
        ),
        pytest.param(
            "The [Liberation Tigers of Tamil Elam](GROUP "
            "liberation-tigers-of-tamil-eelam) ([LTTE](GROUP "
            "liberation-tigers-of-tamil-eelam)) fled.",
            id="known name with a slip",
        ),
        pytest.param(
            "The Lions of the Levant Front (LLF) sells shoes.", id="nothing armed"
        ),
        pytest.param(
            "Rebels shelled the Syrian Arab Army (SAA).", id="a state's own forces"
        ),
        pytest.param(
            "The Energy Trade Agency (ETA) of Spain met. ETA leaders were glad.",
            id="acronym of something else",
        ),
        pytest.param(
            "A group calling itself the [Sons of Dawn](GROUP) sent a letter.",
            id="told to be a group",
        ),
        pytest.param(
            "The [Levant Eagles Brigade](GROUP) claimed responsibility.",
            id="claims as a group",
        ),
        pytest.param("The Prime Minister claimed responsibility.", id="no group"),
        pytest.param(
            "The [Earth Liberation Front](GROUP earth-liberation-front) burned it. The "
            "[ELF](GROUP earth-liberation-front) in Eritrea was not asked.",
            id="initials of a name that stands in full, from there on",
        ),
        pytest.param(
            "The [Red Brigades](GROUP red-brigades) met. The RB met.",
            id="two words make no initials",
        ),
    ],
)
def test_defined(nlp, marked):
    text, expected = unmark(marked, groups.__name__)
    assert list(groups.extract(nlp(text), None)) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        pytest.param("ELN guerrillas fled.", None, "", id="no year: open"),
        pytest.param("In 1988 ELN guerrillas fled.", None, "", id="years of both"),
        pytest.param("In 2004 ELN guerrillas fled.", None, ELN, id="years of one"),
        pytest.param("ELN guerrillas fled.", date(2004, 5, 1), ELN, id="published"),
        pytest.param(
            "After 1988 and 1989, in 2004, ELN guerrillas fled.", None, "", id="oftener"
        ),
        pytest.param(
            "In room B-2004 ELN guerrillas fled.", None, "", id="no year at all"
        ),
        pytest.param(
            "In 2004, in Bolivia, ELN guerrillas fled.", None, ELN, id="not in its time"
        ),
    ],
)
def test_years_tell_groups_of_one_name_apart(nlp, text, published, expected):
    assert [m.value for m in groups.extract(nlp(text), published)] == [expected]


def test_every_name_is_found_again(nlp):
    """A name of one group alone is found where it claims, as that group's."""
    lost = []
    for entry in _gazetteer.load("groups").values():
        shared = entry.fields.get("ambiguous", ())
        for name in {entry.name, *entry.aliases} - set(shared):
            doc = nlp.make_doc(f"{name} claimed responsibility for the attack.")
            found = [(m.text, m.value) for m in groups.extract(doc, None)]
            if found != [(name, entry.id)]:
                lost.append((entry.id, name, found))
    assert lost == []


def test_attributes(nlp):
    text = "Daesh struck. ELN guerrillas fled. A group called the Sons of\nDawn hid."
    assert [m.attributes for m in groups.extract(nlp(text), None)] == [
        (("name", "Islamic State"),),
        (("candidates", f"ejercito-de-liberacion-nacional-de-bolivia|{ELN}"),),
        (("name", "Sons of Dawn"),),
    ]


def test_names_shared_by_two_groups_are_marked_ambiguous():
    owners: dict[tuple[str, ...], set[str]] = {}
    for entry in _gazetteer.load("groups").values():
        for name in {entry.name, *entry.aliases} - set(
            entry.fields.get("ambiguous", ())
        ):
            key = tuple(fold(w.text) for w in words(name))
            owners.setdefault(key, set()).add(entry.id)
    assert {k: v for k, v in owners.items() if len(v) > 1} == {}


def test_parents_are_entries():
    entries = _gazetteer.load("groups")
    parents = {p for e in entries.values() for p in e.fields.get("parents", ())}
    assert parents - set(entries) == set()


@pytest.mark.parametrize("text", ["", " ", "(", "A" * 50_000, "IS's " * 2_000])
def test_never_raises(nlp, text):
    assert list(groups.extract(nlp.make_doc(text), None)) == []


@pytest.mark.parametrize("unit", ["Islamic State in ", "A-b (AB) ", "The Of The "])
def test_time_grows_with_length_only(nlp, unit):
    doc = nlp.make_doc(unit * 4_000)
    list(groups.extract(nlp.make_doc("warm"), None))
    start = time.process_time()
    list(groups.extract(doc, None))
    assert time.process_time() - start < 3
