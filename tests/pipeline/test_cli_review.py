import argparse
import subprocess
import sys

import pytest

from incidents.pipeline import cli_review
from tests.pipeline.review.runs import write_run


def call(*arguments):
    parser = argparse.ArgumentParser()
    cli_review.add(parser.add_subparsers())
    given = parser.parse_args([str(a) for a in arguments])
    return given.command(given)


def test_report_names_the_file_it_wrote(tmp_path, capsys):
    run = write_run(tmp_path / "run")
    assert call("report", run, "--out", tmp_path / "page.html") == 0
    assert capsys.readouterr().out == f"{tmp_path / 'page.html'}\n"
    assert "A bomb" in (tmp_path / "page.html").read_text()


@pytest.mark.parametrize("command", ["review", "report"])
def test_a_folder_without_a_run_is_said(tmp_path, command):
    with pytest.raises(ValueError, match="holds no run"):
        call(command, tmp_path)


def test_review_is_told_what_was_given(tmp_path, monkeypatch):
    told = {}
    monkeypatch.setattr(
        "incidents.pipeline.review.review", lambda *a, **k: told.update(k, given=a) or 0
    )
    assert call("review", tmp_path, "--reviewer", "anna", "--blind", "--port", 0) == 0
    assert told == {
        "given": (tmp_path, "127.0.0.1", 0),
        "database": None,
        "reviewer": "anna",
        "blind": True,
        "open_browser": False,
        "no_token": False,
    }


def test_other_commands_do_not_wait_for_it():
    module = "incidents.pipeline.cli_review"
    loads = f"import sys, {module}; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loads], check=False).returncode == 0
