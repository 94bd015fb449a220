import pytest

from incidents.pipeline.printable import printable


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("two\n lines", "two lines"),
        ("a\u202eb", r"a\u202eb"),
        ("\ud800", r"\ud800"),
        ("x" * 81, "x" * 79 + "…"),
        ("x" * 80, "x" * 80),
    ],
)
def test_printable(text, line):
    assert printable(text) == line
