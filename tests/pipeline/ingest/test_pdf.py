import random
from io import BytesIO

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from incidents.pipeline.ingest import IngestError

LEFT = [f"left column line number {n} of the first story told" for n in range(12)]
RIGHT = [f"right column line number {n} of another story told" for n in range(12)]


def pdf(draw, **options):
    """The bytes of a PDF that ``draw`` paints on a canvas."""
    stream = BytesIO()
    canvas = Canvas(stream, invariant=1, **options)
    canvas.setFont("Helvetica", 10)
    draw(canvas)
    canvas.save()
    return stream.getvalue()


def lines(*texts, x=72, top=700, step=12):
    def draw(canvas):
        for number, text in enumerate(texts):
            canvas.drawString(x, top - step * number, text)

    return draw


def test_one_column(reading):
    (report,) = reading(
        pdf(
            lines("Police said that the seven sus-", "pects were held in a house", "x.")
        )
    )
    assert report.text == (
        "Police said that the seven suspects were held in a house x.\n"
    )
    assert report.page_sizes == ((595.3, 841.9),)


def test_two_columns_written_across(reading):
    def draw(canvas):
        for number, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
            canvas.drawString(50, 700 - 12 * number, left)
            canvas.drawString(320, 700 - 12 * number, right)

    (report,) = reading(pdf(draw))
    assert " ".join(report.text.split()) == " ".join(LEFT + RIGHT)


def test_table_rows(reading):
    def draw(canvas):
        for number, row in enumerate(
            [
                ("Date", "Place", "Killed"),
                ("3 May", "Kabul", "12"),
                ("4 May", "Herat", "7"),
            ]
        ):
            for column, cell in enumerate(row):
                canvas.drawString(72 + 120 * column, 700 - 14 * number, cell)

    (report,) = reading(pdf(draw))
    assert report.text == "Date\tPlace\tKilled\n3 May\tKabul\t12\n4 May\tHerat\t7\n"


def test_pages_are_counted(reading):
    def draw(canvas):
        canvas.drawString(72, 700, "First.")
        canvas.showPage()
        canvas.showPage()
        canvas.drawString(72, 700, "Third.")

    (report,) = reading(pdf(draw))
    assert report.text == "First.\n\f\fThird.\n"
    assert [line.page for line in report.layout] == [1, 3]
    assert all(report.page(line.start) == line.page for line in report.layout)


def test_password(reading):
    locked = StandardEncryption("secret", canPrint=0)
    with pytest.raises(IngestError, match="needs a password"):
        reading(pdf(lines("Told."), encrypt=locked))


def test_empty_password_is_tried(reading):
    (report,) = reading(pdf(lines("Told."), encrypt=StandardEncryption("", "owner")))
    assert report.text == "Told.\n"


@pytest.mark.parametrize("share", [0.02, 0.3, 0.5])
def test_cut_short(reading, share):
    content = pdf(lines(*LEFT))
    with pytest.raises(IngestError, match=r"a\.pdf: "):
        reading(content[: int(len(content) * share)])


def test_scanned(reading):
    def draw(canvas):
        canvas.drawImage(ImageReader(Image.new("L", (60, 80), 128)), 0, 0, 595, 842)

    with pytest.raises(IngestError, match="is scanned"):
        reading(pdf(draw))


HIDDEN = pytest.mark.parametrize(
    ("paint", "reason"),
    [
        pytest.param(
            lambda c: (c.setFillGray(1), c.drawString(72, 600, "secret")),
            "in the colour of its ground",
            id="white on white",
        ),
        pytest.param(
            lambda c: (c.setFont("Helvetica", 0.2), c.drawString(72, 600, "secret")),
            "too small to see",
            id="tiny",
        ),
        pytest.param(
            lambda c: c.drawString(72, 2000, "secret"), "off the page", id="off page"
        ),
        pytest.param(
            lambda c: c.drawString(72, 600, "secret", mode=3),
            "painted invisibly",
            id="render mode",
        ),
        pytest.param(
            lambda c: (c.drawString(72, 600, "secret"), c.drawImage(GREY, 60, 590)),
            "under an image",
            id="under an image",
        ),
        pytest.param(
            lambda c: (c.setFillAlpha(0), c.drawString(72, 600, "secret")),
            "painted invisibly",
            id="transparent",
        ),
        pytest.param(
            lambda c: (
                c.drawString(72, 600, "secret"),
                c.setFillGray(1),
                c.rect(60, 590, 200, 30, stroke=0, fill=1),
            ),
            "under a painted box",
            id="under a box",
        ),
    ],
)
GREY = ImageReader(Image.new("L", (80, 40), 128))


