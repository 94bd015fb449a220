import io
from dataclasses import replace
from hashlib import sha256

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from incidents.pipeline.review import images
from incidents.pipeline.review.folder import Document
from incidents.pipeline.review.images import Images, NoImage, problem
from incidents.pipeline.review.render import PIXELS


def pdf(path, size=(200, 100)):
    canvas = Canvas(str(path), pagesize=size)
    canvas.drawString(20, 50, "A bomb killed 12")
    canvas.showPage()
    canvas.save()
    return path


@pytest.fixture
def report(tmp_path):
    path = pdf(tmp_path / "report.pdf")
    digest = sha256(path.read_bytes()).hexdigest()
    return Document({"doc_id": "d", "text": ""}, (), path, digest)


def size(image):
    return Image.open(io.BytesIO(image)).size


def test_a_page_is_drawn_at_twice_its_size(report):
    assert problem(report) is None
    assert size(Images().page(report, 1)) == (400, 200)


def test_a_page_is_drawn_once(report, monkeypatch):
    drawn = Images()
    first = drawn.page(report, 1)
    monkeypatch.setattr(images, "_render", None)
    assert drawn.page(report, 1) is first


def test_a_huge_page_is_drawn_small(report, tmp_path):
    path = pdf(tmp_path / "huge.pdf", (14_000, 14_000))
    huge = replace(
        report, source=path, source_sha256=sha256(path.read_bytes()).hexdigest()
    )
    width, height = size(Images().page(huge, 1))
    assert width * height <= PIXELS * 1.01


def test_what_is_kept_is_bounded(report, monkeypatch):
    monkeypatch.setattr(images, "_KEPT", 10)
    monkeypatch.setattr(images, "_render", lambda pdf, page: b"x" * 8)
    drawn = Images()
    for page in range(5):
        drawn.page(report, page)
    assert list(drawn._kept) == [(report.source_sha256, 4)]


def test_a_source_that_changed_is_not_shown(report):
    report.source.write_bytes(report.source.read_bytes() + b" ")
    assert problem(report) == "the source has changed since the run: report.pdf"
    with pytest.raises(NoImage):
        Images().page(report, 1)


def test_a_source_that_changes_later_is_seen(report):
    assert problem(report) is None
    report.source.unlink()
    assert problem(report) == "the source is no longer where it was: report.pdf"


def test_no_other_file_is_read(report, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("secret")
    for path in (secret, tmp_path, None, tmp_path / "a\0b"):
        assert problem(replace(report, source=path)) is not None


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 nonsense", b"\0" * 1000])
def test_a_broken_pdf_is_said(report, content):
    report.source.write_bytes(content)
    broken = replace(report, source_sha256=sha256(content).hexdigest())
    with pytest.raises(NoImage, match="cannot be drawn"):
        Images().page(broken, 1)
