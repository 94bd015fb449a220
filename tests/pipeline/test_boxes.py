import pytest

from incidents.pipeline.boxes import quote_boxes
from incidents.pipeline.records import Line

TEXT = "Two men, named Ali, were held.\nOn Friday"


def lines():
    """Each word of TEXT on its line, six points a character."""
    found, start, x = [], 0, 72.0
    for row, told in enumerate(TEXT.split("\n")):
        x = 72.0
        for word in told.split():
            at = TEXT.index(word, start)
            y = 700.0 - 12 * row
            found.append(Line(1, at, at + len(word), (x, y, x + 6 * len(word), y + 10)))
            start, x = at + len(word), x + 6 * len(word) + 3
    return found


def boxes(start, end, layout=None):
    return list(quote_boxes(TEXT, layout or lines(), start, end))


def test_one_box_for_each_line():
    assert boxes(0, len(TEXT)) == [
        (1, (72.0, 700.0, 72 + 6 * 25 + 15, 710.0)),
        (1, (72.0, 688.0, 72 + 6 * 8 + 3, 698.0)),
    ]


def test_part_of_a_word_has_part_of_its_box():
    start = TEXT.index("Ali")
    ((_, whole),) = boxes(start, start + 4)
    ((_, part),) = boxes(start, start + 3)
    assert part[:2] == whole[:2]
    assert whole[2] - 6 < part[2] < whole[2]


@pytest.mark.parametrize("wide", [6, 30])
def test_what_stands_between_words_stays_outside(wide):
    layout = [
        Line(line.page, line.start, line.end, (x0 + wide, y0, x1 + wide, y1))
        if line.start >= 9 and y0 == 700
        else line
        for line in lines()
        for x0, y0, x1, y1 in [line.box]
    ]
    first, second = boxes(0, TEXT.index("\n"), layout)
    assert first[1][2] + 3 + wide == second[1][0]


def test_pages_are_apart():
    first, *_, last = lines()
    layout = [first, Line(2, last.start, last.end, first.box)]
    assert [page for page, _ in boxes(0, len(TEXT), layout)] == [1, 2]


def test_cells_of_a_row_are_apart():
    text = "Kabul\tBomb"
    layout = [
        Line(1, 0, 5, (50.0, 700.0, 80.0, 710.0)),
        Line(1, 6, 10, (400.0, 700.0, 430.0, 710.0)),
    ]
    assert [box[::2] for _, box in quote_boxes(text, layout, 0, 10)] == [
        (50.0, 80.0),
        (400.0, 430.0),
    ]
