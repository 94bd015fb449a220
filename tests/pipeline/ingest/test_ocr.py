import shutil

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader

from incidents.pipeline.cli import main
from incidents.pipeline.ingest import IngestError, Limits, ocr, read, readers
from incidents.pipeline.ingest.page import Page
from tests.pipeline.ingest.test_pdf import pdf

SENTENCE = "Nine people were killed on 4 May 1999 in the town of Lom."
GREY = np.zeros((100, 100), np.uint8)

with_tesseract = pytest.mark.skipif(
    ocr.missing() is not None, reason=ocr.missing() or ""
)


def picture(*texts):
    """A page of 600 by 800 points with lines of type, as a scanner gives it."""
    image = Image.new("L", (1200, 1600), 255)
    font = ImageFont.load_default(size=28)
    for number, text in enumerate(texts):
        ImageDraw.Draw(image).text((200, 200 + 60 * number), text, 0, font)
    return ImageReader(image)


def scan(*texts):
    def draw(canvas):
        canvas.drawImage(picture(*texts), 0, 0, 600, 800)

    return pdf(draw, pagesize=(600, 800))


@pytest.fixture
def by_ocr(tmp_path):
    """What is read of the bytes of a PDF, pages without text from their picture."""

    def by_ocr(content, **bounds):
        path = tmp_path / "a.pdf"
        path.write_bytes(content)
        return list(read(path, limits=Limits(ocr=True, **bounds)))

    return by_ocr


def table(*words):
    """What the engine tells of words: text, how sure, line, left, top, size."""
    names = ("text", "conf", "line_num", "left", "top", "width", "height")
    columns = dict(zip(names, map(list, zip(*words, strict=True)), strict=True))
    return columns | {key: [1] * len(words) for key in ("block_num", "par_num")}


def test_a_scan_is_not_read_unless_asked_for(reading):
    with pytest.raises(IngestError, match=r"is scanned.*--ocr.*ocrmypdf --skip-text"):
        reading(scan(SENTENCE))


@with_tesseract
def test_a_scan_is_read(by_ocr):
    report, warning = by_ocr(scan(SENTENCE, "It was a market day."))
    assert report.text.split() == f"{SENTENCE} It was a market day.".split()
    assert (report.ocr, report.reader) == ((1,), "Tesseract")
    assert "page 1: read by OCR" in warning.problem


@with_tesseract
def test_words_have_their_place(by_ocr):
    report, _ = by_ocr(scan(SENTENCE))
    first = report.layout[0].box
    assert first == pytest.approx((100, 684, 132, 698), abs=4)


@with_tesseract
def test_pages_with_text_are_not_read_anew(by_ocr):
    def draw(canvas):
        canvas.setFont("Helvetica", 10)
        canvas.drawString(72, 700, "Printed.")
        canvas.showPage()
        canvas.drawImage(picture(SENTENCE), 0, 0, 600, 800)

    report, _ = by_ocr(pdf(draw, pagesize=(600, 800)))
    assert report.text.split() == ["Printed.", *SENTENCE.split()]
    assert (report.ocr, report.reader) == ((2,), "pdfminer.six, Tesseract")


LINES = [SENTENCE, "It was a market day and the square was full.", "Nobody claimed it."]


def stamped(*lines, stamp="DECLASSIFIED 12 June 2011", strips=1, images=True):
    """A scan with a stamp that is text, its image in so many strips."""

    def draw(canvas):
        image = picture(*lines)._image
        high = image.height // strips
        for number in range(strips if images else 0):
            part = image.crop((0, high * number, image.width, high * (number + 1)))
            y = 800 - 800 * (number + 1) / strips
            canvas.drawImage(ImageReader(part), 0, y, 600, 800 / strips)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(72, 30, stamp)

    return pdf(draw, pagesize=(600, 800))


@with_tesseract
@pytest.mark.parametrize("strips", [1, 8])
def test_a_scan_with_a_stamp_is_read(by_ocr, strips):
    report, warning = by_ocr(stamped(*LINES, strips=strips))
    assert all(line in report.text.replace("\n", " ") for line in LINES)
    assert report.text.count("DECLASSIFIED") == 1
    assert (report.ocr, report.reader) == ((1,), "Tesseract")
    assert "page 1: read by OCR" in warning.problem


def test_a_scan_with_a_stamp_is_named(reading):
    report, warning = reading(stamped(*LINES))
    assert report.text == "DECLASSIFIED 12 June 2011\n"
    assert warning.problem == (
        "page 1: a picture of print, of which only 4 words are text"
    )
    assert "--ocr" in warning.mend and "--force-ocr" in warning.mend


def photograph():
    chance = np.random.default_rng(3)
    tones = chance.integers(0, 256, (400, 300), np.uint8)
    return Image.fromarray(tones).resize((1200, 1600))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(stamped(stamp="Casualties in 2014"), id="a white ground"),
        pytest.param(stamped(*LINES, images=False), id="no picture"),
        pytest.param(stamped(*LINES, stamp="i " * 70), id="much text"),
    ],
)
def test_text_on_a_ground_is_no_stamp(reading, content):
    assert [type(told).__name__ for told in reading(content)] == ["Report"]


