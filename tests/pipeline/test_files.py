import tomllib

import pytest

from incidents.pipeline import files


def test_lines_are_read_back_as_written(tmp_path):
    rows = [{"a": "é\u2028\n😀"}, {"b": "\ud800 alone"}]
    assert files.write_lines(tmp_path / "x.jsonl", rows) == 2
    assert list(files.read_lines(tmp_path / "x.jsonl")) == rows


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    path = tmp_path / "x.json"
    files.write_json(path, {"odd name": "\udcff"})
    assert path.read_text() == '{\n  "odd name": "\\udcff"\n}\n'
    files.write_json(path, {"first": 1})
    with pytest.raises(RuntimeError), files.whole(path) as file:
        file.write("half")
        raise RuntimeError
    assert path.read_text() == '{\n  "first": 1\n}\n'
    assert [p.name for p in tmp_path.iterdir()] == ["x.json"]


def test_tables_of_numbers_are_the_same_toml_in_any_order():
    told = files.toml({"b": {"y": 2.0, "x": -1.5}, "a": {}}, ["head", ""])
    assert told == '# head\n#\n\n[b]\n"x" = -1.5\n"y" = 2.0\n\n[a]\n'
    assert files.toml({"b": {"x": -1.5, "y": 2.0}, "a": {}}, ["head", ""]) == told
    assert tomllib.loads(told) == {"b": {"x": -1.5, "y": 2.0}, "a": {}}


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"a": 1, "b": [], "c": "\ud800 é"},
        {"long": [{"x": [1, 2]}, None, "é"], "mapped": {"y": [3]}, "none": None},
    ],
)
def test_a_row_bit_by_bit(row):
    assert "".join(files.parts(row)) == files.line(row)
