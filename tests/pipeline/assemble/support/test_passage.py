"""A passage is the words cited, and what reaches into them."""

from datetime import date

import pytest

from incidents.extractors.mention import Mention, pack
from incidents.pipeline.assemble.support.passage import (
    passage,
    sentences,
    whole_words,
    word_after,
    word_before,
)
from incidents.pipeline.assemble.support.reading import Reading
from incidents.pipeline.records import Derivation, Report
from tests.pipeline.assemble.support.made import passage as marked_passage


def read(text, *mentions, cited="", derived=None, focus=None):
    day = date(2015, 4, 17)
    report = Report("d", "d.txt", "0", "text/plain", text, published=day)
    start = text.index(cited)
    end = start + len(cited) if cited else len(text)
    citation = report.cite("places", start, end, derived, focus)
    return passage(citation, Reading(report, sorted(mentions)))


def mention(text, words, label, value="", **attributes):
    start = text.index(words)
    end = start + len(words)
    return Mention(start, end, label, words, value, "hand", pack(**attributes))


def test_a_word_is_printed_whole_and_at_the_focus():
    text = "In Riga, or old Riga, not in Rigas."
    assert list(read(text).prints("riga")) == [(3, 7), (16, 20)]
    assert list(read(text, focus=(12, 20)).prints("riga")) == [(16, 20)]
    assert list(read(text, cited="In Riga").prints("riga")) == [(3, 7)]


def test_no_words_are_printed_nowhere():
    assert list(read("In Riga.").prints("")) == []
    assert not whole_words("  ").search("In Riga.")


def test_words_are_printed_however_they_are_broken():
    assert list(read("In New\n York.").prints("New York")) == [(3, 12)]


def test_a_cue_before_the_quote_reaches_into_it():
    text = "It is not true that a bomb fell. A shot fell."
    cue = mention(text, "not true", "CUE", "refuted", reach="0:32")
    assert list(read(text, cue, cited="a bomb fell").reached_by("refuted")) == [(0, 32)]
    assert not list(read(text, cue, cited="A shot fell").reached_by("refuted"))


def test_what_a_value_is_derived_from_is_read_too():
    text = "Killed\n12\n"
    header = mention(text, "Killed", "KILLED", "12")
    found = read(text, header, cited="12", derived=Derivation("column", 0, 6))
    assert found.of("KILLED") == (header,)
    assert found.derived == "column"
    assert read(text, header, cited="12").of("KILLED") == ()


def taken_back(after, before="A bomb fell in Riga.", cited=None, category="refuted"):
    """Whether ``before`` is undone where all of ``after`` is what a cue reaches."""
    text = f"{before}{after}"
    reach = f"{len(before)}:{len(text)}"
    cue = mention(text, "was a hoax", "CUE", category, reach=reach)
    act = [mention(text, "shot", "EVENT")] if "shot" in text else []
    return read(text, cue, *act, cited=cited or before).undone


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(" The shot was a hoax.", id="an act of its own"),
        pytest.param(
            " A letter to the mayor of the old town on the far side of the lake"
            " was a hoax.",
            id="long",
        ),
        pytest.param(" The day was long. The letter was a hoax.", id="two on"),
        pytest.param(" The day was long! The letter was a hoax.", id="two on: !"),
        pytest.param(" The day was long? The letter was a hoax.", id="two on: ?"),
        pytest.param("\n\nThe letter was a hoax.", id="another paragraph"),
        pytest.param("\nThe letter was a hoax.", id="another line"),
        pytest.param(f" The {'o' * 160} was a hoax.", id="far"),
    ],
)
def test_nothing_else_is_taken_back(after):
    assert not taken_back(after)


@pytest.mark.parametrize("category", ["negation", "denied", "hedge"])
def test_only_what_is_false_takes_back(category):
    assert not taken_back(" The story was a hoax.", category=category)


@pytest.mark.parametrize("mark", [".", "!", "?"])
@pytest.mark.parametrize("close", ["", '"', "”", "’", ")", '")'])
def test_a_short_sentence_takes_back_the_one_before_it(mark, close):
    assert taken_back(f"{close} The story was a hoax.", f"A bomb fell{mark}")


def test_a_short_sentence_takes_back_the_end_of_the_one_before_it():
    after, cited = " The story was a hoax.", "A bomb fell"
    assert taken_back(after, "A bomb fell in Riga.", cited)
    assert taken_back(after, f"A bomb fell{'o' * 80}.", cited)
    assert not taken_back(after, f"A bomb fell{'o' * 81}.", cited)
    assert not taken_back(after, "A bomb fell in Riga\nA gun.", cited)


def test_the_quote_may_take_itself_back():
    text = "A bomb fell. The story was a hoax."
    cue = mention(text, "was a hoax", "CUE", "refuted", reach=f"13:{len(text)}")
    assert read(text, cue).undone
    assert read(text, cue, cited="The story was a hoax.").undone
    assert read(text, cue, cited="A bomb").undone