@HIDDEN
def test_hidden_text(reading, paint, reason):
    def draw(canvas):
        canvas.drawString(72, 700, "Seen.")
        paint(canvas)

    report, warning = reading(pdf(draw))
    assert report.text == "Seen.\n"
    assert warning.problem == f"page 1: 6 characters left out, {reason}"
    assert warning.severity == "warning"


@pytest.mark.parametrize(
    "paint",
    [
        pytest.param(
            lambda c: (c.setFillAlpha(0.4), c.rect(60, 690, 200, 30, fill=1)),
            id="a highlight",
        ),
        pytest.param(
            lambda c: (
                c.clipPath(box(c, 10, 10), stroke=0),
                c.rect(60, 690, 200, 30, fill=1),
            ),
            id="a box that is clipped away",
        ),
    ],
)
def test_paint_that_hides_nothing(reading, paint):
    def draw(canvas):
        canvas.drawString(72, 700, "Seen.")
        paint(canvas)

    assert [r.text for r in reading(pdf(draw))] == ["Seen.\n"]


def test_a_ground_that_some_programs_paint_last(reading):
    def draw(canvas):
        canvas.drawString(72, 700, "Seen.")
        canvas.setFillGray(1)
        canvas.rect(0, 0, 595, 842, fill=1)

    report, warning = reading(pdf(draw))
    assert report.text == "Seen.\n"
    problem = "page 1: nothing of the text is seen where it is painted"
    assert warning.problem == problem


def box(canvas, width, height):
    path = canvas.beginPath()
    path.rect(0, 0, width, height)
    return path


def test_white_on_a_dark_ground_is_seen(reading):
    def draw(canvas):
        canvas.rect(60, 690, 200, 30, fill=1)
        canvas.setFillGray(1)
        canvas.drawString(72, 700, "Seen.")

    (report,) = reading(pdf(draw))
    assert report.text == "Seen.\n"


@pytest.mark.parametrize("seed", range(8))
def test_layout_covers_every_word(reading, seed):
    chance = random.Random(seed)
    texts = [
        " ".join(
            "".join(chance.choices("abcdefghijKLM0123.,", k=chance.randint(1, 9)))
            for _ in range(chance.randint(1, 8))
        )
        for _ in range(chance.randint(1, 30))
    ]
    (report,) = reading(pdf(lines(*texts)))
    printed = [report.text[line.start : line.end] for line in report.layout]
    assert printed == report.text.split()
    assert printed == " ".join(texts).split()
    tops = [line.box[3] for line in report.layout]
    assert tops == sorted(tops, reverse=True)


def page_of(canvas, *texts, head="The Weekly", number=1):
    canvas.setFont("Helvetica", 10)
    canvas.drawString(72, 800, f"{head} {number}")
    canvas.drawString(300, 30, str(number))
    lines(*texts)(canvas)
    canvas.showPage()


def test_running_heads_do_not_cut_a_sentence(reading):
    def draw(canvas):
        page_of(canvas, "The bomb that was left in the market on the", number=1)
        page_of(canvas, "evening of 3 May killed two guards.", number=2)

    (report,) = reading(pdf(draw))
    first, _, second = report.text.partition("\f")
    told = "The bomb that was left in the market on the evening of 3 May killed"
    assert first.startswith(told + " two guards.\n\n")
    assert first.split("\n\n")[1:] == ["The Weekly 1", "1\n"]
    assert second == "The Weekly 2\n\n2\n"
    pages = [line.page for line in report.layout[: len(told.split())]]
    assert pages == [1] * 10 + [2] * 5


def test_a_table_head_that_pages_repeat_is_no_running_head(reading):
    def draw(canvas):
        for row in (("Kabul", "12"), ("Herat", "7")):
            canvas.setFont("Helvetica", 10)
            for line, cells in enumerate((("Place", "Day", "Type", "Dead"), row * 2)):
                for column, cell in enumerate(cells):
                    canvas.drawString(72 + 100 * column, 800 - 14 * line, cell)
            canvas.showPage()

    (report,) = reading(pdf(draw))
    assert report.text == (
        "Place\tDay\tType\tDead\nKabul\t12\tKabul\t12\n\f"
        "Place\tDay\tType\tDead\nHerat\t7\tHerat\t7\n"
    )


def test_footnotes(reading):
    def draw(canvas):
        lines("The bombs tore through four trains, killing 191")(canvas)
        width = canvas.stringWidth("The bombs tore through four trains, killing 191")
        canvas.drawString(72, 688, "people of whom most were on their way to work.")
        canvas.setFont("Helvetica", 6)
        canvas.drawString(72 + width, 704, "2")
        canvas.drawString(72, 103, "2")
        canvas.setFont("Helvetica", 8)
        canvas.drawString(77, 100, "The count of the court.")

    (report,) = reading(pdf(draw))
    assert report.text == (
        "The bombs tore through four trains, killing 191 people of whom most were on"
        " their way to work.\n\n2 The count of the court.\n"
    )


