"""What the command loads, and what it says of itself."""

import re
import subprocess
import sys
from importlib.metadata import version

import pytest

from incidents.pipeline.cli import main

#: What takes long to load, and no help needs.
HEAVY = {
    *("spacy", "numpy", "scipy", "pandas"),
    *("sqlalchemy", "pdfminer", "pypdfium2", "rich", "jinja2", "dateparser"),
}
COMMANDS = (
    *(
        "run",
        "merge",
        "evaluate",
        "check",
        "cache",
        "benchmark",
        "learn",
        "review",
        "report",
        "export",
    ),
    *("gold", "gold check", "gold agree", "gold add", "gold from", "gold schema"),
)
_LOADED = """
import sys
from incidents.pipeline.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    print("loaded", *{name.partition(".")[0] for name in sys.modules})
"""


def loaded(*arguments):
    """The modules at the top that a command loads in a Python of its own."""
    given = [sys.executable, "-c", _LOADED, *arguments]
    out = subprocess.run(given, capture_output=True, text=True, check=True).stdout
    last = out.splitlines()[-1].split()
    assert last.pop(0) == "loaded"
    return set(last)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_loads_nothing_heavy(command):
    assert loaded(*command.split(), "--help") & HEAVY == set()


def test_wrong_use_loads_nothing_heavy():
    assert loaded("rnu") & HEAVY == set()


def test_every_command_is_among_these(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    listed = set(re.findall(r"^    (\w+)", said, re.M))
    assert listed == {command.split()[0] for command in COMMANDS}


def test_version(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out == f"incidents {version('incident-pipeline')}\n"
