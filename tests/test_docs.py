"""What docs/python.md shows is run as it stands."""

import re
import shutil
import tomllib

import pytest

import incidents.components  # noqa: F401, as installed entry points do
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "python.md"
REPORTS = ("khayat-sentence.txt", "minneapolis-travellers.txt")


@pytest.mark.model
def test_the_code_runs(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    for name in REPORTS:
        shutil.copy(ROOT / "corpus" / "reports" / name, tmp_path / "reports")
    page = PAGE.read_text()
    names: dict[str, object] = {}
    for block in re.findall(r"^```python\n(.*?)^```", page, re.M | re.S):
        capsys.readouterr()
        exec(compile(block, str(PAGE), "exec"), names)
    shown = re.search(r"<!-- spans -->\n```\n(.*?)```", page, re.S)
    assert shown
    assert capsys.readouterr().out == shown[1]
    assert len(names["run"]) > 2
    assert names["record"]._repr_html_().count("<mark") > 5
    assert len(names["dated"])
    assert len(names["deadly"]) + len(names["by_group"]) > 0


def test_every_component_is_named():
    told = set(re.findall(r"`(incident_[a-z_]+)`", PAGE.read_text()))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert told == set(project["entry-points"]["spacy_factories"])
