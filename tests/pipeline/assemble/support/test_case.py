"""What is cited for a value, and whether that is told as what happened."""

from dataclasses import replace

import pytest

from incidents.pipeline.assemble.support.case import AHEAD, TAKEN_BACK, Trial
from incidents.pipeline.assemble.support.reading import Reading
from incidents.pipeline.records import Incident
from tests.pipeline.assemble.support.made import case, read
from tests.pipeline.assemble.support.marks import BACK, HIT, RIGA


def only(shown, label):
    (found,) = shown.shown[0].of(label)
    return found


def is_real(category, *barring, **more):
    shown = case("places", f"[Maybe](CUE {category}) it {HIT}.", **more)
    return shown.real(only(shown, "EVENT"), *barring)


def is_told(marked, words="Riga", **more):
    shown = case("places", marked, **more)
    start = shown.trial.report.text.index(words)
    return shown.told(shown.shown[0], (start, start + len(words)))


def test_what_takes_back_and_what_is_to_come():
    assert set(TAKEN_BACK) == {"refuted", "exercise", "fiction"}
    assert set(AHEAD) == {"fear", "hypothetical", "planned", "threat"}


@pytest.mark.parametrize("category", [*TAKEN_BACK, *AHEAD])
def test_what_did_not_happen_is_not_real(category):
    assert not is_real(category)


@pytest.mark.parametrize("category", ["negation", "hedge", "speech", "failed"])
def test_what_is_said_otherwise_is_real(category):
    assert is_real(category)
    assert not is_real(category, category)


@pytest.mark.parametrize("kind", ["plot", "arrest"])
def test_what_is_to_come_is_real_of_a_plot(kind):
    for category in AHEAD:
        assert is_real(category, incident_type=kind)
    for category in TAKEN_BACK:
        assert not is_real(category, incident_type=kind)


def test_a_denial_is_real_of_what_is_denied():
    assert is_real("refuted", assertion="denied")
    assert not is_real("exercise", assertion="denied")
    assert not is_real("fiction", assertion="denied")
    assert not is_real("refuted", assertion="alleged")


def test_what_bars_unless_denied():
    assert case("places", RIGA).unless_denied("negation") == ("negation",)
    assert case("places", RIGA, assertion="denied").unless_denied("negation") == ()


@pytest.mark.parametrize("category", [*TAKEN_BACK, *AHEAD])
def test_words_of_what_did_not_happen_are_not_told(category):
    assert not is_told(f"[Maybe](CUE {category}) it {HIT} {RIGA}.")
    for label in ("CASUALTIES", "EVENT", "INJURED", "KILLED"):
        assert not is_told(f"[Maybe](CUE {category}) [it]({label} 1) {RIGA}.")


@pytest.mark.parametrize("category", AHEAD)
def test_words_of_what_is_to_come_are_told_beside_an_act_that_is_not(category):
    cue = f"[then](CUE {category}; reach=then Riga)"
    assert is_told(f"It {HIT} {cue} {RIGA}.")
    assert is_told(f"It was {cue} {RIGA}.")
    assert is_told(f"It [fell](EVENT fall), {HIT} {cue} {RIGA}.")
    assert is_told(f"[Maybe](CUE {category}) {RIGA}.")


@pytest.mark.parametrize("category", TAKEN_BACK)
def test_words_taken_back_are_not_told_beside_an_act_that_is(category):
    cue = f"[then](CUE {category}; reach=then Riga)"
    assert not is_told(f"It {HIT} {cue} {RIGA}.")
    other = f"[then](CUE {category}; reach=then it fell) it [fell](EVENT fall)"
    assert is_told(f"It {HIT}, {other}, {RIGA}.")


def test_words_next_to_what_is_taken_back_are_told():
    for near in ("(CUE fiction; reach=then )", "(CUE fiction; reach=then)"):
        assert is_told(f"It {HIT} [then]{near} {RIGA}.")
    assert is_told(f"It {HIT} {RIGA}[, then](CUE fiction; reach=, then).")


def test_what_follows_undoes_a_passage_but_not_a_denied_one():
    back = f"It {HIT} {RIGA}. [False story](CUE refuted; reach=False story)."
    assert not is_told(back, cited="It hit Riga.")
    assert is_told(back, cited="It hit Riga.", assertion="denied")
    assert case("places", back).undone(case("places", back).shown[0])
    sound = case("places", f"It {HIT} {RIGA}.")
    assert not sound.undone(sound.shown[0])


def test_the_passages_of_the_event():
    shown = case("places", RIGA, event=f"It {HIT}.")
    assert [p.quote for p in shown.event] == ["It hit."]
    assert [p.quote for p in shown.shown] == ["Riga"]
    assert case("places", RIGA).event == ()


def test_the_same_case_wherever_the_value_stands():
    shown = case("places", f"{RIGA} and more.", focus="Riga")
    (anywhere,) = shown.of(shown.shown).shown
    assert anywhere.focus is None
    assert shown.of([]).shown == ()


@pytest.mark.parametrize(
    ("cited", "path", "speaks"),
    [
        ("places", "places[0]", True),
        ("places[0]", "places", True),
        ("places[0]", "places[0]", True),
        ("places[0]", "places[1]", False),
        ("places[0]", "countries[0]", False),
        ("suspects.people[0].legal", "suspects.people[0]", True),
    ],
)
def test_a_citation_speaks_for_what_is_below_it(cited, path, speaks):
    shown = case(cited, RIGA)
    assert bool(shown.trial.passages(path)) is speaks
    assert bool(shown.trial.passages("killed", path)) is speaks


def test_a_citation_whose_quote_is_not_the_text_is_none():
    report, mentions, (span,) = read(RIGA)
    cited = report.cite("places", *span)
    told = Incident("d", "attack", citations=(cited, replace(cited, quote="Oslo")))
    trial = Trial(told, Reading(report, mentions))
    assert trial.citations == (cited,)
    assert [p.quote for p in trial.passages("places")] == ["Riga"]


def test_a_passage_is_read_once():
    shown = case("places", RIGA)
    (again,) = shown.trial.passages("places")
    assert again is shown.shown[0]


def test_only_what_stands_before_is_undone():
    marked = f"A [Riga](PLACE 1) bomb {HIT}. {BACK} A mall was {HIT}."
    shown = case("places", marked)
    (one,) = shown.shown
    assert shown.undone(one, one.text.index("bomb"))
    assert not shown.undone(one, one.text.index("mall"))
    assert not shown.undone(one)
    denied = case("places", marked, assertion="denied")
    assert not denied.undone(one, one.text.index("bomb"))


def test_what_is_asked_is_not_told():
    asked = case("places", f"Was {RIGA} {HIT}?").shown[0]
    trial = case("places", f"Was {RIGA} {HIT}?")
    assert trial.undone(asked)
    assert trial.undone(asked, asked.text.index("Riga"))
    told = case("places", f"Who came? {RIGA} was {HIT}. Why?")
    (passage,) = told.shown
    assert not told.undone(passage)
    assert told.undone(passage, 0)
    assert not told.undone(passage, passage.text.index("Riga"))
    parts = case("places", f"{RIGA} was {HIT}; was it war?")
    assert not parts.undone(parts.shown[0], 0)
