import random
from time import process_time

import pytest

from tests.pipeline.ingest.test_pdf import pdf


def table(*cells, step=12, gap=120, left=72):
    """Draws cells in the order given: row and column of lines, and the lines' text."""

    def draw(canvas):
        for row, column, *texts in cells:
            for number, text in enumerate(texts):
                y = 700 - step * (row + number)
                canvas.drawString(left + gap * column, y, text)

    return pdf(draw)


HEAD = [(0, 0, "Date"), (0, 1, "What was planned"), (0, 2, "Outcome")]
WRAPPED = [
    (1, 0, "3 May"),
    (1, 1, "An attack on", "a Kabul hotel"),
    (1, 2, "Foiled by", "the police", "at the gate"),
    (4, 0, "4 May"),
    (4, 1, "A bomb under", "a bridge"),
    (4, 2, "Failed"),
]
ROWS = (
    "Date\tWhat was planned\tOutcome\n"
    "3 May\tAn attack on a Kabul hotel\tFoiled by the police at the gate\n"
    "4 May\tA bomb under a bridge\tFailed\n"
)


def test_cells_that_wrap_are_told_by_the_order_of_writing(reading):
    (report,) = reading(table(*HEAD, *WRAPPED))
    assert report.text == ROWS


def test_a_cell_that_spans_rows_is_said_of_each(reading):
    (report,) = reading(
        table(
            (0, 0, "Place"),
            (0, 1, "Sex"),
            (0, 2, "Killed"),
            (1.7, 0, "Kabul"),
            (1, 1, "Women"),
            (1, 2, "4"),
            (2.4, 1, "Men"),
            (2.4, 2, "9"),
        )
    )
    assert report.text == "Place\tSex\tKilled\nKabul\tWomen\t4\nKabul\tMen\t9\n"


def test_columns_written_one_by_one_are_still_rows(reading):
    cells = [(0, 0, "Date"), (0, 1, "Place"), (0, 2, "Killed")]
    cells += [(row, 0, f"{row} May") for row in range(1, 5)]
    cells += [
        (row, 1, ["Kabul", "Herat", "Kunduz", "Ghazni"][row - 1]) for row in range(1, 5)
    ]
    cells += [(row, 2, str(row)) for row in range(1, 5)]
    (report,) = reading(table(*cells, step=14))
    assert report.text.splitlines()[2] == "2 May\tHerat\t2"


@pytest.mark.parametrize("gap", [9, 14])
def test_a_narrow_gap_parts_cells_where_the_pen_went_elsewhere(reading, gap):
    def draw(canvas):
        for number, name in enumerate(["On the road", "Off"]):
            canvas.drawString(72, 700 - 30 * number, name)
        end = 72 + canvas.stringWidth("On the road", "Helvetica", 10)
        for number, told in enumerate(["told of cars", "told of ships"]):
            canvas.drawString(end + gap, 700 - 30 * number, told)

    (report,) = reading(pdf(draw))
    assert "On the road\ttold of cars" in report.text


def test_a_framed_table_of_sentences_is_no_text_in_columns(reading):
    left = [f"a plot number {n} against the city hall was told" for n in range(6)]
    right = [f"police said of it in the year {n} that it failed" for n in range(6)]

    def draw(canvas):
        for x in (60, 310, 560):
            canvas.line(x, 715, x, 715 - 24 * 6)
        for number in range(7):
            canvas.line(60, 715 - 24 * number, 560, 715 - 24 * number)
        for column, told in ((70, left), (320, right)):
            for number, text in enumerate(told):
                canvas.drawString(column, 700 - 24 * number, text)

    (report,) = reading(pdf(draw))
    assert report.text.splitlines() == [
        f"{a}\t{b}" for a, b in zip(left, right, strict=True)
    ]


def test_words_written_last_make_no_table(reading):
    def draw(canvas):
        late = []
        for number in range(8):
            x, y = 72, 700 - 12 * number
            for word in f"the {number} men had planned an attack on a market".split():
                if word == "attack":
                    late.append((x, y))
                else:
                    canvas.drawString(x, y, word)
                x += canvas.stringWidth(word + " ", "Helvetica", 10)
        for x, y in late:
            canvas.drawString(x, y, "attack")

    (report,) = reading(pdf(draw))
    assert "\t" not in report.text
    assert "the 3 men had planned an attack on a market" in report.text


