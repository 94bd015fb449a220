import pytest

from incidents.pipeline.review.folder import Document, Layout
from incidents.pipeline.review.source import (
    TEXT,
    Box,
    Piece,
    Span,
    TextLine,
    Words,
    draw_pages,
    draw_text,
    legible,
    spans_of,
)
from incidents.pipeline.review.values import Value


class Drawn(Document):
    """A document with its layout at hand."""

    given = Layout()

    @property
    def layout(self):
        return self.given


def document(text, layout=None):
    made = Drawn({"doc_id": "d", "text": text}, ())
    if layout:
        object.__setattr__(made, "given", layout)
    return made


def test_a_line_is_cut_where_citations_begin_and_end():
    drawn = draw_text(
        document("ab💣def\nghi"), [Span(1, 4, "x"), Span(2, 8, "y")], None
    )
    assert drawn.lines == (
        TextLine(
            0,
            (
                Piece("a", ""),
                Piece("b", "x"),
                Piece("💣d", "x y"),
                Piece("ef", "y"),
            ),
        ),
        TextLine(7, (Piece("g", "y"), Piece("hi", ""))),
    )


def test_pages_of_text_are_told():
    drawn = draw_text(document("one\n\ftwo\nmore\n\fthree"), [], None)
    assert [(line.start, line.page) for line in drawn.lines] == [
        (0, 1),
        (4, 2),
        (9, None),
        (14, 3),
    ]


def test_of_a_long_text_the_part_around_the_citation_is_drawn():
    text = "".join(f"line {n}\n" for n in range(40_000))
    at = text.index("line 30000")
    drawn = draw_text(document(text), [Span(at, at + 4, "x")], None)
    assert drawn.lines[0].start < at < drawn.lines[-1].start
    assert drawn.lines[-1].start - drawn.lines[0].start <= TEXT
    assert drawn.earlier < drawn.lines[0].start
    first = draw_text(document(text), [Span(at, at + 4, "x")], 0)
    assert (first.lines[0].start, first.earlier) == (0, None)
    assert first.later == TEXT


def test_what_a_page_would_swallow_is_shown_sign_for_sign():
    text = "a\x00b\rc\x0cd\ud800e\x85\x7f\tf"
    assert legible(text) == "a␀b␍c d\ufffde\ufffd␡\tf"
    assert len(legible(text)) == len(text)


def test_citations_outside_the_text_are_left_out():
    cited = [(0, 2), (2, 2), (-1, 1), (1, 99), (2, 1)]
    value = Value("v", "date", "x", tuple({"start": s, "end": e} for s, e in cited))
    assert spans_of(document("abc"), [value]) == [Span(0, 2, "v")]


BASIS = {"kind": "column", "start": 0, "end": 2}


def test_what_a_quote_leans_on_is_a_span_of_its_own():
    leans = {"start": 4, "end": 5, "derived_from": BASIS}
    value = Value("v", "date", "x", (leans,))
    assert spans_of(document("ab, c"), [value]) == [Span(0, 2, "v~"), Span(4, 5, "v")]


@pytest.mark.parametrize(
    ("focus", "own"),
    [
        ([2, 4], [Span(2, 4, "v!")]),
        ([1, 5], []),  # the whole quote
        ([0, 4], []),
        ([4, 2], []),
        ([True, 4], []),
        ([2], []),
        ("24", []),
        (None, []),
    ],
)
def test_a_value_s_own_words_in_the_quote_are_a_span(focus, own):
    value = Value("v", "date", "x", ({"start": 1, "end": 5, "focus": focus},))
    assert spans_of(document("abcdef"), [value]) == [Span(1, 5, "v"), *own]


LAYOUT = Layout(
    ((100.0, 200.0), (100.0, 200.0)),
    {
        1: (
            (0, 3, 10.0, 180.0, 20.0, 190.0),
            (4, 7, 22.0, 180.0, 32.0, 190.0),
            (8, 11, 10.0, 160.0, 20.0, 170.0),
            (12, 15, 60.0, 160.0, 70.0, 170.0),  # another column
        )
    },
)


def test_words_of_a_line_are_drawn_together_with_a_box_for_each_line_cited():
    drawn = draw_pages(
        document("one two six ten\n\fend", LAYOUT), [Span(4, 11, "x")], None
    )
    page = drawn.pages[0]
    assert page.words == (
        Words(0, "one two", 10.0, 18.0, 22.0, 10.0),
        Words(8, "six", 10.0, 38.0, 10.0, 10.0),
        Words(12, "ten", 60.0, 38.0, 10.0, 10.0),
    )
    assert page.boxes == (
        Box("x", 22.0, 10.0, 10.0, 10.0),
        Box("x", 10.0, 30.0, 10.0, 10.0),
    )
    assert drawn.pages[1].words == ()


def test_of_many_pages_those_around_the_citation_are_drawn():
    layout = Layout(((10.0, 10.0),) * 100)
    drawn = draw_pages(document("\f" * 99 + "x", layout), [Span(99, 100, "v")], None)
    assert [drawn.pages[0].number, drawn.pages[-1].number] == [71, 100]
    assert (drawn.earlier, drawn.later) == (41, None)
    drawn = draw_pages(document("\f" * 99 + "x", layout), [], 41)
    assert [drawn.pages[0].number, drawn.later] == [39, 69]


def test_a_document_that_is_a_table_has_a_head():
    text = "Day\tTown\n3 May\tLom\n"
    drawn = draw_text(Document({"doc_id": "d", "text": text}, ()), [], None)
    assert [line.row for line in drawn.lines] == ["heads", "row"]


def test_a_table_is_drawn_with_its_cells_and_its_head():
    text = "Plots\nDate\tPlace\n2014\tQuetta\n\nEnd\tof it"
    drawn = draw_text(Document({"doc_id": "d", "text": text}, ()), [], None)
    assert [line.row for line in drawn.lines] == ["", "heads", "row", "", "heads"]
    cells = [[(p.text, p.ends) for p in line.pieces] for line in drawn.lines]
    assert cells[2] == [("2014\t", True), ("Quetta", False)]
    assert "\n".join("".join(p for p, _ in line) for line in cells) == text
