import pytest

from incidents.pipeline.ingest.grid import Cell, read_table, text_of

HEAD = [Cell(text, head=True) for text in ("Date", "Place", "Attack", "Killed")]
WIDE = Cell("Casualties", columns=2)
TOWNS = ["4 July 2011|Quito|Bomb in a bus|17", "5 July 2011|Cuenca|Shots at a bank|3"]


def row(text):
    """A row of plain cells from a line of texts."""
    return [Cell(t) for t in text.split("|")]


def read(*rows):
    """What is read of a table, a line of texts a row, a band in brackets."""
    made = [r if isinstance(r, list) else row(r) for r in rows]
    return [
        f"[{text_of(said[0])}]" if kind == "band" else "|".join(map(text_of, said))
        for kind, said in read_table(made)
    ]


def head():
    return [Cell(c.text, head=True) for c in HEAD]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["Date|Place|Attack|Killed", *TOWNS], id="plain"),
        pytest.param(TOWNS, id="no head"),
        pytest.param(["Name|Role", "A. Roe|driver", "|guard"], id="no day or place"),
        pytest.param(
            ["Date|Place|Killed", "4 July|Quito|17", "5 July||3"], id="not leading"
        ),
        pytest.param(
            ["Date|Place|Killed", "4 July|Quito|17", "5 July|Cuenca|"], id="no figure"
        ),
        pytest.param(
            ["Date|Place|Killed", "4 July|Quito|-", "5 July|Cuenca|–"], id="dashes"
        ),
        pytest.param(
            ["Date|Place|Attack", "4 July 2011||", "5 July|Quito|Bomb"], id="a bare day"
        ),
        pytest.param(["Day|Dead", "4 July|17"], id="two columns"),
        pytest.param(["one", "two"], id="one column"),
        pytest.param([], id="nothing"),
    ],
)
def test_what_is_printed_whole_stays(rows):
    assert read(*rows) == rows


def test_a_cell_that_spans_rows_is_said_of_each():
    rows = [
        head(),
        [Cell("4 July 2011", rows=2), *row("Quito|Bomb in a bus|17")],
        row("Cuenca|Shots at a bank|3"),
        row("5 July 2011|Loja|Raid|2"),
    ]
    assert read(*rows)[1:] == [
        "4 July 2011|Quito|Bomb in a bus|17",
        "4 July 2011|Cuenca|Shots at a bank|3",
        "5 July 2011|Loja|Raid|2",
    ]


def test_a_sum_over_rows_is_said_once():
    rows = [
        head(),
        [*row("4 July 2011|Quito|Bomb in a bus"), Cell("17", rows=2)],
        row("4 July 2011|Cuenca|Shots at a bank"),
    ]
    assert read(*rows)[2] == "4 July 2011|Cuenca|Shots at a bank|"


def test_a_cell_that_word_merges_goes_on():
    rows = [
        row("Date|Place|Killed"),
        row("4 July|Quito|17"),
        [Cell("", merged=True), *row("Cuenca|3")],
        [Cell("", merged=True), *row("Loja|2")],
    ]
    assert read(*rows)[2:] == ["4 July|Cuenca|3", "4 July|Loja|2"]


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        pytest.param("|Cuenca|Raid|3", "4 July 2011|Cuenca|Raid|3", id="blank day"),
        pytest.param("||Raid|3", "4 July 2011|Quito|Raid|3", id="blank day, place"),
        pytest.param('"|Cuenca|″|〃', "4 July 2011|Cuenca|Bomb|17", id="marks"),
        pytest.param(
            "ditto|Cuenca|Do.|3", "4 July 2011|Cuenca|Bomb|3", id="ditto as a word"
        ),
        pytest.param("5 July 2011|do.|Raid|3", "5 July 2011|Quito|Raid|3", id="place"),
    ],
)
def test_cells_that_say_as_above(printed, read_as):
    rows = ["Date|Place|Attack|Killed", "4 July 2011|Quito|Bomb|17", printed]
    assert read(*rows)[2] == read_as


def test_a_blank_day_behind_a_number_of_the_row():
    rows = ["No.|Date|Place|Killed", "1|4 July|Quito|17", "2||Cuenca|3"]
    assert read(*rows)[2] == "2|4 July|Cuenca|3"


@pytest.mark.parametrize("marked", [True, False])
def test_heads_of_two_rows_are_one(marked):
    def cells(*given):
        return [Cell(c.text, c.columns, c.rows, head=marked) for c in given]

    rows = [
        cells(Cell("Date", rows=2), Cell("Place", rows=2), WIDE),
        cells(Cell("Killed"), Cell("Injured")),
        row("4 July 2011|Quito|17|40"),
    ]
    assert read(*rows) == [
        "Date|Place|Casualties Killed|Casualties Injured",
        "4 July 2011|Quito|17|40",
    ]


def test_heads_of_two_rows_with_blanks():
    rows = [
        [*row("Date|Place"), WIDE],
        row("||Killed|Injured"),
        row("4 July 2011|Quito|17|40"),
    ]
    assert read(*rows)[0] == "Date|Place|Casualties Killed|Casualties Injured"


def test_a_row_that_is_no_second_head():
    rows = [
        [*row("Date|Place"), WIDE],
        row("4 July|Quito|few|many"),
        row("5 July|Loja|1|2"),
    ]
    assert read(*rows)[:2] == ["Date|Place|Casualties|", "4 July|Quito|few|many"]


@pytest.mark.parametrize(
    "band",
    [
        pytest.param([Cell("July 2011", columns=4)], id="across"),
        pytest.param([Cell("July 2011", columns=4, head=True)], id="marked"),
        pytest.param(row("July 2011"), id="alone"),
        pytest.param(row("July 2011|||"), id="blanks"),
    ],
)
def test_a_band_is_a_heading_and_the_head_is_said_again(band):
    rows = [head(), band, "4 July|Quito|Bomb|17", "5 July|Loja|Raid|2"]
    assert read(*rows) == [
        "Date|Place|Attack|Killed",
        "[July 2011]",
        "Date|Place|Attack|Killed",
        "4 July|Quito|Bomb|17",
        "5 July|Loja|Raid|2",
    ]


def test_a_day_gets_the_month_that_stands_over_it():
    rows = [head(), row("July 2011"), "4|Quito|Bomb|17", "Tue 5|Loja|Raid|2"]
    assert read(*rows)[-2:] == [
        "4 July 2011|Quito|Bomb|17",
        "Tue 5 July 2011|Loja|Raid|2",
    ]


def test_a_title_and_a_source_are_no_rows():
    rows = [
        [Cell("Attacks", columns=4)],
        head(),
        TOWNS[0],
        [Cell("Source: us", columns=4)],
    ]
    assert read(*rows) == [
        "[Attacks]",
        "Date|Place|Attack|Killed",
        TOWNS[0],
        "[Source: us]",
    ]


def test_spans_without_end_are_bounded():
    rows = [[Cell("a", columns=9_999, rows=9_999), Cell("b")]] * 3
    assert all(len(cells) <= 200 for _, cells in read_table(rows))
