"""How the gazetteer writes a phrase, and where a report has it."""

import pytest

from extractors._cue_phrases import find, phrases, plain


@pytest.mark.parametrize(
    ("alias", "found"),
    [
        pytest.param("hoax", [("hoax",)], id="one word"),
        pytest.param("didn't", [("did", "n't")], id="cut as a report is"),
        pytest.param("turned out", [("turned", "out")], id="two words"),
        pytest.param("(a|b) c", [("a b", "c")], id="choice of words"),
        pytest.param("(a|b c) d", [("a", "d"), ("b", "c", "d")], id="of more words"),
        pytest.param("(AFP) --", [("(", "afp", ")", "--")], id="brackets without bars"),
        pytest.param("no * link", [("no", "*", "link")], id="gap"),
        pytest.param("agency ¶", [("agency", "\n")], id="end of a paragraph"),
    ],
)
def test_phrases(alias, found):
    assert [tuple(" ".join(sorted(w)) for w in p) for p in phrases(alias)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("nobody", ["nobody"], id="to the last word"),
        pytest.param("has nothing", ["nothing"], id="not from before it"),
        pytest.param("no one knew", ["no one"], id="longest"),
        pytest.param("no doubt none", ["no doubt", "none"], id="side by side"),
        pytest.param("denied the odd reports", ["denied the odd reports"], id="gap"),
        pytest.param(
            "denied the very odd reports", ["denied", "reports"], id="too far"
        ),
        pytest.param("and 12 men", ["and 12"], id="figure"),
        pytest.param("and men", [], id="no figure"),
        pytest.param("denied the odd", ["denied"], id="breaks off"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_find(text, found):
    words = text.split()
    matches = find(words, [0] * len(words))
    assert [" ".join(words[m.start : m.end]) for m in matches] == found


def test_a_gap_holds_no_punctuation():
    words = "denied , odd reports".split()
    assert [m.end - m.start for m in find(words, [0, 1, 0, 0])] == [1, 1]
    assert [m.end - m.start for m in find(words, [0, 0, 0, 0])] == [4]


def test_of_two_as_long_what_is_no_cue_is_taken():
    found = find("the police officers were killed".split(), [0] * 5)
    assert [m.entry.fields["category"] for m in found] == ["none"]


def test_plain():
    assert plain("didn\u2019t") == "didn't"
    assert plain("no") == "no"