def test_an_exponent_is_no_mark(reading):
    def draw(canvas):
        lines("It covers 30 km and more of the land around the town.")(canvas)
        width = canvas.stringWidth("It covers 30 km")
        canvas.setFont("Helvetica", 6)
        canvas.drawString(72 + width, 704, "2")

    (report,) = reading(pdf(draw))
    assert "2" in report.text


def test_a_cell_that_wraps_is_one_cell(reading):
    def draw(canvas):
        for y, cells in (
            (700, ("Place", "What was told", "Dead")),
            (680, ("Kabul", "A car was left by the", "12")),
            (669, ("", "gate of the ministry", "")),
            (649, ("Herat", "Shots at a mosque", "7")),
        ):
            for column, cell in enumerate(cells):
                canvas.drawString(72 + 150 * column, y, cell)

    (report,) = reading(pdf(draw))
    assert report.text == (
        "Place\tWhat was told\tDead\n"
        "Kabul\tA car was left by the gate of the ministry\t12\n"
        "Herat\tShots at a mosque\t7\n"
    )


def test_leaders_are_left_out(reading):
    (report,) = reading(pdf(lines("Arrests " + ". " * 20 + "12", "and more to come")))
    assert ". ." not in report.text
    assert report.text.startswith("Arrests")


@pytest.mark.parametrize(
    ("head", "text"),
    [
        pytest.param(
            ((700, ("", "Day", "Dead in")), (689, ("Place", "of attack", "all"))),
            "Place\tDay of attack\tDead in all\n",
            id="stacked",
        ),
        pytest.param(
            ((700, ("", "", "2012")), (689, ("Place", "Day", "Dead"))),
            "2012\nPlace\tDay\tDead\n",
            id="a figure over its columns",
        ),
    ],
)
def test_cells_that_stand_on_the_bottom_of_their_row(reading, head, text):
    def draw(canvas):
        body = ((670, ("Kabul", "3 May", "12")), (656, ("Herat", "4 May", "7")))
        for y, cells in (*head, *body):
            for column, cell in enumerate(cells):
                canvas.drawString(72 + 150 * column, y, cell)

    (report,) = reading(pdf(draw))
    assert report.text.replace("2012\n\n", "2012\n") == (
        text + "Kabul\t3 May\t12\nHerat\t4 May\t7\n"
    )


def raised(figure, before, after, size=6, rise=4, gap=0):
    """Draws a line with a raised figure in it."""

    def draw(canvas):
        canvas.drawString(72, 700, before)
        x = 72 + canvas.stringWidth(before)
        canvas.setFont("Helvetica", size)
        canvas.drawString(x, 700 + rise, figure)
        x += canvas.stringWidth(figure)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(x + gap, 700, after)

    return pdf(draw)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        pytest.param(("2", "It killed 17", " people."), "It killed 17 people."),
        pytest.param(("12", "in 2011", ", he said."), "in 2011, he said."),
        pytest.param(("4", "on 3 May 2011.", " He fled."), "on 3 May 2011. He fled."),
        pytest.param(("3,4", "It killed 17", " people."), "It killed 17 people."),
        pytest.param(("[2]", "It killed 17", " people."), "It killed 17 people."),
        pytest.param(("2", "It killed 17", " people.", 10, 5), "It killed 17 people."),
        pytest.param(("2", "over 30 km", " of land"), "over 30 km2 of land"),
        pytest.param(("2", "It has CO", " in it", 6, -2), "It has CO2 in it"),
        pytest.param(("rd", "the 3", " time"), "the 3rd time"),
    ],
)
def test_raised_figures(reading, line, text):
    (report,) = reading(raised(*line))
    assert report.text == f"{text}\n"


def test_marks_in_brackets(reading):
    (report,) = reading(pdf(lines("It killed 17[2] people in Lom.[3]")))
    assert report.text == "It killed 17 people in Lom.\n"


def test_text_painted_twice(reading):
    def draw(canvas):
        lines("It killed 17 people in Lom.")(canvas)
        canvas.drawString(72.4, 700, "It killed 17 people in Lom.")

    assert [r.text for r in reading(pdf(draw))] == ["It killed 17 people in Lom.\n"]


def test_a_compound_that_a_line_ends_in(reading):
    (report,) = reading(
        pdf(lines("The police took a 27-year-", "old man of the govern-", "ment."))
    )
    assert report.text == "The police took a 27-year-old man of the government.\n"
