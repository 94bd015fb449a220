"""What the pages of docs/ show for Python and the shell is run as it stands."""

import re
import shlex
import shutil
import tomllib

import pytest

import incidents.components  # noqa: F401, as installed entry points do
from incidents.pipeline import review
from incidents.pipeline.cli import main
from incidents.pipeline.review.cases import cases
from incidents.pipeline.review.decisions import blind
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.forms import save
from incidents.pipeline.review.settle import settle_agreed
from incidents.pipeline.review.store import Store, address
from tests.conftest import ROOT

REPORTS = (
    *("garissa-campus.txt", "khayat-sentence.txt", "minneapolis-travellers.txt"),
    *("plots-that-failed.pdf", "smoke-without-fire.md"),
)
COMMAND = ".venv/bin/incidents"


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    for name in REPORTS:
        shutil.copy(ROOT / "corpus" / "reports" / name, tmp_path / "reports")
    return tmp_path


def follow(page):
    """Run every block of a page in order; returns the names that its code has made."""
    names = {}
    text = page.read_text()
    for language, block in re.findall(r"^```(python|sh)\n(.*?)^```", text, re.M | re.S):
        if language == "python":
            exec(compile(block, str(page), "exec"), names)
        else:
            shell(block)
    return names


def shell(block):
    for line in block.splitlines():
        command, *arguments = shlex.split(line)
        assert command == COMMAND
        assert main(arguments) == 0


@pytest.mark.model
def test_python(here, capsys):
    page = ROOT / "docs" / "python.md"
    made = follow(page)
    shown = re.search(r"<!-- spans -->\n```\n(.*?)```", page.read_text(), re.S)
    assert shown
    assert capsys.readouterr().out.endswith(shown[1])
    assert len(made["run"]) > 10
    assert made["record"]._repr_html_().count("<mark") > 5
    assert all(len(made[name]) for name in ("dated", "deadly", "by_group", "quotes"))


@pytest.mark.model
def test_products(here):
    made = follow(ROOT / "docs" / "products.md")
    assert {"report.html", "map.geojson", "gtd.csv", "gtd-losses.csv"} <= {
        path.name for path in here.iterdir()
    }
    assert set(made["from_table"].doc_id) == {"plots-that-failed"}
    assert "smoke-without-fire" in set(made["from_prose"].doc_id)
    assert made["cells"].quote.notna().all()
    assert set(made["cells"].incident_id) == set(
        made["table"].index.map(made["plots"].incident_id)
    )
    days = list(made["timeline"].index.map(made["events"].date_first))
    assert days == sorted(days)
    assert len(made["own"])
    assert made["wrong"].contradicted.str.contains("date").all()
    assert set(made["told"].loc[made["chronology"].index].country) >= {"GB"}
    assert (made["sweeps"].arrests > 0).all()
    assert made["by_weapon"].to_numpy().sum()
    assert made["over_years"].to_numpy().sum()


@pytest.mark.model
def test_teams(here, monkeypatch, capsys):
    text = (ROOT / "docs" / "teams.md").read_text()
    blocks = re.findall(r"^```(?:sh)?\n(.*?)^```", text, re.M | re.S)
    before, desks, files, after = blocks
    shell(before)
    started = []
    monkeypatch.setattr(review, "review", lambda *a, **k: started.append((a, k)) or 0)
    shell(desks)
    assert [(k["reviewer"], k["blind"]) for _, k in started] == [
        ("lea", False),
        ("anna", True),
        ("ben", True),
    ]
    settled(here / "outputs" / "team")
    capsys.readouterr()
    shell(after)
    added, checked = capsys.readouterr().out.splitlines()
    assert re.match(r"[1-9]\d* records added", added)
    assert " 0 errors" in checked
    for name in ("anna", "ben"):
        shutil.copy(here / "gold.jsonl", here / f"{name}.jsonl")
    shell(files)
    assert "incident" in capsys.readouterr().out


def settled(run):
    """Two code all of a run, and what they agree on is taken over."""
    store = Store(address(None, run))
    desk, coders = Desk(run, store), ("anna", "ben")
    for layer in map(blind, coders):
        for state in desk.states(layer):
            seen = str(desk.folded(layer, state.doc_id).seq)
            form = {"doc": state.doc_id, "record": state.id, "seen": seen}
            save(desk, "who", layer, {**form, "kind": "accept_record"})
    for case in cases(desk, *coders):
        settle_agreed(desk, "lea", coders, case)
    store.close()


def test_every_component_is_named():
    told = re.findall(r"`(incident_[a-z_]+)`", (ROOT / "docs/python.md").read_text())
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert set(told) == set(project["entry-points"]["spacy_factories"])