def test_what_came_before_a_quote_takes_nothing_back():
    text = "The story was a hoax. A bomb fell."
    cue = mention(text, "was a hoax", "CUE", "refuted", reach="0:21")
    assert not read(text, cue, cited="A bomb fell.").undone


def test_a_reach_over_the_next_sentence_counts_to_the_end_of_its_own():
    text = "A bomb fell. It was a hoax. " + "The shot came in the same week, late. " * 3
    shot = mention(text, "shot", "EVENT")
    cue = mention(text, "was a hoax", "CUE", "refuted", reach=f"13:{len(text)}")
    assert read(text, cue, shot, cited="A bomb fell.").undone


@pytest.mark.parametrize("label", ["CASUALTIES", "EVENT", "INJURED", "KILLED"])
def test_acts_and_harm_are_a_sentences_own_matter(label):
    text = "A bomb fell. The shot was a hoax."
    cue = mention(text, "was a hoax", "CUE", "refuted", reach=f"13:{len(text)}")
    own = mention(text, "shot", label)
    assert not read(text, cue, own, cited="A bomb fell.").undone
    other = mention(text, "fell", label)
    assert read(text, cue, other, cited="A bomb fell.").undone
    assert read(text, cue, mention(text, "shot", "PLACE"), cited="A bomb fell.").undone


@pytest.mark.parametrize(("breath", "undone"), [(69, True), (70, False)])
def test_how_short_a_sentence_must_be(breath, undone):
    text = "A bomb fell. It was a hoax".ljust(13 + breath, "o")
    cue = mention(text, "was a hoax", "CUE", "refuted", reach=f"13:{len(text)}")
    assert (read(text, cue, cited="A bomb fell.").undone > 0) is undone


@pytest.mark.parametrize(("far", "undone"), [(159, True), (160, False)])
def test_how_far_into_the_next_sentence_a_cue_is_looked_for(far, undone):
    text = f"A bomb fell. {'o' * far}false"
    cue = mention(text, "false", "CUE", "refuted", reach=f"{13 + far}:{18 + far}")
    assert (read(text, cue, cited="A bomb fell.").undone > 0) is undone


def test_mentions_are_in_reading_order_with_the_cues_around():
    text = "It is not true that a bomb fell, it was said."
    one = mention(text, "not true", "CUE", "refuted", reach="0:32")
    bomb, fell = mention(text, "bomb", "WEAPON"), mention(text, "fell", "EVENT")
    said = mention(text, "said", "CUE", "speech", reach="0:45")
    off = mention(text, "It", "CUE", "hedge", reach="0:2")
    found = read(text, one, bomb, fell, said, off, cited="a bomb fell")
    assert found.mentions == (one, bomb, fell, said)


def test_a_cue_is_looked_for_nearby():
    for far, seen in ((300, True), (500, False)):
        text = f"No {'o' * far} bomb fell."
        cue = mention(text, "No", "CUE", "negation", reach=f"0:{len(text)}")
        assert bool(read(text, cue, cited="bomb fell").cues("negation")) is seen
        text = f"A bomb fell {'o' * far} false."
        cue = mention(text, "false", "CUE", "refuted", reach=f"0:{len(text)}")
        assert bool(read(text, cue, cited="A bomb").cues("refuted")) is seen


def test_a_cue_that_reaches_up_to_the_quote_does_not_reach_it():
    text = "Not a bomb fell."
    cue = mention(text, "Not", "CUE", "negation", reach="0:4")
    assert not read(text, cue, cited="a bomb").mentions
    cue = mention(text, "fell", "CUE", "negation", reach="10:15")
    assert not read(text, cue, cited="a bomb").mentions


def cues(text, **reaches):
    told = [
        mention(text, words, "CUE", words, reach=where)
        for words, where in reaches.items()
    ]
    return read(text, *told)


def test_a_cue_that_a_negation_reaches_is_none():
    text = "It negation was foiled, claim."
    found = cues(text, negation="3:22", foiled="0:22", claim="0:30")
    assert [c.value for c in found.cues("foiled", "claim")] == ["claim"]
    assert [c.value for c in found.cues("negation")] == ["negation"]
    assert found.cues("hedge") == ()
    up_to = cues(text, negation="3:16", foiled="0:22")
    assert [c.value for c in up_to.cues("foiled")] == ["foiled"]
    other = cues(text.replace("negation", "hedge"), hedge="3:22", foiled="0:22")
    assert [c.value for c in other.cues("foiled")] == ["foiled"]


def test_a_negation_of_a_negation_is_none():
    text = "negation and negation"
    one = Mention(0, 8, "CUE", "negation", "negation", "hand", pack(reach="0:21"))
    two = Mention(13, 21, "CUE", "negation", "negation", "hand", pack(reach="13:21"))
    assert read(text, one, two).cues("negation") == (one,)


def test_mentions_at_the_focus():
    text = "Riga and Oslo."
    riga, oslo = mention(text, "Riga", "PLACE"), mention(text, "Oslo", "PLACE")
    assert read(text, riga, oslo).told("PLACE") == (riga, oslo)
    assert read(text, riga, oslo, focus=(9, 13)).told("PLACE") == (oslo,)
    assert read(text, riga, oslo, focus=(4, 9)).told("PLACE") == ()
    assert read(text, riga, oslo).told("GROUP") == ()
    assert read(text, riga, oslo).over((0, 4), "GROUP", "PLACE") == (riga,)


