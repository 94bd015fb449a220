"""A passage is the words cited, and what reaches into them."""

from extractors.mention import Mention, pack
from pipeline.assemble.support.passage import passage, whole_words
from pipeline.assemble.support.reading import Reading
from pipeline.records import Derivation, Report


def read(text, *mentions, cited="", derived=None, focus=None):
    report = Report("d", "d.txt", "0", "text/plain", text)
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


def taken_back(after):
    text = f"A bomb fell in Riga. {after}"
    cue = mention(text, "was a hoax", "CUE", "refuted", reach=f"21:{len(text)}")
    act = [mention(text, "shot", "EVENT")] if "shot" in text else []
    return read(text, cue, *act, cited="A bomb fell in Riga.").undone


def test_a_short_sentence_takes_back_the_one_before_it():
    assert taken_back("The story was a hoax.")


def test_a_sentence_of_its_own_matter_takes_back_nothing_else():
    assert not taken_back("The shot was a hoax.")
    assert not taken_back(
        "A letter to the mayor of the old town on the far side of the lake was a hoax. "
    )
    assert not taken_back("The day was long. The letter to the newspaper was a hoax.")
