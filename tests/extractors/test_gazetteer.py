import subprocess
import sys
from pathlib import Path

import pytest
from spacy.lang.en.stop_words import STOP_WORDS

from incidents.extractors import _gazetteer

#: Words that a report uses of many things.
COMMON = STOP_WORDS | set(
    """action army base bear cause cell central church command cross dawn eagle east
    force freedom front group guard justice league liberation lion march may movement
    north order party people police popular power red resistance shield sons south
    spring state struggle sun sword union unity west wolf young""".split()
)
OWN = """
[red-dawn]
name = "Red Dawn Column"
aliases = ["RDC"]
parents = []
active = "2020-"
countries = ["PE"]
"""


def ask(folder, code):
    """Run ``code`` in a process whose setting names ``folder``."""
    return subprocess.run(
        [sys.executable, "-c", code],
        env={"PATH": "/usr/bin:/bin", _gazetteer.SETTING: str(folder)},
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def test_a_users_own_entries_are_found(tmp_path):
    (tmp_path / "groups.toml").write_text(OWN)
    code = (
        "import spacy; from incidents.extractors import groups\n"
        "doc = spacy.blank('en')('The Red Dawn Column fired on it.')\n"
        "print([m.value for m in groups.extract(doc, None)])"
    )
    assert ask(tmp_path, code).stdout == "['red-dawn']\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[x]\nname = 'X'\n", "groups.toml: [x] lacks aliases"),
        ("[islamic-state]\nname = 'X'\naliases = []\n", "[islamic-state] is an entry"),
        ("[x\n", "groups.toml: "),
    ],
)
def test_a_bad_file_of_the_user_is_named(tmp_path, content, said):
    (tmp_path / "groups.toml").write_text(content)
    code = "from incidents.gazetteers import load; load('groups')"
    answer = ask(tmp_path, code)
    assert answer.returncode
    assert said in answer.stderr


@pytest.mark.parametrize("name", ["groups", "nationalities"])
def test_no_alias_shadows_a_common_word(name):
    for entry in _gazetteer.load(name).values():
        for alias in (entry.name, *entry.aliases):
            if not alias.isupper():
                assert alias.casefold() not in COMMON, f"{entry.id}: {alias}"
