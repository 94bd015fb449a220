import re
import tracemalloc
from pathlib import Path
from types import SimpleNamespace

import pypdfium2
import pytest

from incidents.pipeline.ingest import IngestError, read, readers
from incidents.pipeline.ingest.limits import Deadline, Limits
from incidents.pipeline.ingest.page import Page
from incidents.pipeline.ingest.pdfium_reader import Pdfium
from incidents.pipeline.ingest.pdfminer_reader import read_pages
from tests import many
from tests.pipeline.ingest.red_team import SEEN, TEXT, minimal
from tests.pipeline.ingest.test_pdf import HIDDEN, lines, pdf

TOLD = "Police said that three men were held in Kabul."


def test_pages_that_pdfminer_gives_up_on_are_read(reading):
    odd = minimal(TEXT.hex().encode() + b"0", b"/Filter/ASCIIHexDecode")
    report, warning = reading(odd)
    assert report.text == SEEN + "\n"
    assert warning.severity == "warning"
    assert "is read by PDFium alone: pdfminer.six gives up" in warning.problem
    assert report.reader == "PDFium"


def test_a_page_that_pdfminer_reads_too_little_of(reading, monkeypatch):
    def little(*given):
        for page in read_pages(*given):
            page.glyphs = page.glyphs[:6]
            yield page

    monkeypatch.setattr(readers.pdfminer_reader, "read_pages", little)
    report, warning = reading(minimal(TEXT))
    assert report.text == SEEN + "\n"
    assert warning.problem == (
        "page 1: read by PDFium, as pdfminer.six finds too few of the characters"
    )
    assert report.reader == "PDFium"


def test_a_page_that_neither_reader_reads_well(reading, monkeypatch):
    def little(*given):
        for page in read_pages(*given):
            page.glyphs = page.glyphs[:6]
            yield page

    monkeypatch.setattr(readers.pdfminer_reader, "read_pages", little)
    monkeypatch.setattr(Pdfium, "page", lambda self, number: Page(number, 100, 100))
    report, warning = reading(minimal(TEXT))
    assert report.reader == "pdfminer.six"
    assert warning.problem == "page 1: the readers differ, neither is better"


def test_signs_that_pdfminer_takes_for_others(reading, monkeypatch):
    def wrong(*given):
        for page in read_pages(*given):
            page.glyphs = [
                g._replace(text="%") if n % 5 == 0 else g
                for n, g in enumerate(page.glyphs)
            ]
            yield page

    monkeypatch.setattr(readers.pdfminer_reader, "read_pages", wrong)
    report, warning = reading(minimal(TEXT))
    assert report.text == SEEN + "\n"
    assert "read by PDFium, as pdfminer.six" in warning.problem


def test_a_sign_that_readers_see_differently_is_named(reading, monkeypatch):
    def wrong(*given):
        for page in read_pages(*given):
            page.glyphs[0] = page.glyphs[0]._replace(text="%")
            yield page

    monkeypatch.setattr(readers.pdfminer_reader, "read_pages", wrong)
    report, warning = reading(minimal(TEXT))
    assert report.reader == "pdfminer.six"
    assert warning.problem == "page 1: PDFium reads some characters otherwise: %"


@pytest.mark.parametrize(
    ("told", "coded", "text"),
    [("h", "H", "H"), ("H", "h", "h"), ("x", "H", "x"), ("fi", "\ufb01", "fi")],
)
def test_a_fonts_map_that_errs_in_case_only(told, coded, text):
    font = SimpleNamespace(
        to_unichr=lambda cid: told, cid2unicode={7: coded}, char_width=lambda cid: 0.5
    )
    assert readers.pdfminer_reader._learn(font, {}, 7) == (text, 0.5)


def test_text_from_right_to_left_is_reported(reading, monkeypatch):
    def turned(*given):
        for page in read_pages(*given):
            page.glyphs = [g._replace(text="\u05d0") for g in page.glyphs]
            yield page

    monkeypatch.setattr(readers.pdfminer_reader, "read_pages", turned)
    monkeypatch.setattr(readers, "_compare", lambda read, page, other: page)
    _, warning = reading(minimal(TEXT))
    assert warning.problem == "page 1: text from right to left may be out of order"


