import pytest

from incidents.pipeline.cells import cells, is_row


@pytest.mark.parametrize(
    "line", ["", "|", "prose", "one | two", "a|b|c|d", "\ttabbed", "| a | b", "tab\t"]
)
def test_no_rows(line):
    assert not is_row(line)


@pytest.mark.parametrize("line", ["a\tb", "| a |", "||", " |a|b| ", "a | b | c"])
def test_rows(line):
    assert is_row(line)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", []),
        ("a", ["a"]),
        ("a\tb", ["a", "b"]),
        ("a | x\tb", ["a | x", "b"]),
        (" a \t  b ", ["a", "b"]),
        ("a\t\tb\t", ["a", "", "b", ""]),
        ("a\tb\nc\td", ["a", "b"]),
        ("| a | b |", ["a", "b"]),
        ("|a||b|", ["a", "", "b"]),
        ("a | b | c", ["a", "b", "c"]),
    ],
)
def test_cells(line, told):
    assert [line[a:b] for a, b in cells(line)] == told
