"""Reports with notes, opened by pypdf."""

import io
from hashlib import sha256

import pypdf
import pytest
from reportlab.pdfgen import canvas

from incidents.pipeline.export import Choice, export
from incidents.pipeline.export.pdf_notes import annotate
from tests.pipeline.export import runs
from tests.pipeline.review.runs import document, write_run

BOX = [1, 72.0, 700.0, 200.0, 712.0]


def paper(turn=0):
    held = io.BytesIO()
    page = canvas.Canvas(held, pagesize=(400, 800), invariant=True)
    page.drawString(72, 702, "Police in Solingen")
    if turn:
        page.setPageRotation(turn)
    page.showPage()
    page.save()
    return held.getvalue()


def notes(pdf):
    page = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]
    return [note.get_object() for note in page.get("/Annots", ())]


def write(tmp_path, content=None, **values):
    path = tmp_path / "trial.pdf"
    path.write_bytes(content or paper())
    digest = sha256(path.read_bytes()).hexdigest()
    row = runs.trial(**values)
    for cited in row["citations"]:
        cited["boxes"] = [BOX]
    return write_run(
        tmp_path / "run",
        [document("trial", runs.TEXT, media_type="application/pdf")],
        [row],
        inputs={"trial": {"path": str(path), "sha256": digest}},
    )


def test_quotes_are_lit_up_with_their_values(tmp_path):
    folder, said = export(write(tmp_path), "pdf", tmp_path / "out")
    (note,) = notes((folder / "trial.pdf").read_bytes())
    assert note["/Subtype"] == "/Highlight"
    assert [float(n) for n in note["/QuadPoints"]][:4] == [72, 712, 200, 712]
    assert "Injured: 2 or more (trial/one)" in note["/Contents"]
    assert f"Target: {runs.EVIL} (business)" in note["/Contents"]
    assert "as printed" in note["/T"]
    assert said == []


def test_signs_beyond_16_bits_are_kept():
    mark = {"page": 1, "boxes": [BOX[1:]], "note": "a 🙂 b", "by": ""}
    (note,) = notes(annotate(paper(), [mark]))
    assert note["/Contents"] == "a 🙂 b"


@pytest.mark.parametrize(
    ("turn", "expected"),  # left, bottom, right, top in the page's own space
    [
        # reportlab turns the sheet with the page: 800 by 400
        pytest.param(90, (800 - 712, 72, 800 - 700, 200), id="90"),
        pytest.param(180, (400 - 200, 800 - 712, 400 - 72, 800 - 700), id="180"),
        pytest.param(270, (700, 400 - 200, 712, 400 - 72), id="270"),
    ],
)
def test_a_turned_page_is_marked_where_it_is_shown(turn, expected):
    mark = {"page": 1, "boxes": [BOX[1:]], "note": "", "by": ""}
    (note,) = notes(annotate(paper(turn), [mark]))
    points = [float(n) for n in note["/QuadPoints"]]
    found = min(points[::2]), min(points[1::2]), max(points[::2]), max(points[1::2])
    assert found == pytest.approx(expected)


def test_the_same_report_gives_the_same_bytes():
    mark = {"page": 1, "boxes": [BOX[1:]], "note": "", "by": ""}
    one = annotate(paper(), [mark])
    assert one == annotate(paper(), [mark])
    assert one != annotate(paper(), [mark | {"note": "x"}])


def test_a_page_that_is_not_there_is_not_marked():
    assert (
        notes(
            annotate(paper(), [{"page": 9, "boxes": [BOX[1:]], "note": "", "by": ""}])
        )
        == []
    )


def test_a_source_that_changed_is_told(tmp_path):
    run = write(tmp_path)
    (tmp_path / "trial.pdf").write_bytes(paper() + b"\n")
    folder, said = export(run, "pdf", tmp_path / "out")
    assert list(folder.iterdir()) == []
    assert "has changed since the run" in said[0]


def test_a_broken_source_is_told(tmp_path):
    run = write(tmp_path, b"%PDF-1.4 nonsense")
    folder, said = export(run, "pdf", tmp_path / "out")
    assert list(folder.iterdir()) == []
    assert "cannot be written" in said[0]


def test_what_is_no_pdf_is_counted(run, tmp_path):
    _, said = export(run, "pdf", tmp_path / "out", Choice())
    assert said == ["2 documents are no PDF"]
