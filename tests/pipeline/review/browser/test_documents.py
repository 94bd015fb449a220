"""Documents: read as a whole, also those without a record; their tables."""

import pytest

from incidents.pipeline.ingest import read
from tests.browsing import Keys, violations
from tests.pipeline.ingest.test_docx import docx, p, r, table
from tests.pipeline.review.runs import document, quetta, write_run


def test_a_missed_incident_is_made_from_a_document_without_a_record(
    tmp_path, serve, axe
):
    text = "Nothing of note.\nA bomb was thrown at a church in Lahore in July 2014.\n"
    at = text.index("bomb")
    left = {"start": at, "end": at + 4, "reason": "no incident by its signs"}
    told = {"doc_id": "quiet", "mentions": [], "left_out": [left]}
    documents = [document(), document("quiet", text)]
    page = serve(write_run(tmp_path / "run", documents, [quetta()], mentions=[told]))
    page.press("d")
    page.wait(lambda: "Nothing is left out" in page.text("#main"))
    page.press("r")
    page.said("Marked as read")
    page.wait(lambda: "A bomb was thrown" in page.text("#main .value q"))
    assert violations(page.chrome, axe) == []
    page.wait(lambda: page.all("#source mark.own.lit"))
    page.press("a")
    page.said("New record.")
    assert page.text(".value.added .reading") == "attack asserted"
    assert "taken up, though no incident by its signs" in page.text(".value.added")
    # the same from words selected
    page.go("?read=quiet")
    page.press("i")
    page.wait(lambda: page.all("#new[open]"))
    line = ".textline[data-start='17']"
    page.select(f"{line} mark, {line}", f"{line} mark, {line}", 0, 6)
    page.wait(lambda: "Characters" in page.text("#new output"))
    page.all("#new [name=reading]")[0].send_keys("they say so", Keys.ENTER)
    page.said("New record.")


ROWS = (("Day", "Town", "Dead"), ("3 May 2014", "Lom", "12"), ("4 May", "Vidin", "1"))


def word():
    return docx(
        p(r("Attacks of May")) + table(*[[p(r(c)) for c in row] for row in ROWS])
    )


def html():
    cells = ["".join(f"<td>{c}</td>" for c in row) for row in ROWS]
    rows = "".join(f"<tr>{row}</tr>" for row in cells)
    return f"<title>Attacks of May</title><table>{rows}</table>".encode()


@pytest.mark.parametrize(("name", "made"), [("a.docx", word), ("a.html", html)])
def test_a_table_is_a_table_whatever_it_was_written_with(tmp_path, serve, name, made):
    (tmp_path / name).write_bytes(made())
    (report,) = read(tmp_path / name)
    at = report.text.index("Vidin")
    row = quetta("a", report.text, places=["Vidin"], cited={"places": "Vidin"})
    given = document("a", report.text, media_type=report.media_type)
    page = serve(write_run(tmp_path / "run", [given], [row]))
    page.go_to("Place")
    cells = page.all("#source .textline .cell")
    assert [c.text for c in cells] == [cell for row in ROWS for cell in row]
    for column in (cells[n::3] for n in range(3)):  # one below the other
        assert len({c.rect["x"] for c in column}) == 1
        assert len({c.rect["y"] for c in column}) == 3
    assert page.text("#source .heads .cell").split() == ["Day", "Town", "Dead"]
    assert page.text("#source mark.lit") == "Vidin"
    assert page.text(".value.current .to").startswith("column Town, row 2")
    assert at == int(page.all(".value.current .to")[0].get_attribute("data-to"))