def test_both_hyphens_of_a_suspended_pair_stay(reading):
    def draw(canvas):
        canvas.drawString(72, 700, "It was told of light- and heavy-")
        canvas.drawString(72, 688, "duty trucks that were stolen.")

    (report,) = reading(pdf(draw))
    assert "light- and heavy-duty trucks" in report.text


def test_time_grows_with_the_page_only(reading):
    """A page of pieces and lines that all look like parts of one table."""

    def draw(canvas):
        chance = random.Random(3)
        for _ in range(4000):
            x, y = chance.uniform(20, 560), chance.uniform(20, 820)
            canvas.drawString(x, y, "ab")
        for number in range(3000):
            y = 20 + 800 * number / 3000
            canvas.line(20, y, 570, y)
            canvas.line(20 + number / 6, 20, 20 + number / 6, 820)

    started = process_time()
    reading(pdf(draw))
    assert process_time() - started < 60


def test_a_wrapped_row_does_not_take_the_next(reading):
    """Written line by line, with nothing drawn."""
    printed = [
        ("Kabul", "A bomb went off near"),
        ("", "the eastern gate"),
        ("Herat", "A mine killed two of"),
        ("", "the police officers"),
        ("Kunduz", "Nothing happened"),
    ]

    def draw(canvas):
        for number, cells in enumerate(printed):
            for column, cell in enumerate(cells):
                canvas.drawString(72 + 120 * column, 700 - 12 * number, cell)

    (report,) = reading(pdf(draw))
    assert report.text == (
        "Kabul\tA bomb went off near the eastern gate\n"
        "Herat\tA mine killed two of the police officers\n"
        "Kunduz\tNothing happened\n"
    )


def column(canvas, x, texts, step=12):
    for number, text in enumerate(texts):
        canvas.drawString(x, 700 - step * number, text)


def test_three_columns_of_prose(reading):
    told = [
        [f"column {name} tells of attack {n:02d} here" for n in range(12)]
        for name in ("a", "b", "c")
    ]

    def draw(canvas):
        for number in range(12):
            for x, texts in zip((40, 215, 390), told, strict=True):
                canvas.drawString(x, 700 - 12 * number, texts[number])

    (report,) = reading(pdf(draw))
    assert "\t" not in report.text
    assert report.text.split() == [
        word for texts in told for text in texts for word in text.split()
    ]


def test_a_second_table_on_the_right_is_not_glued_to_the_first(reading):
    def draw(canvas):
        for left, names in ((60, ("Soum", "Oudalan")), (330, ("Army", "Rebels"))):
            for number, (name, value) in enumerate(zip(names, "47", strict=True)):
                y = 700 - 30 * number
                canvas.drawString(left, y, name)
                canvas.drawString(left, y - 11, "province")
                canvas.drawString(left + 100, y, value)

    (report,) = reading(pdf(draw))
    rows = report.text.splitlines()
    assert "Soum province\t4" in rows[0]
    assert not any("Oudalan" in row and "Army" in row for row in rows)


def test_a_full_stop_on_a_ragged_line_ends_no_paragraph(reading):
    texts = [
        "Armed men came to the village at night and burned houses",
        "in Soum and Oudalan.",
        "Displacement-after-displacement rose sharply in the north",
    ]
    ragged = [texts[0], texts[1] + " They then went on to town.", texts[2]]
    (report,) = reading(pdf(lambda c: column(c, 72, ragged)))
    assert report.text.count("\n") == 1
    (report,) = reading(pdf(lambda c: column(c, 72, texts)))
    assert report.text.count("\n") > 1


def test_the_lines_of_a_heading_are_one_paragraph(reading):
    def draw(canvas):
        canvas.setFont("Helvetica-Bold", 20)
        canvas.drawString(72, 780, "The changing face of armed violence")
        canvas.drawString(72, 756, "in the central Sahel and beyond it")
        canvas.setFont("Helvetica", 10)
        column(
            canvas, 72, [f"line {n} of the text that stands below" for n in range(9)]
        )

    (report,) = reading(pdf(draw))
    assert report.text.startswith(
        "The changing face of armed violence in the central Sahel and beyond it\n"
    )


