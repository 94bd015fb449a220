import pytest

from incidents.pipeline.review.tables import Cell, cell_of, row_of

TABS = "Attacks\n\nDate\tPlace\n2014\tQuetta, Pakistan\n2015\tLahore\n\nThe end.\n"
BARS = "| Date | Place |\n| --- | :-: |\n| 2014 | Quetta |\n| 2015 | Lahore |\n"
BARE = "Date\t\n2014\tQuetta\n"


@pytest.mark.parametrize(
    ("text", "words", "cell"),
    [
        (TABS, "2014", Cell("Date", 1)),
        (TABS, "Pakistan", Cell("Place", 1)),
        (TABS, "Lahore", Cell("Place", 2)),
        (TABS, "Date", None),  # a head
        (TABS, "2014\tQuetta", None),  # two cells
        (TABS, "2015\tLahore\n\nThe end", None),
        (TABS, "The end", None),
        (BARS, "Quetta", Cell("Place", 1)),
        (BARS, "2015", Cell("Date", 2)),
        (BARE, "Quetta", Cell("2", 1)),
    ],
)
def test_a_citation_in_a_table_is_of_a_cell(text, words, cell):
    start = text.index(words)
    assert cell_of(text, start, start + len(words)) == cell


@pytest.mark.parametrize("text", ["", "|", "||", "|||", "\t", "\n\t\n", "a\t", "| |"])
def test_no_line_is_too_odd(text):
    for start in range(len(text) + 1):
        for end in range(start, len(text) + 2):
            cell_of(text, start, end)
            row_of(text, start)
