import pytest

from pipeline import files


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