def test_text_on_a_photograph_is_no_stamp(reading):
    def draw(canvas):
        canvas.drawImage(ImageReader(photograph()), 0, 0, 600, 800)
        canvas.setFont("Helvetica", 30)
        canvas.drawString(72, 600, "Annual report 2014")

    (report,) = reading(pdf(draw, pagesize=(600, 800)))
    assert report.text == "Annual report 2014\n"


@with_tesseract
def test_text_that_is_hidden_is_not_read(by_ocr):
    def draw(canvas):
        canvas.drawImage(picture(SENTENCE), 0, 0, 600, 800)
        canvas.setFont("Helvetica", 0.2)
        canvas.drawString(100, 300, "Nobody was killed.")

    report, *_ = by_ocr(pdf(draw, pagesize=(600, 800)))
    assert report.text.split() == SENTENCE.split()


def test_an_empty_page_is_not_looked_at(by_ocr, monkeypatch):
    monkeypatch.setattr(ocr, "missing", lambda: None)
    monkeypatch.setattr(ocr, "_engine", lambda *_: pytest.fail("was looked at"))
    with pytest.raises(IngestError, match="is scanned"):
        by_ocr(scan())


def test_a_page_that_fails_is_named(by_ocr, monkeypatch):
    def fail(*_):
        raise ocr.NotRead("process timeout")

    monkeypatch.setattr(ocr, "missing", lambda: None)
    monkeypatch.setattr(ocr, "_engine", fail)

    def draw(canvas):
        canvas.drawString(72, 700, "Printed.")
        canvas.showPage()
        canvas.drawImage(picture(SENTENCE), 0, 0, 600, 800)

    report, warning, _ = by_ocr(pdf(draw, pagesize=(600, 800)))
    assert (report.text, report.ocr) == ("Printed.\n\f", ())
    assert warning.problem == "page 2: not read by OCR (process timeout)"


def test_time_is_bounded(by_ocr, monkeypatch):
    used = iter(range(0, 1000, 100))
    monkeypatch.setattr(ocr, "missing", lambda: None)
    monkeypatch.setattr(readers, "children_seconds", lambda: next(used))
    monkeypatch.setattr(
        ocr, "_engine", lambda *_: table(("Told.", 96, 1, 400, 400, 90, 40))
    )

    def draw(canvas):
        for _ in range(4):
            canvas.drawImage(picture(SENTENCE), 0, 0, 600, 800)
            canvas.showPage()

    report, warning, *_ = by_ocr(pdf(draw, pagesize=(600, 800)), seconds=45)
    assert report.ocr == (1, 2)
    assert warning.problem == "pages 3-4: too long to be read by OCR"
    assert "--seconds" in warning.mend


def test_what_the_engine_is_not_sure_of_is_left_out(monkeypatch):
    told = table(
        ("Two", 96, 1, 10, 10, 30, 20),
        ("dead", 40, 1, 50, 10, 40, 20),  # of a line that is sure as a whole
        ("|~", 12, 2, 10, 60, 20, 20),
    )
    monkeypatch.setattr(ocr, "_engine", lambda *_: told)
    page = Page(1, 72, 72)
    ocr.read_picture(page, GREY, 1)
    assert "".join(g.text for g in page.glyphs) == "Two dead "
    assert page.hidden == {"as OCR is not sure of them": 2}


def test_what_is_marked_to_be_blacked_out_is_left_out(monkeypatch):
    told = table(("Two", 96, 1, 10, 10, 30, 20), ("dead", 96, 1, 150, 10, 40, 20))
    monkeypatch.setattr(ocr, "_engine", lambda *_: told)
    page = Page(1, 72, 72, redacted=[(30, 60, 72, 72)])
    ocr.read_picture(page, GREY, 1)
    assert "".join(g.text for g in page.glyphs).strip() == "Two"


def test_letters_of_a_line_stand_on_one_level(monkeypatch):
    told = table(
        ("one", 96, 1, 0, 16, 30, 14),  # neither goes up nor down
        ("Day", 96, 1, 40, 10, 30, 26),
        ("12", 96, 1, 80, 10, 20, 20),
    )
    monkeypatch.setattr(ocr, "_engine", lambda *_: told)
    page = Page(1, 72, 72)
    ocr.read_picture(page, GREY, 1)
    assert len({(g.box[1], g.box[3], g.size) for g in page.glyphs}) == 1
    low, high = page.glyphs[0].box[1], page.glyphs[0].box[3]
    base, top = (72 - pixels * 72 / 300 for pixels in (30, 10))
    assert low < base < top < high


def test_a_big_page_is_read_at_a_lower_scale():
    assert ocr.scale_of(Page(1, 595, 842)) == pytest.approx(300 / 72)
    assert ocr.scale_of(Page(1, 20_000, 10)) * 20_000 <= 5_000


def test_without_the_program_it_is_said(monkeypatch, tmp_path, capsys, by_ocr):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(IngestError, match="apt-get install tesseract-ocr"):
        by_ocr(scan(SENTENCE))
    assert main(["run", str(tmp_path), "--out", str(tmp_path / "o"), "--ocr"]) == 2
    assert "apt-get install tesseract-ocr" in capsys.readouterr().err
