"""The built wheel, installed where nothing of the source tree is in reach."""

import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from importlib.metadata import version

import pytest

from tests.conftest import ROOT

BUILT_FROM = (
    *("pyproject.toml", "README.md", "LICENSE"),
    *("incidents", "pipeline", "extractors", "gazetteers"),
)
#: What many people have beside a notebook, under the names of our folders.
THEIRS = ("pipeline.py", "extractors.py", "gazetteers.py", "tests.py")
READS = """
from importlib.resources import files
import incidents
from incidents import gazetteers
print(incidents.__file__)
print(gazetteers.load("weapons")["car-bomb"].name)
print((files("incidents.gazetteers") / "places.sqlite").stat().st_size > 10**7)
print((files("incidents.pipeline.review") / "templates/base.html").read_text()[:9])
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    source = tmp_path_factory.mktemp("source")
    unwanted = shutil.ignore_patterns("__pycache__")
    for name in BUILT_FROM:
        path = ROOT / name
        if path.is_dir():
            shutil.copytree(path, source / name, symlinks=True, ignore=unwanted)
        else:
            shutil.copy(path, source)
    out = tmp_path_factory.mktemp("wheel")
    pip(sys.executable, "wheel", "--no-build-isolation", "--wheel-dir", out, source)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The programs of an environment that holds the wheel, and what it stands on."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder, symlinks=True)
    programs = folder / "bin"
    pip(sys.executable, "--python", programs / "python", "install", wheel)
    (site,) = folder.glob("lib/python*/site-packages")
    # no .pth file in there is followed, so that no editable install shows through
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    return programs


@pytest.fixture
def beside(tmp_path):
    """A folder with the user's own modules, which nobody may run."""
    for name in THEIRS:
        (tmp_path / name).write_text("raise SystemExit('imported: ' + __file__)\n")
    return tmp_path


def pip(python, *arguments):
    given = [python, "-m", "pip", *arguments, "--no-deps", "--no-index", "--quiet"]
    subprocess.run(list(map(str, given)), check=True, capture_output=True)


def said(folder, *command):
    """What a command prints that runs in a folder, with nothing but it in reach."""
    given = list(map(str, command))
    bare = {"PATH": "/usr/bin:/bin", "OPENBLAS_NUM_THREADS": "1"}
    told = subprocess.run(given, cwd=folder, env=bare, capture_output=True, text=True)
    assert told.returncode == 0, told.stderr
    return told.stdout


def test_nothing_but_one_package_lies_at_the_top(wheel):
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    own = f"incident_pipeline-{version('incident-pipeline')}.dist-info"
    assert tops == {"incidents", own}


def test_each_file_of_the_package_is_in_it(wheel):
    packed = set(zipfile.ZipFile(wheel).namelist())
    folders = ("incidents", "pipeline", "extractors", "gazetteers")
    wanted = {
        f"{'' if name == 'incidents' else 'incidents/'}{path.relative_to(ROOT)}"
        for name in folders
        for path in (ROOT / name).rglob("*")
        if path.is_file() and not {"__pycache__", "README.md"} & set(path.parts)
    }
    assert len(wanted) > 400
    assert wanted == {name for name in packed if name.startswith("incidents/")}


def test_it_says_its_version(installed, beside):
    told = said(beside, installed / "incidents", "--version")
    assert told == f"incidents {version('incident-pipeline')}\n"


def test_a_notebook_beside_modules_of_our_names(installed, beside):
    told = said(beside, installed / "python", "-c", READS).split("\n")
    assert told[0].startswith(str(installed.parent))
    assert told[1:] == ["car bomb", "True", "<!doctype", ""]


@pytest.mark.model
def test_from_a_report_to_a_page_and_a_table(installed, beside):
    report = "A car bomb killed 12 people in Quetta, Pakistan, on 10 June 2014.\n"
    (beside / "story.txt").write_text(report)
    program = installed / "incidents"
    said(beside, program, "run", "story.txt", "--out", "run")
    said(beside, program, "report", "run", "--out", "page.html")
    said(beside, program, "export", "run", "--to", "csv", "--out", "table.csv")
    assert '"Quetta"' in (beside / "page.html").read_text()
    assert "2014-06-10" in (beside / "table.csv").read_text()
