"""Each entry's examples are its tests; here is what no single entry shows."""

import re
from itertools import product

import pytest

from incidents.extractors import Mention, cues, extract
from incidents.extractors._cue_phrases import phrases
from incidents.extractors._gazetteer import load
from incidents.extractors.mention import Reached
from tests.conftest import ROOT
from tests.marked import reaches, unmark

ENTRIES = load("cues").values()
EXAMPLES = [
    pytest.param(example, id=f"{entry.id}: {example[:30]}")
    for entry in ENTRIES
    for example in entry.examples
]


def reached(nlp, marked):
    """What reaches each stretch of ``marked`` that says so, and what it says."""
    text, _ = unmark(marked, "")
    found = list(cues.extract(nlp(text), None))
    for probe, wanted in reaches(marked):
        (told,) = (
            m for m in cues.with_reached(sorted([*found, probe])) if m.label == "PROBE"
        )
        yield probe.text, {r.category for r in told.reached()}, wanted


@pytest.mark.parametrize("marked", EXAMPLES)
def test_a_cue_reaches_what_its_example_says(nlp, marked):
    for words, found, wanted in reached(nlp, marked):
        assert found == wanted, words


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("No bomb. A [car](|) blew up.", id="sentence"),
        pytest.param("No bomb\n\nA [car](|) blew up", id="paragraph"),
        pytest.param("No bomb\tA [car](|)", id="cell"),
        pytest.param("No bomb was found; a [car](|) blew up.", id="semicolon"),
        pytest.param("No bomb was found, a [car](|) blew up.", id="comma"),
        pytest.param("No bomb – a [car](|).", id="dash"),
        pytest.param("No bomb\n * A [car](|) blew up", id="bullet"),
        pytest.param("No bomb (a [car](|) blew up in the wide square).", id="bracket"),
        pytest.param("No bomb was found and two [cars](|) burned.", id="and two"),
        pytest.param("Not one shot, [police](|speech) said.", id="speech ends it"),
        pytest.param("No a b c d e f [gun](|).", id="six words"),
        pytest.param("A [guard](|) was not hurt.", id="not backward"),
        pytest.param("A man from [Oslo](|origin) in May saw the [raid](|).", id="four"),
    ],
)
def test_a_scope_ends(nlp, marked):
    for words, found, wanted in reached(nlp, marked):
        assert found == wanted, words


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("No cars, shops or [homes](|negation) burned.", id="list"),
        pytest.param("Never has the (ETA) [group](|negation) hit.", id="brackets"),
        pytest.param(
            "It might have, a court was told, [killed](|hypothetical,court,speech).",
            id="aside",
        ),
        pytest.param("About approx. no twelve [men](|negation).", id="abbreviation"),
        pytest.param("It didn’t [explode](|failed).", id="curly apostrophe"),
        pytest.param("He is not pro-[ETA](|negation).", id="hyphen"),
        pytest.param(
            "Some [mayors](|) of the north and of the far south met BRNO, 4"
            " [May](|dateline) (AFP) - A [bomb](|) fell.",
            id="headline before a dateline",
        ),
        pytest.param("NO ONE WAS [KILLED](|negation)", id="capitals"),
        pytest.param("No  one\nwas [killed](|negation)", id="broken line"),
    ],
)
def test_a_scope_goes_on(nlp, marked):
    for words, found, wanted in reached(nlp, marked):
        assert found == wanted, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("It was no doubt a raid.", [], id="only looks like one"),
        pytest.param("He did not only shout.", [], id="in the middle"),
        pytest.param(
            "Police denied the first reports.", ["refuted"], id="longest, over a gap"
        ),
        pytest.param(
            "It denied, in print, rumours.", ["denied", "refuted"], id="comma"
        ),
        pytest.param("He denied it.", ["denied"], id="at the end"),
        pytest.param("No", ["negation"], id="alone"),
        pytest.param("RIGA, 4 May (AFP)\n\nIt fell.", ["dateline"], id="paragraph"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_the_longest_phrase_is_taken(nlp, text, found):
    assert [m.value for m in cues.extract(nlp(text), None)] == found


def test_every_other_mention_knows_what_reaches_it(nlp):
    found = extract(nlp("No bomb blew up in Paris. A bomb blew up in Lyon."))
    no = Reached("negation", 0, 2)
    assert {m.text: m.reached("negation") for m in found if m.label == "PLACE"} == {
        "Paris": (no,),
        "Lyon": (),
    }
    assert not any(m.reached() for m in found if m.label == cues.LABEL)


@pytest.mark.parametrize(
    ("told", "asked", "found"),
    [
        pytest.param(None, (), (), id="nothing"),
        pytest.param("fear@3:7", ("hedge",), (), id="another"),
        pytest.param("fear@3:7", (), (Reached("fear", 3, 7),), id="all"),
        pytest.param(
            "fear@3:7|hedge@9:12",
            ("hedge", "claim"),
            (Reached("hedge", 9, 12),),
            id="one of two",
        ),
    ],
)
def test_reached(told, asked, found):
    attributes = (("reached", told),) if told else ()
    mention = Mention(0, 1, "PLACE", "x", "", "", attributes)
    assert mention.reached(*asked) == found


def test_no_phrase_is_of_two_entries():
    owner = {}
    for entry in ENTRIES:
        for alias in (entry.name, *entry.aliases):
            for phrase in phrases(alias):
                for words in product(*map(sorted, phrase)):
                    assert owner.setdefault(words, entry.id) == entry.id, words


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_an_entry_says_where_it_reaches(entry):
    fields = entry.fields
    if fields["category"] in (cues.NONE, cues.END):
        assert set(fields) == {"category"}
        return
    assert fields["direction"] in ("forward", "backward", "both")
    assert fields["scope"] in ("clause", "sentence", "passage") or fields["scope"] > 0
    assert set(fields) <= {"category", "direction", "scope", "ends"}


def test_the_manual_has_every_category_and_no_other():
    manual = (ROOT / "gazetteers" / "README.md").read_text(encoding="utf-8")
    (told,) = re.findall(r"^\| `category` \| (what the cue says .*)$", manual, re.M)
    categories = {entry.fields["category"] for entry in ENTRIES}
    assert set(re.findall(r"`(\w+)`", told)) == categories


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("ETA claimed its deadliest massacre", "claim"),
        ("ETA claimed both bombs", "claim"),
        ("ETA claimed both.", "claim"),
        ("ETA claimed them;", "claim"),
        ("ETA claimed these rockets", "claim"),
        ("ETA claims his murder", "claim"),
        ("ETA claimed both men fled", "speech"),
        ("ETA claimed the house fell", "speech"),
        ("There was no proof of a raid", "negation"),
        ("There was no proof that he fell", "refuted"),
        ("There was little reason to believe it", "refuted"),
        ("It was a mere figment", "refuted"),
        ("No one could say whether it fell", "hypothetical"),
        ("They doubted whether it fell", "hypothetical"),
        ("It was widely feared that ten died", "fear"),
        ("There were grave fears that ten died", "fear"),
    ],
)
def test_words_apart(nlp, text, category):
    assert category in {m.value for m in cues.extract(nlp(text), None)}
