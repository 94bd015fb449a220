import pytest

from incidents.pipeline.report.printed import Read, places, tables

TEXT = (
    "Plots\n\n  Table 1. By date. \n\nDay\tPlace\n1 May\tKiel, Köln\n2 May\tBonn\nend\n"
)


def at(words, value=0, text=TEXT):
    start = text.index(words)
    return Read(0, 0, value, start, start + len(words))


def test_values_stand_in_the_cell_that_they_were_read_in():
    (table,) = tables(TEXT, [at("Bonn", 1), at("Köln", 2), at("Kiel", 3), at("1 May")])
    assert (table.caption, table.page, table.left) == ("Table 1. By date.", 1, 0)
    held = [[(c.text, [v.value for v in c.values]) for c in r] for r in table.rows]
    assert held == [
        [("Day", []), ("Place", [])],
        [("1 May", [0]), ("Kiel, Köln", [3, 2])],
        [("2 May", []), ("Bonn", [1])],
    ]


def test_what_is_read_of_a_whole_row_is_of_no_cell():
    assert list(tables(TEXT, [at("1 May\tKiel")])) == []


def test_a_table_in_which_nothing_was_read_is_not_shown():
    assert list(tables(TEXT, [at("Plots")])) == []


def test_rows_of_other_widths_are_other_tables():
    text = "a\tb\nc\td\f1\t2\t3\nx\ty\tz\nlone\tline\n"
    found = tables(text, [at("a", 0, text), at("z", 1, text), at("lone", 2, text)])
    assert [(t.page, len(t.rows)) for t in found] == [(1, 2), (2, 2)]


def test_a_table_without_end_is_cut():
    text = "a\tb\n" * 501
    (table,) = tables(text, [at("a", 0, text)])
    assert (len(table.rows), table.left) == (500, 1)


@pytest.mark.parametrize("focus", [None, [3], ["3", "4"], 5])
def test_without_its_own_words_a_value_stands_where_its_quote_does(focus):
    assert places({"start": 1, "end": 9, "focus": focus}) == (1, 9)
    assert places({"start": 1, "end": 9, "focus": [3, 4]}) == (3, 4)