def rows_of(*rows, gap=110):
    """Draws rows of texts, blank ones left out."""
    cells = [(n, c, text) for n, row in enumerate(rows) for c, text in enumerate(row)]
    return table(*(cell for cell in cells if cell[2]), gap=gap)


HEADS = ("Date", "Place", "Attack", "Killed")


def test_a_blank_cell_keeps_its_place(reading):
    (report,) = reading(
        rows_of(
            (*HEADS, "Injured"),
            ("4 July 2011", "Quito", "Bomb in a bus", "", "40"),
            ("5 July 2011", "Loja", "Raid on a bank", "22", ""),
            gap=90,
        )
    )
    assert report.text.splitlines()[1:] == [
        "4 July 2011\tQuito\tBomb in a bus\t\t40",
        "5 July 2011\tLoja\tRaid on a bank\t22\t",
    ]


@pytest.mark.parametrize("mark", ["", '"', "ditto"])
def test_cells_that_say_as_above(reading, mark):
    (report,) = reading(
        rows_of(
            HEADS,
            ("4 July 2011", "Quito", "Bomb in a bus", "17"),
            (mark, "Loja", "Raid on a bank", "3"),
            ("9 July 2011", "Cuenca", "Shots at a court", "1"),
        )
    )
    assert report.text.splitlines()[2] == "4 July 2011\tLoja\tRaid on a bank\t3"


def test_a_month_over_rows_is_a_heading(reading):
    (report,) = reading(
        rows_of(
            HEADS,
            ("July 2011",),
            ("4", "Quito", "Bomb in a bus", "17"),
            ("August 2011",),
            ("9 August", "Loja", "Raid on a bank", "3"),
        )
    )
    head = "\t".join(HEADS)
    assert report.text == (
        f"{head}\n\nJuly 2011\n\n{head}\n4 July 2011\tQuito\tBomb in a bus\t17\n\n"
        f"August 2011\n\n{head}\n9 August\tLoja\tRaid on a bank\t3\n"
    )
    assert all(report.text[line.start : line.end].strip() for line in report.layout)


def test_a_head_of_two_rows(reading):
    cells = [(0, 0, "Date"), (0, 1, "Place"), (0, 2.5, "Casualties")]
    cells += [(1, 2, "Killed"), (1, 3, "Injured")]
    for row, texts in enumerate(
        (("4 July", "Quito", "17", "40"), ("5 July", "Loja", "3", "9"))
    ):
        cells += [(row + 2, column, text) for column, text in enumerate(texts)]
    (report,) = reading(table(*cells))
    assert report.text.splitlines() == [
        "Date\tPlace\tCasualties Killed\tCasualties Injured",
        "4 July\tQuito\t17\t40",
        "5 July\tLoja\t3\t9",
    ]


def test_a_name_that_wraps_beside_the_next_row_is_whole(reading):
    """Its row is written first, or last, as word processors do."""
    name = (1, 0, "North", "Waziristan")
    row = [(1, 1, "Killed"), (1, 2, "14"), (2.3, 1, "Injured"), (2.3, 2, "30")]
    last = [(4, 0, "Kunar"), (4, 1, "Killed"), (4, 2, "2")]
    head = [(0, 0, "Place"), (0, 1, "Harm"), (0, 2, "People")]
    for cells in ([name, *row], [*row[:2], name, *row[2:]]):
        (report,) = reading(table(*head, *cells, *last))
        assert report.text.splitlines()[1:3] == [
            "North Waziristan\tKilled\t14",
            "North Waziristan\tInjured\t30",
        ]


def test_names_written_one_under_the_other_are_rows(reading):
    names = [(row, 0, told) for row, told in enumerate(["Place", "Kabul", "Herat"])]
    harm = [(row, 1, told) for row, told in enumerate(["Harm", "shot dead", "hurt"])]
    figures = [(row, 2, told) for row, told in enumerate(["People", "14", "30"])]
    (report,) = reading(table(*names, *harm, *figures))
    assert report.text.splitlines()[1:] == ["Kabul\tshot dead\t14", "Herat\thurt\t30"]


