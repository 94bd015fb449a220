import pytest

from incidents.extractors.mention import Mention, pack
from incidents.pipeline.assemble.cite import LONGEST, Citer
from incidents.pipeline.assemble.event import Event
from incidents.pipeline.records import Derivation, Report

TEXT = "Before. On Monday a bomb killed two. After."
#: Longer than a quote may be, its clauses parted by semicolons.
FIRST, SECOND, THIRD = "a" * 250, "b" * 250, "c" * 250


def cite(text, words, passage=None, label="KILLED", origin="sentence", **said):
    start = text.index(words)
    mention = Mention(start, start + len(words), label, words, "", "", pack(**said))
    begin = text.index(passage) if passage else 0
    end = begin + len(passage or text)
    event = Event(begin, end, "attack", origin, 0, -1, False, "", (), (mention,))
    cited = Citer(Report("doc", "", "", "", text)).cite("killed", mention, event)
    assert text[cited.start : cited.end] == cited.quote
    assert cited.focus == (mention.start, mention.end)
    assert cited.field == "killed"
    return cited


@pytest.mark.parametrize(
    ("text", "words", "passage", "quote"),
    [
        pytest.param(TEXT, "two", "On Monday a bomb killed two.", None, id="no more"),
        pytest.param(
            TEXT,
            "two",
            " On Monday a bomb killed two. ",
            TEXT[8:36],
            id="no space around",
        ),
        pytest.param(
            "xx  two  yy", "two", "  two  ", "two", id="no space beside the words"
        ),
        pytest.param(TEXT, "Monday", "a bomb killed two.", TEXT[11:36], id="before"),
        pytest.param(TEXT, "After", "a bomb killed two.", TEXT[18:42], id="after"),
    ],
)
def test_the_passage_with_the_words_in_it(text, words, passage, quote):
    assert cite(text, words, passage).quote == (quote or passage)


def test_of_a_row_the_cell_alone():
    assert cite("Kabul\ttwo\tbomb", "two", origin="row").quote == "two"


def test_of_an_entry_the_passage():
    assert cite(TEXT, "two", origin="entry").quote == TEXT


class TestLong:
    @pytest.mark.parametrize("origin", ["sentence", "entry", "title"])
    def test_a_quote_is_cut_at_the_clauses_around_its_words(self, origin):
        text = f"{FIRST}; then {SECOND} two; {THIRD}"
        assert cite(text, "two", origin=origin).quote == "two"
        text = f"{FIRST}; then fell two; {THIRD}"
        assert cite(text, "two", origin=origin).quote == "then fell two"

    def test_one_just_short_enough_is_whole(self):
        text = f"two; {'a' * (LONGEST - 5)}"
        assert cite(text, "two").quote == text
        assert cite(f"{text}a", "two").quote == "two"

    def test_the_farthest_clauses_that_leave_room(self):
        text = f"{FIRST}; one, and two, and three, {SECOND}; {THIRD}"
        assert cite(text, "two").quote == "one, and two, and three"

    def test_no_clause_that_begins_too_far_before(self):
        near = f"{FIRST}; {'b' * 117} two; {THIRD}"
        assert cite(near, "two").quote == f"{'b' * 117} two"
        far = f"{FIRST}; {'b' * 119} two; {THIRD}"
        assert cite(far, "two").quote == "two"

    def test_nor_one_that_ends_too_far_behind(self):
        near = f"two {'b' * 235}; {THIRD}"
        assert cite(near, "two").quote == "two"
        short = f"two {'b' * 100}; {THIRD}"
        assert cite(short, "two").quote == f"two {'b' * 100}"

    def test_the_beginning_and_the_end_of_a_passage_are_near_enough(self):
        assert cite(f"some two; {FIRST}{SECOND}", "two").quote == "some two"
        assert cite(f"{FIRST}{SECOND}; then two men", "two").quote == "then two men"

    def test_not_beyond_the_passage(self):
        passage = f"then two men; {SECOND}"
        assert cite(f"Once; {passage}", "two", passage).quote == "then two men"

    def test_words_longer_than_any_quote_are_whole(self):
        words = "d" * 300
        assert cite(f"{FIRST}; {words}; {FIRST}", words).quote == words

    @pytest.mark.parametrize(
        "parted",
        ["; ", ": ", ", ", "– ", "— ", ". ", "! ", "? ", "\t", "\n"]
        + [f" {w} " for w in "and but while which who that as".split()],
    )
    def test_what_parts_clauses(self, parted):
        text = f"{FIRST}{parted}two men{parted}{THIRD}"
        assert cite(text, "two").quote == "two men"

    @pytest.mark.parametrize("within", ["3,000", "a:b", "or", "so"])
    def test_what_does_not(self, within):
        text = f"{FIRST}; {within} two {within} men; {THIRD}"
        assert cite(text, "two").quote == f"{within} two {within} men"


def test_its_page():
    assert cite(f"One.\f{TEXT}", "two", TEXT).page == 2


class TestDerived:
    @pytest.mark.parametrize(
        "said",
        [
            {},
            {"derived_from": "somewhere"},
            {"derived_from": "4"},
            {"derived_from": "4:9:3"},
            {"column": "first"},
        ],
    )
    def test_from_nothing_but_its_words(self, said):
        assert cite(TEXT, "two", **said).derived_from is None

    @pytest.mark.parametrize(
        ("label", "said", "expected"),
        [
            ("DATE", {"derived_from": "published"}, Derivation("published")),
            ("DATE", {"derived_from": "4:29"}, Derivation("passage", 4, 29)),
            ("KILLED", {"column": "12:9"}, Derivation("column", 12, 9)),
            (
                "DATE",
                {"derived_from": "4:9", "column": "12:19"},
                Derivation("passage", 4, 9),
            ),
            (
                "PLACE",
                {"derived_from": "4:9", "column": "12:19"},
                Derivation("column", 12, 19),
            ),
            (
                "PLACE",
                {"derived_from": "published", "column": "12:19"},
                Derivation("column", 12, 19),
            ),
            ("PLACE", {"derived_from": "4:9"}, Derivation("passage", 4, 9)),
        ],
    )
    def test_from_what_the_mention_leans_on(self, label, said, expected):
        assert cite(TEXT, "two", label=label, **said).derived_from == expected

    def test_unless_the_reader_knows_better(self):
        mention = Mention(0, 6, "DATE", "Before", "", "", (("derived_from", "4:9"),))
        event = Event(0, 6, "attack", "sentence", 0, -1, False, "", (), ())
        citer = Citer(Report("doc", "", "", "", TEXT))
        known = Derivation("event")
        assert citer.cite("date", mention, event, known).derived_from == known
