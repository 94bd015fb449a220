import json
import tomllib

from incidents.pipeline.cli import main
from incidents.pipeline.learn.common import count


def test_words_are_counted_by_document_and_few_left_out():
    told = count(["Quay, quay; a bomb", "The quay", "a lamp"], least=2)
    assert told == {"counted": {"documents": 3}, "words": {"quay": 2}}


def test_the_command_writes_the_table(tmp_path, capsys):
    path, out = tmp_path / "docs.jsonl", tmp_path / "common.toml"
    rows = [{"doc_id": f"d{n}", "title": "Lamps", "text": "A quay."} for n in range(50)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert main(["learn", "--words", str(path), "--out", str(out)]) == 0
    table = tomllib.loads(out.read_text())
    assert table["counted"]["documents"] == 50
    assert table["words"] == {"lamp": 50, "quay": 50}


def test_a_file_of_no_documents_is_refused(tmp_path, capsys):
    path = tmp_path / "docs.jsonl"
    path.write_text("{}\n")
    assert main(["learn", "--words", str(path), "--out", str(tmp_path / "o")]) == 2
    assert "no object with a doc_id and a text" in " ".join(
        capsys.readouterr().err.split()
    )