def test_a_band_written_after_its_row_is_in_no_cell(reading):
    (report,) = reading(
        table(
            *((0, n, told) for n, told in enumerate(["Place", "Harm", "People"])),
            *((1, n, told) for n, told in enumerate(["Kabul", "Shot", "14"])),
            (2, 0, "Helmand"),
            *((3, n, told) for n, told in enumerate(["Sangin", "Shot", "2"])),
        )
    )
    assert "Kabul\tShot\t14\n" in report.text


def test_a_head_that_stands_higher_than_the_others_is_in_its_column(reading):
    (report,) = reading(
        table(
            (-1, 0, "What the attacks did in the year"),
            (1, 0, "Place"),
            (0, 2, "People", "killed"),
            (1, 1, "Hurt"),
            *((2, n, told) for n, told in enumerate(["Kabul", "14", "30"])),
            *((3, n, told) for n, told in enumerate(["Herat", "2", "4"])),
        )
    )
    assert "\nPlace\tHurt\tPeople killed\n" in report.text


def test_a_caption_over_a_table_is_in_no_column(reading):
    (report,) = reading(
        table(
            (0, 0, "Attacks on markets and what they did in all of 2014"),
            (1.5, 0, "Place"),
            (1.5, 1, "Killed"),
            (1.5, 2, "Hurt"),
            *((2.5, n, told) for n, told in enumerate(["Kabul", "14", "30"])),
            *((3.5, n, told) for n, told in enumerate(["Herat", "2", "4"])),
        )
    )
    assert report.text.splitlines()[-3] == "Place\tKilled\tHurt"


def centred(*rows):
    def draw(canvas):
        for y, cells in rows:
            for column, text in enumerate(cells):
                if text and column:
                    canvas.drawCentredString(200 + 120 * column, y, text)
                elif text:
                    canvas.drawString(72, y, text)

    return pdf(draw)


def test_a_head_of_two_centred_lines_is_one(reading):
    rows = [(700, ["", "At first:", "In the end:"]), (676, ["", "May 21", "Sept. 3"])]
    rows += [(646, ["In the town of", "4", "9"]), (634, ["Kabul"])]
    rows += [(604, ["Herat", "5", "6"])]
    (report,) = reading(centred(*rows))
    assert report.text.splitlines()[0] == "\tAt first: May 21\tIn the end: Sept. 3"


def test_rows_without_a_first_cell_are_no_head(reading):
    above = [(0, 1, "A shooting"), (0, 2, "The market")]
    above += [(2.5, 1, "A bomb"), (2.5, 2, "A school")]
    dated = [(5, 0, "4 May"), (5, 1, "A raid on", "some houses"), (5, 2, "An inn")]
    (report,) = reading(table(*above, *dated))
    assert report.text.splitlines() == [
        "\tA shooting\tThe market",
        "\tA bomb\tA school",
        "4 May\tA raid on some houses\tAn inn",
    ]


def test_figures_that_nearly_fill_their_columns_stand_apart(reading):
    def draw(canvas):
        canvas.drawString(72, 714, "Place")
        for column, told in enumerate(["Men", "Women", "Children"]):
            canvas.drawRightString(250 + 57 * column, 714, told)
        for row, told in enumerate([["1,280,160"] * 3, ["204", "3,101", "9"]]):
            canvas.drawString(72, 700 - 14 * row, "Kabul")
            for column, figure in enumerate(told):
                canvas.drawRightString(250 + 51 * column, 700 - 14 * row, figure)

    (report,) = reading(pdf(draw))
    assert "Kabul\t1,280,160\t1,280,160\t1,280,160" in report.text


def test_thousands_parted_by_a_space_are_one_figure(reading):
    (report,) = reading(
        table(
            *((0, n, told) for n, told in enumerate(["Place", "Killed", "Hurt"])),
            *((1, n, told) for n, told in enumerate(["Kabul", "1 204", "3 101"])),
        )
    )
    assert report.text.splitlines()[1] == "Kabul\t1 204\t3 101"