def test_what_it_rests_on_comes_first():
    text = "Riga: Oslo"
    riga, oslo = mention(text, "Riga", "PLACE"), mention(text, "Oslo", "PLACE")
    at = Derivation("heading", 0, 4)
    shown = read(text, riga, oslo, cited="Oslo", derived=at)
    assert shown.of("PLACE") == (riga, oslo)
    assert shown.told("PLACE") == (oslo,)
    assert shown.basis and shown.basis.quote == "Riga"
    assert read(text, cited="Oslo", derived=Derivation("heading", 0)).basis is None
    assert (
        read(text, cited="Oslo", derived=Derivation("heading", None, 4)).basis is None
    )
    assert read(text, cited="Oslo").derived is None


def test_the_words_and_the_day_of_a_passage():
    shown = read("In Riga.", cited="Riga")
    assert (shown.quote, shown.start, shown.end) == ("Riga", 3, 7)
    assert shown.published == date(2015, 4, 17)


@pytest.mark.parametrize(
    ("before", "word"),
    [
        ("near ", "near"),
        ("Near\n", "Near"),
        ("", ""),
        ("near", ""),
        ("near  ", ""),
        ("near, ", ""),
        ("al-Bab ", "al-Bab"),
        ("O’Neill ", "O’Neill"),
        ("it's ", "it's"),
        ("U.S. ", ""),
        ("U.S ", "U.S"),
        ("in near ", "near"),
        (f"in{'n' * 50} ", "n" * 39),
    ],
)
def test_the_word_before(before, word):
    assert word_before(f"{before}Riga", len(before)) == word


@pytest.mark.parametrize(
    ("after", "word"),
    [
        (" near", "near"),
        ("\nNear", "Near"),
        ("", ""),
        ("near", ""),
        ("  near", ""),
        (", near", ""),
        (" al-Bab it", "al-Bab"),
        (" O’Neill", "O’Neill"),
        (" it's", "it's"),
        (" U.S.", "U.S"),
        (f" {'n' * 50}", "n" * 39),
    ],
)
def test_the_word_after(after, word):
    assert word_after(f"Riga{after}", 4) == word


def test_what_is_derived_from_beyond_the_text_takes_nothing_back():
    one = read("Ida died.", derived=Derivation("passage", 90, 99))
    assert one.basis is not None and not one.basis.undone


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("It fell. It rose; it sank.", ["It fell. ", "It rose; ", "it sank."]),
        ("Was it? “It was.” So", ["Was it? ", "“It was.” ", "So"]),
        ("It (a bomb). It\nfell.", ["It (a bomb). ", "It\n", "fell."]),
        ("On [Sun. 3 May](DATE 2014-05-03) it fell", ["On Sun. 3 May it fell"]),
        ("It fell. [3 May](DATE 2014-05-03): it", ["It fell. ", "3 May: it"]),
        ("J. Holm fell.", ["J. Holm fell."]),
        ("Near St. Olaf it fell. So", ["Near St. Olaf it fell. ", "So"]),
        ("By the guest. So", ["By the guest. ", "So"]),
        ("With the Dr! So", ["With the Dr! ", "So"]),
        ("", [""]),
    ],
)
def test_sentences(marked, expected):
    shown = marked_passage(marked)
    found = [shown.text[slice(*span)] for span in sentences(shown)]
    assert found == expected


FELL = "A bomb [fell](EVENT attack; kind=attack)"
HOAX = "CUE refuted; reach=It was a hoax"


def test_what_follows_what_takes_back_stands():
    marked = f"{FELL}. It was a [hoax]({HOAX}). A gun was [fired](EVENT attack)."
    shown = marked_passage(marked)
    assert shown.text[: shown.undone].endswith("hoax")
    assert not shown.all_undone
    assert marked_passage(f"{FELL}. It was a [hoax]({HOAX}). It is over.").all_undone
    assert not marked_passage(f"{FELL}. It is over.").all_undone


@pytest.mark.parametrize(
    ("rest", "plain", "undone"),
    [
        (" on [5 May](DATE 2014-05-05)", " on 5 May", False),
        (" on [3 May](DATE 2014-05-03)", " on 3 May", True),
        (" in [May](DATE 2014-05)", " in May", True),
        (" one [day](DATE)", " one day", True),
        (
            " he [said](CUE speech; reach=said) on [5 May](DATE 2014-05-05)",
            " he said on 5 May",
            True,
        ),
    ],
)
def test_a_hoax_on_another_day_is_another_matter(rest, plain, undone):
    hoax = f"It was a [hoax](CUE refuted; reach=It was a hoax{plain}){rest}"
    shown = marked_passage(f"{FELL} on [3 May](DATE 2014-05-03). {hoax}")
    assert bool(shown.undone) is undone