def test_no_reader_opens_it(reading):
    with pytest.raises(IngestError, match="is broken"):
        reading(b"%PDF-1.4\n" + b"no such thing\n" * 20)


@pytest.mark.parametrize("turns", range(4))
def test_both_readers_place_glyphs_alike(tmp_path, turns):
    document = pypdfium2.PdfDocument(pdf(lines(TOLD, "And more was told later.")))
    document[0].set_rotation(90 * turns)
    path = tmp_path / "a.pdf"
    document.save(path)
    deadline = Deadline("a.pdf", 60)
    (one,) = read_pages(path.read_bytes(), deadline, 2)
    other = Pdfium(path.read_bytes(), deadline).page(1)
    glyphs = _sorted(other.glyphs)
    mine = _sorted(one.glyphs)
    assert [(g.text, g.turn) for g in glyphs] == [(g.text, g.turn) for g in mine]
    assert (one.width, one.height) == pytest.approx((other.width, other.height), abs=1)
    for a, b in zip(glyphs, mine, strict=True):
        assert a.box == pytest.approx(b.box, abs=3)


@HIDDEN
def test_pdfium_hides_what_cannot_be_seen(paint, reason):
    def draw(canvas):
        canvas.drawString(72, 700, "Seen.")
        paint(canvas)

    page = Pdfium(pdf(draw), Deadline("a.pdf", 60)).page(1)
    assert "".join(g.text for g in page.glyphs).split() == ["Seen."]
    assert page.hidden == {reason: 6}


def _sorted(glyphs):
    kept = [g for g in glyphs if not g.text.isspace()]
    return sorted(kept, key=lambda g: (round(g.box[0] / 4), round(g.box[1] / 4)))


CORPUS = Path(__file__).parents[3] / "corpus" / "reports"


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.pdf")), ids=lambda p: p.stem)
def test_every_word_is_where_its_box_says(path):
    """Another reader finds in each word's box the word that the text cites."""
    report, *_ = read(path)
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage() for page in document]
    missed = [
        (word, found)
        for line in report.layout
        if (word := report.text[line.start : line.end])
        and not re.fullmatch(
            re.escape(word) + r"[-\d]?",  # a hyphen mended, a note's mark left out
            found := _printed(pages[line.page - 1], line.box),
        )
    ]
    assert len(missed) <= len(report.layout) / 1000, missed[:9]


def _printed(page, box):
    x0, y0, x1, y1 = box
    found = page.get_text_bounded(x0 + 0.3, y0, x1 - 0.3, y1)
    return "".join(found.replace("\ufffe", "-").split())


def test_a_file_of_too_many_pages_is_refused_before_any_is_read(monkeypatch):
    def never(*_):
        raise AssertionError("a page was read")

    def three(canvas):
        for word in ("One", "Two", "Three"):
            canvas.drawString(72, 700, word)
            canvas.showPage()

    content, deadline = pdf(three), Deadline("x.pdf", 60)
    assert len(readers.read_pages("x.pdf", content, Limits(), deadline).pages) >= 3
    monkeypatch.setattr(readers.pdfminer_reader, "read_pages", never)
    with pytest.raises(IngestError, match="has more than the 2 pages allowed; split"):
        readers.read_pages("x.pdf", content, Limits(max_pages=2), deadline)


def test_pages_that_a_file_only_says_it_has_are_not_counted(reading):
    """What counts is what can be opened."""
    said = minimal(TEXT).replace(b"/Count 1", b"/Count 9999")
    assert said != minimal(TEXT)
    report, *_ = reading(said)
    assert report.text == SEEN + "\n"


def test_what_is_kept_of_a_page_takes_little_room(tmp_path):
    """Of a word on its page 44 bytes; a thousand pages are to fit in a worker."""
    kept = {}
    for pages in (10, 40):
        path = tmp_path / f"{pages}.pdf"
        many.write_pdf(path, pages)
        tracemalloc.start()
        read_one = [*read(path, {})]
        kept[pages] = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        assert read_one[0].pages == pages
    assert kept[40] - kept[10] < 30 * 40_000
