"""Cues as the gazetteer writes them."""

import pytest

from incidents.extractors import _cue_phrases as cue_phrases
from incidents.extractors._gazetteer import Entry

ALIASES = {
    "denied": ("denied", "negation"),
    "reports": ("denied * reports", "negation"),
    "claimed": ("(it|they) claimed", "claim"),
    "others": ("and # others", "none"),
    "did": ("didn't", "negation"),
    "long": ("(not|by no means) linked", "negation"),
    "end": ("denied ¶", "none"),
    "same": ("denied it", "none"),
    "also": ("denied (it|all)", "negation"),
}


@pytest.fixture
def find(monkeypatch):
    entries = {
        id: Entry(id, alias, (), "", (), {"category": category})
        for id, (alias, category) in ALIASES.items()
    }
    monkeypatch.setattr(cue_phrases, "load", lambda name: entries)
    known = cue_phrases._phrases.__wrapped__()
    monkeypatch.setattr(cue_phrases, "_phrases", lambda: known)

    def read(text, closed=()):
        words = ["\n" if word == "¶" else word for word in text.split()]
        held = [int(n in closed) for n in range(len(words))]
        return [(m.start, m.end, m.entry.id) for m in cue_phrases.find(words, held)]

    return read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("he slept", []),
        ("he denied", [(1, 2, "denied")]),
        ("denied reports", [(0, 2, "reports")]),
        ("denied the reports", [(0, 3, "reports")]),
        ("denied all the reports", [(0, 4, "reports")]),
        ("denied all the other reports", [(0, 2, "also")]),
        ("denied the very other reports", [(0, 1, "denied")]),
        ("it claimed and they claimed", [(0, 2, "claimed"), (3, 5, "claimed")]),
        ("he claimed", []),
        ("it claim", []),
        ("and 12 others", [(0, 3, "others")]),
        ("and twelve others", []),
        ("and 12", []),
        ("did n't", [(0, 2, "did")]),
        ("did", []),
        ("not linked", [(0, 2, "long")]),
        ("by no means linked", [(0, 4, "long")]),
        ("by linked", []),
        ("denied ¶", [(0, 2, "end")]),
        ("denied it", [(0, 2, "same")]),
        ("denied it claimed", [(0, 2, "same")]),
    ],
)
def test_find(find, text, found):
    assert find(text) == found


def test_a_gap_holds_nothing_that_is_closed(find):
    assert find("denied the reports", closed={1}) == [(0, 1, "denied")]
    assert find("denied the reports", closed={0, 2}) == [(0, 3, "reports")]


@pytest.mark.parametrize(
    ("alias", "phrases"),
    [
        ("denied", [["denied"]]),
        ("no sign", [["no", "sign"]]),
        ("didn't go", [["did", "n't", "go"]]),
        ("(a|b) c", [["a|b", "c"]]),
        ("(a|b c) d", [["a", "d"], ["b", "c", "d"]]),
        ("a * ¶", [["a", "*", "\n"]]),
    ],
)
def test_phrases(alias, phrases):
    found = [["|".join(sorted(w)) for w in p] for p in cue_phrases.phrases(alias)]
    assert found == phrases


def test_apostrophes_are_one():
    assert cue_phrases.plain("didn’t") == "didn't"
